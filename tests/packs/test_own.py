"""A process with a unit's own texts laid over it: what is changed, what stays, what cannot break it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.examples import few
from trivselsdesk import paths
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.commands.own_texts import TakeEdition
from trivselsdesk.domain.pack import Span
from trivselsdesk.domain.records import AgendaItem, Note, Rule, Task
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.editions import changes, gone_rows, is_newer
from trivselsdesk.packs.from_programme import tables_of
from trivselsdesk.packs.key_words import SPECIAL, WORDS
from trivselsdesk.packs.loader import load_pack, parse_pack, read_files
from trivselsdesk.packs.own import decoded, encoded, own_pack, problem_with
from trivselsdesk.packs.places import ELSEWHERE, addable, editable_keys, fresh, places, tree
from trivselsdesk.packs.writing import id_from, named, texts_of, write_folder

SHIPPED = paths.resource_dir() / "packs"
FILES = read_files(SHIPPED / "trivselsdialog")
PACK = parse_pack(FILES)
NAMES = sorted(each.name for each in SHIPPED.iterdir() if (each / "pack.toml").is_file())


def own(**texts: object) -> dict[str, str]:
    return {path.replace("__", "."): encoded(value) for path, value in texts.items()}


def test_a_text_a_number_a_list_and_a_range() -> None:
    made = own_pack(
        FILES,
        own(
            questions__opnaa__title="Hvad drømmer vi om?",
            votes_per_person=3,
            vague=["bedre", "mere"],
            themes={"least": 2, "most": 4},
        ),
    )
    assert not made.left_out
    assert next(each.title for each in made.pack.questions if each.id == "opnaa") == "Hvad drømmer vi om?"
    assert (made.pack.votes_per_person, made.pack.vague) == (3, ("bedre", "mere"))
    assert made.pack.themes == Span(least=2, most=4)
    assert made.pack.meetings == PACK.meetings


def test_rows_change_places_come_and_go_and_a_later_edition_may_add_to_them() -> None:
    ids = [each.id for each in PACK.roles]
    wanted = {
        "order": [*reversed(ids[:-1]), "ny"],
        "removed": [],
        "added": {"ny": {"title": "Holder pauserne"}},
    }
    made = own_pack(FILES, {"roles": encoded(wanted), "roles.ny.hint": encoded("Ringer med klokken.")})
    assert not made.left_out
    assert [each.id for each in made.pack.roles] == [*reversed(ids[:-1]), "ny", ids[-1]]
    assert next(each.hint for each in made.pack.roles if each.id == "ny") == "Ringer med klokken."


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("boards.hverdag.id", '"andet"'),
        ("version", '"9.0"'),
        ("schema", "99"),
        ("boards", "[]"),
        ("questions.findes-ikke.title", '"x"'),
        ("title", '""'),
        ("title", "nul"),
        ("title", "[" * 5000),
        ("title", "null"),
        ("summary", '"Vi {bruger} det"'),
        ("themes", '{"least": 9, "most": 1}'),
        ("votes_per_person", '"mange"'),
        ("a" * 3000, "1"),
        (".", "1"),
        ("boards.hverdag.zones", '{"order": 4}'),
        ("boards.hverdag.zones", '{"order": [], "removed": ["godt"]}'),
        ("meetings.workshop.items.velkomst.tool.kind", '"vote"'),
    ],
)
def test_what_does_not_fit_is_left_out_and_the_rest_stays(path: str, text: str) -> None:
    made = own_pack(FILES, {path: text, "short_title": encoded("Dialogen")})
    assert made.left_out == (path,)
    assert made.pack.short_title == "Dialogen"
    assert made.pack.boards == PACK.boards


def test_a_whole_table_cannot_take_away_what_people_were_promised() -> None:
    secret = next(
        each for each in own_pack(FILES, {}).tables["pack.toml"]["forms"] if each.get("confidential")
    )
    pulse = own_pack(FILES, {}).tables["pack.toml"]["pulse"]
    texts = own(pulse={each: pulse[each] for each in pulse if each != "min_n"} | {"min_n": 6})
    texts[f"forms.{secret['id']}"] = encoded({**secret, "confidential": False})
    made = own_pack(FILES, texts)
    assert set(made.left_out) == set(texts)
    assert made.pack == PACK


def test_what_is_wrong_is_said_in_words() -> None:
    assert "plads til 120" in problem_with(FILES, own(title="x" * 200), "title")
    assert "{noget}" in problem_with(FILES, own(questions__opnaa__title="{noget}"), "questions.opnaa.title")
    assert problem_with(FILES, own(title="Vores dialog"), "title") == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=6) | st.just("2026-05-20"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["order", "removed", "added", "id", "$"]), inner, max_size=3)
    ),
    max_leaves=6,
)
PATHS = st.sampled_from([*places(PACK), "roles", "boards.hverdag.zones", "lists", "meetings.workshop.items"])


@few(15)
@given(st.dictionaries(PATHS, JSON, max_size=4))
def test_no_own_text_can_break_a_programme(texts: dict[str, object]) -> None:
    made = own_pack(FILES, {path: encoded(value) for path, value in texts.items()})
    assert made.pack.id == PACK.id
    assert [each.id for each in made.pack.boards] == [each.id for each in PACK.boards]


@pytest.mark.parametrize(
    "value", ["æøå »…«", 4, True, ["a", "b"], date(2026, 5, 20), {"least": 1, "most": 2}]
)
def test_values_come_back_as_they_were(value: object) -> None:
    assert decoded(encoded(value)) == value


@pytest.mark.parametrize("name", NAMES)
def test_every_place_has_danish_words_and_can_be_written_as_it_stands(name: str) -> None:
    files = read_files(SHIPPED / name)
    pack = parse_pack(files)
    found = places(pack)
    assert len(found) > 100
    for top in tree(pack):
        for node in top.all():
            assert node.title and "_" not in node.title
    some = {key: found[key] for number, key in enumerate(found) if number % 40 == 0}
    made = own_pack(files, {key: encoded(_raw(each.value)) for key, each in some.items() if each.value})
    assert not [each for each in made.left_out if not each.split(".")[-2].isdigit()]


def _raw(value: object) -> object:
    if isinstance(value, Span):
        return {"least": value.least, "most": value.most}
    return list(value) if isinstance(value, tuple) else value


def test_every_key_has_a_danish_word() -> None:
    """A new key that somebody can change is named in packs/key_words.py."""
    elsewhere = {(cls, name) for cls, names in ELSEWHERE.items() for name in names}
    bare = [
        f"{cls.__name__}.{name}"
        for cls, name in editable_keys()
        if name not in WORDS and (cls, name) not in SPECIAL and (cls, name) not in elsewhere and name != "due"
    ]
    assert not bare


@pytest.mark.parametrize("name", NAMES)
def test_a_new_row_of_each_kind_is_a_valid_one(name: str) -> None:
    files = read_files(SHIPPED / name)
    tried: set[type] = set()
    for top in tree(parse_pack(files)):
        for node in top.all():
            rows = node.rows
            if rows is None or rows.fixed or not rows.named or not addable(rows.cls) or rows.cls in tried:
                continue
            tried.add(rows.cls)
            value = {"order": [*rows.ids, "egen1"], "added": {"egen1": fresh(rows.cls, "Ny", "egen1")}}
            wrong = problem_with(files, {".".join(rows.path): encoded(value)}, ".".join(rows.path))
            assert not wrong or "plads til" in wrong or "flere" in wrong, (rows.path, wrong)


def test_a_newer_edition_says_what_it_changes() -> None:
    newer = dict(FILES)
    newer["pack.toml"] = newer["pack.toml"].replace("Hvad vil vi opnå?", "Hvad vil vi gerne opnå?")
    told = changes(FILES, newer, own(questions__opnaa__title="Hvad drømmer vi om?"))
    assert {each.after for each in told} == {"»Hvad vil vi gerne opnå?«"}
    assert [each.own for each in told].count(True) == 1 and told[0].own
    assert told[0].where.startswith("Spørgsmål")
    assert is_newer("1.10", "1.9") and not is_newer("1.0", "1.0+ab12") and not is_newer("0.9", "1.0")


def test_an_edition_without_a_zone_that_is_written_in_is_not_taken() -> None:
    board = next(each for each in PACK.boards if not each.takes)
    zone = board.zones[-1].id
    newer = {name: text.replace(f'"{zone}"', '"helt_nyt"') for name, text in FILES.items()}
    gone = gone_rows(FILES, newer, {})
    assert (("boards", board.id, "zones"), zone) in gone
    assert not gone_rows(FILES, FILES, {})

    book = Book(new_programme(PACK, "Kastanjen", datetime(2026, 5, 5)))
    take = TakeEdition(programme_id=book.programme.id, version="9.0", taken_out=gone)
    assert take.edits(book)
    written = Note(id="n", programme_id=book.programme.id, board=board.id, zone=zone, text="Ro", kind="gul")
    book.apply(book.changes([Put(written)]))
    with pytest.raises(Refused):
        take.edits(book)


def test_a_programme_becomes_a_process_of_ones_own(tmp_path: Path) -> None:
    from datetime import datetime

    book = Book(new_programme(PACK, "Kastanjen", datetime(2026, 5, 20)))
    first = book.items(book.meeting.id)[0]
    extra = AgendaItem(
        id="extra",
        programme_id=book.programme.id,
        rank=0.5,
        meeting_id=book.meeting.id,
        title="Morgensang",
        minutes=7,
        tool="talk",
    )
    for each in (
        extra,
        Rule(id="r", programme_id=book.programme.id, rank=99.0, text="Vi holder pauserne"),
        Task(id="t", programme_id=book.programme.id, rank=99.0, text="Find sangbøgerne", owner="Trioen"),
    ):
        book = Book([*book.everything(), each])
    texts = own(questions__opnaa__title="Hvad drømmer vi om?")
    tables = named(tables_of(own_pack(FILES, texts), book), id_from("Vores egen ærlige"), "Vores egen", "2.1")
    write_folder(tmp_path / "vores", texts_of(tables))
    made = load_pack(tmp_path / "vores")
    assert (made.id, made.title, made.version) == ("vores-egen-aerlige", "Vores egen", "2.1")
    titles = [each.title for each in made.meeting(book.meeting.pack_meeting).items]
    assert titles[:2] == ["Morgensang", first.title]
    assert "Vi holder pauserne" in made.rules
    assert made.tasks[-1].text == "Find sangbøgerne"
    assert any(each.title == "Hvad drømmer vi om?" for each in made.questions)
    assert made.forms == PACK.forms and made.boards == PACK.boards and made.wheel == PACK.wheel


@pytest.mark.parametrize("name", NAMES)
def test_every_process_can_be_written_down_and_read_again(name: str) -> None:
    from datetime import datetime

    files = read_files(SHIPPED / name)
    pack = parse_pack(files)
    assert parse_pack(texts_of(own_pack(files, {}).tables)) == pack
    book = Book(new_programme(pack, "Kastanjen", datetime(2026, 5, 20)))
    again = parse_pack(texts_of(tables_of(own_pack(files, {}), book)))
    assert [each.id for each in again.meetings] == [each.id for each in pack.meetings]
    assert again.meetings[0].items == pack.meetings[0].items
    assert again.rules == pack.rules and [each.text for each in again.tasks] == [
        each.text for each in pack.tasks
    ]


@pytest.mark.parametrize(
    ("title", "expected"), [("Vores udgave 2", "vores-udgave-2"), ("Con", "proces-con"), ("🙂", "proces")]
)
def test_a_title_becomes_a_folder_that_every_computer_can_make(title: str, expected: str) -> None:
    assert id_from(title) == expected
