"""The page of a pulse in a meeting: answers given in turn, and the chart that the room talks about."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.danish import short_date, shortened
from trivselsdesk.domain.pulse import (
    count,
    least,
    missing,
    open_pulses,
    pulses,
    result,
    taken_up,
)
from trivselsdesk.domain.records import Pulse
from trivselsdesk.domain.tools import state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.pulse.chart import ResultChart
from trivselsdesk.ui.pulse.give import give_round
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.labels import Label

_NAME_SIGNS = 40


class PulsePage(Page):
    """Counting and mending stands on the page »Puls« after the meeting; here is what the room needs."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea(spacing=12)
        self.which = ChoiceField(name=self.tr("Hvilken puls"))
        self.which.setMaximumWidth(420)
        self.which.edited.connect(self._choose)
        self._area.body.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        self.card = Card(padding=24, spacing=12)
        self.progress = Label("", "display", wrap=True)
        self.needed = Label("", "section", "ink2", wrap=True, weight=400)
        self.card.body.addWidget(self.progress)
        self.card.body.addWidget(self.needed)
        row = QHBoxLayout()
        self.give = Button(self.tr("Giv computeren rundt"), "primary", "users", large=True)
        self.give.clicked.connect(self.give_in_turn)
        row.addWidget(self.give)
        row.addStretch(1)
        self.card.body.addLayout(row)
        self._area.body.addWidget(self.card)
        self.chart = ResultChart()
        self._area.body.addWidget(self.chart)
        self.texts = Label("", "section", wrap=True, weight=400)
        self._area.body.addWidget(self.texts)
        self._area.body.addStretch(1)
        column.addWidget(self._area, 1)
        self.empty = EmptyState(
            self.tr("Ingen puls endnu"),
            self.tr("I laver den på siden »Puls« i fasen efter mødet. Så ligger den klar her."),
            icon="heart",
        )
        column.addWidget(self.empty, 1)

    def refresh(self) -> None:
        if self.slot is None:
            return
        every, shown = pulses(self.book), taken_up(self.book, self.book.meeting)
        self.empty.setVisible(shown is None)
        self._area.setVisible(shown is not None)
        if shown is None:
            return
        self.which.set_options([(each.id, self._name(each)) for each in every])
        self.which.set_value(shown.id)
        self.which.setVisible(len(every) > 1)
        found = result(self.book, self.pack, shown, for_room=True)
        self.card.setVisible(found is None)
        self.give.setVisible(shown.closed is None)
        self._show_progress(shown)
        self.chart.setVisible(found is not None)
        self.chart.show_result(found)
        texts = [f"»{text}«" for _, text in found.texts] if found is not None else []
        self.texts.set_text("\n".join(texts))
        self.texts.setVisible(bool(texts))

    def give_in_turn(self) -> None:
        """Let people answer one after the other."""
        form = self.pack.pulse
        waiting = open_pulses(self.book)
        if form is not None and waiting:
            give_round(self.bridge, self.programme_id, waiting, form, self)

    def _show_progress(self, pulse: Pulse) -> None:
        n = count(self.book, pulse)
        if pulse.closed is not None:
            self.progress.set_text(pulse.theme.strip())
            words = self.tr("Der er færre end {n} svar, så intet bliver vist.").format(n=least(self.pack))
        elif lacking := missing(self.book, self.pack, pulse):
            words = self.tr("Resultatet kan ses, når mindst {least} har svaret. I mangler {lacking}.")
            words = words.format(least=least(self.pack), lacking=lacking)
        else:
            words = self.tr("I er nok. Tæl op på siden »Puls«, når alle har svaret, så står resultatet her.")
        self.needed.set_text(words)
        if pulse.closed is None:
            answered = self.tr("{n} har svaret").format(n=n)
            if pulse.invited:
                answered = self.tr("{n} af {all} har svaret").format(n=n, all=pulse.invited)
            self.progress.set_text(f"{pulse.theme.strip()}: {answered}")

    def _name(self, pulse: Pulse) -> str:
        day = short_date(pulse.closed) if pulse.closed else self.tr("i gang")
        return f"{shortened(pulse.theme.strip(), _NAME_SIGNS)} · {day}"

    def _choose(self, pulse_id: object) -> None:
        state = state_of(self.book, self.book.meeting, "pulse")
        self.bridge.run(
            SetToolState(programme_id=self.programme_id, state=replace(state, mode=str(pulse_id)))
        )
