"""The result of a pulse: for each question the answers as five bars, and beside them what they say."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import format_decimal
from trivselsdesk.domain.pulse import STEPS, Result, ScaleResult
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label

_HIGH = 168
_BELOW = 46
"""Room below the bars for the numbers of the scale and the words at its ends."""
_ABOVE = 26
"""Room above the tallest bar for its number."""


class Bars(QWidget):
    """How many chose each number."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = ()
        self._low = self._high = ""
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def show_counts(self, counts: tuple[int, ...], low: str, high: str) -> None:
        """Answers on 1, 2, 3, 4 and 5, and the words at the ends."""
        self._counts, self._low, self._high = counts, low, high
        spoken = ", ".join(
            self.tr("{step}: {count}").format(step=step, count=count)
            for step, count in zip(STEPS, counts, strict=False)
        )
        self.setAccessibleName(self.tr("Svar på skalaen: {counts}").format(counts=spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._counts:
            return
        painter, look = QPainter(self), theme.current()
        middle = Qt.AlignmentFlag.AlignHCenter
        room = self.width() / len(self._counts)
        floor = self.height() - _BELOW
        tallest = max(1, *self._counts)
        number, step = look.font("bodyStrong", size=16), look.font("body", size=15)
        for place, count in enumerate(self._counts):
            high = (floor - _ABOVE) * count / tallest
            wide = min(64.0, room - 12)
            left = place * room + (room - wide) / 2
            if count:
                paint.rounded(painter, QRectF(left, floor - high, wide, high), 4, "primary")
            top = QRectF(place * room, floor - high - 24, room, 22)
            paint.text(painter, top, str(count), number, "ink" if count else "ink3", middle)
            paint.text(
                painter, QRectF(place * room, floor + 3, room, 20), str(STEPS[place]), step, "ink2", middle
            )
        painter.fillRect(QRectF(0, floor, self.width(), 1.5), look.color("lineStrong"))
        ends = QRectF(2, floor + 23, self.width() - 4, 22)
        caption = look.font("caption")
        paint.text(painter, ends, f"1 = {self._low}", caption, "ink2", Qt.AlignmentFlag.AlignLeft)
        paint.text(painter, ends, f"5 = {self._high}", caption, "ink2", Qt.AlignmentFlag.AlignRight)


class ScaleCard(Card):
    """One question with its bars; a sentence in their place where too few answered it."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=8)
        self.question = Label("", "section", wrap=True)
        self.body.addWidget(self.question)
        row = QHBoxLayout()
        row.setSpacing(28)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.mean = Label("", "display")
        self.words = Label("", "bodyStrong", wrap=True)
        self.polarity = Label("", "body", "ink2", wrap=True)
        self.before = Label("", "body", "primaryInk", wrap=True, weight=600)
        for label in (self.mean, self.words, self.polarity, self.before):
            words.addWidget(label)
        words.addStretch(1)
        self._left = QWidget()
        words.setContentsMargins(0, 0, 0, 0)
        self._left.setLayout(words)
        self._left.setFixedWidth(250)
        row.addWidget(self._left)
        self.bars = Bars()
        row.addWidget(self.bars, 1)
        self.body.addLayout(row)
        self.few = Label("", "body", "ink2", wrap=True)
        self.body.addWidget(self.few)

    def show_scale(self, scale: ScaleResult, result: Result) -> None:
        """What the question came to."""
        enough = bool(scale.counts)
        self.question.set_text(scale.question)
        self._left.setVisible(enough)
        self.bars.setVisible(enough)
        self.few.setVisible(not enough)
        self.few.set_text(self.tr("For få har svaret på lige det spørgsmål til, at vi viser noget."))
        if not enough:
            return
        self.mean.set_text(self.tr("{mean} af 5").format(mean=format_decimal(scale.mean, 1)))
        answers = self.tr("{n} svar").format(n=scale.n)
        self.words.set_text(f"{answers} · {scale.words}")
        self.polarity.set_text(scale.polarity)
        self.before.set_text(scale.before)
        self.before.setVisible(bool(scale.before))
        self.bars.show_counts(scale.counts, result.low, result.high)


class ResultChart(QWidget):
    """All questions on the scale, below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.cards: list[ScaleCard] = []

    def show_result(self, result: Result | None) -> None:
        """Take other numbers; nothing at all where there is no result."""
        scales = result.scales if result is not None else ()
        while len(self.cards) < len(scales):
            card = ScaleCard()
            self.cards.append(card)
            self._column.addWidget(card)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(scales))
            if result is not None and place < len(scales):
                card.show_scale(scales[place], result)
