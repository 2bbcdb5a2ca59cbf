"""The window's keys follow the page: what a page can do is on while it is open, and off again after."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.ui.actions import Actions
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.board.sort_page import SortPage
from trivselsdesk.ui.run.room import RunRoom
from trivselsdesk.ui.shell import Shell


def test_the_keys_go_with_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, "board")
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    shell = Shell(held.bridge, actions, {"run": RunRoom})
    window.setCentralWidget(shell)
    held.bridge.changed.connect(shell.take)
    shell.open(held.key, "afhold")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    room = shell.room
    assert isinstance(room, RunRoom)
    assert actions.action("new_note").isEnabled()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F9)
    assert room.centre.heading.whole_text() == "Pause"
    assert not actions.action("new_note").isEnabled()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert room.side.clock.caption.text() == "på pause · 10 min"
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert room.side.clock.digits.text() == "11:00"
    QTest.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert room.centre.heading.whole_text() == "Bevare eller forandre?"
    shell.leave()
    assert not actions.action("next_step").isEnabled()


def test_tab_goes_from_what_is_above_the_page_into_it(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, "board")
    room = held.room
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    for _ in range(2):
        room.next_step()
    page = room.page
    assert isinstance(page, SortPage)
    assert held.title == "Bevare eller forandre?"
    # The first card has the ring at once.
    assert page.view.hasFocus()
    assert page.view.focused == page.view.tile_ids()[0]
    room.centre.remarks.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(room.centre.remarks, Qt.Key.Key_Tab)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert room.centre.remarks.hasFocus()


def test_tab_goes_from_the_line_of_notes_to_where_they_are_put(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, "board")
    room = held.room
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    page = room.page
    assert isinstance(page, BoardPage)
    page.entry.field.setFocus()
    QTest.keyClick(page.entry.field, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert page.entry.zones.isAncestorOf(now) or now is page.entry.zones
