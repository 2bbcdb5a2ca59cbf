"""The plan room in the hands of a user: open, choose, read, reopen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.ui.plan.action_table import ActionTable
from trivselsdesk.ui.plan.desk import Desk
from trivselsdesk.ui.plan.room import PlanRoom
from trivselsdesk.ui.widgets.fields import flush_all


class Planning:
    """»Hvem gør hvad?« is chosen and full, »Travle eftermiddage« is still empty."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.at = example_desk(folder, "plan")
        self.said: list[str] = []
        self.asked: list[str] = []
        self.documents: list[str] = []
        self._enter()

    def _enter(self) -> None:
        self.bridge, self.key = self.at.bridge, self.at.programme_id
        self.room = PlanRoom(self.bridge)
        self._qtbot.addWidget(self.room)
        self.bridge.changed.connect(self.room.take)
        self.room.undo_toast.connect(self._hear)
        self.room.toast.connect(self._hear)
        self.bridge.refused.connect(self.said.append)
        self.room.go.connect(self.asked.append)
        self.room.open_document.connect(self.documents.append)
        self.room.resize(1440, 840)
        self.room.show_programme(self.key, "handleplan")
        self.room.show()
        self.room.activateWindow()
        QApplication.processEvents()

    def reopen(self) -> None:
        """Leave the room and close the store, and come back to both."""
        self.room.leave()
        self.at = self.at.reopen()
        self._enter()

    def close(self) -> None:
        self.room.leave()
        self.bridge.store.close()

    @property
    def book(self) -> Book:
        return self.at.book

    @property
    def desk(self) -> Desk:
        assert self.room.desk is not None
        return self.room.desk

    @property
    def table(self) -> ActionTable:
        """The table of actions of the view that is open."""
        table = self.desk.smtte.table if self.room.view == "smtte" else self.desk.questions.table
        assert table is not None
        return table

    def names(self) -> list[str]:
        """The initiatives in the rail, from above."""
        return [card.area.name for card in self.room.rail.areas.cards()]

    def initiative(self, name: str) -> Initiative:
        return next(each for each in active_initiatives(self.book) if each.name == name)

    def show(self, name: str) -> Initiative:
        initiative = self.initiative(name)
        self.room.show_area(initiative.id)
        return initiative

    def actions(self, name: str) -> list[Action]:
        return actions_of(self.book, self.initiative(name).id)

    def write(self, field: QWidget, words: str) -> None:
        """Put the cursor in a field and type. Typing is keys and letters, as the clipboard has them."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        for line in [words] if "\n" not in words else words.split("\n"):
            type_words(field, line)
        flush_all()

    def press(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def _hear(self, _icon: str, words: str) -> None:
        self.said.append(words)


def type_words(field: QWidget, words: str) -> None:
    """Letters as a keyboard sends them; QTest's own way stops at æ, ø and å."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    for sign in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(field, event)
