"""What is painted on the wall, as plain elements with boxes: words, signs and grounds.

Lengths are px of a picture that is 1080 px high; the window scales them to the screen, so that the same
things stand at the same places on every projector.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPaintDevice, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.measure import Measure
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.chevron import chevron

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignHCenter
SMALLEST = 26
"""Nothing on the wall is smaller (design system, §4: notes 26, all else 30)."""
HIGH = 1080.0
LEAST_WIDE = 1600.0
"""A narrower picture is scaled by its width: how large type is on the wall follows from that, not from the
px. So 4:3 is a little larger than 16:9, and has room for as many notes."""


@dataclass(frozen=True)
class Words:
    """One line of text in the middle of its box."""

    text: str
    box: QRectF
    size: int
    weight: int = 600
    token: str = "ink"
    align: Qt.AlignmentFlag = LEFT


@dataclass(frozen=True)
class Sign:
    """An icon, on a disc where ``ground`` names its colour."""

    icon: str
    box: QRectF
    token: str = "ink"
    ground: str = ""


@dataclass(frozen=True)
class Ground:
    """A rounded box."""

    box: QRectF
    fill: str = ""
    line: str = ""
    width: float = 2.0
    radius: float = 12.0


@dataclass(frozen=True)
class Chevron:
    """A step of an arrow; all but the first are notched at the left."""

    box: QRectF
    fill: str
    line: str
    first: bool = False
    point: float = 22.0


Element = Words | Sign | Ground | Chevron


def scale_of(wide: float, high: float) -> float:
    """Screen px for one px of the picture."""
    return max(0.05, min(high / HIGH, wide / LEAST_WIDE))


@cache
def measure(weight: int) -> Measure:
    """Breaks and measures text of a weight."""
    return Measure(weight)


def font(size: int, weight: int = 600) -> QFont:
    """Lato at a pixel size of the picture."""
    return measure(weight).font(size)


def width(text: str, size: int, weight: int = 600) -> float:
    """How wide a line is."""
    return measure(weight).width(text, size)


def wrapped(text: str, wide: float, size: int, weight: int = 600, *, most: int = 99) -> list[str] | None:
    """The text in lines, or None when they are more than ``most`` or a word had to be broken."""
    lines = measure(weight).lines(text, wide, size)
    broken = any(width(word, size, weight) > wide for word in text.split())
    return None if len(lines) > most or broken else lines


def fitted(
    text: str, wide: float, sizes: Iterable[int], weight: int, *, lines: int = 1
) -> tuple[list[str], int]:
    """The text at the first size at which it needs no more lines than that, else at the last size."""
    size = SMALLEST
    for size in sizes:
        found = wrapped(text, wide, size, weight, most=lines)
        if found is not None:
            return found, size
    return measure(weight).lines(text, wide, size), size


def draw(painter: QPainter, elements: Iterable[Element]) -> None:
    """Paint elements in their order, in the theme of now."""
    look = theme.current()
    flags = int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)
    for each in elements:
        if isinstance(each, Words):
            painter.setFont(font(each.size, each.weight))
            painter.setPen(look.color(each.token))
            painter.drawText(each.box, int(each.align | Qt.AlignmentFlag.AlignVCenter) | flags, each.text)
        elif isinstance(each, Sign):
            box = each.box
            if each.ground:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color(each.ground))
                painter.drawEllipse(box)
                inset = box.width() * 0.17
                box = box.adjusted(inset, inset, -inset, -inset)
            icons.paint(painter, each.icon, each.token, box)
        elif isinstance(each, Chevron):
            painter.setPen(QPen(look.color(each.line), 2.0))
            painter.setBrush(look.color(each.fill))
            painter.drawPath(chevron(each.box, first=each.first, point=each.point))
        else:
            half = each.width / 2 if each.line else 0.0
            pen = QPen(look.color(each.line), each.width) if each.line else QPen(Qt.PenStyle.NoPen)
            painter.setPen(pen)
            painter.setBrush(look.color(each.fill) if each.fill else Qt.BrushStyle.NoBrush)
            box = each.box.adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, max(0.0, each.radius - half), max(0.0, each.radius - half))


class Plate(QWidget):
    """A part of the wall that is painted from elements."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        self._laid: tuple[float, float, list[Element]] | None = None
        self._carried_over = False
        self._picture: QPixmap | None = None
        """Itself, while something is carried over it."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lay_out(self, wide: float, high: float) -> list[Element]:
        """What stands where in a box of that size."""
        return []

    def elements(self) -> list[Element]:
        """What stands there now."""
        wide, high = self.width() / self.scale, self.height() / self.scale
        if self._laid is None or self._laid[:2] != (wide, high):
            self._laid = (wide, high, self.lay_out(wide, high))
        return self._laid[2]

    def changed(self) -> None:
        """Lay out and paint anew."""
        self._laid = self._picture = None
        self.update()

    def set_carried_over(self, carried: bool) -> None:
        """Whether something is carried over it: it is then painted from a picture of itself."""
        if carried != self._carried_over:
            self._carried_over, self._picture = carried, None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._carried_over:
            self._paint_on(self)
            return
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint_on(self._picture)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint_on(self, ground: QPaintDevice) -> None:
        with theme.painted_as("projector"):
            painter = QPainter(ground)
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing
                | QPainter.RenderHint.TextAntialiasing
                | QPainter.RenderHint.SmoothPixmapTransform
            )
            painter.scale(self.scale, self.scale)
            draw(painter, self.elements())
            self.finish(painter)
            painter.end()

    def finish(self, painter: QPainter) -> None:
        """Paint what is more than words, signs and grounds."""


def disc(painter: QPainter, box: QRectF, share: float, pie: str, ground: str, line: str) -> None:
    """The clock's disc: the share that is left stands before twelve o'clock."""
    look = theme.current()
    painter.setPen(QPen(look.color(line), 2))
    painter.setBrush(look.color(ground))
    painter.drawEllipse(box)
    if share > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(pie))
        painter.drawPie(box.adjusted(2, 2, -2, -2), 90 * 16, round(share * 360 * 16))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(ground))
    painter.drawEllipse(QPointF(box.center()), box.width() * 0.07, box.width() * 0.07)
