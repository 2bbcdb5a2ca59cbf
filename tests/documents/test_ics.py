"""The calendar file, read back with a calendar library: days, clock times, rules and names."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from trivselsdesk import paths
from trivselsdesk.documents import ics
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Event, Initiative
from trivselsdesk.domain.wheel import marks
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.loader import load_pack

NOW = datetime(2026, 6, 5, 9, 0)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.resource_dir() / "packs" / "trivselsdialog")


@pytest.fixture
def book(pack: Pack) -> Book:
    return Book(build_example(pack, paths.example_file().read_text(encoding="utf-8"), "follow"))


def put(book: Book, **values: Any) -> None:
    event = replace(Event(id="e1", programme_id=book.programme.id, title="Personalemøde"), **values)
    book.apply(book.changes([Put(event)]))


def read(data: bytes) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(data)
    return {str(each["summary"]): each for each in calendar.walk("VEVENT")}


def test_everything_to_come_is_in_the_file(book: Book, pack: Pack) -> None:
    put(book, day=date(2026, 8, 31), place="Køkkenet; 1. sal, til venstre", note="Hvad rykker sig?")
    found = read(ics.make(book, pack, NOW))
    followups = {each.name for each in book.of(Initiative) if each.followup_day}
    assert followups <= set(found)
    assert "Sidste frist: handleplanerne er skrevet ind" in found
    assert "Spørgeskemaet er åbent" not in found  # passed in April
    one = found["Personalemøde"]
    assert one["dtstart"].dt == date(2026, 8, 31)
    assert one["dtend"].dt == date(2026, 9, 1)
    assert str(one["location"]) == "Køkkenet; 1. sal, til venstre"
    assert "Hvad rykker sig?\nTrivselsdesk · Børnehuset Kastanjen" in str(one["description"])
    assert not list(one.walk("VALARM"))


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 7, 1), 2), (date(2026, 12, 1), 1)])
def test_a_clock_time_is_danish_in_summer_and_winter(book: Book, pack: Pack, day: date, hours: int) -> None:
    put(book, day=day, start=14 * 60 + 30)
    data = ics.make(book, pack, NOW)
    begins = read(data)["Personalemøde"]["dtstart"].dt
    assert (begins.hour, begins.minute) == (14, 30)
    assert begins.utcoffset() == timedelta(hours=hours)
    assert begins.astimezone(UTC).hour == 14 - hours
    assert b"TZID=Europe/Copenhagen" in data and b"BEGIN:VTIMEZONE" in data


def test_the_meeting_lasts_as_long_as_its_drejebog(book: Book, pack: Pack) -> None:
    meeting = book.meeting
    book.apply(book.changes([Put(replace(meeting, day=date(2026, 6, 20)))]))
    one = read(ics.make(book, pack, NOW))[meeting.title]
    length = sum(item.minutes for item in book.items(meeting.id))
    assert one["dtend"].dt - one["dtstart"].dt == timedelta(minutes=length)
    begins = one["dtstart"].dt
    assert meeting.start == begins.hour * 60 + begins.minute


def test_what_comes_again_is_one_date_with_a_rule_that_keeps_short_months(book: Book, pack: Pack) -> None:
    put(book, day=date(2026, 8, 31), every_months=1, until=date(2027, 8, 1))
    calendar = icalendar.Calendar.from_ical(ics.make(book, pack, NOW))
    mine = [each for each in calendar.walk("VEVENT") if str(each["summary"]) == "Personalemøde"]
    assert len(mine) == 1
    rule = mine[0]["rrule"]
    assert rule["FREQ"] == ["MONTHLY"] and rule["INTERVAL"] == [1]
    assert rule["BYMONTHDAY"] == [28, 29, 30, 31] and rule["BYSETPOS"] == [-1]
    assert rule["UNTIL"] == [date(2027, 8, 1)]


def test_the_same_date_has_the_same_name_each_time_also_when_it_moves(book: Book, pack: Pack) -> None:
    put(book, day=date(2026, 8, 31))
    before = read(ics.make(book, pack, NOW))
    put(book, day=date(2026, 9, 7))
    after = read(ics.make(book, pack, NOW + timedelta(days=30)))
    assert before["Personalemøde"]["uid"] == after["Personalemøde"]["uid"]
    assert len({str(each["uid"]) for each in before.values()}) == len(before)


def test_one_date_alone(book: Book, pack: Pack) -> None:
    put(book, day=date(2026, 8, 31), title="Møde: trio/AMG?")
    every = marks(book, pack, NOW.date(), date(2026, 12, 31), NOW.date())
    mark = next(each for each in every if each.id == "e1")
    assert list(read(ics.make(book, pack, NOW, mark))) == ["Møde: trio/AMG?"]
    assert ics.file_name(book, mark) == "Møde trio AMG.ics"
    assert ics.file_name(book) == "Årshjul – Børnehuset Kastanjen.ics"


def test_lines_are_folded_and_end_as_the_standard_says(book: Book, pack: Pack) -> None:
    put(book, day=date(2026, 8, 31), note="Æøå og meget langt. " * 30)
    lines = ics.make(book, pack, NOW).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"


def test_a_name_of_several_lines_is_one_in_the_calendar(book: Book, pack: Pack) -> None:
    book.apply(book.changes([Put(replace(book.programme, name="Børnehuset\r\nKastanjen\n"))]))
    put(book, title="Møde\nBEGIN:VALARM", day=date(2026, 6, 30))
    data = ics.make(book, pack, NOW)
    assert icalendar.Calendar.from_ical(data)["x-wr-calname"] == "Årshjul – Børnehuset Kastanjen"
    assert "Møde BEGIN:VALARM" in read(data)


def test_the_library_is_read_only_when_a_file_is_made() -> None:
    code = "import sys, trivselsdesk.documents.ics; print('icalendar' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
