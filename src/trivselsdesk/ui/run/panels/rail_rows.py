"""The rows of the drejebog as the meeting goes: what was, what is, and what is expected."""

from __future__ import annotations

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import AgendaItem, Meeting
from trivselsdesk.domain.timing import Reading, SlotTime, allotted, log_of
from trivselsdesk.ui.clock.clockwork import clock_words


@dataclass(frozen=True)
class StepRow:
    """A step of the item under way."""

    slot: Slot
    state: str
    """``done``, ``current`` or ``ahead``."""
    minutes: int
    """Planned, with the minutes that were added."""
    skipped: bool
    start: float
    """When it began or is expected to, in seconds since 1970."""
    over: int
    """Whole minutes over time; 0 while there is time left."""
    left: int
    """Minutes it would go on with, if it were opened now; negative when it has had more than it was given."""

    @property
    def clock(self) -> str:
        """When it began, or is expected to begin."""
        return clock_words(self.start, passed=self.state != "ahead")


@dataclass(frozen=True)
class ItemRow:
    """A row of the drejebog. Moments are seconds since 1970."""

    item: AgendaItem
    state: str
    start: float
    end: float
    used: int
    """Minutes that it took; 0 while it has not begun."""
    minutes: int
    """Planned minutes of its parts, with those that were added."""
    skipped: bool
    steps: tuple[StepRow, ...]
    """Empty for an item without steps."""
    parts: tuple[StepRow, ...]
    """The same, with the item itself where it has no steps."""
    first: Slot

    @property
    def clock(self) -> str:
        """When it began, or is expected to begin."""
        return clock_words(self.start, passed=self.state != "ahead")


def rail_rows(book: Book, meeting: Meeting, reading: Reading) -> list[ItemRow]:
    """One row for each item, in order."""
    groups: dict[str, list[SlotTime]] = {}
    for each in reading.times:
        groups.setdefault(each.slot.item.id, []).append(each)
    parts = list(groups.values())
    if not parts:
        return []
    # A part under way may have been paused: it ends when the next begins, not after its own seconds.
    ends = [*(each[0].start for each in parts[1:]), reading.end]
    return [_row(book, meeting, times, end, reading) for times, end in zip(parts, ends, strict=True)]


def _row(book: Book, meeting: Meeting, times: list[SlotTime], end: float, reading: Reading) -> ItemRow:
    states = {each.state for each in times}
    state = "current" if "current" in states or len(states) > 1 else next(iter(states))
    steps = []
    minutes = 0
    for each in times:
        log = log_of(book, meeting, each.slot.id)
        given = round(each.slot.minutes + log.extra)
        minutes += given
        current = each.state == "current"
        rest = reading.left if current else allotted(book, meeting, each.slot) - log.used
        steps.append(
            StepRow(
                slot=each.slot,
                state=each.state,
                minutes=given,
                skipped=each.state == "done" and not log.ended,
                start=each.start,
                over=int(max(0.0, -rest) // 60) if current else 0,
                left=round(rest / 60),
            )
        )
    done = [each.seconds for each in times if each.state == "done"]
    begun = [each.start for each, step in zip(times, steps, strict=True) if not step.skipped]
    return ItemRow(
        item=times[0].slot.item,
        state=state,
        start=min(begun, default=times[0].start),
        end=end,
        used=round(sum(done) / 60),
        minutes=minutes,
        skipped=state == "done" and all(step.skipped for step in steps),
        steps=tuple(steps) if times[0].slot.step else (),
        parts=tuple(steps),
        first=times[0].slot,
    )
