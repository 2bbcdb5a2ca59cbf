"""The drejebog in time: planned clock times, the sum against the booking, breaks, and slots."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import PackMeeting
from trivselsdesk.domain.people import role_names
from trivselsdesk.domain.records import AgendaItem, Meeting, Step

BREAK = "break"
LONG_STRETCH = 90
"""Minutes without a break after which one is missed. Ours: the source only asks for 1–2 breaks."""


@dataclass(frozen=True)
class Slot:
    """The smallest part that the clock runs for: a step, or an item without steps."""

    item: AgendaItem
    step: Step | None
    number: int
    """1-based place of the step in its item; 0 for an item without steps."""

    @property
    def id(self) -> str:
        """Id of the step, or of the item."""
        return self.step.id if self.step else self.item.id

    @property
    def minutes(self) -> int:
        """Planned minutes."""
        return self.step.minutes if self.step else self.item.minutes

    @property
    def tool(self) -> str:
        """Tool kind."""
        return self.step.tool if self.step else self.item.tool

    @property
    def title(self) -> str:
        """Title of the step, or of the item."""
        return self.step.title if self.step else self.item.title


@dataclass(frozen=True)
class Row:
    """One row of the drejebog with its planned clock time (minutes after midnight)."""

    item: AgendaItem
    steps: tuple[Step, ...]
    start: int
    speaker: str
    gap: int = 0
    """Minutes between the row before and a fixed clock time; negative where that row runs past it."""

    @property
    def end(self) -> int:
        """Planned end, minutes after midnight."""
        return self.start + self.item.minutes


@dataclass(frozen=True)
class Budget:
    """How the sum of the drejebog stands against the room booking and the process."""

    total: int
    start: int
    end: int
    spare: int | None
    """Minutes left of the booking, negative when the plan is too long; None without a booking."""
    too_short: int
    """Minutes missing up to the least that the process asks for."""
    too_long: int
    """Minutes above the most that the process advises."""
    breaks: int
    breaks_missing: int
    long_stretch: int
    """Longest stretch without a break where it passes ``LONG_STRETCH``, else 0."""
    steps_off: tuple[AgendaItem, ...]
    """Items whose steps do not add up to the item's minutes."""


def rows(book: Book, meeting: Meeting) -> list[Row]:
    """The drejebog with planned times, each row starting where the one before ends, or at its fixed time."""
    result = []
    clock = meeting.start
    for item in book.items(meeting.id):
        start = clock if item.at is None else item.at
        result.append(Row(item, tuple(book.steps(item.id)), start, speaker(book, item), start - clock))
        clock = start + item.minutes
    return result


def length(book: Book, meeting: Meeting) -> int:
    """Minutes from the planned start to the planned end, waiting for fixed clock times included."""
    kept = book.kept(_lengths_of_meetings)
    known = kept.get(meeting.id)
    if known is None or known[0] is not meeting:
        planned = rows(book, meeting)
        known = kept[meeting.id] = (meeting, planned[-1].end - meeting.start if planned else 0)
    return known[1]


def _lengths_of_meetings(book: Book) -> dict[str, tuple[Meeting, int]]:
    """What ``length`` has answered since the last change."""
    return {}


def speaker(book: Book, item: AgendaItem) -> str:
    """Who has the floor: the name on the row, or the first names of those who hold its role."""
    if item.speaker or not item.speaker_role:
        return item.speaker
    return role_names(book, item.speaker_role, short=True)


def slots(book: Book, meeting: Meeting) -> list[Slot]:
    """Everything that the clock runs through, in order."""
    kept = book.kept(_slots_of_meetings)
    if meeting.id not in kept:
        kept[meeting.id] = _slots(book, meeting)
    return list(kept[meeting.id])


def _slots_of_meetings(book: Book) -> dict[str, list[Slot]]:
    """What ``slots`` has answered since the last change: the clock asks many times for one picture."""
    return {}


def _slots(book: Book, meeting: Meeting) -> list[Slot]:
    result = []
    for item in book.items(meeting.id):
        steps = book.steps(item.id)
        if not steps:
            result.append(Slot(item, None, 0))
        result.extend(Slot(item, step, number) for number, step in enumerate(steps, start=1))
    return result


def budget(book: Book, meeting: Meeting, process: PackMeeting) -> Budget:
    """Hold the sum against the booking and the process's own range of minutes and breaks."""
    items = book.items(meeting.id)
    total = length(book, meeting)
    pauses = sum(1 for item in items if item.tool == BREAK)
    return Budget(
        total=total,
        start=meeting.start,
        end=meeting.start + total,
        spare=None if meeting.room_until is None else meeting.room_until - meeting.start - total,
        too_short=max(0, process.minutes.least - total),
        too_long=max(0, total - process.minutes.most),
        breaks=pauses,
        breaks_missing=max(0, process.breaks.least - pauses),
        long_stretch=_longest_stretch(items),
        steps_off=tuple(item for item in items if _off(book, item)),
    )


def best_break_index(items: list[AgendaItem]) -> int:
    """Where a new break does most good: the cut that halves the longest stretch best, away from other breaks.

    Where no stretch can be cut it goes last, or first if a break is last already.
    """
    cuts: list[tuple[int, int, int]] = []
    for start, end in _stretches(items):
        total = sum(item.minutes for item in items[start:end])
        passed = 0
        for index in range(start + 1, end):
            passed += items[index - 1].minutes
            cuts.append((-total, max(passed, total - passed), index))
    if cuts:
        return min(cuts)[2]
    return 0 if items and items[-1].tool == BREAK and items[0].tool != BREAK else len(items)


def beside_break(items: list[AgendaItem], index: int) -> bool:
    """Whether a row put in at ``index`` would lie against a break."""
    return any(item.tool == BREAK for item in items[max(0, index - 1) : index + 1])


def _stretches(items: list[AgendaItem]) -> list[tuple[int, int]]:
    """Where each run of rows without a break starts, and ends (exclusive)."""
    found, start = [], 0
    for index, item in enumerate(items):
        if item.tool == BREAK:
            found.append((start, index))
            start = index + 1
    return [*found, (start, len(items))]


def _longest_stretch(items: list[AgendaItem]) -> int:
    longest = stretch = 0
    for item in items:
        stretch = 0 if item.tool == BREAK else stretch + item.minutes
        longest = max(longest, stretch)
    return longest if longest > LONG_STRETCH else 0


def _off(book: Book, item: AgendaItem) -> bool:
    steps = book.steps(item.id)
    return bool(steps) and sum(step.minutes for step in steps) != item.minutes
