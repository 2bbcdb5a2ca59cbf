"""The clock goes on beside the questions, and leads back to the meeting when their time is over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.domain.timing import clock_of
from trivselsdesk.ui.plan.room import PlanRoom


def test_while_the_meeting_runs_its_clock_stands_beside_the_questions(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    desk = example_desk(tmp_path, "plan")
    room = PlanRoom(desk.bridge)
    qtbot.addWidget(room)
    room.resize(1440, 840)
    room.show()
    room.show_programme(desk.programme_id, "handleplan")
    assert room.desk is not None
    clock = room.desk.clock
    assert clock.isVisible()
    asked: list[str] = []
    room.go.connect(asked.append)
    clock.panel.pause.click()
    assert clock_of(desk.book, desk.book.meeting).state == "paused"
    clock.panel.next.click()
    assert asked == ["run"]


def test_without_a_running_meeting_there_is_no_clock_and_f9_starts_nothing(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    desk = example_desk(tmp_path, "prepare")
    room = PlanRoom(desk.bridge)
    qtbot.addWidget(room)
    room.show()
    room.show_programme(desk.programme_id, "handleplan")
    assert room.desk is not None
    assert not room.desk.clock.isVisible()
    room.actions_here()["next_step"]()
    assert clock_of(desk.book, desk.book.meeting).state == "ready"
