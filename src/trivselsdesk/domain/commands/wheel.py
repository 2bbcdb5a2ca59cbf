"""Commands of the årshjul: write an event, move it, say that it has been held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, ClassVar

from trivselsdesk.domain.book import Book, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.due import moved_along, next_time
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.months import months_on, repeats
from trivselsdesk.domain.records import Event

COUNTED_FROM_LAST = ("discussion", "apv")
"""Kinds whose next time is counted from when they were last held, not from a day in the calendar."""


@dataclass(frozen=True, kw_only=True)
class WriteEvent(Command):
    """Set fields of an event; one that is not there yet is made, last. What is due at it moves along."""

    name: ClassVar[str] = "write_event"
    event_id: str
    values: dict[str, Any]
    fold: bool = True

    def edits(self, book: Book) -> list[Edit]:
        known = book.find(Event, self.event_id)
        if known is None:
            blank = Event(id=self.event_id, programme_id=self.programme_id, title="")
            siblings = book.ranked(Event)
            return list(insert_ranked(siblings, len(siblings), [replace(blank, **self.values)]))
        written = replace(known, **self.values)
        if written.day == known.day:
            return [Put(written)]
        return [Put(written), *moved_along(book, known.id, known.day, written.day)]

    def fold_key(self) -> str:
        return self.retry_key() if self.fold else ""

    def retry_key(self) -> str:
        return f"write_event:{self.event_id}:{','.join(sorted(self.values))}"

    def detail(self, book: Book) -> str:
        known = book.find(Event, self.event_id)
        return known.title if known else str(self.values.get("title", ""))


@dataclass(frozen=True, kw_only=True)
class TakeUp(Command):
    """Put events that the process proposed on the wheel, last, in one step."""

    name: ClassVar[str] = "take_up_events"
    events: tuple[Event, ...]

    def edits(self, book: Book) -> list[Edit]:
        siblings = book.ranked(Event)
        return list(insert_ranked(siblings, len(siblings), self.events))

    def detail(self, book: Book) -> str:
        return self.events[0].title if len(self.events) == 1 else ""


@dataclass(frozen=True, kw_only=True)
class MoveEvent(Command):
    """Move an event from one of its days to another; of what comes again the coming times move too.

    What has been held stays where it was.
    """

    name: ClassVar[str] = "move_event"
    event_id: str
    from_day: date
    to_day: date

    def edits(self, book: Book) -> list[Edit]:
        event = book.get(Event, self.event_id)
        span = self.to_day - self.from_day
        if not span or event.day is None:
            return []
        moved = replace(event, day=event.day + span)
        if moved.held is not None and event.held is not None:
            first = coming_after(event, event.held) or event.day
            day = first + span
            moved = replace(moved, day=day, held=min(event.held, day - timedelta(days=1)))
        if moved.until is not None and moved.day is not None:
            moved = replace(moved, until=max(moved.until, moved.day))
        return [Put(moved), *moved_along(book, event.id, self.from_day, self.to_day)]

    def detail(self, book: Book) -> str:
        return book.get(Event, self.event_id).title


@dataclass(frozen=True, kw_only=True)
class HoldEvent(Command):
    """Say that an event has been held, or take it back. Of what comes again it is the time on ``day``.

    Taken back, what is counted from the last time is to be held on ``day`` again: it was put off only because
    it seemed held.
    """

    name: ClassVar[str] = "hold_event"
    event_id: str
    day: date
    held: bool = True

    def edits(self, book: Book) -> list[Edit]:
        event = book.get(Event, self.event_id)
        if not event.every_months:
            return [Put(replace(event, done=self.held))]
        if self.held and event.kind in COUNTED_FROM_LAST:
            # Beyond the calendar it stays where it was.
            day = months_on(self.day, event.every_months) or event.day
            return [Put(replace(event, held=self.day, day=day))]
        if self.held:
            return [Put(replace(event, held=self.day))]
        if event.kind in COUNTED_FROM_LAST and event.day == months_on(self.day, event.every_months):
            return [Put(replace(event, held=None, day=self.day))]
        return [Put(replace(event, held=_before(event, self.day)))]

    def detail(self, book: Book) -> str:
        return book.get(Event, self.event_id).title


def coming_after(event: Event, day: date) -> date | None:
    """The event's first time after a day, or None."""
    return next_time(event, day + timedelta(days=1))


def _before(event: Event, day: date) -> date | None:
    if event.day is None or event.day >= day:
        return None
    return repeats(event.day, event.every_months, event.day, day - timedelta(days=1))[-1]
