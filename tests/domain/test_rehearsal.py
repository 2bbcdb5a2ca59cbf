"""The rehearsal: what each part shows, and what has to be packed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.domain.sample import OPENING, PACK, counter, fresh, item, note, put
from tests.store.desk import snapshot
from trivselsdesk import paths
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Person
from trivselsdesk.domain.rehearsal import packing_list, rehearsed_parts
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.timing import go_to
from trivselsdesk.packs.library import Library


def process() -> tuple[Pack, Book]:
    """The process that comes with the program, and a programme that was just made."""
    shelf = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert shelf is not None
    return shelf.pack, Book(new_programme(shelf.pack, "Kastanjen", datetime(2026, 5, 5, 9, 0), counter()))


def test_every_part_passes_by_with_its_time_and_what_the_wall_shows() -> None:
    pack, book = process()
    note(book, "n", "godt", "Vi griner")
    parts = rehearsed_parts(book, pack, book.meeting, OPENING)
    assert [each.title for each in parts] == [slot.title for slot in slots(book, book.meeting)]
    assert parts[0].clock == "13.00–13.10 · 10 min"
    board = next(each for each in parts if each.title == "Præsentér sedler")
    assert board.clock == "13.20–13.40 · 20 min"
    assert board.shows == "Tavlen »Vores hverdag« med 1 seddel"
    assert all(each.instruction for each in parts)


@pytest.mark.parametrize("begun", [False, True])
def test_the_book_is_as_it_was(begun: bool) -> None:
    pack, book = process()
    if begun:
        clock, logs = go_to(book, book.meeting, slots(book, book.meeting)[2], OPENING)
        put(book, clock, *logs)
    before = snapshot(book)
    rehearsed_parts(book, pack, book.meeting, OPENING)
    packing_list(book, pack, book.meeting)
    assert snapshot(book) == before


def _with_each(*names: str) -> Pack:
    meeting = PACK.meetings[0]
    items = tuple(replace(each, each=names) if each.id == "refleksion" else each for each in meeting.items)
    return replace(PACK, meetings=(replace(meeting, items=items),))


def test_materials_come_once_and_those_for_everybody_are_counted() -> None:
    book = fresh()
    key = book.programme.id
    put(
        book,
        replace(item(book, "velkomst"), materials="Procesguide"),
        replace(item(book, "refleksion"), materials="Postkort, gule sedler; kuglepenne"),
        replace(item(book, "rum"), materials="procesguide\nprikker."),
        *(Person(id=f"p{n}", programme_id=key, name=f"P{n}") for n in range(7)),
        Person(id="lone", programme_id=key, name="Lone", takes_part=False),
    )
    packed = packing_list(book, _with_each("Postkort", "kuglepenne"), book.meeting)
    assert [each.words() for each in packed] == [
        "Procesguide",
        "Postkort – 7 stk.",
        "Gule sedler",
        "Kuglepenne – 7 stk.",
        "Prikker",
    ]
    assert packed[0].items == ("Velkomst", "Find mulighedsrummet")


def test_without_materials_there_is_nothing_to_pack() -> None:
    book = fresh()
    assert packing_list(book, PACK, book.meeting) == []
