"""What every room of the window is: a page that shows one programme and listens to its changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.bridge import Bridge

if TYPE_CHECKING:
    from trivselsdesk.domain.wall.follow import FollowScene


class Room(QWidget):
    """A page of the window. The shell opens it, feeds it changes and lets it go again.

    A room never calls another room: it asks the shell with ``go`` (room name) or ``open_document``.
    """

    go = Signal(str)
    """Ask for another room of the same programme: ``prepare run plan follow``, or ``desk``."""
    open_document = Signal(str)
    """Ask for the preview of a document by its id (see documents/catalogue.py)."""
    toast = Signal(str, str)
    """Say something short: icon name (may be empty) and sentence. No undo button."""
    undo_toast = Signal(str, str)
    """The same with »Fortryd«, for something just done."""
    talking = Signal(str, str)
    """The initiative and the question of the process that the room is at; empty when it has left them."""
    aloft = Signal(object)
    """Something is carried on a board (``surface.model.Aloft``): the wall shows it in the air."""
    wall_tried = Signal(object)
    """A ``Wall`` that the projector shows while the meeting is rehearsed; None when that is over."""
    followed = Signal(object)
    """What the wall shows of the room after the meeting has changed (see ``on_wall``)."""
    cycle_wanted = Signal()
    """Begin the round after this programme."""
    meeting_wanted = Signal(str)
    """Go on to another meeting of this programme, by its id."""
    programme_wanted = Signal(str)
    """Show another programme, by its id."""
    actions_changed = Signal()
    """``actions_here`` has other actions now: the shell takes them anew."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.programme_id = ""
        self.phase_id = ""

    @property
    def book(self) -> Book:
        """The records of the programme that is shown. Read only."""
        return self.bridge.book(self.programme_id)

    @property
    def pack(self) -> Pack:
        """The process of the programme that is shown."""
        return self.bridge.pack(self.programme_id)

    def show_programme(self, programme_id: str, phase_id: str) -> None:
        """Show a programme from the start; called each time the room is entered."""
        self.programme_id, self.phase_id = programme_id, phase_id
        self.refresh()

    def take(self, changes: ChangeSet) -> None:
        """Something of this programme was committed. The plain answer is to draw it all again."""
        self.refresh()

    def refresh(self) -> None:
        """Draw everything from the book."""

    def start(self) -> None:
        """Begin what the room is there for: somebody has just asked for that in another room."""

    def leave(self) -> None:
        """The room is about to be hidden: stop timers, hand in what is being typed."""

    def actions_here(self) -> dict[str, Callable[[], object]]:
        """Window actions (see ui/actions.py) that this room carries out, as bound methods."""
        return {}

    def header_button(self) -> QWidget | None:
        """One button that the top bar shows at its right end while the room is open."""
        return None

    def document(self) -> str:
        """Id of the document that Ctrl+P prints here; empty for the one that belongs to the room."""
        return ""

    def on_wall(self) -> FollowScene | None:
        """What the wall shows of this room outside the meeting; None leaves it to the meeting."""
        return None

    def turn(self, steps: int) -> None:
        """Go so many on (or back) in what is led through here, asked for at the wall by a clicker."""

    def foot(self) -> int:
        """Height in px, from the lower edge, that a message must not cover."""
        return 0

    def message_place(self) -> QRect | None:
        """Where in the room, in px, a message may lie instead of above the foot; None for there."""
        return None

    def subtitle(self) -> str:
        """Words under the programme's name in the top bar; empty leaves the shell's own."""
        return ""
