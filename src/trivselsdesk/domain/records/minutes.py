"""What is written down and noted while a meeting is held: remarks for the minutes, and who was away."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Record


def absence_id(meeting_id: str, person_id: str) -> str:
    """Id of »this person was away from this meeting«; there is at most one."""
    return f"{meeting_id}:{person_id}"


@dataclass(frozen=True, kw_only=True)
class Remark(Record):
    """Something the opsamler wrote down (003: R40). It stands in the minutes and never on the wall."""

    meeting_id: str
    slot_id: str = ""
    """Id of the step or agenda item it was said in; empty, or of one that is gone, for none."""
    at: float = 0.0
    """When the writing began, seconds since 1970, UTC."""
    text: str = ""
    kind: str = ""
    """Id of a kind of remark of the pack, or empty."""


@dataclass(frozen=True, kw_only=True)
class Absence(Record):
    """Somebody who takes part was away from a meeting (003: P79). ``id`` is ``meeting:person``."""

    meeting_id: str
    person_id: str
