"""A pulse on the wall: for each question five bars, what they say in words, and the open answers below."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.danish import format_decimal
from trivselsdesk.domain.pulse import STEPS, Result, ScaleResult
from trivselsdesk.ui.projector.strokes import (
    LEFT,
    MIDDLE,
    RIGHT,
    Element,
    Ground,
    Plate,
    Words,
    fitted,
    measure,
)

GAP = 20.0
PAD = 26.0
_TEXTS_HIGH = 0.36
"""The part of the height that the open answers get where there are any."""
_TEXT_SIZES = (40, 36, 32, 30)


class PulsePlate(Plate):
    """Shows a result."""

    result: Result | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_result(self, result: Result) -> None:
        """Take other numbers."""
        if result != self.result:
            self.result = result
            self.changed()

    def lay_out(self, wide: float, high: float) -> list[Element]:
        if self.result is None:
            return []
        shown, found = self.result, []
        people = self.tr("{n} svar").format(n=shown.n)
        if shown.invited:
            people = self.tr("{n} af {all} svarede").format(n=shown.n, all=shown.invited)
        head = f"{shown.theme} · {people}"
        title, size = fitted(head, wide, (52, 46, 40, 36, 32), 700, lines=1)
        top = 0.0
        for line in title:
            found.append(Words(line, QRectF(0, top, wide, size * 1.25), size, 700, "primaryInk"))
            top += size * 1.25
        top += 12
        below = (high - top) * _TEXTS_HIGH if shown.texts else 0.0
        charts = high - top - (below + GAP if below else 0.0)
        count = max(1, len(shown.scales))
        room = (wide - GAP * (count - 1)) / count
        for place, scale in enumerate(shown.scales):
            box = QRectF(place * (room + GAP), top, room, charts)
            found += self._scale(scale, shown, box)
        if below:
            found += self._texts(shown, QRectF(0, high - below, wide, below))
        return found

    def _scale(self, scale: ScaleResult, shown: Result, box: QRectF) -> list[Element]:
        found: list[Element] = [Ground(box, "surface", "line", 2, 14)]
        inner = box.adjusted(PAD, PAD * 0.6, -PAD, -PAD * 0.6)
        y = inner.y()
        lines, size = fitted(scale.question, inner.width(), (38, 34, 30), 700, lines=2)
        for line in lines:
            found.append(Words(line, QRectF(inner.x(), y, inner.width(), size * 1.2), size, 700))
            y += size * 1.2
        y += 6
        if not scale.counts:
            sentence = self.tr("For få har svaret på det til, at vi viser noget.")
            for line in measure(500).lines(sentence, inner.width(), 30):
                found.append(Words(line, QRectF(inner.x(), y, inner.width(), 38), 30, 500, "ink2"))
                y += 38
            return found
        mean = self.tr("{mean} af 5 – {words}").format(mean=format_decimal(scale.mean, 1), words=scale.words)
        for text, weight, token in (
            (mean, 700, "primaryInk"),
            (scale.polarity, 600, "ink2"),
            (scale.before, 600, "ink2"),
        ):
            if text:
                for line in measure(weight).lines(text, inner.width(), 30):
                    found.append(Words(line, QRectF(inner.x(), y, inner.width(), 38), 30, weight, token))
                    y += 38
        return found + self._bars(scale, shown, QRectF(inner.x(), y, inner.width(), inner.bottom() - y))

    def _bars(self, scale: ScaleResult, shown: Result, box: QRectF) -> list[Element]:
        found: list[Element] = []
        room = box.width() / len(STEPS)
        floor = box.bottom() - 80
        most = max(20.0, floor - box.y() - 46)
        tallest = max(scale.counts)
        for place, count in enumerate(scale.counts):
            x = box.x() + place * room
            tall = most * count / tallest
            if count:
                wide = min(110.0, room * 0.66)
                bar = QRectF(x + (room - wide) / 2, floor - tall, wide, tall)
                found.append(Ground(bar, "primary", radius=6))
            token = "ink" if count else "ink3"
            found.append(Words(str(count), QRectF(x, floor - tall - 42, room, 40), 32, 700, token, MIDDLE))
            found.append(Words(str(STEPS[place]), QRectF(x, floor + 4, room, 38), 30, 600, "ink2", MIDDLE))
        found.append(Ground(QRectF(box.x(), floor, box.width(), 3), "lineStrong", radius=0))
        half = box.width() / 2
        for text, left, align in ((f"1 = {shown.low}", 0.0, LEFT), (f"5 = {shown.high}", half, RIGHT)):
            lines, size = fitted(text, half - 8, (28, 26), 600)
            end = QRectF(box.x() + left, floor + 42, half, 38)
            found.append(Words(lines[0], end, size, 600, "ink2", align))
        return found

    def _texts(self, shown: Result, box: QRectF) -> list[Element]:
        """The open answers as large as all of them fit; those that do not are read from the console."""
        found: list[Element] = [Ground(box, "surface", "line", 2, 14)]
        inner = box.adjusted(PAD, PAD * 0.5, -PAD, -PAD * 0.5)
        title, large = fitted(shown.open_question, inner.width(), (36, 32, 30), 700, lines=1)
        top = inner.y()
        for line in title:
            found.append(Words(line, QRectF(inner.x(), top, inner.width(), large * 1.2), large, 700))
            top += large * 1.2
        top += 4
        for columns, size in [(columns, size) for size in _TEXT_SIZES for columns in (1, 2, 3)]:
            laid = self._columns(shown, inner, top, columns, size)
            if laid is not None:
                return found + laid
        left = self.tr("Der er flere svar, end der er plads til. Læs dem op.")
        found.append(Words(left, QRectF(inner.x(), top, inner.width(), 38), 30, 600, "ink2"))
        return found

    def _columns(
        self, shown: Result, inner: QRectF, top: float, columns: int, size: int
    ) -> list[Element] | None:
        """The answers in that many columns, or None when they do not fit."""
        room = (inner.width() - GAP * (columns - 1)) / columns
        step = size * 1.22
        found: list[Element] = []
        column, y = 0, top
        for _, text in shown.texts:
            lines = measure(500).lines(f"»{' '.join(text.split())}«", room, size)
            if y + len(lines) * step > inner.bottom():
                column, y = column + 1, top
                if column == columns or y + len(lines) * step > inner.bottom():
                    return None
            for line in lines:
                x = inner.x() + column * (room + GAP)
                found.append(Words(line, QRectF(x, y, room, step), size, 500))
                y += step
            y += size * 0.25
        return found
