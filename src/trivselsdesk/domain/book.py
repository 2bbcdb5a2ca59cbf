"""A book: all records of one programme in memory, and the edits that change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import (
    AgendaItem,
    ClockState,
    Meeting,
    Note,
    Programme,
    Ranked,
    Record,
    Step,
    Theme,
)

R = TypeVar("R", bound=Record)
T = TypeVar("T")
K = TypeVar("K", bound=Ranked)


@dataclass(frozen=True)
class Put:
    """Write this record, new or changed."""

    record: Record


@dataclass(frozen=True)
class Drop:
    """Remove the record with that id."""

    kind: type[Record]
    id: str


Edit = Put | Drop


@dataclass(frozen=True)
class Change:
    """One row before and after; None means that it was or is not there."""

    kind: type[Record]
    id: str
    before: Record | None
    after: Record | None

    def inverted(self) -> Change:
        """The change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


class NotThere(LookupError):
    """A command names a record that is gone. Nothing was changed."""


class Book:
    """Records of one programme by kind and id. Reading is free; only ``apply`` changes it."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._rows: dict[type[Record], dict[str, Record]] = {}
        self._kept: dict[Callable[[Book], Any], Any] = {}
        for record in records:
            self._rows.setdefault(type(record), {})[record.id] = record

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record, or None."""
        return cast("R | None", self._rows.get(kind, {}).get(record_id))

    def get(self, kind: type[R], record_id: str) -> R:
        """The record. Raises NotThere."""
        record = self.find(kind, record_id)
        if record is None:
            raise NotThere(f"{kind.__name__} {record_id}")
        return record

    def of(self, kind: type[R]) -> Iterator[R]:
        """All records of a kind, in no promised order."""
        return cast("Iterator[R]", iter(self._rows.get(kind, {}).values()))

    def ranked(self, kind: type[K], where: Callable[[K], bool] | None = None) -> list[K]:
        """Records of a kind in their order, those that ``where`` accepts."""
        chosen = [each for each in self.of(kind) if where is None or where(each)]
        chosen.sort(key=_by_rank)
        return chosen

    @property
    def programme(self) -> Programme:
        """The programme record. Raises NotThere in an empty book."""
        for programme in self.of(Programme):
            return programme
        raise NotThere("Programme")

    @property
    def meeting(self) -> Meeting:
        """The sitting that the unit is at: the chosen one, else the first. Raises NotThere."""
        chosen = self.find(Meeting, self.programme.meeting_id)
        if chosen is not None and (not chosen.set_aside or self._has_begun(chosen)):
            return chosen
        meetings = self.meetings()
        if not meetings:
            raise NotThere("Meeting")
        return meetings[0]

    def meetings(self) -> list[Meeting]:
        """The sittings that are to be held, in their order, without those that are set aside.

        One that has begun stands here all the same: its clock goes on when the choice of it is undone.
        """
        every = self.ranked(Meeting)
        return [each for each in every if not each.set_aside or self._has_begun(each)] or every

    def _has_begun(self, meeting: Meeting) -> bool:
        clock = self.find(ClockState, meeting.id)
        return clock is not None and clock.state != "ready"

    def items(self, meeting_id: str) -> list[AgendaItem]:
        """The rows of a meeting's drejebog."""
        return list(self.kept(_items_of_meetings).get(meeting_id, ()))

    def agenda(self) -> list[AgendaItem]:
        """The rows of every drejebog that is to be held, meeting by meeting."""
        return [item for meeting in self.meetings() for item in self.items(meeting.id)]

    def steps(self, item_id: str) -> list[Step]:
        """The steps of a row."""
        return list(self.kept(_steps_of_items).get(item_id, ()))

    def note(self, note_id: str) -> Note:
        """The note with that id. Raises NotThere, also for one that another note speaks for."""
        note = self.get(Note, note_id)
        if note.joined_into:
            raise NotThere(f"Note {note_id} is joined")
        return note

    def card(self, card_id: str) -> Note | Theme:
        """The theme or note with that id. Raises NotThere, also for one that another note speaks for."""
        return self.find(Theme, card_id) or self.note(card_id)

    def kept(self, work_out: Callable[[Book], T]) -> T:
        """What ``work_out`` makes of the book, worked out once until the next change."""
        if work_out not in self._kept:
            self._kept[work_out] = work_out(self)
        return cast("T", self._kept[work_out])

    def everything(self) -> Iterator[Record]:
        """Every record."""
        for rows in self._rows.values():
            yield from rows.values()

    def changes(self, edits: Iterable[Edit]) -> list[Change]:
        """What these edits would change, one entry a row, unchanged rows left out."""
        found: dict[tuple[type[Record], str], Change] = {}
        for edit in edits:
            if isinstance(edit, Put):
                kind, record_id, after = type(edit.record), edit.record.id, edit.record
            else:
                kind, record_id, after = edit.kind, edit.id, None
            earlier = found.get((kind, record_id))
            before = earlier.before if earlier else self.find(kind, record_id)
            found[kind, record_id] = Change(kind, record_id, before, after)
        return [change for change in found.values() if change.before != change.after]

    def apply(self, changes: Iterable[Change]) -> None:
        """Carry the changes out."""
        self._kept.clear()
        for change in changes:
            rows = self._rows.setdefault(change.kind, {})
            if change.after is None:
                rows.pop(change.id, None)
            else:
                rows[change.id] = change.after


def _items_of_meetings(book: Book) -> dict[str, list[AgendaItem]]:
    """The rows of every drejebog. The clock asks for them many times for one picture."""
    return _grouped(book.ranked(AgendaItem), lambda item: item.meeting_id)


def _steps_of_items(book: Book) -> dict[str, list[Step]]:
    return _grouped(book.ranked(Step), lambda step: step.item_id)


def _grouped(records: Iterable[R], home: Callable[[R], str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(home(record), []).append(record)
    return found


def _by_rank(record: Ranked) -> tuple[float, str]:
    return (record.rank, record.id)


def insert_ranked(siblings: list[K], index: int, newcomers: Iterable[K]) -> list[Put]:
    """Edits that put ``newcomers`` in order at ``index`` (0 is first) among ``siblings``.

    Only the newcomers are written, unless the ranks beside them lie too close for numbers
    to go between; then the siblings are numbered afresh.
    """
    arriving = list(newcomers)
    index = max(0, min(index, len(siblings)))
    before = siblings[index - 1].rank if index > 0 else None
    after = siblings[index].rank if index < len(siblings) else None
    if before is None:
        first = (after if after is not None else 1.0 + len(arriving)) - len(arriving)
        step = 1.0
    elif after is None:
        first, step = before + 1.0, 1.0
    else:
        step = (after - before) / (len(arriving) + 1)
        first = before + step
        if step < 1e-6:
            everyone = [*siblings[:index], *arriving, *siblings[index:]]
            return [Put(replace(each, rank=float(number + 1))) for number, each in enumerate(everyone)]
    return [Put(replace(each, rank=first + step * number)) for number, each in enumerate(arriving)]
