"""The small drawings of processes, by the name that the pack gives its picture."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons

_GRID = 48
_FALLBACK = "note"
_RING = "ring"
_FIRST_OF_FIVE = (0, 5)
"""What a ring shows where no programme goes round in it."""
_MOST_IN_RING = 8


class PackPicture(QWidget):
    """A drawing on a square of its own, or an icon; a name that is neither shows a note."""

    def __init__(self, name: str = "", side: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side = name, side
        self._way = _FIRST_OF_FIVE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.notifier.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.update()

    def set_way(self, place: int, count: int) -> None:
        """How far a programme has come on its way: a ring shows its phases, with the one at hand filled."""
        way = (place, count) if count else _FIRST_OF_FIVE
        if way != self._way:
            self._way = way
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw = _DRAWINGS.get(self._name)
        if draw is None:
            side = min(28, self._side)
            edge = (self._side - side) / 2
            _paint_icon(painter, self._name or _FALLBACK, QRectF(edge, edge, side, side))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _GRID, self.height() / _GRID)
        if self._name == _RING:
            _ring(painter, *self._way)
        else:
            draw(painter)


def _paint_icon(painter: QPainter, name: str, rect: QRectF) -> None:
    try:
        icons.paint(painter, name, "primary", rect)
    except OSError:
        # The name comes from a pack, which may have been written for a newer program.
        icons.paint(painter, _FALLBACK, "primary", rect)


def _use(painter: QPainter, fill: str | None, line: str | None, width: float = 1.0) -> None:
    look = theme.current()
    pen = QPen(look.color(line), width) if line else QPen(Qt.PenStyle.NoPen)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(look.color(fill) if fill else Qt.BrushStyle.NoBrush)


def _board(painter: QPainter) -> None:
    """A zone with three notes, a matrix beside it, and an arrow down to the agreement."""
    _use(painter, "goodTint", "goodLine")
    painter.drawRoundedRect(QRectF(6, 9, 11, 30), 2, 2)
    for y, note in ((12, "noteY"), (21, "noteP"), (30, "noteY")):
        _use(painter, note, f"{note}Line")
        painter.drawRect(QRectF(8.5, y, 6, 6))
    _use(painter, "surface", "lineStrong")
    painter.drawRoundedRect(QRectF(20, 12, 14, 24), 2, 2)
    painter.drawLine(QPointF(27, 12), QPointF(27, 36))
    painter.drawLine(QPointF(20, 24), QPointF(34, 24))
    _use(painter, "primary", None)
    painter.drawRect(QRectF(28.5, 14, 4, 4))
    _use(painter, None, "primary", 2)
    painter.drawLine(QPointF(38, 15), QPointF(38, 31))
    painter.drawPolyline(QPolygonF([QPointF(35, 27.5), QPointF(38, 31), QPointF(41, 27.5)]))


def _gems(painter: QPainter) -> None:
    """Three diamonds over a written page."""
    _use(painter, "lessTint", "lessLine")
    for x in (12.0, 24.0, 36.0):
        painter.drawPolygon(
            QPolygonF([QPointF(x, 8), QPointF(x + 5.5, 14), QPointF(x, 20), QPointF(x - 5.5, 14)])
        )
    _use(painter, "surface", "lineStrong")
    painter.drawRoundedRect(QRectF(8, 24, 32, 17), 2, 2)
    _use(painter, None, "primary", 2)
    for y, right in ((29, 36), (33, 36), (37, 26)):
        painter.drawLine(QPointF(12, y), QPointF(right, y))


def _ring(painter: QPainter, place: int = 0, count: int = 5) -> None:
    """The phases in a ring, the one at hand filled, going round (001: P24)."""
    count = max(3, min(count, _MOST_IN_RING))
    radius = min(5.5, 27.5 / count)
    for each in range(count):
        angle = math.radians(-90 + 360 / count * each)
        _use(painter, "primary" if each == place else "primaryTint", "primaryLine")
        painter.drawEllipse(QPointF(24 + 14 * math.cos(angle), 24 + 14 * math.sin(angle)), radius, radius)
    _use(painter, None, "primary", 2)
    painter.drawArc(QRectF(20.5, 20.5, 7, 7), 90 * 16, -290 * 16)


def _cross(painter: QPainter) -> None:
    """Four units around something in common."""
    corners = ((11, 12, "goodTint", "goodLine"), (37, 12, "lessTint", "lessLine"))
    corners += ((11, 36, "noteP", "notePLine"), (37, 36, "noteY", "noteYLine"))
    _use(painter, None, "lineStrong")
    for x, y, _, _ in corners:
        painter.drawLine(QPointF(24, 24), QPointF(x, y))
    for x, y, fill, line in corners:
        _use(painter, fill, line)
        painter.drawEllipse(QPointF(x, y), 5, 5)
    _use(painter, "primary", None)
    painter.drawEllipse(QPointF(24, 24), 8, 8)
    _use(painter, None, "onPrimary", 2)
    painter.drawLine(QPointF(24, 20.2), QPointF(24, 27.8))
    painter.drawLine(QPointF(20.2, 24), QPointF(27.8, 24))


_DRAWINGS: dict[str, Callable[[QPainter], None]] = {
    "board": _board,
    "gems": _gems,
    "ring": _ring,
    "cross": _cross,
}
"""By name; docs/packs.md lists them for those who write packs."""
