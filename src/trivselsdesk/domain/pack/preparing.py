"""What is prepared: words, roles, phases, dates, the checklist and lists to look things up in."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass

ROOMS = ("prepare", "run", "plan", "follow")
"""The rooms of the window; a phase of a process opens one of them."""

FOLLOW_PAGES = ("status", "wheel", "forms", "lifts", "handin", "pulse", "network")
"""The pages of the room ``follow``. Each is code, written once; packs only name it."""

MEETING_GROUP, TRIO_GROUP = "meeting", "trio"
"""Roles are looked after at the meeting itself, or make up the trio."""


@dataclass(frozen=True, kw_only=True)
class Variable:
    """A word that the texts use as ``{id}``, filled in for each programme."""

    id: str
    label: str
    default: str = ""


@dataclass(frozen=True, kw_only=True)
class Role:
    """Something one person looks after at the meeting, or in the trio."""

    id: str
    title: str
    hint: str = ""
    group: str = MEETING_GROUP
    """``meeting`` (facilitator, tidsstyrer …) or ``trio`` (leder, AMR, TR)."""
    several: bool = False
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class RemarkKind:
    """What a remark for the minutes can be, such as a point or an agreement."""

    id: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Phase:
    """One tab in the top bar."""

    id: str
    title: str
    room: str
    purpose: str = ""
    tips: tuple[str, ...] = ()
    """What to consider (*Overvej*) outside the meeting's own items."""
    also: tuple[str, ...] = ()
    """Other rooms that belong to the phase, reached by a switch below the top bar."""
    meetings: tuple[str, ...] = ()
    """Ids of the meetings that are held in this phase; empty leaves the one that was at hand."""
    pages: tuple[str, ...] = ()
    """Pages of the room ``follow``, from left to right; the statuspil alone when empty."""


@dataclass(frozen=True, kw_only=True)
class PackMilestone:
    """A date in the process that somebody else has set."""

    id: str
    title: str
    start: date | None = None
    end: date | None = None
    days: tuple[date, ...] = ()
    """Single days, where the thing happens more than once."""
    months: tuple[str, ...] = ()
    """Months as ``2026-08`` where no day is set."""
    open_end: bool = False
    hard: bool = False


@dataclass(frozen=True, kw_only=True)
class Due:
    """When something is due, counted from a milestone or the meeting.

    ``days`` is negative before the anchor, positive after it, 0 on the day.
    """

    anchor: str
    days: int = 0


@dataclass(frozen=True, kw_only=True)
class PackTask:
    """A line of the trio's checklist."""

    id: str
    text: str
    owner: str
    hint: str = ""
    due: Due | None = None


@dataclass(frozen=True, kw_only=True)
class OccasionWords:
    """What an occasion adds to one item of a meeting."""

    meeting: str
    item: str
    script: tuple[str, ...] = ()
    """Said before the item's own words."""
    tips: tuple[str, ...] = ()
    """Considered before the item's own."""


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Why a workplace begins (*anledning*), and what that changes (000: P04–P09)."""

    id: str
    title: str
    text: str = ""
    """What it is about, for the one who chooses."""
    tips: tuple[str, ...] = ()
    """Considered while preparing and at the opening of every meeting."""
    script: tuple[str, ...] = ()
    """Said at the opening of every meeting."""
    wall: str = ""
    """A line for the room at the opening; empty: the room is told nothing."""
    words: tuple[OccasionWords, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ListEntry:
    """One entry of a list."""

    title: str
    text: str = ""
    tag: str = ""
    """A short mark, such as whether answers to it are anonymous."""
    was: tuple[str, ...] = ()
    """What an earlier edition called it."""


@dataclass(frozen=True, kw_only=True)
class InvitationForm:
    """The words of the invitation to a meeting; day, place and programme are filled in."""

    title: str
    asked: str
    """Above the questions."""
    questions: tuple[str, ...]
    """What people can think about beforehand."""
    opening: str = ""
    bring: str = ""
    """What to read or bring along."""
    closing: str = ""
    meetings: tuple[str, ...] = ()
    """Ids of the meetings that it invites to; empty: all."""


@dataclass(frozen=True, kw_only=True)
class PackList:
    """Words to look things up in, such as the themes of a survey."""

    id: str
    title: str
    hint: str = ""
    entries: tuple[ListEntry, ...] = ()
    local: bool = False
    """The entries are the unit's own: it writes them where the list is used."""
    proposal: tuple[ListEntry, ...] = ()
    """What the unit may begin with where the list is empty."""
