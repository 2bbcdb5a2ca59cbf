"""A group as a card: its number, theme and people. Also the card for those who sit in no group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.groups import GroupView
from trivselsdesk.domain.pack import Span
from trivselsdesk.domain.records import Initiative, Person
from trivselsdesk.ui.run.groups.seat import SeatRow
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.labels import Label

NO_THEME = "-"
_MOST_SIGNS = 80


class GroupCard(Card):
    """Somebody can be dropped on it."""

    theme_chosen = Signal(str, str)
    """Group id, and the id of an initiative or empty."""

    def __init__(
        self, view: GroupView, initiatives: Sequence[Initiative], size: Span, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=12, spacing=6, parent=parent)
        self.group_id = view.group.id
        self.set_title(self.tr("Gruppe {n}").format(n=view.number))
        count = len(view.seats)
        self.chip = Chip(plural(count, self.tr("person"), self.tr("personer")))
        if not view.fits:
            self.chip.set_tone("warn")
            self.chip.set_icon("warn")
            words = self.tr("{n} – {a}–{b} er bedst").format(n=count, a=size.least, b=size.most)
            self.chip.set_text(words)
        self.set_right(self.chip)
        self.theme = ChoiceField(name=self.tr("Tema for gruppe {n}").format(n=view.number))
        unnamed = self.tr("Uden navn")
        options = [(each.id, shortened(each.name, _MOST_SIGNS) or unnamed) for each in initiatives]
        self.theme.set_options([(NO_THEME, self.tr("Intet tema endnu")), *options])
        self.theme.set_value(view.initiative.id if view.initiative else NO_THEME)
        self.theme.edited.connect(self._theme_edited)
        self.body.addWidget(self.theme)
        self.theme.setVisible(bool(initiatives))
        self.seats = [SeatRow(seat.person, seat.roles) for seat in view.seats]
        for seat in self.seats:
            self.body.addWidget(seat)
        if not self.seats:
            self.body.addWidget(Label(self.tr("Træk nogen herhen"), "body", "ink3"))
        self.body.addStretch(1)

    def _theme_edited(self, value: object) -> None:
        self.theme_chosen.emit(self.group_id, "" if value == NO_THEME else str(value))


class WaitingCard(Card):
    """Those who sit in no group: latecomers, and those who are not there."""

    group_id = ""

    def __init__(self, people: Sequence[Person], newcomer: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, spacing=6, fill="sunken", parent=parent)
        self.set_title(self.tr("Ikke i en gruppe"))
        self.seats = [SeatRow(person, ()) for person in people]
        for seat in self.seats:
            self.body.addWidget(seat)
        hint = self.tr("→ sætter en, der kommer for sent, i den mindste gruppe.")
        if not people:
            hint = self.tr("Alle er med. Træk en herhen, som ikke er kommet.")
        self.body.addWidget(Label(hint, "caption", "ink2", wrap=True))
        self.body.addWidget(newcomer)
        self.body.addStretch(1)
