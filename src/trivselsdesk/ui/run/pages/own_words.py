"""Words of the pack that the unit can write anew where they stand: read large, edited in a field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import TextField
from trivselsdesk.ui.widgets.labels import Label


class OwnWords(QWidget):
    """A field with what it is for, and the way back to the words of the process."""

    edited = Signal(object)
    finished = Signal()

    def __init__(self, name: str, hint: str, *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.hint = Label(hint, "caption", "ink2", wrap=True)
        self.text = TextField(min_lines=lines, max_lines=12, name=name)
        self.back = Button(self.tr("Brug processens ord"), "ghost", "undo", small=True)
        self.done = Button(self.tr("Færdig"), "tint", "check", small=True)
        column.addWidget(self.hint)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        self.text.edited.connect(self.edited)
        self.done.clicked.connect(self.finished)
        self.back.clicked.connect(self._give_back)

    def show_words(self, own: str, standard: str) -> None:
        """``own`` is what stands now, ``standard`` what the pack says."""
        self.text.show_usual(own)
        self.back.setVisible(own.strip() != standard.strip())

    def begin(self) -> None:
        """The cursor goes into the field."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        self.text.flush()
        self.edited.emit("")
