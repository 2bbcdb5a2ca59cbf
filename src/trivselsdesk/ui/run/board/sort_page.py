"""The sorting board: the same cards, laid in the zones of the next stage."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.board import sort_view
from trivselsdesk.domain.commands.cards import SortCard, Unplace
from trivselsdesk.domain.pack import Board, Tool
from trivselsdesk.ui import actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run import strength
from trivselsdesk.ui.run.board.parking import Parking
from trivselsdesk.ui.run.board.view import BoardView
from trivselsdesk.ui.run.editing import Editing
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.surface.layout import FONTS
from trivselsdesk.ui.surface.targets import Target
from trivselsdesk.ui.surface.zones import WAITING, sort_zones

CARD_FONT = 18
"""Largest type on cards, in px: they carry few words, and larger ones would shout."""


class SortPage(Page):
    """Themes and loose notes as cards: drag them, or use Space and the arrow keys."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.view = BoardView()
        self.view.note_tiles = False
        self.view.fonts = tuple(size for size in FONTS if size <= CARD_FONT)
        self.view.setAccessibleName(self.tr("Sortering"))
        self.parking = Parking(self, self.view)
        self.park = self.parking.strip
        self.editing = Editing(self)
        column.addWidget(self.view, 1)
        column.addWidget(self.park)
        self.view.landed.connect(self._landed)
        self.view.aloft.connect(self.aloft)
        self.view.edit_wanted.connect(self.edit_card)
        self.view.menu_wanted.connect(self.open_menu)
        actions.on_widget(
            self.view,
            {
                "edit_card": self.edit_focused,
                "park": self.park_chosen,
                "select_all": self.view.choose_all,
                "move_menu": self._menu_at_focus,
                "lift": self.view.lift_by_key,
            },
        )

    @property
    def board(self) -> Board:
        """The sorting board that the tool names."""
        return self.pack.board(str(self.tool.params["board"]))

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        super().show_slot(programme_id, slot, tool)
        self.view.enter()

    def refresh(self) -> None:
        self.view.show_zones(sort_zones(sort_view(self.book, self.pack, self.board), self.pack))
        self.parking.refresh()

    def leave(self) -> None:
        self.editing.finish()

    def park_chosen(self) -> None:
        """Send what is chosen to the P-plads."""
        self.parking.park(self.view.acting())

    def edit_focused(self) -> None:
        """Enter or F2: put down what is in the air, else edit."""
        if not self.view.drop_by_key() and self.view.focused:
            self.edit_card(self.view.focused)

    def edit_card(self, card_id: str) -> None:
        """Write a theme's name or a note's text on its card."""
        self.editing.open(self.view, card_id, self.view.tile_rect(card_id), self.view.laid.font)

    def open_menu(self, point: QPoint) -> None:
        """Where the chosen cards can go."""
        ids = self.view.acting()
        if not ids:
            return
        menu = QMenu(self)
        places: dict[QAction, str] = {menu.addAction(zone.title): zone.id for zone in self.board.zones}
        places[menu.addAction(self.tr("Ikke sorteret endnu"))] = WAITING
        menu.addSeparator()
        slots: dict[QAction, Callable[[], object]] = {menu.addAction(actions.text("park")): self.park_chosen}
        if len(ids) == 1:
            slots[menu.addAction(actions.text("edit_card"))] = self.edit_focused
            if strength.offered(self, ids[0]):
                slots[menu.addAction(strength.words())] = partial(strength.take_up, self, ids[0])
        chosen = menu.exec(point)
        if chosen in places:
            self._landed(ids, Target("zone", places[chosen]))
        elif chosen in slots:
            slots[chosen]()
        menu.deleteLater()

    def _landed(self, ids: tuple[str, ...], target: Target) -> None:
        if target.kind == "park":
            self.parking.park(ids)
            return
        if not ids:
            return
        first, *rest = ids
        command: SortCard | Unplace
        if target.zone == WAITING:
            command = Unplace(
                programme_id=self.programme_id, surface=self.board.id, card_id=first, followers=tuple(rest)
            )
        else:
            command = SortCard(
                programme_id=self.programme_id,
                surface=self.board.id,
                card_id=first,
                followers=tuple(rest),
                zone=target.zone,
                index=target.index,
            )
        self.bridge.run(command)

    def _menu_at_focus(self) -> None:
        if self.view.focused:
            corner = self.view.tile_rect(self.view.focused).bottomLeft().toPoint()
            self.open_menu(self.view.viewport().mapToGlobal(corner))
