"""A spreadsheet with what many have said becomes notes: columns guessed, faults by row, doubles added up."""

from __future__ import annotations

from dataclasses import replace

from tests.domain import across
from tests.domain.sample import HVERDAG, PACK, fresh, run
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.notes import TakeInNotes
from trivselsdesk.domain.intake import COUNT, SKIP, TAG, TEXT, ZONE, Intake, as_notes, guess, intake, table_of
from trivselsdesk.domain.note_tags import tags_of
from trivselsdesk.domain.records import Note

HEAD = ["Seddel", "Felt", "Antal", "Forvaltning", "Tid på døgnet", "Navn"]


def book() -> Book:
    return Book(across.records(agreed=False, start=False))


def read(*rows: list[str], otherwise: str = "") -> Intake:
    table = table_of([HEAD, *rows])
    roles = guess(table, across.pack(), across.board())
    return intake(table, roles, book(), across.pack(), across.board(), otherwise)


def test_columns_are_known_by_their_headings() -> None:
    table = table_of([HEAD])
    assert guess(table, across.pack(), across.board()) == (
        TEXT,
        ZONE,
        COUNT,
        f"{TAG}forvaltning",
        f"{TAG}doegn",
        SKIP,
    )


def test_without_a_heading_the_zones_and_the_longest_words_tell() -> None:
    table = table_of([["ssp", "Vi taler om de samme unge på tre møder"], ["", "x"], ["fritid", ""]])
    assert guess(replace(table, head=("A", "B")), across.pack(), across.board())[0] == ZONE


def test_doubles_are_added_up_with_where_they_come_from() -> None:
    found = read(
        ["Vi mangler overblik", "På tværs", "3", "Skole", "aften", "Ib"],
        ["vi mangler  overblik.", "paa_tvaers", "", "SSP", "Dag", "Bo"],
        ["Vi mangler overblik", "Fritid", "2,0", "", "", ""],
    )
    assert not found.faults
    assert [(each.text, each.zone, each.said) for each in found.taken] == [
        ("Vi mangler overblik", "paa_tvaers", 4),
        ("Vi mangler overblik", "fritid", 2),
    ]
    assert found.taken[0].tags == {"forvaltning": {"Skole": 3, "SSP": 1}, "doegn": {"aften": 3, "dag": 1}}
    assert (found.rows, found.doubles) == (3, 1)
    assert "Ib" not in repr(found.taken)


def test_every_fault_names_its_row_in_the_file() -> None:
    found = read(
        ["", "SSP", "", "", "", ""],
        ["", "", "", "", "", ""],
        ["Noget", "Klubben", "", "", "", ""],
        ["Noget", "SSP", "mange", "", "", ""],
        ["Noget", "", "", "", "", ""],
        ["Noget", "SSP", "-1", "", "", ""],
        ["Noget", "SSP", "", "", "daggry", ""],
        ["x" * 10_001, "SSP", "", "", "", ""],
    )
    assert {each.row for each in found.faults} == {2, 4, 5, 6, 7, 8, 9}
    words = {each.row: each.words for each in found.faults}
    assert words[4] == "Feltet »Klubben« findes ikke. Skriv På tværs, Fritid, Fællesskaber, SSP."
    assert "mange" in words[5] and "daggry" in words[8]
    assert not found.taken


def test_the_same_file_a_second_time_brings_nothing_new() -> None:
    every, pack, board = book(), across.pack(), across.board()
    table = table_of([HEAD, ["Vi mangler overblik", "SSP", "12", "Skole", "", ""]])
    roles = guess(table, pack, board)
    found = intake(table, roles, every, pack, board)
    notes = as_notes(found.taken, every.programme.id, board, pack)
    run(every, TakeInNotes(programme_id=every.programme.id, notes=notes))
    note = next(every.of(Note))
    assert (note.said, tags_of(note)) == (12, {"forvaltning": {"Skole": 12}})
    again = intake(table, roles, every, pack, board)
    assert (again.taken, again.known) == ((), 1)


def test_signs_that_nobody_sees_are_taken_out_and_formulas_stay_words() -> None:
    found = read(['\u202e=HYPERLINK("x")\u200b\x00', "SSP", "", "", "", ""], otherwise="ssp")
    assert [each.text for each in found.taken] == ['=HYPERLINK("x")']


def test_the_trios_notes_wait_sealed_as_if_they_were_written_here() -> None:
    every, pack = fresh(), PACK
    table = table_of([["Seddel", "Felt", "Type"], ["Ro", "Fungerer godt", "Pink"], ["Larm", "mindre", "gul"]])
    found = intake(table, guess(table, pack, HVERDAG), every, pack, HVERDAG)
    notes = as_notes(found.taken, every.programme.id, HVERDAG, pack)
    assert [(each.kind, each.sealed) for each in notes] == [("pink", True), ("gul", False)]
    table = table_of([["Seddel", "Felt", "Type"], ["Ro", "godt", "blå"]])
    (fault,) = intake(table, guess(table, pack, HVERDAG), every, pack, HVERDAG).faults
    assert fault.words == "»blå« er ikke en slags seddel. Skriv Gul eller Pink."


def test_five_thousand_rows_are_all_taken_in() -> None:
    rows = [[f"Udsagn nummer {n} om noget", "SSP", "2", "Skole", "dag", ""] for n in range(5000)]
    found = read(*rows)
    assert [each.text for each in found.taken] == [row[0] for row in rows]
