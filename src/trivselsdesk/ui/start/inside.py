"""A part of a card that reaches from edge to edge and still leaves the card its round corners."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import theme


def ground(widget: QWidget, fill: str, *, line: bool) -> None:
    """Paint a part's ground, and a hairline above it, inside the outline of the card it lies in."""
    card = widget.parentWidget()
    if card is None:
        return
    look = theme.current()
    radius = look.radius("card") - 1
    shape = QPainterPath()
    whole = QRectF(card.rect()).adjusted(1, 1, -1, -1).translated(-widget.x(), -widget.y())
    shape.addRoundedRect(whole, radius, radius)
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.fillRect(widget.rect(), look.color(fill))
    if line:
        painter.fillRect(0, 0, widget.width(), 1, look.color("line"))


class Part(QWidget):
    """A part without a life of its own, such as the heading of a list."""

    def __init__(self, fill: str, *, line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill, self._line = fill, line
        theme.notifier.changed.connect(self.update)

    def set_fill(self, fill: str) -> None:
        if fill != self._fill:
            self._fill = fill
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground(self, self._fill, line=self._line)
