"""Every process that the program comes with is walked from its first step to its last."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.packs.walk import SHIPPED, walked
from trivselsdesk import paths
from trivselsdesk.domain.pack import PackItem, Tool
from trivselsdesk.packs.loader import load_pack

PACKS = sorted(each.name for each in SHIPPED.iterdir() if (each / "pack.toml").is_file())
ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "trivselsdesk"
EXAMPLE = ROOT / "docs" / "example-pack" / "rundt-om-projektet"
NAMED = re.compile(
    r"albertslund|svendborg|fredericia|\bcabi\b|enalyzer|trivsel\+|trivselsredskab", re.IGNORECASE
)


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


def test_a_process_of_ones_own_takes_nothing_but_a_folder(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """The example that the guide points to, from the user's own folder of processes."""
    shutil.copytree(EXAMPLE, paths.user_pack_dir() / EXAMPLE.name)
    pack = load_pack(EXAMPLE)
    seen = walked(qtbot, tmp_path, pack.id, paths.pack_dirs())
    assert {each.tool for each in seen if each.item} == {
        tool.kind for meeting in pack.meetings for tool in meeting.tools
    }
    assert sum(each.name.endswith("-slut") for each in seen) == len(pack.meetings)


def test_the_program_names_no_place_and_no_source() -> None:
    """What belongs to one process stands in its pack: names of places, of surveys, of those who wrote it."""
    found = [
        f"{path.relative_to(SOURCE)}:{number}"
        for path in sorted(SOURCE.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NAMED.search(line)
    ]
    assert not found
