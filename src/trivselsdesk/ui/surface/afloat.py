"""What is carried on a board, as pictures over one picture of the board at rest.

A step of the hand then costs two copies of pixels, however much stands below.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem

from trivselsdesk.ui.surface.still import Still

AT_MOST = 100
"""Items that are carried as pictures; more take too much memory, and nobody sees them well."""
_EMPTY = QGraphicsItem.GraphicsItemFlag.ItemHasNoContents


class Afloat(Still):
    """The pictures, from when they are taken until they are put down or something else changes the view."""

    def __init__(
        self,
        view: QGraphicsView,
        items: Sequence[QGraphicsItem],
        carried: QPointF,
        above: QGraphicsItem | None,
    ) -> None:
        """Carry these on from where they are, ``carried`` px of the scene from where they were lifted.

        ``above`` lies over them where it is shown.
        """
        super().__init__(view)
        self.by = QPoint()
        """How far everything has been moved since the pictures were taken, in px of the viewport."""
        self._carried, self._zoom = carried, view.transform().m11()
        self._items = sorted(items, key=QGraphicsItem.zValue)
        self._above = above
        self._pictures = [_picture(view, item) for item in self._items]
        self._box = QRect()
        """Where all of them were when the pictures were taken."""
        for picture, place in self._pictures:
            self._box |= QRect(place, picture.deviceIndependentSize().toSize())
        for item in self._items:
            item.setFlag(_EMPTY, True)
        self._asked = self._now = self._box
        """Where the moves since the last paint ask for one; and where all is now."""
        self._port.update(self._box)

    def end(self) -> None:
        """Let the scene paint everything again. Whoever carries puts the items where they are now."""
        for item in self._items:
            item.setFlag(_EMPTY, False)
        self._port.update(self._now)
        super().end()

    def move(self, dx: float, dy: float) -> None:
        """Show everything so far from where it was lifted; px of the scene."""
        self.refresh()
        carried, zoom = self._carried, self._zoom
        self.by = QPoint(round((dx - carried.x()) * zoom), round((dy - carried.y()) * zoom))
        self._now = self._box.translated(self.by)
        self._asked = self._asked.united(self._now)
        self._port.update(self._asked)

    def paint_at(self, event: QPaintEvent) -> bool:
        """Paint a part of the view. False: the scene is to paint there, and then ``paint_over``."""
        rect = event.rect()
        if not self._asked.contains(rect) or not self.knows(rect):
            return False
        painter = QPainter(self._port)
        self.paint(painter)
        self._paint_carried(painter)
        painter.end()
        return True

    def paint_over(self, event: QPaintEvent) -> None:
        """The scene has painted there: what is carried lies over it."""
        if self.painted_beside(event.region()):
            painter = QPainter(self._port)
            self._paint_carried(painter)
            painter.end()

    def _paint_carried(self, painter: QPainter) -> None:
        self._asked = self._now
        painter.translate(self.by)
        for picture, place in self._pictures:
            painter.drawPixmap(place, picture)
        above = self._above
        if above is not None and above.isVisible():
            painter.setRenderHints(self._view.renderHints())
            painter.setTransform(above.deviceTransform(self._view.viewportTransform()))
            above.paint(painter, QStyleOptionGraphicsItem(), None)


def _picture(view: QGraphicsView, item: QGraphicsItem) -> tuple[QPixmap, QPoint]:
    """An item as it looks in the viewport, and where the upper left corner of the picture belongs."""
    to_port = item.deviceTransform(view.viewportTransform())
    box = to_port.mapRect(QRectF(item.boundingRect())).toAlignedRect()
    ratio = view.viewport().devicePixelRatioF()
    picture = QPixmap(box.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(view.renderHints())
    painter.setTransform(to_port * QTransform.fromTranslate(-box.x(), -box.y()))
    painter.setOpacity(item.effectiveOpacity())
    item.paint(painter, QStyleOptionGraphicsItem(), None)
    painter.end()
    return picture, box.topLeft()
