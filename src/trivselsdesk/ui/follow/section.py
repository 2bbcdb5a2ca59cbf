"""What every page of the follow room is: one way to keep hold of what was agreed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import ClockState, SlotLog
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.bridge import Bridge

if TYPE_CHECKING:
    from trivselsdesk.domain.wall.follow import FollowScene


class Section(QWidget):
    """A page behind one of the tabs. The room opens it, feeds it changes and lets it go."""

    go = Signal(str)
    """Ask for another room of the same programme."""
    page_wanted = Signal(str)
    """Ask for another page of this room by its kind."""
    open_document = Signal(str)
    toast = Signal(str, str)
    undo_toast = Signal(str, str)
    actions_changed = Signal()
    followed = Signal(object)
    """What the wall shows of this page has changed."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.programme_id = ""

    @property
    def book(self) -> Book:
        """The records of the programme. Read only."""
        return self.bridge.book(self.programme_id)

    @property
    def pack(self) -> Pack:
        """The process of the programme."""
        return self.bridge.pack(self.programme_id)

    def show_programme(self, programme_id: str) -> None:
        """Show a programme; called each time the page is opened."""
        self.programme_id = programme_id
        self.refresh()

    def take(self, changes: ChangeSet) -> None:
        """Something of this programme was committed."""
        if not all(change.kind in (ClockState, SlotLog) for change in changes.changes):
            self.refresh()

    def refresh(self) -> None:
        """Draw everything from the book."""

    def leave(self) -> None:
        """The page is about to be hidden."""

    def actions_here(self) -> dict[str, Callable[[], object]]:
        """Window actions that this page carries out, as bound methods."""
        return {}

    def document(self) -> str:
        """Id of the document that Ctrl+P prints here; empty for the room's own."""
        return ""

    def on_wall(self) -> FollowScene | None:
        """What the wall shows while this page is open; None for the end of the meeting."""
        return None

    def turn(self, steps: int) -> None:
        """Go so many on (or back) in what is led through here, asked for at the wall by a clicker."""

    def foot(self) -> int:
        """Height in px, from the lower edge, that a message must not cover."""
        return 0
