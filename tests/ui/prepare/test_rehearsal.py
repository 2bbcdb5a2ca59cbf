"""Generalprøve from the window: the card, the meeting passing by, the materials, and no trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.store.desk import snapshot
from tests.ui.desk import Desk, example_desk
from trivselsdesk.store.store import DESK
from trivselsdesk.ui.prepare.rehearsal import Rehearsal
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.sound import Chime


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "prepare")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def rehearsal(at: Desk, qtbot: QtBot) -> Rehearsal:
    dialog = Rehearsal(at.bridge, at.programme_id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def run_to_the_end(rehearsal: Rehearsal) -> list[str]:
    """The parts as they were shown."""
    rehearsal.run_button.click()
    seen = []
    while rehearsal.run_button.text() == "Stop":
        seen.append(rehearsal.part.whole_text())
        rehearsal.advance()
    return seen


def test_the_whole_way_ends_with_all_ready_and_leaves_no_trace(at: Desk, rehearsal: Rehearsal) -> None:
    before = snapshot(at.book)
    step, desk_step = at.bridge.next_step(at.programme_id), at.bridge.next_step(DESK)
    assert rehearsal.state.text() == "Mangler: læseprøven, gennemløbet og 9 materialer"
    seen = run_to_the_end(rehearsal)
    assert seen[0] == "1 af 11 · Velkomst" and len(seen) == 11
    rehearsal.legible.click()
    for tick in rehearsal.ticks:
        tick.click()
    assert rehearsal.state.text() == "Alt er klar"
    rehearsal.accept()
    assert snapshot(at.book) == before
    assert (at.bridge.next_step(at.programme_id), at.bridge.next_step(DESK)) == (step, desk_step)
    again = at.reopen()
    assert snapshot(again.book) == before
    again.bridge.store.close()


def test_each_part_says_when_and_what_is_on_the_wall(rehearsal: Rehearsal) -> None:
    for _ in range(3):
        rehearsal.advance()
    assert rehearsal.part.whole_text() == "3 af 11 · Præsentér sedler"
    assert rehearsal.clock.whole_text() == "kl. 13.20–13.40 · 20 min"
    assert rehearsal.wall.whole_text().startswith("På væggen: ")
    assert rehearsal.shows.whole_text() == "Tavlen »Vores hverdag« med 0 sedler"


def test_what_everybody_gets_is_counted(rehearsal: Rehearsal) -> None:
    words = [tick.text() for tick in rehearsal.ticks]
    assert "Postkort – 12 stk." in words and "Kuglepenne – 12 stk." in words and "Procesguide" in words


def test_the_reading_card_fills_the_screen_and_a_key_leads_back(rehearsal: Rehearsal) -> None:
    screen, button = rehearsal.screens[0]
    button.click()
    card = rehearsal.card
    assert card is not None and card.isVisible()
    assert card.size() == screen.size()
    assert card.lines()[0] == "Kan du læse det her fra bagerste række?"
    picture = card.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 400, 3) for y in range(100, 400, 3)}
    assert "#ffffff" in colours and len(colours) > 3
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert rehearsal.card is None


def test_a_screen_that_was_unplugged_meanwhile_is_said_to_be_gone(rehearsal: Rehearsal) -> None:
    _, button = rehearsal.screens[0]
    unplugged = QObject()
    shiboken6.delete(unplugged)
    rehearsal.screens[0] = (unplugged, button)  # type: ignore[assignment]
    button.click()
    assert rehearsal.card is None
    assert not button.isEnabled() and button.text() == "Skærmen er taget fra"


def test_the_sound_can_be_tried_where_there_is_one(rehearsal: Rehearsal) -> None:
    assert rehearsal.sound.isVisible() is Chime.possible()
    rehearsal._say_silent()
    assert rehearsal.heard.text().startswith("Computeren kan ikke afspille lyden")
    rehearsal._say_played()
    assert rehearsal.heard.text().startswith("Hørte I den?")


def test_the_button_stands_in_the_top_of_the_preparation(at: Desk, qtbot: QtBot) -> None:
    room = PrepareRoom(at.bridge)
    qtbot.addWidget(room)
    room.show_programme(at.programme_id, "forbered")
    top = room.header_button()
    assert top is not None
    for wide, words in ((1440, True), (1200, False)):
        room.resize(wide, 800)
        room._fit_columns()
        assert room.rehearse_button.isVisibleTo(top) is words
        assert room._rehearse_small.isVisibleTo(top) is not words
