"""``python -m tests.crash --kills 300``: prints what was found, and fails when something was lost."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.harness import WORKER, Harness, Lost


def main() -> int:
    """Kill, look, tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--child", default=WORKER, help="module that works until it is killed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=0.25, help="seconds of work before a kill, at most")
    parser.add_argument("--folder", type=Path, help="work here and keep it; else a temporary folder")
    chosen = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="trivselsdesk-crash-") as temporary:
        folder = chosen.folder or Path(temporary)
        harness = Harness(folder, child=chosen.child, seed=chosen.seed, longest=chosen.longest)
        try:
            harness.run(chosen.kills)
        except Lost as lost:
            print(f"LOST: {lost}\n{harness.report}", file=sys.stderr)
            return 1
    print(f"nothing lost: {harness.report}, {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
