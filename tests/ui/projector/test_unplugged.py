"""A plug is pulled: played on a window system of its own, where this machine has one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TOOLS = ("Xvfb", "xrandr")


@pytest.fixture
def display() -> Iterator[str]:
    if any(shutil.which(each) is None for each in TOOLS):
        pytest.skip("no Xvfb or no xrandr here")
    read, write = os.pipe()
    # It chooses a number that nobody has, and tells it.
    command = [
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        "3286x1080x24",
        "-noreset",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(
        command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def test_monitors_come_and_go(display: str) -> None:
    surroundings = {**os.environ, "DISPLAY": display, "TRIVSELSDESK_TEST_PLATFORM": "xcb"}
    surroundings.pop("PYTEST_XDIST_WORKER", None)
    laptop = ["xrandr", "--setmonitor", "laptop", "1366/361x768/203+0+0", "screen"]
    for _ in range(20):
        if subprocess.run(laptop, env=surroundings, capture_output=True).returncode == 0:
            break
        time.sleep(0.2)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command.append(str(HERE / "on_monitors.py"))
    played = subprocess.run(
        command, env=surroundings, cwd=HERE.parents[2], capture_output=True, text=True, timeout=300
    )
    assert played.returncode == 0, played.stdout[-6000:] + played.stderr[-2000:]
