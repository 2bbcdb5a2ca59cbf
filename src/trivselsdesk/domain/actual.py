"""What really happened beside what was planned: start and minutes of each part, and of the whole meeting."""

from __future__ import annotations

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.records import AgendaItem, Meeting
from trivselsdesk.domain.timing import clock_of, fixed_at, log_of, read

DONE, CURRENT, AHEAD, SKIPPED = "done", "current", "ahead", "skipped"


@dataclass(frozen=True)
class ActualPart:
    """A step, or an item without steps. Moments are seconds since 1970; 0 where it has not come to it."""

    slot: Slot
    state: str
    """``done``, ``current``, ``ahead``, or ``skipped`` for one that was passed over."""
    planned_start: float
    planned_minutes: int
    started: float
    """When it first began. A part that was opened again keeps the first."""
    ended: float
    """When it was left for the last time."""
    minutes: float
    """Minutes it took so far, pauses left out."""


@dataclass(frozen=True)
class ActualItem:
    """A row of the drejebog with what its parts took together; fields as in ``ActualPart``."""

    item: AgendaItem
    state: str
    planned_start: float
    planned_minutes: int
    started: float
    ended: float
    minutes: float
    parts: tuple[ActualPart, ...]


@dataclass(frozen=True)
class ActualMeeting:
    """The meeting as a whole. ``started`` and ``ended`` are 0 until they are known."""

    state: str
    """``ready``, ``running``, ``paused`` or ``ended``."""
    planned_start: float
    planned_end: float
    started: float
    ended: float
    paused_minutes: float
    """Minutes between start and end, or ``now``, in which no part was running."""
    items: tuple[ActualItem, ...]


def actual(book: Book, meeting: Meeting, now: float) -> ActualMeeting:
    """Planned and actual times of every part, as they stand at ``now`` (seconds since 1970)."""
    clock = clock_of(book, meeting)
    opening = planned_start(meeting, clock, now)
    reading = read(book, meeting, opening, now)
    parts: dict[str, list[ActualPart]] = {}
    items: dict[str, AgendaItem] = {}
    at = opening
    for each in reading.times:
        log = log_of(book, meeting, each.slot.id)
        current = each.state == CURRENT
        used = log.used
        if current:
            # A part that waits to begin, because the one before it was taken out, is current too.
            used = reading.allotted - reading.left
        begun = log.started > 0
        state = each.state
        if not current and begun and log.ended:
            state = DONE
        elif state == DONE:
            state = SKIPPED
        begins = fixed_at(each.slot, meeting, opening)
        at = at if begins is None else begins
        part = ActualPart(
            slot=each.slot,
            state=state,
            planned_start=at,
            planned_minutes=each.slot.minutes,
            started=log.started,
            ended=0.0 if current else log.ended,
            minutes=max(0.0, used) / 60,
        )
        parts.setdefault(each.slot.item.id, []).append(part)
        items[each.slot.item.id] = each.slot.item
        at += each.slot.minutes * 60
    rows = tuple(_item(items[key], mine) for key, mine in parts.items())
    ends = [part.ended for row in rows for part in row.parts]
    ended = max(ends, default=0.0) if clock.state == "ended" else 0.0
    worked = sum(row.minutes for row in rows)
    passed = ((ended or now) - clock.meeting_started) / 60 if clock.meeting_started else 0.0
    return ActualMeeting(
        state=clock.state,
        planned_start=opening,
        planned_end=reading.planned_end,
        started=clock.meeting_started,
        ended=ended,
        paused_minutes=max(0.0, passed - worked),
        items=rows,
    )


def _item(item: AgendaItem, parts: list[ActualPart]) -> ActualItem:
    states = {part.state for part in parts}
    if CURRENT in states or (AHEAD in states and DONE in states):
        state = CURRENT
    elif states == {SKIPPED}:
        state = SKIPPED
    else:
        state = AHEAD if AHEAD in states else DONE
    return ActualItem(
        item=item,
        state=state,
        planned_start=parts[0].planned_start,
        planned_minutes=sum(part.planned_minutes for part in parts),
        started=min((part.started for part in parts if part.started), default=0.0),
        ended=0.0 if state == CURRENT else max(part.ended for part in parts),
        minutes=sum(part.minutes for part in parts),
        parts=tuple(parts),
    )
