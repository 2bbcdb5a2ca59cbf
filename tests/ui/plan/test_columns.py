"""The columns of the table of actions come from the pack: one process asks how it is done (001: D72)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.ui.plan.room import PlanRoom
from trivselsdesk.ui.widgets.fields import flush_all

COLUMNS = (("title", "Handling"), ("owner", "Ansvarlig"), ("how", "Måde"), ("due", "Hvornår"))


def test_a_process_can_ask_in_what_way(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    tables = "".join(f'[[action_columns]]\nfield = "{f}"\nlabel = "{w}"\n\n' for f, w in COLUMNS)
    head = '[[smtte]]\nletter = "S"'
    at = example_desk(tmp_path, "plan", edited=(head, tables + head))
    room = PlanRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 708)
    room.show()
    room.show_programme(at.programme_id, "handleplan")
    initiative = next(each for each in active_initiatives(at.book) if each.name == "Hvem gør hvad?")
    room.show_area(initiative.id)
    assert room.desk is not None and room.desk.questions.table is not None
    row = room.desk.questions.table.rows()[0]
    assert list(row.fields) == [field for field, _ in COLUMNS]
    assert row.how.isVisible() and not row.people.isVisible()
    row.how.setFocus()
    QTest.keyClicks(row.how, "Rundt p")
    flush_all()
    action = actions_of(at.book, initiative.id)[0]
    assert action.how == "Rundt p" and action.people == "Sanne, Jonas"
    row.title.setFocus(Qt.FocusReason.OtherFocusReason)
    # Who is in has no column here, so nobody is asked for it.
    at.undo()
    room.desk.questions.launch()
    assert room.desk.questions.table.sentence() == ""
    room.leave()
