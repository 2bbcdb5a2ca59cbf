"""Messages of the window: they cover nothing that is written in, and »Fortryd« means what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Meeting, Note
from trivselsdesk.store.errors import StoreError
from trivselsdesk.ui import unwritten
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.widgets import dialog


@dataclass
class Open:
    """The window with the board of the example."""

    window: MainWindow
    desk: Desk
    page: BoardPage

    def delete_one(self) -> Note:
        """Throw away a note that hangs on the board."""
        ids = self.page.view.tile_ids()
        note = next(each for each in self.desk.book.of(Note) if each.id in ids and not each.always_act)
        self.page.view.choose([note.id])
        self.page.delete_chosen()
        return note

    def is_there(self, note: Note) -> bool:
        return self.desk.book.find(Note, note.id) is not None


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    desk = example_desk(tmp_path, "board", paused=True)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.begin(desk.bridge)
    window.show()
    window.open_programme(desk.programme_id, "")
    QApplication.processEvents()
    page = window.shell.room.page
    assert isinstance(page, BoardPage)
    yield Open(window, desk, page)
    window.end()
    desk.bridge.store.close()


def test_a_message_never_covers_the_line_that_notes_are_written_in(opened: Open) -> None:
    opened.delete_one()
    entry = opened.page.entry
    field = entry.rect().translated(entry.mapTo(opened.window.toast.parentWidget(), QPoint(0, 0)))
    assert opened.window.toast.isVisible()
    assert not opened.window.toast.geometry().intersects(field)


def test_fortryd_on_a_message_takes_back_what_it_speaks_of(opened: Open) -> None:
    note = opened.delete_one()
    assert not opened.is_there(note)
    opened.window.toast._undo.click()
    assert opened.is_there(note)


def test_a_message_that_was_overtaken_takes_its_fortryd_along(opened: Open) -> None:
    opened.delete_one()
    opened.page.put_up(["Fælles pause"], "gul", opened.page.board.zones[0].id)
    assert opened.window.toast.isHidden()
    opened.delete_one()
    opened.window.show_desk()
    assert opened.window.toast.isHidden()


def test_the_clock_overtakes_no_message(opened: Open) -> None:
    opened.delete_one()
    opened.window.shell.room.clockwork.toggle()
    assert not opened.window.toast.isHidden()


def test_what_is_being_written_on_the_board_counts_before_the_window_closes(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_id = opened.page.view.tile_ids()[0]
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    opened.page.edit_note(note_id)
    editor = opened.page.editing.editor
    assert editor is not None
    editor.setPlainText("Skrevet om")
    monkeypatch.setattr(unwritten, "may_close", lambda window, bridge: False)
    opened.window.close()
    assert opened.window.isVisible()
    assert opened.desk.book.get(Note, note_id).text == "Skrevet om"


def test_what_waits_for_the_disk_is_not_lost_to_a_backup_that_is_put_back(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge, wanted, asked = opened.desk.bridge, list[str](), list[str]()
    opened.window.restore_wanted.connect(wanted.append)

    def stay(_parent: object, title: str, *_words: str, **_named: bool) -> bool:
        asked.append(title)
        return False

    def full(_command: object) -> None:
        raise StoreError("full")

    monkeypatch.setattr(dialog, "ask", stay)
    room = {"room": "Salen"}
    meeting = opened.desk.book.meeting.id
    with monkeypatch.context() as patch:
        patch.setattr(bridge.store, "run", full)
        assert not bridge.run(
            EditFields(programme_id=opened.desk.programme_id, kind=Meeting, id=meeting, values=room)
        )
        opened.window.start.restore_wanted.emit("en kopi")
        opened.window.show_fault()
    assert asked == ["Det sidste er ikke gemt"] and not wanted
    assert "er gemt. Luk" not in opened.window.toast.text()
    opened.window.start.restore_wanted.emit("en kopi")
    assert wanted == ["en kopi"] and opened.desk.book.meeting.room == "Salen", "written first, then put back"


def test_each_room_prints_its_own_paper(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[str] = []
    monkeypatch.setattr(opened.window, "show_document", wanted.append)
    for index in range(4):
        opened.window.shell.open_phase(index)
        opened.window.print_current()
    assert wanted == ["drejebog", "drejebog", "afrapportering", "afrapportering"]
