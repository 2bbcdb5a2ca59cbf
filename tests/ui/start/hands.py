"""A start room on a real store, and hands for the dialogs that it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.answering import when_open
from trivselsdesk import paths
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Meeting, Person, Record, Task
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.library import Library
from trivselsdesk.store.store import DESK, Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.start.room import StartRoom
from trivselsdesk.ui.widgets.buttons import Button

NOW = datetime(2026, 5, 20, 9, 0)


class Desk(QObject):
    """The room with what it has asked for. Changes reach it as the window would pass them on."""

    def __init__(self, store: Store, folders: list[Path] | None = None) -> None:
        super().__init__()
        self.store = store
        self.bridge = Bridge(store, Library(folders or [paths.resource_dir() / "packs"]), FixedMoment(NOW))
        self.failures: list[str] = []
        self.opened: list[tuple[str, str]] = []
        self.documents: list[str] = []
        self.toasts: list[str] = []
        self.bridge.failed.connect(self.failures.append)
        self.room = StartRoom(self.bridge)
        self.room.open_programme.connect(self._on_opened)
        self.room.open_document.connect(self.documents.append)
        self.room.undo_toast.connect(self._on_toast)
        self.room.toast.connect(self._on_toast)
        self.bridge.changed.connect(self.room.take)
        self.room.resize(1440, 900)

    def _on_opened(self, programme_id: str, phase_id: str) -> None:
        self.opened.append((programme_id, phase_id))

    def _on_toast(self, icon: str, words: str) -> None:
        self.toasts.append(words)

    def add(self, name: str, *more: Record, day: date | None = None, **values: object) -> str:
        """A fresh programme on the list. ``day`` is its meeting's, ``values`` its own fields."""
        shelf = self.bridge.library.packs[0]
        self.bridge.keep_pack(shelf.pack, shelf.files)
        records = list(new_programme(shelf.pack, name, NOW))
        programme_id = records[0].id
        records[0] = replace(records[0], **values)  # type: ignore[arg-type]
        records = [
            replace(each, day=day, room="Salen") if isinstance(each, Meeting) else each for each in records
        ]
        records += [replace(each, programme_id=programme_id) for each in more]
        assert self.bridge.run(AddProgramme(programme_id=programme_id, records=tuple(records)))
        return programme_id

    def names(self) -> list[str]:
        """The names on the list that is chosen, from the top."""
        rows = sorted(self.room.list.rows.values(), key=lambda row: row.y())
        return [row.name.whole_text() for row in rows]

    def undo(self) -> None:
        """Ctrl+Z on the list."""
        self.bridge.undo(DESK)

    def choose(self, name: str, what: str) -> None:
        """Take an entry of a row's menu by its words."""
        row = next(row for row in self.room.list.rows.values() if row.name.whole_text() == name)
        menu = row.menu()
        action = next(each for each in menu.actions() if each.text() == what)
        action.trigger()
        menu.deleteLater()


def in_dialog(do: Callable[[QWidget], None]) -> None:
    """Do something in the dialog that is about to open."""
    when_open(do)


def write_and_enter(words: str) -> None:
    """Write into the field of the dialog that is about to open, and press Enter."""

    def do(dialog: QWidget) -> None:
        field = dialog.field  # type: ignore[attr-defined]
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    in_dialog(do)


def press_button(words: str) -> None:
    """Press a button of the dialog that is about to open."""

    def do(dialog: QWidget) -> None:
        button = next(each for each in dialog.findChildren(Button) if each.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    in_dialog(do)


def person(name: str) -> Person:
    """A participant."""
    return Person(id=f"person-{name}", programme_id="", name=name)


def tasks_done(desk: Desk, programme_id: str, but: str) -> None:
    """Tick the whole checklist except for the tasks that have a word."""
    for task in list(desk.bridge.book(programme_id).of(Task)):
        if but not in task.text:
            command = EditFields(programme_id=programme_id, kind=Task, id=task.id, values={"done": True})
            assert desk.bridge.run(command)
