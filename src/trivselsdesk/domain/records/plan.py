"""What the unit has agreed: initiatives, actions and the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, kw_only=True)
class Action(Ranked):
    """Who does what by when (tiltag)."""

    initiative_id: str
    title: str
    people: str = ""
    owner: str = ""
    due: date | None = None
    status: str = ""
    status_note: str = ""


@dataclass(frozen=True, kw_only=True)
class Report(Record):
    """What the one-page report holds beyond the initiatives. ``id`` equals ``programme_id``."""

    day: date | None = None
    authors: str = ""
    successes: str = ""
    """One answer a line."""
    reasons: str = ""
