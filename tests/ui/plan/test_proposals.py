"""What was proposed on the sheet of a theme becomes an action with one press, and is never typed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.process_desk import process_desk
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.plan import actions_of
from trivselsdesk.domain.records import Initiative, Note
from trivselsdesk.ui.plan.room import PlanRoom


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = process_desk(tmp_path, "trivselsproces", "handleplan")
    q = {"programme_id": desk.programme_id}
    for key, name in (("i1", "Tonen"), ("i2", "Programmerne")):
        assert desk.bridge.run(AddRow(record=Initiative(id=key, name=name, **q), **q))
    notes = tuple(
        Note(id=text, board="stop_mere_nyt:i1", zone=zone, text=text, kind="gul", **q)
        for zone, text in (("mere", "Sig godmorgen"), ("stop", "Mails efter fyraften"))
    )
    assert desk.bridge.run(AddNotes(notes=notes, **q))
    yield desk
    desk.bridge.store.close()


def test_a_proposal_goes_onto_the_plan_of_its_theme_and_back(at: Desk, qtbot: QtBot) -> None:
    room = PlanRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 700)
    room.show_programme(at.programme_id, "arbejd")
    room.show()
    room.show_area("i1")
    QApplication.processEvents()
    rows = room.desk.help.proposals.rows
    assert [each.words for each in rows] == [
        "Stop med: Mails efter fyraften",
        "Gør mere af: Sig godmorgen",
    ], "zone by zone, as deeds"
    rows[1].button.setFocus()
    QTest.keyClick(rows[1].button, Qt.Key.Key_Space)
    assert [each.title for each in actions_of(at.book, "i1")] == ["Gør mere af: Sig godmorgen"]
    assert rows[1].chip.isVisible() and not rows[1].button.isVisible()
    at.undo()
    assert not actions_of(at.book, "i1") and rows[1].button.isVisible()
    room.show_area("i2")
    assert not room.desk.help.proposals.isVisible()
    room.leave()
