"""What stands on the årshjul: dates that the unit has set for meeting, following up and looking back."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked


@dataclass(frozen=True, kw_only=True)
class Event(Ranked):
    """A date of the unit's own year (002: F12). The follow-up of an initiative is none: it stands there."""

    title: str
    ring: str = ""
    """Id of a ring of the pack, such as ``staff``; empty for the outermost."""
    kind: str = "other"
    """One of ``domain.wheel.KINDS``."""
    day: date | None = None
    """The first time, where it comes again."""
    start: int | None = None
    """Minutes after midnight, local; None for the whole day."""
    place: str = ""
    every_months: int = 0
    """Months from one time to the next; 0 for once."""
    until: date | None = None
    """The last day that it can come again; None for ever."""
    initiative_id: str = ""
    """The initiative that it is about; empty for the unit as a whole."""
    note: str = ""
    done: bool = False
    """For what comes once."""
    held: date | None = None
    """For what comes again: the last time that is behind us."""
