"""What goes wrong inside the program: into a log that holds no words of the users, and to the window."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    import logging

LOG_FILE = "trivselsdesk.log"
LARGEST = 256 * 1024
KEPT = 3
DEEPEST = 30

_SPEAKER = re.compile(r"^Q\w+(?:::\w+)*|^qt\.[\w.]+|^Could not \w+")


def frames(error: BaseException) -> list[str]:
    """Type and places of an exception and of what caused it: never its text, which may quote a note.

    Folders are left out too: they can hold the name of whoever uses the machine.
    """
    lines: list[str] = []
    cause: BaseException | None = error
    seen: set[int] = set()
    while cause is not None and id(cause) not in seen and len(lines) < DEEPEST:
        seen.add(id(cause))
        lines.append(type(cause).__name__)
        trace = cause.__traceback__
        places: list[str] = []
        while trace is not None:
            places.append(f"  {_short(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}")
            trace = trace.tb_next
        lines += places[-DEEPEST:]
        cause = cause.__cause__ or cause.__context__
    return lines


def _short(file: str) -> str:
    parts = Path(file).parts
    for root in ("trivselsdesk", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return parts[-1] if parts else ""


class Faults:
    """Hooks for exceptions and Qt's own messages. ``stop`` puts back what was there."""

    def __init__(self, folder: Path, tell: Callable[[], None]) -> None:
        self._folder = folder
        self._tell = tell
        self._handler: logging.Handler | None = None
        self._telling = False
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt)

    def stop(self) -> None:
        """Let go of the hooks and the log."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(None)
        if self._handler is not None:
            self._handler.close()
            self._handler = None

    def write(self, *lines: str) -> None:
        """Add to the log; a disk that takes nothing must not make things worse."""
        import logging

        try:
            if self._handler is None:
                self._handler = self._open()
            record = logging.LogRecord("", logging.ERROR, "", 0, "\n".join(lines), None, None)
            self._handler.handle(record)
        except OSError:
            return

    def _open(self) -> logging.Handler:
        # Most days nothing goes wrong: the log and its modules come when they are wanted.
        import logging
        from logging.handlers import RotatingFileHandler

        class Quiet(RotatingFileHandler):
            def handleError(self, record: logging.LogRecord) -> None:
                """A full disk: the log is the last thing that may stop anybody from working."""

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = Quiet(
            self._folder / LOG_FILE, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        return handler

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.write(*frames(error))
        self._say()

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.write("thread", *frames(args.exc_value))

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.write("unraisable", *frames(args.exc_value))

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        # Of the message only who speaks: the rest may quote a path or a text.
        speaker = _SPEAKER.match(message)
        self.write(f"qt {kind.name} {context.category or ''} {speaker[0] if speaker else ''}".rstrip())

    def _say(self) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self._tell()
        except Exception as error:
            self.write("while telling", *frames(error))
        finally:
            self._telling = False
