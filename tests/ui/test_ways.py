"""Two ways to hold the same: one is held, the other put away with what it has, and the choice can change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answering import when_open
from tests.ui.desk import Desk
from tests.ui.process_desk import process_desk
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.records import Note
from trivselsdesk.ui.actions import Actions
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.rooms import MAKERS
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.room import RunRoom
from trivselsdesk.ui.shell import Shell


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = process_desk(tmp_path, "trivselsproces")
    yield desk
    desk.bridge.store.close()


def enter(at: Desk, qtbot: QtBot, phase: str) -> Shell:
    window = QMainWindow()
    qtbot.addWidget(window)
    shell = Shell(at.bridge, Actions(window), MAKERS)
    window.setCentralWidget(shell)
    at.bridge.changed.connect(shell.take)
    window.resize(1366, 768)
    window.show()
    shell.open(at.programme_id, phase)
    return shell


def offered(shell: Shell) -> list[str]:
    return [shell.phase_bar.meetings.itemText(each) for each in range(shell.phase_bar.meetings.count())]


def test_one_tool_or_the_other_is_held_and_nothing_is_lost(at: Desk, qtbot: QtBot) -> None:
    shell = enter(at, qtbot, "arbejd")
    assert offered(shell) == ["Stop – mere – nyt", "Handleplan"]
    note = Note(
        id="n", programme_id=at.programme_id, board="stop_mere_nyt", zone="mere", text="Ro", kind="gul"
    )
    at.bridge.run(AddNotes(programme_id=at.programme_id, notes=(note,)))
    ways = shell.phase_bar.ways
    ways.edited.emit(str(ways.itemData(1)))
    assert offered(shell) == ["Skru op – skru ned", "Handleplan"]
    assert at.book.meeting.title == "Skru op – skru ned"
    assert at.book.find(Note, "n") is not None
    at.undo()
    assert offered(shell) == ["Stop – mere – nyt", "Handleplan"]
    shell.leave()


def test_two_half_hours_become_one_meeting_until_one_has_begun(at: Desk, qtbot: QtBot) -> None:
    shell = enter(at, qtbot, "god_trivsel")
    assert len(offered(shell)) == 4
    ways = shell.phase_bar.ways
    ways.edited.emit(str(ways.itemData(1)))
    assert offered(shell) == ["Trin 1 og 2 på ét møde", "Arbejdsgruppen samler", "Trin 3: Det fandt vi"]
    refused: list[str] = []
    at.bridge.refused.connect(refused.append)
    shell.start_meeting()
    ways.edited.emit(str(ways.itemData(0)))
    assert len(offered(shell)) == 3 and refused, "a meeting that has begun is held to its end"
    assert ways.currentIndex() == 1, "the choice goes back to what is held"
    shell.leave()


def test_the_window_says_why_another_way_cannot_be_chosen_and_that_nothing_is_lost(
    at: Desk, qtbot: QtBot
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.begin(at.bridge)
    window.show()
    window.open_programme(at.programme_id, "arbejd")
    ways = window.shell.phase_bar.ways
    ways.edited.emit(str(ways.itemData(1)))
    assert window.toast.isVisible() and "gemt" in window.toast.text()
    window.shell.start_meeting()
    ways.edited.emit(str(ways.itemData(0)))
    assert window.toast.isVisible() and "ikke begyndt" in window.toast.text()
    window.end()


def test_enter_after_start_writes_and_does_not_end_the_meeting(at: Desk, qtbot: QtBot) -> None:
    shell = enter(at, qtbot, "arbejd")
    room = shell.room
    assert isinstance(room, RunRoom) and isinstance(room.page, BoardPage)
    shell.window().activateWindow()
    button = room.side.clock.next
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    focus = shell.window().focusWidget()
    assert room.clockwork.clock.state == "running"
    assert focus is room.page.entry.field
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert room.clockwork.clock.state == "running"
    shell.leave()


def test_a_part_that_asks_for_one_field_writes_in_it_from_the_first_note(at: Desk, qtbot: QtBot) -> None:
    shell = enter(at, qtbot, "god_trivsel")
    room = shell.room
    assert isinstance(room, RunRoom)
    written = []
    for meeting in ("lyst", "besvaerligt"):
        shell.turn_to_meeting(next(each.id for each in at.book.meetings() if each.pack_meeting == meeting))
        shell.start_meeting()
        room.next_step()
        assert isinstance(room.page, BoardPage)
        room.page.entry.field.setText(meeting)
        QTest.keyClick(room.page.entry.field, Qt.Key.Key_Return)
        written.append(next(each.zone for each in at.book.of(Note) if each.text == meeting))
    assert written == ["lyst", "besvaerligt"]
    shell.leave()


def test_ctrl_p_opens_the_paper_of_every_room_also_after_a_room_with_a_way_of_its_own(
    at: Desk, qtbot: QtBot
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.begin(at.bridge)
    window.show()
    opened = []

    def look(paper: QWidget) -> None:
        assert isinstance(paper, QDialog)
        opened.append(paper.windowTitle().partition(" – ")[0])
        paper.reject()

    for place in ("hvorfor", "arbejd+plan", "foelg_op"):
        window.open_programme(at.programme_id, place)
        when_open(look)
        window.actions_table.action("print").trigger()
    assert opened == ["Drejebog", "Handleplan", "Handleplan"], "nothing is on the statuspil yet"
    window.end()
