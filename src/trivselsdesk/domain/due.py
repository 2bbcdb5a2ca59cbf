"""When something is due: a date, words such as »om 2 måneder«, or a named meeting – all end in one date here.

``Action.due`` always holds the date that was meant, so that lists can sort by it. ``due_words`` keeps how it
was said, and ``due_event`` which meeting: when that moves, the commands that move it move the due along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.danish import format_date, parse_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.months import first_repeat, friday_of, last_of_month
from trivselsdesk.domain.records import Action, Event, Initiative, Meeting

FAR = date(2100, 12, 31)
_LEAD = re.compile(r"^(?:(?:senest|inden(?: for)?|ved|på|til|det|den|vores|jeres)\b\s*)+")
_NEXT = re.compile(r"^(?:næste|kommende)\b\s*")
_ENDINGS = ("", "t", "et", "n", "en", "r", "er")
"""»personalemødet« names »Personalemøde«."""


@dataclass(frozen=True)
class Due:
    """A due as it was said, and the day that it came to."""

    day: date | None
    words: str = ""
    event_id: str = ""

    def values(self) -> dict[str, Any]:
        """The fields of an action that hold it."""
        return {"due": self.day, "due_words": self.words, "due_event": self.event_id}


@dataclass(frozen=True)
class NamedDay:
    """A coming meeting that something can be due at."""

    id: str
    """Of an ``Event`` or a ``Meeting``."""
    title: str
    day: date


def parse_deadline(text: str, today: date) -> Due | None:
    """The due that was typed as a date or as words; None when it is neither (001: the examples of Hvornår).

    »næste uge« is until its Friday, »næste måned« until its last day (our reading: the sources say neither).
    A day of the calendar keeps no words; a span keeps them.
    """
    cleaned = re.sub(r"\s+", " ", text.strip().lower()).rstrip(".,")
    bare = _LEAD.sub("", cleaned)
    day = _span_end(bare, today) or (
        parse_date("om " + bare, today) if cleaned.startswith("inden for") else None
    )
    if day is not None:
        return Due(day, text.strip())
    day = parse_date(bare, today)
    if day is None:
        return None
    return Due(day, text.strip() if bare.startswith("om ") else "")


def read_due(book: Book, text: str, today: date) -> Due | None:
    """The due that was typed: a date, words, or the name of a meeting on the årshjul; None when unclear.

    An empty text is no due at all. »næste møde« is the first meeting from today on.
    """
    if not text.strip():
        return Due(None)
    named = _named(book, text, today)
    if named is not None:
        return Due(named.day, "", named.id)
    return parse_deadline(text, today)


def named_days(book: Book, today: date) -> list[NamedDay]:
    """The meetings from today on that something can be due at, each at its next time, in order."""
    found = [
        NamedDay(event.id, event.title, day)
        for event in book.of(Event)
        if not event.done and (day := next_time(event, today)) is not None
    ]
    found += [
        NamedDay(meeting.id, meeting.title, meeting.day)
        for meeting in book.meetings()
        if meeting.day is not None and meeting.day >= today
    ]
    return sorted(found, key=lambda each: (each.day, each.title, each.id))


def next_time(event: Event, today: date) -> date | None:
    """The event's first day from today on, or None."""
    if event.day is None:
        return None
    return first_repeat(event.day, event.every_months, today, event.until or FAR)


def due_of(book: Book, action: Action, today: date | None = None) -> date | None:
    """The day that an action is due. With ``today``, words that no date was worked out for are read anew."""
    if action.due is not None or today is None:
        return action.due
    if action.due_event:
        return next((each.day for each in named_days(book, today) if each.id == action.due_event), None)
    due = parse_deadline(action.due_words, today) if action.due_words else None
    return due.day if due else None


def due_source(book: Book, action: Action) -> str:
    """How the due was said, beside its date: the meeting's title, or the words; empty for a plain date."""
    return words_of(book, Due(action.due, action.due_words, action.due_event))


def told_due(book: Book, action: Action, today: date | None = None) -> str:
    """»17. juni 2026 (Personalemøde)«: the day, and how it was said; empty where nothing was.

    With ``today`` the year is said only when it is another one.
    """
    year = today is None or (action.due is not None and action.due.year != today.year)
    day = format_date(action.due, year=year) if action.due else ""
    said = " ".join(due_source(book, action).split())
    return f"{day} ({said})" if day and said else day or said


def words_of(book: Book, due: Due) -> str:
    """How a due was said: the meeting's title, or the words; empty for a plain date."""
    event = book.find(Event, due.event_id) or book.find(Meeting, due.event_id)
    return event.title if event is not None else due.words


def moved_along(book: Book, anchor_id: str, before: date | None, after: date | None) -> Iterator[Edit]:
    """Edits for the actions and follow-ups that are due at a meeting that moves from one day to another.

    What comes again keeps its place in the row: due at the third time, it stays due at the third.
    """
    for action in list(book.of(Action)):
        if action.due_event != anchor_id:
            continue
        yield Put(replace(action, due=_along(action.due, before, after)))
    for initiative in list(book.of(Initiative)):
        if initiative.followup_event == anchor_id:
            day = _along(initiative.followup_day, before, after)
            yield Put(replace(initiative, followup_day=day))


def _along(day: date | None, before: date | None, after: date | None) -> date | None:
    if before is None or day is None or after is None:
        return after
    return day + (after - before)


def kept_anchor(book: Book, anchor_id: str, day: date | None) -> str:
    """The meeting that something stays due at on another day: the same if it is held then, else none."""
    event = book.find(Event, anchor_id)
    if event is not None:
        return anchor_id if day is not None and next_time(event, day) == day else ""
    meeting = book.find(Meeting, anchor_id)
    return anchor_id if meeting is not None and day is not None and meeting.day == day else ""


def let_go(book: Book, anchor_id: str) -> Iterator[Edit]:
    """Edits for the actions that were due at a meeting that goes: they keep the day."""
    for action in list(book.of(Action)):
        if action.due_event == anchor_id:
            yield Put(replace(action, due_event=""))
    for initiative in list(book.of(Initiative)):
        if initiative.followup_event == anchor_id:
            yield Put(replace(initiative, followup_event=""))


def _named(book: Book, text: str, today: date) -> NamedDay | None:
    wanted = re.sub(r"\s+", " ", text.strip().lower()).rstrip(".,")
    wanted = _NEXT.sub("", _LEAD.sub("", wanted))
    if not wanted:
        return None
    days = named_days(book, today)
    if wanted in ("møde", "mødet"):
        events = {each.id for each in book.of(Event) if each.kind == "meeting"}
        meetings = {each.id for each in book.meetings()}
        return next((each for each in days if each.id in events | meetings), None)
    forms = [(each, each.title.strip().lower()) for each in days]
    return next((each for each, title in forms if wanted in {title + end for end in _ENDINGS}), None)


def _span_end(words: str, today: date) -> date | None:
    if words in ("i denne uge", "denne uge", "i ugen"):
        return friday_of(today)
    if words in ("næste uge", "i næste uge"):
        return friday_of(today, 1)
    if words in ("denne måned", "i denne måned"):
        return last_of_month(today)
    if words in ("næste måned", "i næste måned"):
        return last_of_month(last_of_month(today) + timedelta(days=1))
    if words in ("om et halvt år", "om et halvår"):
        return parse_date("om 6 måneder", today)
    if words == "om et kvartal":
        return parse_date("om 3 måneder", today)
    week = re.fullmatch(r"(?:i )?uge (\d{1,2})", words)
    return _week(int(week[1]), today) if week else None


def _week(number: int, today: date) -> date | None:
    """Friday of the coming week with that number."""
    for year in (today.year, today.year + 1):
        try:
            friday = date.fromisocalendar(year, number, 5)
        except ValueError:
            continue
        if friday >= today:
            return friday
    return None
