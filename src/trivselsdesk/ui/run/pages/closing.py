"""The page for the closing: what was agreed, what goes on to others, and what waits on the P-plads."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.board import Card as BoardCard
from trivselsdesk.domain.board import cards_of, parked_cards
from trivselsdesk.domain.danish import format_date, shortened
from trivselsdesk.domain.plan import actions_of, active_initiatives, gaps
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.labels import Label

_MOST_SIGNS = 200


@dataclass(frozen=True)
class _Agreed:
    """An initiative with its actions, and the kinds of gap in it."""

    initiative: Initiative
    actions: tuple[Action, ...]
    missing: frozenset[str]


class ClosingPage(Page):
    """To be read aloud. Nothing is edited here."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea()
        outer.addWidget(self._area)
        self._content: QWidget | None = None
        self._drawn: object = None

    def refresh(self) -> None:
        if self.slot is None:
            return
        book, pack = self.book, self.pack
        agreed = [
            _Agreed(each, tuple(actions_of(book, each.id)), frozenset(gap.what for gap in gaps(book, each)))
            for each in active_initiatives(book)
        ]
        first = [board for board in pack.boards if not board.takes]
        lifted = [card for board in first for card in cards_of(book, pack, board) if card.lift]
        parked = parked_cards(book, pack)
        drawn = (self.programme_id, agreed, lifted, parked)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        if self._content is not None:
            self._area.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._agreed(agreed), 3)
        if lifted or parked:
            row.addLayout(self._others(lifted, parked), 2)
        self._area.body.addWidget(self._content, 1)

    def _agreed(self, agreed: list[_Agreed]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        for each in agreed:
            column.addWidget(self._initiative(each))
        if not agreed:
            empty = EmptyState(
                self.tr("Intet er aftalt endnu"),
                self.tr("Vælg temaer, og skriv i handleplanen, hvem der gør hvad."),
                icon="flag",
                button=self.tr("Åbn handleplanen"),
            )
            empty.pressed.connect(self._open_plan)
            column.addWidget(empty)
        column.addStretch(1)
        return column

    def _initiative(self, agreed: _Agreed) -> Card:
        initiative = agreed.initiative
        card = Card(padding=16, spacing=4)
        card.body.addWidget(
            Label(shortened(initiative.name, _MOST_SIGNS) or self.tr("Uden navn"), "section", wrap=True)
        )
        if initiative.goal.strip():
            goal = self.tr("Mål: {goal}").format(goal=shortened(initiative.goal, _MOST_SIGNS))
            card.body.addWidget(Label(goal, "body", "ink2", wrap=True))
        for action in agreed.actions:
            if action.title.strip():
                card.body.addLayout(self._action(action))
        followup = self._followup(initiative)
        if followup:
            card.body.addWidget(Label(followup, "body", "ink2", wrap=True))
        chips = [words for what, words in self._missing_words() if what in agreed.missing]
        if chips:
            flow = FlowLayout(spacing=8, line_spacing=6)
            for words in chips:
                flow.addWidget(Chip(words, "warn", "warn"))
            card.body.addSpacing(4)
            card.body.addLayout(flow)
        return card

    def _action(self, action: Action) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label("•"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(shortened(action.title, _MOST_SIGNS), "body", weight=500, wrap=True), 3)
        year = action.due is not None and action.due.year != self.bridge.today().year
        due = format_date(action.due, year=year) if action.due else ""
        who = " · ".join(each for each in (shortened(action.owner, _MOST_SIGNS), due) if each)
        if who:
            facts = Label(who, "bodyStrong", "ink2", wrap=True)
            facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            row.addWidget(facts, 2)
        return row

    def _followup(self, initiative: Initiative) -> str:
        parts = []
        if initiative.followup_day is not None:
            year = initiative.followup_day.year != self.bridge.today().year
            day = format_date(initiative.followup_day, year=year)
            parts.append(self.tr("Vi følger op {day}").format(day=day))
        parts += [
            shortened(initiative.followup_place, _MOST_SIGNS),
            shortened(initiative.followup_owner, _MOST_SIGNS),
        ]
        return " · ".join(each for each in parts if each)

    def _missing_words(self) -> list[tuple[str, str]]:
        return [
            ("actions", self.tr("Mangler en handling")),
            ("people", self.tr("Mangler, hvem der er med")),
            ("owner", self.tr("Mangler en ansvarlig")),
            ("due", self.tr("Mangler en dato")),
            ("followup_day", self.tr("Mangler dag for opfølgning")),
            ("followup_owner", self.tr("Mangler, hvem der følger op")),
        ]

    def _others(self, lifted: list[BoardCard], parked: list[BoardCard]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        targets = {lift.id: lift.label for lift in self.pack.lifts}
        if lifted:
            card = Card(self.tr("Løftet videre"), spacing=2)
            for each in lifted:
                card.body.addWidget(Label(shortened(each.title, _MOST_SIGNS), "bodyStrong", wrap=True))
                card.body.addWidget(Label(targets.get(each.lift, each.lift), "caption", "medInk", wrap=True))
            column.addWidget(card)
        if parked:
            card = Card(self.pack.parking_title, spacing=2)
            for each in parked:
                card.body.addWidget(Label(shortened(each.title, _MOST_SIGNS), "body", wrap=True))
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _open_plan(self) -> None:
        self.go.emit("plan")
