"""A start room for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.start.hands import Desk
from trivselsdesk.store.store import Store


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with Store.open(tmp_path / "trivselsdesk.db") as store:
        made = Desk(store)
        qtbot.addWidget(made.room)
        made.room.show()
        yield made
