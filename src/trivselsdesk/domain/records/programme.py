"""A programme and what its preparation writes: people, roles, checklist, dates, rules and own words."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


@dataclass(frozen=True, kw_only=True)
class Programme(Record):
    """One unit's work with one process (forløb). ``programme_id`` equals ``id``."""

    pack_id: str
    pack_version: str
    name: str
    core_task: str = ""
    created: str = ""
    """ISO date and time, local."""
    closed: bool = False
    deleted: bool = False
    example: bool = False
    meeting_id: str = ""
    """The sitting that the unit is at; the first when empty."""
    previous_id: str = ""
    """The programme of the round before; it may be gone, or on another machine."""
    last_on_wall: bool = False
    """Whether the room sees what was agreed last time when the meeting opens."""
    occasion: str = ""
    """Id of the occasion of the pack that the unit begins on; empty for an own one, or for none."""
    own_occasion: str = ""
    """The occasion in the unit's own words, where none of the pack's fits."""


@dataclass(frozen=True, kw_only=True)
class Override(Record):
    """A text of the pack as this unit wants it. ``id`` is ``programme:key``."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Person(Ranked):
    """A participant, or somebody who holds a role without taking part."""

    name: str
    title: str = ""
    """Such as »AMR« or »lånt fra Egetræet«."""
    takes_part: bool = True
    department: str = ""
    """What the person comes from, where the process asks for it."""


@dataclass(frozen=True, kw_only=True)
class RoleHolder(Record):
    """A person holds a role of the pack. ``id`` is ``programme:role:person``."""

    role: str
    person_id: str


@dataclass(frozen=True, kw_only=True)
class Task(Ranked):
    """A line of the trio's checklist."""

    text: str
    hint: str = ""
    owner: str = ""
    """A name, or a word such as »Trioen«; empty when nobody has it."""
    due: date | None = None
    due_anchor: str = ""
    """What ``due`` was counted from: ``meeting`` (the first), one of the pack's, a milestone, or nothing."""
    due_days: int = 0
    """Days after the anchor, negative before it."""
    done: bool = False


@dataclass(frozen=True, kw_only=True)
class Milestone(Ranked):
    """A date that somebody else has set."""

    title: str
    start: date | None = None
    end: date | None = None
    note: str = ""
    """Dates in words, where a day and a span do not say it."""
    hard: bool = False


@dataclass(frozen=True, kw_only=True)
class Rule(Ranked):
    """A ground rule."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Setting(Record):
    """A choice of this machine, such as the colour theme. ``id`` is the key."""

    text: str = ""
