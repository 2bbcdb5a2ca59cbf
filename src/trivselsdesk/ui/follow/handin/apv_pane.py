"""The APV plan on »Aflevering«: each problem with a light for what the law asks for, and sickness absence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.apv import LACKING, PARTS, ApvLine, apv_plan, renew_by
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.handing import WriteSheet
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.records import ApvPlan, Initiative
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.handin.pane import Pane
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.chips import Chip, Flag
from trivselsdesk.ui.widgets.fields import DateField, Labelled, TextField
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.labels import Label


class ApvPane(Pane):
    """What is written here is the sickness question and the day; the rest is the handleplan's."""

    DOCUMENT = "apv"
    SHEET = "apv"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.cards: dict[str, LineCard] = {}
        self.body.addLayout(self._list)
        self.sickness = TextField("", min_lines=2, max_lines=8)
        self._sickness_label = Labelled("", self.sickness)
        card = Card(spacing=10)
        card.body.addWidget(self._sickness_label)
        self.revised = DateField(None, today=bridge.today, name=self.tr("Sidst revideret"))
        self._renew = Label("", "caption", "ink2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Labelled(self.tr("Sidst revideret"), self.revised), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._renew, 1, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self._bounds = [
            Bound(bridge, self.sickness, ApvPlan, "sickness", make=_write),
            Bound(bridge, self.revised, ApvPlan, "revised", empty=None, make=_write),
        ]

    def aim(self, programme_id: str) -> None:
        self.programme_id = programme_id
        for bound in self._bounds:
            bound.aim(programme_id, programme_id)
        self.refresh()

    def refresh(self) -> None:
        form = self.pack.apv
        if form is None:
            return
        for bound in self._bounds:
            bound.show()
        self._sickness_label.label.set_text(self.pack.fill(form.sickness_question))
        self._sickness_label.set_help(self.pack.fill(form.sickness_hint))
        self.sickness.setAccessibleName(self.pack.fill(form.sickness_question))
        plan = apv_plan(self.book, self.pack)
        words = self.tr("{done} af {total} linjer har alt, hvad loven beder om").format(
            done=plan.complete, total=len(plan.lines)
        )
        if not plan.lines:
            words = self.tr("Der er ingen indsatser endnu")
        elif not plan.sickness.strip():
            words += self.tr(" · skriv, hvad I så på om sygefravær")
        self.state.show_state("ready" if plan.ready else "missing", words)
        when = self.tr("Skriv dagen, hver gang I har set planen efter")
        if plan.revised is not None:
            day = format_date(renew_by(plan.revised))
            when = self.tr("Alle forhold skal ses efter igen senest {day}").format(day=day)
        self._renew.set_text(when)
        self._show_lines(plan.lines)

    def _show_lines(self, lines: tuple[ApvLine, ...]) -> None:
        wanted = [each.initiative_id or each.card_id for each in lines]
        if wanted != list(self.cards):
            for card in self.cards.values():
                self._list.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = {}
            for key in wanted:
                card = LineCard(key)
                card.mend_wanted.connect(self._mend)
                self.cards[key] = card
                self._list.addWidget(card)
        marked = self.pack.always_act.short if self.pack.always_act else ""
        lifts = self.pack.has_page("lifts")
        for key, line in zip(wanted, lines, strict=True):
            self.cards[key].show_line(line, marked, can_mend=bool(line.initiative_id) or lifts)

    def _mend(self, key: str) -> None:
        if self.book.find(Initiative, key) is not None:
            self.to_initiative(key)
        else:
            self.page_wanted.emit("lifts")


class LineCard(Card):
    """One problem: what it is, what is done, and a chip with sign and words for each part."""

    mend_wanted = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__(spacing=4)
        self._key = key
        top = QHBoxLayout()
        top.setSpacing(8)
        self.problem = Label("", "bodyStrong", wrap=True, weight=700)
        self.mark = Flag("must")
        self.route = Chip("", "med", "arrow-u")
        self.button = Button(self.tr("Ret"), icon="pencil")
        self.button.clicked.connect(self._on_mend)
        self.deeds = Label("", "body", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.problem)
        words.addWidget(self.deeds)
        words.addStretch(1)
        top.addLayout(words, 1)
        for widget in (self.mark, self.route, self.button):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=6)
        self.lights: dict[str, Chip] = {}
        for part in PARTS:
            self.lights[part] = Chip("", "ok", "check")
            flow.addWidget(self.lights[part])
        self.body.addWidget(holder)

    def show_line(self, line: ApvLine, marked: str, *, can_mend: bool) -> None:
        self.problem.set_text(line.problem)
        self.mark.set_text(marked)
        self.mark.setVisible(line.marked and bool(marked))
        self.route.set_text(line.route)
        self.route.setVisible(bool(line.route))
        self.button.setAccessibleName(self.tr("Ret »{name}«").format(name=line.problem))
        self.button.setVisible(can_mend)
        said = [
            " · ".join(each for each in (deed.title, deed.owner, deed.time) if each) for deed in line.deeds
        ]
        self.deeds.set_text("\n".join(f"– {each}" for each in said))
        self.deeds.setVisible(bool(said))
        for part, chip in self.lights.items():
            missing = part in line.missing
            word = LACKING[part]
            chip.set_text(self.tr("Mangler {what}").format(what=word) if missing else word.capitalize())
            chip.set_tone("warn" if missing else "ok")
            chip.set_icon("warn" if missing else "check")

    def _on_mend(self) -> None:
        self.mend_wanted.emit(self._key)


def _write(programme_id: str, record_id: str, values: dict[str, Any]) -> Command:
    return WriteSheet(programme_id=programme_id, kind=ApvPlan, values=values)
