"""Cold starts: the real program in a process of its own, beside an empty PySide6 window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from tests.bench import desks
from tests.bench.table import Plan, Row, ratio

ROOT = Path(__file__).parents[2]
FLOOR = "floor"
TO_PROGRAMME = {200: 2.3, 1000: 2.5, 5000: 3.8}
FROM_LIST = {200: 0.5, 5000: 1.8}
MEMORY = {200: 110, 5000: 180}
WALLED = 200
"""Notes on the board that is shown on the wall as well."""


@dataclass(frozen=True)
class _Start:
    """A way to start: what the child waits for, and the data folder it starts on."""

    name: str
    until: str
    folder: Path


def measure(plan: Plan) -> list[Row]:
    """Start again and again, each way in turn."""
    ways = [_Start(FLOOR, "floor", plan.folder), *_folders(plan)]
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    for number in range(plan.times(15) + 1):
        for way in ways:
            told = _start(way)
            # The first of each writes its compiled files and warms the disk.
            if number:
                found[way.name].append(told)
    floor = _of(found[FLOOR], "ms")

    def beside(what: str, ours: list[dict[str, float]], key: str, target: float) -> Row:
        row = ratio(f"{what} / floor", _of(ours, key), floor, target)
        # A machine that does other work as well stretches the time, and the CPU much less.
        cpu = median(_of(ours, f"{key}_cpu")) / median(_of(found[FLOOR], "ms_cpu"))
        return replace(row, detail=f"{row.detail}; CPU {cpu:.2f} ×")

    rows = [
        beside("cold start to the first painted window", found["few"], "first", 1.25),
        beside("… to the list of ten programmes", found["few"], "ms", 2.0),
    ]
    for size in plan.sizes:
        what = f"… straight into {size} notes"
        rows.append(beside(what, found[f"straight {size}"], "ms", TO_PROGRAMME[size]))
    for size in plan.sizes:
        ours = _of(found[f"list {size}"], "opened")
        rows.append(ratio(f"from the list into {size} notes / floor", ours, floor, FROM_LIST.get(size)))
    many, few = _of(found["many"], "ms"), _of(found["few"], "ms")
    gestures = _gestures(plan)
    rows.append(ratio(f"start after {gestures:,} gestures / after 50", many, few, 1.1))
    for size in plan.sizes:
        used = _of(found[f"straight {size}"], "pss")
        if any(used):
            rows.append(
                Row(f"memory (PSS), console only, {size} notes", median(used), MEMORY.get(size), "MB")
            )
    rows += walls(plan)
    return rows


def walls(plan: Plan) -> list[Row]:
    """The memory of console and wall together."""
    folder = plan.folder / "wall"
    desks.make(folder, desks.board_of(WALLED), open_at="run")
    way = _Start("wall", "wall", folder)
    used = [_start(way)["pss"] for _ in range(plan.times(15))]
    if not any(used):
        return []
    return [Row(f"memory (PSS), console and wall, {WALLED} notes", median(used), MEMORY[WALLED], "MB")]


def _gestures(plan: Plan) -> int:
    return 5_000 if plan.quick else 50_000


def _folders(plan: Plan) -> list[_Start]:
    few, many = plan.folder / "few", plan.folder / "many"
    desks.make(few, *(desks.board_of(40) for _ in range(10)))
    shutil.copytree(few, many)
    desks.work(few, 50)
    desks.work(many, _gestures(plan))
    ways = [_Start("few", "list", few), _Start("many", "list", many)]
    for size in plan.sizes:
        board = desks.board_of(size)
        straight, listed = plan.folder / f"straight-{size}", plan.folder / f"list-{size}"
        desks.make(straight, board, open_at="run")
        desks.make(listed, board)
        ways.append(_Start(f"straight {size}", "board", straight))
        ways.append(_Start(f"list {size}", "open", listed))
    return ways


def _start(way: _Start) -> dict[str, float]:
    surroundings = os.environ | {
        "TRIVSELSDESK_DATA": str(way.folder),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }
    # Writing compiled files anew at each start would be measured too.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.bench.start_child", way.until, str(time.monotonic_ns())]
    ran = subprocess.run(command, capture_output=True, text=True, env=surroundings, cwd=ROOT, timeout=60)
    if ran.returncode or not ran.stdout.strip():
        raise RuntimeError(f"{way.name}: {ran.stderr}")
    told: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return told


def _of(found: list[dict[str, float]], key: str) -> list[float]:
    return [each[key] for each in found]
