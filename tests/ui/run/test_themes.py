"""One theme at a time: the bar above a board with sheets gives the time on, and each theme has its notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.process_desk import process_desk
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, Note, new_id
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.room import RunRoom


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = process_desk(tmp_path, "trivselsproces", "stop_mere_nyt")
    for name in ("Tonen", "Programmerne"):
        add(desk, name)
    yield desk
    desk.bridge.store.close()


def add(desk: Desk, name: str) -> None:
    record = Initiative(id=new_id(), programme_id=desk.programme_id, name=name)
    assert desk.bridge.run(AddRow(programme_id=desk.programme_id, record=record))


def enter(at: Desk, qtbot: QtBot) -> RunRoom:
    room = RunRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 700)
    room.show_programme(at.programme_id, "arbejd")
    room.show()
    room.start()
    QApplication.processEvents()
    return room


def write(room: RunRoom, text: str) -> None:
    page = room.page
    assert isinstance(page, BoardPage)
    QTest.keyClicks(page.entry.field, text)
    page.entry.button.click()


def test_each_theme_keeps_its_notes_and_the_time_goes_on(at: Desk, qtbot: QtBot) -> None:
    room = enter(at, qtbot)
    first, second = active_initiatives(at.book)
    assert (
        room.themes.themes.value() == first.id and "30:00 tilbage til temaet" in room.themes.time.whole_text()
    )
    write(room, "Sig godmorgen")
    room.themes.next.click()
    assert room.themes.themes.value() == second.id
    write(room, "Ring til leverandøren")
    assert {note.text: note.board for note in at.book.of(Note)} == {
        "Sig godmorgen": f"stop_mere_nyt:{first.id}",
        "Ring til leverandøren": f"stop_mere_nyt:{second.id}",
    }
    assert not room.themes.next.isVisible()
    room.themes.themes.edited.emit(first.id)
    assert isinstance(room.page, BoardPage) and room.page.board.id == f"stop_mere_nyt:{first.id}"
    at.undo()
    assert [note.text for note in at.book.of(Note)] == ["Sig godmorgen"]
    room.leave()


def test_a_third_theme_is_offered_its_half_hour(at: Desk, qtbot: QtBot) -> None:
    add(at, "Afstanden")
    room = enter(at, qtbot)
    assert room.themes.longer.text() == "Giv hvert tema 30 min"
    room.themes.longer.click()
    assert not room.themes.longer.isVisible()
    assert room.side.clock.digits.text() == "90:00"
    room.leave()


def test_without_themes_the_bar_says_so_and_nothing_is_lost(at: Desk, qtbot: QtBot) -> None:
    at.undo()
    at.undo()
    room = enter(at, qtbot)
    assert "Ingen temaer er valgt endnu" in room.themes.time.whole_text()
    write(room, "Et forslag")
    assert [note.board for note in at.book.of(Note)] == ["stop_mere_nyt"]
    room.leave()
