"""A note or a card on the board, painted once into a cache."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.box_item import FOLD, RING_ROOM, TICK, TONES, Z_HELD, Z_TILE, BoxItem
from trivselsdesk.ui.surface.layout import Rect
from trivselsdesk.ui.surface.measure import LINE, Measure
from trivselsdesk.ui.surface.model import Tile
from trivselsdesk.ui.widgets import icons, paint

CARD_SIDES = 46.0
"""What a card has on both sides of its name, in px."""
DOT = 12.0
"""Room for the dot of a note that stands beside the text, in px."""


def stands_beside(tile: Tile) -> bool:
    """Whether the mark of a note is so small that it can stand after the text instead of below it."""
    return tile.look == "yellow" and not tile.mark and not tile.must_act


class TileItem(BoxItem):
    """A note or a card."""

    def __init__(self, tile: Tile, measure: Measure) -> None:
        super().__init__()
        self.tile = tile
        self.font_size = 16
        self.held = False
        self.chosen = False
        self.focused = False
        self.hovered = False
        self.tight = False
        self.stands: tuple[Tile, Rect, int, bool] | None = None
        """What the board last made of it; most of the thousands stay as they are."""
        self._measure = measure
        self._lines: list[str] | None = None
        self.setZValue(Z_TILE)
        self.setAcceptHoverEvents(True)

    def show_tile(self, tile: Tile, font_size: int) -> None:
        """Take new words, another look or another type size."""
        if tile != self.tile or font_size != self.font_size:
            self.tile, self.font_size = tile, font_size
            self._lines = None
            self.update()

    def is_at(self, box: Rect) -> bool:
        """Whether it is where it belongs: neither carried nor on its way."""
        return self.x() == box.x and self.y() == box.y

    def set_tight(self, tight: bool) -> None:
        """Whether the note is set with as little white as can be."""
        if tight != self.tight:
            self.tight = tight
            self.update()

    def set_box(self, box: Rect) -> None:
        if abs(box.w - self.size.width()) > 0.01:
            self._lines = None
        super().set_box(box)

    def set_state(
        self, *, held: bool | None = None, chosen: bool | None = None, focused: bool | None = None
    ) -> None:
        """Lifted, chosen, or with the keyboard's focus."""
        before = (self.held, self.chosen, self.focused)
        self.held = self.held if held is None else held
        self.chosen = self.chosen if chosen is None else chosen
        self.focused = self.focused if focused is None else focused
        if before != (self.held, self.chosen, self.focused):
            self.setZValue(Z_HELD if self.held else Z_TILE)
            self.update()

    def _bounds_now(self) -> QRectF:
        return self.size.adjusted(-RING_ROOM - 8, -RING_ROOM - 8, RING_ROOM + 8, RING_ROOM + 14)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.size)
        return path

    def hoverEnterEvent(self, event: object) -> None:
        self.hovered = True
        self.update()

    def hoverLeaveEvent(self, event: object) -> None:
        self.hovered = False
        self.update()

    @property
    def is_cut(self) -> bool:
        """Whether the tile shows less than its whole text."""
        return self._measure.is_cut(self._broken(self._text_width(), self._first_line()), self.tile.text)

    def _first_line(self) -> float:
        return 14.0 if self.tile.look == "pink" else 0.0

    def _text_width(self) -> float:
        return self.size.width() - (CARD_SIDES if self.tile.look == "card" else 16)

    def _broken(self, width: float, first: float) -> list[str]:
        if self._lines is None:
            self._lines = self._measure.lines(self.tile.text, width, self.font_size, first)
        return self._lines

    def pencil(self) -> QRectF:
        """Where the pencil shows: under the mouse, and on the note that has been chosen."""
        # Half over the corner, where no text stands: nobody may have to guess a word behind it.
        return QRectF(self.size.width() - 18, self.size.height() - 18, 24, 24)

    def pencil_target(self) -> QRectF:
        """Where a press means the pencil: large enough for a finger."""
        return QRectF(self.size.width() - 40, self.size.height() - 40, 46, 46)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.held:
            self._shadow(painter)
        if self.focused:
            self._ring(painter, "focus", 3.0)
        elif self.chosen:
            self._ring(painter, "primary", 3.0)
        if self.tile.look == "card":
            self._paint_card(painter)
        else:
            self._paint_note(painter)
        if self.chosen:
            self._paint_tick(painter)
        if (self.hovered or self.focused) and not self.held:
            box = self.pencil()
            ink = (
                "ink"
                if self.tile.look == "card"
                else "noteYInk"
                if self.tile.look == "yellow"
                else "notePInk"
            )
            mark = (
                "lineStrong"
                if self.tile.look == "card"
                else "noteYMark"
                if self.tile.look == "yellow"
                else "notePMark"
            )
            paint.rounded(painter, box, 6, "surface" if theme.current().name != "dark" else None, mark)
            icons.paint(painter, "pencil", ink, box.adjusted(4, 4, -4, -4))

    def _paint_note(self, painter: QPainter) -> None:
        look = theme.current()
        prefix = "noteP" if self.tile.look == "pink" else "noteY"
        rect = self.size
        radius = look.radius("note")
        outline = f"{prefix}Mark" if self.hovered else f"{prefix}Line"
        path = QPainterPath()
        if self.tile.look == "pink":
            path.moveTo(radius, 0)
            path.lineTo(rect.width() - FOLD, 0)
            path.lineTo(rect.width(), FOLD)
            path.lineTo(rect.width(), rect.height() - radius)
            path.quadTo(rect.width(), rect.height(), rect.width() - radius, rect.height())
            path.lineTo(radius, rect.height())
            path.quadTo(0, rect.height(), 0, rect.height() - radius)
            path.lineTo(0, radius)
            path.quadTo(0, 0, radius, 0)
        else:
            path.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QPen(look.color(outline), 1))
        painter.setBrush(look.color(prefix))
        painter.drawPath(path)
        painter.fillRect(QRectF(2, rect.height() - 2, rect.width() - 4, 2), look.color(f"{prefix}Line"))
        if self.tile.look == "pink":
            fold = QPainterPath(QPointF(rect.width() - FOLD, 0))
            fold.lineTo(rect.width() - FOLD, FOLD)
            fold.lineTo(rect.width(), FOLD)
            fold.closeSubpath()
            painter.setBrush(look.color("notePFold"))
            painter.drawPath(fold)
        top = 5 if self.tight else 6
        self._paint_lines(painter, 8, top, self._text_width(), self._first_line(), look.color(f"{prefix}Ink"))
        self._paint_mark(painter, prefix)

    def _paint_lines(
        self, painter: QPainter, x: float, y: float, width: float, first: float, ink: QColor
    ) -> None:
        lines = self._broken(width, first)
        painter.setFont(self._measure.font(self.font_size))
        painter.setPen(ink)
        line_height = self.font_size * LINE
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
            Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        )
        for number, line in enumerate(lines):
            painter.drawText(QRectF(x, y + number * line_height, width + 20, line_height), flags, line)

    def _paint_mark(self, painter: QPainter, prefix: str) -> None:
        look = theme.current()
        color = look.color(f"{prefix}Mark")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        base = self.size.height() - 11
        if self.tight and stands_beside(self.tile):
            painter.drawEllipse(QPointF(self.size.width() - 10, self.size.height() - 10), 3.5, 3.5)
            return
        if self.tile.look == "pink":
            for dx, dy in ((6.0, -3.0), (2.5, 3.0), (9.5, 3.0)):
                painter.drawEllipse(QPointF(8 + dx, base + dy), 2.5, 2.5)
            box = QRectF(25, base - 9, self.size.width() - 30, 18)
            font = QFont(look.font("noteMark"))
            paint.text(painter, box, self.tile.mark, font, f"{prefix}Mark", Qt.AlignmentFlag.AlignLeft)
        else:
            painter.drawEllipse(QPointF(11.5, base), 3.5, 3.5)
            box = QRectF(21, base - 9, self.size.width() - 48, 18)
            font = QFont(look.font("noteMark"))
            paint.text(painter, box, self.tile.mark, font, f"{prefix}Mark", Qt.AlignmentFlag.AlignLeft)
        if self.tile.must_act:
            token = f"{prefix}Mark" if look.is_dark else "must"
            icons.paint(painter, "must", token, QRectF(self.size.width() - 42, base - 9, 18, 18))

    def _paint_card(self, painter: QPainter) -> None:
        look = theme.current()
        tint, ink, _ = TONES[self.tile.tone]
        paint.rounded(painter, self.size, look.radius("theme"), "surface", "lineStrong", 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(tint))
        painter.drawEllipse(QPointF(20, 19), 10, 10)
        if self.tile.icon:
            icons.paint(painter, self.tile.icon, ink, QRectF(13, 12, 14, 14))
        self._paint_lines(painter, 36, 9, self._text_width(), 0.0, look.color("ink"))
        base = self.size.height() - 13
        box = QRectF(36, base - 9, self.size.width() - 66, 18)
        paint.text(painter, box, self.tile.mark, look.font("caption"), "ink3", Qt.AlignmentFlag.AlignLeft)
        if self.tile.must_act:
            icons.paint(painter, "must", "must", QRectF(11, base - 9, 18, 18))

    def _ring(self, painter: QPainter, token: str, width: float) -> None:
        gap = 3.0 + width / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().color(token), width))
        painter.drawRoundedRect(self.size.adjusted(-gap, -gap, gap, gap), 5, 5)

    def _paint_tick(self, painter: QPainter) -> None:
        look = theme.current()
        disc = QRectF(self.size.width() - TICK / 2 - 2, -TICK / 2 + 1, TICK, TICK)
        painter.setPen(QPen(look.color("surface"), 2))
        painter.setBrush(look.color("primary"))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        icons.paint(painter, "check", "onPrimary", disc.adjusted(5, 5, -5, -5))

    def _shadow(self, painter: QPainter) -> None:
        offset, blur, color = theme.current().shadow("lifted")
        painter.setPen(Qt.PenStyle.NoPen)
        steps = 6
        for step in range(steps):
            spread = blur / 2 * (1 - step / steps)
            shade = QColor(color)
            shade.setAlphaF(color.alphaF() / steps)
            painter.setBrush(shade)
            box = self.size.translated(0, offset * 0.7).adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(box, 4 + spread, 4 + spread)
