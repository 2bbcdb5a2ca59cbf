"""Where the window was left: its size, and the programme and phase that it showed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from trivselsdesk.ui.bridge import Bridge

PLACE_AFTER_MS = 300
_GEOMETRY, _PLACE = "geometry", "place"


class LeftAt(QObject):
    """Remembers it for this machine while a store is open, and not at every pixel of a move."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bridge: Bridge | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Not in the middle of a start: the first thing written waits for the whole file to be read.
        self._timer.setInterval(2000)
        self._timer.timeout.connect(self.remember_geometry)
        self._place: str | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        # A programme is on the screen first: what is written waits for the disk.
        self._soon.setInterval(PLACE_AFTER_MS)
        self._soon.timeout.connect(self._write_place)

    def moved(self) -> None:
        """The window was moved, took another size or was maximized."""
        self._timer.start()

    def begin(self, bridge: Bridge) -> tuple[str, str]:
        """Give the window its size again. Returns the programme and the phase, or nothing in them."""
        self._bridge = bridge
        geometry = bridge.setting(_GEOMETRY)
        if geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
        programme_id, _, phase_id = bridge.setting(_PLACE).partition("/")
        known = {each.id for each in bridge.programmes() if not each.deleted}
        if programme_id in known and bridge.known_pack(programme_id) is not None:
            return programme_id, phase_id
        return "", ""

    def end(self) -> None:
        """The store is about to be closed."""
        self._write_place()
        self._timer.stop()
        self._bridge = None

    def remember_place(self, programme_id: str, phase_id: str) -> None:
        """That phase of a programme is shown; both empty at the list."""
        self._place = f"{programme_id}/{phase_id}" if programme_id else ""
        self._soon.start()

    def _write_place(self) -> None:
        self._soon.stop()
        place, self._place = self._place, None
        if self._bridge is not None and place is not None:
            self._bridge.remember(_PLACE, place)

    def remember_geometry(self) -> None:
        """Write the size down now."""
        self._timer.stop()
        if self._bridge is not None:
            text = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
            self._bridge.remember(_GEOMETRY, text)
