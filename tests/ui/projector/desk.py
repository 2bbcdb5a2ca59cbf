"""The whole window on a real store, with the wall beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from tests.ui.projector.pictures import words_of
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.projector.hold import Hold
from trivselsdesk.ui.projector.lead import Lead
from trivselsdesk.ui.projector.window import AudienceWindow


class WallDesk:
    """A window in the meeting, and the hands of the facilitator."""

    def __init__(self, qtbot: QtBot, folder: Path, stage: str = "board") -> None:
        self.qtbot = qtbot
        self.desk: Desk = example_desk(folder, stage)
        self.window = self._open()
        self.window.open_programme(self.desk.programme_id, "afhold")
        self.settle()
        # Without a window manager nobody else gives the window the keyboard.
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def _open(self) -> MainWindow:
        window = MainWindow()
        self.qtbot.addWidget(window)
        window.resize(1300, 700)
        window.show()
        window.begin(self.desk.bridge)
        return window

    def restart_after_a_crash(self) -> None:
        """The program is gone without a word; the same database is opened again."""
        self.until(lambda: self.desk.bridge.setting("place") != "")
        old = self.window
        assert old.wall is not None
        if old.wall.lead.window is not None:
            old.wall.lead.window.hide()
        self.desk.bridge.disconnect(old.wall.lead)
        old.wall.lead._tick.stop()
        old.hide()
        self.desk = self.desk.reopen()
        self.window = self._open()
        self.settle()

    def settle(self) -> None:
        """Let the wall catch up, as long as that takes on this machine."""
        self.qtbot.wait(60)
        self.qtbot.waitUntil(self._is_calm, timeout=30_000)

    def _is_calm(self) -> bool:
        wall = self.window.wall
        return wall is None or not (wall.lead._soon.isActive() or wall.lead._carry.isActive())

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait for what the room or the console must come to show."""
        self.qtbot.waitUntil(reached, timeout=30_000)
        self.settle()

    @property
    def hold(self) -> Hold:
        assert self.window.wall is not None
        return self.window.wall

    @property
    def lead(self) -> Lead:
        return self.hold.lead

    @property
    def wall(self) -> AudienceWindow:
        assert self.lead.window is not None
        return self.lead.window

    @property
    def button(self) -> str:
        """What the button in the top bar says."""
        return self.hold.button.accessibleName()

    def read(self) -> str:
        """Everything that the room can read."""
        self.settle()
        return " | ".join(words_of(self.wall))

    def run(self, command: Command) -> None:
        assert self.desk.bridge.run(command)
        self.settle()

    def key(self, key: Qt.Key, on: QWidget | None = None) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(on or self.window.focusWidget() or self.window, key)
        self.settle()

    def choose(self, words: str) -> None:
        """Choose a line of the button's menu."""
        self.hold.button.about_to_offer.emit()
        self.hold.button.fill_menu()
        actions = self.hold.button.menu_box.actions()
        action = next(each for each in actions if each.text().split("\t")[0] == words)
        assert action.isEnabled()
        action.trigger()
        self.settle()

    def drag_to(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Take up what lies at a point and carry it, without letting go."""
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for share in (0.1, 0.5, 1.0):
            QTest.mouseMove(widget, start + (end - start) * share)
        self.settle()
