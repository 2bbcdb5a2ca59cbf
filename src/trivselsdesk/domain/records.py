"""The records of a programme: everything a unit has written, as frozen rows with ids."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date


def link_id(theme_id: str, note_id: str) -> str:
    """Id of a note's link to a theme; there is at most one."""
    return f"{theme_id}:{note_id}"


def new_id() -> str:
    """A fresh id, unique on every machine."""
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
    always_act: bool = False
    lift: str = ""
    """Id of the lift target of the pack, or empty."""
    chosen: bool = False
    votes: int = 0


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
    """What ``due`` was counted from: ``meeting``, a milestone of the pack, or nothing."""
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
class Meeting(Ranked):
    """One sitting. Clock times are minutes after midnight, local."""

    pack_meeting: str
    title: str
    day: date | None = None
    start: int = 13 * 60
    room: str = ""
    room_until: int | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Ranked):
    """A row of the drejebog (punkt), or a break."""

    meeting_id: str
    title: str
    minutes: int
    tool: str = "talk"
    pack_item: str = ""
    """Id of the pack's item, empty for one that the user added."""
    speaker: str = ""
    """A name; empty means the holder of ``speaker_role``."""
    speaker_role: str = ""
    purpose: str = ""
    points: str = ""
    """One point a line."""
    script: str = ""
    """What to say (*Sig*), one thing a line."""
    tips: str = ""
    """What to consider (*Overvej*), one thing a line."""
    materials: str = ""


@dataclass(frozen=True, kw_only=True)
class Step(Ranked):
    """A part of an agenda item (trin) with minutes of its own."""

    item_id: str
    title: str
    minutes: int
    tool: str = "talk"
    pack_step: str = ""
    instruction: str = ""
    point: str = ""
    script: str = ""
    tips: str = ""


@dataclass(frozen=True, kw_only=True)
class Note(CardState):
    """One thing, one sentence (seddel). Carries no author."""

    board: str
    zone: str
    text: str
    kind: str
    """Id of the pack's note type."""
    theme_id: str = ""
    sealed: bool = False
    """Written beforehand and not yet hung up."""
    joined_into: str = ""
    """The note that speaks for this one, which then stands nowhere itself; empty for one that stands."""
    joint: bool = False
    """Made up to speak for others: it counts for nothing itself."""


@dataclass(frozen=True, kw_only=True)
class Theme(CardState):
    """Notes grouped under one name (tema)."""

    board: str
    zone: str
    name: str
    agreed: bool = False
    """The room has said yes to these notes standing together; a note in or out takes it away."""


@dataclass(frozen=True, kw_only=True)
class Link(Record):
    """A note that shows a way to solve what a theme is about (003: D04). ``id`` is ``theme:note``."""

    theme_id: str
    note_id: str


@dataclass(frozen=True, kw_only=True)
class Placement(Ranked):
    """Where a card (theme or loose note) stands on a later surface.

    ``id`` is ``surface:card``. A sorting board uses ``zone``; a matrix uses ``x`` and ``y`` in
    0..1, counted from the low end of each axis.
    """

    surface: str
    card_id: str
    zone: str = ""
    x: float | None = None
    y: float | None = None


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


@dataclass(frozen=True, kw_only=True)
class ClockState(Record):
    """How a meeting's clock stands. ``id`` is the meeting's. Times are seconds since 1970, UTC.

    Only transitions are stored: while running, ``deadline`` says when the part is up; while
    paused, ``left`` says how many seconds remain (negative when over time).
    """

    state: str = "ready"
    """``ready``, ``running``, ``paused`` or ``ended``."""
    slot: str = ""
    """Id of the step or agenda item under way."""
    deadline: float = 0.0
    left: float = 0.0
    started: float = 0.0
    """When the part began."""
    meeting_started: float = 0.0


@dataclass(frozen=True, kw_only=True)
class SlotLog(Record):
    """What a step or item really took. ``id`` is the step's or item's."""

    meeting_id: str
    started: float = 0.0
    ended: float = 0.0
    used: float = 0.0
    """Seconds spent on it so far, pauses left out."""
    extra: float = 0.0
    """Minutes added to or taken from the plan while it ran."""


@dataclass(frozen=True, kw_only=True)
class Setting(Record):
    """A choice of this machine, such as the colour theme. ``id`` is the key."""

    text: str = ""


RECORD_TYPES: tuple[type[Record], ...] = (
    Programme,
    Override,
    Person,
    RoleHolder,
    Task,
    Milestone,
    Rule,
    Meeting,
    AgendaItem,
    Step,
    Note,
    Theme,
    Link,
    Placement,
    Initiative,
    Action,
    Report,
    ClockState,
    SlotLog,
    Setting,
)
