"""Thousands of new notes are shown a part at a time, so that the window never stops for long."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Sequence

from PySide6.QtCore import QObject, QTimer

from trivselsdesk.ui.surface.model import ZoneModel, first_of

AT_ONCE = 700
"""So many new notes are put up at a time; a board in use never sees the difference."""


class Growth(QObject):
    """Says how much of what is to be shown comes now, and asks again until all is there."""

    def __init__(self, view: QObject, show: Callable[[Sequence[ZoneModel]], object]) -> None:
        """``show`` is called again with the whole, until ``part`` has given it all."""
        super().__init__(view)
        self._show = show
        self._whole: Sequence[ZoneModel] = ()
        self._all_now = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def active(self) -> bool:
        """Whether there are notes still to come."""
        return self._timer.isActive()

    def part(self, zones: Sequence[ZoneModel], shown: Container[str]) -> Sequence[ZoneModel]:
        """What to show now. ``shown`` are the ids of the tiles that stand there already."""
        tiles = [tile.id for zone in zones for group in zone.groups for tile in group.tiles]
        new = [number for number, each in enumerate(tiles) if each not in shown]
        self._timer.stop()
        if len(new) <= AT_ONCE or self._all_now:
            self._whole = ()
            return zones
        self._whole = zones
        self._timer.start()
        return first_of(zones, new[AT_ONCE])

    def have(self, ids: Collection[str], shown: Container[str]) -> None:
        """Somebody asks for these tiles: what is still to come comes now, if one of them is among it."""
        if self.active and any(each not in shown for each in ids):
            self.complete()

    def complete(self) -> None:
        """All that is still to come, at once."""
        if self.active:
            self._all_now = True
            self._show(self._whole)
            self._all_now = False

    def _go_on(self) -> None:
        self._show(self._whole)
