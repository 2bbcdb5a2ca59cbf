"""What is painted in the mulighedsrum: the field with its corners and axes, cards, tray and P-plads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from trivselsdesk.domain.pack import Axis, Matrix
from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.box_item import TONES
from trivselsdesk.ui.widgets import icons, paint

HEAD = 58.0
"""Height of a corner's title and text in px, with room below for the tick of a chosen card."""
_LEFT, _RIGHT, _CENTRE = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignHCenter,
)


class FieldItem(QGraphicsItem):
    """The four quarters with what they mean, and the two axes. ``size`` is the field without axes."""

    def __init__(self) -> None:
        super().__init__()
        self.size = QRectF(0, 0, 10, 10)
        self.matrix: Matrix | None = None
        self.line = ""
        """The axis that is shown alone; empty when both are."""
        self.target = ""
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_matrix(self, matrix: Matrix, size: QRectF, line: str = "") -> None:
        """Take words and size. With ``line``, ``x`` or ``y``, only that axis shows."""
        if matrix is not self.matrix or size != self.size or line != self.line:
            self.prepareGeometryChange()
            self.matrix, self.size, self.line = matrix, size, line
            self.update()

    def set_target(self, corner: str) -> None:
        """Mark the quarter where a card would land."""
        if corner != self.target:
            self.target = corner
            self.update()

    def boundingRect(self) -> QRectF:
        return self.size.adjusted(-36, -2, 2, 32)

    def quarter(self, corner: str) -> QRectF:
        """The quarter ``tl tr bl br``, or the half at an end of an axis: ``l r b t``."""
        if len(corner) == 1:
            return self._half(corner)
        half_w, half_h = self.size.width() / 2, self.size.height() / 2
        return QRectF(half_w if corner[1] == "r" else 0, 0 if corner[0] == "t" else half_h, half_w, half_h)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.matrix is None:
            return
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(self.size, 8, 8)
        painter.setClipPath(clip)
        if self.line:
            self._paint_halves(painter)
        for corner, meaning in self.matrix.corners.items() if not self.line else ():
            box = self.quarter(corner)
            ground = {"plain": "surface"}.get(meaning.tone, TONES[meaning.tone][0])
            if meaning.tone == "plain" and corner == "bl":
                ground = "canvas"
            painter.fillRect(box, look.color(ground))
            if corner == self.target:
                painter.setPen(QPen(look.color("primary"), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.restore()
        painter.setPen(QPen(look.color("lineStrong"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.size.adjusted(0.75, 0.75, -0.75, -0.75), 8, 8)
        middle = self.size.center()
        if self.line != "y":
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.size.height()))
        if self.line != "x":
            painter.drawLine(QPointF(0, middle.y()), QPointF(self.size.width(), middle.y()))
        for corner in self.matrix.corners if not self.line else ():
            self._paint_corner(painter, corner)
        if self.line != "y":
            self._paint_flat_axis(painter)
        if self.line != "x":
            self._paint_upright_axis(painter)

    def _half(self, end: str) -> QRectF:
        wide, tall = self.size.width(), self.size.height()
        if end in "lr":
            return QRectF(wide / 2 if end == "r" else 0, 0, wide / 2, tall)
        return QRectF(0, 0 if end == "t" else tall / 2, wide, tall / 2)

    def _paint_halves(self, painter: QPainter) -> None:
        """The ends of the one axis that the room speaks of, each with its word."""
        assert self.matrix is not None
        look = theme.current()
        axis = self.matrix.x if self.line == "x" else self.matrix.y
        for end, words in (
            ("l" if self.line == "x" else "b", axis.first),
            ("r" if self.line == "x" else "t", axis.last),
        ):
            box, high = self._half(end), (end in "rt") != axis.turned
            painter.fillRect(box, look.color("primaryTint" if high else "surface"))
            if end == self.target:
                painter.setPen(QPen(look.color("primary"), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5))
            said = QCoreApplication.translate("MatrixPlaces", "{axis}: {end}").format(
                axis=axis.title, end=words
            )
            line = QRectF(box.x() + 14, box.y() + 8, box.width() - 28, 24)
            side = _RIGHT if end == "r" else _LEFT
            ink = "primaryInk" if high else "ink2"
            paint.text(painter, line, said, look.font("bodyStrong", weight=700), ink, side)

    def _paint_corner(self, painter: QPainter, corner: str) -> None:
        assert self.matrix is not None
        look = theme.current()
        meaning = self.matrix.corners[corner]
        ink = TONES[meaning.tone][1] if meaning.tone != "plain" else "ink2"
        box = self.quarter(corner).adjusted(12, 6, -12, -6)
        top = box.y() if corner[0] == "t" else box.bottom() - 42
        right = corner[1] == "r"
        title_font = look.font("bodyStrong", weight=700)
        words = self._width(painter, title_font, meaning.title)
        icon_room = 27 if meaning.icon else 0
        start = box.right() - words - icon_room if right else box.x()
        if meaning.icon:
            icons.paint(painter, meaning.icon, ink, QRectF(start, top + 2, 18, 18))
        title = QRectF(start + icon_room, top, words + 4, 22)
        paint.text(painter, title, meaning.title, title_font, ink, _LEFT)
        line = QRectF(box.x(), top + 22, box.width(), 20)
        paint.text(painter, line, meaning.text, look.font("caption"), ink, _RIGHT if right else _LEFT)

    def _paint_flat_axis(self, painter: QPainter) -> None:
        assert self.matrix is not None
        look = theme.current()
        caption, strong = look.font("caption", weight=600), look.font("body", size=15, weight=700)
        x = self.matrix.x
        base = QRectF(2, self.size.height() + 4, self.size.width() - 6, 26)
        paint.text(painter, base, x.first, caption, "ink2", _LEFT)
        paint.text(painter, base, x.last, caption, "ink2", _RIGHT)
        self._paint_title(painter, x, base, strong)

    def _paint_title(self, painter: QPainter, axis: Axis, base: QRectF, strong: QFont) -> None:
        """What grows along the axis, with an arrow towards the high end."""
        words = self._width(painter, strong, axis.title)
        start = base.center().x() - (words + 26) / 2
        sign, text = (start, start + 26) if axis.turned else (start + words + 8, start)
        line = QRectF(text, base.y(), words + 4, base.height())
        paint.text(painter, line, axis.title, strong, "ink", _LEFT)
        box = QRectF(sign, base.y() + (base.height() - 16) / 2, 16, 16)
        icons.paint(painter, "arrow-l" if axis.turned else "arrow-r", "ink", box)

    def _paint_upright_axis(self, painter: QPainter) -> None:
        assert self.matrix is not None
        look = theme.current()
        caption, strong = look.font("caption", weight=600), look.font("body", size=15, weight=700)
        y = self.matrix.y
        painter.save()
        painter.translate(-34, self.size.height())
        painter.rotate(-90)
        side = QRectF(2, 0, self.size.height() - 6, 28)
        paint.text(painter, side, y.first, caption, "ink2", _LEFT)
        paint.text(painter, side, y.last, caption, "ink2", _RIGHT)
        self._paint_title(painter, y, side, strong)
        painter.restore()

    @staticmethod
    def _width(painter: QPainter, font: object, words: str) -> float:
        painter.setFont(font)  # type: ignore[call-overload]
        return float(painter.fontMetrics().horizontalAdvance(words))


class GhostItem(QGraphicsItem):
    """The dashed place where a held card would land, with the meaning of it in words."""

    def __init__(self) -> None:
        super().__init__()
        self.size = QRectF(0, 0, 10, 10)
        self.words = ""
        self.setZValue(2)

    def show_at(self, size: QRectF, words: str) -> None:
        """Take a size and words."""
        self.prepareGeometryChange()
        self.size, self.words = size, words
        self.update()

    def boundingRect(self) -> QRectF:
        return self.size.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("primary"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(self.size.adjusted(1, 1, -1, -1), 6, 6)
        box = self.size.adjusted(6, 0, -6, 0)
        paint.text(painter, box, self.words, look.font("caption", weight=700), "primaryInk", _CENTRE)


class TrayItem(QGraphicsItem):
    """The ground of the tray, or of the P-plads beside it."""

    def __init__(self, *, parking: bool) -> None:
        super().__init__()
        self.parking = parking
        self.size = QRectF(0, 0, 10, 10)
        self.title = ""
        self.hint = ""
        self.turn = False
        """Whether there is another page of cards to turn to."""
        self.target = False
        self.setZValue(0)

    def show_tray(self, size: QRectF, title: str, hint: str, *, turn: bool = False) -> None:
        """Take a size and words."""
        self.prepareGeometryChange()
        self.size, self.title, self.hint, self.turn = size, title, hint, turn
        self.update()

    def turn_box(self) -> QRectF:
        """Where the arrow to the next cards is; empty when all of them show."""
        if not self.turn:
            return QRectF()
        return QRectF(self.size.width() - 50, (self.size.height() - 44) / 2, 44, 44)

    def set_target(self, target: bool) -> None:
        """Light up while a card is held over it."""
        if target != self.target:
            self.target = target
            self.update()

    def boundingRect(self) -> QRectF:
        return self.size.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.parking:
            width = 3.0 if self.target else 1.5
            painter.setPen(
                QPen(
                    look.color("park"), width, Qt.PenStyle.SolidLine if self.target else Qt.PenStyle.DashLine
                )
            )
            painter.setBrush(look.color("parkTint"))
            painter.drawRoundedRect(self.size.adjusted(1, 1, -1, -1), 10, 10)
            sign = QRectF(14, self.size.height() / 2 - 17, 34, 34)
            paint.rounded(painter, sign, 5, "park")
            paint.text(painter, sign, "P", look.font("title", weight=800), "onPark", _CENTRE)
            ink, left = "parkInk", 60.0
        else:
            line, width = ("primary", 3.0) if self.target else ("line", 1.0)
            paint.rounded(painter, self.size, 10, "surface", line, width)
            ink, left = "ink", 12.0
            if self.turn:
                box = self.turn_box()
                paint.rounded(painter, box, look.radius("control"), "canvas", "lineStrong", 1.0)
                icons.paint(painter, "arrow-r", "ink", box.adjusted(12, 12, -12, -12))
        middle = min(self.size.height(), 74.0) / 2
        wide = self.size.width() - left - 8
        title = QRectF(left, middle - 22, wide, 22)
        paint.text(painter, title, self.title, look.font("bodyStrong", weight=700), ink, _LEFT)
        hint = QRectF(left, middle, wide, 20)
        paint.text(
            painter, hint, self.hint, look.font("caption"), "parkInk" if self.parking else "ink3", _LEFT
        )
