"""The way to the opsamler's notes in the meeting room, and back to what to say and to consider."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.remarks import remarks_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.centre import Centre
from trivselsdesk.ui.run.folding import Folding
from trivselsdesk.ui.run.panels.side import SidePanel


class RemarksBeside(QObject):
    """Opens and closes them in the side of the room."""

    def __init__(
        self, bridge: Bridge, room: QWidget, centre: Centre, side: SidePanel, folding: Folding
    ) -> None:
        super().__init__(room)
        self._bridge, self._room = bridge, room
        self._button, self._side, self._folding = centre.remarks, side, folding
        self._programme_id = ""
        self._button.clicked.connect(self._turn)
        side.remarks.closed.connect(self.close)

    def show_programme(self, programme_id: str) -> None:
        """Those of that programme, from now on."""
        self._programme_id = programme_id
        self._side.remarks.open(programme_id)

    def write(self) -> None:
        """Ctrl+R: to the line where the next note is written, and away again from there."""
        pane = self._side.remarks
        if self._side.shows_remarks() and pane.isAncestorOf(self._room.focusWidget() or self._room):
            self.close()
        else:
            self._open()

    def close(self) -> None:
        """What to say and to consider again."""
        self._side.show_remarks(False)
        self._folding.put_away()
        self.refresh()

    def _open(self) -> None:
        self._side.show_remarks(True)
        if not self._side.isVisible():
            self._folding.open_side()
        self.refresh()
        self._side.remarks.focus_entry()

    def _turn(self, wanted: bool) -> None:
        if wanted:
            self._open()
        else:
            self.close()

    def refresh(self) -> None:
        """Show them, and on the button how many there are."""
        book = self._bridge.book(self._programme_id)
        count = len(remarks_of(book, book.meeting))
        self._button.setChecked(self._side.shows_remarks())
        self._button.set_hint(str(count) if count else "")
        self._side.remarks.refresh()
