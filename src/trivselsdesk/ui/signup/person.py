"""A person who signs up: drag it to an initiative, press its number, or open its menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.records import Person
from trivselsdesk.ui.widgets.avatar import Initials
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.person_row import DragRow


class PersonRow(DragRow):
    """A click opens the menu, too."""

    placed = Signal(str, int)
    """Person id, and the number of an initiative from 1; 0 takes them off."""

    def __init__(self, person: Person, place: str, parent: QWidget | None = None) -> None:
        """``place`` says where the person is, for a screen reader."""
        super().__init__(person.id, parent)
        self.line.setContentsMargins(8, 2, 8, 2)
        self.line.addWidget(Initials(person.name))
        self.line.addWidget(ElidedLabel(person.name, "bodyStrong"), 1)
        self.setAccessibleName(f"{person.name}, {place}")
        self.setToolTip(self.tr("Træk, eller tryk på indsatsens tal. ← og → flytter, Enter viser alle."))

    def clicked(self) -> None:
        self.open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(self.person_id, 1 if key == Qt.Key.Key_Right else -1)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.placed.emit(self.person_id, key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.placed.emit(self.person_id, 0)
        else:
            super().keyPressEvent(event)
