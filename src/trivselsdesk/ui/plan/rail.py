"""The left rail: the chosen themes, the year's status, and what was put aside or carried on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui.plan.area_card import Area, AreaCard
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import Panel, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.sign import Sign
from trivselsdesk.ui.widgets.tabbing import TabAnchor


@dataclass(frozen=True)
class Aside:
    """A line at the foot: ``kind`` is ``park``, ``lift`` or ``back``, which is written and left out."""

    kind: str
    title: str
    count: str
    hint: str
    lift: str = ""
    """The lift target that can be opened here."""


class Rail(Panel):
    """Fill it with ``show_content``."""

    status_chosen = Signal(str)
    """One of the report's questions was chosen: its field."""
    new_wanted = Signal()
    back_wanted = Signal()
    """What is written and not on the handleplan is to be listed."""
    lift_wanted = Signal(str)
    """What is lifted to a target is to be written about: its id."""

    def __init__(self) -> None:
        super().__init__("surface", "right")
        self.body.setContentsMargins(0, 0, 1, 0)
        self._status = QWidget()
        status = QVBoxLayout(self._status)
        status.setContentsMargins(0, 0, 0, 8)
        status.setSpacing(0)
        title = Label(self.tr("Årets status"), "caption", "ink2", weight=700)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 4)
        head.addWidget(title)
        status.addLayout(head)
        self._status_list = CardList()
        self._status_list.chosen.connect(self.status_chosen)
        status.addWidget(self._status_list)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(0)
        top = QHBoxLayout()
        self._title = ElidedLabel("", "section")
        self._count = Label("", "bodyStrong", weight=700)
        top.addWidget(self._title, 1)
        top.addWidget(self._count)
        head.addLayout(top)
        self._minutes = Label("", "caption", "ink3", wrap=True)
        head.addWidget(self._minutes)
        self.warning = Chip("", "warn", "warn")
        head.addSpacing(2)
        head.addWidget(self.warning)
        scroll = ScrollArea()
        scroll.body.addWidget(self._status)
        scroll.body.addLayout(head)
        self.areas = CardList()
        scroll.body.addWidget(self.areas)
        self.new_button = Button(self.tr("Nyt indsatsområde"), "link", "plus", align="left")
        self.new_button.clicked.connect(self.new_wanted)
        line = QHBoxLayout()
        line.setContentsMargins(8, 8, 8, 8)
        line.addWidget(self.new_button)
        line.addStretch(1)
        scroll.body.addLayout(line)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)
        self._foot = Panel("surface", "top")
        self._foot.body.setContentsMargins(16, 11, 16, 12)
        self._foot.body.setSpacing(6)
        self.body.addWidget(self._foot)
        self._asides: list[Aside] | None = None
        self._lines: list[QWidget] = []

    def show_content(
        self,
        *,
        title: str,
        count: str,
        minutes: str,
        warning: str,
        areas: list[Area],
        statuses: list[Area],
        current: str,
        asides: list[Aside],
    ) -> None:
        """Bring the rail into line. ``current`` is an initiative's id or a report field."""
        self._title.set_text(title)
        self._count.set_text(count)
        self.show_minutes(minutes)
        self.warning.set_text(warning)
        self.warning.setVisible(bool(warning))
        self._status.setVisible(bool(statuses))
        self._status_list.show_areas(statuses, current)
        self.areas.show_areas(areas, current)
        self._show_asides(asides)

    def show_minutes(self, words: str) -> None:
        """How long each theme has."""
        self._minutes.set_text(words)
        self._minutes.setVisible(bool(words))

    def focus_current(self, area_id: str) -> None:
        """Put the focus on the card of what is shown."""
        for card in (*self._status_list.cards(), *self.areas.cards()):
            if card.area.id == area_id:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def status_ids(self) -> list[str]:
        """The report fields that are shown."""
        return [card.area.id for card in self._status_list.cards()]

    def _show_asides(self, asides: list[Aside]) -> None:
        self._foot.setVisible(bool(asides))
        if asides == self._asides:
            return
        self._asides = asides
        for old in self._lines:
            self._foot.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for aside in asides:
            holder = QWidget()
            holder.setToolTip(aside.hint)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Sign(aside.kind))
            if aside.lift or aside.kind == "back":
                # Beside a button there is no room for both in one line, and to whom it goes must be read.
                row.addWidget(Label(f"{aside.title} · {aside.count}", "bodyStrong", wrap=True, size=15), 1)
            else:
                row.addWidget(ElidedLabel(aside.title, "bodyStrong"), 1)
                row.addWidget(Label(aside.count, "caption", "ink3"))
            if aside.lift:
                pencil = IconButton(
                    "pencil", self.tr("Skriv om det, der er løftet: {title}").format(title=aside.title)
                )
                pencil.setObjectName(aside.lift)
                pencil.clicked.connect(self._open_lift)
                row.addWidget(pencil)
            if aside.kind == "back":
                self.back_button = IconButton("undo", self.tr("Tag noget skrevet med på handleplanen igen"))
                self.back_button.clicked.connect(self.back_wanted)
                row.addWidget(self.back_button)
            self._foot.body.addWidget(holder)
            self._lines.append(holder)

    def _open_lift(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.lift_wanted.emit(sender.objectName())


class CardList(QWidget):
    """Cards below each other, with a bar where a dragged one would land."""

    chosen = Signal(str)
    moved = Signal(str, int)
    placed = Signal(str, int)
    """A card was dropped: its id and its new index among the others."""
    menu_wanted = Signal(str)
    remove_wanted = Signal(str)
    rename_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._cards: dict[str, AreaCard] = {}
        self._order: list[str] = []
        self._anchor = TabAnchor(self)
        self._bar = _LandingBar(self)
        self._bar.hide()

    def cards(self) -> list[AreaCard]:
        """The cards from above."""
        return [self._cards[each] for each in self._order]

    def show_areas(self, areas: list[Area], current: str) -> None:
        """Bring the cards into line; a card that has the focus keeps it."""
        order = [each.id for each in areas]
        for area_id in set(self._cards) - set(order):
            card = self._cards.pop(area_id)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for area in areas:
            if area.id not in self._cards:
                self._cards[area.id] = self._make()
            self._cards[area.id].show_area(area, current=area.id == current)
        if order != self._order:
            for card in self._cards.values():
                self._column.removeWidget(card)
            for area_id in order:
                self._column.addWidget(self._cards[area_id])
            self._order = order
            self._anchor.chain(self.cards())

    def _make(self) -> AreaCard:
        card = AreaCard()
        card.chosen.connect(self.chosen)
        card.moved.connect(self.moved)
        card.dragged.connect(self._show_landing)
        card.dropped.connect(self._land)
        card.menu_wanted.connect(self.menu_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        card.rename_wanted.connect(self.rename_wanted)
        return card

    def _index_at(self, area_id: str, y: int) -> int:
        """Index among the other cards for something let go at this height."""
        others = [self._cards[each] for each in self._order if each != area_id]
        return sum(1 for card in others if card.geometry().center().y() < y)

    def _show_landing(self, area_id: str, y: int) -> None:
        if y < 0 and area_id in self._cards and not self._cards[area_id].lifted:
            self._bar.hide()
            return
        others = [self._cards[each] for each in self._order if each != area_id]
        index = self._index_at(area_id, y)
        top = others[index].y() if index < len(others) else self.height()
        self._bar.setGeometry(8, max(0, min(top - 2, self.height() - 4)), self.width() - 16, 4)
        self._bar.show()
        self._bar.raise_()

    def _land(self, area_id: str, y: int) -> None:
        self._bar.hide()
        index = self._index_at(area_id, y)
        if index != self._order.index(area_id):
            self.placed.emit(area_id, index)


class _LandingBar(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), QRectF(self.rect()), 2, "primary")
