"""Calm bars about the time: nobody started, far over, long on pause; and the soft sound."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.ui import sound
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.labels import Label


def texts(held: Held) -> list[str]:
    banner = held.room.watch.nudge.banner
    return [each.text() for each in banner.findChildren(Label)] if banner is not None else []


def press(held: Held, qtbot: QtBot, words: str) -> None:
    banner = held.room.watch.nudge.banner
    assert banner is not None
    button = next(each for each in banner.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def waiting(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "prepare", datetime(2026, 5, 20, 13, 0))


def test_a_meeting_that_nobody_started_can_be_started(waiting: Held, qtbot: QtBot) -> None:
    waiting.pass_time(4)
    assert texts(waiting) == []
    waiting.pass_time(2)
    assert texts(waiting) == [
        "Skal mødet i gang?",
        "Det var planlagt til kl. 13.00. Tiden går først, når I starter.",
    ]
    press(waiting, qtbot, "Start mødet")
    assert waiting.clock == "10:00"
    waiting.pass_time(1)
    assert texts(waiting) == []


def test_a_bar_that_was_put_away_stays_away(waiting: Held, qtbot: QtBot) -> None:
    waiting.pass_time(6)
    banner = waiting.room.watch.nudge.banner
    assert banner is not None
    qtbot.waitUntil(banner.isVisible)
    next(each for each in banner.findChildren(IconButton) if each.isVisible()).click()
    waiting.pass_time(10)
    assert texts(waiting) == []


def test_a_part_far_over_asks_once(waiting: Held, qtbot: QtBot) -> None:
    waiting.room.next_step()
    waiting.pass_time(14)
    assert texts(waiting) == []
    waiting.pass_time(2)
    assert texts(waiting)[0] == "»Velkomst« er 6 min over tid"
    press(waiting, qtbot, "5 minutter mere")
    assert waiting.clock == "5:00"
    assert texts(waiting) == []
    waiting.pass_time(12.5)
    press(waiting, qtbot, "Næste trin")
    assert waiting.title == "Individuel refleksion"


def test_a_long_pause_asks(waiting: Held, qtbot: QtBot) -> None:
    waiting.room.next_step()
    waiting.room.toggle_clock()
    waiting.pass_time(11)
    assert texts(waiting)[0] == "Tiden har stået på pause i 11 min"
    waiting.restart()
    waiting.room.tick()
    press(waiting, qtbot, "Lad tiden gå videre")
    assert waiting.words.startswith("tilbage af")


def test_the_question_about_sleep_comes_first(waiting: Held) -> None:
    waiting.room.next_step()
    waiting.room.tick()
    waiting.sleep(30)
    assert waiting.room.nap.banner is not None
    assert texts(waiting) == []


def player(folder: Path, name: str, script: str) -> None:
    """A program of that name in front of all others."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


needs_shell = pytest.mark.skipif(os.name == "nt", reason="the players are programs of other systems")


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("sys.platform", "linux")
    return folder


@needs_shell
def test_the_sound_comes_once_when_time_is_up(waiting: Held, qtbot: QtBot, bin_folder: Path) -> None:
    heard = bin_folder / "heard"
    player(bin_folder, "pw-play", "exit 1")
    player(bin_folder, "aplay", f'echo "$@" >> {heard}')
    waiting.room.side.clock.sound_choice.setChecked(True)
    assert waiting.bridge.setting("sound") == "on"
    waiting.room.next_step()
    waiting.pass_time(9)
    with qtbot.waitSignal(waiting.room.watch.bell.chime.played, timeout=5000):
        waiting.pass_time(1.5)
    waiting.pass_time(3)
    lines = heard.read_text().splitlines()
    assert len(lines) == 1 and lines[0].startswith("-q ") and lines[0].endswith("tid-60.wav")
    assert not waiting.room.side.clock.disc.is_pulsing()


@needs_shell
def test_without_a_player_the_clock_is_seen_instead(waiting: Held, qtbot: QtBot, bin_folder: Path) -> None:
    waiting.bridge.remember("sound", "on")
    waiting.room.next_step()
    waiting.pass_time(9)
    with qtbot.waitSignal(waiting.room.watch.pulse, timeout=5000):
        waiting.pass_time(1.5)
    assert waiting.room.side.clock.disc.is_pulsing()
    assert waiting.clock.startswith("+0:")


@needs_shell
def test_it_is_silent_until_somebody_chooses_it(waiting: Held, bin_folder: Path) -> None:
    heard = bin_folder / "heard"
    player(bin_folder, "aplay", f"echo x >> {heard}")
    waiting.room.next_step()
    waiting.pass_time(12)
    assert not heard.exists() and not waiting.room.side.clock.disc.is_pulsing()


@needs_shell
def test_the_sound_is_muted_with_one_click_while_the_meeting_runs(
    waiting: Held, qtbot: QtBot, bin_folder: Path
) -> None:
    heard = bin_folder / "heard"
    player(bin_folder, "aplay", f"echo x >> {heard}")
    clock = waiting.room.side.clock
    clock.sound_choice.setChecked(True)
    assert not clock.mute.isVisible()
    waiting.room.next_step()
    assert clock.mute.isVisible() and clock.mute.accessibleName() == "Slå lyden fra"
    assert min(clock.mute.width(), clock.mute.height()) >= 40
    clock.mute.click()
    assert clock.mute.accessibleName() == "Slå lyden til" and not clock.sound_choice.isChecked()
    waiting.pass_time(9)
    waiting.pass_time(1.5)
    assert not heard.exists()
    clock.mute.click()
    assert waiting.bridge.setting("sound") == "on"
    clock.sound_choice.setChecked(False)
    assert not clock.mute.isVisible()


@needs_shell
def test_the_choice_is_tried_and_remembered(waiting: Held, qtbot: QtBot, bin_folder: Path) -> None:
    from trivselsdesk.ui.clock.sound_box import SoundDialog

    player(bin_folder, "paplay", "exit 0")
    waiting.room.deeds.choose_sound()
    dialog = waiting.room.deeds.dialog
    assert isinstance(dialog, SoundDialog)
    box = dialog.box
    assert box.answer.text() == "Uret bliver gult og tæller op uden lyd."
    box.on.click()
    box.volume._segments["100"].click()
    assert (sound.is_on(waiting.bridge.setting), sound.volume(waiting.bridge.setting)) == (True, 100)
    with qtbot.waitSignal(box.chime.played, timeout=5000):
        box.attempt.click()
    assert box.answer.text() == "Hørte I den? Ellers skru op på computeren."
    (bin_folder / "paplay").unlink()
    with qtbot.waitSignal(box.chime.failed, timeout=5000):
        box.attempt.click()
    assert box.answer.text().startswith("Denne computer kan ikke afspille lyden")
