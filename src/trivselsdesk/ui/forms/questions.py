"""The questions of a form, one below the other, with what has been answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from trivselsdesk.domain.forms import beside, columns_of
from trivselsdesk.domain.pack import Form
from trivselsdesk.domain.pack.forms import DATE, ROWS
from trivselsdesk.ui.forms.card import FieldCard
from trivselsdesk.ui.forms.days import FormDays
from trivselsdesk.ui.forms.waiting import standing
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import bring_into_view


class Questions(ScrollArea):
    """A card for each. They are made when another form is shown and only filled after that."""

    written = Signal(str, str, str)
    wheel_wanted = Signal(str)
    row_wheel_wanted = Signal(str, str, int)
    entered = Signal(str)
    """As the cards have them."""

    def __init__(self) -> None:
        super().__init__(margins=(0, 0, 8, 12), spacing=12)
        self.cards: list[FieldCard] = []

    def build(
        self,
        form: Form | None,
        fill: Callable[[str], str],
        today: Callable[[], date],
        names: Callable[[], list[str]],
    ) -> None:
        """Make the cards anew, empty; ``fill`` puts the unit's words into a text of the pack."""
        for card in self.cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        while self.body.count():
            item = self.body.takeAt(0)
            rest = item.widget() if item is not None else None
            if rest is not None:
                rest.hide()
                rest.deleteLater()
        if form is None:
            return
        for number, field in enumerate(form.fields, 1):
            card = FieldCard(form, field, number, fill, today, names)
            card.written.connect(self.written)
            card.entered.connect(self.entered)
            card.wheel_wanted.connect(self.wheel_wanted)
            card.row_wheel_wanted.connect(self.row_wheel_wanted)
            self.cards.append(card)
            self.body.addWidget(card)
        if form.source:
            self.body.addWidget(Label(fill(form.source), "caption", "ink3", wrap=True))
        self.body.addStretch(1)

    def show_answers(self, at: FormDays) -> None:
        """Fill the cards with what was answered at that time."""
        book, form, entry = at.book, at.form, at.entry
        for card in self.cards:
            texts = {}
            for column in columns_of(form, card.field):
                texts[column.id] = standing(at.bridge, book, entry, card.field.id, column.id)
                card.show_answer(column.id, texts[column.id])
                if card.field.kind == ROWS:
                    card.show_row_days(column.id, at.rows(card.field, column.id))
                card.show_beside(column.id, beside(book, at.pack, form, entry, card.field, column.id))
            card.show_state(texts)
            if card.field.kind == DATE:
                card.show_day(at.written(card.field), at.standing(card.field))

    def to_top(self) -> None:
        """Scroll to the first question."""
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the cursor into the first question."""
        if self.cards:
            self.cards[0].focus_answer()

    def focus_field(self, field_id: str) -> None:
        """Put the cursor into a question and bring it into view."""
        for card in self.cards:
            if card.field.id == field_id:
                card.focus_answer()
                bring_into_view(card)

    def hand_in(self) -> None:
        """Hand on what is typed in any of them."""
        for card in self.cards:
            card.hand_in()
