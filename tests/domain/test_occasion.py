"""Why a unit begins: the words that come with it, where they are said, and where the room sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from trivselsdesk import paths
from trivselsdesk.domain import occasion, part
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Occasion, OccasionWords, Pack
from trivselsdesk.domain.records import Programme
from trivselsdesk.domain.runsheet import run_sheet
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.timing import read
from trivselsdesk.domain.wall.model import Sheet
from trivselsdesk.domain.wall.view import Scene, wall_view
from trivselsdesk.packs.loader import load_pack

NOW = datetime(2026, 5, 5)
CARE = Occasion(
    id="rystet",
    title="Vi er blevet rystet",
    tips=("Gå langsomt",),
    script=("Ingen skal sige mere, end de vil",),
    wall="I dag passer vi på hinanden",
    words=(OccasionWords(meeting="workshop", item="fordeling", script=("Hvad har du brug for?",)),),
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    shipped = load_pack(paths.resource_dir() / "packs" / "trivselsdialog")
    item = shipped.meetings[0].items[1].id
    words = (replace(CARE.words[0], meeting=shipped.meetings[0].id, item=item),)
    return replace(shipped, occasions=(replace(CARE, words=words),))


def book_of(pack: Pack, **values: str) -> Book:
    records = new_programme(pack, "Kastanjen", NOW)
    return Book(replace(each, **values) if isinstance(each, Programme) else each for each in records)  # type: ignore[arg-type]


def firsts(book: Book) -> list[Slot]:
    """The first part of each item."""
    found = slots(book, book.meeting)
    return [each for place, each in enumerate(found) if not place or found[place - 1].item.id != each.item.id]


def test_its_words_open_the_meeting_and_stand_first_in_their_item(pack: Pack) -> None:
    plain, book = book_of(pack), book_of(pack, occasion="rystet")
    opening, second = firsts(book)[:2]
    was = part.script(plain, pack, firsts(plain)[0])
    assert part.script(book, pack, opening) == ["Ingen skal sige mere, end de vil", *was]
    assert part.tips(book, pack, opening)[0] == "Gå langsomt"
    assert part.script(book, pack, second)[0] == "Hvad har du brug for?"
    for slot in slots(book, book.meeting):
        if slot not in (opening, second):
            assert "Hvad har du brug for?" not in part.script(book, pack, slot)
            assert "Gå langsomt" not in part.tips(book, pack, slot)


def test_the_room_is_told_its_line_before_the_meeting_and_nothing_of_an_own_one(pack: Pack) -> None:
    def told(book: Book) -> list[str]:
        scene = Scene(book, pack, book.meeting, read(book, book.meeting, 0.0, 0.0), None)
        content = wall_view(scene).content
        assert isinstance(content, Sheet)
        return [block.title for block in content.blocks]

    assert told(book_of(pack, occasion="rystet"))[0] == "I dag passer vi på hinanden"
    own = book_of(pack, own_occasion="Ny leder")
    assert told(own) == told(book_of(pack))
    assert occasion.title(own, pack) == "Ny leder"


def test_the_run_sheet_says_core_task_and_occasion(pack: Pack) -> None:
    book = book_of(pack, occasion="rystet", core_task="Børns trivsel\nog leg")
    sheet = run_sheet(book, pack, book.meeting, NOW.date(), full=True)
    assert sheet.purpose == (("Kerneopgave", "Børns trivsel og leg"), ("Anledning", "Vi er blevet rystet"))
    assert sheet.rows[0].quotes[0] == "»Ingen skal sige mere, end de vil«"
    assert sheet.rows[0].tips[0] == "Gå langsomt"


def test_one_that_the_pack_no_longer_knows_is_as_if_nobody_had_said(pack: Pack) -> None:
    book = book_of(pack, occasion="væk")
    assert occasion.title(book, pack) == "" and occasion.wall_line(book, pack) == ""
