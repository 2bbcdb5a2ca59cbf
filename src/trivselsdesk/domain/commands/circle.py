"""The command of the cirkelsparring: how far the talk is."""

from __future__ import annotations

from typing import ClassVar

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import CircleWalk, Meeting


@dataclass(frozen=True, kw_only=True)
class SetCircle(Command):
    """Store how the talk stands. Like the clock it takes no part in undo: the way back is on the page."""

    name: ClassVar[str] = "set_circle"
    journaled: ClassVar[bool] = False
    walk: CircleWalk

    def edits(self, book: Book) -> list[Edit]:
        book.get(Meeting, self.walk.meeting_id)
        return [Put(self.walk)]
