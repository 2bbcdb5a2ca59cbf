"""The P-plads of a page: its strip, what is carried to it, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QMenu

from trivselsdesk.domain.board import parked_cards
from trivselsdesk.domain.commands.notes import DeleteNotes, ParkCards
from trivselsdesk.domain.records import Note
from trivselsdesk.ui.run.board.park import ParkStrip
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.surface.targets import Target


class Surface(Protocol):
    """A board or a list that cards can be carried from."""

    outside: Callable[[QPoint], Target | None] | None

    @property
    def carrying(self) -> bool:
        """Whether something is in the air."""


class Parking(QObject):
    """Ties a strip to a page and its surfaces."""

    def __init__(self, page: Page, *surfaces: Surface) -> None:
        super().__init__(page)
        self._page = page
        self._surfaces = surfaces
        self.strip = ParkStrip()
        self.strip.menu_wanted.connect(self.open_menu)
        for surface in surfaces:
            surface.outside = self.target_at

    def refresh(self) -> None:
        """Show what is parked now."""
        pack = self._page.pack
        pink = {kind.id for kind in pack.note_types if kind.colour == "pink"}
        cards = [
            (card, bool(card.notes) and card.notes[0].kind in pink)
            for card in parked_cards(self._page.book, pack)
        ]
        self.strip.show_cards(pack.parking_title, pack.parking_hint, cards)

    def park(self, ids: tuple[str, ...]) -> None:
        """Send cards to the P-plads."""
        page = self._page
        if ids and page.bridge.run(
            ParkCards(programme_id=page.programme_id, ids=ids, day=page.bridge.today())
        ):
            page.undo_toast.emit("park", self.tr("Lagt på {place}").format(place=page.pack.parking_title))

    def take_back(self, card_id: str) -> None:
        """Lay a card back where it stood."""
        page = self._page
        page.bridge.run(ParkCards(programme_id=page.programme_id, ids=(card_id,), parked=False))

    def target_at(self, point: QPoint) -> Target | None:
        """The P-plads as a target, when a point of the screen lies over it."""
        box = QRect(self.strip.mapToGlobal(QPoint(0, 0)), self.strip.size())
        inside = box.contains(point) and self.strip.isVisible()
        self.strip.set_target(inside and any(surface.carrying for surface in self._surfaces))
        return Target("park") if inside else None

    def open_menu(self, card_id: str, point: QPoint) -> None:
        """What can be done to a parked card."""
        page = self._page
        note = page.book.find(Note, card_id)
        menu = QMenu(self.strip)
        back = menu.addAction(self.tr("Læg tilbage på tavlen"))
        throw = menu.addAction(self.tr("Slet")) if note is not None else None
        chosen = menu.exec(point)
        if chosen is back:
            self.take_back(card_id)
        elif note is not None and chosen is not None and chosen is throw:
            self._throw_away(note)
        menu.deleteLater()

    def _throw_away(self, note: Note) -> None:
        page = self._page
        if page.bridge.run(DeleteNotes(programme_id=page.programme_id, ids=(note.id,))):
            page.undo_toast.emit("trash", self.tr("Slettet: »{text}«").format(text=note.text))
