"""Tells once that time is up, the part's or the groups' own, by the soft sound where that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trivselsdesk.domain.groups import work_of
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
        self._part, self._groups = _Moment(), _Moment()
        self.chime = sound.Chime(self)
        self.chime.failed.connect(self.pulse)

    def restart(self) -> None:
        """Nobody looked for a while."""
        self._part, self._groups = _Moment(), _Moment()

    def look(self) -> None:
        """See whether the time has just run out."""
        part, groups = self._part_is_up(), self._groups_are_up()
        if (part or groups) and sound.is_on(self._bridge.setting):
            self.chime.play(sound.volume(self._bridge.setting))

    def _part_is_up(self) -> bool:
        reading = self._clockwork.read()
        if reading.state != "running" or reading.slot is None:
            return self._part.look("", 0.0)
        return self._part.look(reading.slot.id, reading.left)

    def _groups_are_up(self) -> bool:
        """The groups' own minutes go on while the clock of the meeting stands: people are at work."""
        book = self._clockwork.book
        deadline = work_of(book, book.meeting).deadline
        if not deadline:
            return self._groups.look("", 0.0)
        return self._groups.look(str(deadline), deadline - self._bridge.seconds())


class _Moment:
    """Sees one time run out, once."""

    def __init__(self) -> None:
        self._before = ("", 0.0)

    def look(self, what: str, left: float) -> bool:
        """Whether what has so many seconds left had some at the look before; nothing is not watched."""
        before, self._before = self._before, (what, left)
        return bool(what) and before[0] == what and before[1] > 0 >= left and before[1] - left <= _WATCHED
