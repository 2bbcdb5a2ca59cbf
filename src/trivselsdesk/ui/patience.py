"""A long step in small parts, with the window alive in between."""

from __future__ import annotations

from collections.abc import Generator
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal

DoneT = TypeVar("DoneT")

AT_A_TIME = 0.012
"""Seconds of work before the window has its turn."""
QUIET = 0.15
"""A step that takes no longer than so many seconds is not worth a word."""
TURN_MS = 8
"""Milliseconds that the window has at most before the work goes on."""


class Stopped(Exception):
    """The user gave the step up. Nothing has been changed."""


class Patience(QObject):
    """Does one long step at a time. What comes in between is done at once, as ever."""

    far = Signal(float)
    """How far the step is, 0 to 1. Comes only when it takes more than a moment."""
    ended = Signal(bool)
    """The step that was told of is over; True when it was given up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.quiet = QUIET
        """Seconds without a word, and without a turn for the window."""
        self.busy = False
        self._stop = False

    def stop(self) -> None:
        """Give up what is under way, should there be anything."""
        self._stop = self.busy

    def do(self, parts: Generator[float, None, DoneT]) -> DoneT:
        """Work through the parts and return what they return. Raises Stopped, and what they raise."""
        if self.busy:
            return at_once(parts)
        self.busy, self._stop, told = True, False, False
        begun = monotonic()
        try:
            while True:
                until = monotonic() + AT_A_TIME
                share = next(parts)
                while monotonic() < until:
                    share = next(parts)
                if monotonic() - begun > self.quiet:
                    self.far.emit(share)
                    told = True
                    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, TURN_MS)
                if self._stop:
                    parts.close()
                    raise Stopped
        except StopIteration as end:
            done: DoneT = end.value
            return done
        finally:
            self.busy = False
            if told:
                self.ended.emit(self._stop)


def at_once(parts: Generator[float, None, DoneT]) -> DoneT:
    """All parts without a break."""
    while True:
        try:
            next(parts)
        except StopIteration as end:
            done: DoneT = end.value
            return done
