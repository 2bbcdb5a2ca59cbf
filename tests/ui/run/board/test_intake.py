"""Notes from elsewhere: starting notes that are chosen, and a spreadsheet that is looked through first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.domain import across
from tests.ui.across_desk import across_desk
from tests.ui.answering import when_open
from tests.ui.desk import Desk
from trivselsdesk.domain.note_tags import tags_of
from trivselsdesk.domain.records import AgendaItem, Note
from trivselsdesk.ui.intake.import_dialog import ImportDialog
from trivselsdesk.ui.intake.source_dialog import SourceDialog
from trivselsdesk.ui.intake.start_dialog import StartNotesDialog
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.room import RunRoom


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = across_desk(tmp_path, agreed=False, start=False)
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def board(at: Desk, qtbot: QtBot) -> BoardPage:
    room = RunRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 700)
    room.show_programme(at.programme_id, "kerneproblemer")
    item = next(each for each in at.book.of(AgendaItem) if each.pack_item == "tavle")
    room.start()
    room._jump_to(at.book.steps(item.id)[0].id)
    room.show()
    page = room.page
    assert isinstance(page, BoardPage)
    return page


def test_some_starting_notes_are_hung_up_marked_and_undone(board: BoardPage, at: Desk, qtbot: QtBot) -> None:
    assert board.hanging.start.text() == "Vælg mellem 18 startsedler"
    # Four fields to write in, and no colour to choose: nobody writes on the process's own notes.
    assert len(board.entry.zones._segments) == 4 and board.entry.kinds.isHidden()
    seen: list[str] = []

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, StartNotesDialog)
        qtbot.mouseClick(dialog.none_button, Qt.MouseButton.LeftButton)
        for box in list(dialog.boxes.values())[:3]:
            qtbot.keyClick(box, Qt.Key.Key_Space)
        seen.append(dialog._yes.text())
        dialog._yes.click()

    when_open(choose)
    qtbot.mouseClick(board.hanging.start, Qt.MouseButton.LeftButton)
    assert seen == ["Hæng 3 sedler op"]
    assert {each.kind for each in at.book.of(Note)} == {"oplaeg"}
    assert board.hanging.start.isHidden()
    at.undo()
    assert not list(at.book.of(Note))
    assert not board.hanging.start.isHidden()


def test_a_spreadsheet_with_faults_waits_until_they_are_skipped(
    board: BoardPage, at: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "input.csv"
    rows = [
        "Seddel;Felt;Antal",
        "Ingen ved, hvem der ringer;SSP;12",
        "Æh;Klubben;",
        "ingen ved, hvem der ringer;SSP;3",
    ]
    path.write_text("\n".join(rows), encoding="cp1252")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    said: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, ImportDialog)
        qtbot.waitUntil(lambda: dialog.found is not None, timeout=30_000)
        said.append(dialog.summary.text())
        assert not dialog._yes.isEnabled()
        dialog.switch.set_value("faults")
        dialog._show_rows()
        said.append(f"{dialog.preview.words_at(0, 0)}: {dialog.preview.words_at(0, 1)}")
        dialog.skip.click()
        assert dialog._yes.isEnabled()
        dialog._yes.click()

    when_open(look)
    board.take_in()
    assert said[0] == "3 rækker · 1 seddel · 1 gentagelse talt med"
    assert said[1].startswith("3: Feltet »Klubben« findes ikke.")
    (note,) = at.book.of(Note)
    assert (note.text, note.zone, note.said, note.kind) == ("Ingen ved, hvem der ringer", "ssp", 15, "gul")
    at.undo()
    assert not list(at.book.of(Note))


def test_where_a_note_comes_from_is_told_and_undone(board: BoardPage, at: Desk, qtbot: QtBot) -> None:
    (key,) = board.deeds.add(["Ingen ringer tilbage"], "gul", "ssp")

    def tell(dialog: QWidget) -> None:
        assert isinstance(dialog, SourceDialog)
        dialog.count.setValue(6)
        dialog.fields["forvaltning"].setEditText("Skole")
        dialog.fields["doegn"].set_value("aften")
        dialog.accept()

    when_open(tell)
    board.deeds.tell_source(key)
    note = at.book.get(Note, key)
    assert note.said == 6
    assert tags_of(note) == {"forvaltning": {"Skole": 6}, "doegn": {"aften": 6}}
    at.undo()
    assert (at.book.get(Note, key).said, at.book.get(Note, key).tags) == (1, "")


def test_a_file_that_cannot_be_used_says_why_and_changes_nothing(
    board: BoardPage, at: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "input.xlsx"
    path.write_bytes(b"slet ikke et regneark")
    dialog = ImportDialog(board, at.book, across.pack(), across.board())
    qtbot.addWidget(dialog)
    dialog.read_file(path)
    qtbot.waitUntil(lambda: dialog._message.title.text() == "Filen kan ikke bruges")
    assert "beskadiget" in dialog._message.sentence.text()
    assert not dialog._yes.isEnabled()
