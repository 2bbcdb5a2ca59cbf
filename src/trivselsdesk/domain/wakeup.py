"""Whether the computer slept, or its clock was set, between two ticks of the meeting's clock."""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import ClockState

TOLERANCE = 2.0
"""Seconds by which the two clocks may differ between two ticks."""
STALL = 30.0
"""Seconds without a tick that mean sleep where the steady clock runs on while the computer sleeps."""


@dataclass(frozen=True)
class Tick:
    """The two clocks at one moment, in seconds."""

    wall: float
    """Since 1970, UTC. People and the network can set it."""
    steady: float
    """Since some fixed moment. Nobody can set it; on some systems it stands still during sleep."""


@dataclass(frozen=True)
class Jump:
    """Time went by that nobody in the room saw, or the computer's clock was set."""

    since: float
    """The last moment before it, on the wall clock of then."""
    seconds: float
    """How far the wall clock moved; negative when it was set back."""


def jump(before: Tick, after: Tick) -> Jump | None:
    """What happened between two ticks, or None when time simply passed."""
    wall, steady = after.wall - before.wall, after.steady - before.steady
    gap = wall - steady
    if gap < -TOLERANCE:
        return Jump(before.wall, gap)
    if gap > TOLERANCE or steady > STALL:
        return Jump(before.wall, wall)
    return None


def follow_set_back(clock: ClockState, found: Jump) -> ClockState:
    """The clock with as much time left as before the computer's clock was set back."""
    if clock.state != "running" or found.seconds >= 0:
        return clock
    return replace(clock, deadline=clock.deadline + found.seconds)
