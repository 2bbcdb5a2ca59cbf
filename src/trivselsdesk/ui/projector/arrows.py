"""The statuspil on the wall: all its lines, over pages if it must be, or one action as large as the wall."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.wall.model import ArrowLine, Arrows
from trivselsdesk.ui.projector.sheet import PAGE_MS
from trivselsdesk.ui.projector.strokes import (
    MIDDLE,
    RIGHT,
    SMALLEST,
    Chevron,
    Element,
    Ground,
    Plate,
    Sign,
    Words,
    fitted,
    measure,
    width,
)

LEAST_ROW, MOST_ROW = 106.0, 230.0
_AS_DRAWN = 150.0
"""The height of a row in which the type has its usual size; with few rows both grow."""
FOOT = 44.0
_PAD = 24.0


class ArrowsPlate(Plate):
    """Shows arrows."""

    arrows = Arrows((), ())

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = 1
        self.page = 0
        self._turn = QTimer(self)
        self._turn.setInterval(PAGE_MS)
        self._turn.timeout.connect(self.turn)

    def show_arrows(self, arrows: Arrows) -> None:
        """Take other lines."""
        if arrows != self.arrows:
            if len(arrows.lines) != len(self.arrows.lines):
                self.page = 0
            self.arrows = arrows
            self.changed()

    def turn(self) -> None:
        """The next page."""
        self.page = (self.page + 1) % max(1, self.pages)
        self.changed()

    def lay_out(self, wide: float, high: float) -> list[Element]:
        if self.arrows.single and self.arrows.lines:
            self.pages = 1
            self._turn.stop()
            return _large(self.arrows, self.arrows.lines[0], wide, high)
        lines = self.arrows.lines
        count = max(1, int(high // LEAST_ROW))
        if len(lines) > count:
            count = max(1, int((high - FOOT) // LEAST_ROW))
        self.pages = max(1, -(-len(lines) // count))
        self.page = min(self.page, self.pages - 1)
        shown = lines[self.page * count : (self.page + 1) * count]
        row = min(
            MOST_ROW,
            (high - (FOOT if self.pages > 1 else 0)) / max(1, count if self.pages > 1 else len(lines)),
        )
        found: list[Element] = []
        for place, line in enumerate(shown):
            found += _row(self.arrows, line, QRectF(0, place * row, wide, row - 10))
        if self.pages > 1:
            words = self.tr("Side {page} af {pages}").format(page=self.page + 1, pages=self.pages)
            found.append(Words(words, QRectF(0, high - FOOT, wide, FOOT), SMALLEST, 500, "ink2", RIGHT))
            if not self._turn.isActive():
                self._turn.start()
        else:
            self._turn.stop()
        return found


def _row(arrows: Arrows, line: ArrowLine, box: QRectF) -> list[Element]:
    """Title, who and when at the left, the arrow at the right."""
    found: list[Element] = [Ground(box, "surface", "line", 1.5)]
    large = max(1.0, (box.height() + 10) / _AS_DRAWN)
    small = round(SMALLEST * large)
    arrow_wide = min(box.width() * 0.52, 230.0 * large * max(1, len(arrows.steps)))
    left = box.left() + _PAD
    room = box.width() - arrow_wide - 3 * _PAD
    below = " · ".join(each for each in (line.owner, line.due) if each)
    sizes = dict.fromkeys(round(each * grown) for grown in (large, 1.0) for each in (36, 32, 28, SMALLEST))
    lines, size = fitted(line.title, room, tuple(sizes), 700, lines=1 if below else 2)
    text = _cut(lines, room, size)
    first, second = 42 * large, 34 * large
    top = box.top() + (box.height() - (first + second if below else first)) / 2
    found.append(Words(text, QRectF(left, top, room, first), size, 700))
    if below:
        start = left
        if line.late:
            sign = 28 * large
            found.append(Sign("warn", QRectF(left, top + first + 3, sign, sign), "mustInk"))
            start += sign + 8
        below = _cut([below], room - (start - left), small, 500)
        token = "mustInk" if line.late else "ink2"
        found.append(
            Words(below, QRectF(start, top + first, room - (start - left), second), small, 500, token)
        )
    tall = 72 * large
    arrow = QRectF(box.right() - arrow_wide - _PAD, box.center().y() - tall / 2, arrow_wide, tall)
    steps = tuple(round(each * grown) for grown in (large, 1.0) for each in (30, 28, SMALLEST))
    return [*found, *_arrow(arrows.steps, line.step, arrow, steps)]


def _large(arrows: Arrows, line: ArrowLine, wide: float, high: float) -> list[Element]:
    found: list[Element] = []
    titles, size = fitted(line.title, wide, (88, 80, 72, 64, 56, 48, 42, 36), 800, lines=3)
    top = 12.0
    if line.about:
        about = _cut([line.about], wide, 38, 600)
        found.append(Words(about, QRectF(0, top, wide, 52), 38, 600, "primaryInk"))
        top += 62
    for each in titles[:3]:
        found.append(Words(each, QRectF(0, top, wide, size * 1.22), size, 800))
        top += size * 1.22
    top += 24
    x = 0.0
    for icon, words, late in (
        ("user", line.owner, False),
        ("warn" if line.late else "calendar", line.due, line.late),
    ):
        if words:
            token = "mustInk" if late else "ink2"
            words = _cut([words], wide / 2 - 80, 42, 600)
            found.append(Sign(icon, QRectF(x, top + 6, 42, 42), token))
            found.append(Words(words, QRectF(x + 56, top, width(words, 42, 600) + 4, 54), 42, 600, token))
            x += 56 + width(words, 42, 600) + 70
    top += 54
    note_high = 140.0 if line.note or line.since else 0.0
    arrow_high = min(170.0, max(90.0, (high - top - note_high - 80)))
    arrow_top = top + max(20.0, (high - top - note_high - arrow_high) / 2)
    found += _arrow(
        arrows.steps, line.step, QRectF(0, arrow_top, wide, arrow_high), (56, 50, 44, 38, 32, 28), 44.0
    )
    below = arrow_top + arrow_high + 26
    if line.note:
        words, size = fitted(line.note, wide, (44, 40, 36, 32), 500, lines=2)
        shown = [*words[:1], _cut(words[1:], wide, size, 500)] if len(words) > 1 else words
        for each in shown:
            found.append(Words(each, QRectF(0, below, wide, size * 1.25), size, 500))
            below += size * 1.25
    elif line.since:
        found.append(Words(line.since, QRectF(0, below, wide, 46), 36, 500, "ink2"))
    return found


def _arrow(
    steps: tuple[str, ...], at: int, box: QRectF, sizes: tuple[int, ...], point: float = 22.0
) -> list[Element]:
    count = max(1, len(steps))
    overlap = point * 0.64
    wide = (box.width() + overlap * (count - 1)) / count
    found: list[Element] = []
    room = wide - 2.2 * point
    size = next((each for each in sizes if all(width(step, each, 700) <= room for step in steps)), sizes[-1])
    for index, step in enumerate(steps):
        part = QRectF(box.left() + index * (wide - overlap), box.top(), wide, box.height())
        if index == at:
            fill, line, ink = "primary", "primary", "onPrimary"
        elif index < at:
            fill, line, ink = "primaryTint", "primaryLine", "primaryInk"
        else:
            fill, line, ink = "surface", "lineStrong", "ink2"
        found.append(Chevron(part, fill, line, index == 0, point))
        words = part.adjusted(point * 0.5 if index == 0 else point * 1.2, 0, -point, 0)
        found.append(
            Words(
                _cut([step], words.width(), size, 700), words, size, 700 if index == at else 600, ink, MIDDLE
            )
        )
    return found


def _cut(lines: list[str], room: float, size: int, weight: int = 700) -> str:
    """One line of what is in the lines, with »…« where it does not fit."""
    text = " ".join(lines)
    if width(text, size, weight) <= room:
        return text
    first = measure(weight).lines(text, max(20.0, room - width("…", size, weight)), size)
    return f"{first[0].rstrip()}…" if first else ""
