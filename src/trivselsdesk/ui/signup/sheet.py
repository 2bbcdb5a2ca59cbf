"""The initiatives side by side with those who work on each, and those who have not chosen yet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.agreeing import SignUp, SpreadSignups
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.people import short_names
from trivselsdesk.domain.records import Person
from trivselsdesk.domain.signup import EACH, Column, Signups, signups, spread
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.signup.person import PersonRow
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_COLUMN = 196
"""Least width of a column in px."""


class SignupSheet(QWidget):
    """Fill it with ``show_programme``; ``refresh`` follows the book."""

    print_wanted = Signal()
    undo_toast = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._programme_id = ""
        self.each = EACH
        self._now: Signups | None = None
        self.cards: list[_Card] = []
        self.waiting = _Waiting()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._area = ScrollArea(spacing=10)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._area.body.addLayout(self._grid)
        self._area.body.addStretch(1)
        column.addWidget(self._area, 1)
        self.empty = EmptyState(
            self.tr("Ingen indsatser at melde sig til endnu"),
            self.tr("Vælg temaerne først, så kan alle fordele sig på dem."),
            icon="users",
        )
        column.addWidget(self.empty, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.left = Label("", "body", "ink2", wrap=True)
        foot.addWidget(self.left, 1)
        self.print_button = Button(self.tr("Udskriv tilmelding"), icon="printer", small=True)
        self.print_button.clicked.connect(self.print_wanted)
        foot.addWidget(self.print_button)
        self.spread_button = Button(self.tr("Fordel resten jævnt"), "tint", icon="users", small=True)
        self.spread_button.clicked.connect(self.spread_rest)
        foot.addWidget(self.spread_button)
        column.addLayout(foot)
        self._menu = QMenu(self)
        self._menu_person = ""
        self._across = 0

    # Showing

    def show_programme(self, programme_id: str) -> None:
        """Show this programme's initiatives."""
        self._programme_id = programme_id
        self._now = None
        self.refresh()

    def refresh(self) -> None:
        """Bring everything into line with the book; whoever has the focus keeps it."""
        if not self._programme_id:
            return
        now = signups(self._bridge.book(self._programme_id), self.each)
        if now == self._now:
            return
        held = next((row.person_id for row in self.rows() if row.hasFocus()), "")
        self._now = now
        self._build(now)
        row = next((each for each in self.rows() if each.person_id == held), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[PersonRow]:
        """Everybody, those who have not chosen first."""
        cards: list[_Card | _Waiting] = [self.waiting, *self.cards]
        return [row for card in cards for row in card.rows]

    def focus_first(self) -> None:
        """Put the focus on the first who has not chosen, or the first at all."""
        rows = self.rows()
        if rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, now: Signups) -> None:
        for old in (*self.cards, self.waiting):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.waiting = _Waiting(now.not_yet)
        self.cards = [_Card(number, column, now) for number, column in enumerate(now.columns, start=1)]
        for row in self.rows():
            row.moved.connect(self.move_person)
            row.placed.connect(self.place_person)
            row.menu_wanted.connect(self._open_menu)
            row.dragged.connect(self._show_goal)
            row.dropped.connect(self._drop)
            row.given_up.connect(self._clear_goal)
        self._across = 0
        self._lay_out()
        some = bool(now.columns)
        self._area.setVisible(some)
        self.empty.setVisible(not some)
        self.print_button.setEnabled(some)
        self.spread_button.setVisible(some and bool(now.not_yet))
        self.left.set_text(self._left_words(now) if some else "")

    def _left_words(self, now: Signups) -> str:
        if now.not_yet:
            called = short_names(now.not_yet)
            names = ", ".join(called[each.id] for each in now.not_yet)
            return self.tr("Ikke med endnu: {names}").format(names=shortened(names, 160))
        if not any(column.people for column in now.columns):
            return self.tr("Der er ingen på deltagerlisten endnu. Skriv dem på under »Forbered«.")
        short = [each for each in now.columns if each.missing]
        if short:
            words = self.tr("Alle er med. {count} mangler flere.")
            return words.format(count=plural(len(short), self.tr("indsats"), self.tr("indsatser")))
        return self.tr("Alle er med, og alle indsatser har nogen.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        cards: list[QWidget] = [*self.cards]
        if self.waiting.rows:
            cards.insert(0, self.waiting)
        else:
            self.waiting.hide()
        across = max(1, min(len(cards), (self.width() + 10) // (_COLUMN + 10)))
        if across == self._across:
            return
        self._across = across
        for place, card in enumerate(cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // across, place % across)
            card.show()
        for column in range(12):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    # Doing

    def place_person(self, person_id: str, number: int) -> None:
        """Sign a person up for the initiative with that number from 1; 0 takes them off."""
        if number <= len(self.cards):
            self._sign_up(person_id, self.cards[number - 1].initiative_id if number else "")

    def move_person(self, person_id: str, step: int) -> None:
        """One initiative on (1) or back (-1); before the first is not with any."""
        here = next(
            (
                place
                for place, card in enumerate(self.cards, start=1)
                if any(row.person_id == person_id for row in card.rows)
            ),
            0,
        )
        if 0 <= here + step <= len(self.cards):
            self.place_person(person_id, here + step)

    def spread_rest(self) -> None:
        """Share those who have not chosen out, as evenly as it goes."""
        if self._now is None:
            return
        seats = spread(self._now)
        if seats and self._bridge.run(SpreadSignups(programme_id=self._programme_id, seats=seats)):
            count = plural(len(seats), self.tr("person"), self.tr("personer"))
            self.undo_toast.emit("users", self.tr("{count} er fordelt").format(count=count))

    def _sign_up(self, person_id: str, initiative_id: str) -> None:
        self._bridge.run(
            SignUp(programme_id=self._programme_id, person_id=person_id, initiative_id=initiative_id)
        )

    def fill_menu(self, person_id: str) -> QMenu:
        """Every initiative, and none."""
        self._menu.clear()
        self._menu_person = person_id
        for number, card in enumerate(self.cards, start=1):
            words = f"{number}  {shortened(card.name, 50)}".replace("&", "&&")
            self._line(words, number, any(row.person_id == person_id for row in card.rows))
        self._menu.addSeparator()
        self._line(self.tr("Ikke med endnu"), 0, any(r.person_id == person_id for r in self.waiting.rows))
        return self._menu

    def _line(self, words: str, number: int, on: bool) -> None:
        choice = self._menu.addAction(words)
        choice.setData(number)
        choice.setCheckable(True)
        choice.setChecked(on)
        choice.triggered.connect(self._chosen)

    def _open_menu(self, person_id: str, point: QPoint) -> None:
        self.fill_menu(person_id).popup(point)

    def _chosen(self) -> None:
        choice = self.sender()
        if isinstance(choice, QAction):
            self.place_person(self._menu_person, int(choice.data()))

    def _goal(self, point: QPoint) -> _Card | _Waiting | None:
        cards: list[_Card | _Waiting] = [*self.cards, self.waiting]
        for card in cards:
            if card.isVisible() and card.rect().contains(card.mapFromGlobal(point)):
                return card
        return None

    def _show_goal(self, _person_id: str, point: QPoint) -> None:
        goal = self._goal(point)
        for card in self.cards:
            card.set_look(line="primary" if card is goal else "line", line_width=2 if card is goal else 1)

    def _clear_goal(self) -> None:
        for card in self.cards:
            card.set_look(line="line", line_width=1)

    def _drop(self, person_id: str, point: QPoint) -> None:
        self._clear_goal()
        goal = self._goal(point)
        if goal is not None:
            self._sign_up(person_id, goal.initiative_id)


class _Card(Card):
    """An initiative: its number and name, how many it needs, and its people."""

    def __init__(self, number: int, column: Column, now: Signups) -> None:
        super().__init__(padding=12, spacing=6)
        self.initiative_id = column.initiative.id
        self.name = column.initiative.name.strip() or self.tr("Uden navn")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(f"{number}", "section", "primary"), 0, Qt.AlignmentFlag.AlignTop)
        title = Label(shortened(self.name, 90), "bodyStrong", wrap=True, size=17, weight=700)
        title.setToolTip(self.name)
        head.addWidget(title, 1)
        self.body.addLayout(head)
        self.chip = Chip(*self._state(column, now))
        self.body.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows = [PersonRow(person, self.name) for person in column.people]
        for row in self.rows:
            self.body.addWidget(row)
        if not self.rows:
            self.body.addWidget(Label(self.tr("Træk nogen herhen"), "body", "ink3"))
        self.body.addStretch(1)

    def _state(self, column: Column, now: Signups) -> tuple[str, str, str]:
        count = len(column.people)
        if column.missing:
            return self.tr("{count} med – mangler {n}").format(count=count, n=column.missing), "warn", "users"
        if column.over:
            words = self.tr("{count} med – {most} er nok").format(count=count, most=now.each.most)
            return words, "warn", "users"
        return self.tr("{count} med").format(count=count), "ok", "check"


class _Waiting(Card):
    """Those who have not chosen."""

    initiative_id = ""

    def __init__(self, people: tuple[Person, ...] = ()) -> None:
        super().__init__(padding=12, spacing=6, fill="sunken")
        self.body.addWidget(Label(self.tr("Ikke med endnu"), "bodyStrong", size=17, weight=700))
        self.body.addWidget(
            ElidedLabel(plural(len(people), self.tr("person"), self.tr("personer")), "caption", "ink2")
        )
        self.rows = [PersonRow(person, self.tr("ikke med endnu")) for person in people]
        for row in self.rows:
            self.body.addWidget(row)
        self.body.addStretch(1)
