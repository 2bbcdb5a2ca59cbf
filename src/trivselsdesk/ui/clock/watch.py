"""All that watches the clock while a room shows it: sleep, time that is up, and what nobody did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.bell import Bell
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.clock.nap import NapWatch
from trivselsdesk.ui.clock.nudge import NudgeBar


class ClockWatch(QObject):
    """One for each room that runs by the clock. Its bars come first in ``column``."""

    toast = Signal(str, str)
    pulse = Signal()
    forward = Signal()
    toggle = Signal()
    add = Signal(float)

    def __init__(
        self,
        bridge: Bridge,
        clockwork: Clockwork,
        column: QVBoxLayout,
        steady: Callable[[], float] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.nap = NapWatch(bridge, clockwork, column, steady, self)
        self.bell = Bell(bridge, clockwork, self)
        self.nudge = NudgeBar(bridge, clockwork, column, self)
        self.nap.toast.connect(self.toast)
        self.bell.pulse.connect(self.pulse)
        self.nudge.forward.connect(self.forward)
        self.nudge.toggle.connect(self.toggle)
        self.nudge.add.connect(self.add)

    @property
    def asks(self) -> bool:
        """Whether a bar is shown."""
        return self.nap.banner is not None or self.nudge.banner is not None

    def look(self) -> None:
        """At every tick."""
        self.nap.look()
        self.bell.look()
        # One question at a time: what to do with the sleep comes first.
        if self.nap.banner is None:
            self.nudge.look()

    def moved(self) -> None:
        """Somebody moved the clock."""
        self.nap.forget()
        self.nudge.look()

    def restart(self) -> None:
        """Nobody looked for a while."""
        self.nap.restart()
        self.bell.restart()

    def forget(self) -> None:
        """Another programme is shown."""
        self.nap.forget()
        self.nudge.forget()
        self.restart()
