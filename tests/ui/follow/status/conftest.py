"""The example after its meeting, and the statuspil on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.follow.status.following import desk_at, enter
from trivselsdesk.ui.follow.status.page import StatusSection


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    with desk_at(tmp_path) as desk:
        yield desk


@pytest.fixture
def page(at: Desk, qtbot: QtBot) -> StatusSection:
    return enter(at, qtbot)
