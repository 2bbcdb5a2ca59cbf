"""Zones, themes and notes as the room sees them: larger, without pencil, counts or marks of the console."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.projector.edges import marks
from trivselsdesk.ui.projector.strokes import (
    LEFT,
    MIDDLE,
    RIGHT,
    SMALLEST,
    Ground,
    Sign,
    Words,
    draw,
    fitted,
    width,
)
from trivselsdesk.ui.surface.box_item import TONES
from trivselsdesk.ui.surface.items import GroupItem, ZoneItem
from trivselsdesk.ui.surface.layout import Sizes
from trivselsdesk.ui.surface.measure import Measure
from trivselsdesk.ui.surface.model import Tile
from trivselsdesk.ui.surface.tile_item import TileItem


@dataclass(frozen=True)
class Style:
    """How roomy a board is set."""

    sizes: Sizes
    line: float
    """Line height in font sizes."""
    top: float
    bottom: float
    left: float
    """Room for the mark before the text, in font sizes."""
    title: int = 34
    two_lines: float = 80.0
    """Head of a theme whose name takes two lines."""


ROOMY = Style(
    Sizes(
        zone_gap=20.0,
        head=58.0,
        pad_x=12.0,
        pad_top=5.0,
        pad_bottom=12.0,
        group_head=44.0,
        group_pad=9.0,
        gap=9.0,
        group_gap=14.0,
        line_gap=10.0,
        empty=90.0,
        column_least=7.8,
        column_most=14.0,
        shape=0.5,
    ),
    line=35 / 30,
    top=8.0,
    bottom=11.0,
    left=1.2,
)
TIGHT = Style(
    replace(
        ROOMY.sizes,
        zone_gap=12.0,
        head=48.0,
        pad_x=8.0,
        pad_top=4.0,
        pad_bottom=7.0,
        group_head=38.0,
        group_pad=6.0,
        gap=6.0,
        group_gap=9.0,
        line_gap=7.0,
    ),
    line=1.1,
    top=4.0,
    bottom=6.0,
    left=1.0,
    title=30,
    two_lines=66.0,
)
"""For many notes: less white, so that the type can be larger."""
FOLD = 28.0
NAME_SIZES = (30, 28, SMALLEST)
MORE = "more"
"""Look of the tile that says how many notes of a theme there was no room for."""
_RIGHT = 6.0


def text_left(tile: Tile, size: int, style: Style) -> float:
    """Where the text begins: the mark stands before it."""
    return size * (2.25 if tile.look == "card" else 0.5 if tile.look == MORE else style.left)


def text_width(tile: Tile, wide: float, size: int, style: Style) -> float:
    """Room for the text in a tile of that width."""
    return wide - text_left(tile, size, style) - _RIGHT - (8 if tile.look == "card" else 0)


def first_less(tile: Tile) -> float:
    """How much narrower the first line is."""
    return FOLD - 4 if tile.look == "pink" else 0.0


def tile_height(tile: Tile, wide: float, size: int, measure: Measure, style: Style) -> float:
    """What a tile needs."""
    lines, _ = measure.shape(tile.text, text_width(tile, wide, size, style), size, first_less(tile))
    if tile.voices > 1:
        lines = max(2, lines)
    return style.top + lines * size * style.line + style.bottom


class WallZone(ZoneItem):
    """A field of the board."""

    style = ROOMY

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint, ink, line = TONES[self.zone.tone]
        rect, head = self.size, self.style.sizes.head
        draw(painter, [Ground(rect, "surface", line, 2, 14)])
        clip = QPainterPath()
        clip.addRoundedRect(rect.adjusted(2, 2, -2, -2), 12, 12)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(QRectF(2, 2, rect.width() - 4, head - 2), look.color(tint))
        painter.restore()
        draw(painter, self.words())
        if self.zone.icon:
            side = head * 0.72
            sign = QRectF(20, (head - side) / 2 + 1, side, side)
            draw(painter, [Sign(self.zone.icon, sign, ink, "surface")])

    def words(self) -> list[Words]:
        """Title and hint; the hint is left out where it would not be whole."""
        _, ink, _ = TONES[self.zone.tone]
        head, wide = self.style.sizes.head, self.size.width()
        (title, *_), size = fitted(self.zone.title, wide - 96, (self.style.title, 30, 28, SMALLEST), 700)
        taken = width(title, size, 700)
        found = [Words(title, QRectF(76, 1, taken + 2, head), size, 700, ink)]
        for small in (30, 28, SMALLEST):
            hint = width(self.zone.hint, small, 500)
            if self.zone.hint and 76 + taken + 40 + hint + 20 <= wide:
                box = QRectF(wide - 20 - hint, 1, hint, head)
                found.append(Words(self.zone.hint, box, small, 500, ink, RIGHT))
                break
        return found


class WallGroup(GroupItem):
    """A theme with its name; the lot without one is just there."""

    style = ROOMY
    head = ROOMY.sizes.group_head

    def name(self) -> list[Words]:
        """The name in one line or two."""
        if self.group.loose:
            return []
        room = self.size.width() - 24
        lines, size = fitted(self.group.title, room, NAME_SIZES, 700)
        if len(lines) > 1 and self.head > self.style.sizes.group_head:
            lines, size = fitted(self.group.title, room, NAME_SIZES, 700, lines=2)
        most = 2 if self.head > self.style.sizes.group_head else 1
        if len(lines) > most:
            lines = [*lines[: most - 1], lines[most - 1].rstrip() + " …"]
        high = min(36.0, (self.head - 8) / len(lines)) if len(lines) > 1 else self.head
        return [
            Words(line, QRectF(13, (4 if len(lines) > 1 else 1) + number * high, room, high), size, 700)
            for number, line in enumerate(lines)
        ]

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.group.loose:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, [Ground(self.size, "sunken", "line", 2, 12), *self.name()])


class WallTile(TileItem):
    """A note or a card. Its mark stands before the text; what always calls for action is told of no note."""

    style = ROOMY

    def dress(self, style: Style) -> None:
        """Take another style."""
        if style is not self.style:
            self.style, self._lines = style, None
            self.update()

    def _bounds_now(self) -> QRectF:
        return self.size.adjusted(-1, -1, 1, 1)

    def lines(self) -> list[str]:
        """The text as it is broken."""
        if self._lines is None:
            room = text_width(self.tile, self.size.width(), self.font_size, self.style)
            self._lines = self._measure.lines(self.tile.text, room, self.font_size, first_less(self.tile))
        return self._lines

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.tile.look == "card":
            self._paint_as_card(painter)
        elif self.tile.look == MORE:
            self._paint_more(painter)
        else:
            self._paint_as_note(painter, "noteP" if self.tile.look == "pink" else "noteY")

    def _paint_as_note(self, painter: QPainter, prefix: str) -> None:
        look, rect = theme.current(), self.size.adjusted(1, 1, -1, -1)
        pink = prefix == "noteP"
        path = QPainterPath()
        if pink:
            path.moveTo(rect.left(), rect.top())
            path.lineTo(rect.right() - FOLD, rect.top())
            path.lineTo(rect.right(), rect.top() + FOLD)
            path.lineTo(rect.right(), rect.bottom())
            path.lineTo(rect.left(), rect.bottom())
            path.closeSubpath()
        else:
            path.addRoundedRect(rect, 5, 5)
        pen = QPen(look.color(f"{prefix}Line"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(look.color(prefix))
        painter.drawPath(path)
        foot = QRectF(rect.left() + 1, rect.bottom() - 3, rect.width() - 2, 3)
        painter.fillRect(foot, look.color(f"{prefix}Line"))
        if pink:
            fold = QPainterPath(QPointF(rect.right() - FOLD, rect.top()))
            fold.lineTo(rect.right() - FOLD, rect.top() + FOLD)
            fold.lineTo(rect.right(), rect.top() + FOLD)
            fold.closeSubpath()
            painter.setBrush(look.color("notePFold"))
            painter.drawPath(fold)
        share, high = self.font_size / 30, self.font_size * self.style.line
        left = self.font_size * self.style.left
        marks(painter, QPointF(left * 0.54, self.style.top + high / 2 + 2 * share), prefix, share)
        self._paint_text(painter, f"{prefix}Ink", 600)
        if self.tile.voices > 1:
            box = QRectF(0, self.style.top + high, left, high)
            many = Words(str(self.tile.voices), box, self.font_size, 800, f"{prefix}Mark", MIDDLE)
            draw(painter, [many])

    def _paint_as_card(self, painter: QPainter) -> None:
        tint, ink, _ = TONES[self.tile.tone]
        side = self.font_size * 1.33
        high = self.font_size * self.style.line
        sign = QRectF(self.font_size * 0.5, self.style.top + (high - side) / 2, side, side)
        draw(
            painter,
            [
                Ground(self.size, "surface", "lineStrong", 3, 10),
                Sign(self.tile.icon or "note", sign, ink, tint),
            ],
        )
        self._paint_text(painter, "ink", 600)

    def _paint_more(self, painter: QPainter) -> None:
        pen = QPen(theme.current().color("lineStrong"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.current().color("surface"))
        painter.drawRoundedRect(self.size.adjusted(1, 1, -1, -1), 5, 5)
        self._paint_text(painter, "ink2", 600)

    def _paint_text(self, painter: QPainter, token: str, weight: int) -> None:
        high = self.font_size * self.style.line
        left = text_left(self.tile, self.font_size, self.style)
        room = text_width(self.tile, self.size.width(), self.font_size, self.style)
        draw(
            painter,
            [
                Words(
                    line,
                    QRectF(left, self.style.top + number * high, room, high),
                    self.font_size,
                    weight,
                    token,
                    LEFT,
                )
                for number, line in enumerate(self.lines())
            ],
        )
