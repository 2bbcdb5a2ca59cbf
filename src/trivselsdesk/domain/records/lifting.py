"""What is seen to outside the board: carried on to others, or settled at once."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Record


@dataclass(frozen=True, kw_only=True)
class Escalation(Record):
    """How a lifted card, or a note on a track, is seen to (003: D16, 002: X09–X11).

    ``id`` is the card's. Where it goes to is the card's own ``lift``, or the note's ``track``.
    """

    reason: str = ""
    """Why it cannot be decided here."""
    carrier: str = ""
    """Who carries it on, or sees to it: a name, or a word such as »Trioen«."""
    sent: date | None = None
    expected: date | None = None
    """When an answer is expected; on a track that is settled here, when it is done."""
    answer: str = ""
    """What came of it: the answer, or what is done about it."""
    status: str = ""
    """Empty while it is to be sent, then ``sent``, ``answered`` and ``closed``."""
