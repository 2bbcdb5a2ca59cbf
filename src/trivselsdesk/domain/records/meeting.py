"""A meeting: its drejebog and what happens while it is held."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


@dataclass(frozen=True, kw_only=True)
class Meeting(Ranked):
    """One sitting. Clock times are minutes after midnight, local."""

    pack_meeting: str
    title: str
    day: date | None = None
    start: int = 13 * 60
    room: str = ""
    room_until: int | None = None
    set_aside: bool = False
    """Another way to hold it is chosen; it is kept as it was written, and stands nowhere."""


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
    instruction: str = ""
    """One line for the wall."""
    at: int | None = None
    """A fixed clock time that it begins at; None: when the row before ends."""


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
    aid: str = ""
    """Id of the aid of the pack that the room works with in this part; empty for the part's own tool."""
    given: float = -1.0
    """Seconds that ``deadline`` and ``left`` were counted from; negative where nobody noted it. When
    the part's minutes are changed while it runs, the difference tells how far its end has moved."""
    held: float = 0.0
    """When the clock was put on pause; 0 while it is not."""
    came_from: str = ""
    """Id of the part that somebody jumped away from; empty when nobody jumped."""


@dataclass(frozen=True, kw_only=True)
class SlotLog(Record):
    """What a step or item really took. ``id`` is the step's or item's."""

    meeting_id: str
    started: float = 0.0
    ended: float = 0.0
    used: float = 0.0
    """Seconds spent on it so far, pauses left out."""
    extra: float = 0.0
    """Minutes added to or taken from the plan in the meeting, while it ran or before (see catch_up.py)."""
    aid: str = ""
    """Id of the aid that is taken up when the part begins; empty for its own tool."""
