"""What the opsamler has written down, part by part, and who was at the meeting."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.records import Absence, AgendaItem, Meeting, Person, Remark, Step, absence_id


@dataclass(frozen=True)
class RemarkPart:
    """A part of the drejebog with what was written down in it, oldest first."""

    slot_id: str
    """Empty for what belongs to no part that is still there."""
    item: AgendaItem | None
    step: Step | None
    remarks: tuple[Remark, ...]


def remarks_of(book: Book, meeting: Meeting) -> list[Remark]:
    """Everything that was written down at the meeting, oldest first."""
    found = [each for each in book.of(Remark) if each.meeting_id == meeting.id]
    return sorted(found, key=lambda each: (each.at, each.id))


def remark_parts(book: Book, meeting: Meeting) -> list[RemarkPart]:
    """The parts in which something was written, in the order of the drejebog; what has no part comes last."""
    waiting: dict[str, list[Remark]] = {}
    for remark in remarks_of(book, meeting):
        waiting.setdefault(remark.slot_id, []).append(remark)
    parts = []
    for item in book.items(meeting.id):
        for step in (None, *book.steps(item.id)):
            slot_id = step.id if step else item.id
            if slot_id in waiting:
                parts.append(RemarkPart(slot_id, item, step, tuple(waiting.pop(slot_id))))
    rest = sorted((each for group in waiting.values() for each in group), key=lambda each: (each.at, each.id))
    return [*parts, RemarkPart("", None, None, tuple(rest))] if rest else parts


def attendance(book: Book, meeting: Meeting) -> tuple[list[Person], list[Person]]:
    """Those of the unit who were there, and those who were away (003: P79). Everybody until it is said."""
    present: list[Person] = []
    away: list[Person] = []
    for person in participants(book):
        (away if book.find(Absence, absence_id(meeting.id, person.id)) else present).append(person)
    return present, away
