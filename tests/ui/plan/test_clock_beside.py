"""The clock goes on beside the questions, and leads back to the meeting when their time is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.domain.timing import clock_of
from trivselsdesk.ui.clock.face import Face
from trivselsdesk.ui.plan.header import QUESTIONS, SMTTE
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
    clock.next_part()
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


@pytest.mark.parametrize(("width", "height"), [(1366, 708), (1440, 840), (1920, 1020)])
@pytest.mark.parametrize("view", [QUESTIONS, SMTTE])
def test_the_clock_fits_beside_both_views(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, width: int, height: int, view: str
) -> None:
    desk = example_desk(tmp_path, "plan")
    room = PlanRoom(desk.bridge)
    qtbot.addWidget(room)
    room.resize(width, height)
    room.show()
    room.show_programme(desk.programme_id, "handleplan")
    room.show_view(view)
    assert room.desk is not None
    panel = room.desk.clock.panel
    assert room.desk.clock.isVisible()
    panel.show_face(face_of("tilbage af 60 min"))
    QApplication.processEvents()
    caption = panel.caption
    assert caption.fontMetrics().horizontalAdvance(caption.text()) <= caption.width()
    for button in (panel.pause, panel.more, panel.next):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= panel.width() - 16
    if view == SMTTE:
        assert room.desk.pane is not None
        assert room.desk.pane.height() >= room.desk.pane.minimumSizeHint().height()


def face_of(words: str) -> Face:
    return Face("running", "59:12", "ink", words, 0.9, False, False, False, True)


def test_the_opsamler_writes_beside_the_questions_while_the_meeting_runs(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    at = example_desk(tmp_path, "plan")
    room = PlanRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 708)
    room.show()
    room.show_programme(at.programme_id, "handleplan")
    assert room.desk is not None
    room.actions_here()["remark"]()
    pane = room.desk.remarks
    assert pane.isVisible() and not room.desk.help.isVisible()
    QTest.keyClicks(pane.entry.field, "Sanne køber tavlen")
    QTest.keyClick(pane.entry.field, Qt.Key.Key_Return)
    assert pane.headings()[-1] == "Hvad skal vi gøre?"
    assert pane.rows()[-1].words.value() == "Sanne køber tavlen"
    room.desk.remarks_button.click()
    assert room.desk.help.isVisible() and not pane.isVisible()
