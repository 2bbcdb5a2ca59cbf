"""A row of the table of actions: what, who is in, who answers for it, by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.plan import WriteAction
from trivselsdesk.domain.records import Action
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan.cells import DueField, WrapField, set_quiet
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.name_field import NameField

MORE_WIDE = 32
GAP = 6
MARGIN_LEFT = 4
MARGIN_RIGHT = 6


@dataclass(frozen=True)
class Columns:
    """Widths in px; the title takes what is left. Without ``people`` that column is left out."""

    people: int
    owner: int
    due: int


def columns_for(width: int, *, people: bool) -> Columns:
    """Columns for a table so wide."""
    if width < (680 if people else 500):
        return Columns(94 if people else 0, 118, 130)
    if width < (780 if people else 600):
        return Columns(124 if people else 0, 150, 140)
    return Columns(136 if people else 0, 176, 144)


class ActionRow(QWidget):
    """Tied to an action by its id, also before there is one: the first word typed makes it."""

    entered = Signal(str)
    """Enter was pressed in the row of this action."""
    move = Signal(str, int)
    """Move the action up (-1) or down (1)."""
    remove = Signal(str)

    def __init__(
        self, bridge: Bridge, programme_id: str, initiative_id: str, action_id: str, prompt: str
    ) -> None:
        super().__init__()
        self.action_id, self._initiative_id = action_id, initiative_id
        self.title = WrapField(prompt, name=self.tr("Indsats"), weight=600)
        self.people = WrapField(self.tr("Hvem?"), name=self.tr("Hvem er med?"))
        self.owner = NameField("", self.tr("Ansvarlig"), name=self.tr("Ansvarlig"))
        self.due = DueField(bridge, self.tr("Dato"), name=self.tr("Hvornår er det gjort?"))
        self.fields: dict[str, QWidget] = {
            "title": self.title,
            "people": self.people,
            "owner": self.owner,
            "due": self.due,
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_LEFT, 1, MARGIN_RIGHT, 0)
        self._row = row
        row.setSpacing(GAP)
        for name, field in self.fields.items():
            row.addWidget(field, 1 if name == "title" else 0, Qt.AlignmentFlag.AlignTop)
            field.installEventFilter(self)
        self.more = IconButton("more", self.tr("Flyt eller slet indsatsen"), side=MORE_WIDE, size=18)
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(policy)
        self._menu: QMenu | None = None
        self.title.entered.connect(self._on_enter)
        self.people.entered.connect(self._on_enter)
        self.owner.returnPressed.connect(self._on_enter)
        self.due.returnPressed.connect(self._on_enter)
        self._bounds = [
            Bound(bridge, field, Action, name, empty=None if name == "due" else "", make=self._command)
            for name, field in self.fields.items()
        ]
        for bound in self._bounds:
            bound.aim(programme_id, action_id)
        theme.notifier.changed.connect(self.update)

    def fit(self, columns: Columns) -> None:
        """Widths of the fields."""
        self.people.setVisible(columns.people > 0)
        self.people.setFixedWidth(max(columns.people, 1))
        self.owner.setFixedWidth(columns.owner)
        self.due.setFixedWidth(columns.due)

    def refresh(self, *, stored: bool) -> None:
        """Show the action as it stands; one that is not stored yet has frames to write in."""
        for bound in self._bounds:
            bound.show()
        for field in self.fields.values():
            set_quiet(field, stored)
        self.more.setVisible(stored)
        above = 1 if stored else 5
        self._row.setContentsMargins(MARGIN_LEFT, above, MARGIN_RIGHT, above - 1)

    def mark(self, what: set[str]) -> None:
        """Put the red frame on the fields named, and take it off the others."""
        for name, field in self.fields.items():
            if name in what or field is not self.due or not self.due.unreadable():
                field.set_error(name in what)  # type: ignore[attr-defined]

    def holds_focus(self) -> bool:
        """Whether the cursor is in the row."""
        return any(field.hasFocus() for field in self.fields.values()) or self.more.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is not self.due:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move.emit(self.action_id, step)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.current().color("line"))

    def _command(self, programme_id: str, action_id: str, values: dict[str, Any]) -> Command:
        return WriteAction(
            programme_id=programme_id, action_id=action_id, initiative_id=self._initiative_id, values=values
        )

    def _on_enter(self) -> None:
        self.entered.emit(self.action_id)

    def _open_menu(self) -> None:
        if self._menu is None:
            self._menu = QMenu(self)
        self._menu.clear()
        self._menu.addAction(icons.icon("arrow-u"), self.tr("Flyt op\tAlt+↑"), self._up)
        self._menu.addAction(icons.icon("arrow-d"), self.tr("Flyt ned\tAlt+↓"), self._down)
        self._menu.addSeparator()
        self._menu.addAction(icons.icon("trash"), self.tr("Slet"), self._remove)
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _up(self) -> None:
        self.move.emit(self.action_id, -1)

    def _down(self) -> None:
        self.move.emit(self.action_id, 1)

    def _remove(self) -> None:
        self.remove.emit(self.action_id)
