"""The right panel as a narrow strip: the time and »Næste«, for windows with little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.clock.disc import Digits, Disc
from trivselsdesk.ui.clock.face import Face
from trivselsdesk.ui.clock.panel import TightButton
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Panel


class SideStrip(Panel):
    """A click anywhere but on its buttons opens the whole panel over the board."""

    toggle = Signal()
    forward = Signal()
    plan_wanted = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "left", parent=parent)
        self.body.setContentsMargins(5, 12, 4, 12)
        self.body.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.disc = Disc(52)
        self.body.addWidget(self.disc, 0, middle)
        self.digits = Digits(24)
        self.digits.set_centred()
        self.body.addWidget(self.digits)
        self.pause = IconButton("pause", "", ghost=False)
        self.body.addWidget(self.pause, 0, middle)
        self.next = TightButton("", "tint", small=True)
        self.body.addWidget(self.next)
        self.body.addStretch(1)
        self.open_button = IconButton("chev-l", self.tr("Vis tid, Sig og Overvej"), ghost=False)
        self.body.addWidget(self.open_button, 0, middle)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pause.clicked.connect(self.toggle)
        self.next.clicked.connect(self._next_clicked)
        self.open_button.clicked.connect(self.wanted)
        self._state = ""

    def sizeHint(self) -> QSize:
        return QSize(theme.current().size("railLeftCollapsed"), 400)

    def show_face(self, face: Face, *, startable: bool = True, plan: bool = True) -> None:
        """Draw a face in little."""
        self._state = face.state
        live = face.state in ("running", "paused")
        self.disc.setVisible(live)
        self.disc.set_share(face.share, amber=face.amber)
        self.digits.set_text(face.digits, face.token)
        self.digits.setToolTip(face.words)
        self.pause.setVisible(live)
        self.pause.set_icon("pause" if face.state == "running" else "play")
        self.pause.set_tooltip(f"{actions.text('toggle_clock')} ({actions.key_words('toggle_clock')[0]})")
        words, whole = self._next_words(face)
        self.next.setText(words)
        self.next.setToolTip(whole)
        self.next.setAccessibleName(whole)
        self.next.set_kind("tint" if live and not face.over else "primary")
        self.next.setEnabled(startable)
        self.next.setVisible(plan or face.state != "ended")

    def _next_words(self, face: Face) -> tuple[str, str]:
        if face.next_words:
            return face.next_words, face.following
        if face.state == "ready":
            return self.tr("Start"), self.tr("Start mødet")
        if face.state == "ended":
            return self.tr("Plan"), self.tr("Åbn handleplanen")
        if face.last:
            return self.tr("Slut"), self.tr("Slut mødet")
        if face.revisit:
            return self.tr("Tilbage"), face.following
        return self.tr("Næste"), f"{actions.text('next_step')}. {face.following}"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def _next_clicked(self) -> None:
        (self.plan_wanted if self._state == "ended" else self.forward).emit()
