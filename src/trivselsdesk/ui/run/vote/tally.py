"""Tally strokes as they are drawn with a pen: four upright, the fifth across them."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme

_STEP, _GAP = 8.0, 12.0
_PEN = 2.6


class Tally(QWidget):
    """A number as strokes; drawn closer together where there are more than there is room for."""

    def __init__(self, height: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    @property
    def count(self) -> int:
        """Strokes that are drawn."""
        return self._count

    def set_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(strokes_wide(self._count)), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.current().color("primaryInk"), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        wide = strokes_wide(self._count)
        scale = min(1.0, (self.width() - 2 * _PEN) / wide) if wide else 1.0
        for line in strokes(self._count, QRectF(_PEN, 3, 0, self.height() - 6), scale):
            painter.drawLine(line)


def strokes_wide(count: int) -> float:
    """How wide so many strokes are, px."""
    fives, rest = divmod(count, 5)
    return fives * (4 * _STEP + _GAP) + rest * _STEP


def strokes(count: int, box: QRectF, scale: float) -> list[QLineF]:
    """The strokes from the left edge of ``box`` on, as high as it."""
    lines, x = [], box.left()
    for number in range(count):
        if number % 5 == 4:
            start = x - 4 * _STEP * scale
            lines.append(
                QLineF(start - 3 * scale, box.bottom() - 4, start + (3 * _STEP + 3) * scale, box.top() + 4)
            )
            x += (_GAP) * scale
        else:
            lines.append(QLineF(x, box.top(), x, box.bottom()))
            x += _STEP * scale
    return lines
