"""Starts the meeting in a process of its own: with monitors that come and go, or on two screens that stay."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.soak.display import can_be_had, display

ROOT = Path(__file__).parents[2]
START_SECONDS = 120
"""Beside the time of the meeting itself."""


def run(seconds: float, events: int, seed: int = 1) -> tuple[int, str]:
    """The exit code, and what was said."""
    words = [str(seconds), str(events), str(seed)]
    if can_be_had():
        with display() as name:
            return _play(words, {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}, seconds, events)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "two.json"
        screens = [_screen("laptop", 0, 1366, 768), _screen("beamer", 1366, 1920, 1080)]
        file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
        return _play(words, {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}, seconds, events)


def _screen(name: str, x: int, wide: int, high: int) -> dict[str, object]:
    place = {"name": name, "x": x, "y": 0, "width": wide, "height": high}
    return {**place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def _play(words: list[str], own: dict[str, str], seconds: float, events: int) -> tuple[int, str]:
    surroundings = {**os.environ, **own, "QT_NO_GUI_THREADPOOL": "1"}
    played = subprocess.run(
        [sys.executable, "-m", "tests.soak.play", *words],
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=START_SECONDS + seconds + events,
    )
    return played.returncode, played.stdout + played.stderr[-4000:]
