"""Plus and minus on the wall: the points under each other, each with its two bars and numbers."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.points import PointCount, PointResult
from trivselsdesk.ui.projector.strokes import Element, Ground, Plate, Words, fitted

GAP = 28.0
_TALLEST, _LOWEST = 74.0, 44.0
_NUMBER = 92.0


class PointsPlate(Plate):
    """Shows a count of sheets."""

    result: PointResult | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_result(self, result: PointResult) -> None:
        """Take other numbers."""
        if result != self.result:
            self.result = result
            self.changed()

    def lay_out(self, wide: float, high: float) -> list[Element]:
        if self.result is None:
            return []
        head = self.tr("{n} ark · + fungerer godt · − kunne være bedre").format(n=self.result.n)
        lines, size = fitted(head, wide, (44, 40, 36, 32), 700)
        found: list[Element] = [Words(lines[0], QRectF(0, 0, wide, size * 1.25), size, 700, "primaryInk")]
        top = size * 1.25 + 12
        groups: dict[str, list[PointCount]] = {}
        for each in self.result.counts:
            groups.setdefault(each.point.group, []).append(each)
        rows = [row for title, counts in groups.items() for row in (title, *counts)]
        columns = next(n for n in (1, 2, 3) if n == 3 or (high - top) / -(-len(rows) // n) >= _LOWEST)
        each_column = -(-len(rows) // columns)
        step = min(_TALLEST, (high - top) / each_column)
        room = (wide - GAP * (columns - 1)) / columns
        for place, row in enumerate(rows):
            box = QRectF(place // each_column * (room + GAP), top + place % each_column * step, room, step)
            found += self._title(row, box) if isinstance(row, str) else self._row(row, box)
        return found

    def _title(self, title: str, box: QRectF) -> list[Element]:
        lines, size = fitted(title, box.width(), (34, 30), 700)
        return [Words(lines[0], box, size, 700, "ink2")]

    def _row(self, each: PointCount, box: QRectF) -> list[Element]:
        assert self.result is not None
        name = box.width() * 0.36
        lines, size = fitted(each.point.title, name - 12, (38, 34, 30), 600)
        words = lines[0] if len(lines) == 1 else f"{lines[0]} …"
        found: list[Element] = [Words(words, QRectF(box.x(), box.y(), name, box.height()), size, 600)]
        half = (box.width() - name - GAP) / 2
        for x, sign, value, tint, line, ink in (
            (box.x() + name, "+", each.plus, "goodTint", "goodLine", "goodInk"),
            (box.x() + name + half + GAP, "−", each.minus, "lessTint", "lessLine", "lessInk"),
        ):
            number = QRectF(x, box.y(), _NUMBER, box.height())
            found.append(Words(f"{sign} {value}", number, 38, 700, ink))
            if value:
                long = max(8.0, (half - _NUMBER) * value / self.result.n)
                bar = QRectF(x + _NUMBER, box.y() + box.height() * 0.2, long, box.height() * 0.6)
                found.append(Ground(bar, tint, line, 3, 6))
        return found
