"""The upper and lower edge of the wall: what the room does now and how long, and who has the word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from trivselsdesk.domain.timing import LAST_SECONDS
from trivselsdesk.domain.wall.model import Foot, WallClock
from trivselsdesk.ui import theme
from trivselsdesk.ui.clock.clockwork import digits
from trivselsdesk.ui.projector.strokes import (
    LEFT,
    MIDDLE,
    RIGHT,
    SMALLEST,
    Element,
    Ground,
    Plate,
    Sign,
    Words,
    disc,
    fitted,
    width,
)

HEAD_HIGH, FOOT_HIGH = 136.0, 56.0
SIDE = 32.0
DISC = 104.0
_ONE_LINE = (50, 46, 42)
_TWO_LINES = (40, 36, 32, 30)


class HeadPlate(Plate):
    """The item, the one line for the room, the disc and the time."""

    caption = instruction = ""
    clock: WallClock | None = None

    def show_head(self, caption: str, instruction: str, clock: WallClock | None) -> None:
        """Take new words and the time."""
        now = (caption, instruction, _seen(clock))
        if now != (self.caption, self.instruction, _seen(self.clock)):
            self.caption, self.instruction, self.clock = caption, instruction, clock
            self.changed()

    @property
    def time_words(self) -> str:
        """The digits as they stand there."""
        return digits(self.clock.left) if self.clock else ""

    def lay_out(self, wide: float, high: float) -> list[Element]:
        found: list[Element] = [Ground(QRectF(0, 0, wide, high), "primary", radius=0)]
        room = wide - 2 * SIDE
        if self.clock is not None:
            over = self.clock.left <= 0
            taken = width(self.time_words, 96, 800)
            box = QRectF(wide - SIDE - taken, 0, taken + 2, high)
            if over:
                ground = QRectF(wide - SIDE - taken - 160, 12, taken + 160 + SIDE - 8, high - 24)
                found.append(Ground(ground, "warnTint", radius=16))
            token = "warnInk" if over else "noteY" if self.clock.left <= LAST_SECONDS else "onPrimary"
            found.append(Words(self.time_words, box, 96, 800, token, RIGHT))
            self._disc = QRectF(wide - SIDE - taken - 20 - DISC, (high - DISC) / 2, DISC, DISC)
            room = self._disc.x() - SIDE - (64 if over else 40)
        lines, size = fitted(self.instruction, room, _ONE_LINE, 700)
        if len(lines) > 1:
            lines, size = fitted(self.instruction, room, _TWO_LINES, 700, lines=2)
        line_high = size * 58 / 50
        tall = 36 + len(lines) * line_high
        y = (high - tall) / 2
        if self.caption:
            (caption, *_), small = fitted(self.caption, room, (30, 28, SMALLEST), 600)
            found.append(Words(caption, QRectF(SIDE, y, room, 36), small, 600, "onPrimary"))
            y += 36
        else:
            y += 18
        for line in lines:
            found.append(Words(line, QRectF(SIDE, y, room, line_high), size, 700, "onPrimary"))
            y += line_high
        return found

    def finish(self, painter: QPainter) -> None:
        clock = self.clock
        if clock is None:
            return
        over = clock.left <= 0
        share = 0.0 if over or not clock.allotted else min(1.0, clock.left / clock.allotted)
        pie = "warnLine" if clock.left <= LAST_SECONDS else "noteY"
        ground, line = ("surface", "warnLine") if over else ("primaryInk", "line")
        disc(painter, self._disc, share, pie, ground, line)
        if clock.state == "paused":
            bars = QRectF(0, 0, 16, 48)
            painter.setPen(QPen(theme.current().color("primaryInk"), 3))
            painter.setBrush(theme.current().color("onPrimary"))
            for aside in (-15, 15):
                bars.moveCenter(QPointF(self._disc.center()) + QPointF(aside, 0))
                painter.drawRoundedRect(bars, 4, 4)

    _disc = QRectF()


class FootPlate(Plate):
    """Who has the word, the goal, whose notes are whose, and the P-plads."""

    foot = Foot()

    def show_foot(self, foot: Foot) -> None:
        """Take new words."""
        if foot != self.foot:
            self.foot = foot
            self.changed()

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        foot = self.foot
        return not (foot.speaker or foot.legend or foot.goal or foot.parked is not None)

    def lay_out(self, wide: float, high: float) -> list[Element]:
        for size in (36, 32, 30, 28, SMALLEST):
            left, left_end = self._left(size, high)
            right, right_start = self._right(size, wide, high)
            if left_end + 24 <= right_start:
                break
        return left + right

    def _left(self, size: int, high: float) -> tuple[list[Element], float]:
        found: list[Element] = []
        x = SIDE
        if self.foot.speaker:
            found.append(Sign("say", QRectF(x, (high - 40) / 2, 40, 40), "primaryInk"))
            x += 52
            said = [(self.foot.speaker, 800), (self.tr("har ordet"), 500)]
            if self.foot.next:
                said += [(self.tr("· så"), 500), (self.foot.next, 600)]
            for words, weight in said:
                taken = width(words, size, weight)
                found.append(Words(words, QRectF(x, 0, taken + 2, high), size, weight, "primaryInk"))
                x += taken + size * 0.27
            x += 40
        if self.foot.goal:
            sign, token, ground = (
                ("check", "onPrimary", "primary") if self.foot.in_range else ("warn", "warnInk", "warnTint")
            )
            found.append(Sign(sign, QRectF(x, (high - 46) / 2, 46, 46), token, ground))
            x += 58
            taken = width(self.foot.goal, min(size, 32))
            ink = "ink" if self.foot.in_range else "warnInk"
            found.append(Words(self.foot.goal, QRectF(x, 0, taken + 2, high), min(size, 32), 600, ink))
            x += taken
        return found, x

    def _right(self, size: int, wide: float, high: float) -> tuple[list[Element], float]:
        found: list[Element] = []
        size = min(size, 32)
        x = wide - SIDE
        if self.foot.parked is not None:
            words = f"{self.foot.parking_title}: {self.foot.parked}"
            x -= width(words, size)
            found.append(Words(words, QRectF(x, 0, wide - SIDE - x + 2, high), size, 600, "parkInk"))
            x -= 12 + 48
            sign = QRectF(x, (high - 48) / 2, 48, 48)
            found += [Ground(sign, "park", radius=8), Words("P", sign, 34, 800, "onPark", MIDDLE)]
            x -= 44
        for colour, words in reversed(self.foot.legend):
            taken = width(words, size)
            x -= taken
            found.append(Words(words, QRectF(x, 0, taken + 2, high), size, 600, "ink"))
            x -= 12 + 46
            found.append(Legend(QRectF(x, (high - 40) / 2, 46, 40), _NOTE[colour]))
            x -= 44
        return found, x

    def finish(self, painter: QPainter) -> None:
        for each in self.elements():
            if isinstance(each, Legend):
                marks(painter, each.box.center(), each.fill, 1.0)


_NOTE = {"yellow": "noteY", "pink": "noteP"}


class Legend(Ground):
    """A small note, to tell whose colour it is."""

    def __init__(self, box: QRectF, prefix: str) -> None:
        super().__init__(box, prefix, f"{prefix}Line", 2, 4)


def marks(painter: QPainter, at: QPointF, prefix: str, size: float) -> None:
    """The dot of a yellow note, the three dots of a pink one; ``size`` 1 belongs to 30 px type."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color(f"{prefix}Mark"))
    if prefix == "noteP":
        for dx, dy in ((0.0, -6.0), (-6.0, 5.5), (6.0, 5.5)):
            painter.drawEllipse(at + QPointF(dx, dy) * size, 4.7 * size, 4.7 * size)
    else:
        painter.drawEllipse(at, 7 * size, 7 * size)


def _seen(clock: WallClock | None) -> tuple[str, str, bool, int] | None:
    """What of the time can be told apart from across the room."""
    if clock is None:
        return None
    share = round(360 * clock.left / clock.allotted) if clock.allotted else 0
    return digits(clock.left), clock.state, clock.left <= 0, max(0, share)


__all__ = ["FOOT_HIGH", "HEAD_HIGH", "LEFT", "SIDE", "FootPlate", "HeadPlate", "Legend", "marks"]
