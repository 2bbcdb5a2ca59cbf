"""The command that moves a day which others are counted from, and the days counted from it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.due import moved_along
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Meeting, Task
from trivselsdesk.domain.setup import MEETING_ANCHOR


@dataclass(frozen=True, kw_only=True)
class SetMeetingDay(Command):
    """Set the meeting's day. What is due at it follows.

    So do tasks counted from it, unless somebody gave them a day by hand.
    """

    name: ClassVar[str] = "set_meeting_day"
    meeting_id: str
    day: date | None

    def edits(self, book: Book) -> list[Edit]:
        meeting = book.get(Meeting, self.meeting_id)
        edits: list[Edit] = [Put(replace(meeting, day=self.day))]
        edits += moved_along(book, meeting.id, meeting.day, self.day)
        first = book.meetings()[0].id == meeting.id
        anchors = {meeting.pack_meeting, *([MEETING_ANCHOR] if first else [])}
        return [*edits, *recounted(book, meeting.day, self.day, anchors)]

    def fold_key(self) -> str:
        return f"meeting_day:{self.meeting_id}"


def recounted(
    book: Book, before: date | None, after: date | None, anchors: Set[str] = frozenset({MEETING_ANCHOR})
) -> Iterator[Edit]:
    """Edits for the tasks counted from ``anchors``, unless somebody gave them a day by hand."""
    for task in book.of(Task):
        if task.due_anchor in anchors:
            span = timedelta(days=task.due_days)
            if task.due == (before + span if before else None):
                yield Put(replace(task, due=after + span if after else None))
