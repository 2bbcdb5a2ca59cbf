"""The time of a part shared between its themes: one after the other, each with as much as is fair (003: D23).

There is one clock, that of the part. What is left for a theme is worked out from what the part has taken, so
the two never disagree. A theme that takes longer leaves less for those that wait. 60 minutes over 3–5 themes
are 12–20 each (003: item 5).
"""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, Meeting, ThemeTime


@dataclass(frozen=True)
class Share:
    """How the time stands for the theme that the room is at."""

    initiative_id: str
    left: float
    """Seconds left for it; negative when it has taken more."""
    given: float
    """Seconds that it was given."""
    waiting: tuple[str, ...]
    """Ids of the initiatives that have not had their time yet, in order, this one left out."""
    each: float
    """Seconds that each of those gets if this one keeps its time; with none waiting, as ``given``."""


def share(book: Book, meeting: Meeting, slot: Slot, now: float) -> Share | None:
    """The time of the theme under way in ``slot``; None when there is no theme to take."""
    known = _known(book, meeting, slot, now)
    clock = timing.clock_of(book, meeting)
    used = timing.time_used(book, meeting, clock, slot, now)
    allotted = timing.allotted(book, meeting, slot)
    waiting = _open(book, known.had.split())
    current = known.initiative_id
    if not current:
        return None
    waiting = [each for each in waiting if each != current]
    given = max(0.0, (allotted - known.extra - known.since) / known.sharers + known.extra)
    left = given - (used - known.since)
    rest = max(0.0, allotted - used - max(0.0, left))
    each = rest / len(waiting) if waiting else given
    return Share(current, left, given, tuple(waiting), each)


def at_hand(book: Book, slot: Slot) -> str:
    """Id of the initiative that the room is at in the part; the first that waits before one was begun."""
    stored = book.find(ThemeTime, slot.id)
    active = [each.id for each in active_initiatives(book)]
    if stored is not None and stored.initiative_id in active:
        return stored.initiative_id
    waiting = _open(book, stored.had.split() if stored else [])
    return next(iter([*waiting, *active]), "")


def begun(book: Book, meeting: Meeting, slot: Slot, initiative_id: str, now: float) -> ThemeTime:
    """The state in which ``initiative_id`` begins its time: the rest of the part shared between all that
    are open. One that has had its time may have more."""
    before = _known(book, meeting, slot, now)
    had = [each for each in before.had.split() if each != initiative_id]
    if before.initiative_id and before.initiative_id != initiative_id:
        had = [each for each in had if each != before.initiative_id] + [before.initiative_id]
    return _from_here(book, meeting, slot, initiative_id, had, now)


def taken_back(book: Book, meeting: Meeting, slot: Slot, now: float) -> ThemeTime | None:
    """The state one theme back: the one before has the time again. None at the first theme."""
    before = _known(book, meeting, slot, now)
    here = {each.id for each in active_initiatives(book)}
    had = [each for each in before.had.split() if each in here]
    if not had:
        return None
    return _from_here(book, meeting, slot, had[-1], had[:-1], now)


def longer(book: Book, meeting: Meeting, slot: Slot, seconds: float, now: float) -> ThemeTime | None:
    """The state with more seconds for the theme under way, or fewer; the clock of the part has them too."""
    known = _known(book, meeting, slot, now)
    return replace(known, extra=known.extra + seconds) if known.initiative_id else None


def following(book: Book, held: Share) -> str:
    """Id of the theme that comes after the one under way: the next in order that waits, or the first."""
    order = [each.id for each in active_initiatives(book)]
    place = order.index(held.initiative_id) if held.initiative_id in order else -1
    later = [each for each in order[place + 1 :] if each in held.waiting]
    return later[0] if later else held.waiting[0] if held.waiting else ""


def _from_here(
    book: Book, meeting: Meeting, slot: Slot, initiative_id: str, had: list[str], now: float
) -> ThemeTime:
    clock = timing.clock_of(book, meeting)
    sharers = {*_open(book, had), initiative_id}
    return ThemeTime(
        id=slot.id,
        programme_id=meeting.programme_id,
        meeting_id=meeting.id,
        initiative_id=initiative_id,
        since=timing.time_used(book, meeting, clock, slot, now),
        sharers=len(sharers),
        had=" ".join(had),
    )


def _known(book: Book, meeting: Meeting, slot: Slot, now: float) -> ThemeTime:
    """What is stored, or the first open theme with a share of the whole part.

    What was stored before the clock was set back is not valid any more. Where the theme under way was taken
    out of the handleplan the next one goes on with its time.
    """
    stored = book.find(ThemeTime, slot.id)
    active = {each.id for each in active_initiatives(book)}
    if stored is not None:
        used = timing.time_used(book, meeting, timing.clock_of(book, meeting), slot, now)
        if stored.since > used + 1:
            stored = None
        elif stored.initiative_id not in active:
            rest = _open(book, stored.had.split())
            stored = replace(stored, initiative_id=rest[0] if rest else "")
    if stored is not None and stored.initiative_id:
        return stored
    waiting = _open(book, [])
    return ThemeTime(
        id=slot.id,
        programme_id=meeting.programme_id,
        meeting_id=meeting.id,
        initiative_id=waiting[0] if waiting else "",
        sharers=max(1, len(waiting)),
    )


def _open(book: Book, had: list[str]) -> list[str]:
    """Initiatives that are neither set in motion nor have had their time."""
    return [each.id for each in active_initiatives(book) if _is_open(each) and each.id not in had]


def _is_open(initiative: Initiative) -> bool:
    return initiative.launched is None
