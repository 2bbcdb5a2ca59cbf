"""Work that takes seconds and asks nothing of the window: done beside it, while the window draws on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

_LOOK_MS = 20
_T = TypeVar("_T")


class _Stay(QObject):
    """Nothing closes while somebody waits for the answer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        return False


def meanwhile(work: Callable[[], _T]) -> _T:
    """What ``work`` answers, or raises. It runs in a thread of its own and may touch no widget and no store.

    Clocks go on and the window is drawn; keys and clicks wait until the answer is there.
    """
    app, stay, loop, timer = QApplication.instance(), _Stay(), QEventLoop(), QTimer()
    with ThreadPoolExecutor(max_workers=1) as pool:
        future = pool.submit(work)
        timer.setInterval(_LOOK_MS)
        timer.timeout.connect(loop.wakeUp)
        timer.start()
        if app is not None:
            app.installEventFilter(stay)
        try:
            while not future.done():
                loop.processEvents(
                    QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
                    | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
                )
        finally:
            timer.stop()
            if app is not None:
                app.removeEventFilter(stay)
        return future.result()
