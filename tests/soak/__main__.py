"""``make soak``: a meeting of three hours at sixty times the speed, with 500 events that disturb it."""

from __future__ import annotations

import argparse
import sys

from tests.soak.run import run


def main() -> int:
    """Returns the exit code."""
    asked = argparse.ArgumentParser(prog="tests.soak")
    asked.add_argument("--seconds", type=float, default=180.0)
    asked.add_argument("--events", type=int, default=500)
    asked.add_argument("--seed", type=int, default=1)
    words = asked.parse_args()
    code, said = run(words.seconds, words.events, words.seed)
    print(said.strip())
    return code


if __name__ == "__main__":
    sys.exit(main())
