"""»Gør klar til mødet«: what the follow-up needs, and what is agreed when it has been held."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, short_date
from trivselsdesk.domain.due import NamedDay, named_days
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import hline
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import DateField, Labelled
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.labels import Label

PRINT, ROUND, HELD, AGREED = "print", "round", "held", "agreed"
_MOST_NAMED = 3


@dataclass(frozen=True)
class Answer:
    """What was chosen, and the next date where the follow-up was held or agreed."""

    what: str = ""
    day: date | None = None
    place: str = ""


class FollowupDialog(Dialog):
    """``answer`` tells what was chosen. Without an initiative none is agreed: it asks for a day alone."""

    def __init__(
        self,
        bridge: Bridge,
        book: Book,
        initiative: Initiative | None,
        parent: QWidget | None,
        *,
        held: bool = False,
    ) -> None:
        super().__init__(self.tr("Næste opfølgning"), parent, width=600)
        self._what = ""
        day = initiative.followup_day if initiative is not None else None
        self._result = HELD if initiative is not None else AGREED
        if initiative is not None:
            self._make_head(initiative, held=held)
            self.body.addWidget(Label(self.tr("Når opfølgningen er holdt"), "section"))
        later = self.tr("Dato – kan også aftales senere") if initiative is not None else self.tr("Dato")
        self.day = DateField(None, later, today=bridge.today)
        self._labelled = Labelled(self.tr("Hvornår følger I op næste gang?"), self.day)
        self.body.addWidget(self._labelled)
        self._named: dict[Button, NamedDay] = {}
        offers = [each for each in named_days(book, bridge.today()) if day is None or each.day > day]
        row = FlowLayout(spacing=8)
        for each in offers[:_MOST_NAMED]:
            button = Button(f"{each.title[:60]} · {short_date(each.day)}", "tint", small=True)
            button.setAutoDefault(False)
            button.clicked.connect(self._pick)
            self._named[button] = each
            row.addWidget(button)
        if self._named:
            self.body.addLayout(row)
        self._picked: NamedDay | None = None
        self.add_button(self.tr("Luk"))
        words = self.tr("Opfølgningen er holdt") if initiative is not None else self.tr("Aftal dagen")
        first = held or initiative is None
        self.held_button = self.add_button(
            words, "primary" if first else "plain", accepts=True, default=first
        )
        # A space in »19. august« must not press a button.
        self.day.setFocus()

    def _make_head(self, initiative: Initiative, *, held: bool) -> None:
        self.setWindowTitle(self.tr("Gør klar til mødet"))
        title = self.tr("Opfølgning")
        if initiative.followup_day is not None:
            day_words = format_date(initiative.followup_day, weekday=True, year=False)
            title = self.tr("Opfølgning {day}").format(day=day_words)
        self.title.set_text(title)
        owner = initiative.followup_owner.strip()
        facts = [
            initiative.followup_place.strip()[:120],
            self.tr("{name} sørger for det").format(name=owner[:60]) if owner else "",
        ]
        if any(facts):
            self.add_text(" · ".join(each for each in facts if each))
        before = QHBoxLayout()
        before.setSpacing(8)
        self.round_button = Button(self.tr("Tag en statusrunde"), "plain" if held else "primary", "play")
        self.round_button.clicked.connect(self._take_round)
        self.print_button = Button(self.tr("Udskriv statuspilen på A3"), "plain", "printer")
        self.print_button.clicked.connect(self._print)
        for button in (self.round_button, self.print_button):
            button.setAutoDefault(False)
            before.addWidget(button)
        before.addStretch(1)
        self.body.addLayout(before)
        self.body.addWidget(hline())

    def accept(self) -> None:
        # A date that cannot be read keeps the dialog open: its sentence stands below the field.
        self.day.settle()
        if self.day.unreadable() or (self._result == AGREED and self.day.value() is None):
            self.day.setFocus()
            return
        self._what = self._result
        super().accept()

    def answer(self) -> Answer:
        """What was chosen; empty when it was closed."""
        day = self.day.value()
        picked = self._picked is not None and self._picked.day == day
        place = self._picked.title if picked and self._picked is not None else ""
        return Answer(self._what, day, place)

    def _pick(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._picked = self._named[button]
            self.day.set_value(self._picked.day)

    def _take_round(self) -> None:
        self._what = ROUND
        super().accept()

    def _print(self) -> None:
        self._what = PRINT
        super().accept()
