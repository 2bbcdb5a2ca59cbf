"""What the unit has agreed: initiatives, actions and the report."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


@dataclass(frozen=True, kw_only=True)
class Initiative(Ranked):
    """What the unit has decided to change (indsats): one record behind every form."""

    card_id: str = ""
    """The theme or note it grew from; empty when written by hand."""
    name: str
    why: str = ""
    goal: str = ""
    signs: str = ""
    barriers: str = ""
    efforts: str = ""
    """Ids of ticked choices, separated by spaces."""
    evaluation: str = ""
    leads: str = ""
    """Tovholdere, as names."""
    followup_day: date | None = None
    followup_place: str = ""
    """Such as »Personalemøde«."""
    followup_owner: str = ""
    news: str = ""
    """When and how the rest of the unit hears about it."""
    launched: date | None = None
    followup_event: str = ""
    """Id of the event or meeting at which it is followed up; empty for none. ``followup_day`` moves
    along."""


@dataclass(frozen=True, kw_only=True)
class Action(Ranked):
    """Who does what by when (tiltag)."""

    initiative_id: str
    title: str
    people: str = ""
    owner: str = ""
    due: date | None = None
    """The day that ``due_words`` or ``due_event`` came to; see ``domain/due.py``."""
    status: str = ""
    status_note: str = ""
    due_words: str = ""
    """How it was said, such as »senest om 2 måneder« (001); empty for a plain date."""
    due_event: str = ""
    """Id of the event or meeting that it is due at; empty for none. ``due`` moves with it."""
    how: str = ""
    """In what way it is done (001: Måde)."""


@dataclass(frozen=True, kw_only=True)
class StatusChange(Record):
    """An action moved along its arrow, or something was said about it: who, when, from where to where."""

    action_id: str
    day: date
    """Local."""
    at: float
    """Seconds since 1970: the order of what happened on one day."""
    before: str = ""
    after: str = ""
    """Ids of status steps; the same as ``before`` where something was only said."""
    who: str = ""
    """A name; empty when nobody said who they were."""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Report(Record):
    """What the one-page report holds beyond the initiatives. ``id`` equals ``programme_id``."""

    day: date | None = None
    authors: str = ""
    successes: str = ""
    """One answer a line."""
    reasons: str = ""
    recipient: str = ""
    """Who it goes to, where that is not whom the pack says."""
