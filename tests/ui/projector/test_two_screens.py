"""The wall beside the console: played in a process that has two screens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def screen(name: str, x: int, wide: int, high: int) -> dict[str, object]:
    """A screen as the platform without a screen reads it."""
    place = {"name": name, "x": x, "y": 0, "width": wide, "height": high}
    return {**place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def test_on_two_screens(tmp_path: Path) -> None:
    file = tmp_path / "two.json"
    screens = [screen("laptop", 0, 1366, 768), screen("beamer", 1366, 1920, 1080)]
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    surroundings = {**os.environ, "TRIVSELSDESK_TEST_PLATFORM": f"offscreen:configfile={file}"}
    surroundings.pop("PYTEST_XDIST_WORKER", None)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command.append(str(HERE / "on_two_screens.py"))
    played = subprocess.run(
        command, env=surroundings, cwd=HERE.parents[2], capture_output=True, text=True, timeout=300
    )
    assert played.returncode == 0, played.stdout[-6000:] + played.stderr[-2000:]
