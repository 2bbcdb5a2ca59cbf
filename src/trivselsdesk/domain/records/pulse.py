"""A pulsmåling: what was asked about, and what people answered without anybody knowing who."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


@dataclass(frozen=True, kw_only=True)
class Pulse(Ranked):
    """Three quick questions about one theme (001: F26–F31). Outside undo, as its answers are."""

    theme: str
    """What is asked about, as it was worded then."""
    initiative_id: str = ""
    """The initiative that it follows; empty, or gone, for a theme of its own."""
    invited: int = 0
    """How many were asked; 0 when nobody has said."""
    opened: date | None = None
    closed: date | None = None
    """The day it was counted and shown; it takes no answers after that (see ``domain/pulse.py``)."""
    points: str = ""
    """Where it is a round of sheets with plus and minus: its points as they were worded, one a line (see
    ``domain/points.py``); empty for a pulse."""
    texts_shown: bool = False
    """Somebody has read the open answers for names, and they may be seen by the room."""


@dataclass(frozen=True, kw_only=True)
class PulseAnswer(Record):
    """One answer. It has no order, no time and no person: the id is random, and nothing else is kept."""

    pulse_id: str
    marks: str = ""
    """Question ids and numbers 1–5, such as ``behov:4 bedre:2``; one that was passed over is missing."""
    text: str = ""
    """The open answer."""
