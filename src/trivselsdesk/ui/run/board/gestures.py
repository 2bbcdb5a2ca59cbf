"""Gestures on a board: each begins, moves, finishes or is cancelled, and asks its host for the rest."""

from __future__ import annotations

from typing import Protocol

from trivselsdesk.ui.surface.targets import Target

START_PX = 6.0
"""A press becomes a drag after so many px (design system, §11)."""


class Host(Protocol):
    """What a gesture needs of the board it works on. Points are in the board's own px."""

    def lift(self, ids: tuple[str, ...], group: str) -> None:
        """Show these tiles, or this group with them, as taken up."""

    def carry(self, dx: float, dy: float) -> None:
        """Show what is lifted moved by so much from where it was taken up."""

    def find_target(self, x: float, y: float, ids: tuple[str, ...], group: str) -> Target | None:
        """Where it would land from here."""

    def show_target(self, target: Target | None) -> None:
        """Mark the landing place, or none."""

    def set_down(self, target: Target | None) -> None:
        """Put what is lifted down: into the target, or back where it came from."""


class Drag:
    """Tiles, or a whole group, carried by the pointer. Nothing is written before ``finish``."""

    def __init__(self, host: Host, ids: tuple[str, ...], x: float, y: float, group: str = "") -> None:
        self._host = host
        self._ids = ids
        self._group = group
        self._from = (x, y)
        self.lifted = False
        self.target: Target | None = None

    def move(self, x: float, y: float) -> None:
        """The pointer is at ``x``, ``y`` now."""
        dx, dy = x - self._from[0], y - self._from[1]
        if not self.lifted:
            if abs(dx) + abs(dy) < START_PX:
                return
            self.lifted = True
            self._host.lift(self._ids, self._group)
        self._host.carry(dx, dy)
        target = self._host.find_target(x, y, self._ids, self._group)
        if target is not self.target and target != self.target:
            self.target = target
            self._host.show_target(target)

    def look_again(self, x: float, y: float) -> None:
        """The board is laid out anew below the pointer: mark where it would land now."""
        if self.lifted:
            self.target = self._host.find_target(x, y, self._ids, self._group)
            self._host.show_target(self.target)

    def finish(self) -> bool:
        """Let go. False when nothing was lifted: it was a click."""
        if not self.lifted:
            return False
        self._host.show_target(None)
        self._host.set_down(self.target)
        return True

    def cancel(self) -> None:
        """Esc: everything back."""
        if self.lifted:
            self._host.show_target(None)
            self._host.set_down(None)
        self.lifted = False
        self.target = None


class KeyDrag:
    """Tiles, or a whole group, lifted by Space and led from place to place by the arrow keys."""

    def __init__(
        self,
        host: Host,
        ids: tuple[str, ...],
        places: list[Target],
        group: str = "",
        start: Target | None = None,
    ) -> None:
        self._host = host
        self._places = places
        self._at = places.index(start) if start in places else -1
        self._host.lift(ids, group)
        if self._at >= 0:
            self._host.show_target(self.target)

    @property
    def target(self) -> Target | None:
        """The place that is marked now."""
        return self._places[self._at] if 0 <= self._at < len(self._places) else None

    def step(self, by: int) -> None:
        """On to the next place (1) or back to the one before (-1)."""
        if self._places:
            self._at = (
                (self._at + by) % len(self._places)
                if self._at >= 0
                else (0 if by > 0 else len(self._places) - 1)
            )
            self._host.show_target(self.target)

    def jump(self, by: int) -> None:
        """On to the next theme or zone (1) or back to the one before (-1): to the last place in it."""
        count = len(self._places)
        if not count:
            return
        at = max(self._at, 0)
        here = _lot(self._places[at])
        for _ in range(count):
            at = (at + by) % count
            if _lot(self._places[at]) != here:
                break
        while at + 1 < count and _lot(self._places[at + 1]) == _lot(self._places[at]):
            at += 1
        self._at = at
        self._host.show_target(self.target)

    def finish(self) -> None:
        """Space or Enter: put down."""
        target = self.target
        self._host.show_target(None)
        self._host.set_down(target)

    def cancel(self) -> None:
        """Esc: back."""
        self._host.show_target(None)
        self._host.set_down(None)


def _lot(place: Target) -> tuple[str, str, str]:
    """What a place belongs to: a theme, the loose notes of a zone, or the P-plads."""
    return place.kind, place.zone, place.group
