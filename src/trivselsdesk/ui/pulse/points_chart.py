"""What plus and minus came to: for each point a bar to either side, with its number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.points import PointCount, PointResult
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label

_ROW = 36
_NAME = 0.34
_NUMBER = 34


class PointBars(QWidget):
    """The points of one list. Plus stands left and minus right, each with its sign and number."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[PointCount, ...] = ()
        self._n = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def show_counts(self, counts: tuple[PointCount, ...], n: int) -> None:
        """Take other numbers; ``n`` sheets make a whole bar."""
        self._counts, self._n = counts, max(1, n)
        self.setFixedHeight(_ROW * len(counts))
        told = self.tr("{title}: {plus} plus, {minus} minus")
        spoken = [told.format(title=each.point.title, plus=each.plus, minus=each.minus) for each in counts]
        self.setAccessibleName(". ".join(spoken))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        name = look.font("bodyStrong", size=15)
        number = look.font("bodyStrong", size=15)
        start = Qt.AlignmentFlag.AlignLeft
        left = self.width() * _NAME
        half = (self.width() - left - 16) / 2
        room = half - _NUMBER - 18
        for place, each in enumerate(self._counts):
            top = place * _ROW
            title = QFontMetrics(name).elidedText(
                each.point.title, Qt.TextElideMode.ElideRight, int(left - 12)
            )
            paint.text(painter, QRectF(0, top, left - 8, _ROW), title, name, "ink", start)
            for x, sign, value, tint, line, ink in (
                (left, "+", each.plus, "goodTint", "goodLine", "goodInk"),
                (left + half + 16, "−", each.minus, "lessTint", "lessLine", "lessInk"),
            ):
                paint.text(painter, QRectF(x, top, _NUMBER + 14, _ROW), f"{sign} {value}", number, ink, start)
                if value:
                    bar = QRectF(x + _NUMBER + 14, top + 8, max(6.0, room * value / self._n), _ROW - 16)
                    paint.rounded(painter, bar, 4, tint, line, 1.5)


class PointsChart(QWidget):
    """A card for each list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.head = Label("", "section", wrap=True)
        self._column.addWidget(self.head)
        self.cards: list[tuple[Card, PointBars]] = []

    def show_result(self, result: PointResult | None) -> None:
        """Take other numbers; nothing at all where there is no result."""
        groups: dict[str, list[PointCount]] = {}
        for each in result.counts if result is not None else ():
            groups.setdefault(each.point.group, []).append(each)
        while len(self.cards) < len(groups):
            card, bars = Card("", padding=18, spacing=6), PointBars()
            card.body.addWidget(bars)
            self.cards.append((card, bars))
            self._column.addWidget(card)
        words = self.tr("{n} ark er talt sammen. + fungerer godt · − kunne være bedre")
        self.head.set_text(words.format(n=result.n) if result is not None else "")
        for (card, bars), (title, counts) in zip(self.cards, groups.items(), strict=False):
            card.set_title(title)
            bars.show_counts(tuple(counts), result.n if result is not None else 1)
        for place, (card, _) in enumerate(self.cards):
            card.setVisible(place < len(groups))
