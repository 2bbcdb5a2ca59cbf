"""The whole order of a round: who comes when, who comes later, who has nothing more, who has left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain import turns
from trivselsdesk.domain.danish import inside
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.run.turning import Turning
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import Panel, ScrollArea
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import ChoiceField, LineField
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.segmented import Segmented

HERE = "here"
_MOST_HEIGHT, _AROUND = 420, 340
"""Of the list, and of what stands around it in the dialog."""


class OrderRow(Panel):
    """One person: name, how they stand, the word, up and down."""

    stands = Signal(str, str)
    wanted = Signal(str)
    moved = Signal(str, int)

    def __init__(self, person_id: str, *, notes: bool) -> None:
        super().__init__("surface", radius=6, own_layout=True)
        self.person_id = person_id
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 2, 3)
        row.setSpacing(4)
        self.name = ElidedLabel("", "body")
        row.addWidget(self.name, 1)
        options = [(HERE, self.tr("Er med")), (turns.LATER, self.tr("Kommer senere"))]
        if notes:
            options.append((turns.DONE, self.tr("Har ikke flere")))
        options.append((turns.AWAY, self.tr("Er gået")))
        self.state = ChoiceField(options)
        self.state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.state.setFixedWidth(170)
        self.state.edited.connect(self._stands)
        row.addWidget(self.state)
        self.word = IconButton("say", "")
        self.up = IconButton("chev-u", "")
        self.down = IconButton("chev-d", "")
        self.word.clicked.connect(self._wanted)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        for button in (self.word, self.up, self.down):
            row.addWidget(button)

    def show_seat(self, seat: turns.Seat, *, first: bool, last: bool) -> None:
        """Draw a person's place."""
        words = self.tr("{name} · har ordet") if seat.speaking else "{name}"
        self.name.set_text(words.format(name=seat.person.name))
        self.name.set_role("bodyStrong" if seat.speaking else "body")
        self.name.set_token("ink" if seat.state == turns.HERE else "ink3")
        self.set_fill("primaryTint" if seat.speaking else "surface")
        self.state.set_value(seat.state or HERE)
        self.state.setAccessibleName(self.tr("Sådan er {name} med").format(name=seat.name))
        self.word.set_tooltip(self.tr("Giv ordet til {name}").format(name=seat.name))
        self.word.setEnabled(seat.state == turns.HERE and not seat.speaking)
        self.up.set_tooltip(self.tr("Flyt {name} op").format(name=seat.name))
        self.down.set_tooltip(self.tr("Flyt {name} ned").format(name=seat.name))
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _stands(self, state: object) -> None:
        self.stands.emit(self.person_id, turns.HERE if state == HERE else str(state))

    def _wanted(self) -> None:
        self.wanted.emit(self.person_id)

    def _up(self) -> None:
        self.moved.emit(self.person_id, -1)

    def _down(self) -> None:
        self.moved.emit(self.person_id, 1)


class TurnOrder(Dialog):
    """Everything is carried out at once; the button only closes."""

    def __init__(self, turning: Turning, parent: QWidget | None = None) -> None:
        super().__init__(turning.tr("Rækkefølgen"), parent, width=560)
        self.turning = turning
        table = turning.table()
        zones = table.course.zones if table is not None else ()
        self.ways = Segmented(
            [
                (turns.ONE_BY_ONE, self.tr("Efter tur"), None),
                (turns.AT_ONCE, self.tr("Alle på én gang"), None),
            ],
            name=self.tr("Sådan kommer sedlerne op"),
        )
        self.ways.chosen.connect(self.turning.set_way)
        if not zones:
            self.ways.hide()
        top = QHBoxLayout()
        top.addWidget(self.ways)
        top.addStretch(1)
        self.body.addLayout(top)
        self._area = ScrollArea(spacing=2)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._area.body.addLayout(self._list)
        self._area.body.addStretch(1)
        self.body.addWidget(self._area, 1)
        self._notes = bool(zones)
        self.rows: list[OrderRow] = []
        late = QHBoxLayout()
        late.setSpacing(8)
        self.newcomer = LineField(placeholder=self.tr("Kom der en til? Skriv navnet"), max_length=60)
        self.newcomer.setAccessibleName(self.tr("Navn på en, der er kommet til"))
        self.newcomer.returnPressed.connect(self._add)
        self.add = Button(self.tr("Tilføj"), icon="plus", small=True)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        late.addWidget(self.newcomer, 1)
        late.addWidget(self.add)
        self.body.addLayout(late)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        self.back = Button(self.tr("Giv ordet tilbage"), icon="undo", small=True)
        self.back.clicked.connect(self.turning.give_back)
        self.lots = Button(self.tr("Træk lod om begynderen"), small=True)
        self.lots.clicked.connect(self.turning.draw_lots)
        group = inside(turning.page.pack.trio)
        self.trio = Button(self.tr("Giv ordet til {group} nu").format(group=group), icon="trio", small=True)
        self.trio.clicked.connect(self.turning.give_last)
        for button in (self.back, self.lots, self.trio):
            button.setAutoDefault(False)
            deeds.addWidget(button)
        deeds.addStretch(1)
        self.body.addLayout(deeds)
        self.close_button = self.add_button(self.tr("Færdig"), "primary", accepts=True)
        turning.page.bridge.changed.connect(self._take)
        self.refresh()
        room = parent.window().height() - _AROUND if parent is not None else _MOST_HEIGHT
        self._area.setMinimumHeight(max(96, min(_MOST_HEIGHT, room, len(self.rows) * 48)))
        self._area.setMaximumHeight(max(96, len(self.rows) * 48 + 96))

    def refresh(self) -> None:
        """Draw the order."""
        table = self.turning.table()
        if table is None:
            return
        seats = table.seats
        if [row.person_id for row in self.rows] != [seat.person.id for seat in seats]:
            self._arrange([seat.person.id for seat in seats])
        for number, (row, seat) in enumerate(zip(self.rows, seats, strict=True)):
            row.show_seat(seat, first=number == 0, last=number == len(seats) - 1)
        self.ways.set_value(table.way)
        self.back.setVisible(bool(table.turns))
        self.lots.setVisible(not table.turns and len(table.waiting) > 1)
        self.trio.setVisible(bool(table.sealed) and table.stage != turns.THEN)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        table = self.turning.table()
        for row in self.rows:
            if table is not None and row.person_id == (table.speaker or table.next):
                self._area.ensureWidgetVisible(row)

    def _arrange(self, ids: list[str]) -> None:
        """Rows that stay keep their widget, so that the keyboard stays where it is."""
        known = {row.person_id: row for row in self.rows}
        self.rows = [known.pop(each, None) or self._made(each) for each in ids]
        for gone in known.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, row in enumerate(self.rows):
            self._list.removeWidget(row)
            self._list.insertWidget(number, row)
            row.show()

    def _made(self, person_id: str) -> OrderRow:
        row = OrderRow(person_id, notes=self._notes)
        row.stands.connect(self.turning.set_state)
        row.wanted.connect(self.turning.give_to)
        row.moved.connect(self.turning.move)
        return row

    def _add(self) -> None:
        if self.turning.add(self.newcomer.text()):
            self.newcomer.clear()
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _take(self, changes: ChangeSet) -> None:
        self.refresh()
