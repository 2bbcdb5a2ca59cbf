"""What is written and ticked where the unit hands its work in."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Record


def entry_mark_id(initiative_id: str, field: str) -> str:
    """Id of the tick »indtastet« of a field; there is at most one."""
    return f"{initiative_id}:{field}"


def delivery_id(programme_id: str, handin: str) -> str:
    """Id of the tick »afleveret« of something that is handed in."""
    return f"{programme_id}:handin:{handin}"


@dataclass(frozen=True, kw_only=True)
class EntryMark(Record):
    """A field of an initiative has been typed into the other system. ``id`` is ``initiative:field``."""

    initiative_id: str
    field: str
    digest: str
    """Of the text that was typed there: never the text itself, which stands in the initiative alone."""
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class ApvPlan(Record):
    """What the APV plan holds beyond the initiatives. ``id`` equals ``programme_id``."""

    sickness: str = ""
    """Which working conditions play a part in sickness absence, or that none were found."""
    revised: date | None = None


@dataclass(frozen=True, kw_only=True)
class StaffNews(Record):
    """The short news where somebody has changed the text. ``id`` equals ``programme_id``."""

    text: str = ""
    """Empty while it is the text that the program makes."""
    digest: str = ""
    """Of the text that the program made when it was changed."""
    anonymous: bool = False
    """Made without names."""


@dataclass(frozen=True, kw_only=True)
class Delivery(Record):
    """Something has been handed in. ``id`` is ``programme:handin:id of the pack``."""

    handin: str
    day: date | None = None
