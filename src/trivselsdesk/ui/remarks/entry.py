"""Where the opsamler writes: one thought, Enter, the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import RemarkKind
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.quiet_text import OneThing


class EntryField(OneThing):
    """The words. Esc puts the pane away."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class RemarkEntry(QWidget):
    """Says that somebody wrote something; keeps it until it is written."""

    written = Signal()
    begun = Signal()
    """The first sign after an empty field."""
    drafted = Signal(object)
    """What stands there, a moment after the last key."""
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(6)
        self.part = ElidedLabel("", "caption", "ink3")
        column.addWidget(self.part)
        self.field = EntryField(
            "", self.tr("Skriv, og tryk Enter"), max_lines=5, name=self.tr("Ny note til referatet")
        )
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kinds = ChoiceField(name=self.tr("Slags note"))
        self.button = Button(self.tr("Skriv"), "tint", small=True)
        row.addWidget(self.kinds, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        self._empty = True
        self.field.done.connect(self.written)
        self.button.clicked.connect(self.written)
        self.field.edited.connect(self.drafted)
        self.field.escaped.connect(self.escaped)
        self.field.textChanged.connect(self._on_changed)

    def show_kinds(self, kinds: Sequence[RemarkKind], chosen: str) -> None:
        """Offer these kinds; without any the choice is hidden."""
        self.kinds.set_options([(each.id, each.label) for each in kinds])
        known = {each.id for each in kinds}
        self.kinds.set_value(chosen if chosen in known else kinds[0].id if kinds else "")
        self.kinds.setVisible(bool(kinds))

    def text(self) -> str:
        """The words on one line."""
        return " ".join(self.field.value().split())

    def clear(self) -> None:
        """Empty the field: the words are written."""
        self.field.setPlainText("")
        self.field.flush()

    def _on_changed(self) -> None:
        empty = not self.field.value().strip()
        if self._empty and not empty:
            self.begun.emit()
        self._empty = empty
