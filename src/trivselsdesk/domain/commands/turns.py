"""The command that stores who has the word."""

from __future__ import annotations

from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Round, Turn
from trivselsdesk.domain.turns import Move


@dataclass(frozen=True, kw_only=True)
class SetTurns(Command):
    """Store how a round stands now.

    Like the clock it takes no part in undo: Ctrl+Z must take back a note and never the word, and the journal
    must not remember who has presented. The way back is »Giv ordet tilbage«.
    """

    name: ClassVar[str] = "set_turns"
    journaled: ClassVar[bool] = False
    move: Move

    def edits(self, book: Book) -> list[Edit]:
        gone = [Drop(Turn, each) for each in self.move.gone if book.find(Turn, each)]
        return [Put(self.move.record), *(Put(turn) for turn in self.move.turns), *gone]


def forgotten(book: Book, meeting_id: str) -> list[Edit]:
    """Edits that forget who has had the word in a meeting: nobody needs to know when it is over."""
    rounds = {each.id for each in book.of(Round) if each.meeting_id == meeting_id}
    turns = [Drop(Turn, each.id) for each in book.of(Turn) if each.round_id in rounds]
    return [*turns, *(Drop(Round, each) for each in rounds)]
