"""A row of the table of actions: what, who is in, who answers for it, by when."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.plan import WriteAction
from trivselsdesk.domain.due import Due
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import action_columns
from trivselsdesk.domain.records import Action
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan.cells import DueBound, DueCell, WrapField, set_quiet
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.name_field import NameField

MORE_WIDE = 32
GAP = 6
MARGIN_LEFT = 4
MARGIN_RIGHT = 6


_WIDTHS = {"people": (94, 124, 136), "owner": (118, 150, 176), "how": (104, 130, 160), "due": (130, 140, 144)}
"""Width of each column in px, in a narrow table, a middling one and a wide one; the title takes the rest."""
_COMPACT = ("people", "how")
"""Columns that the SMTTE has no room for."""


@dataclass(frozen=True)
class Columns:
    """The columns that are shown, from left to right: name and words over them."""

    titles: tuple[tuple[str, str], ...]
    """Field of the action, and the words over it."""

    def names(self) -> tuple[str, ...]:
        """The fields."""
        return tuple(name for name, _ in self.titles)

    def has(self, name: str) -> bool:
        """Whether the field has a column."""
        return name in self.names()

    def widths(self, width: int) -> dict[str, int]:
        """Width in px of each column but the title's, in a table so wide."""
        names = [each for each in self.names() if each != "title"]
        roomy = [sum(_WIDTHS[each][step] for each in names) for step in (1, 2)]
        step = 2 if width >= roomy[1] + 300 else 1 if width >= roomy[0] + 262 else 0
        return {each: _WIDTHS[each][step] for each in names}


def columns_of(pack: Pack, *, compact: bool) -> Columns:
    """The columns of the process; fewer of them where there is little room."""
    every = [(each.field, pack.fill(each.label)) for each in action_columns(pack)]
    return Columns(tuple(each for each in every if not (compact and each[0] in _COMPACT)))


class ActionRow(QWidget):
    """Tied to an action by its id, also before there is one: the first word typed makes it."""

    entered = Signal(str)
    """Enter was pressed in the row of this action."""
    move = Signal(str, int)
    """Move the action up (-1) or down (1)."""
    remove = Signal(str)
    due_read = Signal()
    """What stands as the due could not be read, or can be again."""

    def __init__(
        self,
        bridge: Bridge,
        programme_id: str,
        initiative_id: str,
        action_id: str,
        prompt: str,
        columns: Columns,
    ) -> None:
        super().__init__()
        self.action_id, self._initiative_id = action_id, initiative_id
        self.title = WrapField(prompt, name=self.tr("Indsats"), weight=600)
        self.people = WrapField(self.tr("Hvem?"), name=self.tr("Hvem er med?"))
        self.owner = NameField("", self.tr("Ansvarlig"), name=self.tr("Ansvarlig"))
        self.how = WrapField(self.tr("Hvordan?"), name=self.tr("På hvilken måde?"))
        self.due = DueCell(bridge, self.tr("Hvornår?"), name=self.tr("Hvornår er det gjort?"))
        self.due.programme_id = programme_id
        every: dict[str, QWidget] = {
            "title": self.title,
            "people": self.people,
            "owner": self.owner,
            "how": self.how,
            "due": self.due,
        }
        self.fields: dict[str, QWidget] = {name: every[name] for name in columns.names()}
        """The fields that are shown, by the part of the action that they write."""
        for name, field in every.items():
            if name not in self.fields:
                field.setParent(self)
                field.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_LEFT, 1, MARGIN_RIGHT, 0)
        self._row = row
        row.setSpacing(GAP)
        for name, field in self.fields.items():
            row.addWidget(field, 1 if name == "title" else 0, Qt.AlignmentFlag.AlignTop)
            _inner(field).installEventFilter(self)
        self.more = IconButton("more", self.tr("Flyt eller slet indsatsen"), side=MORE_WIDE, size=18)
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(policy)
        self._menu: QMenu | None = None
        self._signed = ""
        self.title.entered.connect(self._on_enter)
        self.people.entered.connect(self._on_enter)
        self.owner.returnPressed.connect(self._on_enter)
        self.due.returnPressed.connect(self._on_enter)
        self.due.rejected.connect(self.due_read)
        self.how.entered.connect(self._on_enter)
        self._bounds = [
            (DueBound if name == "due" else Bound)(bridge, field, Action, name, make=self._command)
            for name, field in self.fields.items()
        ]
        for bound in self._bounds:
            bound.aim(programme_id, action_id)
        theme.notifier.changed.connect(self.update)

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [*(_inner(field) for field in self.fields.values()), self.more]

    def fit(self, widths: dict[str, int]) -> None:
        """Widths of the fields."""
        for name, width in widths.items():
            self.fields[name].setFixedWidth(width)

    def refresh(self, *, stored: bool) -> None:
        """Show the action as it stands; one that is not stored yet has frames to write in."""
        for bound in self._bounds:
            bound.show()
        for field in self.fields.values():
            set_quiet(_inner(field), stored)
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
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and watched is not self.due.field
        ):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move.emit(self.action_id, step)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.current().color("line"))

    def _command(self, programme_id: str, action_id: str, values: dict[str, Any]) -> Command:
        due = values.get("due")
        if isinstance(due, Due):
            values = due.values()
        return WriteAction(
            programme_id=programme_id, action_id=action_id, initiative_id=self._initiative_id, values=values
        )

    def _on_enter(self) -> None:
        self.entered.emit(self.action_id)

    def _open_menu(self) -> None:
        if self._menu is None:
            self._menu = QMenu(self)
        self._menu.clear()
        if self._signed and "people" in self.fields:
            words = self.tr("Skriv, at {names} er med").format(names=self._signed.replace("&", "&&"))
            self._menu.addAction(icons.icon("users"), words, self._write_signed)
            self._menu.addSeparator()
        self._menu.addAction(icons.icon("arrow-u"), self.tr("Flyt op\tAlt+↑"), self._up)
        self._menu.addAction(icons.icon("arrow-d"), self.tr("Flyt ned\tAlt+↓"), self._down)
        self._menu.addSeparator()
        self._menu.addAction(icons.icon("trash"), self.tr("Slet"), self._remove)
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_signed(self, names: str) -> None:
        """First names of those who have signed up for the initiative; empty for nobody."""
        self._signed = names

    def _write_signed(self) -> None:
        self.people.set_words(self._signed)

    def _up(self) -> None:
        self.move.emit(self.action_id, -1)

    def _down(self) -> None:
        self.move.emit(self.action_id, 1)

    def _remove(self) -> None:
        self.remove.emit(self.action_id)


def _inner(field: QWidget) -> QWidget:
    """The widget that is written in."""
    return field.field if isinstance(field, DueCell) else field
