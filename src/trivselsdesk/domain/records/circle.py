"""How far a cirkelsparring is."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Record


@dataclass(frozen=True, kw_only=True)
class CircleWalk(Record):
    """How a meeting's cirkelsparring stands. ``id`` is the meeting's. Like the clock only transitions are
    stored: where the talk is follows from the seconds that all of it still lasts (``domain/circle.py``)."""

    meeting_id: str
    state: str = ""
    """Empty while the groups are made, ``running``, or ``paused``."""
    deadline: float = 0.0
    """While it runs: when the whole talk is over, seconds since 1970."""
    left: float = 0.0
    """While it is held: seconds that the whole talk still lasts."""
