"""`python -m trivselsdesk`: the window without arguments, the command line with some."""

from __future__ import annotations

import sys


def main() -> int:
    """Start what was asked for. Returns the exit code."""
    if sys.argv[1:]:
        from trivselsdesk.cli import main as command_line

        return command_line(sys.argv[1:])
    from trivselsdesk.app import main as window

    return window()


if __name__ == "__main__":
    sys.exit(main())
