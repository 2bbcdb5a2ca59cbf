"""What was measured, as lines of a table."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FRAME = 1000 / 60
"""Milliseconds."""


@dataclass(frozen=True)
class Plan:
    """Where to work, and how thoroughly."""

    folder: Path
    quick: bool

    def times(self, often: int) -> int:
        """So many runs, or a fifth of them."""
        return max(3, often // 5) if self.quick else often

    @property
    def boards(self) -> tuple[int, ...]:
        """Notes on the boards that are worked on in the open window."""
        return (50, *self.sizes)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Notes on the boards that the program starts with."""
        return (200, 1000) if self.quick else (200, 1000, 5000)


@dataclass(frozen=True)
class Row:
    """One measure: ``value`` in ``unit`` (a ratio, or frames of CPU), and the most that it should be."""

    what: str
    value: float
    target: float | None
    unit: str = "×"
    detail: str = ""

    @property
    def missed(self) -> bool:
        """Whether it is more than it should be."""
        return self.target is not None and self.value > self.target


def ratio(
    what: str, ours: Sequence[float], floor: Sequence[float], target: float | None, unit: str = "ms"
) -> Row:
    """The median of ours to the median of the floor, both in ``unit``."""
    mine, base = statistics.median(ours), statistics.median(floor)
    return Row(what, mine / base, target, detail=f"{mine:.3g} / {base:.3g} {unit}")


def frames(what: str, milliseconds: Sequence[float], target: float | None, *, at: float = 0.5) -> Row:
    """Frames of CPU at a quantile."""
    found = quantile(milliseconds, at)
    word = "p50" if at == 0.5 else f"p{at * 100:.0f}"
    return Row(what, found / FRAME, target, "frames", f"{found:.3g} ms {word}")


def quantile(values: Sequence[float], at: float) -> float:
    """The value below which that share of the others lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(at * len(ordered)))]


def interleaved(ways: Sequence[Callable[[], object]], times: int, warm: int = 3) -> list[list[float]]:
    """Milliseconds of each way, taken in turn so that a busy machine weighs on all of them."""
    found: list[list[float]] = [[] for _ in ways]
    gc.collect()
    gc.disable()
    try:
        for number in range(times + warm):
            for way, times_of_way in zip(ways, found, strict=True):
                started = time.perf_counter()
                way()
                spent = (time.perf_counter() - started) * 1000
                if number >= warm:
                    times_of_way.append(spent)
    finally:
        gc.enable()
    return found


def lines(rows: Sequence[Row]) -> list[str]:
    """The table."""
    wide = max(len(row.what) for row in rows)
    made = [f"{'measure':{wide}}  {'found':>12}  {'target':>6}"]
    for row in rows:
        found = f"{row.value:.2f} {row.unit}"
        target = "" if row.target is None else f"≤ {row.target:.3g}"
        verdict = "" if row.target is None else "missed" if row.missed else "ok"
        made.append(f"{row.what:{wide}}  {found:>12}  {target:>6}  {verdict:6}  {row.detail}")
    return made
