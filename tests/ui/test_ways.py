"""Two ways to hold the same: one is held, the other put away with what it has, and the choice can change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.process_desk import process_desk
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.records import Note
from trivselsdesk.ui.actions import Actions
from trivselsdesk.ui.rooms import MAKERS
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
    shell.leave()
