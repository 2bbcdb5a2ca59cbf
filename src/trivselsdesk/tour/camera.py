"""The window held still, and its picture."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QRect,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.main_window import MainWindow

PAUSE = 0.03
"""Seconds between two looks."""
CALM = 3
"""So many looks in a row that show the same: nothing more is on its way."""
PATIENCE = 5.0
"""Seconds after which a screen that never comes to rest is drawn as it is."""


@contextmanager
def studio(folder: Path, sizes: Iterable[tuple[int, int]]) -> Iterator[QApplication]:
    """An application without a screen, large enough for every size, in which nothing moves or blinks."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        from trivselsdesk.app import prepare

        wide, high = (max(each) for each in zip((1920, 1080), *sizes, strict=True))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen_file(folder, wide, high)}"
        os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
        # The pictures must not depend on the scale of the machine that draws them.
        for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"):
            os.environ.pop(name, None)
        app = QApplication(["trivselsdesk"])
        prepare(app)
    blinking, moving, looking = app.cursorFlashTime(), not theme.reduced_motion(), theme.current().name
    app.setCursorFlashTime(0)
    theme.set_reduced_motion(True)
    telling = qInstallMessageHandler(_say_less)
    try:
        yield app
    finally:
        qInstallMessageHandler(telling)
        app.setCursorFlashTime(blinking)
        theme.set_reduced_motion(not moving)
        theme.apply(app, looking)


def _say_less(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not that a window without a screen cannot be held to a size."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _screen_file(folder: Path, wide: int, high: int) -> Path:
    screen = {
        "name": "tour",
        "x": 0,
        "y": 0,
        "width": wide,
        "height": high,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return path


class Camera:
    """A window on one database, in one theme."""

    def __init__(self, app: QApplication, bridge: Bridge, theme_name: str) -> None:
        self._app = app
        self.bridge = bridge
        # The window applies what is remembered, and remembers nothing of its own here.
        bridge.remember("theme", theme_name)
        if theme.current().name != theme_name or not app.styleSheet():
            theme.apply(app, theme_name)
        self.window = MainWindow()
        self.window.begin(bridge)

    def close(self) -> None:
        """Put the window away."""
        self.window.end()
        self.window.close()
        self.window.deleteLater()
        self._app.processEvents()

    def open(self, phase: str = "") -> None:
        """Open the one programme of the database."""
        self.window.open_programme(self.bridge.programmes()[0].id, phase)

    def look(self, size: tuple[int, int], make_dialog: Callable[[], QDialog] | None = None) -> QImage:
        """The window, with a dialog over it if there is one, when nothing moves any more."""
        self.window.resize(*size)
        self.window.show()
        self.window.toast.dismiss()
        picture = self._settled(self.window)
        if make_dialog is None:
            return picture
        dialog = make_dialog()
        dialog.show()
        over = self._settled(dialog)
        dialog.done(0)
        dialog.deleteLater()
        return _laid_over(picture, over)

    def look_at_wall(self, size: tuple[int, int]) -> QImage:
        """What the room sees now, on a projector of that size."""
        from trivselsdesk.ui.projector.window import AudienceWindow

        self.window.resize(1366, 768)
        self.window.show()
        hold = self.window.wall
        assert hold is not None
        window = AudienceWindow()
        window.resize(*size)
        window.show()
        window.show_wall(hold.lead.picture(), self.bridge.pack(self.window.programme_id))
        picture = self._settled(window)
        window.hide()
        window.deleteLater()
        return picture

    def _settled(self, widget: QWidget) -> QImage:
        deadline = time.monotonic() + PATIENCE
        last, calm = QImage(), 0
        while calm < CALM and time.monotonic() < deadline:
            until = time.monotonic() + PAUSE
            while time.monotonic() < until:
                # Without a running event loop, nothing that was put away would go.
                self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
            calm = calm + 1 if picture == last else 0
            last = picture
        return last


def _laid_over(picture: QImage, over: QImage) -> QImage:
    """A dialog in the middle of the window, with the hairline that a desktop draws round it."""
    place = QRect(QPoint(0, 0), over.size())
    place.moveCenter(picture.rect().center())
    painter = QPainter(picture)
    painter.drawImage(place.topLeft(), over)
    painter.setPen(QPen(theme.current().color("lineStrong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()
    return picture
