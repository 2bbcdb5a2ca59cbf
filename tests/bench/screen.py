"""On a real X screen: from the pointer's movement to changed pixels, seen from outside the program."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import IO, Any

from tests.bench import desks
from tests.bench.table import Plan, Row, quantile

ROOT = Path(__file__).parents[2]
TARGET_MS = 2.5
SIZE = "1600x1000x24"
REACH = 80
"""Pixels that the note is carried out and back."""
PATIENCE = 10.0
"""Seconds until a movement that changes nothing is a fault; a program that has just begun can be busy."""
STRIP = 2 * REACH + 320, 2
"""Pixels that are watched: wide enough that an edge of the note is always among them."""


def measure(plan: Plan) -> list[Row]:
    """One note dragged, on boards of every size. Nothing where no X screen can be made."""
    if shutil.which("Xvfb") is None or not sys.platform.startswith("linux"):
        print("No Xvfb here, so nothing is measured on a real screen.", file=sys.stderr)
        return []
    rows = []
    with _screen() as name:
        for size in plan.sizes:
            folder = plan.folder / f"screen-{size}"
            desks.make(folder, desks.board_of(size), open_at="run")
            found = _drag(name, folder, plan.times(300))
            what, detail = f"pointer to pixels, one of {size} notes", f"p95 {quantile(found, 0.95):.3g} ms"
            rows.append(Row(what, median(found), TARGET_MS, "ms", detail))
    return rows


@contextmanager
def _screen() -> Any:
    """An X screen of our own; its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _drag(screen: str, folder: Path, times: int) -> list[float]:
    """Milliseconds from each movement until the pixels around the pointer are others."""
    surroundings = os.environ | {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "TRIVSELSDESK_DATA": str(folder),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }
    command = [sys.executable, "-m", "tests.bench.screen_child"]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings, cwd=ROOT)
    try:
        x, y = _told(program.stdout)
        return _measured(_Pointer(screen), x, y, times)
    finally:
        program.terminate()
        program.wait()


def _told(output: IO[str] | None) -> tuple[int, int]:
    assert output is not None
    x, y = json.loads(output.readline())
    return int(x), int(y)


def _measured(pointer: _Pointer, x: int, y: int, times: int) -> list[float]:
    pointer.to(x, y)
    time.sleep(0.2)
    pointer.button(down=True)
    for by in range(0, 24, 3):
        pointer.to(x + by, y)
        time.sleep(0.05)
    time.sleep(0.3)
    found: list[float] = []
    by, step = 24, 5
    while len(found) < times:
        if not 10 <= by + step <= REACH:
            step = -step
        by += step
        before, moved = pointer.seen(x - STRIP[0] // 2, y), time.perf_counter()
        pointer.to(x + by, y)
        while pointer.seen(x - STRIP[0] // 2, y) == before:
            if time.perf_counter() - moved > PATIENCE:
                raise RuntimeError("a movement that changes nothing on the screen")
        found.append((time.perf_counter() - moved) * 1000)
        time.sleep(0.008)
    pointer.to(x, y)
    pointer.button(down=False)
    return found[times // 10 :]


class _Image(ctypes.Structure):
    """The beginning of an XImage."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_char)),
        ("orders", ctypes.c_int * 5),
        ("bytes_per_line", ctypes.c_int),
    )


class _Pointer:
    """Moves the pointer as a mouse does, and reads the screen as an eye does."""

    def __init__(self, screen: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(screen.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def to(self, x: int, y: int) -> None:
        """Move to a point of the screen."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def button(self, *, down: bool) -> None:
        """Press or let go."""
        self._test.XTestFakeButtonEvent(self._display, 1, int(down), ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def seen(self, x: int, y: int) -> bytes:
        """The pixels of the strip that begins there."""
        image = self._x.XGetImage(
            self._display, self._root, x, y, *STRIP, ctypes.c_ulong(0xFFFFFFFF), ctypes.c_int(2)
        )
        found = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height)
        self._x.XDestroyImage(image)
        return found
