"""A window system of its own, whose monitors come and go by xrandr."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

LAPTOP = ("laptop", "1366/361x768/203+0+0", "screen")
BEAMER = ("beamer", "1920/508x1080/286+1366+0", "none")
SMALL = ("beamer", "1024/271x768/203+1366+0", "none")


def can_be_had() -> bool:
    """Whether this machine has what it takes."""
    return all(shutil.which(each) for each in ("Xvfb", "xrandr"))


@contextmanager
def display() -> Iterator[str]:
    """Its name, such as »:5«, with the laptop's monitor alone."""
    read, write = os.pipe()
    # It chooses a number that nobody has, and tells it.
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "3286x1080x24", "-noreset"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        name = f":{told.readline().strip()}"
    try:
        for _ in range(20):
            if plug(LAPTOP, name):
                break
            time.sleep(0.2)
        yield name
    finally:
        server.terminate()
        server.wait(10)


def plug(monitor: tuple[str, str, str], name: str = "") -> bool:
    """Put a monitor in. False when the window system does not answer."""
    return _xrandr(["--setmonitor", *monitor], name)


def pull(monitor: tuple[str, str, str], name: str = "") -> bool:
    """Pull a monitor out."""
    return _xrandr(["--delmonitor", monitor[0]], name)


def _xrandr(words: list[str], name: str) -> bool:
    surroundings = {**os.environ, "DISPLAY": name} if name else None
    return subprocess.run(["xrandr", *words], env=surroundings, capture_output=True).returncode == 0
