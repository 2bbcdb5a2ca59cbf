"""The one door of the command line: finds the command, and turns every failure into a sentence."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from trivselsdesk import __version__
from trivselsdesk.cli.arguments import help_of
from trivselsdesk.cli.say import FAILED, Stop, err, out, plain

COMMANDS = {
    "list": "listing",
    "export": "export",
    "import": "handed",
    "notes": "notes",
    "check": "check",
    "packs": "pack_check",
    "tour": "pictures",
}
"""Command: the module that carries it out. Each is loaded when it is wanted."""
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Carry a command out. Returns the exit code; raises nothing."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # A console of an old code page must not stop us at the first arrow or emoji.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except Stop as stop:
        err(str(stop))
        return stop.code
    except BrokenPipeError:
        # Whoever read our lines has had enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        err("Afbrudt. Intet er gået tabt.")
        return INTERRUPTED
    except Exception as error:
        err(f"Noget gik galt i programmet. Alt, der var gemt, er der endnu. Fejlkode: {_place(error)}")
        return FAILED


def _run(words: list[str]) -> int:
    if not words:
        from trivselsdesk.app import main as window

        return window()
    first, *rest = words
    if first in ("-h", "--help", "help"):
        out(help_of({name: _load(name).ABOUT for name in COMMANDS}))
        return 0
    if first == "--version":
        out(f"Trivselsdesk {__version__}")
        return 0
    if first not in COMMANDS:
        what = "Valget" if first.startswith("-") else "Kommandoen"
        raise Stop(f"{what} »{plain(first)}« findes ikke. Se »trivselsdesk --help«.")
    code: int = _load(first).run(rest)
    return code


def _load(name: str):  # type: ignore[no-untyped-def]
    return importlib.import_module(f"trivselsdesk.cli.{COMMANDS[name]}")


def _place(error: Exception) -> str:
    """What it was and where, never what it said: that may be somebody's words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
