"""Who goes on: the first by strokes proposed, ties left to the room, the rest to the P-plads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.board import Card as BoardCard
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.voting import Cut, Standing, VoteRules, cut
from trivselsdesk.ui.run.vote.tally import Tally
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import Segmented

_MOST_SIGNS = 120


class _Choice(QWidget):
    """A theme with a box to tick and its strokes."""

    def __init__(self, card: BoardCard, on: bool, fixed: bool) -> None:
        super().__init__()
        self.card_id = card.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.check = Check(shortened(card.title, _MOST_SIGNS) or self.tr("Uden navn"), weight=600)
        self.check.setChecked(on)
        self.check.setEnabled(not fixed)
        row.addWidget(self.check, 3)
        tally = Tally(22)
        tally.set_count(card.votes)
        row.addWidget(tally, 2)
        count = Label(str(card.votes), "section")
        count.setMinimumWidth(32)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(count)
        strokes = plural(card.votes, self.tr("streg"), self.tr("streger"))
        self.check.setAccessibleName(f"{self.check.text()}, {strokes}")


class Deciding(QWidget):
    """Says who goes on; the page writes it. Nothing is written before the button is pressed."""

    back = Signal()
    settled = Signal(tuple, tuple)
    """Ids of those that go on, and of those that do not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Standing | None = None
        self._rules: VoteRules | None = None
        self._pack: Pack | None = None
        self._places = 0
        self._cut: Cut | None = None
        self._drawn: object = None
        self.choices: list[_Choice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self.tr("Hvor mange går videre?"), "bodyStrong"))
        self.sizes = Segmented([], name=self.tr("Hvor mange går videre?"))
        self.sizes.chosen.connect(self._size_chosen)
        head.addWidget(self.sizes)
        head.addStretch(1)
        self.chip = Chip("", "prim")
        head.addWidget(self.chip)
        column.addLayout(head)
        self._area = ScrollArea(spacing=10, margins=(0, 0, 8, 0))
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.to_counting = Button(self.tr("Tilbage til stregerne"), "ghost", "arrow-l")
        self.to_counting.clicked.connect(self.back)
        foot.addWidget(self.to_counting)
        foot.addStretch(1)
        self.button = Button("", "primary", large=True)
        self.button.clicked.connect(self._settle)
        foot.addWidget(self.button)
        column.addLayout(foot)

    def show_standing(self, now: Standing, rules: VoteRules, pack: Pack, places: int) -> None:
        """Propose the first ``places``; what was ticked stays while nothing has changed underneath."""
        drawn = (now, rules)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._now, self._rules, self._pack = now, rules, pack
        options = [(str(size), str(size), None) for size in range(rules.top.least, rules.top.most + 1)]
        self.sizes.set_options(options)
        self.sizes.set_value(str(places))
        self._propose(places)

    def forget(self) -> None:
        """Propose afresh the next time."""
        self._drawn = None

    def _size_chosen(self, size: str) -> None:
        self._propose(int(size))

    def _propose(self, places: int) -> None:
        assert self._now is not None and self._rules is not None and self._pack is not None
        self._places = places
        self._cut = found = cut(self._now.cards, places, all_tied=self._rules.all_tied)
        while self._area.body.count():
            item = self._area.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = []
        by_id = {card.id: card for card in self._now.cards}
        self._box(self.tr("Går videre"), [by_id[each] for each in found.sure], on=True)
        if found.tied:
            self._box(
                self.tr("Uafgjort: vælg selv, hvem der kommer med"),
                [by_id[each] for each in found.tied],
                on=False,
                hint=self.tr(
                    "Der er plads til {n} af {all}. Tal om det, eller lad hver sætte en streg til."
                ).format(n=found.open, all=len(found.tied)),
                fill="warnTint",
            )
        place = self.tr("Til {place}").format(place=self._place())
        self._box(
            place if self._rules.park_rest else self.tr("Går ikke videre"),
            [by_id[each] for each in found.rest],
            on=False,
        )
        if self._now.always:
            self._box(
                self.tr("Går altid videre – uanset streger"), list(self._now.always), on=True, fixed=True
            )
        if self._now.lifted:
            names = ", ".join(f"»{shortened(card.title, _MOST_SIGNS)}«" for card in self._now.lifted)
            self._area.body.addWidget(
                Label(self.tr("Løftes videre: {names}").format(names=names), "body", "ink2", wrap=True)
            )
        self._area.body.addStretch(1)
        self._show_sum()

    def _box(
        self,
        title: str,
        cards: list[BoardCard],
        *,
        on: bool,
        fixed: bool = False,
        hint: str = "",
        fill: str = "surface",
    ) -> None:
        if not cards:
            return
        box = Card(title, padding=14, spacing=2, fill=fill)
        if hint:
            box.body.addWidget(Label(hint, "body", "ink2", wrap=True))
        for card in cards:
            choice = _Choice(card, on, fixed)
            choice.check.toggled.connect(self._ticked)
            box.body.addWidget(choice)
            if not fixed:
                self.choices.append(choice)
        self._area.body.addWidget(box)

    def _ticked(self, on: bool) -> None:
        self._show_sum()

    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked ones, in the order of their strokes."""
        return tuple(each.card_id for each in self.choices if each.check.isChecked())

    def left_out(self) -> tuple[str, ...]:
        """Ids of the others."""
        return tuple(each.card_id for each in self.choices if not each.check.isChecked())

    def _show_sum(self) -> None:
        assert self._rules is not None and self._pack is not None and self._now is not None
        assert self._cut is not None
        chosen, out = self.chosen(), self.left_out()
        top = self._rules.top
        undecided = bool(self._cut.tied) and not set(self._cut.tied) & set(chosen)
        fits = top.least <= len(chosen) <= top.most
        words = self.tr("{n} valgt · mål {a}–{b}").format(n=len(chosen), a=top.least, b=top.most)
        if undecided:
            words = self.tr("{n} valgt · uafgjort er ikke afgjort endnu").format(n=len(chosen))
        self.chip.set_text(words)
        self.chip.set_tone("prim" if fits and not undecided else "warn")
        self.chip.set_icon("check" if fits and not undecided else "warn")
        count = len(chosen) + len(self._now.always)
        if out and self._rules.park_rest:
            text = self.tr("Tag {n} med, og sæt {rest} på {place}")
            words = text.format(n=count, rest=len(out), place=self._place())
        else:
            words = self.tr("Tag {n} med").format(n=count)
        self.button.set_text(words)
        self.button.setEnabled(count > 0)

    def _place(self) -> str:
        assert self._pack is not None
        title = self._pack.parking_title
        return self.tr("P-pladsen") if title == "P-plads" else f"»{title}«"

    def _settle(self) -> None:
        assert self._now is not None
        always = tuple(card.id for card in self._now.always)
        self.settled.emit((*self.chosen(), *always), self.left_out())
