"""How long the window is silent while thousands of notes come, go and change their view.

A timer beats in the real event loop; the longest pause between two beats is what a user waits for a
letter to appear. Counted in CPU time of this process, so that a busy machine tells the same.

    python -m tests.bench.heartbeat [NOTES]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, QTimer

from tests.bench.inside import Bench, opened
from tests.bench.table import Plan

WORDS = ("vi", "mangler", "tid", "til", "at", "dokumentere", "og", "samarbejde", "om", "børnenes", "hverdag")
SECONDS = 4.0
"""So long the loop runs on after each deed: what comes in parts must have come."""


class Heart(QObject):
    """Beats as often as the loop lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []
        self._last = time.process_time()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def longest(self, deed: Callable[[], object]) -> float:
        """The longest pause in ms during the deed and after it."""
        self.pauses.clear()
        self._last = time.process_time()
        deed()
        loop = QEventLoop()
        QTimer.singleShot(round(SECONDS * 1000), loop.quit)
        loop.exec()
        return max(self.pauses) * 1000

    def _beat(self) -> None:
        now = time.process_time()
        self.pauses.append(now - self._last)
        self._last = now


def lines(count: int) -> list[str]:
    """So many notes of five to thirteen words, no two alike."""
    return [
        " ".join(WORDS[(n * 7 + w) % len(WORDS)] for w in range(5 + n % 9)) + f" {n}" for n in range(count)
    ]


def main(count: int) -> None:
    """Print the longest pause of each deed."""
    with TemporaryDirectory() as folder:
        _measure(opened(Plan(Path(folder), quick=True), 50), count)


def _measure(bench: Bench, count: int) -> None:
    page = bench.page
    heart = Heart()
    kind, zone = page.entry.kinds.value(), page.entry.zones.value()

    def paste() -> None:
        page.put_up(lines(count), kind, zone)

    deeds: list[tuple[str, Callable[[], object]]] = [
        ("paste", paste),
        ("undo", bench.window.undo),
        ("redo", bench.window.redo),
        ("board → list", page.swap_view),
        ("list → board", page.swap_view),
    ]
    for name, deed in deeds:
        print(f"{name:14} {heart.longest(deed):6.0f} ms at most between two beats, {count} notes")
    bench.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
