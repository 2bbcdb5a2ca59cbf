"""The open answers of a counted pulse: read for names before the room sees them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.pulse import Result
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import TextField
from trivselsdesk.ui.widgets.labels import Label

_NEAR = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A menu, or another window for a moment: the writing goes on afterwards."""


class _TextRow(QWidget):
    written = Signal(str, str)

    def __init__(self, answer_id: str, text: str, number: int) -> None:
        super().__init__()
        self.answer_id = answer_id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.field = TextField(text, name=self.tr("Svar {n}").format(n=number), max_lines=6)
        self.trash = IconButton("trash", self.tr("Tag svar {n} ud").format(n=number), size=18)
        row.addWidget(self.field, 1)
        row.addWidget(self.trash)
        self.field.edited.connect(self._write)
        self.field.installEventFilter(self)
        self.trash.clicked.connect(self._empty)

    def _write(self, text: object) -> None:
        # An empty one would go while somebody is writing it anew; it goes when they leave it.
        if str(text).strip():
            self.written.emit(self.answer_id, str(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        away = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NEAR
        if away and not self.field.value().strip():
            # Or the answer would still be there, names and all, where somebody has just deleted it.
            self._empty()
        return super().eventFilter(watched, event)

    def _empty(self) -> None:
        self.written.emit(self.answer_id, "")


class TextsCard(Card):
    """Every answer can be mended or taken out; a tick lets the room see them."""

    written = Signal(str, str)
    """Id of an answer and its text, empty when it is taken out."""
    shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=10)
        self.question = Label("", "section", wrap=True)
        self.body.addWidget(self.question)
        self.hint = Label("", "body", "ink2", wrap=True)
        self.body.addWidget(self.hint)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        self.ready = Check(self.tr("Navne er taget ud – alle må se svarene på tavlen og på papir"))
        self.ready.clicked.connect(self._tick)
        self.body.addWidget(self.ready)
        self.rows: list[_TextRow] = []

    def show_result(self, result: Result, shown: bool) -> None:
        """The answers in their shuffled order."""
        self.question.set_text(result.open_question)
        self.setVisible(bool(result.open_question))
        ids = [key for key, _ in result.texts]
        if ids != [row.answer_id for row in self.rows]:
            self._make_rows(result)
        for row, (_, text) in zip(self.rows, result.texts, strict=True):
            row.field.set_value(text)
        self.ready.setVisible(bool(ids))
        self.ready.setChecked(shown)
        if ids:
            words = self.tr("Svarene er blandet. Ret navne og andet, der peger på én, før andre ser dem.")
        else:
            words = self.tr("Ingen har skrevet noget her.")
        self.hint.set_text(words)

    def _make_rows(self, result: Result) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, (key, text) in enumerate(result.texts, start=1):
            row = _TextRow(key, text, number)
            row.written.connect(self.written)
            self.rows.append(row)
            self._column.addWidget(row)

    def _tick(self) -> None:
        self.shown.emit(self.ready.isChecked())
