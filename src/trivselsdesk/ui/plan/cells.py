"""The fields of a row in the table of actions: quiet until they are used."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain import danish
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.fields import DateField, TextField

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


def prompt_for(prompt: str, font: QFont, room: float) -> str:
    """The prompt, or only what stands before its dash where the whole has no room."""
    return prompt if QFontMetricsF(font).horizontalAdvance(prompt) <= room else prompt.split(" – ")[0]


class WrapField(TextField):
    """One line of meaning on as many lines as it takes: Enter is »done«, never a new line."""

    entered = Signal()

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


class DueField(DateField):
    """A day without its year while that goes without saying; the calendar's button comes with the focus."""

    def __init__(self, bridge: Bridge, placeholder: str, *, name: str) -> None:
        self._bridge = bridge
        super().__init__(None, placeholder, today=bridge.today, name=name)
        self.setProperty("trailing", False)
        self.setMinimumWidth(96)
        self._opener.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._opener.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._opener.hide()

    def _write(self, value: date | None) -> str:
        return danish.table_date(value, self._today()) if value else ""
