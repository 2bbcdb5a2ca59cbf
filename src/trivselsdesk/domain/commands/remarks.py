"""Commands of the minutes: what the opsamler writes down, and who was at the meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Absence, Meeting, Person, Remark, absence_id


@dataclass(frozen=True, kw_only=True)
class WriteRemark(Command):
    """Add a remark to the minutes of its meeting."""

    name: ClassVar[str] = "write_remark"
    remark: Remark

    def edits(self, book: Book) -> list[Edit]:
        book.get(Meeting, self.remark.meeting_id)
        text = " ".join(self.remark.text.split())
        return [Put(replace(self.remark, text=text))] if text else []

    def retry_key(self) -> str:
        return f"remark:{self.remark.id}"


@dataclass(frozen=True, kw_only=True)
class MarkAttendance(Command):
    """Say whether a person was at the meeting (003: P79)."""

    name: ClassVar[str] = "mark_attendance"
    meeting_id: str
    person_id: str
    present: bool

    def edits(self, book: Book) -> list[Edit]:
        book.get(Meeting, self.meeting_id)
        book.get(Person, self.person_id)
        key = absence_id(self.meeting_id, self.person_id)
        if self.present:
            return [Drop(Absence, key)]
        return [
            Put(
                Absence(
                    id=key,
                    programme_id=self.programme_id,
                    meeting_id=self.meeting_id,
                    person_id=self.person_id,
                )
            )
        ]
