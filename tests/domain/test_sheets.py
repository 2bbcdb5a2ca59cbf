"""A board with a sheet for each theme: what hangs there is the theme's, and is never lost (001: D65)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.domain.sample import HVERDAG, PACK
from trivselsdesk.domain import part, theme_time, timing
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.board import board_view, card
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.desk import copied
from trivselsdesk.domain.commands.rows import is_untouched
from trivselsdesk.domain.minutes import minutes
from trivselsdesk.domain.pack import Board, Pack, PackItem, Tool, Zone
from trivselsdesk.domain.records import AgendaItem, Initiative, Meeting, Note, Programme
from trivselsdesk.domain.sheets import first_boards, proposals, sheet_for
from trivselsdesk.domain.tableau import notes_tableau

Q = {"programme_id": "p"}
NOW = 1_000_000.0
BOARD = Board(
    id="stop",
    title="Stop – mere",
    per="initiative",
    zones=(Zone(id="stop", title="Stop"), Zone(id="mere", title="Gør mere af", short="Mere", tone="good")),
)
TOOL = Tool(kind="board", params={"board": "stop"})


def pack() -> Pack:
    meeting = replace(PACK.meetings[0], items=(PackItem(id="ark", title="Ark", minutes=60, tool=TOOL),))
    return replace(PACK, boards=(*PACK.boards, BOARD), meetings=(meeting,))


@pytest.fixture
def book() -> Book:
    return Book(
        [
            Programme(id="p", pack_id="proeve", pack_version="1", name="Huset", **Q),
            Meeting(id="m", pack_meeting="moede", title="Mødet", rank=1.0, **Q),
            AgendaItem(
                id="a", meeting_id="m", title="Ark", minutes=60, tool="board", pack_item="ark", rank=1.0, **Q
            ),
            Initiative(id="i1", name="Tonen", rank=1.0, **Q),
            Initiative(id="i2", name="Programmerne", rank=2.0, **Q),
            Note(id="n1", board="stop:i1", zone="mere", text="Sig godmorgen", kind="gul", **Q),
            Note(id="n2", board="stop:i2", zone="stop", text="Dobbelt arbejde", kind="gul", **Q),
            Note(id="n3", board="stop:i1", zone="stop", text="Hemmeligt", kind="gul", sealed=True, **Q),
        ]
    )


def the_slot(book: Book) -> Slot:
    return slots(book, book.meeting)[0]


def on_hand(book: Book) -> str:
    tool = part.tool_of(book, pack(), book.meeting, the_slot(book))
    return str(tool.params["board"])


def test_the_part_works_on_the_sheet_of_the_theme_that_is_at_hand(book: Book) -> None:
    assert on_hand(book) == "stop:i1"
    clock, logs = timing.go_to(book, book.meeting, the_slot(book), NOW)
    book = Book([*book.everything(), clock, *logs])
    begun = theme_time.begun(book, book.meeting, the_slot(book), "i2", NOW + 60)
    assert on_hand(Book([*book.everything(), begun])) == "stop:i2"


def test_without_a_theme_the_board_itself_is_at_hand(book: Book) -> None:
    kept = [each for each in book.everything() if not isinstance(each, Initiative)]
    assert on_hand(Book(kept)) == "stop"


def test_each_sheet_has_its_own_notes_and_says_its_theme(book: Book) -> None:
    view = board_view(book, sheet_for(pack(), BOARD, "i1"))
    assert [[note.text for note in zone.loose] for zone in view.zones] == [[], ["Sig godmorgen"]]
    assert [zone.zone.hint for zone in view.zones] == ["Tema: Tonen", "Tema: Tonen"]
    assert card(book, pack(), "n1").tone == "good", "a card knows its zone from whatever sheet"
    assert board_view(book, HVERDAG).zones[0].zone == HVERDAG.zones[0]


def test_the_handleplan_is_offered_what_the_room_proposed_but_nothing_that_is_put_away(book: Book) -> None:
    assert [(each.note.text, each.zone) for each in proposals(book, pack(), "i1")] == [
        ("Sig godmorgen", "Mere")
    ]


def test_notes_of_a_theme_that_is_gone_are_still_counted_and_in_the_minutes(book: Book) -> None:
    gone = Book([each for each in book.everything() if each.id != "i2"])
    assert [each.id for each in first_boards(gone, pack())] == ["hverdag", "stop:i1", "stop:i2"]
    told = [title for title, _ in minutes(gone, pack(), gone.meeting, datetime(2026, 5, 20)).themes]
    assert "Gør mere af – Tonen" in told and "Stop" in told


def test_the_table_for_a_spreadsheet_has_the_notes_of_every_sheet(book: Book) -> None:
    said = [row[:2] for row in notes_tableau(book, pack(), date(2026, 5, 20)).rows]
    assert said == [("Sig godmorgen", "Gør mere af"), ("Dobbelt arbejde", "Stop")]


def test_an_initiative_with_something_on_its_sheet_is_not_dropped_as_empty(book: Book) -> None:
    bare = replace(book.get(Initiative, "i2"), name="")
    assert not is_untouched(book, bare)
    assert is_untouched(Book([each for each in book.everything() if each.id != "n2"]), bare)


def test_a_copy_keeps_each_note_on_the_sheet_of_its_own_theme(book: Book) -> None:
    made = Book(copied(book.everything()))
    names = {each.id: each.name for each in made.of(Initiative)}
    told = {note.text: names[note.board.partition(":")[2]] for note in made.of(Note)}
    assert told == {"Sig godmorgen": "Tonen", "Dobbelt arbejde": "Programmerne", "Hemmeligt": "Tonen"}
    assert "i1" not in names
