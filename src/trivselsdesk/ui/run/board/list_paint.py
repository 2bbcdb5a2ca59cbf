"""How the rows of the list view look, and how high they are."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.list_rows import EMPTY, GROUP, TILE, ZONE, Row
from trivselsdesk.ui.surface.box_item import TONES
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.segmented import swatch

ROW = 40.0
ZONE_HEAD = 44.0
ZONE_GAP = 12.0
PAD = 8.0
CHEVRON = 40.0
"""Width of the part of a heading that opens and closes it."""
MORE = 44.0
"""Width of the »…« at the end of a row."""
BESIDE = 132.0
"""Width of the column at the right that says where a note comes from."""
NARROW, LITTLE = 560.0, 84.0
"""In a list narrower than this the column is only so wide."""


@dataclass(frozen=True)
class State:
    """What is special about a row at this moment."""

    open: bool = True
    first: bool = False
    last: bool = False
    """Whether it ends the card of its zone."""
    chosen: bool = False
    focused: bool = False
    hovered: bool = False
    held: bool = False
    target: bool = False
    dim: bool = False


class RowLook:
    """Measures and paints rows. ``size`` is the type size of the notes in px."""

    def __init__(self) -> None:
        self._heights: dict[str, float] = {}
        self._wide = 0.0
        self._layouts = lru_cache(maxsize=300)(self._lay_out)
        self.set_size(18)

    def set_size(self, size: int) -> None:
        """Another type size."""
        self.size = size
        self._heights.clear()
        self._layouts.cache_clear()
        self._metrics = QFontMetricsF(self._note_font())
        self._line = round(size * 1.32)

    def height(self, row: Row, width: float, first: bool) -> float:
        """The height that a row needs in a list of that width."""
        if row.kind == ZONE:
            return ZONE_HEAD + (0 if first else ZONE_GAP)
        if row.kind != TILE:
            return max(ROW, self._line + 2 * PAD)
        room = self.text_box(row, QRectF(0, 0, width, ROW)).width()
        if width != self._wide:
            self._wide = width
            self._heights.clear()
        key = f"{room:.0f}|{row.text}"
        known = self._heights.get(key)
        if known is None:
            known = self._heights[key] = max(ROW, self._lines(row.text, room) * self._line + 2 * PAD)
        return known

    def text_box(self, row: Row, rect: QRectF) -> QRectF:
        """The part of a row that its text stands in."""
        left = self._indent(row)
        if row.kind == TILE:
            left += 34
        elif row.kind in (ZONE, GROUP):
            left += CHEVRON + 32
        right = MORE if row.kind == TILE or row.is_theme else 14.0
        box = rect.adjusted(left, 0, -right - self._beside(row, rect.width()), 0)
        if row.kind == ZONE:
            box.setTop(rect.bottom() - ZONE_HEAD)
        box.setWidth(max(40.0, box.width()))
        return box

    def more_box(self, row: Row, rect: QRectF) -> QRectF:
        """Where the »…« of a row is; empty where it has none."""
        if row.kind != TILE and not row.is_theme:
            return QRectF()
        return QRectF(rect.right() - MORE, rect.top(), MORE, min(rect.height(), ROW + 8))

    def paint(self, painter: QPainter, rect: QRectF, row: Row, state: State) -> None:
        """One row from edge to edge."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == ZONE:
            self._paint_zone(painter, rect, row, state)
            return
        self._ground(painter, rect, row, state)
        if state.held:
            pen = QPen(theme.current().color("lineStrong"), 2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(theme.current().color("sunken"))
            painter.drawRoundedRect(self._inside(row, rect), 5, 5)
        if row.kind == GROUP:
            self._paint_theme(painter, rect, row, state)
        elif row.kind == EMPTY:
            box = self.text_box(row, rect)
            font = theme.current().font("body")
            paint.text(painter, box, row.text, font, "ink3", Qt.AlignmentFlag.AlignLeft)
        else:
            self._paint_tile(painter, rect, row, state)
        self._frame(painter, self._inside(row, rect), state)

    def _ground(self, painter: QPainter, rect: QRectF, row: Row, state: State) -> None:
        look = theme.current()
        line = look.color(TONES[row.zone.tone][2])
        card, radius = rect.adjusted(0.5, -20, -0.5, -0.5 if state.last else 20), look.radius("zone")
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QPen(line, 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(card, radius, radius)
        painter.restore()
        if not state.last and row.kind == TILE:
            painter.fillRect(
                QRectF(self._indent(row), rect.bottom() - 1, rect.width() - self._indent(row) - 8, 1),
                look.color("line"),
            )
        if row.kind == GROUP:
            paint.rounded(painter, self._inside(row, rect), look.radius("theme"), "canvas")
        if state.chosen:
            paint.rounded(painter, self._inside(row, rect), look.radius("theme"), "primaryTint")
        elif state.hovered and row.kind == TILE:
            paint.rounded(painter, self._inside(row, rect), look.radius("theme"), "canvas")

    def _paint_zone(self, painter: QPainter, rect: QRectF, row: Row, state: State) -> None:
        look = theme.current()
        tint, ink, line = TONES[row.zone.tone]
        head = QRectF(rect.left(), rect.bottom() - ZONE_HEAD, rect.width(), ZONE_HEAD)
        radius = look.radius("zone")
        painter.save()
        path = QPainterPath()
        whole = head.adjusted(0.5, 0.5, -0.5, -0.5 if state.last else 20)
        path.addRoundedRect(whole, radius, radius)
        painter.setClipRect(head)
        painter.setPen(QPen(look.color(ink if state.target else line), 3 if state.target else 1))
        painter.setBrush(look.color(tint))
        painter.drawPath(path)
        painter.restore()
        middle = head.center().y()
        self._chevron(painter, head.left() + 6, middle, ink, state.open)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(QPointF(head.left() + CHEVRON + 15, middle), 12, 12)
        if row.zone.icon:
            box = QRectF(head.left() + CHEVRON + 6, middle - 9, 18, 18)
            icons.paint(painter, row.zone.icon, ink, box)
        self._words(painter, head, row, look.font("section"), look.font("caption", weight=500), ink, ink)
        self._frame(painter, head.adjusted(1, 1, -1, -1), state)

    def _paint_theme(self, painter: QPainter, rect: QRectF, row: Row, state: State) -> None:
        look = theme.current()
        middle, left = rect.center().y(), rect.left() + self._indent(row)
        self._chevron(painter, left, middle, "ink2", state.open)
        if row.is_theme:
            icons.paint(painter, "theme", "ink2", QRectF(left + CHEVRON + 2, middle - 9, 18, 18))
            self._more(painter, rect, row)
        name = look.font("bodyStrong", size=max(16, self.size - 1), weight=700 if row.is_theme else 500)
        ink = "ink" if row.is_theme else "ink2"
        self._words(painter, rect, row, name, look.font("caption", weight=500), ink, "ink2")

    def _words(
        self, painter: QPainter, rect: QRectF, row: Row, font: QFont, small: QFont, ink: str, side: str
    ) -> None:
        box = self.text_box(row, rect)
        paint.text(painter, box, row.text, font, ink, Qt.AlignmentFlag.AlignLeft)
        width = self._beside(row, rect.width())
        beside = QRectF(box.right() + 8, box.top(), width - 8, box.height())
        paint.text(painter, beside, row.beside, small, side, Qt.AlignmentFlag.AlignRight)

    def _paint_tile(self, painter: QPainter, rect: QRectF, row: Row, state: State) -> None:
        look = theme.current()
        tile = row.tile
        assert tile is not None
        painter.setOpacity(0.42 if state.dim or state.held else 1.0)
        left = rect.left() + self._indent(row)
        mark = QRectF(left, rect.top() + (ROW - 22) / 2 + (self._first_line() - ROW) / 2, 22, 22)
        if tile.look == "card":
            tint, ink, _ = TONES[tile.tone]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(tint))
            painter.drawEllipse(mark)
            if tile.icon:
                icons.paint(painter, tile.icon, ink, mark.adjusted(4, 4, -4, -4))
        else:
            swatch(painter, tile.look, mark)
        box = self.text_box(row, rect)
        layout = self._layouts(row.text, box.width())
        painter.setPen(look.color("ink"))
        lines = max(1, layout.lineCount())
        top = box.top() + (box.height() - lines * self._line) / 2
        layout.draw(painter, QPointF(box.left(), top))
        width = self._beside(row, rect.width())
        beside = QRectF(box.right() + 8, rect.top(), width - 8, self._first_line())
        small = look.font("caption", size=15, weight=600)
        paint.text(painter, beside, row.beside, small, "ink2", Qt.AlignmentFlag.AlignRight)
        if tile.must_act:
            words = min(QFontMetricsF(small).horizontalAdvance(row.beside), beside.width() - 26)
            box = QRectF(beside.right() - words - 28, beside.center().y() - 10, 20, 20)
            icons.paint(painter, "must", "must", box)
        painter.setOpacity(1.0)
        self._more(painter, rect, row)
        if state.chosen:
            disc = QRectF(mark.right() - 9, mark.top() - 7, 18, 18)
            painter.setPen(QPen(look.color("surface"), 2))
            painter.setBrush(look.color("primary"))
            painter.drawEllipse(disc)
            icons.paint(painter, "check", "onPrimary", disc.adjusted(4, 4, -4, -4))

    def _frame(self, painter: QPainter, box: QRectF, state: State) -> None:
        radius = theme.current().radius("theme")
        if state.focused:
            paint.rounded(painter, box, radius, None, "focus", paint.RING)
        elif state.target:
            paint.rounded(painter, box, radius, None, "primary", paint.RING)
        elif state.chosen:
            paint.rounded(painter, box, radius, None, "primary", 2.5)

    def _more(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        box = self.more_box(row, rect)
        centre = QPointF(box.center().x(), rect.top() + self._first_line() / 2)
        icons.paint(painter, "more", "ink3", QRectF(centre.x() - 10, centre.y() - 10, 20, 20))

    @staticmethod
    def _chevron(painter: QPainter, left: float, middle: float, ink: str, is_open: bool) -> None:
        icons.paint(painter, "chev-d" if is_open else "chev-r", ink, QRectF(left + 10, middle - 9, 18, 18))

    def _first_line(self) -> float:
        return max(ROW, self._line + 2 * PAD)

    @staticmethod
    def _indent(row: Row) -> float:
        if row.kind == ZONE:
            return 6.0
        if row.kind == GROUP:
            return 12.0
        inside = row.kind == TILE and row.group is not None and bool(row.group.title)
        return 54.0 if inside else 22.0

    @staticmethod
    def _beside(row: Row, width: float) -> float:
        if row.kind == EMPTY:
            return 0.0
        if row.kind == ZONE:
            return min(width * 0.5, 360.0)
        return LITTLE if width < NARROW else BESIDE

    def _inside(self, row: Row, rect: QRectF) -> QRectF:
        """A row without the margin that is left for the outline of the card."""
        return rect.adjusted(self._indent(row) - 8, 2, -4, -3)

    def _note_font(self) -> QFont:
        return theme.current().font("note", size=self.size)

    def _lines(self, text: str, width: float) -> int:
        # No letter is wider than its type size, so that most notes need not be measured at all.
        if text.isascii() and "\n" not in text and len(text) * self.size < width:
            return 1
        if "\n" not in text and len(text) < 400 and self._metrics.horizontalAdvance(text) < width - 2:
            return 1
        return max(1, self._lay_out(text, width).lineCount())

    def _lay_out(self, text: str, width: float) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), self._note_font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        # Lato's own line is lower than the scale's: the text stands in the middle of each line.
        lift = math.floor((self._line - self._metrics.height()) / 2)
        layout.beginLayout()
        number = 0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._line + lift))
            number += 1
        layout.endLayout()
        return layout
