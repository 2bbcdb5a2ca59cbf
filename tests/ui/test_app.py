"""The start of the program: what stands in the window when all is well, and when it is not."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.start.hands import press_button
from trivselsdesk import paths
from trivselsdesk.app import Program
from trivselsdesk.domain.commands.desk import ChangeProgramme
from trivselsdesk.store import backup
from trivselsdesk.store.lock import InstanceLock
from trivselsdesk.store.store import DESK
from trivselsdesk.ui import theme
from trivselsdesk.ui.single import bring_forward
from trivselsdesk.ui.start import making
from trivselsdesk.ui.start.trouble_page import TroublePage
from trivselsdesk.ui.widgets.labels import Label

PATIENCE = 60


@pytest.fixture
def start(restore_theme: QApplication) -> Iterator[Start]:
    started = Start(restore_theme)
    yield started
    started.end()


class Start:
    """Starts the program as often as a test wants; each is ended before the next begins."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._running: list[Program] = []

    def __call__(self) -> Program:
        self.end()
        program = Program(self._app)
        self._running.append(program)
        program.show()
        program.open()
        return program

    def end(self) -> None:
        while self._running:
            program = self._running.pop()
            self._app.aboutToQuit.disconnect(program.close)
            program.window.close()
            program.close()
            program.window.deleteLater()
            # Else each change of theme would repaint the windows of all tests before.
            QApplication.sendPostedEvents(program.window, QEvent.Type.DeferredDelete)


def page(program: Program) -> TroublePage:
    found = program.window._pages.currentWidget()
    assert isinstance(found, TroublePage)
    return found


def words(program: Program) -> str:
    return " ".join(label.text() for label in program.window._pages.currentWidget().findChildren(Label))


def with_a_programme(start: Start, name: str = "Skovly") -> str:
    """A data folder with one programme and a backup of it. Returns the programme's id."""
    program = start()
    assert program.bridge is not None
    programme_id = making.new(program.bridge, "trivselsdialog", name)
    assert program.bridge.back_up("start")
    start.end()
    return programme_id


def damage(database: Path) -> None:
    data = bytearray(database.read_bytes())
    data[8192:20480] = b"x" * 12288
    database.write_bytes(data)


def test_the_window_is_there_before_the_store(restore_theme: QApplication, qtbot: QtBot) -> None:
    program = Program(restore_theme)
    try:
        assert program.store is None
        program.show()
        qtbot.waitUntil(lambda: program.bridge is not None, timeout=PATIENCE * 1000)
        assert program.window._pages.currentWidget() is program.window.start
    finally:
        restore_theme.aboutToQuit.disconnect(program.close)
        program.window.close()
        program.close()


def test_a_restart_comes_back_to_the_same_place_and_look(start: Start) -> None:
    programme_id = with_a_programme(start)
    program = start()
    program.window.open_programme(programme_id, "afhold")
    assert program.bridge is not None
    program.bridge.remember("theme", "dark")
    start.end()
    program = start()
    assert program.window.programme_id == programme_id
    assert program.window.shell.room is not None and program.window.shell.room.phase_id == "afhold"
    assert theme.current().name == "dark"
    # Known before the store is read, so that nobody meets a white flash.
    assert program._look.theme == "dark"


def test_what_was_done_last_can_be_undone_after_a_restart(start: Start) -> None:
    programme_id = with_a_programme(start)
    program = start()
    assert program.bridge is not None
    program.bridge.run(ChangeProgramme(programme_id=programme_id, values={"name": "Egetræet"}))
    program = start()
    program.window.undo()
    assert program.bridge is not None
    assert program.bridge.book(programme_id).programme.name == "Skovly"
    assert program.bridge.next_step(DESK, redo=True) is not None


def test_a_damaged_file_is_told_and_a_backup_puts_it_right(start: Start) -> None:
    programme_id = with_a_programme(start)
    damage(paths.database_file())
    bytes_before = paths.database_file().read_bytes()
    program = start()
    assert page(program).kind == "damaged"
    assert list(page(program).buttons) == ["restore", "again", "elsewhere"]
    assert paths.database_file().read_bytes() == bytes_before
    program.restore(str(backup.listed(paths.database_file())[0]))
    assert program.bridge is not None
    assert [each.id for each in program.bridge.programmes()] == [programme_id]
    assert "Gendannet" in program.window.toast.text()
    kept = [each.read_bytes() for each in paths.data_dir().glob("*.damaged")]
    assert kept == [bytes_before]


def test_restoring_inside_a_running_program_goes_back_in_time(start: Start) -> None:
    programme_id = with_a_programme(start)
    program = start()
    assert program.bridge is not None
    program.bridge.run(ChangeProgramme(programme_id=programme_id, values={"name": "Egetræet"}))
    chosen = str(backup.listed(paths.database_file())[0])
    program.window.open_programme(programme_id)
    program.window.start.restore_wanted.emit(chosen)
    assert program.bridge.book(programme_id).programme.name == "Skovly"
    # And the window that was rebuilt works.
    program.window.show_desk()
    assert program.bridge.run(ChangeProgramme(programme_id=programme_id, values={"closed": True}))
    assert program.window.start.list.rows == {}


def test_a_file_of_a_newer_version_is_read_and_left_alone(start: Start) -> None:
    programme_id = with_a_programme(start)
    with sqlite3.connect(paths.database_file()) as raw:
        raw.execute("PRAGMA user_version=99")
    raw.close()
    before = paths.database_file().read_bytes()
    program = start()
    assert program.bridge is not None and program.bridge.store.readonly
    assert [each.id for each in program.bridge.programmes()] == [programme_id]
    banners = " ".join(label.text() for label in program.window._ground.findChildren(Label))
    assert "nyere udgave" in banners
    assert not program.bridge.run(ChangeProgramme(programme_id=programme_id, values={"name": "X"}))
    start.end()
    assert paths.database_file().read_bytes() == before


def test_a_folder_that_cannot_be_made_offers_another(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "fil" / "data"))
    program = start()
    assert page(program).kind == "folder"
    assert "Intet er tabt" in words(program) and str(tmp_path / "fil") in words(program)
    program.move_to(tmp_path / "et andet sted")
    assert program.bridge is not None
    assert (tmp_path / "et andet sted" / "trivselsdesk.db").exists()


def test_a_folder_that_may_not_be_written_can_still_be_read(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme_id = with_a_programme(start)
    folder = paths.data_dir()
    for each in folder.glob("*.lock"):
        each.unlink()
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        program = start()
        assert page(program).kind == "readonly"
        page(program).wanted.emit("look")
        assert program.bridge is not None
        assert [each.id for each in program.bridge.programmes()] == [programme_id]
        start.end()
    finally:
        folder.chmod(0o700)


def test_try_again_opens_when_the_trouble_is_over(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    with_a_programme(start)
    good = paths.database_file().read_bytes()
    paths.database_file().write_bytes(b"noget helt andet" * 100)
    program = start()
    assert page(program).kind == "damaged"
    page(program).wanted.emit("again")
    assert page(program).kind == "damaged"
    paths.database_file().write_bytes(good)
    page(program).wanted.emit("again")
    assert program.bridge is not None and len(program.bridge.programmes()) == 1


def test_giving_up_the_choice_of_a_folder_changes_nothing(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_programme(start)
    damage(paths.database_file())
    program = start()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page(program).wanted.emit("elsewhere")
    assert page(program).kind == "damaged"


def test_a_second_start_brings_the_first_window_forward(start: Start, qtbot: QtBot) -> None:
    program = start()
    program.window.showMinimized()
    second = subprocess.Popen([sys.executable, "-m", "trivselsdesk"], env=environment())
    try:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE * 1000)
    finally:
        second.kill()
    assert second.returncode == 0
    assert not program.window.isMinimized()


def test_a_first_program_that_does_not_answer_is_told_about(start: Start) -> None:
    other = InstanceLock(paths.data_dir())
    assert other.acquire()
    try:
        program = start()
        assert page(program).kind == "running"
        assert "allerede åbent" in words(program)
    finally:
        other.release()
    page(program).wanted.emit("again")
    assert program.bridge is not None


def test_a_killed_program_leaves_nothing_in_the_way(start: Start) -> None:
    first = subprocess.Popen([sys.executable, "-m", "trivselsdesk"], env=environment())
    deadline = time.monotonic() + PATIENCE
    while not bring_forward(paths.data_dir()):
        assert first.poll() is None and time.monotonic() < deadline
        time.sleep(0.05)
    first.kill()
    first.wait(PATIENCE)
    program = start()
    assert program.bridge is not None


def test_a_fault_in_a_slot_is_told_in_the_window(start: Start) -> None:
    program = start()
    sys.excepthook(ValueError, ValueError("hemmeligt"), None)
    assert "Noget gik galt" in program.window.toast.text()
    assert "hemmeligt" not in program.window.toast.text()


def environment() -> dict[str, str]:
    source = Path(paths.__file__).parents[1]
    return {**os.environ, "PYTHONPATH": str(source), "QT_QPA_PLATFORM": "offscreen"}


def test_what_could_not_be_saved_keeps_the_window_open(start: Start) -> None:
    programme_id = with_a_programme(start)
    program = start()
    assert program.bridge is not None and program.store is not None
    disk = program.store._connection
    disk.execute("PRAGMA query_only=ON")
    assert not program.bridge.run(ChangeProgramme(programme_id=programme_id, values={"name": "Egetræet"}))
    banner = " ".join(label.text() for label in program.window._ground.findChildren(Label))
    assert "Vi må ikke skrive i datamappen" in banner
    press_button("Bliv her")
    assert not program.window.close() and program.window.isVisible()
    disk.execute("PRAGMA query_only=OFF")
    assert program.window.close()
    start.end()
    program = start()
    assert program.bridge is not None
    assert program.bridge.book(programme_id).programme.name == "Egetræet"
