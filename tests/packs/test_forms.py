"""Forms in a pack: the ones that come with it, and what is said about one that does not fit together."""

from __future__ import annotations

import pytest

from trivselsdesk import paths
from trivselsdesk.domain.forms import forms_at
from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.loader import parse_pack, read_files

FILES = read_files(paths.resource_dir() / "packs" / "trivselsdialog")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return parse_pack(FILES)


def faults(old: str, new: str) -> list[str]:
    """What is said about the pack with one text replaced."""
    assert old in FILES["pack.toml"]
    changed = FILES | {"pack.toml": FILES["pack.toml"].replace(old, new, 1)}
    with pytest.raises(PackErrors) as caught:
        parse_pack(changed)
    return [f"{each.problem} {each.mend}" for each in caught.value.errors]


def test_the_forms_of_the_process_lie_where_they_are_used(pack: Pack) -> None:
    assert [form.id for form in forms_at(pack, "prepare")] == [
        "lokal_proces",
        "med_opgaver",
        "infoside",
        "tjek",
    ]
    after = {form.id: form for form in forms_at(pack, "follow")}
    assert {"opfoelgning", "evaluering", "egen_indsats", "gensyn", "gryden"} <= set(after)
    # The worksheet of the MED day has six questions, the two last about when (002: F08–F14).
    assert [field.kind for field in after["opfoelgning"].fields] == [
        "text",
        "text",
        "text",
        "rows",
        "date",
        "date",
    ]
    assert {column.id for column in after["egen_indsats"].columns} == {"trio", "med"}
    assert after["gensyn"].per == "initiative"
    assert len(after["gryden"].fields[0].choices) == 4
    assert any("forms" in phase.pages for phase in pack.phases)


def test_a_form_from_another_process_says_so(pack: Pack) -> None:
    for form in pack.forms:
        assert form.source, form.id
    borrowed = {form.id for form in pack.forms if "Cabi" in form.source}
    assert {"gensyn", "gryden"} <= borrowed
    assert not {"opfoelgning", "evaluering", "egen_indsats"} & borrowed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "rows"\ncount = 3\nhint', 'kind = "tabel"\ncount = 3\nhint', "kan ikke være »tabel«"),
        ('kind = "date"\nhint', 'kind = "rows"\nhint', "Tabellen har ingen kolonner."),
        ('kind = "date"\nhint', 'kind = "choice"\nhint', "mangler noget at vælge mellem"),
        ('prefill = "successes"', 'prefill = "goal"', "Skemaet handler ikke om en indsats."),
        ('prefill = "goal"', 'prefill = "maal"', "kan ikke være »maal«"),
        ('by = ["leder", "amr", "tr"]\nrepeat', 'by = ["chef"]\nrepeat', "peger på »chef«"),
        ('per = "initiative"\nrepeat', "repeat", "En plakat handler om en indsats."),
        (
            'columns = [\n  { id = "trio", title = "Trio eller arbejdsmiljøgruppe" },\n',
            "columns = [\n",
            "Én kolonne er det samme som ingen.",
        ),
        (
            'title = "Vores egen indsats"',
            'title = "Vores egen indsats"\nper = "enhed"',
            "kan ikke være »enhed«",
        ),
    ],
)
def test_what_does_not_fit_is_said_in_danish_with_a_way_to_mend_it(old: str, new: str, said: str) -> None:
    found = faults(old, new)
    assert any(said in each for each in found), found


def test_a_meeting_cannot_open_a_form_about_one_person_nor_one_that_is_not_there() -> None:
    name = next(each for each in FILES if each.startswith("meetings/"))
    for params, pack, said in (
        (
            'form = "gensyn"',
            ('per = "initiative"\nrepeat = true\nposter = true', 'per = "person"'),
            "én person",
        ),
        ('form = "nix"', ("", ""), "peger på »nix«"),
    ):
        meeting = FILES[name].replace('kind = "talk"', f'kind = "form", {params}', 1)
        assert meeting != FILES[name]
        files = FILES | {name: meeting, "pack.toml": FILES["pack.toml"].replace(*pack, 1)}
        with pytest.raises(PackErrors) as caught:
            parse_pack(files)
        assert any(said in each.problem for each in caught.value.errors)
