"""Opening a finished part again and coming back, an ended meeting that goes on, and back to not begun."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    """60 minutes of questions under way, and the board's three steps behind."""
    return Held(qtbot, tmp_path, "plan")


def press(held: Held, words: str) -> None:
    dialog = held.room.deeds.dialog
    assert dialog is not None
    next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()


def test_a_finished_step_is_opened_again_and_left_to_where_they_were(held: Held, qtbot: QtBot) -> None:
    rail, before = held.room.rail, held.clock
    qtbot.mouseClick(rail.entries[2].item, Qt.MouseButton.LeftButton)
    names = [step.accessibleName() for step in rail.entries[2].steps]
    assert [name[:2] for name in names] == ["1.", "2.", "3."]
    qtbot.mouseClick(rail.entries[2].steps[1], Qt.MouseButton.LeftButton)
    assert rail.go.text() == "Åbn igen"
    assert rail.rest.text() in ("tiden er brugt", "1 min tilbage", "2 min tilbage")
    rail.go.click()
    panel = held.room.side.clock
    assert held.title == "Saml i temaer"
    assert panel.following.whole_text() == "Bagefter tilbage til: Hvad skal vi gøre?"
    assert panel.next.text() == "Tilbage igen"
    # What lies between is still done, and waits for nobody.
    assert "færdig" in rail.entries[4].item.accessibleName()
    held.restart()
    panel = held.room.side.clock
    assert panel.next.text() == "Tilbage igen"
    panel.next.click()
    assert (held.title, held.clock) == ("Hvad skal vi gøre?", before)
    assert held.room.side.clock.following.whole_text() == "Næste: Opsamling og tak"


def test_it_is_opened_again_from_the_keyboard(held: Held, qtbot: QtBot) -> None:
    rail = held.room.rail
    rail.entries[2].item.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rail.entries[2].item, Qt.Key.Key_Return)
    qtbot.waitUntil(rail.entries[2].steps[0].isVisible)
    QTest.keyClick(rail.entries[2].item, Qt.Key.Key_Down)
    QTest.keyClick(rail.entries[2].steps[0], Qt.Key.Key_Down)
    third = rail.entries[2].steps[1]
    assert rail.focusWidget() is third
    QTest.keyClick(third, Qt.Key.Key_Return)
    QTest.keyClick(third, Qt.Key.Key_Return)
    assert held.title == "Saml i temaer"
    held.room.step_back()
    assert held.title == "Hvad skal vi gøre?"


def test_an_ended_meeting_is_opened_again(held: Held) -> None:
    held.room.next_step()
    held.pass_time(4)
    held.room.next_step()
    panel = held.room.side.clock
    assert panel.reopen_choice.isVisible() and not panel.catch_up_choice.isVisible()
    panel.reopen_choice.trigger()
    assert (held.title, held.clock) == ("Opsamling og tak", "6:00")
    held.room.next_step()
    assert held.room.rail.chip.text() == "Mødet er slut"
    # An earlier part may be opened too; after it the meeting is over again.
    rail = held.room.rail
    rail.choose(rail.entries[0].item.slot_id)
    rail.go.click()
    assert (held.title, panel.next.text()) == ("Velkomst", "Slut mødet")
    assert panel.following.whole_text() == "Bagefter er mødet slut igen"
    panel.next.click()
    assert rail.chip.text() == "Mødet er slut"


def test_a_meeting_started_by_mistake_is_set_back(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, "prepare", datetime(2026, 5, 20, 12, 30))
    panel = held.room.side.clock
    assert not panel.not_begun_choice.isVisible()
    held.room.next_step()
    held.pass_time(2)
    panel.not_begun_choice.trigger()
    press(held, "Behold tiderne")
    assert held.clock == "8:00"
    panel.not_begun_choice.trigger()
    press(held, "Sæt til ikke begyndt")
    assert (held.clock, held.room.rail.chip.text()) == ("13.00", "Ikke begyndt")
    assert panel.next.text() == "Start mødet"
    assert held.said[-1] == "Mødet er sat til ikke begyndt"
    held.restart()
    held.room.next_step()
    assert held.clock == "10:00"


def test_minutes_of_the_part_under_way_change_with_the_drejebog(held: Held) -> None:
    panel = held.room.side.clock
    assert panel.following.whole_text() == "Næste: Opsamling og tak"
    held.room.next_step()
    assert panel.following.whole_text().startswith("Bagefter slutter mødet · ")
