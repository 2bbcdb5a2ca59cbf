"""What a command is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from trivselsdesk.domain.book import Book, Edit
from trivselsdesk.domain.frozen import dataclass


class Refused(Exception):
    """A command that must not be carried out. ``reason`` names why; nothing was changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Command(ABC):
    """Something a user did to one programme's book: ids and values only."""

    programme_id: str
    """The book it changes; empty for the settings of this machine."""

    name: ClassVar[str] = ""
    """Key of the words that undo shows; every journaled command has its own."""
    journaled: ClassVar[bool] = True
    """Whether undo takes it back. Clock and settings do not take part in undo."""
    desk: ClassVar[bool] = False
    """Whether its undo step belongs to the list of programmes, not to the programme."""

    def groundwork(self, book: Book) -> list[Edit]:
        """Edits written before the step that undo knows, in the same transaction."""
        return []

    @abstractmethod
    def edits(self, book: Book) -> list[Edit]:
        """The row edits. Raises Refused or NotThere; must not change the book."""

    def fold_key(self) -> str:
        """Commands in a row with the same non-empty key become one undo step."""
        return ""

    def retry_key(self) -> str:
        """Key of what was typed: a command that could not be written waits under it until it can be.

        A later command with the same key takes its place. Empty for a gesture, which can be made again.
        """
        return self.fold_key()

    def detail(self, book: Book) -> str:
        """Words that tell which thing it was, such as the note's text; may be empty."""
        return ""
