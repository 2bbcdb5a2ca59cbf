"""The whole text of a note that is too long for its tile: it opens where the note hangs, for reading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.box_item import Z_HELD, BoxItem
from trivselsdesk.ui.surface.layout import Rect
from trivselsdesk.ui.surface.measure import Measure
from trivselsdesk.ui.surface.model import Tile
from trivselsdesk.ui.widgets import paint

PAD = 14.0
WIDTHS = (26.0, 40.0, 64.0)
"""Widths to try, in font sizes: lines of a comfortable length first."""
LEAST_FONT = 11
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere) | int(
    Qt.TextFlag.TextWordWrap
)


class WholeItem(BoxItem):
    """A note opened to its full length. Nothing in it can be clicked by itself."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self.tile: Tile | None = None
        self._measure = measure
        self._font = QFont()
        self.setZValue(Z_HELD - 2)
        self.hide()

    def show_whole(self, tile: Tile, beside: Rect, view: QRectF, size: int) -> None:
        """Open the text of ``tile`` over ``beside``, inside the part of the board that is in ``view``."""
        self.tile = tile
        wide, tall = self._fitting(tile.text, view, size)
        x = min(max(beside.x, view.left() + 4), max(view.left() + 4, view.right() - wide - 4))
        y = min(max(beside.y, view.top() + 4), max(view.top() + 4, view.bottom() - tall - 4))
        self.set_box(Rect(x, y, wide, tall))
        self.setPos(x, y)
        self.update()
        self.show()

    def _fitting(self, text: str, view: QRectF, size: int) -> tuple[float, float]:
        """Width and height that hold all of it: wider, then in smaller type, as the text needs it."""
        wide = tall = 0.0
        for font_size in range(max(size, 16), LEAST_FONT - 1, -1):
            self._font = self._measure.font(font_size)
            metrics = QFontMetricsF(self._font)
            for factor in WIDTHS:
                wide = min(factor * font_size, view.width() - 8)
                room = QRectF(0, 0, wide - 2 * PAD, 1e6)
                tall = metrics.boundingRect(room, _FLAGS, text).height() + 2 * PAD
                if tall <= view.height() - 8:
                    return wide, tall
        return wide, tall

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.tile is None:
            return
        prefix = {"pink": "noteP", "yellow": "noteY"}.get(self.tile.look)
        look = theme.current()
        ground, ink = (prefix, f"{prefix}Ink") if prefix else ("surface", "ink")
        paint.rounded(
            painter, self.size.adjusted(1.5, 1.5, -1.5, -1.5), look.radius("card"), ground, "focus", 3.0
        )
        painter.setFont(self._font)
        painter.setPen(look.color(ink))
        painter.drawText(self.size.adjusted(PAD, PAD, -PAD, -PAD), _FLAGS, self.tile.text)
