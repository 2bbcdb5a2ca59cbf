"""Works in the real window without end, by mouse and keyboard, until it is killed. Arguments: folder, seed.

Every committed change is acknowledged to the harness, and once more, row by row, in a file beside the
database. The next life holds that file against what it finds: each row is as it was acknowledged, or
belongs to the one step that was under way; undo and redo lead back; and the window is where it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, NoReturn

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from tests.crash.protocol import Teller, digest
from trivselsdesk import app as product
from trivselsdesk.domain.codec import to_plain
from trivselsdesk.domain.records import ClockState, Note, Record, Setting, SlotLog
from trivselsdesk.store.store import DESK, ChangeSet, Store
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.room import RunRoom

ACKNOWLEDGED = "acknowledged.jsonl"
MANY_NOTES = 60
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå "
PHASES = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class Log:
    """What was acknowledged: rows, the window's place, and what is under way."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.rows: dict[str, str] = {}
        self.place: str | None = None
        self.heading: str | None = None
        """The place that the window writes down in a moment, or has just written."""
        self.under_way = ""
        if path.exists():
            self._read()
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def _read(self) -> None:
        for line in self._path.read_bytes().splitlines():
            words = json.loads(line)
            self.rows.update(words.get("rows", {}))
            self.place = words.get("place", self.place)
            self.heading = words.get("heading", self.heading)
            self.under_way = words.get("about", self.under_way)

    def say(self, **words: Any) -> None:
        """Write a line; it is with the system, and so outlives us, when this returns."""
        os.write(self._handle, (json.dumps(words) + "\n").encode())


def row(kind: type[Record], record_id: str) -> str:
    """The name of a row."""
    return f"{kind.__name__} {record_id}"


def mark_of(record: Record | None) -> str:
    """A short sum over a record; empty for one that is gone."""
    if record is None:
        return ""
    return hashlib.sha256(json.dumps(to_plain(record), sort_keys=True).encode()).hexdigest()[:16]


def lost(what: str) -> NoReturn:
    """Say it where the harness looks, and end at once."""
    print(f"LOST: {what}", file=sys.stderr, flush=True)
    os._exit(1)


class Hands(QObject):
    """Somebody in a hurry, in front of the window."""

    def __init__(self, program: product.Program, folder: Path, seed: int) -> None:
        super().__init__()
        self.program = program
        self.random = Random(seed)
        self.teller = Teller()
        self.log = Log(folder / ACKNOWLEDGED)
        self._next = QTimer(self)
        self._next.timeout.connect(self.act)
        # No dialog may wait for an answer that nobody gives.
        self._janitor = QTimer(self)
        self._janitor.timeout.connect(self.close_dialogs)

    @property
    def window(self) -> MainWindow:
        """The program's window."""
        return self.program.window

    @property
    def store(self) -> Store:
        """The program's store."""
        assert self.program.store is not None
        return self.program.store

    def begin(self) -> None:
        """The program is open: look whether all is there, then go on working."""
        assert self.program.bridge is not None
        self.look()
        self.program.bridge.changed.connect(self.changed)
        self.window.shell.moved.connect(self.moved)
        self.window.shell.back.connect(self.went_back)
        self.teller.ready(self.store, self.store.path)
        self._janitor.start(50)
        if not self.store.programmes():
            self.do("move", self.window.start.try_example)
        self._next.start(0)

    # What was acknowledged

    def look(self) -> None:
        """Hold what was acknowledged in earlier lives against what is there; end if it is not."""
        other = {name for name, mark in self.log.rows.items() if self.mark(name) != mark}
        wrong = other
        if self.log.under_way == "clock":
            wrong = {each for each in wrong if each.split()[0] not in (ClockState.__name__, SlotLog.__name__)}
        if wrong and not any(wrong <= touched for touched in self.latest_steps()):
            lost(f"acknowledged rows are not as they were: {sorted(wrong)[:5]}")
        held = digest(self.store)
        # Not the desk's own steps: a kill between the two would leave the programme in the bin, where
        # undo has laid it, and the next life would rightly open on the list.
        for scope in [each.id for each in self.store.programmes()]:
            if self.store.undo(scope) is not None:
                self.store.redo(scope)
        if digest(self.store) != held:
            lost("undo and redo do not lead back")
        known = (self.log.place, self.log.heading)
        if self.log.place is not None and self.log.under_way != "move" and self.place() not in known:
            lost(f"the window was at {known} and is at {self.place()}")
        at = self.place()
        self.log.say(rows={name: self.mark(name) for name in other}, place=at, heading=at, about="")

    def latest_steps(self) -> list[set[str]]:
        """The rows of the last step of each scope, done or taken back: one of them was under way."""
        found = []
        for scope in [each.id for each in self.store.programmes()]:
            for turn, back in ((self.store.undo, self.store.redo), (self.store.redo, self.store.undo)):
                changes = turn(scope)
                if changes is not None:
                    back(scope)
                    found.append({row(each.kind, each.id) for each in changes.changes})
        return found

    def mark(self, name: str) -> str:
        """The mark of the row of that name as it stands."""
        kind, _, record_id = name.partition(" ")
        for key in (DESK, *(each.id for each in self.store.programmes())):
            for record in self.store.book(key).everything():
                if record.id == record_id and type(record).__name__ == kind:
                    return mark_of(record)
        return ""

    def changed(self, changes: ChangeSet) -> None:
        """The window has been told that something was committed."""
        self.log.say(
            rows={
                row(each.kind, each.id): mark_of(each.after)
                for each in changes.changes
                if each.kind is not Setting
            }
        )
        self.teller.done(self.store)

    def moved(self, programme_id: str, phase_id: str) -> None:
        """The window writes the place down a moment after it is shown."""
        self.log.say(heading=f"{programme_id}/{phase_id}", place=self.written_place())

    def went_back(self) -> None:
        """To the list, which is remembered as nothing."""
        self.log.say(heading="", place=self.written_place())

    def written_place(self) -> str:
        """Where the next life begins, should this one end now."""
        assert self.program.bridge is not None
        return self.program.bridge.setting("place")

    def place(self) -> str:
        """Where the window is."""
        window = self.window
        if not window.programme_id:
            return ""
        assert self.program.bridge is not None
        phases = self.program.bridge.pack(window.programme_id).phases
        return f"{window.programme_id}/{phases[window.shell.phase].id}"

    # Working

    def act(self) -> None:
        """Do one thing, all the way to the committed change."""
        if QApplication.activeModalWidget() is not None:
            return
        window, chance = self.window, self.random.random()
        if not window.programme_id:
            key = self.store.programmes()[0].id
            self.do("move", lambda: window.open_programme(key))
        elif chance < 0.10:
            self.do(
                "move",
                lambda: QTest.keyClick(window, self.random.choice(PHASES), Qt.KeyboardModifier.AltModifier),
            )
        elif chance < 0.12:
            self.do("move", self.to_the_desk)
        elif chance < 0.24:
            key = self.random.choice([Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y])
            self.do("turn", lambda: QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier))
        elif isinstance(window.shell.room, RunRoom) and chance < 0.80:
            self.run_meeting(window.shell.room)
        else:
            self.do("type", self.write_somewhere)

    def to_the_desk(self) -> None:
        """Back to the list."""
        self.window.show_desk()
        self.went_back()

    def do(self, what: str, doing: Callable[[], object]) -> None:
        """Do it, and let the window come to rest, so that what it put off is acknowledged too."""
        self.log.say(about=what)
        doing()
        QApplication.processEvents()
        self.log.say(about="", place=self.written_place())
        self.teller.done(self.store)

    def run_meeting(self, room: RunRoom) -> None:
        """Something that is done while the meeting is held."""
        page, chance = room.page, self.random.random()
        if chance < 0.25 or not isinstance(page, BoardPage):
            slots = room.clockwork.slots()
            board = [each for each in slots if each.step is not None and "board" in each.step.tool]
            ways = [
                room.next_step,
                room.step_back,
                room.minute_more,
                room.toggle_clock,
                lambda: room.clockwork.jump(self.random.choice(board or slots).id),
            ]
            self.do("clock", self.random.choice(ways))
        elif len(list(self.program.store.book(room.programme_id).of(Note))) > MANY_NOTES:  # type: ignore[union-attr]
            page.view.choose(page.view.tile_ids()[: MANY_NOTES // 2])
            self.do("delete", page.delete_chosen)
        elif chance < 0.6 or len(page.view.tile_ids()) < 2:
            self.do("note", lambda: self.write_note(page))
        else:
            self.do("drag", lambda: self.drag_note(page))

    def write_note(self, page: BoardPage) -> None:
        """A note in quick entry: type, Enter."""
        page.entry.field.setFocus()
        QTest.keyClicks(page.entry.field, self.words(self.random.choice([4, 30, 75])))
        QTest.keyClick(page.entry.field, Qt.Key.Key_Return)

    def drag_note(self, page: BoardPage) -> None:
        """A note to another place: into a field, or onto another note to make a theme."""
        view = page.view
        sheet = view.viewport()
        start, end = (
            view.tile_rect(each).center().toPoint() for each in self.random.sample(view.tile_ids(), 2)
        )
        if self.random.random() < 0.6:
            end = QPoint(
                self.random.randrange(20, sheet.width() - 20), self.random.randrange(30, sheet.height() - 30)
            )
        if not sheet.rect().contains(start):
            return
        QTest.mousePress(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for share in (0.2, 0.6, 0.9, 1.0):
            QTest.mouseMove(sheet, start + (end - start) * share)
            QApplication.processEvents()
        QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def write_somewhere(self) -> None:
        """Into any field of the open room; it is saved when the typing stops, or when it is left."""
        room = self.window.shell.room
        found: list[QWidget] = [*room.findChildren(QLineEdit), *room.findChildren(QPlainTextEdit)]
        free = [each for each in found if each.isVisible() and each.isEnabled() and not each.isReadOnly()]  # type: ignore[attr-defined]
        if not free:
            return
        field = self.random.choice(free)
        field.setFocus()
        QTest.keyClicks(field, self.words(6))
        if self.random.random() < 0.5:
            QTest.keyClick(field, Qt.Key.Key_Tab)

    def words(self, length: int) -> str:
        """Something to write."""
        return "".join(self.random.choice(LETTERS) for _ in range(length))

    def close_dialogs(self) -> None:
        """Say no to whatever asks, and put menus away."""
        for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if isinstance(widget, QDialog):
                widget.reject()
            elif widget is not None:
                widget.close()


def main(folder: Path, seed: int) -> int:
    """The product, started as its own ``main`` starts it, with somebody in front of it."""
    app = QApplication(["trivselsdesk"])
    product.prepare(app)
    program = product.Program(app)
    hands = Hands(program, folder, seed)
    waiting = QTimer()

    def look() -> None:
        if program.bridge is not None and hasattr(program.window, "shell"):
            waiting.stop()
            hands.begin()

    waiting.timeout.connect(look)
    waiting.start(5)
    program.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
