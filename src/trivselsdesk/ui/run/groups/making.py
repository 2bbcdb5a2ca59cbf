"""Making the groups: how many, shuffled or by hand, and moving people between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.groups import GroupRules, GroupView, counts, even_sizes
from trivselsdesk.domain.records import Initiative, Person
from trivselsdesk.ui.run.groups.card import GroupCard, WaitingCard
from trivselsdesk.ui.run.groups.seat import SeatRow
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_CARD_WIDE = 300
MOST_GROUPS = 12


class Making(QWidget):
    """Says how the groups are wanted; the page makes them."""

    shuffled = Signal(int)
    """Make so many groups at random."""
    emptied = Signal(int)
    """Make so many empty groups, to be filled by hand."""
    seated = Signal(str, str)
    """Person id and group id, empty for none."""
    role_given = Signal(str, str)
    """Person id and role id."""
    theme_chosen = Signal(str, str)
    person_added = Signal(str)
    """The name of somebody who came and is not on the list. Call ``person_is_there``."""
    done = Signal()
    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[GroupView, ...] = ()
        self._waiting: tuple[Person, ...] = ()
        self._rules: GroupRules | None = None
        self._people = 0
        self._count = 1
        self._drawn: object = None
        self._across = 0
        self._only_talk = False
        self.cards: list[GroupCard | WaitingCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        self._area = ScrollArea(margins=(0, 0, 8, 0))
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._area.body.addLayout(self._grid)
        self._area.body.addStretch(1)
        column.addWidget(self._area, 1)
        self.intro = EmptyState(
            self.tr("Del jer i grupper"),
            self.tr("Vi blander jer og giver hver gruppe et tema og nogle opgaver. Alt kan ændres bagefter."),
            icon="users",
        )
        column.addWidget(self.intro, 1)
        column.addLayout(self._foot())
        name = self.tr("Navn på en, der er kommet til")
        asking = self.tr("Kom der en mere? Skriv navnet")
        self.newcomer = LineField("", asking, name=name, parent=self)
        self.newcomer.returnPressed.connect(self._add_person)
        self.newcomer.hide()
        self._ghost = Label("", "bodyStrong", "primaryInk", parent=self)
        self._ghost.hide()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Grupper"), "bodyStrong"))
        self.fewer = IconButton("minus", self.tr("Én gruppe mindre"), ghost=False)
        self.fewer.clicked.connect(self._one_less)
        self.number = Label("1", "section")
        self.number.setMinimumWidth(28)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more = IconButton("plus", self.tr("Én gruppe mere"), ghost=False)
        self.more.clicked.connect(self._one_more)
        for widget in (self.fewer, self.number, self.more):
            row.addWidget(widget)
        self._sizes = ElidedLabel("", "body", "ink2")
        row.addWidget(self._sizes, 1)
        self.warning = Chip("", "warn", "warn")
        row.addWidget(self.warning)
        self.by_hand = Button(self.tr("Fordel selv"), "ghost")
        self.by_hand.clicked.connect(self._make_empty)
        row.addWidget(self.by_hand)
        self.shuffle = Button("", "plain", "sparkle")
        self.shuffle.clicked.connect(self._shuffle)
        row.addWidget(self.shuffle)
        return row

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.print_button = Button(self.tr("Gruppeark"), "ghost", "printer")
        self.print_button.clicked.connect(self.printed)
        foot.addWidget(self.print_button)
        hint = self.tr("Træk en person til en anden gruppe, eller brug ← og →. Enter giver opgaver.")
        self._hint = ElidedLabel(hint, "caption", "ink3")
        foot.addWidget(self._hint, 1)
        self.go_on = Button(self.tr("Gå i grupper"), "primary", large=True, icon_after="arrow-r")
        self.go_on.clicked.connect(self.done)
        foot.addWidget(self.go_on)
        return foot

    def show_groups(
        self,
        groups: Sequence[GroupView],
        waiting: Sequence[Person],
        initiatives: Sequence[Initiative],
        rules: GroupRules,
        proposed: int,
    ) -> None:
        """Show the groups as they are; ``proposed`` is how many to make while there are none."""
        drawn = (tuple(groups), tuple(waiting), tuple((each.id, each.name) for each in initiatives), rules)
        if drawn != self._drawn:
            if not self._drawn or not groups or len(groups) != len(self._groups):
                self._count = len(groups) or proposed
            self._drawn = drawn
            self._groups, self._waiting, self._rules = tuple(groups), tuple(waiting), rules
            seated = sum(len(each.seats) for each in groups)
            self._people = seated or len(waiting)
            self._fill(initiatives)
        self._show_count()

    def use_for_talk(self, intro: str, go_on: str) -> None:
        """The groups only talk: no themes, no tasks and no sheet for each group."""
        self._only_talk = True
        self.intro.set_texts(self.tr("Del jer i grupper"), intro)
        self.go_on.set_text(go_on)
        self._hint.set_text(self.tr("Træk en person til en anden gruppe, eller brug ← og →."))

    def forget(self) -> None:
        """Another programme is shown: propose afresh."""
        self._drawn = None
        self._groups = ()

    def _fill(self, initiatives: Sequence[Initiative]) -> None:
        assert self._rules is not None
        held = getattr(self.focusWidget(), "person_id", "")
        # The field outlives the card that it stands on: a name half typed must not go with it.
        typing = self.newcomer.hasFocus()
        self.newcomer.setParent(self)
        self.newcomer.hide()
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        made: list[GroupCard | WaitingCard] = []
        for view in self._groups:
            card = GroupCard(view, initiatives, self._rules.size)
            card.theme_chosen.connect(self.theme_chosen)
            made.append(card)
        if self._groups:
            made.append(WaitingCard(self._waiting, self.newcomer))
        self.cards = made
        for each in made:
            for seat in each.seats:
                seat.moved.connect(self._move)
                seat.menu_wanted.connect(self._open_menu)
                seat.dragged.connect(self._drag)
                seat.dropped.connect(self._drop)
                seat.given_up.connect(self._give_up)
        self._across = 0
        self._lay_out()
        for each in made:
            # Qt would show them with the next event: too late for the one that takes the focus.
            each.show()
        self.newcomer.setVisible(bool(self._groups))
        if held:
            self.focus_person(held)
        elif typing:
            self.newcomer.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_person(self, person_id: str) -> None:
        """Put the keyboard on a person."""
        for card in self.cards:
            for seat in card.seats:
                if seat.person_id == person_id:
                    seat.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        across = max(1, min(4, self.width() // _CARD_WIDE))
        if across == self._across:
            return
        self._across = across
        for card in self.cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // across, place % across)
        for place in range(4):
            self._grid.setColumnStretch(place, 1 if place < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _show_count(self) -> None:
        assert self._rules is not None
        size = self._rules.size
        made = bool(self._groups)
        self.number.set_text(str(self._count))
        self.fewer.setEnabled(self._count > 1)
        self.more.setEnabled(self._count < min(MOST_GROUPS, max(1, self._people)))
        sizes = sorted(set(even_sizes(self._people, self._count)))
        each = "–".join(str(number) for number in sizes)
        people = plural(self._people, self.tr("deltager"), self.tr("deltagere"))
        words = self.tr("{people} · {each} i hver").format(people=people, each=each)
        self._sizes.set_text(words)
        fits = self._count in counts(self._people, size) and size.least <= self._people
        self.warning.setVisible(not fits)
        self.warning.set_text(self.tr("{a}–{b} i hver er bedst").format(a=size.least, b=size.most))
        self.shuffle.setText(self.tr("Bland igen") if made else self.tr("Bland tilfældigt"))
        self.shuffle.setEnabled(self._people > 0)
        self.by_hand.setEnabled(self._people > 0)
        self._area.setVisible(made)
        self.intro.setVisible(not made)
        self.go_on.setVisible(made)
        self.print_button.setVisible(made and not self._only_talk)
        self._hint.setVisible(made)

    def _one_less(self) -> None:
        self._count = max(1, self._count - 1)
        self._show_count()

    def _one_more(self) -> None:
        self._count += 1
        self._show_count()

    def _shuffle(self) -> None:
        self.shuffled.emit(self._count)

    def _make_empty(self) -> None:
        self.emptied.emit(self._count)

    # Moving people

    def _add_person(self) -> None:
        name = " ".join(self.newcomer.value().split())
        self.newcomer.flush()
        if name:
            self.person_added.emit(name)
        else:
            self.newcomer.clear()

    def person_is_there(self) -> None:
        """The newcomer is on the list: the field is free for the next."""
        self.newcomer.clear()

    def _move(self, person_id: str, by: int) -> None:
        ids = [view.group.id for view in self._groups]
        here = next(
            (
                place
                for place, view in enumerate(self._groups)
                if any(seat.person.id == person_id for seat in view.seats)
            ),
            -1,
        )
        if here < 0:
            target = min(self._groups, key=lambda view: len(view.seats), default=None)
            if target is not None:
                self.seated.emit(person_id, target.group.id)
        elif 0 <= here + by < len(ids):
            self.seated.emit(person_id, ids[here + by])

    def _drag(self, person_id: str, at: QPoint) -> None:
        name = next((seat.name.whole_text() for seat in self._seats() if seat.person_id == person_id), "")
        self._ghost.set_text(name)
        self._ghost.adjustSize()
        self._ghost.move(self.mapFromGlobal(at) + QPoint(12, 8))
        self._ghost.show()
        self._ghost.raise_()
        under = self._card_at(at)
        for card in self.cards:
            on = card is under
            card.set_look(line="focus" if on else "line", line_width=2 if on else 1)

    def _drop(self, person_id: str, at: QPoint) -> None:
        self._give_up()
        under = self._card_at(at)
        if under is not None:
            self.seated.emit(person_id, under.group_id)

    def _give_up(self) -> None:
        self._ghost.hide()
        for card in self.cards:
            card.set_look(line="line", line_width=1)

    def _card_at(self, at: QPoint) -> GroupCard | WaitingCard | None:
        for card in self.cards:
            if card.rect().contains(card.mapFromGlobal(at)):
                return card
        return None

    def _seats(self) -> list[SeatRow]:
        return [seat for card in self.cards for seat in card.seats]

    def menu_for(self, person_id: str) -> QMenu:
        """Everything that can be done with a person. Each line carries what it does."""
        assert self._rules is not None
        menu = QMenu(self)
        seat = next(
            (seat for view in self._groups for seat in view.seats if seat.person.id == person_id), None
        )
        if seat is not None:
            for role in self._rules.roles:
                action = menu.addAction(role.title)
                action.setCheckable(True)
                action.setChecked(role in seat.roles)
                action.setData(("role", role.id))
            menu.addSeparator()
        for view in self._groups:
            if seat is None or view.group.id != seat.member.group_id:
                action = menu.addAction(self.tr("Flyt til gruppe {n}").format(n=view.number))
                action.setData(("seat", view.group.id))
        if seat is not None:
            action = menu.addAction(self.tr("Ikke med i en gruppe"))
            action.setData(("seat", ""))
        return menu

    def _open_menu(self, person_id: str, at: QPoint) -> None:
        menu = self.menu_for(person_id)
        chosen = menu.exec(at)
        data = chosen.data() if chosen is not None else None
        menu.deleteLater()
        if data is not None:
            self.carry_out(person_id, *data)

    def carry_out(self, person_id: str, what: str, key: str) -> None:
        """Do what a line of the menu says."""
        if what == "role":
            self.role_given.emit(person_id, key)
        else:
            self.seated.emit(person_id, key)
