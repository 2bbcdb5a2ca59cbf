"""The command that stores a transition of the meeting's clock."""

from __future__ import annotations

from typing import ClassVar

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.turns import forgotten
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import ClockState, SlotLog


@dataclass(frozen=True, kw_only=True)
class SetClock(Command):
    """Store how the clock stands now. Time cannot be undone: the way back is »Et trin tilbage«.

    When the meeting ends, who has had the word is forgotten.
    """

    name: ClassVar[str] = "set_clock"
    journaled: ClassVar[bool] = False
    clock: ClockState
    logs: tuple[SlotLog, ...] = ()

    def edits(self, book: Book) -> list[Edit]:
        over = forgotten(book, self.clock.id) if self.clock.state == "ended" else []
        return [Put(self.clock), *(Put(log) for log in self.logs), *over]
