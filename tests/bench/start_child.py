"""One start, told in milliseconds since the parent began it. Arguments: what to wait for, when it began.

``floor``: an empty window. ``list``: the programmes on the start screen. ``board``: a board, on which
the window was left. ``open``: the list, and then from there the board of its only programme.
``wall``: ``board``, and then the wall as well.
Nothing but the standard library is imported before the program itself does it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

UNTIL, BEGAN = sys.argv[1], int(sys.argv[2])
REST_MS = 1000
"""Between the list and the click on it: the program has come to rest, its first backup included."""
found: dict[str, float] = {}


def now() -> float:
    """Milliseconds since the parent began."""
    return (time.monotonic_ns() - BEGAN) / 1e6


def mark(name: str) -> None:
    """Keep the time under this name, and the CPU that it took."""
    found[name] = now()
    found[f"{name}_cpu"] = time.process_time() * 1000


def memory() -> float:
    """Proportional share of the memory, MB; 0 where the system does not tell."""
    try:
        handle = os.open("/proc/self/smaps_rollup", os.O_RDONLY)
    except OSError:
        return 0.0
    told = os.read(handle, 4096).decode("ascii")
    return int(told.partition("Pss:")[2].split()[0]) / 1024


def tell() -> None:
    """Say it and end at once: how long the program takes to end is not asked."""
    found["pss"] = memory()
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def floor() -> None:
    """An empty window, as little as PySide6 can do."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                window.removeEventFilter(self)
                QTimer.singleShot(0, self.done)
            return False

        def done(self) -> None:
            mark("ms")
            app.quit()

    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    app.exec()
    tell()
    os._exit(0)


def program() -> None:
    """The product, started as ``python -m trivselsdesk`` starts it."""
    # Nothing of the product knows of this: its window and its opening are watched from outside.
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer

    from trivselsdesk import app as product

    class Watch(QObject):
        """Calls ``then`` when the widget has been painted and the paint is over."""

        def __init__(self, widget: QObject, then: Callable[[], None]) -> None:
            super().__init__()
            self.widget, self.then = widget, then
            widget.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.widget.removeEventFilter(self)
                QTimer.singleShot(0, self.then)
            return False

    kept: list[QObject] = []
    opening = product.Program.open
    showing = product.Program.show

    def show(self: product.Program) -> None:
        kept.append(Watch(self.window, first))
        showing(self)

    def first() -> None:
        mark("first")

    def open_(self: product.Program, **values: bool) -> bool:
        opened = opening(self, **values)
        window = self.window
        if UNTIL in ("board", "wall"):
            kept.append(Watch(window.shell.room.page.view.viewport(), done))
        else:
            kept.append(Watch(window.start.list, done))
        kept.append(self)
        return opened

    def done() -> None:
        mark("ms")
        if UNTIL == "open":
            QTimer.singleShot(REST_MS, click)
        elif UNTIL == "wall":
            show_wall()
        else:
            end()

    def show_wall() -> None:
        window = next(each.window for each in kept if isinstance(each, product.Program))
        # There is one screen here; as large as a projector's the wall takes the memory it does in a room.
        window.wall.lead.turn_on()
        wall = window.wall.lead.window
        wall.setWindowState(Qt.WindowState.WindowNoState)
        wall.setGeometry(0, 0, 1920, 1080)
        kept.append(Watch(wall, walled))

    def walled() -> None:
        QTimer.singleShot(REST_MS, end)

    def click() -> None:
        window = next(each.window for each in kept if isinstance(each, product.Program))
        started = now()
        window.open_programme(window._bridge.programmes()[0].id, "")
        kept.append(Watch(window.shell.room.page.view.viewport(), lambda: opened(started)))

    def opened(started: float) -> None:
        found["opened"] = now() - started
        end()

    def end() -> None:
        tell()
        # Left at the same place and closed in good order, so that the next start finds the same.
        whole = next(each for each in kept if isinstance(each, product.Program))
        if UNTIL == "open":
            whole.window.show_desk()
        whole.close()
        os._exit(0)

    product.Program.show = show
    product.Program.open = open_
    product.main([])


floor() if UNTIL == "floor" else program()
