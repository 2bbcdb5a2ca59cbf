"""Commands of the statuspil: move an arrow, note what was said about it, hold a follow-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.due import kept_anchor
from trivselsdesk.domain.follow import launched
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Action, Event, Initiative, StatusChange
from trivselsdesk.domain.status import history

FOLLOWUP = "followup"
"""Kind of the events that tell of follow-ups that were held."""
SAME_GESTURE_SECONDS = 60.0
"""Moves of one arrow this close to each other are one line of its history: keys go there step by step."""


@dataclass(frozen=True, kw_only=True)
class MoveStatus(Command):
    """Move an action to another step, and keep who moved it, when and from where (002: F03).

    A slip of the hand – moved, and back within a minute – leaves no line.
    """

    name: ClassVar[str] = "move_status"
    action_id: str
    status: str
    change_id: str
    """Of the line that is written, or that goes on; a fresh one may go on with the line before it."""
    day: date
    at: float
    who: str = ""

    def edits(self, book: Book) -> list[Edit]:
        action = book.get(Action, self.action_id)
        if action.status == self.status:
            return []
        put = Put(replace(action, status=self.status))
        latest = next(iter(history(book, action.id)), None)
        last = book.find(StatusChange, self.change_id) or (
            latest if latest is not None and self._goes_on(latest) else None
        )
        if last is None:
            fresh = StatusChange(
                id=self.change_id,
                programme_id=action.programme_id,
                action_id=action.id,
                day=self.day,
                at=self.at,
                before=action.status,
                after=self.status,
                who=self.who,
            )
            return [put, Put(fresh)]
        if last.before == self.status and not last.note:
            return [put, Drop(StatusChange, last.id)]
        return [put, Put(replace(last, after=self.status, at=self.at))]

    def _goes_on(self, last: StatusChange) -> bool:
        near = 0 <= self.at - last.at <= SAME_GESTURE_SECONDS
        return near and last.day == self.day and last.who == self.who

    def detail(self, book: Book) -> str:
        return book.get(Action, self.action_id).title


@dataclass(frozen=True, kw_only=True)
class NoteStatus(Command):
    """Write what was said about an action in the status round: its latest word, kept in its history too."""

    name: ClassVar[str] = "note_status"
    action_id: str
    change_id: str
    """Of the line that holds it: one for each time that the action is talked about."""
    text: str
    earlier: str
    """The word that stood there before: it comes back when all is deleted again."""
    day: date
    at: float
    who: str = ""

    def edits(self, book: Book) -> list[Edit]:
        action = book.get(Action, self.action_id)
        line = book.find(StatusChange, self.change_id)
        if line is None:
            line = StatusChange(
                id=self.change_id,
                programme_id=action.programme_id,
                action_id=action.id,
                day=self.day,
                at=self.at,
                before=action.status,
                after=action.status,
                who=self.who,
            )
        word = self.text.strip()
        put = Put(replace(action, status_note=word or self.earlier))
        if word or line.before != line.after:
            return [put, Put(replace(line, note=word))]
        return [put, Drop(StatusChange, line.id)] if book.find(StatusChange, line.id) else [put]

    def fold_key(self) -> str:
        return f"note_status:{self.change_id}"

    def detail(self, book: Book) -> str:
        return book.get(Action, self.action_id).title


@dataclass(frozen=True, kw_only=True)
class HoldFollowup(Command):
    """A follow-up has been held: its initiatives get the next day, or none for now.

    That it was held stays on the årshjul, as an event for each initiative.
    Those that were due at a meeting stay with it only where the next day is one of its days, too.
    """

    name: ClassVar[str] = "hold_followup"
    day: date
    """The day that it was agreed for."""
    next_day: date | None
    next_place: str = ""
    """Where, when that is another place than the last time; empty keeps what stands there."""

    def edits(self, book: Book) -> list[Edit]:
        looked_at = [
            each
            for each in book.ranked(Initiative)
            if each.followup_day == self.day and each.launched is not None
        ]
        edits: list[Edit] = [
            Put(
                replace(
                    each,
                    followup_day=self.next_day,
                    followup_place=self.next_place or each.followup_place,
                    followup_event=kept_anchor(book, each.followup_event, self.next_day),
                )
            )
            for each in looked_at
        ]
        held = [self._held(book, each) for each in looked_at]
        events = book.ranked(Event, lambda each: each.id not in {one.id for one in held})
        return [*edits, *insert_ranked(events, len(events), held)]

    def _held(self, book: Book, initiative: Initiative) -> Event:
        meeting = book.find(Event, initiative.followup_event)
        return Event(
            id=f"{initiative.id}:followup:{self.day.isoformat()}",
            programme_id=initiative.programme_id,
            title=initiative.name,
            ring=meeting.ring if meeting is not None else "",
            kind=FOLLOWUP,
            day=self.day,
            place=initiative.followup_place,
            initiative_id=initiative.id,
            done=True,
        )


@dataclass(frozen=True, kw_only=True)
class AgreeFollowup(Command):
    """A day for every initiative in motion that nobody has agreed to follow up, in one step."""

    name: ClassVar[str] = "agree_followup"
    day: date
    place: str = ""
    """Where; empty keeps what stands there."""

    def edits(self, book: Book) -> list[Edit]:
        return [
            Put(replace(each, followup_day=self.day, followup_place=self.place or each.followup_place))
            for each in launched(book)
            if each.followup_day is None
        ]
