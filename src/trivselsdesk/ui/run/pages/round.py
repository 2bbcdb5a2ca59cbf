"""The page for a round: what each says something about, and how far the round has come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain import part, turns
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.panels.turn_order import TurnOrder
from trivselsdesk.ui.run.turning import Turning
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import Label

_TWO_COLUMNS = 8
"""From so many people on the names stand in two columns."""


class NameButton(QAbstractButton):
    """A name in the round; a click gives that person the word."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_id = self._name = self._aside = ""
        self._now = self._had = self._ring = False
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._clicked)
        theme.notifier.changed.connect(self.update)

    def show_seat(self, seat: turns.Seat, aside: str) -> None:
        """Draw a person; ``aside`` says how they stand."""
        self.person_id, self._name, self._aside = seat.person.id, seat.name, aside
        self._now, self._had = seat.speaking, bool(seat.turns) and not seat.speaking
        self.setAccessibleName(f"{seat.name}, {aside}" if aside else seat.name)
        self.setToolTip("" if self._now else self.tr("Giv ordet til {name}").format(name=seat.name))
        self.update()

    def words(self) -> str:
        """What it says."""
        return f"{self._name} {self._aside}".strip()

    def sizeHint(self) -> QSize:
        return QSize(220, 48)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        fill = "primaryTint" if self._now else "canvas" if self.underMouse() else None
        if self.hasFocus() and self._ring:
            rect = paint.focus_ring(painter, rect, 8)
        if fill:
            paint.rounded(painter, rect, 6, fill)
        middle = self.height() / 2
        mark = QRectF(14, middle - 10, 20, 20)
        if self._now or self._had:
            icons.paint(painter, "say" if self._now else "check", "primary", mark)
        ink = "primaryInk" if self._now else "ink3" if self._had else "ink"
        font = theme.current().font("section", weight=700 if self._now else 500)
        aside = theme.current().font("caption")
        inner = QRectF(44, 0, self.width() - 56, self.height())
        right = QRectF(inner.right() - 110, 0, 110, self.height()) if self._aside else QRectF()
        if self._aside:
            inner.setRight(right.left() - 6)
            token = "primaryInk" if self._now else "ink3"
            paint.text(painter, right, self._aside, aside, token, Qt.AlignmentFlag.AlignRight)
        paint.text(painter, inner, self._name, font, ink, Qt.AlignmentFlag.AlignLeft)

    def _clicked(self) -> None:
        self.wanted.emit(self.person_id)


class RoundPage(Page):
    """Everybody once, one after the other; whoever the pack names comes last."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.turning = Turning(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        self.card = Card(padding=20, spacing=12)
        self.prompt = Label("", "display", wrap=True)
        self.card.body.addWidget(self.prompt)
        self.words = Label("", "body", "ink2", wrap=True)
        self.card.body.addWidget(self.words)
        self._area = ScrollArea()
        self._names = QGridLayout()
        self._names.setHorizontalSpacing(16)
        self._names.setVerticalSpacing(2)
        self._names.setColumnStretch(0, 1)
        self._names.setColumnStretch(1, 1)
        self._area.body.addLayout(self._names)
        self._area.body.addStretch(1)
        self.card.body.addWidget(self._area, 1)
        outer.addWidget(self.card, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        self.give = Button("", "tint", large=True, icon_after="arrow-d")
        self.give.clicked.connect(self.turning.give_on)
        self.pass_over = Button(self.tr("Springer over"), large=True)
        self.pass_over.clicked.connect(self.turning.pass_over)
        self.lots = Button(self.tr("Træk lod om, hvem der begynder"), large=True)
        self.lots.clicked.connect(self.turning.draw_lots)
        self.back = Button(self.tr("Tilbage"), "ghost", icon="undo", large=True)
        self.back.clicked.connect(self.turning.give_back)
        for button in (self.give, self.pass_over, self.lots, self.back):
            deeds.addWidget(button)
        deeds.addStretch(1)
        self.order = IconButton("list", self.tr("Hele rækkefølgen"), ghost=False)
        self.order.clicked.connect(self.open_order)
        deeds.addWidget(self.order)
        outer.addLayout(deeds)
        self.empty = EmptyState(
            self.tr("Ingen står på deltagerlisten"),
            self.tr("Skriv navnene i Forbered, så går ordet på skift."),
            icon="users",
            button=self.tr("Skriv navnene"),
        )
        self.empty.pressed.connect(self._to_prepare)
        outer.addWidget(self.empty, 1)
        self.names: list[NameButton] = []

    def refresh(self) -> None:
        table = self.turning.table()
        if table is None:
            return
        nobody = table.stage == turns.NOBODY
        self.empty.setVisible(nobody)
        self.card.setVisible(not nobody)
        self.prompt.set_text(part.fill(self.book, self.pack, str(self.tool.params.get("prompt", ""))))
        self._show_names([seat for seat in table.seats if seat.state != turns.AWAY], table)
        waiting = [seat.name for seat in table.seats if seat.state == turns.LATER]
        self.words.set_text(
            {
                turns.OVER: self.tr("Alle har haft ordet."),
                turns.WAITING: self.tr("Vi venter på {names}.").format(names=", ".join(waiting)),
            }.get(table.stage, "")
        )
        self.words.setVisible(bool(self.words.text()))
        self._show_buttons(table)

    def actions_here(self) -> dict[str, Callable[[], object]]:
        return {"give_word": self.turning.give_on, "word_back": self.turning.give_back}

    def open_order(self) -> None:
        """The whole order, to change."""
        dialog = TurnOrder(self.turning, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _show_names(self, seats: list[turns.Seat], table: turns.Table) -> None:
        columns = 2 if len(seats) >= _TWO_COLUMNS else 1
        deep = -(-len(seats) // columns)
        while len(self.names) < len(seats):
            made = NameButton()
            made.wanted.connect(self.turning.give_to)
            self.names.append(made)
        for number, button in enumerate(self.names):
            button.setVisible(number < len(seats))
            if number < len(seats):
                self._names.addWidget(button, number % deep, number // deep)
                button.show_seat(seats[number], self._aside(seats[number], table))

    def _aside(self, seat: turns.Seat, table: turns.Table) -> str:
        if seat.speaking:
            return self.tr("har ordet")
        if seat.state == turns.LATER:
            return self.tr("kommer senere")
        mine = table.turns_of(seat.person.id)
        if mine and mine[-1].state == turns.PASSED:
            return self.tr("sprang over")
        if seat.person.id == table.next:
            return self.tr("er næste") if table.turns else self.tr("begynder")
        return ""

    def _show_buttons(self, table: turns.Table) -> None:
        going, begins = table.stage == turns.GOING, table.stage == turns.READY
        name = table.names.get(table.next, "")
        if going:
            text = self.tr("Giv ordet videre") if name else self.tr("Afslut runden")
        else:
            text = (self.tr("Giv ordet til {name}") if table.turns else self.tr("Begynd med {name}")).format(
                name=name
            )
        self.give.setText(text)
        self.give.setToolTip(f"{text} ({actions.key_words('give_word')[0]})")
        self.give.setVisible(going or begins)
        self.pass_over.setVisible(going and table.course.may_pass)
        self.lots.setVisible(begins and not table.turns and len(table.waiting) > 1)
        self.back.setVisible(bool(table.turns))
        self.order.setVisible(table.stage != turns.NOBODY)

    def _to_prepare(self) -> None:
        self.go.emit("prepare")
