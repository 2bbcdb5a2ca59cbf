"""What a key costs: a letter in the line that notes are written in, and Enter until the note is painted."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

PATIENCE = 500
"""Rounds of events before a paint that does not come is a fault."""


class Painted(QObject):
    """Counts how often a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False

    def until(self, before: int) -> None:
        """Let events pass until there is a paint more than ``before``."""
        for _ in range(PATIENCE):
            QApplication.sendPostedEvents(None, 0)
            if self.count != before:
                return
        raise RuntimeError("something that paints nothing")


def settle() -> None:
    """Until nothing more is on its way."""
    for _ in range(20):
        QApplication.sendPostedEvents(None, 0)
        QApplication.processEvents()
        time.sleep(0.01)


def settle_shortly() -> None:
    """Let go of what is waiting."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, 0)
        QApplication.processEvents()


def pressed(widget: QWidget, key: Qt.Key, watch: Painted) -> float:
    """Milliseconds of CPU from a key until what it changes has been painted."""
    before, started = watch.count, time.process_time()
    QTest.keyClick(widget, key)
    watch.until(before)
    return (time.process_time() - started) * 1000


def letters(field: QLineEdit, times: int) -> list[float]:
    """Milliseconds of CPU of each letter, until it stands in the field."""
    field.setFocus()
    settle()
    watch, found = Painted(field), []
    for number in range(times):
        found.append(pressed(field, Qt.Key(ord("A") + number % 26), watch))
        if number % 40 == 39:
            field.clear()
            settle()
    field.clear()
    settle()
    return found


def entered(
    field: QLineEdit, board: QWidget, words: Callable[[int], str], times: int, then: Callable[[], None]
) -> list[float]:
    """Milliseconds of CPU of each Enter, until the note is committed and painted on the board."""
    watch, found = Painted(board), []
    for number in range(times):
        field.setText(words(number))
        settle_shortly()
        found.append(pressed(field, Qt.Key.Key_Return, watch))
        then()
        settle_shortly()
    return found
