"""A row of a list that is typed fast: its text, large, with what belongs to it at the right end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.quiet_text import QuietText
from trivselsdesk.ui.widgets.row_list import ListRow

TEXT_PX = 20
"""Large enough to read across the table."""


class LineRow(ListRow):
    """Edited where it stands. With a grip the row can be moved, by mouse and with Alt+↑/↓."""

    written = Signal(str, str)
    """Id of the record and its new text."""
    removed = Signal(str)
    entered = Signal()
    """Enter in the text: back to the line where one writes."""

    def __init__(self, record_id: str, name: str, remove: str, *, movable: bool = False) -> None:
        super().__init__(record_id, Grip(20) if movable else None, edge="bottom")
        holder = QWidget()
        self.line = QHBoxLayout(holder)
        self.line.setContentsMargins(8, 6, 8, 6)
        self.line.setSpacing(8)
        if self.grip is not None:
            self.line.addWidget(self.grip)
        self.number = Label("", "bodyStrong", "primaryInk", weight=700)
        self.number.setFixedWidth(28)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.number)
        self.text = QuietText(name=name, size=TEXT_PX)
        self.line.addWidget(self.text, 1)
        self.trash = IconButton("trash", remove, size=18)
        self.line.addWidget(self.trash)
        self.text.edited.connect(self._write)
        self.text.done.connect(self.entered)
        self.trash.clicked.connect(self._remove)
        self.watch(self.text)
        self.watch(self.trash)
        self.body.addWidget(holder)

    def show_text(self, number: int, text: str) -> None:
        self.number.set_text(f"{number}")
        self.text.set_value(text)

    def add_right(self, widget: QWidget) -> None:
        """Something before the bin."""
        self.line.insertWidget(self.line.count() - 1, widget)
        self.watch(widget)

    def _write(self, value: str) -> None:
        self.written.emit(self.record_id, value)

    def _remove(self) -> None:
        self.removed.emit(self.record_id)
