"""A faulty pack is answered with file, line and a Danish sentence that says what to mend."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from trivselsdesk.packs.errors import PackError, PackErrors
from trivselsdesk.packs.faults import MOST
from trivselsdesk.packs.loader import load_pack, parse_pack, read_files

FOLDER = Path(__file__).parents[2] / "resources" / "packs" / "trivselsdialog"
PACK = "pack.toml"
MEETING = "meetings/workshop.toml"


@cache
def files() -> dict[str, str]:
    return read_files(FOLDER)


def errors_of(texts: dict[str, str]) -> tuple[PackError, ...]:
    with pytest.raises(PackErrors) as caught:
        parse_pack(texts)
    assert caught.value.errors
    return caught.value.errors


def damaged(file: str, old: str, new: str) -> tuple[PackError, ...]:
    """The faults after one change, which has to be in the file."""
    text = files()[file]
    assert old in text
    return errors_of({**files(), file: text.replace(old, new, 1)})


def line_of(file: str, piece: str) -> int:
    return files()[file][: files()[file].index(piece)].count("\n") + 1


def test_the_sentence_says_file_line_problem_and_mending() -> None:
    (error,) = damaged(MEETING, "minutes = 40", 'minutes = "40"')
    assert str(error) == (
        f"meetings/workshop.toml, linje {line_of(MEETING, 'minutes = 40')}: "
        "»minutes« skal være et helt tal mellem 1 og 480. Skriv fx minutes = 40."
    )


CASES = [
    # file, old, new, words of the sentence
    (MEETING, "minutes = 40", "minutes = 40.5", "helt tal"),
    (MEETING, "minutes = 40", "minutes = true", "helt tal"),
    (MEETING, "minutes = 40", "minutes = 0", "mellem 1 og 480"),
    (MEETING, "minutes = 40", "minutes = 481", "mellem 1 og 480"),
    (MEETING, "minutes = 40", "minuter = 40", "»minuter« kendes ikke her. Mente du »minutes«?"),
    (MEETING, 'speaker = "leder"', 'speaker = "ledr"', "Mente du »leder«?"),
    (MEETING, 'kind = "break"', 'kind = "brake"', "Værktøjet »brake« findes ikke. Mente du »break«?"),
    (MEETING, 'kind = "break"', "kind = 7", "findes ikke"),
    (MEETING, 'kind = "break"', 'kind = "page", page = "network"', "Ingen fase har den side."),
    (MEETING, '{ kind = "break" }', '"break"', "skal være en tabel med et kind"),
    (MEETING, 'board = "hverdag"', 'bord = "hverdag"', "Mente du »board«?"),
    (MEETING, 'board = "hverdag"', 'board = "hverdagen"', "som ikke findes"),
    (MEETING, 'turn = ["godt", "mindre"]', 'turn = ["bevare"]', "er ikke på tavlen »hverdag«"),
    (MEETING, 'then = ["pink"]', 'then = ["lilla"]', "som ikke findes"),
    (MEETING, 'matrix = "mulighedsrum"', 'matrix = "rum"', "som ikke findes"),
    (MEETING, 'focus = "votes"', 'focus = "stemmer"', "Vælg mellem votes, place og choose."),
    (MEETING, "start = 13:00:00", 'start = "13.00"', "klokkeslæt"),
    (MEETING, "{maaling}", "{maling}", "Variablen {maling} findes ikke. Mente du »maaling«?"),
    (MEETING, "{maaling}", "{maaling", "enlig krøllet parentes"),
    (MEETING, 'tool = { kind = "talk" }', 'tool = { kind = "talk", board = "hverdag" }', "kendes ikke"),
    (PACK, 'group = "trio"', 'group = "trioen"', "Mente du »trio«?"),
    (PACK, 'room = "run"', 'room = "køkken"', "Vælg mellem prepare, run, plan og follow."),
    (PACK, 'tone = "good"', 'tone = "grøn"', "kan ikke være »grøn«"),
    (PACK, 'field = "signs"', 'field = "tegn"', "kan ikke være »tegn«"),
    (PACK, 'field = "signs"', 'field = "goal"', "bruges i to spørgsmål"),
    (PACK, 'anchor = "frist"', 'anchor = "fristen"', "Mente du »frist«?"),
    (PACK, 'owner = "amr"', 'owner = "pedel"', "som ikke findes"),
    (PACK, "start = 2026-05-05", 'start = "2026-05-05"', "dato uden citationstegn"),
    (PACK, "start = 2026-05-05", "start = 2026-05-05T12:00:00", "dato uden citationstegn"),
    (PACK, "start = 2026-05-05", "start = 2026-13-05", "Datoen findes ikke."),
    (PACK, "end = 2026-04-22", "end = 2026-04-02", "slutter, før den begynder"),
    (PACK, '["2026-08", "2026-09"]', '["august"]', "kan ikke være »august«"),
    (PACK, "done = true", 'done = "ja"', "true eller false"),
    (PACK, "least = 3, most = 5", "least = 5, most = 3", "Byt de to tal om."),
    (PACK, 'takes = "hverdag"', 'takes = "bevare_forandre"', "i ring"),
    (PACK, '"Vi kigger fremad"', "7", "»rules« nr. 5 skal være en tekst"),
    (PACK, '"Vi kigger fremad"', '""', "er tom"),
    (PACK, '"Vi kigger fremad"', '"Vi\\tkigger"', "usynligt tegn"),
    (PACK, '"Vi kigger fremad"', f'"{"x" * 601}"', "plads til 600"),
    (PACK, "[report]", "[[report]]", "skal være en tabel"),
    (PACK, "schema = 1", "schema = 2", "nyere udgave"),
    (PACK, "[pack]", "[pack", "Overskriften slutter forkert."),
    (PACK, "schema = 1", "schema 1", "lighedstegn"),
    (PACK, 'title = "Ledelsen"', "title = Ledelsen", "Sæt tekst i citationstegn"),
    (PACK, 'title = "Ledelsen"', 'title = "Ledelsen', "bliver ikke lukket"),
    (PACK, 'title = "Ledelsen"', 'title = "Led\\elsen"', "Koden efter"),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), CASES, ids=lambda value: str(value)[:30])
def test_each_kind_of_fault_is_found_where_it_stands(file: str, old: str, new: str, words: str) -> None:
    errors = damaged(file, old, new)
    found = [error for error in errors if words in str(error)]
    assert [error.line for error in found] == [line_of(file, old)], [str(error) for error in errors]
    assert all(error.problem.endswith(".") for error in errors)


MISSING = [
    # old, new, words of the sentence, what stands on the line that is named
    ("start = 2026-05-05\n", "\n", "Milepælen har ingen dato.", '[[milestones]]\nid = "rapport"'),
    ("done = true\n", "\n", "bliver aldrig færdig", "[[status_steps]]"),
    ("[matrices.corners.bl]", "[matrices.corners.xx]", "Hjørnet »bl« mangler.", "[matrices.corners.tl]"),
    ('title = "Afrapportering på trivselsarbejdet"', "", "»title« mangler.", "[report]"),
    ('title = "MED"', 'title = "MED"\ntitle = "MED"', "to gange", 'label = "Løftes til MED"'),
]


@pytest.mark.parametrize(("old", "new", "words", "told_at"), MISSING, ids=lambda value: str(value)[:30])
def test_what_is_missing_is_told_at_its_table(old: str, new: str, words: str, told_at: str) -> None:
    found = [error for error in damaged(PACK, old, new) if words in str(error)]
    assert [error.line for error in found] == [line_of(PACK, told_at)]


def test_a_file_without_its_head() -> None:
    (error,) = damaged(PACK, "[pack]", "")
    assert (error.file, error.line) == (PACK, None)
    assert "[pack] mangler." in error.problem


def test_dots_need_votes() -> None:
    (error,) = damaged(PACK, "votes_per_person = 2", "votes_per_person = 0")
    assert (error.file, error.line) == (MEETING, line_of(MEETING, 'focus = "votes"'))
    assert "votes_per_person = 2" in error.mend


def test_one_mistake_gives_one_sentence() -> None:
    for file, old, new in (
        (MEETING, "minutes = 40", "minuter = 40"),
        (MEETING, 'kind = "break"', 'kind = "brake"'),
        (PACK, "[pack]", ""),
        (PACK, "least = 3, most = 5", 'least = "3", most = 5'),
        (PACK, 'room = "run"', "room = 3"),
        (PACK, "votes_per_person = 2", 'votes_per_person = "to"'),
    ):
        assert len(damaged(file, old, new)) == 1, (old, new)


def test_all_faults_are_told_at_once_from_the_top() -> None:
    pack = (
        files()[PACK]
        .replace('tone = "good"', 'tone = "grøn"')
        .replace("soft_max_people = 12", "soft_max = 12")
    )
    meeting = files()[MEETING].replace("minutes = 60", "minutes = -1").replace("{maaling}", "{x}")
    # With the other ways to hold the meeting, which the pack points to.
    errors = errors_of({**files(), PACK: pack, MEETING: meeting})
    assert [error.file for error in errors] == [PACK, PACK, MEETING, MEETING]
    lines = [error.line or 0 for error in errors]
    assert lines[0] < lines[1] and lines[2] < lines[3]
    assert str(PackErrors(errors)).count("\n") == 3


def test_both_files_may_be_unreadable() -> None:
    assert {error.file for error in errors_of({PACK: "[", MEETING: "["})} == {PACK, MEETING}


def test_the_same_id_twice_names_the_first_place() -> None:
    error = damaged(PACK, 'id = "amr"', 'id = "leder"')[0]
    first = line_of(PACK, 'id = "leder"')
    assert f"også står i linje {first}" in error.problem


def test_meetings_need_ids_of_their_own() -> None:
    again = {**files(), "meetings/z.toml": files()[MEETING]}
    (error,) = errors_of(again)
    assert (error.file, error.line) == ("meetings/z.toml", 4)
    assert MEETING in error.problem


def test_a_pack_needs_its_files() -> None:
    assert "mangler" in str(errors_of({})[0])
    assert any("intet møde" in str(each) for each in errors_of({PACK: files()[PACK]}))


def test_the_meeting_must_fit_its_own_range() -> None:
    (error,) = damaged(MEETING, "minutes = 60", "minutes = 160")
    assert "260 minutter" in error.problem and "120–180" in error.problem


def test_the_steps_must_fill_the_item() -> None:
    (error,) = damaged(MEETING, "minutes = 12", "minutes = 11")
    assert error.line == line_of(MEETING, "minutes = 40")
    assert "39" in error.problem and "40" in error.problem


HOSTILE = [
    "x = " + "[" * 20_000,
    "x = " + "[" * 20_000 + "]" * 20_000,
    "x = " + "{a=" * 3_000,
    "x = " + "9" * 9_000,
    "x = 0x" + "f" * 9_000,
    ".".join(["a"] * 4_000) + " = 1",
    "[" + ".".join(['"a"'] * 1_500) + "]",
    "\n".join(f"k{number} = {number}" for number in range(20_000)),
    "[[roles]]\n" * 20_000,
    "x = 1e999999",
    "x = nan",
    'x = "\\uD800"',
    "\x00",
    "\ufeff[pack]",
    "a" * 1_000_001,
    "# " + "x" * 20_000,
    "",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_hostile_text_gets_an_answer(text: str) -> None:
    for texts in ({**files(), PACK: text}, {**files(), MEETING: text}):
        errors = errors_of(texts)
        assert len(errors) <= MOST
        for error in errors:
            assert len(str(error)) < 400
            assert str(error).isprintable()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(PackErrors, match="mangler"):
        load_pack(tmp_path / "nothing")
    folder = tmp_path / "pack"
    (folder / "meetings").mkdir(parents=True)
    (folder / PACK).write_bytes('[pack]\ntitle = "Fælles"'.encode("latin-1"))
    (folder / MEETING).write_bytes(b"#" * 1_000_001)
    with pytest.raises(PackErrors) as caught:
        load_pack(folder)
    first, second = caught.value.errors
    assert (first.file, first.line) == (PACK, 2)
    assert "UTF-8" in first.mend
    assert "for stor" in second.problem


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    for name, text in files().items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_pack(tmp_path) == load_pack(FOLDER)
    text = read_files(tmp_path)[PACK].replace('tone = "good"', 'tone = "grøn"')
    errors = errors_of({**read_files(tmp_path), PACK: text})
    assert errors[0].line == line_of(PACK, 'tone = "good"')


@pytest.mark.parametrize("passes", ['["x"]', '["x", "x"]'])
def test_two_passes_need_both_axes(passes: str) -> None:
    matrix = 'id = "mulighedsrum"'
    (error,) = damaged(PACK, matrix, f"{matrix}\npasses = {passes}")
    assert error.line == line_of(PACK, matrix) + 1
    assert "begge akser" in error.problem


def test_a_key_that_has_retired_is_passed_over_so_that_old_programmes_open() -> None:
    texts = {
        **files(),
        MEETING: files()[MEETING].replace(
            'kind = "questions",', 'kind = "questions", groups = { least = 3, most = 5 },', 1
        ),
    }
    assert "groups = { least = 3, most = 5 }" in texts[MEETING]
    assert parse_pack(texts) == parse_pack(files())
