"""Faults inside the program: told, and logged without a word that anybody wrote."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from trivselsdesk.ui.faults import LOG_FILE, Faults

SECRET = "Birgit råber ad os"


class Told:
    """Counts how often the window was asked to say something."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def faults(tmp_path: Path, told: Told) -> Iterator[Faults]:
    made = Faults(tmp_path / SECRET / "log", told)
    yield made
    made.stop()


def log_of(tmp_path: Path) -> str:
    return (tmp_path / SECRET / "log" / LOG_FILE).read_text(encoding="utf-8")


def test_an_exception_is_told_and_logged_without_its_words(
    faults: Faults, told: Told, tmp_path: Path
) -> None:
    def burst() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(f"kan ikke læse »{SECRET}«") from error

    try:
        burst()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    text = log_of(tmp_path)
    assert told.times == 1
    assert "ValueError" in text and "KeyError" in text and "test_faults.py:" in text
    assert SECRET not in text and str(Path(__file__).parent) not in text


def test_qts_own_messages_are_logged_by_who_speaks(faults: Faults, tmp_path: Path, qtbot: QtBot) -> None:
    qWarning(f"QFile::open: {SECRET}")
    text = log_of(tmp_path)
    assert "QFile::open" in text and SECRET not in text


def test_a_window_that_fails_while_telling_does_not_go_round(tmp_path: Path) -> None:
    def fail() -> None:
        error = RuntimeError(SECRET)
        sys.excepthook(RuntimeError, error, None)
        raise error

    made = Faults(tmp_path / SECRET / "log", fail)
    try:
        error = RuntimeError(SECRET)
        sys.excepthook(RuntimeError, error, None)
    finally:
        made.stop()
    assert "while telling" in log_of(tmp_path)


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, told: Told) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    made = Faults(tmp_path / "fil" / "log", told)
    try:
        sys.excepthook(RuntimeError, RuntimeError("x"), None)
    finally:
        made.stop()
    assert told.times == 1


def test_the_hooks_are_put_back(tmp_path: Path, told: Told) -> None:
    before = sys.excepthook
    Faults(tmp_path, told).stop()
    assert sys.excepthook is before


def test_the_log_stays_small(faults: Faults, tmp_path: Path) -> None:
    for _ in range(40):
        faults.write("x" * 40_000)
    folder = tmp_path / SECRET / "log"
    assert sum(each.stat().st_size for each in folder.iterdir()) < 2_000_000
