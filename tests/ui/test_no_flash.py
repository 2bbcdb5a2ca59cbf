"""Nothing shows itself as a window of its own while a room is made: it would flash up beside the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.main_window import MainWindow


class Windows(QObject):
    """Which widgets show themselves as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} in {watched.parentWidget()}")
        return False


def test_rooms_are_made_without_a_flash(tmp_path: Path, qtbot: QtBot) -> None:
    desk, windows, app = example_desk(tmp_path, "follow"), Windows(), QApplication.instance()
    assert app is not None
    window = MainWindow()
    qtbot.addWidget(window)
    window.begin(desk.bridge)
    window.resize(1366, 768)
    window.show()
    app.installEventFilter(windows)
    try:
        for phase in desk.bridge.pack(desk.programme_id).phases:
            window.open_programme(desk.programme_id, phase.id)
        follow = window.shell.room
        assert isinstance(follow, FollowRoom)
        for page in ("lifts", "wheel", "pulse", "forms", "handin"):
            follow.open_page(page)
    finally:
        app.removeEventFilter(windows)
        window.end()
        desk.bridge.store.close()
    assert windows.seen == []
