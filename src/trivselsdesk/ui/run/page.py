"""What every page in the middle of the meeting room is: it shows one part of the drejebog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.bridge import Bridge


class Page(QWidget):
    """A page for one kind of tool. The meeting room opens it, feeds it changes and lets it go."""

    go = Signal(str)
    open_document = Signal(str)
    toast = Signal(str, str)
    undo_toast = Signal(str, str)
    aloft = Signal(object)
    """Something is carried (``surface.model.Aloft``)."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.programme_id = ""
        self.slot: Slot | None = None
        self.tool = Tool(kind="talk")

    @property
    def book(self) -> Book:
        """The records of the programme. Read only."""
        return self.bridge.book(self.programme_id)

    @property
    def pack(self) -> Pack:
        """The process of the programme."""
        return self.bridge.pack(self.programme_id)

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        """Show a part of the drejebog with the tool that the pack gives it."""
        self.programme_id, self.slot, self.tool = programme_id, slot, tool
        self.refresh()

    def take(self, changes: ChangeSet) -> None:
        """Something of this programme was committed."""
        self.refresh()

    def refresh(self) -> None:
        """Draw everything from the book."""

    def keep_clear(self) -> QWidget | None:
        """What is written in at the lower edge, and must not be covered by a message."""
        return None

    def take_keyboard(self) -> None:
        """The keyboard comes to the page: to the line where one writes, where it has such a line."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """A second has passed while the page is open."""

    def leave(self) -> None:
        """The page is about to be hidden."""

    def header_widgets(self) -> list[QWidget]:
        """Buttons and chips for the right end of the line above the page."""
        return []

    def side_widget(self) -> QWidget | None:
        """A widget for the top of the right panel below the clock, such as the chosen theme."""
        return None

    def actions_here(self) -> dict[str, Callable[[], object]]:
        """Window actions that this page carries out, as bound methods."""
        return {}
