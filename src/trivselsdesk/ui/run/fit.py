"""How wide the panels of the meeting room are in a window, and which of them shrink to a strip."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme

_WIDE_RAIL, _WIDE_SIDE, _SLIM_SIDE = 272, 328, 268


@dataclass(frozen=True)
class Fit:
    """Widths in pixels."""

    rail: int
    side: int
    strip: int
    rail_as_strip: bool
    side_as_strip: bool

    @property
    def left(self) -> int:
        """Room that is taken to the left of the centre."""
        return self.strip if self.rail_as_strip else self.rail

    @property
    def right(self) -> int:
        """Room that is taken to the right of the centre."""
        return self.strip if self.side_as_strip else self.side


def fit(width: int, height: int) -> Fit:
    """For a whole window of that size (design system, §8)."""
    look = theme.current()
    wide, standard, compact = look.breakpoint("wide"), look.breakpoint("standard"), look.breakpoint("compact")
    narrow = width < standard[0]
    side_as_strip = width < compact[0]
    if width >= wide[0]:
        rail, side = _WIDE_RAIL, _WIDE_SIDE
    else:
        rail = look.size("railLeft")
        side = _SLIM_SIDE if narrow and not side_as_strip else look.size("panelRight")
    return Fit(rail, side, look.size("railLeftCollapsed"), narrow or height < standard[1], side_as_strip)
