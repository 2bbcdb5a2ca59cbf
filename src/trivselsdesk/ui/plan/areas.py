"""What is done with the areas of the rail: one is moved, taken out or written by hand, or comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.cards import ChooseCard
from trivselsdesk.domain.commands.rows import MoveRow, RemoveRow
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, new_id
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan import content
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.fields import flush_all


class Areas(QObject):
    """Answers the rail of one programme."""

    undo_toast = Signal(str, str)
    made = Signal(str)
    """An initiative was made of a card, or came back: its id."""
    blank_wanted = Signal()
    """Somebody wants to write one by hand."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self.programme_id = bridge, ""
        self.menu = QMenu(parent)

    @property
    def _book(self) -> Book:
        return self._bridge.book(self.programme_id)

    def choose_card(self, card_id: str) -> None:
        """Make an initiative of something that works (000:145), or take one up again."""
        flush_all()
        command = ChooseCard(
            programme_id=self.programme_id, card_id=card_id, chosen=True, initiative_id=new_id()
        )
        if self._bridge.run(command):
            made = next((each for each in self._book.of(Initiative) if each.card_id == card_id), None)
            if made is not None:
                self.made.emit(made.id)

    def move(self, area_id: str, step: int) -> None:
        """One up (-1) or down (1)."""
        ids = [each.id for each in active_initiatives(self._book)]
        if area_id in ids and 0 <= ids.index(area_id) + step < len(ids):
            self.place(area_id, ids.index(area_id) + step)

    def place(self, area_id: str, index: int) -> None:
        """``index`` counts the shown ones without itself; those that do not count lie in between."""
        shown = [each.id for each in active_initiatives(self._book) if each.id != area_id]
        every = [each.id for each in self._book.ranked(Initiative) if each.id != area_id]
        at = every.index(shown[index]) if index < len(shown) else len(every)
        self._bridge.run(MoveRow(programme_id=self.programme_id, kind=Initiative, id=area_id, index=at))

    def remove(self, area_id: str) -> None:
        """Delete one written by hand; leave out one that grew from a card."""
        initiative = self._book.find(Initiative, area_id)
        if initiative is None:
            return
        flush_all()
        words, pack = content.name_of(initiative), self._bridge.pack(self.programme_id)
        if initiative.card_id and content.source_card(self._book, pack, initiative) is not None:
            command = ChooseCard(
                programme_id=self.programme_id,
                card_id=initiative.card_id,
                chosen=False,
                initiative_id=new_id(),
            )
            if self._bridge.run(command):
                self.undo_toast.emit("x", self.tr("Taget ud af handleplanen: »{name}«").format(name=words))
        elif self._bridge.run(RemoveRow(programme_id=self.programme_id, kind=Initiative, id=area_id)):
            self.undo_toast.emit("trash", self.tr("Slettet: »{name}«").format(name=words))

    # Menus

    def fill_new(self) -> QMenu:
        """A new initiative: by hand, or on something that works."""
        self.menu.clear()
        self.menu.addAction(icons.icon("pencil"), self.tr("Skriv selv"), self.blank_wanted.emit)
        for card_id, title in content.strengths(self._book, self._bridge.pack(self.programme_id)):
            self._add_card("heart", self.tr("Noget, der virker: {title}").format(title=title), card_id)
        return self.menu

    def fill_back(self) -> QMenu:
        """What is written and not on the handleplan: each can come back."""
        self.menu.clear()
        for card_id, title in content.hidden(self._book):
            self._add_card("flag", title, card_id)
        return self.menu

    def _add_card(self, icon: str, words: str, card_id: str) -> None:
        choice = self.menu.addAction(icons.icon(icon), words.replace("&", "&&"))
        choice.setData(card_id)
        choice.triggered.connect(self._card_chosen)

    def _card_chosen(self) -> None:
        choice = self.sender()
        if isinstance(choice, QAction):
            self.choose_card(str(choice.data()))
