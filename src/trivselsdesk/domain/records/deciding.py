"""What a meeting needs to choose and to work in groups: the stroke vote, and who sits with whom."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


def group_member_id(meeting_id: str, person_id: str) -> str:
    """Id of a person's seat in a group; a person sits in at most one of a meeting's groups."""
    return f"{meeting_id}:{person_id}"


@dataclass(frozen=True, kw_only=True)
class Ballot(Record):
    """How a meeting's stroke vote stands. ``id`` is the meeting's; the strokes are on the cards."""

    people: int = 0
    """How many came and may put strokes; 0 while nobody has said: then all who are not marked as away."""
    counted: bool = False
    """The strokes are counted, so that a standing that was hidden may be seen."""
    settled: bool = False
    """The room has said who goes on."""


@dataclass(frozen=True, kw_only=True)
class TalkGroup(Ranked):
    """A small group of a meeting (gruppe), in the order in which the groups report back."""

    meeting_id: str
    initiative_id: str = ""
    """The theme that it talks about; empty while it has none."""


@dataclass(frozen=True, kw_only=True)
class GroupMember(Ranked):
    """A person's seat in a group. ``id`` is ``meeting:person``."""

    group_id: str
    person_id: str
    roles: str = ""
    """Ids of the role cards that the person holds, separated by spaces."""


@dataclass(frozen=True, kw_only=True)
class GroupWork(Record):
    """How far the work in groups is. ``id`` is the meeting's. Not part of undo, like the clock."""

    stage: str = ""
    """Empty while the groups are made, ``talk`` while they work, ``report`` while they report back."""
    group_id: str = ""
    """The group that is looked at, or that reports back."""
    deadline: float = 0.0
    """When the groups' own minutes are up, seconds since 1970; 0 where the clock of the part counts."""
