"""The fields of a row in the table of actions: quiet until they are used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain import danish
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.due import Due, words_of
from trivselsdesk.domain.records import Action
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.fields import TextField
from trivselsdesk.ui.widgets.fields.due import NO_DUE, DueField
from trivselsdesk.ui.widgets.labels import ElidedLabel

_LOWER = 2

QUIET = """
QLineEdit[quiet="true"][error="false"]:!focus:!hover,
QPlainTextEdit[quiet="true"][error="false"]:!focus:!hover {
  border: 1px solid transparent; background: transparent; }
"""
"""Style sheet for whatever holds quiet fields: without a frame until the pointer or the focus is there."""


def set_quiet(field: QWidget, quiet: bool) -> None:
    """Take the frame off a field, or put it on again."""
    if field.property("error") is None:
        field.setProperty("error", False)
    if field.property("quiet") != quiet:
        field.setProperty("quiet", quiet)
        field.style().unpolish(field)
        field.style().polish(field)


def is_blank(field: Any) -> bool:
    """Whether nothing is written in a field."""
    value = field.value()
    return value.day is None if isinstance(value, Due) else not value


def prompt_for(prompt: str, font: QFont, room: float) -> str:
    """The prompt, or only what stands before its dash where the whole has no room."""
    return prompt if QFontMetricsF(font).horizontalAdvance(prompt) <= room else prompt.split(" – ")[0]


class WrapField(TextField):
    """One line of meaning on as many lines as it takes: Enter is »done«, never a new line."""

    entered = Signal()

    between_drops = " "

    def __init__(self, placeholder: str, *, name: str = "", weight: int = 400) -> None:
        super().__init__("", "", max_lines=4, name=name)
        self._prompt = placeholder
        # The text stands on the middle line of the other fields of a row.
        self.setViewportMargins(0, _LOWER, 0, 0)
        font = self.font()
        font.setWeight(font.Weight(weight))
        self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def set_words(self, words: str) -> None:
        """Write words as if they had been typed."""
        self.setPlainText(words)
        self.flush()

    def minimumSizeHint(self) -> QSize:
        return QSize(72, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._prompt and self.document().isEmpty():
            # Qt would break a long prompt into lines that the field has no room for.
            box = QRectF(self.viewport().rect()).adjusted(3, 0, -3, -_LOWER)
            font = theme.current().font("body")
            words = prompt_for(self._prompt, font, box.width())
            paint.text(QPainter(self.viewport()), box, words, font, "ink3", Qt.AlignmentFlag.AlignLeft)

    def _height(self) -> int:
        tall = super()._height()
        return tall if tall <= theme.current().size("target") else tall + _LOWER


class DueCell(QWidget):
    """The day, and below it what it was said as, such as »Personalemøde« or »om 2 måneder«."""

    edited = Signal(object)
    returnPressed = Signal()
    rejected = Signal(str)
    """What was written cannot be read, or, when empty, can be read again."""

    def __init__(self, bridge: Bridge, placeholder: str, *, name: str) -> None:
        super().__init__()
        self._bridge = bridge
        self.programme_id = ""
        self.field = QuietDueField(bridge, self._book, placeholder, name=name)
        self.field.edited.connect(self._on_edited)
        self.field.returnPressed.connect(self.returnPressed)
        self.field.rejected.connect(self.rejected)
        self.said = ElidedLabel("", "caption", "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        # Its own margins would be lost when the theme changes.
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 0, 4)
        below.addWidget(self.said)
        column.addLayout(below)
        self.said.hide()
        self.setFocusProxy(self.field)

    def value(self) -> Due:
        return self.field.value()

    def set_value(self, value: Due | None) -> None:
        self.field.set_value(value)
        self._show_said()

    def flush(self) -> None:
        self.field.flush()

    def settle(self) -> None:
        self.field.settle()

    def clear(self) -> None:
        self.field.clear()

    def unreadable(self) -> bool:
        return self.field.unreadable()

    def complaint(self) -> str:
        return self.field.complaint()

    def set_error(self, wrong: bool) -> None:
        self.field.set_error(wrong)

    def _book(self) -> Book | None:
        return self._bridge.book(self.programme_id) if self.programme_id else None

    def _on_edited(self, value: object) -> None:
        self.edited.emit(value)
        self._show_said()

    def _show_said(self) -> None:
        book = self._book()
        words = words_of(book, self.value()) if book is not None else ""
        self.said.set_text(words)
        self.said.setVisible(bool(words))
        self.field.setToolTip(words)


class QuietDueField(DueField):
    """The calendar's button comes with the focus."""

    def __init__(
        self, bridge: Bridge, book: Callable[[], Book | None], placeholder: str, *, name: str
    ) -> None:
        super().__init__(book, placeholder, today=bridge.today, name=name)
        self.setProperty("trailing", False)
        self.setMinimumWidth(96)
        self._opener.hide()

    def _write(self, value: Due | None) -> str:  # type: ignore[override]
        return danish.table_date(value.day, self._today()) if value and value.day else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._opener.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._opener.hide()


class DueBound(Bound):
    """Ties a due field to the three fields of an action that hold its due."""

    def stored(self) -> Due:
        if not self.programme_id:
            return NO_DUE
        action = self._bridge.book(self.programme_id).find(Action, self.record_id)
        return NO_DUE if action is None else Due(action.due, action.due_words, action.due_event)
