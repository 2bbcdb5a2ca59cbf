"""The drejebog beside the board: choosing a row, going there, and what small windows show of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import AgendaItem


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "plan")


def test_one_click_only_chooses_and_the_button_goes_there(held: Held, qtbot: QtBot) -> None:
    rail = held.room.rail
    qtbot.mouseClick(rail.entries[3].item, Qt.MouseButton.LeftButton)
    assert held.title == "Hvad skal vi gøre?"
    assert rail.go.isVisible() and rail.go.text() == "Åbn igen"
    assert rail.rest.text() == "tiden er brugt"
    qtbot.mouseClick(rail.go, Qt.MouseButton.LeftButton)
    assert held.title == "Pause"
    assert not rail.go.isVisible()
    assert held.said == ["Trinnet er åbent igen. Tilbage: Skift + F9"]
    held.pass_time(1)
    held.room.step_back()
    assert (held.title, held.clock) == ("Hvad skal vi gøre?", "38:20")


def test_a_double_click_does_not_derail_the_meeting(held: Held, qtbot: QtBot) -> None:
    row = held.room.rail.entries[0].item
    qtbot.mouseDClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert held.title == "Hvad skal vi gøre?"


def test_the_rail_works_from_the_keyboard(held: Held) -> None:
    rail = held.room.rail
    rail.entries[5].item.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rail.entries[5].item, Qt.Key.Key_Down)
    last = rail.entries[6].item
    assert rail.focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert held.title == "Hvad skal vi gøre?"
    QTest.keyClick(last, Qt.Key.Key_Escape)
    assert not rail.go.isVisible()
    QTest.keyClick(last, Qt.Key.Key_Return)
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert held.title == "Opsamling og tak"


def test_parts_that_were_passed_over_say_so(held: Held) -> None:
    rail = held.room.rail
    rail.choose(rail.entries[0].item.slot_id)
    rail.go.click()
    rail.choose(rail.entries[6].item.slot_id)
    rail.go.click()
    # What was held keeps its time; nothing is lost by going to and fro.
    assert [each.item.meta() for each in rail.entries[1:3]] == ["12 min · plan 10", "38 min · plan 40"]


def test_a_skipped_part_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, "board")
    rail = held.room.rail
    rail.choose(rail.entries[4].item.slot_id)
    rail.go.click()
    assert rail.entries[3].item.meta() == "sprunget over"


def test_an_endless_title_is_cut_in_the_rail_and_whole_in_its_hint(held: Held) -> None:
    rail = held.room.rail
    before = rail.entries[3].item.height()
    words = "Frikvarter 😀 שלום " * 500
    item = rail.entries[3].row.item
    held.run(EditFields(programme_id=held.key, kind=AgendaItem, id=item.id, values={"title": words[:10000]}))
    assert rail.entries[3].item.height() <= before + 40
    assert rail.entries[3].item.toolTip().startswith("Frikvarter 😀 שלום")


@pytest.mark.parametrize(
    ("size", "rail", "side"),
    [
        ((1920, 1020), 272, 328),
        ((1440, 840), 232, 280),
        ((1366, 708), 72, 268),
        ((1440, 700), 72, 280),
        ((1200, 708), 72, 72),
        ((1093, 554), 72, 72),
    ],
)
def test_the_panels_follow_the_window(held: Held, size: tuple[int, int], rail: int, side: int) -> None:
    room = held.room
    room.resize(*size)
    assert room.centre.geometry().left() == rail
    assert room.centre.geometry().width() == size[0] - rail - side
    assert room.rail_strip.isVisible() == (rail == 72)
    assert room.rail.isVisible() == (rail != 72)
    assert room.side_strip.isVisible() == (side == 72)


def test_in_a_low_window_the_drejebog_opens_over_the_board(held: Held, qtbot: QtBot) -> None:
    room = held.room
    room.resize(1366, 708)
    qtbot.mouseClick(room.rail_strip.link, Qt.MouseButton.LeftButton)
    assert room.rail.isVisible()
    QTest.keyClick(room.rail.hide_button, Qt.Key.Key_Escape)
    assert not room.rail.isVisible()
    # A dot opens it at its own row.
    qtbot.mouseClick(room.rail_strip.marks[0], Qt.MouseButton.LeftButton)
    assert room.rail.go.isVisible()
    under = room.childAt(QPoint(700, 400))
    assert under is not None
    qtbot.mouseClick(under, Qt.MouseButton.LeftButton)
    assert not room.rail.isVisible()
    assert held.title == "Hvad skal vi gøre?"


def test_in_a_narrow_window_the_clock_is_a_strip(held: Held, qtbot: QtBot) -> None:
    room = held.room
    room.resize(1200, 708)
    assert room.side_strip.digits.text() == "38:20"
    qtbot.mouseClick(room.side_strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 400))
    assert room.side.isVisible()
    room.put_away()
    qtbot.mouseClick(room.side_strip.next, Qt.MouseButton.LeftButton)
    assert held.title == "Opsamling og tak"
    assert room.side_strip.next.accessibleName() == "Slut mødet"


def test_sig_overvej_and_roles_belong_to_the_part(held: Held) -> None:
    words = held.room.side.words
    assert words.say.lines()[0].startswith("»Hvad gør vi helt konkret?")
    assert any(line.startswith("Spørg »hvordan?«") for line in words.consider.lines())
    shown = [(cell.title, cell.names) for cell in held.room.side.roles.cells]
    assert shown == [
        ("Styrer mødet", "Lone"),
        ("Holder tiden", "Ole"),
        ("Samler op", "Sanne"),
        ("Viser pinke sedler", "Karin"),
    ]
    for _ in range(7):
        held.room.step_back()
    assert held.room.centre.page is not None
    while held.title != "Pause":
        held.room.next_step()
    assert not words.say.isVisible()
