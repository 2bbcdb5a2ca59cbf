"""The questions of a pulsmåling."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass

LEAST_ANSWERS = 5
"""No result about people from fewer (002: P60). A pack may ask for more, never for less."""

NEED, BETTER = "need", "better"
POLARITIES = (NEED, BETTER)
"""What a high number means: more is left to do, or it has become better (001: F29, F30)."""

SCALE, OPEN = "scale", "open"
PULSE_KINDS = (SCALE, OPEN)


@dataclass(frozen=True, kw_only=True)
class PulseQuestion:
    """One question. ``{tema}`` and ``{periode}`` in its text are what the pulse is about."""

    id: str
    text: str
    kind: str = SCALE
    polarity: str = BETTER


@dataclass(frozen=True, kw_only=True)
class PulseForm:
    """What every pulse of a process asks."""

    questions: tuple[PulseQuestion, ...]
    low: str
    """At 1 of the scale."""
    high: str
    """At 5."""
    period: str
    """How far back people think."""
    min_n: int = LEAST_ANSWERS
    """Answers that a result needs."""
    intro: str = ""
    """What those who answer read first."""
