"""A theme in the vote: its number, its strokes, and what counts one more or one less."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.board import Card
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.run.vote.tally import Tally
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.chips import Chip, Flag
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_MOST_SIGNS = 160
_SIDE = 44


class VoteRow(QWidget):
    """Takes the focus as a whole: + and − count, ↑ ↓ and the number keys go to another row."""

    counted = Signal(str, int)
    """Card id, and the strokes it now has."""
    moved = Signal(int)
    """A row up or down is wanted."""
    jumped = Signal(int)
    """The row with that number is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card_id, self._votes, self._number = "", 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(12)
        self._sign = Label("", "title", "ink3")
        self._sign.setFixedWidth(32)
        row.addWidget(self._sign)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(10)
        self.title = ElidedLabel("", "section")
        head.addWidget(self.title)
        self.origin = Label("", "caption", "ink2", weight=600)
        head.addWidget(self.origin)
        self.must = Flag("must")
        head.addWidget(self.must)
        self.taken = Chip(self.tr("Går videre"), "prim", "check")
        head.addWidget(self.taken)
        self.warning = Chip("", "warn", "warn")
        head.addWidget(self.warning)
        head.addStretch(1)
        words.addLayout(head)
        self.tally = Tally()
        words.addWidget(self.tally)
        row.addLayout(words, 1)
        self.less = IconButton("minus", "", ghost=False, side=_SIDE)
        self.more = IconButton("plus", "", ghost=False, side=_SIDE)
        self.number = Label("0", "title")
        self.number.setMinimumWidth(44)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # The row has the focus: two more stops in each would make Tab a long way round.
        for button in (self.less, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.less.clicked.connect(self.count_less)
        self.more.clicked.connect(self.count_more)
        for widget in (self.less, self.number, self.more):
            row.addWidget(widget)
        actions.on_widget(self, {"stroke_more": self.count_more, "stroke_less": self.count_less})
        theme.notifier.changed.connect(self.update)

    def show_card(
        self, number: int, card: Card, must: str, too_many: bool, origin: str, decided: bool
    ) -> None:
        """Show a card; ``must``: the words of its mark, ``origin`` those of a starting note; ``decided``:
        the room has said who goes on."""
        self.card_id, self._votes, self._number = card.id, card.votes, number
        name = shortened(card.title, _MOST_SIGNS) or self.tr("Uden navn")
        self._sign.set_text(str(number))
        self.title.set_text(name)
        self.origin.setVisible(bool(origin))
        self.origin.set_text(origin)
        self.must.setVisible(bool(must))
        self.must.set_text(must)
        taken = decided and card.chosen
        self.taken.setVisible(taken)
        self.warning.set_text(self.tr("Flere streger end deltagere"))
        self.warning.setVisible(too_many)
        self.tally.set_count(card.votes)
        self.number.set_text(str(card.votes))
        self.less.setEnabled(card.votes > 0)
        self.less.set_tooltip(self.tr("En streg mindre til »{name}«").format(name=name))
        self.more.set_tooltip(self.tr("En streg mere til »{name}«").format(name=name))
        strokes = plural(card.votes, self.tr("streg"), self.tr("streger"))
        parts = [self.tr("{n}. {name}").format(n=number, name=name), strokes]
        parts += [each for each in (must, origin) if each]
        if taken:
            parts.append(self.taken.text())
        self.setAccessibleName(", ".join(parts))

    def count_more(self) -> None:
        """One stroke more."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.counted.emit(self.card_id, self._votes + 1)

    def count_less(self) -> None:
        """One stroke less, never below none."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._votes:
            self.counted.emit(self.card_id, self._votes - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.jumped.emit(int(key) - int(Qt.Key.Key_0))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        radius = float(theme.current().radius("control"))
        if self.hasFocus():
            paint.rounded(painter, rect, radius, "primaryTint", "focus", 2)
        else:
            paint.rounded(painter, rect, radius, "surface", "line")
