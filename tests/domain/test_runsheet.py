"""The drejebog as words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.documents.sample import NOW, PACK, P, bare, kastanjen
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Variable
from trivselsdesk.domain.records import AgendaItem, ClockState, Meeting, Record, SlotLog, Step
from trivselsdesk.domain.runsheet import RunSheet, run_sheet


def sheet(book: Book, *, full: bool = False) -> RunSheet:
    return run_sheet(book, PACK, book.meeting, NOW.date(), full=full)


def changed(book: Book, record_id: str, **values: object) -> Book:
    """The book with one record changed."""
    rows: list[Record] = [
        replace(each, **values) if each.id == record_id else each  # type: ignore[arg-type]
        for each in book.everything()
    ]
    return Book(rows)


def test_heading_says_what_when_where_and_how_many() -> None:
    words = sheet(kastanjen())
    assert words.heading == "Trivselsdialog i Børnehuset Kastanjen"
    assert words.facts == "Onsdag 20. maj 2026 · kl. 13.00–15.40 · Salen · 12 deltagere"
    assert words.printed == "udskrevet 18. maj 2026"


def test_roles_of_the_meeting_bear_names_and_place_in_the_trio() -> None:
    assert sheet(kastanjen()).roles == (
        ("Styrer mødet", "Lone Friis"),
        ("Holder tiden", "Ole"),
        ("Samler op", "Sanne (AMR)"),
        ("Viser pinke sedler", "Karin (TR)"),
    )


def test_rows_follow_each_other_in_time() -> None:
    rows = sheet(kastanjen()).rows
    assert [row.start for row in rows] == ["13.00", "13.10", "13.20", "14.00", "14.10", "14.30", "15.30"]
    assert [row.speaker for row in rows] == ["Birgit", "Lone", "Lone", "", "Lone", "Lone", "Sanne"]
    assert [row.pause for row in rows].index(True) == 3


def test_steps_stand_as_points_with_their_minutes() -> None:
    parts = sheet(kastanjen()).rows[2].parts
    assert parts[0].text == "Trin 1 · 20 min: To sedler ad gangen. Trioen til sidst"


def test_a_step_without_a_point_shows_its_title() -> None:
    book = changed(kastanjen(), "i2s0", point="")
    assert sheet(book).rows[2].parts[0].text == "Trin 1 · 20 min: Præsentér sedler"


def test_what_to_say_is_quoted_once() -> None:
    book = changed(kastanjen(), "i0", script="»Hej« til jer\nVelkommen")
    assert sheet(book, full=True).rows[0].quotes == ("»Hej« til jer", "»Velkommen«")


def test_the_short_sheet_keeps_the_points_and_the_first_thing_to_say() -> None:
    book = changed(kastanjen(), "i0", script="Velkommen\nGodt, I er her", tips="Giv hånd")
    row = sheet(book).rows[0]
    assert row.quotes == ("»Velkommen«", "»Godt, I er her«"), "what the unit has written stays"
    assert row.parts and not row.tips
    assert sheet(changed(book, "i0", pack_item="borte")).rows[0].quotes == ("»Velkommen«",)


def test_what_a_step_says_is_not_said_again_under_its_row() -> None:
    said = kastanjen().get(AgendaItem, "i2").script
    book = changed(changed(kastanjen(), "i2", tips="Rejs jer"), "i2s0", script=said)
    book = changed(book, "i2s1", tips="Rejs jer")
    row = sheet(book, full=True).rows[2]
    assert not row.quotes and not row.tips
    assert row.parts[0].quotes and row.parts[1].tips == ("Rejs jer",)


def test_variables_of_the_process_are_filled_in() -> None:
    pack = replace(PACK, variables=(Variable(id="sted", label="Sted", default="Albertslund"),))
    book = changed(kastanjen(), "i0", points="Velkommen til {sted}")
    assert (
        run_sheet(book, pack, book.meeting, NOW.date()).rows[0].parts[0].text == "Velkommen til Albertslund"
    )


def test_the_end_says_how_long_the_room_is_ours() -> None:
    end = sheet(kastanjen()).end
    assert end is not None and (end.clock, end.room) == ("15.40", "lokalet er jeres til 16.00")


def test_a_booking_that_is_too_short_is_said() -> None:
    end = sheet(changed(kastanjen(), "m", room_until=15 * 60 + 30)).end
    assert end is not None and end.room == "lokalet er kun jeres til 15.30"


def test_a_programme_with_nothing_filled_in() -> None:
    words = sheet(bare())
    assert words.heading == "Trivselsdialog"
    assert words.facts == "Dato ikke sat · kl. 13.00"
    assert words.end is None and not words.rows and not words.rules
    assert {names for _, names in words.roles} == {""}


def test_a_held_meeting_shows_when_things_really_began() -> None:
    def at(hour: int, minute: int) -> float:
        return datetime(2026, 5, 20, hour, minute).timestamp()

    logs = [
        SlotLog(id="i0", programme_id=P, meeting_id="m", started=at(13, 2), ended=at(13, 14)),
        SlotLog(id="i2s1", programme_id=P, meeting_id="m", started=at(13, 50), ended=at(14, 1)),
        SlotLog(id="i2s0", programme_id=P, meeting_id="m", started=at(13, 26), ended=at(13, 50)),
        SlotLog(id="i6", programme_id=P, meeting_id="m", started=at(15, 31), ended=at(15, 44)),
    ]
    book = Book([*kastanjen().everything(), *logs, ClockState(id="m", programme_id=P, state="ended")])
    words = sheet(book)
    assert [row.actual for row in words.rows] == ["13.02", "", "13.26", "", "", "", "15.31"]
    assert words.end is not None and words.end.actual == "15.44"


def test_only_the_rows_of_this_meeting_are_there() -> None:
    other = Meeting(id="m2", programme_id=P, pack_meeting="m", title="Opfølgning", rank=1.0)
    stray = AgendaItem(id="x", programme_id=P, meeting_id="m2", title="Andet møde", minutes=5)
    step = Step(id="xs", programme_id=P, item_id="x", title="Trin", minutes=5)
    book = Book([*kastanjen().everything(), other, stray, step])
    assert "Andet møde" not in [row.title for row in sheet(book).rows]
    assert run_sheet(book, PACK, other, NOW.date()).rows[0].title == "Andet møde"
