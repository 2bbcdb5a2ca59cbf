"""Room on the screen: which panels stand beside the board, and which are a strip or lie over it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.run.centre import Centre
from trivselsdesk.ui.run.fit import fit
from trivselsdesk.ui.run.panels.rail import Rail
from trivselsdesk.ui.run.panels.rail_strip import RailStrip
from trivselsdesk.ui.run.panels.side import SidePanel
from trivselsdesk.ui.run.panels.side_strip import SideStrip


class _Veil(QWidget):
    """Lies over the board, unseen, while a panel does: a click on it puts the panel away."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class Folding(QObject):
    """Places what the meeting room is made of; the room says when its size has changed."""

    def __init__(
        self,
        room: QWidget,
        rail: Rail,
        rail_strip: RailStrip,
        centre: Centre,
        side_strip: SideStrip,
        side: SidePanel,
    ) -> None:
        super().__init__(room)
        self._room, self._centre = room, centre
        self._rail, self._rail_strip = rail, rail_strip
        self._side, self._side_strip = side, side_strip
        self.over = ""
        """Which panel lies over the board: ``rail``, ``side`` or nothing."""
        self._veil = _Veil(room)
        self._veil.pressed.connect(self.put_away)
        rail.closed.connect(self.put_away)
        rail_strip.wanted.connect(self.open_rail)
        side_strip.wanted.connect(self.open_side)

    def restart(self) -> None:
        """Another programme is shown: nothing lies over the board."""
        self.over = ""

    def put_away(self) -> None:
        """Let the board be seen again."""
        if not self.over:
            return
        if self.over == "side":
            self._side.show_remarks(False)
            self._centre.remarks.setChecked(False)
        self.over = ""
        self._rail.choose("")
        self.arrange()

    def open_rail(self, slot_id: str) -> None:
        """The drejebog over the board, at one of its parts."""
        self.over = "rail"
        self.arrange()
        self._rail.hide_button.setFocus(Qt.FocusReason.PopupFocusReason)
        self._rail.choose(slot_id)
        self._rail.reveal(slot_id)

    def open_side(self) -> None:
        """Clock, words and notes over the board."""
        self.over = "side"
        self.arrange()
        self._side.clock.next.setFocus(Qt.FocusReason.PopupFocusReason)

    def arrange(self) -> None:
        """Put everything where it belongs in a room of this size."""
        width, height = self._room.width(), self._room.height()
        window = self._room.window()
        # A bar of messages above the room must not fold the drejebog: the window counts, not the room.
        whole = window.height() if window is not self._room else height + theme.current().size("topBar")
        sizes = fit(width, whole)
        if not {"rail": sizes.rail_as_strip, "side": sizes.side_as_strip}.get(self.over, False):
            self.over = ""
        self._centre.setGeometry(sizes.left, 0, max(0, width - sizes.left - sizes.right), height)
        self._rail.setGeometry(0, 0, sizes.rail, height)
        self._rail_strip.setGeometry(0, 0, sizes.strip, height)
        self._side.setGeometry(width - sizes.side, 0, sizes.side, height)
        self._side_strip.setGeometry(width - sizes.strip, 0, sizes.strip, height)
        self._veil.setGeometry(0, 0, width, height)
        self._rail_strip.setVisible(sizes.rail_as_strip)
        self._side_strip.setVisible(sizes.side_as_strip)
        self._rail.set_over_board(sizes.rail_as_strip)
        self._rail.setVisible(not sizes.rail_as_strip or self.over == "rail")
        self._side.setVisible(not sizes.side_as_strip or self.over == "side")
        self._veil.setVisible(bool(self.over))
        if self.over:
            self._veil.raise_()
            (self._rail if self.over == "rail" else self._side).raise_()
