"""The sign-up in the meeting: an aid of the questions, and what the room sees of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.timing import clock_of
from trivselsdesk.domain.wall.deciding import signup
from trivselsdesk.ui.run.tools import maker


def test_people_sign_up_in_the_meeting_and_the_wall_shows_them(tmp_path: Path, qtbot: QtBot) -> None:
    at = example_desk(tmp_path, "plan")
    book, pack = at.book, at.bridge.pack(at.programme_id)
    slot = next(each for each in slots(book, book.meeting) if each.id == clock_of(book, book.meeting).slot)
    aid = next(each for each in part.aids(pack, book.meeting, slot) if each.tool.kind == "signup")
    page = maker("signup")(at.bridge)
    qtbot.addWidget(page)
    at.bridge.changed.connect(page.take)
    page.resize(1000, 560)
    page.show()
    page.show_slot(at.programme_id, slot, aid.tool)
    sheet = page.sheet  # type: ignore[attr-defined]
    sheet.focus_first()
    QTest.keyClick(sheet.rows()[0], Qt.Key.Key_2)
    name = participants(book)[0].name.split()[0]
    shown = signup(at.book, aid.tool)
    titles = [block.title for block in shown.blocks]
    assert titles[-1] == "Ikke med endnu" and "Hvem gør hvad?" in titles
    mine = shown.blocks[titles.index("Hvem gør hvad?")]
    assert [line.text for line in mine.lines] == [name, "Mangler 1 mere"]
    hidden = signup(at.book, aid.tool, names=False)
    assert name not in str(hidden)
    sheet.spread_button.click()
    assert not sheet.waiting.rows
    assert [block.title for block in signup(at.book, Tool(kind="signup")).blocks] == titles[:-1]
