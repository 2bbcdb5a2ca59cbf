"""A form in a part of the meeting: the question with the cursor is on the wall with what was answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.wall import tools as wall
from trivselsdesk.domain.wall.model import Sheet
from trivselsdesk.domain.wall.view import Scene
from trivselsdesk.ui.run.pages.form import FormPage
from trivselsdesk.ui.widgets.fields import flush_all

TOOL = Tool(kind="form", params={"form": "gensyn"})


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "follow")
    yield desk
    desk.bridge.store.close()


def enter(at: Desk, qtbot: QtBot, tool: Tool = TOOL) -> FormPage:
    page = FormPage(at.bridge)
    qtbot.addWidget(page)
    at.bridge.changed.connect(page.take)
    page.resize(1000, 700)
    page.show_slot(at.programme_id, slots(at.book, at.book.meeting)[0], tool)
    page.show()
    QApplication.processEvents()
    return page


def room_sees(at: Desk, *, names: bool = True, tool: Tool = TOOL) -> Sheet:
    book, meeting, now = at.book, at.book.meeting, at.bridge.seconds()
    slot = slots(book, meeting)[0]
    pack = at.bridge.pack(at.programme_id)
    scene = Scene(book, pack, meeting, timing.read(book, meeting, now, now), slot, names=names)
    content = wall.form(scene, slot, tool)
    assert isinstance(content, Sheet)
    return content


def said(sheet: Sheet) -> list[str]:
    return [line.text for block in sheet.blocks for line in block.lines]


def test_the_wall_follows_the_cursor(at: Desk, qtbot: QtBot) -> None:
    page = enter(at, qtbot)
    assert room_sees(at).question == "Hvor langt kom vi?"
    assert not page.back.isEnabled()
    page.desk.cards[3].focus_answer()
    assert room_sees(at).question == "Hvad gik godt?"
    QTest.keyClicks(QApplication.focusWidget(), "Alle var med")
    flush_all()
    assert said(room_sees(at)) == ["Alle var med"]
    page.next.click()
    assert room_sees(at).question == "Hvad gik mindre godt?"
    assert said(room_sees(at)) == []
    page.back.click()
    assert said(room_sees(at)) == ["Alle var med"]


def test_the_next_initiative_is_on_the_wall_too_and_after_a_restart(at: Desk, qtbot: QtBot) -> None:
    page = enter(at, qtbot)
    first = room_sees(at).blocks[0].title
    page.desk.subjects.next.click()
    second = room_sees(at).blocks[0].title
    assert second != first
    again = at.reopen()
    assert room_sees(again).blocks[0].title == second
    assert enter(again, qtbot).desk.subjects.choice.currentText() == second
    again.bridge.store.close()


def test_names_stay_off_the_wall_when_they_are_switched_off(at: Desk, qtbot: QtBot) -> None:
    page = enter(at, qtbot)
    page.desk.cards[6].focus_answer()
    page.desk.cards[6].written.emit("plan", "", "Skilt på døren\tLone\t2026-09-09")
    assert said(room_sees(at)) == ["Skilt på døren · Lone · 9. september 2026"]
    assert said(room_sees(at, names=False)) == ["Skilt på døren · 9. september 2026"]


def test_a_form_that_is_not_in_the_process_is_talked_through(at: Desk, qtbot: QtBot) -> None:
    tool = Tool(kind="form", params={"form": "væk"})
    page = enter(at, qtbot, tool)
    assert page.back.isHidden()
    assert room_sees(at, tool=tool).question


def test_a_field_of_the_part_before_moves_nothing_in_this_one(at: Desk, qtbot: QtBot) -> None:
    page = enter(at, qtbot)
    before = room_sees(at).question
    page.desk.entered.emit("et felt fra skemaet før")
    assert room_sees(at).question == before
