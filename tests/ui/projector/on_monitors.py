"""Played by test_unplugged.py on a real window system, with monitors that come and go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.soak.display import BEAMER, SMALL, plug, pull
from tests.ui.projector.desk import WallDesk
from tests.ui.projector.pictures import assert_whole
from trivselsdesk.ui.run.room import RunRoom

LARGE_PLACE = QRect(1366, 0, 1920, 1080)
SMALL_PLACE = QRect(1366, 0, 1024, 768)


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> WallDesk:
    if len(QGuiApplication.screens()) > 1:
        pull(BEAMER)
    qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == 1, timeout=30_000)
    return WallDesk(qtbot, tmp_path)


def wait_for_screens(held: WallDesk, count: int) -> None:
    held.until(lambda: len(QGuiApplication.screens()) == count)


def wait_for_wall(held: WallDesk, where: QRect) -> None:
    held.until(lambda: held.lead.visible and held.wall.geometry() == where)


def test_plugged_in_asked_shown_pulled_and_back(held: WallDesk) -> None:
    assert not held.hold.card.isVisible()
    plug(BEAMER)
    wait_for_screens(held, 2)
    held.until(held.hold.card.isVisible)
    assert not held.lead.visible
    held.hold.card.yes.click()
    wait_for_wall(held, LARGE_PLACE)
    pull(BEAMER)
    wait_for_screens(held, 1)
    held.until(lambda: held.hold.bar is not None and held.hold.bar.isVisible())
    assert not held.lead.visible, "the window must not come onto the laptop"
    assert held.button == "Projektor mangler"
    room = held.window.shell.room
    assert isinstance(room, RunRoom)
    room.next_step()
    plug(BEAMER)
    wait_for_screens(held, 2)
    wait_for_wall(held, LARGE_PLACE)
    assert held.hold.bar is None and not held.hold.card.isVisible()
    assert "Hvilke sedler handler om det samme?" in held.read()


def test_the_same_screen_in_another_size_is_laid_out_anew_without_a_word(held: WallDesk) -> None:
    plug(BEAMER)
    wait_for_screens(held, 2)
    held.until(held.hold.card.isVisible)
    held.hold.card.yes.click()
    wait_for_wall(held, LARGE_PLACE)
    pull(BEAMER)
    wait_for_screens(held, 1)
    plug(SMALL)
    wait_for_screens(held, 2)
    wait_for_wall(held, SMALL_PLACE)
    assert held.hold.bar is None and not held.hold.card.isVisible()
    assert_whole(held.wall)


def test_the_console_comes_back_when_its_screen_goes(held: WallDesk) -> None:
    plug(BEAMER)
    wait_for_screens(held, 2)
    held.window.move(1500, 60)
    held.until(lambda: held.window.frameGeometry().x() > 1366)
    pull(BEAMER)
    wait_for_screens(held, 1)
    screen = QGuiApplication.screens()[0].geometry()
    held.until(lambda: screen.intersected(held.window.frameGeometry()).height() > 100)


def test_a_screen_said_no_to_is_not_asked_about_when_it_comes_again(held: WallDesk) -> None:
    plug(BEAMER)
    wait_for_screens(held, 2)
    held.until(held.hold.card.isVisible)
    held.hold.card.no.click()
    pull(BEAMER)
    wait_for_screens(held, 1)
    plug(BEAMER)
    wait_for_screens(held, 2)
    assert not held.hold.card.isVisible() and not held.lead.visible
