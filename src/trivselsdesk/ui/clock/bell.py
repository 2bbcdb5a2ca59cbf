"""Tells once that a part's time is up, by the soft sound where that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trivselsdesk.ui import sound
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork

_WATCHED = 30.0
"""Seconds between two looks within which the moment was seen; after sleep it is too late for a sound."""


class Bell(QObject):
    """``look`` at every tick."""

    pulse = Signal()
    """The machine had no sound: let the clock be seen instead."""

    def __init__(self, bridge: Bridge, clockwork: Clockwork, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._clockwork = bridge, clockwork
        self._before: tuple[str, float] = ("", 0.0)
        self.chime = sound.Chime(self)
        self.chime.failed.connect(self.pulse)

    def restart(self) -> None:
        """Nobody looked for a while."""
        self._before = ("", 0.0)

    def look(self) -> None:
        """See whether the time has just run out."""
        reading = self._clockwork.read()
        if reading.state != "running" or reading.slot is None:
            self.restart()
            return
        before, self._before = self._before, (reading.slot.id, reading.left)
        seen = before[0] == reading.slot.id and before[1] > 0 and before[1] - reading.left <= _WATCHED
        if seen and reading.left <= 0 and sound.is_on(self._bridge.setting):
            self.chime.play(sound.volume(self._bridge.setting))
