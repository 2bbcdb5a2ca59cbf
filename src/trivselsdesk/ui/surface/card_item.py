"""A card of the mulighedsrum as it is painted: in the field, small in a full quarter, or in the tray."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from trivselsdesk.domain.board import Card
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import AlwaysAct
from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.box_item import TONES
from trivselsdesk.ui.surface.measure import Measure
from trivselsdesk.ui.widgets import icons, paint

CARD_WIDTH = 188.0
LINE_HEIGHT = 19.0
TITLE_SIZE = 16
TRAY_CARD_HEIGHT = 46.0
WIDE = 268.0
"""A card whose name would take more than four lines is so wide, in px."""
SMALL_WIDTH = 146.0
SMALL_SIZE = 14
TRAY_SIZE = 15
TRAY_LINE = 18.0
TRAY_SIDES = 72.0
"""What a card in the tray takes beside its name, in px."""
CARD_LEAST = 168.0
"""Narrowest card in the tray, in px: a name must be readable. What finds no room waits on the next page."""
TRAY_WIDE = 300.0
"""Up to here a card in the tray has its name in one line."""
TRAY_MOST = 560.0
TICK = 8.0
"""How far the tick of a chosen card stands out of it, in px; never on the card above."""


class Small(NamedTuple):
    """A way to show a card in a full quarter: how many lines of its name, each how high, with what white."""

    lines: int
    line: float
    white: float
    least: float
    """Height of the card at least, in px."""


SMALLER = (Small(3, 18.0, 10.0, 46.0), Small(3, 16.0, 5.0, 37.0), Small(2, 15.0, 2.0, 32.0))
"""The ways, the roomiest first. A name longer than its lines is shortened; the panel beside has all of it."""
_LEFT, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


class CardItem(QGraphicsItem):
    """A theme in the field, or a narrow strip of it in the tray."""

    def __init__(self, card: Card, measure: Measure) -> None:
        super().__init__()
        self.card = card
        self.in_tray = False
        self.small = 0
        """Shown small, because its quarter is full: the number of the way in SMALLER, counted from 1."""
        self.lift_words = ""
        self.act_words = ""
        self.held = False
        self.focused = False
        self._measure = measure
        self._lines: list[str] = []
        self.size = QRectF(0, 0, CARD_WIDTH, 60)
        self.setZValue(3)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_card(self, card: Card, *, in_tray: bool, lift_words: str, always_act: AlwaysAct | None) -> None:
        """Take the card as it is now."""
        act_words = always_act.short if always_act and card.must_act else ""
        now = (card, in_tray, lift_words, act_words)
        if now == (self.card, self.in_tray, self.lift_words, self.act_words) and self._lines:
            return
        self.card, self.in_tray, self.lift_words, self.act_words = now
        self.prepareGeometryChange()
        self._shape()
        self.setToolTip(card.title)
        self.update()

    def _shape(self) -> None:
        """Break the title and take the size that goes with it."""
        title = self.card.title
        if self.in_tray:
            self._lines = [title]
            self.size = QRectF(0, 0, self.natural_width(), TRAY_CARD_HEIGHT)
            return
        if self.small:
            way = SMALLER[self.small - 1]
            self._lines = _at_most(self._measure.lines(title, SMALL_WIDTH - 46, SMALL_SIZE), way.lines)
            height = max(way.least, len(self._lines) * way.line + way.white)
            self.size = QRectF(0, 0, SMALL_WIDTH, height)
            return
        width = CARD_WIDTH
        self._lines = self._measure.lines(title, width - 50, TITLE_SIZE)
        if len(self._lines) > 4:
            width = WIDE
            self._lines = _at_most(self._measure.lines(title, width - 50, TITLE_SIZE), 6)
        flags = sum(1 for words in (self.act_words, self.lift_words) if words)
        height = 8 + len(self._lines) * LINE_HEIGHT + 24 + flags * 29 + 8
        self.size = QRectF(0, 0, width, height)

    def set_small(self, small: int) -> None:
        """Show it in one of the small ways, or with 0 as large as it wants to be."""
        if small != self.small:
            self.prepareGeometryChange()
            self.small = small
            self._shape()
            self.update()

    def narrow(self, width: float) -> None:
        """Take at most this width in the tray."""
        if self.in_tray and width != self.size.width():
            self.prepareGeometryChange()
            self.size = QRectF(0, 0, width, self.size.height())
            self.update()

    def natural_width(self) -> float:
        """The width that the whole title wants in the tray: one line, and when it is long two."""
        room = self._measure.width(self.card.title, TRAY_SIZE)
        if room + TRAY_SIDES <= TRAY_WIDE:
            return max(room + TRAY_SIDES, 130)
        return max(TRAY_WIDE, self.least_width())

    def least_width(self) -> float:
        """The least width in px at which the title is whole in the two lines that the tray has for it."""
        wide = CARD_LEAST
        while wide < TRAY_MOST and len(self._measure.lines(self.card.title, wide - 68, TRAY_SIZE)) > 2:
            wide += 12
        return wide

    @property
    def selected(self) -> bool:
        """Whether it goes on to the handleplan."""
        return self.card.chosen or self.card.stays

    def set_state(self, *, held: bool | None = None, focused: bool | None = None) -> None:
        """Lifted, or with the keyboard's focus."""
        self.held = self.held if held is None else held
        self.focused = self.focused if focused is None else focused
        self.setZValue(10 if self.held else 4 if self.focused else 3)
        self.update()

    def boundingRect(self) -> QRectF:
        return self.size.adjusted(-9, -13, 13, 15)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.size)
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.radius("theme")
        offset, blur, shade = look.shadow("lifted" if self.held else "theme")
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(4):
            spread = blur / 2 * (1 - step / 4)
            tone = type(shade)(shade)
            tone.setAlphaF(shade.alphaF() / 4)
            painter.setBrush(tone)
            box = self.size.translated(0, offset).adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(box, radius + spread, radius + spread)
        if self.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), 3))
            painter.drawRoundedRect(self.size.adjusted(-4.5, -4.5, 4.5, 4.5), radius + 4, radius + 4)
        chosen = self.selected and not self.in_tray
        line, width = ("primary", 2.5) if chosen else ("lineStrong", 1.5)
        paint.rounded(painter, self.size, radius, "surface", line, width)
        if self.in_tray:
            self._paint_tray(painter)
        elif self.small:
            self._paint_small(painter)
        else:
            self._paint_field(painter)
        if chosen:
            disc = QRectF(self.size.width() - 24 + TICK, -TICK, 24, 24)
            painter.setPen(QPen(look.color("surface"), 2))
            painter.setBrush(look.color("primary"))
            painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
            icons.paint(painter, "check", "onPrimary", disc.adjusted(5, 5, -5, -5))

    def _mark(self, painter: QPainter, centre: QPointF) -> None:
        tint, ink, _ = TONES[self.card.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(tint))
        painter.drawEllipse(centre, 10, 10)
        icons.paint(painter, self.card.icon or "note", ink, QRectF(centre.x() - 7, centre.y() - 7, 14, 14))

    def _paint_tray(self, painter: QPainter) -> None:
        icons.paint(painter, "grip", "ink3", QRectF(8, self.size.height() / 2 - 8, 16, 16))
        self._mark(painter, QPointF(42, self.size.height() / 2))
        wide = self.size.width() - 68
        lines = _at_most(self._measure.lines(self.card.title, wide, TRAY_SIZE), 2)
        y = (self.size.height() - len(lines) * TRAY_LINE) / 2
        font = self._measure.font(TRAY_SIZE)
        for line in lines:
            paint.text(painter, QRectF(60, y, wide + 4, TRAY_LINE), line, font, "ink", _LEFT)
            y += TRAY_LINE

    def _paint_small(self, painter: QPainter) -> None:
        """Title and dots only; what it calls for as a sign. The panel beside says it in words."""
        look = theme.current()
        if self.card.votes and self.size.height() < SMALLER[0].least:
            pass  # room for the number only
        elif self.act_words or self.lift_words:
            icon, ink = ("must", "must") if self.act_words else ("arrow-u", "med")
            icons.paint(painter, icon, ink, QRectF(6, 7, 18, 18))
        else:
            self._mark(painter, QPointF(15, 16))
        font, high = self._measure.font(SMALL_SIZE), SMALLER[self.small - 1].line
        y = (self.size.height() - len(self._lines) * high) / 2
        for line in self._lines:
            box = QRectF(28, y, SMALL_WIDTH - 44, high)
            paint.text(painter, box, line, font, "ink", _LEFT)
            y += high
        if self.card.votes:
            box = QRectF(0, self.size.height() - 20, 26, 18)
            paint.text(painter, box, str(self.card.votes), look.font("caption", weight=700), "ink", _CENTRE)

    def _paint_field(self, painter: QPainter) -> None:
        look = theme.current()
        self._mark(painter, QPointF(20, 18))
        font = look.font("bodyStrong", weight=700)
        y = 8.0
        for line in self._lines:
            paint.text(painter, QRectF(36, y, self.size.width() - 40, LINE_HEIGHT), line, font, "ink", _LEFT)
            y += LINE_HEIGHT
        y += 3
        votes = self.card.votes
        if votes:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("vote"))
            shown = min(votes, 8)
            for number in range(shown):
                painter.drawEllipse(QRectF(36 + number * 13, y + 5, 10, 10))
            box = QRectF(36 + shown * 13 + 4, y, 40, 20)
            paint.text(painter, box, str(votes), look.font("bodyStrong", size=15), "ink", _LEFT)
        else:
            box = QRectF(36, y, self.size.width() - 44, 20)
            paint.text(painter, box, self._few_words(), look.font("caption"), "ink3", _LEFT)
        y += 25
        for words, token, icon in (
            (self.act_words, "must", "must"),
            (self.lift_words, "med", "arrow-u"),
        ):
            if words:
                self._flag(painter, y, words, token, icon)
                y += 29

    def _few_words(self) -> str:
        seddel = QCoreApplication.translate("Board", "seddel")
        return plural(len(self.card.notes), seddel, QCoreApplication.translate("Board", "sedler"))

    def _flag(self, painter: QPainter, y: float, words: str, token: str, icon: str) -> None:
        look = theme.current()
        ink = {"must": "onMust", "med": "onMed"}[token]
        font = look.font("caption", weight=700)
        painter.setFont(font)
        wide = min(painter.fontMetrics().horizontalAdvance(words) + 36, self.size.width() - 20)
        box = QRectF(9, y, wide, 24)
        paint.rounded(painter, box, 4, token)
        icons.paint(painter, icon, ink, QRectF(15, y + 4, 16, 16))
        paint.text(painter, QRectF(35, y, wide - 40 + 8, 24), words, font, ink, _LEFT)


def _at_most(lines: list[str], most: int) -> list[str]:
    """The lines, or the first of them with a sign that there is more; the panel beside shows it all."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip()[:-1] + "…"]
