"""The window from one room to the next: starting the meeting, where the keyboard is, and what goes away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain import timing
from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.ui import theme
from trivselsdesk.ui.main_window import MainWindow


@dataclass
class Open:
    """The window with the example eight days before its meeting."""

    window: MainWindow
    desk: Desk

    def state(self) -> str:
        return timing.clock_of(self.desk.book, self.desk.book.meeting).state

    def meeting_in(self, days: int) -> None:
        day = self.desk.bridge.today() + timedelta(days=days)
        book = self.desk.book
        assert self.desk.bridge.run(
            SetMeetingDay(programme_id=self.desk.programme_id, meeting_id=book.meeting.id, day=day)
        )

    def press_start(self) -> None:
        """»Start mødet« of the preparation."""
        self.window.shell.open_room("prepare")
        room = self.window.shell.room
        assert room is not None
        room.go.emit("run")


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    desk = example_desk(tmp_path, "prepare")
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.begin(desk.bridge)
    window.show()
    QApplication.processEvents()
    yield Open(window, desk)
    window.end()
    desk.bridge.store.close()


def test_on_the_day_itself_one_press_starts_the_meeting(opened: Open) -> None:
    opened.meeting_in(0)
    opened.window.open_programme(opened.desk.programme_id)
    opened.press_start()
    assert opened.window.shell.room_name == "run" and opened.state() == "running"
    assert opened.window.toast.text() == "Mødet er startet. Pause: F8"
    assert opened.window.toast.isVisible()
    opened.window.shell.room.toggle_clock()
    opened.press_start()
    assert opened.state() == "paused"


def test_from_the_start_screen_it_starts_too(opened: Open) -> None:
    opened.meeting_in(0)
    opened.window.show_desk()
    QTest.mouseClick(opened.window.start.hero.start, Qt.MouseButton.LeftButton)
    assert opened.window.shell.room_name == "run" and opened.state() == "running"


def test_before_its_day_the_meeting_is_only_shown(opened: Open) -> None:
    opened.meeting_in(3)
    opened.window.open_programme(opened.desk.programme_id)
    opened.press_start()
    assert opened.window.shell.room_name == "run" and opened.state() == "ready"
    assert opened.window.toast.isHidden()


def test_going_to_the_meeting_by_its_tab_starts_nothing(opened: Open) -> None:
    opened.meeting_in(0)
    opened.window.open_programme(opened.desk.programme_id)
    opened.window.shell.open_phase(1)
    assert opened.state() == "ready"


def test_a_programme_that_opens_has_the_keyboard_and_not_its_way_back(opened: Open, qtbot: QtBot) -> None:
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    row = opened.window.start.list.rows[opened.desk.programme_id]
    row.open_button.setFocus()
    QTest.keyClick(row.open_button, Qt.Key.Key_Space)
    room, focus = opened.window.shell.room, QApplication.focusWidget()
    assert room is not None and focus is not None
    assert focus is room or room.isAncestorOf(focus)


def test_an_old_message_goes_with_the_part_and_with_the_room(opened: Open) -> None:
    opened.meeting_in(0)
    opened.window.open_programme(opened.desk.programme_id)
    opened.press_start()
    opened.window.shell.room.next_step()
    assert opened.window.toast.isHidden()
    opened.window.say_saved()
    assert opened.window.toast.isVisible()
    opened.window.shell.open_phase(0)
    assert opened.window.toast.isHidden()


def test_a_phase_with_the_keyboard_on_it_still_says_its_name(opened: Open, qtbot: QtBot) -> None:
    opened.window.open_programme(opened.desk.programme_id)
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    tab = opened.window.shell.bar.tabs[2]
    tab.setFocus(Qt.FocusReason.TabFocusReason)
    picture = tab.grab().toImage()
    ink = theme.current().color("ink2").rgb()
    middle = [picture.pixel(x, y) for x in range(48, tab.width() - 14) for y in range(15, tab.height() - 15)]
    assert ink in middle


def test_the_phases_of_the_programme_before_are_gone_at_once(opened: Open) -> None:
    opened.window.open_programme(opened.desk.programme_id)
    before = list(opened.window.shell.bar.tabs)
    opened.window.shell.bar.show_phases(["Én", "To"])
    assert all(tab.isHidden() for tab in before)


def test_the_start_screen_is_drawn_once(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.window.open_programme(opened.desk.programme_id)
    drawn: list[QWidget] = []
    start = opened.window.start
    monkeypatch.setattr(start.list, "show_shelf", lambda counts, views: drawn.append(start))
    opened.window.show_desk()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert len(drawn) == 1


def test_a_room_is_fetched_when_it_is_opened() -> None:
    program = (
        "import sys\n"
        "import trivselsdesk.ui.main_window, trivselsdesk.ui.rooms\n"
        "names = ('prepare', 'run', 'plan', 'follow', 'process')\n"
        "rooms = [f'trivselsdesk.ui.{name}.room' for name in names]\n"
        "print(sum(each in sys.modules for each in rooms), len(trivselsdesk.ui.rooms.MAKERS))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "5"]


def test_a_process_that_lies_on_the_shelf_is_read_once(opened: Open) -> None:
    bridge = opened.desk.bridge
    shelf = bridge.library.find("trivselsdialog")
    assert shelf is not None
    assert bridge._packs[("trivselsdialog", shelf.pack.version, ())] is shelf.pack
    bridge._packs.clear()
    assert bridge.pack(opened.desk.programme_id) is shelf.pack


def test_a_message_leaves_the_button_below_the_questions_free(tmp_path: Path, qtbot: QtBot) -> None:
    desk = example_desk(tmp_path, "plan", paused=True)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.begin(desk.bridge)
    window.show()
    window.open_programme(desk.programme_id, "afhold")
    QApplication.processEvents()
    button = window.shell.room.page.button
    window.messages.say("", "En besked, der er så lang, at den fylder det meste af vinduets bredde i bunden")
    place = button.rect().translated(button.mapTo(window.toast.parentWidget(), QPoint(0, 0)))
    assert not window.toast.geometry().intersects(place)
    window.end()
    desk.bridge.store.close()


def test_what_was_made_ahead_is_seen_only_when_a_programme_opens_it(opened: Open) -> None:
    opened.window.make_shell_ready()
    opened.window.make_meeting_ready()
    assert opened.window.start.isVisible() and opened.window.programme_id == ""
    theme.notifier.changed.emit()
    opened.window.open_programme(opened.desk.programme_id)
    assert opened.window.shell.room_name == "prepare"
    meeting = opened.window.shell._room("run")
    assert not meeting.isVisible() and meeting.programme_id == ""
    opened.press_start()
    assert meeting.isVisible() and meeting.programme_id == opened.desk.programme_id
