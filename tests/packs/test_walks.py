"""Every process that the program comes with is walked from its first step to its last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.packs.walk import SHIPPED, walked
from trivselsdesk.domain.pack import PackItem, Tool
from trivselsdesk.packs.loader import load_pack

PACKS = sorted(each.name for each in SHIPPED.iterdir() if (each / "pack.toml").is_file())


@pytest.mark.parametrize("name", PACKS)
def test_it_is_walked_to_its_last_step(qtbot: QtBot, qapp: QApplication, tmp_path: Path, name: str) -> None:
    pack = load_pack(SHIPPED / name)
    seen = walked(qtbot, tmp_path, pack.id)
    assert {each.room for each in seen} >= {phase.room for phase in pack.phases}
    parts = {each.tool for each in seen if each.item}
    assert parts >= {
        tool.kind for meeting in pack.meetings for item in meeting.items for tool in _tools(item)
    }
    assert sum(each.name.endswith("-slut") for each in seen) == len(pack.meetings)


def _tools(item: PackItem) -> list[Tool]:
    return [each.tool for each in item.steps] or [item.tool]
