"""What all items on a board share: their order in depth, the tones, and a size laid out from outside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from trivselsdesk.ui.surface.layout import Rect

Z_ZONE, Z_GROUP, Z_MARK, Z_TILE, Z_HELD = 0.0, 1.0, 2.0, 3.0, 10.0
RING_ROOM = 6.0
"""Space around a tile for its ring, tick and shadow."""
TICK = 24.0
FOLD = 16.0
CACHED_AREA = 8e6
"""Px² up to which an item is kept as a picture. Of a larger one Qt would show an old picture, or none."""

TONES: dict[str, tuple[str, str, str]] = {
    "good": ("goodTint", "goodInk", "goodLine"),
    "less": ("lessTint", "lessInk", "lessLine"),
    "primary": ("primaryTint", "primaryInk", "primaryLine"),
    "warn": ("warnTint", "warnInk", "warnLine"),
    "med": ("medTint", "medInk", "lessLine"),
    "plain": ("sunken", "ink2", "line"),
}
"""Ground, ink and outline tokens of a tone."""


class BoxItem(QGraphicsRectItem):
    """An item with a size that is laid out from outside.

    Its rectangle is all that it may paint on. Qt keeps that itself: it asks many times for one picture.
    """

    def __init__(self) -> None:
        super().__init__()
        self.size = QRectF(0, 0, 10, 10)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setRect(self._bounds_now())
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def set_box(self, box: Rect) -> None:
        """Take a size; the place is set apart so that it can glide."""
        size = QRectF(0, 0, box.w, box.h)
        if size != self.size:
            self.size = size
            self.setRect(self._bounds_now())
            large = size.width() * size.height() > CACHED_AREA
            mode = QGraphicsItem.CacheMode.NoCache if large else QGraphicsItem.CacheMode.DeviceCoordinateCache
            if mode != self.cacheMode():
                self.setCacheMode(mode)
            self.update()

    def _bounds_now(self) -> QRectF:
        return self.size.adjusted(-1, -1, 1, 1)
