"""The whole text of a note that is too long for its tile: it opens where the note hangs, for reading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.box_item import Z_HELD, BoxItem
from trivselsdesk.ui.surface.layout import Rect
from trivselsdesk.ui.surface.measure import LINE, Measure
from trivselsdesk.ui.surface.model import Tile
from trivselsdesk.ui.widgets import paint

PAD = 14.0
WIDTHS = (26.0, 40.0, 64.0)
"""Widths to try, in font sizes: lines of a comfortable length first."""
LEAST_FONT = 11
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


class WholeItem(BoxItem):
    """A note opened to its full length. Nothing in it can be clicked by itself."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self.tile: Tile | None = None
        self._measure = measure
        self._size = 16
        self._lines: list[str] = []
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
            self._size = font_size
            for factor in WIDTHS:
                wide = min(factor * font_size, view.width() - 8)
                self._lines = self._measure.all_lines(text, wide - 2 * PAD, font_size)
                tall = len(self._lines) * font_size * LINE + 2 * PAD
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
        painter.setFont(self._measure.font(self._size))
        painter.setPen(look.color(ink))
        high = self._size * LINE
        for number, line in enumerate(self._lines):
            painter.drawText(QRectF(PAD, PAD + number * high, self.size.width(), high), _FLAGS, line)
