"""Notices that the computer slept during the meeting, and asks whether the time should count."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.wakeup import Jump, Tick, jump
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.widgets.toast import Banner


class NapWatch(QObject):
    """``look`` at every tick. Nothing is decided for the room: until somebody answers, the time goes on."""

    toast = Signal(str, str)

    def __init__(
        self,
        bridge: Bridge,
        clockwork: Clockwork,
        column: QVBoxLayout,
        steady: Callable[[], float] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._clockwork, self._column = bridge, clockwork, column
        # A moment that stands still has no second clock to be held against.
        still = isinstance(bridge.moment, FixedMoment)
        self.steady = steady or (None if still else time.monotonic)
        self._last: Tick | None = None
        self._jump: Jump | None = None
        self.banner: Banner | None = None

    def restart(self) -> None:
        """Nobody looked for a while: what went by does not count as sleep."""
        self._last = None

    def look(self) -> None:
        """Hold the two clocks against each other."""
        if self.steady is None:
            return
        now = Tick(self._bridge.seconds(), self.steady())
        before, self._last = self._last, now
        if before is None or self._clockwork.clock.state != "running":
            return
        found = jump(before, now)
        if found is None:
            return
        if found.seconds < 0:
            # A clock that is set back says nothing of the meeting: no time has passed in the room.
            if self._clockwork.keep_left(found):
                words = self.tr("Computerens ur blev stillet. Mødets tid går videre som før.")
                self.toast.emit("clock", words)
            return
        self._ask(found)

    def forget(self) -> None:
        """Somebody answered, or moved the clock in another way."""
        self._jump = None
        if self.banner is not None:
            self.banner.hide()
            self._column.removeWidget(self.banner)
            self.banner.deleteLater()
            self.banner = None

    def _ask(self, found: Jump) -> None:
        # Asked once for the whole nap, also where it came in several pieces.
        since = self._jump.since if self._jump is not None else found.since
        seconds = self._bridge.seconds() - since
        self._jump = Jump(since, seconds)
        title = self.tr("Computeren har sovet i {time}").format(time=self._time_words(seconds))
        sentence = self.tr("Skal tiden gå videre eller på pause?")
        if self.banner is not None:
            self.banner.set_texts(title, sentence)
            return
        self.banner = Banner("warn", title, sentence, closable=False)
        self.banner.add_button(self.tr("Fortsæt"), self.forget)
        self.banner.add_button(self.tr("Sæt på pause fra dengang"), self._hold)
        self._column.insertWidget(0, self.banner)

    def _time_words(self, seconds: float) -> str:
        if seconds < 60:
            return plural(round(seconds), self.tr("sekund"), self.tr("sekunder"))
        return self.tr("{minutes} min").format(minutes=round(seconds / 60))

    def _hold(self) -> None:
        found = self._jump
        self.forget()
        if found is not None:
            self._clockwork.hold_since(found)
