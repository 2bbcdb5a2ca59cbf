"""The talk under way: the round with its time, who is in focus in each group, and what to ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.circle import FOCUS, WHO, CircleNow
from trivselsdesk.domain.danish import join_names
from trivselsdesk.domain.groups import GroupView
from trivselsdesk.domain.pack import CircleRound
from trivselsdesk.ui.clock.clockwork import digits
from trivselsdesk.ui.clock.disc import Digits
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label


class Talk(QWidget):
    """Says what is wanted; the page does it."""

    toggled = Signal()
    moved = Signal(int)
    """1 to the next round or person, -1 back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._area = ScrollArea(spacing=10, margins=(0, 0, 8, 0))
        column.addWidget(self._area, 1)
        now = Card(padding=18, spacing=4, fill="primaryTint", line="primaryLine")
        head = QHBoxLayout()
        self.place = Chip("", "prim")
        head.addWidget(self.place)
        head.addStretch(1)
        now.body.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Label("", "display", wrap=True)
        self.who = Label("", "section", "ink2", wrap=True, weight=400)
        words.addWidget(self.title)
        words.addWidget(self.who)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.digits = Digits(64)
        self.digits.setFixedWidth(220)
        row.addWidget(self.digits, 0, Qt.AlignmentFlag.AlignTop)
        now.body.addLayout(row)
        self._area.body.addWidget(now)
        below = QHBoxLayout()
        below.setSpacing(10)
        self._rounds = Card(self.tr("Runderne"), padding=16, spacing=6)
        self._groups = Card(self.tr("I fokus nu"), padding=16, spacing=6)
        self._asked = Card(self.tr("Spørg for eksempel"), padding=16, spacing=6)
        for card in (self._rounds, self._groups, self._asked):
            card.body.addStretch(1)
            below.addWidget(card, 1)
        self._area.body.addLayout(below)
        self._area.body.addStretch(1)
        self.source = Label("", "caption", "ink2", wrap=True)
        column.addWidget(self.source)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.back = Button(self.tr("Tilbage"), "ghost", "arrow-l", large=True)
        self.back.clicked.connect(self._back)
        foot.addWidget(self.back)
        foot.addStretch(1)
        self.hold = Button("", "tint", "play", large=True)
        self.hold.clicked.connect(self.toggled)
        foot.addWidget(self.hold)
        self.next = Button("", "plain", large=True, icon_after="arrow-r")
        self.next.clicked.connect(self._next)
        foot.addWidget(self.next)
        column.addLayout(foot)

    def show_now(
        self,
        now: CircleNow,
        rounds: Sequence[CircleRound],
        groups: Sequence[GroupView],
        prompts: Sequence[str],
        *,
        running: bool,
    ) -> None:
        """Where the talk is; called each second."""
        people = max((len(each.seats) for each in groups), default=0)
        self.digits.set_text(digits(now.left), "primary")
        going = running and not now.over
        words = self.tr("Sæt på pause") if going else self.tr("Start tiden")
        if not going and now.left < now.step.seconds and not now.over:
            words = self.tr("Fortsæt")
        if now.over:
            words = self.tr("Tag en runde til")
        self.hold.set_text(words)
        self.hold.set_icon("pause" if going else "play")
        self.hold.set_kind("plain" if going or now.over else "primary")
        state = (now.place, now.over, tuple(rounds), tuple(groups), tuple(prompts))
        if state == self._drawn:
            return
        self._drawn = state
        step = now.step
        self.place.set_text(
            self.tr("Person {a} af {b} · runde {c} af {d}").format(
                a=step.turn + 1, b=people, c=step.round + 1, d=len(rounds)
            )
        )
        self.title.set_text(self.tr("Alle har været i fokus") if now.over else step.title)
        self.who.set_text(self.tr("Saml op i gruppen.") if now.over else f"{WHO[step.who]}.")
        self.back.setEnabled(now.place > 0 or now.left < step.seconds)
        last_round = step.round + 1 == len(rounds)
        self.next.set_text(self.tr("Næste person") if last_round else self.tr("Næste runde"))
        if last_round and step.turn + 1 == people:
            self.next.set_text(self.tr("Slut"))
        self.next.setEnabled(not now.over)
        self._fill(
            self._rounds,
            [
                (f"{number}. {each.title} · {each.minutes} min", number - 1 == step.round and not now.over)
                for number, each in enumerate(rounds, start=1)
            ],
        )
        self._fill(self._groups, [(self._told(each, step.turn), False) for each in groups])
        self._fill(self._asked, [(each, False) for each in prompts])
        self._asked.setVisible(bool(prompts) and step.who != FOCUS and not now.over)
        self._groups.setVisible(not now.over)

    def show_source(self, words: str) -> None:
        """Where the rounds come from; empty where they are the unit's own."""
        self.source.set_text(words)
        self.source.setVisible(bool(words))

    def _told(self, group: GroupView, turn: int) -> str:
        if turn < len(group.seats):
            name = group.seats[turn].person.name.strip() or self.tr("Uden navn")
            return self.tr("Gruppe {n}: {name}").format(n=group.number, name=name)
        names = join_names([seat.person.name for seat in group.seats])
        return self.tr("Gruppe {n}: {names} taler videre").format(n=group.number, names=names)

    def _fill(self, card: Card, lines: list[tuple[str, bool]]) -> None:
        for label in card.findChildren(_Row):
            card.body.removeWidget(label)
            label.hide()
            label.deleteLater()
        for words, now in lines:
            card.body.insertWidget(card.body.count() - 1, _Row(words, now))

    def _back(self) -> None:
        self.moved.emit(-1)

    def _next(self) -> None:
        self.moved.emit(1)


class _Row(Label):
    """A line of a card; the one under way stands out."""

    def __init__(self, words: str, now: bool) -> None:
        text = f"▸ {words}" if now else words
        role, token = ("bodyStrong", "primaryInk") if now else ("body", "ink")
        super().__init__(text, role, token, wrap=True, size=16)
