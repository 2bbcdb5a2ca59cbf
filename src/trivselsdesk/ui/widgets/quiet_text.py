"""Text fields for one thing: Enter finishes; the quiet one looks like plain text until it is in use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.fields import TextField

_SHEET = """
QPlainTextEdit {{ background: transparent; border: 1px solid transparent;
  padding: 8px 9px 2px 9px; font-weight: {weight}; font-size: {size}px; }}
QPlainTextEdit:hover {{ border: 1px solid {line}; background: {surface}; }}
QPlainTextEdit:focus {{ border: 3px solid {focus}; background: {surface}; padding: 6px 7px 0px 7px; }}
"""


class OneThing(TextField):
    """Wraps and grows. Enter is done(), not a new line."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.done.emit()
        else:
            super().keyPressEvent(event)


class QuietText(OneThing):
    """For lists of many fields, such as steps and rules."""

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        name: str = "",
        weight: int = 500,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(value, placeholder, max_lines=6, name=name, parent=parent)
        self._weight, self._size = weight, size
        theme.notifier.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        look = theme.current()
        self.setStyleSheet(
            _SHEET.format(
                weight=self._weight,
                size=self._size,
                line=look.hex("lineStrong"),
                surface=look.hex("surface"),
                focus=look.hex("focus"),
            )
        )
