"""The command line: everything that can be done without a window."""

from trivselsdesk.cli.entry import main

__all__ = ["main"]
