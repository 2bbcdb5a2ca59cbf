"""The list of suggestions under a field. Tab and Enter take the first where it goes on from what is typed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QWidget

_TAKING = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Beside(QObject):
    """A click beside the open list puts the cursor where it was meant; else one writes on above."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if not isinstance(watched, QWidget) or watched.rect().contains(event.position().toPoint()):
            return False
        watched.hide()
        meant = QApplication.widgetAt(event.globalPosition().toPoint())
        while meant is not None and not meant.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            meant = None if meant.isWindow() else meant.parentWidget()
        if meant is not None:
            meant.setFocus(Qt.FocusReason.MouseFocusReason)
        return True


def suggesting(model: QAbstractItemModel, field: QWidget) -> QCompleter:
    """A list of what the model holds, opened while one types anything that is a part of it."""
    completer = QCompleter(model, field)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    popup = completer.popup()
    if popup is not None:
        popup.setObjectName("completer_popup")
        popup.installEventFilter(_Beside(popup))
    return completer


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
