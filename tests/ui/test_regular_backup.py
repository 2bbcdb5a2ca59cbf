"""A backup at regular intervals: of what changed, again when it failed, and a disk that is gone is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk, example_desk
from trivselsdesk.store import backup
from trivselsdesk.store.errors import StoreError
from trivselsdesk.ui.regular_backup import RegularBackup


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "prepare")
    yield desk
    desk.bridge.store.close()


def test_one_that_failed_is_made_the_next_time_and_no_more_than_one(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QObject()
    regular = RegularBackup(at.bridge, parent)
    told: list[str] = []
    at.bridge.failed.connect(told.append)

    def full(*_words: object, **_named: object) -> None:
        raise StoreError("full")

    with monkeypatch.context() as patch:
        patch.setattr(backup, "make", full)
        regular.back_up_if_changed()
    assert told == ["full"] and not backup.listed(at.path)
    regular.back_up_if_changed()
    regular.back_up_if_changed()
    assert len(backup.listed(at.path)) == 1
    regular.stop()


def test_a_disk_that_cannot_be_read_is_told_and_stops_nothing(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QObject()
    regular = RegularBackup(at.bridge, parent)
    told: list[str] = []
    at.bridge.failed.connect(told.append)

    def gone() -> int:
        raise StoreError("failed")

    monkeypatch.setattr(at.bridge.store, "change_count", gone)
    regular.back_up_if_changed()
    assert told == ["failed"]
    regular.stop()
