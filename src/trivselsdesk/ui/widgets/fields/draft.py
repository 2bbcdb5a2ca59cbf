"""When text that is being typed is handed on: soon after the last key, never later than a second."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

IDLE_MS = 400
LONGEST_MS = 900

_live: weakref.WeakSet[Draft] = weakref.WeakSet()


def flush_all() -> None:
    """Hands on what is typed and not yet saved, in every living field."""
    for draft in list(_live):
        if shiboken6.isValid(draft):
            draft.flush()


class _Field(Protocol):
    def flush(self) -> None: ...


def flush_hidden(field: _Field) -> None:
    """Hands on what is typed in a field that is being hidden. One that Python has let go of is hidden too,
    with nothing left to hand on."""
    if "_draft" in vars(field):
        field.flush()


class Draft(QObject):
    """The unsaved state of one field. publish is a bound method of the field."""

    def __init__(self, field: QWidget, publish: Callable[[], None]) -> None:
        super().__init__(field)
        self._publish = weakref.WeakMethod(publish)
        self._dirty = False
        self._idle = QTimer(self)
        self._longest = QTimer(self)
        for timer, wait in ((self._idle, IDLE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.flush)
        _live.add(self)

    @property
    def dirty(self) -> bool:
        return self._dirty

    def touch(self) -> None:
        self._dirty = True
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()

    def drop(self) -> None:
        self._dirty = False
        self._idle.stop()
        self._longest.stop()

    def flush(self) -> None:
        if not self._dirty:
            return
        self.drop()
        publish = self._publish()
        if publish is not None:
            publish()


def is_undo_key(event: QEvent) -> bool:
    """Whether a key event is undo or redo, which belong to the window and not to one field."""
    if not isinstance(event, QKeyEvent) or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    return event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)


def is_windows_own(event: QEvent) -> bool:
    """Whether a field must let a shortcut of the window through: undo and redo, and Ctrl+E, which is
    »end of line« in a field of Qt on some systems."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_undo_key(event) or (ctrl and event.key() == Qt.Key.Key_E)


def over_limit(length: int, limit: int) -> int:
    """How many characters too many; 0 when there is no limit."""
    return max(length - limit, 0) if limit else 0


def edit_menu(edit: QLineEdit | QPlainTextEdit) -> QMenu:
    """The right-click menu of a field: without undo, which belongs to the window."""
    menu = QMenu(edit)
    if isinstance(edit, QLineEdit):
        some, full = edit.hasSelectedText(), bool(edit.text())
    else:
        some, full = edit.textCursor().hasSelection(), not edit.document().isEmpty()
    free = not edit.isReadOnly()
    for words, slot, on in (
        (menu.tr("Klip"), edit.cut, some and free),
        (menu.tr("Kopiér"), edit.copy, some),
        (menu.tr("Sæt ind"), edit.paste, free),
        (menu.tr("Markér alt"), edit.selectAll, full),
    ):
        menu.addAction(words, slot).setEnabled(on)
    return menu
