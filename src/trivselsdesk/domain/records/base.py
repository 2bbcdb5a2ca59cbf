"""What every record is: frozen, with an id, and part of one programme."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass


def new_id() -> str:
    """A fresh id, unique on every machine."""
    # Not above: a start that only looks needs no new ids, and the module takes long to load.
    import uuid

    return uuid.uuid4().hex


@dataclass(frozen=True, kw_only=True)
class Record:
    """Anything that is stored under an id and belongs to one programme."""

    id: str
    programme_id: str


@dataclass(frozen=True, kw_only=True)
class Ranked(Record):
    """A record that stands in an order among its siblings; lower ``rank`` comes first."""

    rank: float = 0.0


@dataclass(frozen=True, kw_only=True)
class CardState(Ranked):
    """What notes and themes share once they are cards that can be sorted, placed and chosen."""

    parked: bool = False
    parked_on: date | None = None
    """Since when it has stood on the P-plads, where somebody noted it."""
    always_act: bool = False
    lift: str = ""
    """Id of the lift target of the pack, or empty."""
    chosen: bool = False
    votes: int = 0
