"""The meeting's clock: transitions, time left, drift from the plan and the forecast of the end.

A clock is a deadline in UTC; nothing ticks in the data. Times are seconds since 1970 unless a
name says minutes.
"""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain.agenda import Slot, length, slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import ClockState, Meeting, SlotLog

ON_PLAN_MINUTES = 1
"""Drift up to this many minutes counts as »på plan« (design system, §8)."""
LAST_SECONDS = 120
"""The last two minutes of a part are marked (design system, §8)."""

THE_END = "the_end"
"""In ``ClockState.came_from``: somebody opened a part again after the meeting had ended."""


@dataclass(frozen=True)
class SlotTime:
    """When a part starts and how long it takes: as it was, or as it is expected now."""

    slot: Slot
    start: float
    seconds: float
    state: str
    """``done``, ``current`` or ``ahead``."""


@dataclass(frozen=True)
class Reading:
    """The clock as it stands at one moment."""

    state: str
    slot: Slot | None
    left: float
    """Seconds left of the part, negative in overtime."""
    allotted: float
    """Seconds given to the part, added minutes included."""
    times: tuple[SlotTime, ...]
    end: float
    """Forecast end of the meeting."""
    planned_end: float
    drift: float
    """Minutes behind the plan; negative when ahead. 0 before the start."""
    fixed: tuple[Slot, float] | None = None
    """The next part with a fixed clock time that is still ahead, and that time in seconds since 1970."""
    now: float = 0.0
    """The moment that was read."""


def clock_of(book: Book, meeting: Meeting) -> ClockState:
    """The meeting's clock as stored, or a fresh one."""
    return book.find(ClockState, meeting.id) or ClockState(id=meeting.id, programme_id=meeting.programme_id)


def log_of(book: Book, meeting: Meeting, slot_id: str) -> SlotLog:
    """What a part has taken so far."""
    fresh = SlotLog(id=slot_id, programme_id=meeting.programme_id, meeting_id=meeting.id)
    return book.find(SlotLog, slot_id) or fresh


def seconds_left(clock: ClockState, now: float) -> float:
    """Seconds left of the part under way, of the time it had when the clock was last set."""
    return clock.deadline - now if clock.state == "running" else clock.left


def allotted(book: Book, meeting: Meeting, slot: Slot) -> float:
    """Seconds a part may take, minutes added on the way included."""
    return max(0.0, slot.minutes + log_of(book, meeting, slot.id).extra) * 60


def time_left(book: Book, meeting: Meeting, clock: ClockState, slot: Slot, now: float) -> float:
    """Seconds left of ``slot``, the part under way, negative in overtime.

    Follows the drejebog: minutes that were changed since the clock was set count at once.
    """
    moved = allotted(book, meeting, slot) - clock.given if clock.given >= 0 else 0.0
    return seconds_left(clock, now) + moved


def time_used(book: Book, meeting: Meeting, clock: ClockState, slot: Slot, now: float) -> float:
    """Seconds that ``slot``, the part under way, has taken so far, pauses left out."""
    given = clock.given if clock.given >= 0 else allotted(book, meeting, slot)
    return max(0.0, given - seconds_left(clock, now))


def read(book: Book, meeting: Meeting, planned_start: float, now: float) -> Reading:
    """The clock at ``now``. ``planned_start`` is the meeting's start as seconds since 1970.

    Later parts are expected to take their planned minutes; the part under way to take at least
    what it has taken, and a part with a fixed clock time not to begin before it. So the forecast
    never lies before now.
    """
    clock = clock_of(book, meeting)
    everything = slots(book, meeting)
    planned_end = planned_start + 60 * length(book, meeting)
    current = next((slot for slot in everything if slot.id == clock.slot), None)
    if current is None and clock.state in ("running", "paused"):
        current, clock = _after_removal(book, meeting, clock, everything)
    if clock.state == "ready" or (current is None and clock.state != "ended"):
        times, end = _plan(everything, meeting, planned_start)
        return Reading("ready", None, 0.0, 0.0, tuple(times), end, planned_end, 0.0)
    times = []
    at = clock.meeting_started or planned_start
    passed = current is not None
    back_to = _back_to(clock, current, everything)
    fixed: tuple[Slot, float] | None = None
    for slot in everything:
        log = log_of(book, meeting, slot.id)
        if current is not None and slot.id == current.id:
            left = time_left(book, meeting, clock, slot, now)
            seconds = allotted(book, meeting, slot) - left + max(0.0, left)
            start = clock.started or at
            at = now + max(0.0, left)
            times.append(SlotTime(slot, start, seconds, "current"))
            # After a part that was opened again the meeting goes on where it was: what lies between is done.
            passed = bool(back_to)
            continue
        if slot.id == back_to:
            passed = False
        if passed or clock.state == "ended":
            if log.started and log.ended:
                times.append(SlotTime(slot, log.started, log.used, "done"))
                at = max(at, log.ended)
            else:
                times.append(SlotTime(slot, at, 0.0, "done"))
        else:
            # A part that was begun before the clock was put back has only its rest to go.
            seconds = max(0.0, allotted(book, meeting, slot) - log.used)
            begins = fixed_at(slot, meeting, planned_start)
            if begins is not None:
                at = max(at, begins)
                fixed = fixed or (slot, begins)
            times.append(SlotTime(slot, at, seconds, "ahead"))
            at += seconds
    left = time_left(book, meeting, clock, current, now) if current and clock.state != "ended" else 0.0
    given = allotted(book, meeting, current) if current else 0.0
    drift = (at - planned_end) / 60
    return Reading(clock.state, current, left, given, tuple(times), at, planned_end, drift, fixed, now)


def fixed_at(slot: Slot, meeting: Meeting, planned_start: float) -> float | None:
    """The fixed clock time that a part begins at, in seconds since 1970; None where it has none.

    Counted from ``planned_start``, so that a meeting that was moved or tried out has its own.
    """
    if slot.item.at is None or slot.number > 1:
        return None
    return planned_start + 60 * (slot.item.at - meeting.start)


def goes_on_at(reading: Reading) -> float:
    """When what comes after the part under way begins as things stand, in seconds since 1970; 0 when
    none is under way. Also right after a pause, and in a part that was opened again."""
    if reading.slot is None:
        return 0.0
    return next((each.start for each in reading.times if each.state == "ahead"), reading.end)


def _back_to(clock: ClockState, current: Slot | None, everything: list[Slot]) -> str:
    """Id of the later part that somebody jumped back from, ``THE_END``, or nothing."""
    ids = [slot.id for slot in everything]
    if current is None or clock.came_from == THE_END:
        return clock.came_from if current is not None else ""
    return clock.came_from if clock.came_from in ids[ids.index(current.id) + 1 :] else ""


def _after_removal(
    book: Book, meeting: Meeting, clock: ClockState, everything: list[Slot]
) -> tuple[Slot | None, ClockState]:
    """The part under way was taken out of the drejebog: the clock waits at the first that is not done."""
    for slot in everything:
        log = log_of(book, meeting, slot.id)
        if not log.ended:
            given = allotted(book, meeting, slot)
            return slot, replace(
                clock,
                state="paused",
                slot=slot.id,
                left=given - log.used,
                deadline=0.0,
                started=log.started,
                given=given,
            )
    return None, replace(clock, state="ended")


def _plan(everything: list[Slot], meeting: Meeting, start: float) -> tuple[list[SlotTime], float]:
    times, planned_start = [], start
    for slot in everything:
        begins = fixed_at(slot, meeting, planned_start)
        start = start if begins is None else begins
        times.append(SlotTime(slot, start, slot.minutes * 60.0, "ahead"))
        start += slot.minutes * 60.0
    return times, start


def go_to(
    book: Book, meeting: Meeting, slot: Slot, now: float, *, run: bool = True, came_from: str = ""
) -> tuple[ClockState, list[SlotLog]]:
    """Leave the part under way and enter another, forwards or back.

    A part that is opened again goes on with what is left of its time. ``came_from`` names the part
    to return to after a jump. Returns the new clock and the logs that change.
    """
    clock = clock_of(book, meeting)
    logs = _leave(book, meeting, clock, now)
    log = next((each for each in logs if each.id == slot.id), log_of(book, meeting, slot.id))
    given = allotted(book, meeting, slot)
    left = given - log.used
    entered = replace(
        clock,
        state="running" if run else "paused",
        slot=slot.id,
        started=log.started or now,
        deadline=now + left if run else 0.0,
        left=left,
        meeting_started=clock.meeting_started or now,
        aid=log.aid,
        given=given,
        held=0.0 if run else now,
        came_from=came_from,
    )
    logs = [each for each in logs if each.id != slot.id]
    logs.append(replace(log, started=log.started or now, ended=0.0))
    return entered, logs


def take_up(clock: ClockState, aid: str) -> ClockState:
    """Work with an aid of the part under way, or with its own tool again (empty)."""
    return replace(clock, aid=aid) if clock.state in ("running", "paused") else clock


def pause(clock: ClockState, now: float) -> ClockState:
    """Hold the clock."""
    if clock.state != "running":
        return clock
    return replace(clock, state="paused", left=clock.deadline - now, deadline=0.0, held=now)


def resume(clock: ClockState, now: float) -> ClockState:
    """Let a held clock go on."""
    if clock.state != "paused":
        return clock
    return replace(clock, state="running", deadline=now + clock.left, held=0.0)


def add_minutes(book: Book, meeting: Meeting, minutes: float, now: float) -> tuple[ClockState, list[SlotLog]]:
    """Give the part under way more minutes, or fewer; what is left never goes below nothing by it."""
    clock = clock_of(book, meeting)
    slot = _under_way(book, meeting, clock)
    if slot is None:
        return clock, []
    log = log_of(book, meeting, slot.id)
    if minutes < 0:
        minutes = -min(-minutes, max(0.0, time_left(book, meeting, clock, slot, now)) / 60)
    # Fewer minutes in the plan than were taken from it count as none.
    extra = max(log.extra, -float(slot.minutes)) + minutes
    given = max(0.0, slot.minutes + extra) * 60
    before = clock.given if clock.given >= 0 else allotted(book, meeting, slot)
    moved = given - before
    changed = replace(
        clock,
        deadline=clock.deadline + moved if clock.state == "running" else clock.deadline,
        left=clock.left + moved,
        given=given,
    )
    return changed, [replace(log, extra=extra)]


def end(book: Book, meeting: Meeting, now: float) -> tuple[ClockState, list[SlotLog]]:
    """End the meeting."""
    clock = clock_of(book, meeting)
    ended = replace(
        clock, state="ended", slot="", deadline=0.0, left=0.0, aid="", given=-1.0, held=0.0, came_from=""
    )
    return ended, _leave(book, meeting, clock, now)


def not_begun(book: Book, meeting: Meeting) -> tuple[ClockState, list[SlotLog]]:
    """Set the meeting back to before its start: no part has taken any time."""
    fresh = ClockState(id=meeting.id, programme_id=meeting.programme_id)
    logs = [each for each in book.of(SlotLog) if each.meeting_id == meeting.id]
    return fresh, [
        SlotLog(id=each.id, programme_id=each.programme_id, meeting_id=each.meeting_id) for each in logs
    ]


def _leave(book: Book, meeting: Meeting, clock: ClockState, now: float) -> list[SlotLog]:
    slot = _under_way(book, meeting, clock)
    if slot is None:
        return []
    log = log_of(book, meeting, slot.id)
    used = time_used(book, meeting, clock, slot, now)
    return [replace(log, started=log.started or clock.started, ended=now, used=used)]


def _under_way(book: Book, meeting: Meeting, clock: ClockState) -> Slot | None:
    if clock.state not in ("running", "paused"):
        return None
    return next((each for each in slots(book, meeting) if each.id == clock.slot), None)
