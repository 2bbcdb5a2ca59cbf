"""The unit's own texts in the real window: written, seen on paper, undone, saved as a process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.documents.reading import words
from tests.packs.walk import shown_words
from tests.ui.desk import Desk, example_desk
from trivselsdesk import paths
from trivselsdesk.documents.catalogue import document
from trivselsdesk.domain.records import Note
from trivselsdesk.packs.library import Library
from trivselsdesk.packs.loader import load_pack
from trivselsdesk.packs.writing import write_folder
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.process import saving
from trivselsdesk.ui.process.edition import EditionDialog
from trivselsdesk.ui.process.list_field import TextsField
from trivselsdesk.ui.process.room import ProcessRoom
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import TextField

TITLE = "questions.opnaa.title"
PROMPTS = ("meetings", "workshop", "items", "velkomst", "aids", "isbryder")


class Editing:
    """The window with the room of the process's texts open."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.desk: Desk = example_desk(folder, "plan")
        self.desk.bridge.library = Library(paths.pack_dirs())
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.begin(self.desk.bridge)
        self.window.open_programme(self.desk.programme_id)
        self.window.shell.open_process()

    @property
    def room(self) -> ProcessRoom:
        room = self.window.shell.room
        assert isinstance(room, ProcessRoom)
        return room

    def write(self, key: str, text: str) -> None:
        """Turn to the place's part and type over what stands there."""
        self.room.tree.choose(tuple(key.split(".")[:-1]))
        field = self.room.fields[key].field
        assert isinstance(field, TextField)
        field.setPlainText(text)
        field.flush()

    def said(self) -> str:
        QApplication.processEvents()
        return " | ".join(shown_words(self.window))

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.desk.bridge.pack(self.desk.programme_id).questions]


@pytest.fixture
def editing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Editing]:
    made = Editing(qtbot, tmp_path)
    yield made
    made.window.end()
    made.desk.bridge.store.close()


def test_a_text_holds_at_once_on_paper_and_wall_and_is_undone(editing: Editing) -> None:
    bridge, key = editing.desk.bridge, editing.desk.programme_id
    editing.write(TITLE, "Hvad drømmer vi om?")
    assert "Hvad drømmer vi om?" in editing.titles
    assert "I pakken står: »Hvad vil vi opnå?«" in editing.said()
    paper = document("gruppeark").make(bridge.book(key), bridge.pack(key), bridge.now())
    assert "Hvad drømmer vi om?" in words(paper)
    assert "Fortryd: Processens tekst: »Titel«" in editing.window.shell.bar.undo.toolTip()
    editing.desk.undo()
    assert "Hvad vil vi opnå?" in editing.titles
    editing.desk.redo()
    editing.room.fields[TITLE].back.click()
    assert "Hvad vil vi opnå?" in editing.titles and "I pakken står" not in editing.said()

    # What cannot stand is said at the field, waits there, and is not lost.
    editing.write(TITLE, "Hvad vil {nogen}?")
    assert "Hvad vil vi opnå?" in editing.titles
    assert "{nogen}" in editing.room.fields[TITLE].labelled.error()
    editing.room.tree.choose(("vague",))
    editing.room.tree.choose(("questions", "opnaa"))
    field = editing.room.fields[TITLE].field
    assert isinstance(field, TextField) and field.value() == "Hvad vil {nogen}?"
    editing.write(TITLE, "")
    assert "er tom" in editing.room.fields[TITLE].labelled.error()
    editing.write(TITLE, "Hvad vil vi?")
    assert not editing.room.fields[TITLE].labelled.error() and "Hvad vil vi?" in editing.titles
    editing.window.end()
    editing.desk = editing.desk.reopen()
    assert "Hvad vil vi?" in editing.titles


def test_a_list_grows_by_enter_and_moves_by_keys(editing: Editing) -> None:
    editing.room.tree.choose(PROMPTS)
    field = next(each for each in editing.room.fields.values() if isinstance(each.field, TextsField)).field
    assert isinstance(field, TextsField)
    before = field.value()
    first = field.list.rows()[0].text  # type: ignore[attr-defined]
    QTest.keyClick(first, Qt.Key.Key_Return)
    fresh = field.list.rows()[1].text  # type: ignore[attr-defined]
    QTest.keyClicks(fresh, "Hvad glæder I jer til?")
    fresh.flush()
    assert field.value() == (before[0], "Hvad glæder I jer til?", *before[1:])
    QTest.keyClick(fresh, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    pack = editing.desk.bridge.pack(editing.desk.programme_id)
    tool = next(each for each in pack.meetings[0].tools if each.kind == "icebreaker")
    assert tool.params["prompts"][:2] == ("Hvad glæder I jer til?", before[0])


def test_the_keyboard_stays_in_a_list_whose_last_line_goes(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("Færdig"))
    field = TextsField(("Hvad glæder I jer til?",), name="Spørgsmål")
    column.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    trash = field.list.rows()[0].trash  # type: ignore[attr-defined]
    trash.setFocus()
    trash.click()
    assert field.value() == () and field.add.hasFocus()


def test_the_keyboard_is_in_the_list_of_parts_when_one_was_opened(editing: Editing) -> None:
    editing.room.tree.choose(("boards", "hverdag", "zones"))
    editing.room.rows.opened.emit(("boards", "hverdag", "zones", "godt"))
    assert editing.window.focusWidget() is editing.room.tree.tree
    assert editing.room.path == ("boards", "hverdag", "zones", "godt")


def test_a_zone_with_notes_stays_and_other_rows_come_and_go(editing: Editing) -> None:
    bridge, key = editing.desk.bridge, editing.desk.programme_id
    texts = editing.room.texts
    said: list[str] = []
    bridge.refused.connect(said.append)
    node = texts.node(("status_steps",))
    assert node is not None and node.rows is not None
    assert texts.add(node.rows, "Sat på pause") == ""
    assert bridge.pack(key).status_steps[-1].title == "Sat på pause"
    node = texts.node(("boards", "hverdag", "zones"))
    assert node is not None and node.rows is not None
    wrong = texts.remove(node.rows, "godt", "Fungerer godt")
    assert wrong or said
    assert [each.id for each in bridge.pack(key).board("hverdag").zones] == ["godt", "mindre"]
    node = texts.node(("wheel", "events"))
    assert node is not None and node.rows is not None
    first = node.rows.ids[0]
    assert texts.remove(node.rows, first, "") == ""
    assert first not in [each.id for each in bridge.pack(key).wheel.events]  # type: ignore[union-attr]
    node = texts.node(("wheel", "events"))
    assert node is not None and node.rows is not None
    texts.reset_list(node.rows)
    assert bridge.pack(key).wheel.events[0].id == first  # type: ignore[union-attr]


def test_the_tree_is_searched_and_leads_to_the_drejebog(editing: Editing) -> None:
    room = editing.room
    room.tree.search.setText("hvad vil vi opnå")
    shown = [path for path, item in room.tree._items.items() if not item.isHidden()]
    assert ("questions", "opnaa") in shown and ("boards",) not in shown
    room.tree.search.setText("xyzzy")
    assert "Ingen tekster passer" in editing.said()
    room.tree.search.setText("")
    room.tree.choose(PROMPTS[:4])
    assert "Ret i drejebogen" in editing.said()
    room.lead_button.click()
    assert editing.window.shell.room_name == "prepare"
    editing.window.actions_table.action("process").trigger()
    assert editing.window.shell.room_name == "process"
    room._done.click()
    assert editing.window.shell.room_name == "prepare"


def test_an_edition_without_a_field_that_is_written_in_says_so_before_anybody_takes_it(
    editing: Editing,
) -> None:
    bridge, key = editing.desk.bridge, editing.desk.programme_id
    shelf = bridge.library.find("trivselsdialog")
    assert shelf is not None
    board = next(each for each in bridge.pack(key).boards if not each.takes)
    zone = next(each for each in board.zones if any(n.zone == each.id for n in editing.desk.book.of(Note)))
    files = {name: text.replace(f'"{zone.id}"', '"helt_nyt"') for name, text in shelf.files.items()}
    files["pack.toml"] = files["pack.toml"].replace(f'version = "{shelf.pack.version}"', 'version = "99.1"')
    write_folder(paths.user_pack_dir() / "nyere", files)
    bridge.library.refresh()
    found = editing.room.edition.newer()
    assert found is not None
    held = editing.room.edition.held(found)
    assert any(f"{board.title} › " in each and each.endswith(zone.title) for each in held)
    dialog = EditionDialog(found, [], held, editing.window)
    assert any(zone.title in each.text() for each in dialog.held_places)
    assert [each.text() for each in dialog.findChildren(Button)] == ["Behold den gamle"]
    dialog.deleteLater()


def test_a_newer_edition_is_offered_taken_and_undone(editing: Editing, qtbot: QtBot) -> None:
    bridge, key = editing.desk.bridge, editing.desk.programme_id
    assert editing.room.edition.isHidden()
    editing.write("questions.forandre.title", "Hvad skal være anderledes?")
    shelf = bridge.library.find("trivselsdialog")
    assert shelf is not None
    files = dict(shelf.files)
    version = shelf.pack.version
    files["pack.toml"] = (
        files["pack.toml"]
        .replace(f'version = "{version}"', 'version = "99.1"')
        .replace("Hvad vil vi opnå?", "Hvad vil vi nå?")
    )
    write_folder(paths.user_pack_dir() / "nyere", files)
    bridge.library.refresh()
    assert "Hvad vil vi opnå?" in editing.titles
    editing.room.refresh()
    assert "Ny udgave af processen: 99.1" in editing.said()
    found = editing.room.edition.newer()
    assert found is not None
    editing.room.edition.take(found)
    assert "Hvad vil vi nå?" in editing.titles and "Hvad skal være anderledes?" in editing.titles
    assert editing.room.edition.isHidden()
    editing.desk.undo()
    assert "Hvad vil vi opnå?" in editing.titles and "Hvad skal være anderledes?" in editing.titles
    assert bridge.book(key).programme.pack_version == version

    # And the whole as a process of one's own, on the start screen at once.
    editing.write(TITLE, "Hvad drømmer vi om?")
    told = saving.write_own(
        editing.window, editing.room.texts, paths.user_pack_dir(), "Kastanjens dialog", "1.0"
    )
    assert "Kastanjens dialog" in told
    made = load_pack(paths.user_pack_dir() / "kastanjens-dialog")
    assert "Hvad drømmer vi om?" in [each.title for each in made.questions]
    assert editing.desk.book.programme.name not in str(made.forms)
    editing.window.show_desk()
    qtbot.waitUntil(lambda: "kastanjens-dialog" in editing.window.start.side.packs.cards)
    card = editing.window.start.side.packs.cards["kastanjens-dialog"]
    assert card.text() == "Kastanjens dialog"
