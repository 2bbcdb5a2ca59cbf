"""The command that turns to another sitting of the programme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.records import Meeting


@dataclass(frozen=True, kw_only=True)
class ChooseMeeting(Command):
    """Turn to a meeting. It is a place, like the phase that is open, and takes no part in undo."""

    name: ClassVar[str] = "choose_meeting"
    journaled: ClassVar[bool] = False
    meeting_id: str

    def edits(self, book: Book) -> list[Edit]:
        meeting = book.get(Meeting, self.meeting_id)
        return [Put(replace(book.programme, meeting_id=meeting.id))]
