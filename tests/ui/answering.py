"""Somebody who answers the dialog or the menu that is about to open, as soon as it is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

OFTEN_MS = 5
_waiting: list[QTimer] = []


def open_dialog() -> QWidget | None:
    """The dialog that waits for an answer."""
    dialog = QApplication.activeModalWidget()
    return dialog if dialog is not None and dialog.isVisible() else None


def when_open(do: Callable[[QWidget], object], find: Callable[[], QWidget | None] = open_dialog) -> None:
    """Do something with what is about to open. It is closed when that fails, so that the test ends."""
    timer = QTimer()
    timer.setInterval(OFTEN_MS)

    def look() -> None:
        found = find()
        if found is None:
            return
        timer.stop()
        _waiting.remove(timer)
        try:
            do(found)
        except BaseException:
            found.close()
            raise

    timer.timeout.connect(look)
    _waiting.append(timer)
    timer.start()


def wait_no_more() -> None:
    """Nothing that opens after this is answered."""
    while _waiting:
        _waiting.pop().stop()
