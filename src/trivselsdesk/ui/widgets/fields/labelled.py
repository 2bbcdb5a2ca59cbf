"""A field with its name above and, when something is wrong, one sentence below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.labels import Label


class Labelled(QWidget):
    """Shows what the field itself refuses (rejected, too_long); show_error is for the rules around it."""

    def __init__(
        self, label: str, field: QWidget, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.label = Label(label, "caption", "ink2", weight=600)
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        column.addWidget(self.label)
        column.addWidget(field)
        self._help = Label(help_text, "caption", "ink3", wrap=True)
        if not help_text:
            self._help.hide()
        column.addWidget(self._help)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(7)
        self._sign = QLabel()
        self._sentence = Label("", "body", "mustInk", wrap=True, size=15, weight=600)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self._row.hide()
        column.addWidget(self._row)
        column.addStretch(1)
        for signal, slot in (("rejected", self.show_error), ("too_long", self._on_too_long)):
            if hasattr(field, signal):
                getattr(field, signal).connect(slot)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def error(self) -> str:
        return self._sentence.text() if self._row.isVisibleTo(self) else ""

    def set_help(self, text: str) -> None:
        """Another sentence of help below the field."""
        self._help.set_text(text)
        self._help.setVisible(bool(text))

    def show_error(self, sentence: str) -> None:
        """One sentence in red below the field; empty takes it away."""
        self._sentence.set_text(sentence)
        self._row.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _on_too_long(self, over: int) -> None:
        if not over:
            self.show_error("")
            return
        limit = self.field.max_length()  # type: ignore[attr-defined]
        self.show_error(
            self.tr("{count} af {limit} tegn. Gør teksten lidt kortere.").format(
                count=limit + over, limit=limit
            )
        )

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap("warn", "mustInk", 18))
        self._sign.setContentsMargins(0, 4, 0, 0)
