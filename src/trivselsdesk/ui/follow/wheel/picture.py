"""The wheel itself: the months, a ring for each group, today, and every date where it stands."""

from __future__ import annotations

import math
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trivselsdesk.domain.danish import MONTHS, format_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Ring
from trivselsdesk.domain.wheel import Mark
from trivselsdesk.domain.year_circle import Spot, Tag, day_at, point, spots, tags, turn_at, turn_of
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.follow.wheel import words
from trivselsdesk.ui.widgets import icons, paint

_DOT = 24.0
_MONTH_BAND = 28.0
_HUB = 62.0
_LINE = 36.0
"""Height of the words of one date."""
_DRAG_PIXELS = 6
_TITLE_ROOM = 210.0
"""Width of the words on each side, where the window has it."""


@dataclass(frozen=True)
class _Place:
    middle: QPointF
    radius: float


class YearWheel(QWidget):
    """Arrow keys go from date to date; Enter opens one, Ctrl+arrows and the mouse move it."""

    opened = Signal(str)
    """Key of the mark that was opened."""
    moved = Signal(str, object)
    """Key of the mark, and the day it was moved to."""
    menu_wanted = Signal(str, QPoint)
    held = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, Mark] = {}
        self._rings: tuple[Ring, ...] = ()
        self._year, self._today = 2000, date(2000, 1, 1)
        self._spots: list[Spot] = []
        self._at = ""
        """Key of the mark that the keyboard is at."""
        self._ring_shown = False
        self._pressed: tuple[str, QPoint] | None = None
        self._drag_day: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(420, 380))
        actions.on_widget(
            self,
            {
                "day_before": self.day_before,
                "day_after": self.day_after,
                "week_before": self.week_before,
                "week_after": self.week_after,
            },
        )
        theme.notifier.changed.connect(self.update)

    def show_year(self, marks: list[Mark], rings: tuple[Ring, ...], year: int, today: date) -> None:
        """Show these dates; the one that the keyboard was at keeps it, also when it has moved."""
        before = self._marks.get(self._at)
        self._marks = {each.key: each for each in marks}
        self._rings, self._year, self._today = rings, year, today
        self._spots = spots(marks, [each.id for each in rings], year)
        if self._at not in self._marks:
            near = [each for each in marks if before and (each.source, each.id) == (before.source, before.id)]
            # A row that moved: the time that stands nearest to where the keyboard was.
            near.sort(key=lambda each: abs((each.day - before.day).days) if before else 0)
            self._at = near[0].key if near else ""
        self._name()
        self.update()

    def current(self) -> str:
        """Key of the mark that the keyboard is at; empty for none."""
        return self._at

    def set_current(self, key: str) -> None:
        self._at = key if key in self._marks else ""
        self._name()
        self.update()

    # Keys

    def day_before(self) -> None:
        self._shift(-1)

    def day_after(self) -> None:
        self._shift(1)

    def week_before(self) -> None:
        self._shift(-7)

    def week_after(self) -> None:
        self._shift(7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        order = [each.mark.key for each in self._spots]
        if key == Qt.Key.Key_Escape and self._pressed is not None:
            self._let_go()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up) and order:
            by = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
            place = order.index(self._at) if self._at in order else (-1 if by > 0 else len(order))
            self._ring_shown = True
            self.set_current(order[max(0, min(place + by, len(order) - 1))])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and order:
            self.set_current(order[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at:
            self.opened.emit(self._at)
        elif key == Qt.Key.Key_Space and self._at:
            self.held.emit(self._at)
        elif key == Qt.Key.Key_Delete and self._at:
            self.removed.emit(self._at)
        elif key == Qt.Key.Key_Menu and self._at:
            self.menu_wanted.emit(self._at, self.mapToGlobal(self._dot_of(self._at).toPoint()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring_shown = paint.by_keyboard(event)
        if self._ring_shown and not self._at and self._spots:
            coming = next((each for each in self._spots if each.mark.day >= self._today), self._spots[0])
            self.set_current(coming.mark.key)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring_shown = False
        self.update()
        super().focusOutEvent(event)

    def _shift(self, days: int) -> None:
        mark = self._marks.get(self._at)
        if mark is not None:
            self.moved.emit(mark.key, mark.day + timedelta(days=days))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._key_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._ring_shown = False
            self.set_current(key)
            self._pressed = (key, event.position().toPoint()) if key else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            over = bool(self._key_at(event.position()))
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        key, began = self._pressed
        away = (event.position().toPoint() - began).manhattanLength()
        if self._drag_day is None and (away < _DRAG_PIXELS or not self._on_circle(QPointF(began))):
            return
        if self._marks[key].done or self._marks[key].hard:
            return
        middle = self._place().middle
        at = event.position() - middle
        self._drag_day = day_at(turn_at(at.x(), at.y()), self._year)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        key, day = self._pressed[0], self._drag_day
        self._let_go()
        if day is not None and day != self._marks[key].day:
            self.moved.emit(key, day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self._key_at(event.position())
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = self._key_at(QPointF(event.pos()))
        if key:
            self.set_current(key)
            self.menu_wanted.emit(key, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._marks.get(self._key_at(QPointF(event.pos())))
            if mark is not None:
                QToolTip.showText(event.globalPos(), words.spoken(mark, self._rings, self._today), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _let_go(self) -> None:
        self._pressed, self._drag_day = None, None
        self.unsetCursor()
        self.update()

    # Places

    def _place(self) -> _Place:
        side = _TITLE_ROOM if self.width() >= 2 * _TITLE_ROOM + 380 else max(120.0, self.width() * 0.22)
        radius = max(150.0, min(self.height() / 2 - 8, self.width() / 2 - side - 18))
        return _Place(QPointF(self.width() / 2, self.height() / 2), radius)

    def _radius(self, ring: int, track: int = 0) -> float:
        place = self._place()
        room = place.radius - _MONTH_BAND - _HUB
        band = room / (len(self._rings) + 1)
        middle = place.radius - _MONTH_BAND - band * (ring + 0.5)
        return middle + {1: band * 0.24, 2: -band * 0.24}.get(track, 0.0)

    def _dot(self, spot: Spot) -> QPointF:
        turn = spot.turn
        if self._drag_day is not None and self._pressed and self._pressed[0] == spot.mark.key:
            turn = turn_of(self._drag_day, self._year)
        x, y = point(turn)
        return self._place().middle + QPointF(x, y) * self._radius(spot.ring, spot.track)

    def _dot_of(self, key: str) -> QPointF:
        return next((self._dot(each) for each in self._spots if each.mark.key == key), QPointF())

    def _on_circle(self, at: QPointF) -> bool:
        way = at - self._place().middle
        return math.hypot(way.x(), way.y()) <= self._place().radius

    def _tags(self) -> list[Tag]:
        # What is behind us is a dot with a tick; its words are in the list.
        shown = [each for each in self._spots if not each.mark.done or each.mark.key == self._at]
        return tags(shown, int((self.height() - 8) // _LINE))

    def _tag_box(self, tag: Tag) -> QRectF:
        place = self._place()
        room = self.width() / 2 - place.radius - 22
        top = 4 + tag.place * (self.height() - 8) - _LINE / 2
        return QRectF(self.width() - room if tag.right else 0, top, room, _LINE)

    def _key_at(self, at: QPointF) -> str:
        near = [
            (math.hypot((way := self._dot(each) - at).x(), way.y()), each.mark.key) for each in self._spots
        ]
        if near and min(near)[0] <= _DOT * 0.8:
            return min(near)[1]
        return next((each.spot.mark.key for each in self._tags() if self._tag_box(each).contains(at)), "")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_today(painter)
        for tag in self._tags():
            self._paint_tag(painter, tag)
        for spot in self._spots:
            self._paint_span(painter, spot)
        for spot in self._spots:
            self._paint_dot(painter, spot)
        self._paint_hub(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        look, place = theme.current(), self._place()
        painter.setPen(QPen(look.color("lineStrong"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(place.middle, place.radius, place.radius)
        inner = place.radius - _MONTH_BAND
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("canvas"))
        painter.drawEllipse(place.middle, inner, inner)
        band = (inner - _HUB) / (len(self._rings) + 1)
        for number in range(len(self._rings) + 1):
            outer = inner - band * number
            painter.setBrush(look.color("surface" if number % 2 else "canvas"))
            painter.drawEllipse(place.middle, outer, outer)
        for month in range(12):
            x, y = point(turn_of(date(self._year, month + 1, 1), self._year))
            way = QPointF(x, y)
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(place.middle + way * _HUB, place.middle + way * place.radius)
            self._paint_month(painter, month)
        self._paint_ring_names(painter, inner, band)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        look, place = theme.current(), self._place()
        turn = turn_of(date(self._year, month + 1, 15), self._year)
        x, y = point(turn)
        here = (self._year, month + 1) == (self._today.year, self._today.month)
        font = look.font("caption", weight=700 if here else 600)
        name = MONTHS[month] if place.radius > 250 else MONTHS[month][:3]
        painter.save()
        painter.translate(place.middle + QPointF(x, y) * (place.radius - _MONTH_BAND / 2))
        # Below the middle the words would stand on their heads.
        painter.rotate(turn * 360 + (180 if 0.25 < turn < 0.75 else 0))
        token = "primary" if here else "ink2"
        box = QRectF(-60, -_MONTH_BAND / 2, 120, _MONTH_BAND)
        paint.text(painter, box, name, font, token, Qt.AlignmentFlag.AlignHCenter)
        painter.restore()

    def _paint_ring_names(self, painter: QPainter, inner: float, band: float) -> None:
        look, place = theme.current(), self._place()
        font = look.font("caption", size=13, weight=600)
        metrics = QFontMetricsF(font)
        for number, name in enumerate((words.outer(), *(each.title for each in self._rings))):
            radius = inner - band * number - 9
            # At the top or the bottom the name lies level, on a chip that lets the months' lines pass behind.
            most = min(190.0, 2 * radius * 0.62)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, most)
            wide = metrics.horizontalAdvance(shown) + 12
            middle = place.middle
            ways = [
                QRectF(middle.x() - wide / 2, middle.y() + top, wide, 18)
                for top in (-radius - 1, radius - 17)
            ]
            box = min(ways, key=self._dots_under)
            paint.rounded(painter, box, 9, "surface" if number % 2 else "canvas")
            paint.text(painter, box, shown, font, "ink2", Qt.AlignmentFlag.AlignHCenter)

    def _dots_under(self, box: QRectF) -> int:
        """How many dates would lie over a ring's name in that box."""
        half = QPointF(_DOT / 2, _DOT / 2)
        dots = (QRectF(at - half, at + half) for at in (self._dot(each) for each in self._spots))
        return sum(1 for dot in dots if dot.intersects(box))

    def _paint_today(self, painter: QPainter) -> None:
        if self._today.year != self._year:
            return
        look, place = theme.current(), self._place()
        x, y = point(turn_of(self._today, self._year))
        way = QPointF(x, y)
        painter.setPen(QPen(look.color("primary"), 2.5))
        painter.drawLine(place.middle + way * _HUB, place.middle + way * (place.radius + 4))

    def _paint_hub(self, painter: QPainter) -> None:
        look, place = theme.current(), self._place()
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(place.middle, _HUB, _HUB)
        day = self._drag_day
        box = QRectF(place.middle.x() - _HUB + 6, place.middle.y() - 30, 2 * _HUB - 12, 34)
        centre = Qt.AlignmentFlag.AlignHCenter
        if day is not None:
            paint.text(painter, box, f"{day.day}.", look.font("title", size=28), "primary", centre)
            month = MONTHS[day.month - 1]
            paint.text(painter, box.translated(0, 32), month, look.font("bodyStrong"), "ink2", centre)
            return
        paint.text(painter, box, str(self._year), look.font("title", size=28), "ink", centre)
        if self._today.year == self._year:
            now = self.tr("I dag {day}").format(day=f"{self._today.day}/{self._today.month}")
            paint.text(
                painter, box.translated(0, 30), now, look.font("caption", weight=600), "primary", centre
            )

    def _paint_span(self, painter: QPainter, spot: Spot) -> None:
        if spot.end <= spot.turn:
            return
        look, place = theme.current(), self._place()
        radius = self._radius(spot.ring, spot.track)
        pen = QPen(look.color("lineStrong" if spot.mark.done else "primaryLine"), 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(place.middle.x() - radius, place.middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(box, round((90 - spot.turn * 360) * 16), round(-(spot.end - spot.turn) * 360 * 16))

    def _paint_dot(self, painter: QPainter, spot: Spot) -> None:
        look, mark, at = theme.current(), spot.mark, self._dot(spot)
        fill, ink, line = "primaryTint", "primaryInk", "primary"
        if mark.late:
            fill, ink, line = "mustTint", "mustInk", "must"
        elif mark.done:
            fill, ink, line = "surface", "ink3", "lineStrong"
        elif mark.hard:
            fill, ink, line = "must", "onMust", "must"
        side = _DOT
        if mark.key == self._at:
            painter.setPen(QPen(look.color("focus" if self._ring_shown else "primary"), paint.RING))
            painter.setBrush(look.color("focusGap"))
            painter.drawEllipse(at, side / 2 + 4, side / 2 + 4)
        painter.setPen(QPen(look.color(line), 1.5))
        painter.setBrush(look.color(fill))
        painter.drawEllipse(at, side / 2, side / 2)
        icons.paint(painter, words.icon_of(mark), ink, QRectF(at.x() - 8, at.y() - 8, 16, 16))

    def _paint_tag(self, painter: QPainter, tag: Tag) -> None:
        look, mark, box = theme.current(), tag.spot.mark, self._tag_box(tag)
        foot = QPointF(box.left() - 6 if tag.right else box.right() + 6, box.center().y())
        chosen = mark.key == self._at
        painter.setPen(QPen(look.color("focus" if chosen else "primaryLine"), 2 if chosen else 1.2))
        painter.drawLine(self._dot(tag.spot), foot)
        side = Qt.AlignmentFlag.AlignLeft if tag.right else Qt.AlignmentFlag.AlignRight
        token = "mustInk" if mark.late else "ink3" if mark.done else "ink"
        strong = 700 if mark.key == self._at else 600
        top = QRectF(box.left(), box.top(), box.width(), _LINE / 2)
        paint.text(painter, top, words.title(mark), look.font("caption", weight=strong), token, side)
        when = words.day_words(mark, self._today)
        below = top.translated(0, _LINE / 2 - 1)
        paint.text(painter, below, when, look.font("caption"), "mustInk" if mark.late else "ink2", side)

    def _name(self) -> None:
        mark = self._marks.get(self._at)
        count = words.count_words(len(self._marks))
        label = self.tr("Årshjul {year}, {count}. Listen har det samme med ord.").format(
            year=self._year, count=count
        )
        self.setAccessibleName(label)
        said = words.spoken(mark, self._rings, self._today) if mark is not None else ""
        self.setAccessibleDescription(said)
        if mark is not None and self._drag_day is not None:
            self.setAccessibleDescription(format_date(self._drag_day))
