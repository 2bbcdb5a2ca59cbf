"""The arrow down the left side of the five questions: a stop for each, and the flag at its end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint

GAP_BELOW = 8


class Stop(QWidget):
    """A box on the arrow. ``state`` is ``answered``, ``current``, ``open`` or ``end``. Fill .body."""

    def __init__(self, number: int, *, first: bool = False, last: bool = False) -> None:
        super().__init__()
        self._state = "end" if last else "open"
        self.answered = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self._sign = _Sign(number, first=first, last=last)
        row.addWidget(self._sign)
        self._box = _Box()
        self.body = QVBoxLayout(self._box)
        self.body.setContentsMargins(14, 5, 14, 10)
        self.body.setSpacing(3)
        # The space to the next box belongs to this stop, so that the line runs through it.
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0 if last else GAP_BELOW)
        column.addWidget(self._box)
        row.addLayout(column, 1)
        self._show()

    def set_state(self, *, answered: bool, current: bool) -> None:
        """How far this stop has come."""
        state = "current" if current else "answered" if answered else "open"
        if state != self._state or answered != self.answered:
            self._state, self.answered = state, answered
            self._show()

    def state(self) -> str:
        return self._state

    def _show(self) -> None:
        self._sign.state = self._box.state = self._state
        self._sign.answered = self.answered
        self._sign.update()
        self._box.update()


class _Box(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.state = "open"
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        radius = theme.current().radius("zone")
        if self.state == "end":
            paint.rounded(painter, rect, radius, "primaryTint", "primaryLine")
        elif self.state == "current":
            paint.rounded(painter, rect, radius, "surface", "primary", 2)
        else:
            paint.rounded(painter, rect, radius, "surface", "line")


class _Sign(QWidget):
    """The piece of the arrow beside a box, with its disc."""

    def __init__(self, number: int, *, first: bool, last: bool) -> None:
        super().__init__()
        self._number, self._first, self._last = number, first, last
        self.state, self.answered = "open", False
        self.setFixedWidth(42)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        side = 42.0 if self._last else 38.0
        top = 9.0
        disc = QRectF((self.width() - side) / 2, top, side, side)
        start = disc.center().y() if self._first else 0.0
        end = disc.center().y() if self._last else float(self.height())
        painter.fillRect(QRectF(self.width() / 2 - 4, start, 8, end - start), look.color("primaryLine"))
        if self.state in ("current", "end"):
            paint.rounded(painter, disc, side / 2, "primary")
            token = "onPrimary"
        elif self.answered:
            paint.rounded(painter, disc, side / 2, "primaryTint", "primaryLine", 2.5)
            token = "primaryInk"
        else:
            paint.rounded(painter, disc, side / 2, "surface", "primary", 2.5)
            token = "primary"
        if self._last:
            icons.paint(painter, "flag", token, _centred(disc, 22))
        elif self.answered:
            icons.paint(painter, "check", token, _centred(disc, 18))
        else:
            font = look.font("body", size=19, weight=800)
            paint.text(painter, disc, str(self._number), font, token, Qt.AlignmentFlag.AlignHCenter)


def _centred(rect: QRectF, side: float) -> QRectF:
    return QRectF(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), side, side)
