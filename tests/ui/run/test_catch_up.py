"""Hent tiden ind in the meeting room: from the rail, by keyboard, undone, and what it says when it cannot."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.ui.clock.catch_up import CatchUpDialog


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "board")


def opened(held: Held) -> CatchUpDialog:
    dialog = held.room.deeds.dialog
    assert isinstance(dialog, CatchUpDialog)
    return dialog


def words(dialog: CatchUpDialog) -> dict[str, str]:
    """Each way with what stands at its right."""
    return {row.check.text(): row.end.text() for row in dialog.rows}


def tick(dialog: CatchUpDialog, beginning: str) -> None:
    next(row for row in dialog.rows if row.check.text().startswith(beginning)).check.click()


def test_the_ways_stand_with_the_end_that_each_gives(held: Held, qtbot: QtBot) -> None:
    qtbot.mouseClick(held.room.rail.catch_up_button, Qt.MouseButton.LeftButton)
    dialog = opened(held)
    assert dialog.title.text() == "I er 4 min bagefter"
    shown = words(dialog)
    assert shown["Saml i temaer: 8 i stedet for 12 min"] == "slut 15.40"
    assert shown["Pausen bliver 6 min"] == "slut 15.40"
    assert shown["Placér temaer: 7 i stedet for 10 min"] == "slut 15.41"
    assert not dialog.do.isEnabled()
    assert dialog.sum.text() == "Intet er valgt. Slut kl. 15.44."
    dialog.keep.click()
    assert held.room.rail.chip.text() == "4 min bagefter"
    assert held.bridge.next_step(held.key) is None


def test_a_choice_is_done_shown_and_undone(held: Held) -> None:
    told: list[str] = []
    held.room.undo_toast.connect(lambda icon, sentence: told.append(sentence))
    held.room.catch_up()
    dialog = opened(held)
    tick(dialog, "Pausen")
    assert (dialog.do.text(), dialog.sum.text()) == ("Hent 4 min", "Slut kl. 15.40, som planlagt.")
    dialog.do.click()
    rail = held.room.rail
    assert told == ["Hentet 4 min ind. Mødet slutter kl. 15.40"]
    assert rail.chip.text() == "På plan"
    assert rail.entries[3].item.meta() == "6 min · plan 10"
    assert rail.end.accessibleName() == "15.40 Slut, planlagt 15.40"
    held.restart()
    assert held.room.rail.entries[3].item.meta() == "6 min · plan 10"
    held.bridge.undo(held.key)
    assert held.room.rail.chip.text() == "4 min bagefter"
    assert held.room.rail.entries[3].item.meta() == "10 min"
    held.bridge.redo(held.key)
    assert held.room.rail.chip.text() == "På plan"


def test_several_choices_share_the_minutes(held: Held) -> None:
    held.room.catch_up()
    dialog = opened(held)
    tick(dialog, "Saml")
    tick(dialog, "Pausen")
    shown = words(dialog)
    assert shown["Saml i temaer: 10 i stedet for 12 min"] == "2 min"
    assert shown["Pausen bliver 8 min"] == "2 min"
    dialog.do.click()
    assert held.room.rail.entries[2].steps[1].accessibleName() == "2. Saml i temaer, kl. 13.44, 10 min"
    assert held.room.rail.entries[3].item.meta() == "8 min · plan 10"


def test_it_works_from_the_keyboard_alone(held: Held) -> None:
    held.room.actions_here()["catch_up"]()
    dialog = opened(held)
    assert dialog.focusWidget() is dialog.rows[0].check
    QTest.keyClick(dialog.rows[0].check, Qt.Key.Key_Space)
    assert dialog.chosen() == [dialog.rows[0].way]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert held.room.rail.chip.text() == "På plan"
    held.room.catch_up()
    assert opened(held).title.text() == "I er på plan"
    QTest.keyClick(opened(held), Qt.Key.Key_Escape)
    assert not opened(held).isVisible()


def test_what_is_too_little_says_so(held: Held) -> None:
    held.pass_time(95)
    held.room.catch_up()
    dialog = opened(held)
    tick(dialog, "Pausen")
    assert dialog.sum.text() == "Det giver 5 af 1 t 35 min. Slut kl. 17.10."
    for row in dialog.rows:
        row.check.setChecked(True)
    dialog.do.click()
    # Everything has given what it can, and that was not enough.
    held.room.catch_up()
    left = opened(held)
    assert left.title.text().endswith("bagefter")
    assert left.rows == [] and not left.do.isVisible()


def test_time_that_passes_while_one_chooses_counts(held: Held) -> None:
    held.room.catch_up()
    dialog = opened(held)
    next(row for row in dialog.rows if row.way.kind == "aid").check.click()
    held.moment.at += timedelta(minutes=8)
    held.room.tick()
    dialog.do.click()
    assert held.room.rail.chip.text() == "På plan"


def test_in_a_low_window_the_strip_has_it_while_they_are_behind(held: Held, qtbot: QtBot) -> None:
    held.room.resize(1366, 708)
    strip = held.room.rail_strip
    assert strip.catch_up_link.isVisible()
    qtbot.mouseClick(strip.catch_up_link, Qt.MouseButton.LeftButton)
    dialog = opened(held)
    tick(dialog, "Pausen")
    dialog.do.click()
    assert not strip.catch_up_link.isVisible()


def test_before_the_meeting_there_is_nothing_to_win(qtbot: QtBot, tmp_path: Path) -> None:
    waiting = Held(qtbot, tmp_path, "prepare", datetime(2026, 5, 20, 13, 0))
    assert not waiting.room.rail.catch_up_button.isVisible()
    waiting.room.catch_up()
    assert waiting.room.deeds.dialog is None
