"""A plan room on a real store, with the example as it is when the questions begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.plan.planning import Planning


@pytest.fixture
def planning(qtbot: QtBot, tmp_path: Path) -> Iterator[Planning]:
    held = Planning(qtbot, tmp_path)
    yield held
    held.close()
