"""While the handleplan is open the meeting's clock is watched as in the meeting room."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.ui.clock.beside import ClockBeside
from trivselsdesk.ui.clock.catch_up import CatchUpDialog
from trivselsdesk.ui.plan.room import PlanRoom
from trivselsdesk.ui.widgets.toast import Banner


class Watched:
    """The handleplan while the meeting works on it, and the two clocks of the machine."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.desk: Desk = example_desk(folder, "plan")
        self.room = PlanRoom(self.desk.bridge)
        qtbot.addWidget(self.room)
        self.desk.bridge.changed.connect(self.room.take)
        self.room.resize(1366, 708)
        self.room.show_programme(self.desk.programme_id, "handleplan")
        self.room.show()
        self.seconds = 0.0
        self.clock.watch.nap.steady = self._steady
        self.pass_time(0.25, 0.25)

    def _steady(self) -> float:
        return self.seconds

    @property
    def clock(self) -> ClockBeside:
        assert self.room.desk is not None
        return self.room.desk.clock

    @property
    def digits(self) -> str:
        return self.clock.panel.digits.text()

    def pass_time(self, wall: float, steady: float) -> None:
        self.desk.moment.at += timedelta(seconds=wall)
        self.seconds += steady
        self.clock.tick()

    def press(self, banner: Banner | None, words: str) -> None:
        assert banner is not None
        next(each for each in banner.findChildren(QPushButton) if each.text() == words).click()


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Watched:
    return Watched(qtbot, tmp_path)


def test_after_sleep_it_asks_here_too(watched: Watched, qtbot: QtBot) -> None:
    before = watched.digits
    watched.pass_time(1200, 0.25)
    banner = watched.clock.watch.nap.banner
    assert banner is not None
    qtbot.waitUntil(banner.isVisible)
    assert banner.mapTo(watched.room, banner.rect().topLeft()).y() < 40
    watched.press(banner, "Sæt på pause fra dengang")
    assert watched.digits == before
    assert watched.clock.panel.caption.text() == "på pause · 15 min"
    watched.pass_time(0.25, 0.25)
    assert not watched.clock._place.isVisible()


def test_going_on_counts_the_time(watched: Watched) -> None:
    watched.pass_time(300, 0.25)
    after = watched.digits
    watched.press(watched.clock.watch.nap.banner, "Fortsæt")
    assert watched.digits == after


def test_a_clock_that_is_set_back_says_so_and_keeps_the_time(watched: Watched) -> None:
    told: list[str] = []
    watched.room.toast.connect(lambda icon, words: told.append(words))
    before = watched.digits
    watched.pass_time(-3600, 0.25)
    assert watched.digits == before
    assert told == ["Computerens ur blev stillet. Mødets tid går videre som før."]


def test_far_over_time_it_leads_on(watched: Watched) -> None:
    asked: list[str] = []
    watched.room.go.connect(asked.append)
    for _ in range(70):
        watched.pass_time(60, 60.0 if watched.clock.watch.nap.steady is None else 25.0)
        watched.clock.watch.nap.forget()
    watched.clock.tick()
    watched.press(watched.clock.watch.nudge.banner, "Næste trin")
    assert asked == ["run"]


def test_time_is_won_back_from_here(watched: Watched) -> None:
    told: list[str] = []
    watched.room.undo_toast.connect(lambda icon, words: told.append(words))
    watched.clock._add(12)
    watched.room.actions_here()["catch_up"]()
    dialog = watched.clock.deeds.dialog
    assert isinstance(dialog, CatchUpDialog) and dialog.title.text().endswith("bagefter")
    dialog.rows[0].check.click()
    dialog.do.click()
    assert told and told[0].startswith("Hentet ")
    assert watched.desk.bridge.next_step(watched.desk.programme_id) is not None
