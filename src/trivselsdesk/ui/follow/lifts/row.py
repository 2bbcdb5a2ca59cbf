"""A line of the lifted matters: what, who carries it, and how far it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.lifts import ANSWERED, CLOSED, SENT, Lifted, state_words
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.avatar import Initials
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

CARRIER_WIDE, STATE_WIDE = 150, 200


class LiftRow(QWidget):
    """Chosen by a click, Enter or the space bar; ↑ and ↓ go from one to the next."""

    chosen = Signal(str)
    step = Signal(str, int)

    def __init__(self, card_id: str) -> None:
        super().__init__()
        self.card_id = card_id
        self.current = self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(64)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Label("", "bodyStrong", wrap=True, size=17)
        self.reason = Label("", "caption", "ink2", wrap=True)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        words.addStretch(1)
        row.addLayout(words, 1)
        who = QWidget()
        who.setFixedWidth(CARRIER_WIDE)
        line = QHBoxLayout(who)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._avatar = Initials("")
        self.carrier = ElidedLabel("", "body")
        line.addWidget(self._avatar)
        line.addWidget(self.carrier, 1)
        row.addWidget(who)
        state = QWidget()
        state.setFixedWidth(STATE_WIDE)
        column = QVBoxLayout(state)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.chip = Chip("", "plain")
        self.state = Label("", "caption", "ink2", wrap=True)
        column.addStretch(1)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.state)
        column.addStretch(1)
        row.addWidget(state)
        theme.notifier.changed.connect(self.update)

    def show_line(self, line: Lifted, today: date, *, current: bool) -> None:
        """Bring the row into line with the book."""
        note = line.note
        self.current = current
        self.title.set_text(line.title[:300])
        self.reason.set_text(" ".join(note.reason.split())[:300])
        self.reason.setVisible(bool(note.reason.strip()))
        carrier = " ".join(note.carrier.split())
        self._avatar.set_name(carrier)
        self._avatar.setVisible(bool(carrier))
        self.carrier.set_text(carrier or self.tr("Ingen endnu"))
        self.carrier.set_token("ink" if carrier else "ink3")
        self._show_state(line, today)
        self.setAccessibleName(f"{line.title}. {carrier}. {state_words(line, today)}")
        self.update()

    def _show_state(self, line: Lifted, today: date) -> None:
        status = line.note.status
        first, _, rest = state_words(line, today).partition(" · ")
        if line.overdue:
            first, rest = self.tr("Svaret mangler"), f"{first} · {rest}"
        tone, icon = "plain", None
        if line.overdue:
            tone, icon = "error", "warn"
        elif status == SENT:
            tone, icon = "info", "arrow-u"
        elif status == ANSWERED:
            tone, icon = "prim", "mail"
        elif status == CLOSED:
            tone, icon = "ok", "check"
        if status in (ANSWERED, CLOSED):
            rest = " ".join(line.note.answer.split())[:120]
        elif not status:
            rest = ""
        self.chip.set_text(first)
        self.chip.set_tone(tone)
        self.chip.set_icon(icon)
        self.state.set_text(rest)
        self.state.set_token("mustInk" if line.overdue else "ink2")
        self.state.setVisible(bool(rest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.card_id)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step.emit(self.card_id, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.card_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        fill = "primaryTint" if self.current else "canvas" if self.underMouse() else ""
        if fill:
            painter.fillRect(self.rect(), look.color(fill))
        painter.fillRect(0, 0, self.width(), 1, look.color("line"))
        if self.current:
            painter.fillRect(0, 1, 4, self.height() - 1, look.color("primary"))
        if self.hasFocus() and self._ring:
            rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            paint.rounded(painter, rect, 4, None, "focus", paint.RING)
