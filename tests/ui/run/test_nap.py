"""The lid was closed during the meeting: the room asks, and nothing is decided for it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    made = Held(qtbot, tmp_path, "matrix")
    made.room.tick()
    return made


def press(held: Held, qtbot: QtBot, words: str) -> None:
    banner = held.room.nap.banner
    assert banner is not None
    button = next(each for each in banner.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_sleep_can_count_as_a_pause(held: Held, qtbot: QtBot) -> None:
    before = held.clock
    held.sleep(20)
    assert held.clock.startswith("+")
    press(held, qtbot, "Sæt på pause fra dengang")
    assert held.clock == before
    assert held.words.startswith("på pause")
    assert held.room.nap.banner is None


def test_sleep_can_count_as_time(held: Held, qtbot: QtBot) -> None:
    held.sleep(5)
    after = held.clock
    press(held, qtbot, "Fortsæt")
    assert held.clock == after
    assert held.room.nap.banner is None


def test_two_naps_are_one_question(held: Held, qtbot: QtBot) -> None:
    before = held.clock
    held.sleep(5)
    held.sleep(5)
    press(held, qtbot, "Sæt på pause fra dengang")
    assert held.clock == before


def test_moving_on_answers_the_question(held: Held) -> None:
    held.sleep(5)
    held.room.next_step()
    assert held.room.nap.banner is None


def test_a_held_clock_sleeps_without_a_question(held: Held) -> None:
    held.room.toggle_clock()
    held.sleep(20)
    assert held.room.nap.banner is None


def test_a_clock_that_is_set_back_changes_nothing_for_the_meeting(held: Held) -> None:
    before = held.clock
    held.sleep(-60)
    assert held.clock == before
    assert held.room.nap.banner is None
    assert held.said == ["Computerens ur blev stillet. Mødets tid går videre som før."]


def test_time_in_another_room_is_no_sleep(held: Held) -> None:
    held.room.leave()
    held.moment.at += timedelta(minutes=3)
    held.room.show_programme(held.key, "afhold")
    held.room.tick()
    assert held.room.nap.banner is None
