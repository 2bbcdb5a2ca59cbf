"""The clock's face: a disc whose filled share is the time that is left, and digits that fit."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme

_BEATS, _BEAT_MS = 8, 450


class Disc(QWidget):
    """The share that is left stands before twelve o'clock, so the edge moves as a hand does."""

    def __init__(self, size: int = 84, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._amber = 1.0, False
        self._beats = 0
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._next_beat)
        self.setFixedSize(size, size)
        theme.notifier.changed.connect(self.update)

    def pulse(self) -> None:
        """Show a ring that comes and goes a few times; without movement it stays for as long."""
        self._beats = _BEATS
        self._beat.start()
        self.update()

    def is_pulsing(self) -> bool:
        return self._beats > 0

    def _next_beat(self) -> None:
        self._beats -= 1
        if self._beats <= 0:
            self._beat.stop()
        self.update()

    def share(self) -> float:
        """What is left, 0 to 1."""
        return self._share

    def is_amber(self) -> bool:
        return self._amber

    def set_share(self, share: float, *, amber: bool) -> None:
        share = min(1.0, max(0.0, share))
        if (round(share, 4), amber) != (round(self._share, 4), self._amber):
            self._share, self._amber = share, amber
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.width())
        middle, radius = QPointF(side / 2, side / 2), side / 2 - 2
        up = self._amber and not self._share
        painter.setPen(QPen(look.color("warnLine" if up else "line"), 1))
        painter.setBrush(look.color("warnTint" if up else "sunken"))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(look.color("warnInk" if up else "lineStrong"), 1))
        for hour in range(12):
            angle = math.tau * hour / 12
            way = QPointF(math.sin(angle), -math.cos(angle))
            painter.drawLine(middle + way * (radius - 1), middle + way * (radius - 1 - side / 21))
        painter.setPen(Qt.PenStyle.NoPen)
        if self._share:
            painter.setBrush(look.color("warnLine" if self._amber else "primary"))
            box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            painter.drawPie(box, 90 * 16, round(self._share * 360 * 16))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(middle, side * 0.07, side * 0.07)
        if self._beats and (theme.reduced_motion() or self._beats % 2 == 0):
            painter.setPen(QPen(look.color("warnInk"), 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius - 1, radius - 1)


class Digits(QWidget):
    """Large digits on one line; a longer time is set smaller rather than cut."""

    def __init__(self, size: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._token, self._size = "", "ink", size
        self._align = Qt.AlignmentFlag.AlignLeft
        self.setFixedHeight(round(size * 50 / 48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def text(self) -> str:
        return self._text

    def token(self) -> str:
        return self._token

    def set_centred(self) -> None:
        self._align = Qt.AlignmentFlag.AlignHCenter

    def set_text(self, text: str, token: str = "ink") -> None:
        if (text, token) != (self._text, self._token):
            self._text, self._token = text, token
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size * 2, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._size, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        font = look.font("timer", size=self._size)
        wide = QFontMetricsF(font).horizontalAdvance(self._text)
        if wide > self.width():
            font = look.font("timer", size=max(12, int(self._size * self.width() / wide)))
        painter.setFont(font)
        painter.setPen(look.color(self._token))
        flags = int(Qt.AlignmentFlag.AlignVCenter | self._align) | int(Qt.TextFlag.TextDontClip)
        painter.drawText(QRectF(self.rect()), flags, self._text)
