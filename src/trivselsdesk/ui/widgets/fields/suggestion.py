"""Tab and Enter take the first suggestion where it goes on from what is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

_TAKING = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def take_suggestion(event: QEvent, completer: QCompleter | None, edit: QLineEdit | None) -> bool:
    """Before a field answers a key: write the suggestion that the key takes. True if it did."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    if completer is None or edit is None or event.key() not in _TAKING:
        return False
    popup = completer.popup()
    if popup is None or not popup.isVisible() or popup.currentIndex().isValid():
        return False
    typed = edit.text().strip().casefold()
    model = completer.completionModel()
    words = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    popup.hide()
    # Typed in full is chosen already, also where a longer name begins alike.
    if not typed or typed in (word.casefold() for word in words):
        return False
    begun = next((word for word in words if word.casefold().startswith(typed)), "")
    if begun:
        edit.setText(begun)
    return bool(begun)
