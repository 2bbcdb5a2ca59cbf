"""A dialog that lifts one more matter: which, where to, why, and who carries it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.lifts import card_title
from trivselsdesk.domain.pack import Lift
from trivselsdesk.domain.records import Note, Theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.dialog import Writing
from trivselsdesk.ui.widgets.fields import ChoiceField, Labelled, TextField
from trivselsdesk.ui.widgets.name_field import NameField, names

MOST_SIGNS = 70


def liftable(book: Book) -> list[Note | Theme]:
    """Themes and loose notes that the room has seen and nobody has lifted yet."""
    themes = book.ranked(Theme, lambda theme: not theme.lift and bool(theme.name.strip()))
    notes = book.ranked(
        Note,
        lambda note: not (note.lift or note.theme_id or note.sealed or note.joined_into),
    )
    cards: list[Note | Theme] = [*themes, *notes]
    return [card for card in cards if card_title(card)]


class NewLiftDialog(Writing):
    """Asks. The page does it."""

    def __init__(self, bridge: Bridge, book: Book, lifts: tuple[Lift, ...], parent: QWidget | None) -> None:
        super().__init__("", parent, width=560)
        words = self.tr("Løft noget videre")
        self.setWindowTitle(words)
        self.title.set_text(words)
        self.card = ChoiceField([(card.id, card_title(card)[:MOST_SIGNS]) for card in liftable(book)])
        self.lift = ChoiceField([(each.id, each.title) for each in lifts])
        self.lift.set_value(lifts[0].id)
        self.reason = TextField("", self.tr("Hvorfor kan I ikke selv?"), min_lines=2, max_lines=5)
        group = bridge.pack(book.programme.id).trio
        self.carrier = NameField("", self.tr("Navn eller »{group}«").format(group=group), always_marked=True)
        self.carrier.set_suggestions([*names(book), group])
        for label, field in (
            (self.tr("Tema eller seddel"), self.card),
            (self.tr("Til hvem?"), self.lift),
            (self.tr("Begrundelse"), self.reason),
            (self.tr("Hvem bærer det videre?"), self.carrier),
        ):
            self.body.addWidget(Labelled(label, field))
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(self.tr("Løft det"), "primary", accepts=True, default=True)
        self.card.edited.connect(self._check)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        first = liftable(book)
        self.card.set_value(first[0].id if first else "")
        self._check()

    def answer_now(self) -> object:
        return self.reason.value().strip(), self.carrier.value().strip()

    def _check(self, _value: object = None) -> None:
        self._yes.setEnabled(bool(self.card.value()))
