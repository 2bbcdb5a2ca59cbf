"""A plug is pulled: played on a window system of its own, where this machine has one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak.display import can_be_had, display

HERE = Path(__file__).parent


@pytest.mark.skipif(not can_be_had(), reason="no Xvfb or no xrandr here")
def test_monitors_come_and_go() -> None:
    with display() as name:
        surroundings = {**os.environ, "DISPLAY": name, "TRIVSELSDESK_TEST_PLATFORM": "xcb"}
        surroundings.pop("PYTEST_XDIST_WORKER", None)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
        command.append(str(HERE / "on_monitors.py"))
        played = subprocess.run(
            command, env=surroundings, cwd=HERE.parents[2], capture_output=True, text=True, timeout=300
        )
    assert played.returncode == 0, played.stdout[-6000:] + played.stderr[-2000:]
