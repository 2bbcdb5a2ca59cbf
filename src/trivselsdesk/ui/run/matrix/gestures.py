"""The gestures of the mulighedsrum, free of widgets: a card carried by the pointer or led by the keys."""

from __future__ import annotations

from typing import Protocol

from trivselsdesk.domain.frozen import dataclass

START_PX = 6
"""A press becomes a drag after so many px, so that a shaking hand does not move cards."""
STEP = 0.04
"""How far an arrow key carries a lifted card, as a part of the field."""

Lock = tuple[float | None, float | None]
"""What has been said already of x and y, and stays; None where the card may go as it likes."""
FREE: Lock = (None, None)


@dataclass(frozen=True)
class Landing:
    """Where a card would land. ``kind`` is ``field``, ``tray``, ``park``, or empty: nowhere."""

    kind: str = ""
    x: float = 0.0
    """0..1 from the left; like ``y`` it speaks only of the field."""
    y: float = 0.0


class Host(Protocol):
    """What a gesture needs of the field it works on. Points are in the scene's own px."""

    def lift(self, card_id: str) -> None:
        """Show the card as taken up."""

    def carry(self, left: float, top: float) -> None:
        """Show the card in the air with its upper left corner here."""

    def hover(self, x: float, y: float) -> None:
        """Show the card in the air above this place of the field, 0..1."""

    def kind_at(self, x: float, y: float) -> str:
        """What lies under a point: ``field``, ``tray``, ``park`` or nothing."""

    def place_of(self, left: float, top: float) -> tuple[float, float]:
        """The place in 0..1 of a card whose upper left corner is here."""

    def show_landing(self, landing: Landing) -> None:
        """Mark where the card would land."""

    def set_down(self, landing: Landing | None) -> None:
        """Put the card down there; None lays it back where it was taken up."""


class CardDrag:
    """A card carried by the pointer. Nothing is written before ``finish``."""

    def __init__(
        self, host: Host, card_id: str, at: tuple[float, float], grip: tuple[float, float], lock: Lock = FREE
    ) -> None:
        self._host, self._card, self._from, self._grip, self._lock = host, card_id, at, grip, lock
        self.lifted = False
        self.landing = Landing()

    def move(self, x: float, y: float) -> None:
        """The pointer is at ``x``, ``y`` now."""
        if not self.lifted:
            if abs(x - self._from[0]) + abs(y - self._from[1]) < START_PX:
                return
            self.lifted = True
            self._host.lift(self._card)
        left, top = x - self._grip[0], y - self._grip[1]
        self._host.carry(left, top)
        kind = self._host.kind_at(x, y)
        if kind == "field":
            self.landing = Landing(kind, *locked(self._lock, *self._host.place_of(left, top)))
        else:
            self.landing = Landing(kind)
        self._host.show_landing(self.landing)

    def finish(self) -> bool:
        """Let go. False when nothing was lifted: it was a click."""
        if not self.lifted:
            return False
        self._host.set_down(self.landing if self.landing.kind else None)
        return True

    def cancel(self) -> None:
        """Esc: the card lies where it lay."""
        if self.lifted:
            self._host.set_down(None)
        self.lifted = False


class CardKeys:
    """A card lifted by Space and led over the field by the arrow keys."""

    def __init__(self, host: Host, card_id: str, start: tuple[float, float], lock: Lock = FREE) -> None:
        self._host, self._lock = host, lock
        self.place = locked(lock, *start)
        self._host.lift(card_id)
        self._show()

    def step(self, right: int, up: int) -> None:
        """One step to the right (-1: left) or up (-1: down)."""
        x, y = self.place
        self.place = locked(self._lock, x + right * STEP, y + up * STEP)
        self._show()

    def _show(self) -> None:
        self._host.hover(*self.place)
        self._host.show_landing(Landing("field", *self.place))

    def finish(self) -> None:
        """Space or Enter: put down."""
        self._host.set_down(Landing("field", *self.place))

    def cancel(self) -> None:
        """Esc: the card lies where it lay."""
        self._host.set_down(None)


def locked(lock: Lock, x: float, y: float) -> tuple[float, float]:
    """The place within the field, and with what has been said already."""
    x, y = min(1.0, max(0.0, x)), min(1.0, max(0.0, y))
    return (x if lock[0] is None else lock[0]), (y if lock[1] is None else lock[1])
