"""The årshjul as a calendar file (iCalendar, RFC 5545) that other calendars can open."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from trivselsdesk.domain.agenda import length
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Event, Meeting
from trivselsdesk.domain.wheel import EVENT, MEETING, Mark, marks

if TYPE_CHECKING:
    import icalendar

ENDING = ".ics"
ZONE = "Europe/Copenhagen"
HOUR = 60
"""Minutes of a date with a clock time where nothing says how long it takes."""
YEARS_AHEAD = 4
"""How far ahead dates are taken along: past the next APV."""


def make(book: Book, pack: Pack, now: datetime, only: Mark | None = None) -> bytes:
    """All that is to come, or one date, as the bytes of a file. ``now`` is local time.

    The same date has the same UID each time, so that a calendar that opens the file again moves it
    and does not show it twice. There are no alarms: the program reminds, nobody else.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Trivselsdesk//Årshjul//DA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Årshjul – {_on_one_line(book.programme.name)}")
    calendar.add("x-wr-timezone", ZONE)
    seen: set[tuple[str, str]] = set()
    for mark in [only] if only is not None else to_come(book, pack, now.date()):
        # What comes again is one date with a rule.
        if (mark.source, mark.id) not in seen:
            seen.add((mark.source, mark.id))
            calendar.add_component(_component(book, mark, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def to_come(book: Book, pack: Pack, today: date) -> list[Mark]:
    """What the whole file holds: everything from today on that is not done."""
    end = date(today.year + YEARS_AHEAD, 12, 31)
    return [each for each in marks(book, pack, today, end, today) if not each.done]


def file_name(book: Book, only: Mark | None = None) -> str:
    """A name to propose, such as »Årshjul – Børnehuset Kastanjen.ics«."""
    name = only.title if only is not None else f"Årshjul – {book.programme.name}"
    # Windows allows neither these signs nor a full stop at the end.
    name = " ".join(re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", name).split())[:80].rstrip(" .")
    return f"{name or 'Årshjul'}{ENDING}"


def _component(book: Book, mark: Mark, now: datetime) -> icalendar.Event:
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", f"{mark.source}-{mark.id}@trivselsdesk")
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("summary", _on_one_line(mark.title) or "Uden navn")
    if mark.start is None:
        entry.add("dtstart", mark.day)
        entry.add("dtend", mark.end + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    else:
        begins = _at(mark.day, mark.start)
        entry.add("dtstart", begins)
        entry.add("dtend", begins + timedelta(minutes=_minutes(book, mark)))
    if mark.place:
        entry.add("location", _clean(mark.place))
    words = [_clean(mark.note), f"Ansvarlig: {_clean(mark.owner)}" if mark.owner else ""]
    words.append(f"Trivselsdesk · {_on_one_line(book.programme.name)}")
    entry.add("description", "\n".join(each for each in words if each))
    event = book.find(Event, mark.id) if mark.source == EVENT else None
    if event is not None and event.every_months:
        entry.add("rrule", _rule(event, mark))
    return entry


def _rule(event: Event, mark: Mark) -> dict[str, Any]:
    rule: dict[str, Any] = {"freq": "monthly", "interval": event.every_months}
    first = event.day or mark.day
    if first.day > 28:
        # A plain rule leaves out the months that are too short; ours takes their last day.
        rule |= {"bymonthday": list(range(28, first.day + 1)), "bysetpos": -1}
    if event.until is not None:
        last = _at(event.until, 24 * 60 - 1).astimezone(UTC)
        rule["until"] = event.until if mark.start is None else last
    return rule


def _minutes(book: Book, mark: Mark) -> int:
    if mark.source != MEETING:
        return HOUR
    return length(book, book.get(Meeting, mark.id)) or HOUR


def _at(day: date, minutes: int) -> datetime:
    from zoneinfo import ZoneInfo

    hours, rest = divmod(min(minutes, 24 * 60 - 1), 60)
    return datetime.combine(day, time(hours, rest), ZoneInfo(ZONE))


def _clean(text: str) -> str:
    return "".join(each for each in text if each in "\n\t" or ord(each) >= 32).strip()


def _on_one_line(text: str) -> str:
    # A name from elsewhere may hold line breaks, which no calendar takes in its own.
    return " ".join(_clean(text).split())
