"""The årshjul of a process: its rings, and the dates that it proposes for the year."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack.preparing import Due

EVENT_KINDS = ("meeting", "followup", "evaluation", "discussion", "apv", "pulse", "other")
"""What a date of the year is: a meeting, a follow-up, an evaluation, the yearly *arbejdsmiljødrøftelse*,
the next APV, a pulse measurement, or anything else."""


@dataclass(frozen=True, kw_only=True)
class Ring:
    """A group that meets in the course of the year (002: F12)."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    """Words in the place of a follow-up that put it on this ring, such as »personalemøde«."""


@dataclass(frozen=True, kw_only=True)
class WheelEvent:
    """A date that the process proposes. The unit takes it up, or leaves it."""

    id: str
    title: str
    ring: str = ""
    kind: str = "other"
    due: Due | None = None
    months: int = 0
    """Months after the anchor of ``due``, before its days are counted."""
    every_months: int = 0
    hint: str = ""
    form: str = ""
    """Id of the form of the pack that is filled in when it is held."""
    source: str = ""
    """Where the proposal comes from, in a few words."""


@dataclass(frozen=True, kw_only=True)
class Wheel:
    """The rings, from the outside in, and the proposals."""

    rings: tuple[Ring, ...]
    events: tuple[WheelEvent, ...] = ()
