"""``python -m tests.bench [--quick] [--only WORD]``: prints ratios beside their targets. Asserts nothing."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import commits, inside, papers, screen, starts, wall
from tests.bench.table import Plan, Row, lines

PARTS = {
    "start": starts.measure,
    "board": inside.measure,
    "wall": wall.measure,
    "screen": screen.measure,
    "commit": commits.measure,
    "paper": papers.measure,
}


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, no 5,000 notes, a shorter journal")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be given again")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    started = time.monotonic()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="trivselsdesk-bench-") as folder:
        plan = Plan(Path(folder), quick=chosen.quick)
        for name in chosen.only or PARTS:
            place = plan.folder / name
            place.mkdir()
            print(f"{name} …", file=sys.stderr, flush=True)
            rows += PARTS[name](Plan(place, quick=chosen.quick))
    for line in lines(rows):
        print(line)
    missed = sum(1 for row in rows if row.missed)
    print(f"\n{len(rows)} measures, {missed} missed their target, {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
