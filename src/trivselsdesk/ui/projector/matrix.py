"""A mulighedsrum on the wall: the field with its corners and axes, the cards, and what waits to be placed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from trivselsdesk.domain.board import Card
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Axis, Matrix
from trivselsdesk.domain.passes import pass_now, standing_on, waiting_for
from trivselsdesk.domain.wall.model import OnMatrix
from trivselsdesk.ui import theme
from trivselsdesk.ui.projector.strokes import (
    LEFT,
    MIDDLE,
    SMALLEST,
    Element,
    Ground,
    Plate,
    Sign,
    Words,
    draw,
    fitted,
    measure,
    width,
)
from trivselsdesk.ui.surface.box_item import TONES
from trivselsdesk.ui.surface.matrix_layout import Box, Place, settle

SIDE, BELOW = 60.0, 60.0
CORNER_HEAD = 64.0
EDGE = 10.0
"""Least distance of a card from an axis."""
TICK_OUT = 16.0
"""So far a tick reaches out of its card."""
WAITING_HIGH = 58.0
_DOTS = 10


@dataclass(frozen=True)
class Fashion:
    """How large cards are drawn."""

    size: int
    wide: float
    lines: int = 3
    bare: bool = False
    """Only the name in one line: very many cards lie there."""


FASHIONS = (
    Fashion(35, 402),
    Fashion(32, 370),
    Fashion(30, 340),
    Fashion(28, 310),
    Fashion(SMALLEST, 286),
    Fashion(SMALLEST, 286, 2, bare=True),
    Fashion(SMALLEST, 210, 1, bare=True),
    Fashion(22, 180, 1, bare=True),
    Fashion(18, 150, 1, bare=True),
    Fashion(14, 120, 1, bare=True),
)
"""Largest first; the first at which no card lies on another is taken."""


def chosen(card: Card) -> bool:
    """Whether it goes on to the handleplan."""
    return card.chosen or (card.must_act and not card.lift)


class CardPicture:
    """A card in one fashion: its lines, marks and size."""

    def __init__(self, card: Card, fashion: Fashion, lift: str, must_act: str) -> None:
        self.card, self.fashion = card, fashion
        size = fashion.size
        self.share = size / 35
        self.chosen = chosen(card)
        self.left = 16 * self.share + 40 * self.share + 12 * self.share
        room = fashion.wide - self.left - 12 * self.share
        lines = measure(700).lines(card.title, room, size)
        if len(lines) > fashion.lines:
            lines = [*lines[: fashion.lines - 1], lines[fashion.lines - 1].rstrip(" .,") + " …"]
        self.lines = lines
        self.flags = []
        if not fashion.bare:
            if must_act and card.must_act:
                self.flags.append((must_act, "must", "onMust", "must"))
            if lift:
                self.flags.append((lift, "med", "onMed", "arrow-u"))
        self.votes = 0 if fashion.bare else card.votes
        self.line_high = size * 40 / 35
        self.small = max(SMALLEST, size - 5)
        self.dots = self.small + 8.0
        self.flag = self.small + 14.0
        high = 12 + len(lines) * self.line_high + 14 * self.share
        high += self.dots if self.votes else 0
        high += (self.flag + 8) * len(self.flags)
        widest = max((self._flag_width(words) for words, *_ in self.flags), default=0.0)
        self.size = (max(fashion.wide, widest + 28), high)
        self.taken = (self.size[0] + TICK_OUT, high + TICK_OUT)
        """With the room that a tick takes at the upper right corner."""

    def _flag_width(self, words: str) -> float:
        return width(words, self.small, 700) + self.small + 32

    def elements(self, x: float, y: float) -> list[Element]:
        """The card with its upper left corner there."""
        wide, high = self.size
        tint, ink, _ = TONES[self.card.tone]
        line, thick = ("primary", 5.0) if self.chosen else ("lineStrong", 3.0)
        found: list[Element] = [Ground(QRectF(x, y, wide, high), "surface", line, thick, 10)]
        disc = 40 * self.share
        top = y + 12 + (self.line_high - disc) / 2
        found.append(Sign(self.card.icon or "note", QRectF(x + 16 * self.share, top, disc, disc), ink, tint))
        at = y + 12
        for each in self.lines:
            box = QRectF(x + self.left, at, wide - self.left - 8, self.line_high)
            found.append(Words(each, box, self.fashion.size, 700))
            at += self.line_high
        if self.votes:
            shown = min(self.votes, _DOTS)
            dot = self.small * 0.66
            step = min(dot + 7, (wide - self.left - 70) / shown)
            for number in range(shown):
                box = QRectF(x + self.left + number * step, at + (self.dots - dot) / 2, dot, dot)
                found.append(Ground(box, "vote", radius=dot))
            box = QRectF(x + self.left + shown * step + 8, at, 60, self.dots)
            found.append(Words(str(self.card.votes), box, self.small, 700))
            at += self.dots
        for words, fill, token, icon in self.flags:
            box = QRectF(x + 14, at + 8, self._flag_width(words), self.flag)
            found.append(Ground(box, fill, radius=8))
            side = self.small * 0.95
            sign = QRectF(box.x() + 10, box.y() + (self.flag - side) / 2, side, side)
            found.append(Sign(icon, sign, token))
            found.append(Words(words, box.adjusted(side + 18, 0, 0, 0), self.small, 700, token))
            at += self.flag + 8
        if self.chosen:
            side = 46 * max(0.6, self.share)
            tick = QRectF(x + wide - side * 0.6, y - side * 0.36, side, side)
            found.append(Ground(tick.adjusted(-3, -3, 3, 3), "surface", radius=side))
            found.append(Sign("check", tick, "onPrimary", "primary"))
        return found


class MatrixPlate(Plate):
    """The whole picture, laid out by the same arithmetic as on the console."""

    content: OnMatrix | None = None
    field = QRectF()
    fashion = FASHIONS[0]

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self.boxes: dict[str, Box] = {}
        """Where each placed card stands in the picture."""
        self._pictures: dict[str, CardPicture] = {}
        self._pale = ""

    def show_matrix(self, content: OnMatrix) -> None:
        """Take what lies there now."""
        if content != self.content:
            self.content = content
            self.changed()

    def lay_out(self, wide: float, high: float) -> list[Element]:
        if self.content is None:
            return []
        view = self.content.view
        # Where the process asks for one axis at a time, a card has its place when that has been said.
        axis = pass_now(view)
        # While themes are chosen the field is what counts: the same place is worth more to the cards.
        waiting = waiting_for(view, axis) if axis or not view.chosen else ()
        below = BELOW + (WAITING_HIGH + 14 if waiting else 0)
        self.field = QRectF(SIDE, 0, wide - SIDE, high - below)
        self._settle(standing_on(view, axis))
        found: list[Element] = []
        for card_id, box in self.boxes.items():
            if card_id != self._pale:
                found += self._pictures[card_id].elements(box.x, box.y)
        if waiting:
            found += self._waiting(waiting, wide, high - WAITING_HIGH)
        return found

    def _settle(self, placed: Sequence[tuple[Card, float, float]]) -> None:
        assert self.content is not None
        lifts = dict(self.content.lifts)
        field = self.field
        for fashion in FASHIONS:
            self.fashion = fashion
            self._pictures = {
                card.id: CardPicture(card, fashion, lifts.get(card.lift, ""), self.content.must_act)
                for card, _, _ in placed
            }
            places = {card.id: Place(x, y, *self._pictures[card.id].taken) for card, x, y in placed}
            boxes = settle(places, field.width(), field.height(), CORNER_HEAD, EDGE)
            if not _clash(list(boxes.values()), field.width() / 2, field.height() / 2):
                break
        self.boxes = {
            card_id: Box(box.x + field.x(), box.y + field.y() + TICK_OUT, *self._pictures[card_id].size)
            for card_id, box in boxes.items()
        }

    def _waiting(self, cards: Sequence[Card], wide: float, top: float) -> list[Element]:
        """What has no place yet: as many names as fit, and how many more."""
        title = self.tr("Ikke placeret:")
        x = SIDE
        found: list[Element] = [
            Words(title, QRectF(x, top, width(title, 30) + 2, WAITING_HIGH), 30, 600, "ink2")
        ]
        x += width(title, 30) + 20
        for number, card in enumerate(cards):
            taken = width(card.title, 30, 700) + 76
            left = len(cards) - number - 1
            spare = width(f"+ {left}", 30, 700) + 30 if left else 0.0
            if x + taken + spare > wide:
                words = f"+ {left + 1}"
                found.append(Words(words, QRectF(x, top, wide - x, WAITING_HIGH), 30, 700, "ink2"))
                break
            tint, ink, _ = TONES[card.tone]
            box = QRectF(x, top + 2, taken, WAITING_HIGH - 4)
            found.append(Ground(box, "surface", "lineStrong", 3, 10))
            sign = QRectF(x + 12, top + (WAITING_HIGH - 38) / 2, 38, 38)
            found.append(Sign(card.icon or "note", sign, ink, tint))
            found.append(Words(card.title, QRectF(x + 60, top, taken - 60, WAITING_HIGH), 30, 700))
            x += taken + 14
        return found

    def paintEvent(self, event: object) -> None:
        with theme.painted_as("projector"):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.scale, self.scale)
            elements = self.elements()
            if self.content is not None:
                self._paint_field(painter, self.content.view.matrix)
            draw(painter, elements)
            painter.end()

    def _paint_field(self, painter: QPainter, matrix: Matrix) -> None:
        look, field = theme.current(), self.field
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(field, 14, 14)
        painter.setClipPath(clip)
        for corner, meaning in matrix.corners.items():
            ground = "surface" if meaning.tone == "plain" else TONES[meaning.tone][0]
            painter.fillRect(self._quarter(corner), look.color(ground))
        painter.restore()
        painter.setPen(QPen(look.color("lineStrong"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(field.adjusted(1.5, 1.5, -1.5, -1.5), 14, 14)
        middle = field.center()
        painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
        painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
        for corner in matrix.corners:
            draw(painter, self._corner_words(corner, matrix))
        base = QRectF(field.x(), field.bottom() + 8, field.width(), 44)
        draw(painter, _axis(base, matrix.x))
        painter.save()
        painter.translate(0, field.bottom())
        painter.rotate(-90)
        up = QRectF(0, 0, field.height(), 48)
        draw(painter, _axis(up, matrix.y))
        painter.restore()

    def _quarter(self, corner: str) -> QRectF:
        half_w, half_h = self.field.width() / 2, self.field.height() / 2
        left = self.field.x() + (half_w if corner[1] == "r" else 0)
        return QRectF(left, self.field.y() + (0 if corner[0] == "t" else half_h), half_w, half_h)

    def _corner_words(self, corner: str, matrix: Matrix) -> list[Element]:
        meaning = matrix.corners[corner]
        ink = TONES[meaning.tone][1] if meaning.tone != "plain" else "ink2"
        box = self._quarter(corner).adjusted(22, 10, -22, -10)
        top = box.y() if corner[0] == "t" else box.bottom() - 42
        icon = 40.0 if meaning.icon else 0.0
        (title, *_), size = fitted(meaning.title, box.width() - icon, (36, 34, 32, 30, 28, SMALLEST), 700)
        taken = width(title, size, 700)
        start = box.right() - taken - icon if corner[1] == "r" else box.x()
        found: list[Element] = []
        if meaning.icon:
            found.append(Sign(meaning.icon, QRectF(start, top + 6, 30, 30), ink))
        found.append(Words(title, QRectF(start + icon, top, taken + 2, 42), size, 700, ink))
        return found

    # Following a drag

    def lift(self, card_id: str, _group: str = "") -> tuple[QPixmap, QRectF] | None:
        """A picture of the card in the air, and where it was taken up."""
        if self.content is None:
            return None
        view = self.content.view
        everyone = [*(card for card, _, _ in view.placed), *view.waiting]
        card = next((each for each in everyone if each.id == card_id), None)
        if card is None:
            return None
        lift = dict(self.content.lifts).get(card.lift, "")
        shown = CardPicture(card, self.fashion, lift, self.content.must_act)
        box = self.boxes.get(card_id) or Box(self.field.center().x(), self.field.bottom(), *shown.size)
        edge = 30.0
        dpr = self.devicePixelRatioF()
        picture = QPixmap(
            round((shown.size[0] + 2 * edge) * self.scale * dpr),
            round((shown.size[1] + 2 * edge) * self.scale * dpr),
        )
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        with theme.painted_as("projector"):
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.scale, self.scale)
            draw(painter, shown.elements(edge, edge))
            painter.end()
        self._pale = card_id
        self.changed()
        s = self.scale
        at = QRectF((box.x - edge) * s, (box.y - edge) * s, picture.width() / dpr, picture.height() / dpr)
        return picture, at

    def put_down(self) -> None:
        """Nothing is in the air any more."""
        if self._pale:
            self._pale = ""
            self.changed()

    def point(self, _zone: str, u: float, v: float) -> QPointF | None:
        """A place in the field (0..1 from the left and the bottom), as a point of the plate."""
        field = self.field
        return QPointF(field.x() + u * field.width(), field.bottom() - v * field.height()) * self.scale


def _axis(base: QRectF, axis: Axis) -> list[Element]:
    """The words at both ends, and the title with an arrow towards the high one."""
    first, last = axis.first, axis.last
    room = base.width() - width(first, 30) - width(last, 30) - 60 - 44
    (words, *_), size = fitted(axis.title, room, (34, 32, 30, 28, SMALLEST), 700)
    taken = width(words, size, 700)
    start = base.center().x() - (taken + 44) / 2
    end = QRectF(base.right() - width(last, 30) - 2, base.y(), width(last, 30) + 2, base.height())
    sign, text = (start, start + 44) if axis.turned else (start + taken + 12, start)
    begin = QRectF(base.x() + 2, base.y(), width(first, 30) + 2, base.height())
    return [
        Words(first, begin, 30, 600, "ink2", LEFT),
        Words(last, end, 30, 600, "ink2", LEFT),
        Words(words, QRectF(text, base.y(), taken + 2, base.height()), size, 700, "ink", MIDDLE),
        Sign(
            "arrow-l" if axis.turned else "arrow-r",
            QRectF(sign, base.y() + (base.height() - 32) / 2, 32, 32),
            "ink",
        ),
    ]


def _clash(boxes: list[Box], half_w: float, half_h: float) -> bool:
    """Whether a card lies on another, or is larger than its quarter."""
    for number, a in enumerate(boxes):
        if a.w > half_w - 2 * EDGE or a.h > half_h - EDGE - CORNER_HEAD:
            return True
        for b in boxes[number + 1 :]:
            if a.x < b.x + b.w and b.x < a.x + a.w and a.y < b.y + b.h and b.y < a.y + a.h:
                return True
    return False
