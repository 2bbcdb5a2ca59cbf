"""Commands of the page »Aflevering«: tick what was typed elsewhere and what was handed in, write the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import (
    ApvPlan,
    Delivery,
    EntryMark,
    Initiative,
    Record,
    Report,
    StaffNews,
    delivery_id,
    entry_mark_id,
)

OF_THE_PROGRAMME: tuple[type[Record], ...] = (Report, ApvPlan, StaffNews)
"""Records of which a programme has one, under its own id."""


@dataclass(frozen=True, kw_only=True)
class MarkEntered(Command):
    """Tick that a field has been typed into the other system as it stands, or take the tick away."""

    name: ClassVar[str] = "mark_entered"
    initiative_id: str
    field: str
    digest: str
    """Of the text that was typed; empty takes the tick away."""
    day: date

    def edits(self, book: Book) -> list[Edit]:
        initiative = book.get(Initiative, self.initiative_id)
        key = entry_mark_id(initiative.id, self.field)
        if not self.digest:
            return [Drop(EntryMark, key)] if book.find(EntryMark, key) else []
        mark = EntryMark(
            id=key,
            programme_id=initiative.programme_id,
            initiative_id=initiative.id,
            field=self.field,
            digest=self.digest,
            day=self.day,
        )
        return [Put(mark)]

    def detail(self, book: Book) -> str:
        return book.get(Initiative, self.initiative_id).name


@dataclass(frozen=True, kw_only=True)
class MarkDelivered(Command):
    """Tick that something has been handed in, or take the tick away with ``day`` None."""

    name: ClassVar[str] = "mark_delivered"
    handin: str
    day: date | None

    def edits(self, book: Book) -> list[Edit]:
        key = delivery_id(self.programme_id, self.handin)
        if self.day is None:
            return [Drop(Delivery, key)] if book.find(Delivery, key) else []
        return [Put(Delivery(id=key, programme_id=self.programme_id, handin=self.handin, day=self.day))]


@dataclass(frozen=True, kw_only=True)
class WriteSheet(Command):
    """Set fields of a record that a programme has one of; it is made when it is not there yet."""

    name: ClassVar[str] = "write_sheet"
    kind: type[Record]
    """One of ``OF_THE_PROGRAMME``."""
    values: dict[str, Any]
    fold: bool = True

    def edits(self, book: Book) -> list[Edit]:
        if self.kind not in OF_THE_PROGRAMME:
            raise TypeError(self.kind.__name__)
        blank = self.kind(id=self.programme_id, programme_id=self.programme_id)
        return [Put(replace(book.find(self.kind, self.programme_id) or blank, **self.values))]

    def fold_key(self) -> str:
        return self.retry_key() if self.fold else ""

    def retry_key(self) -> str:
        return f"write_sheet:{self.kind.__name__}:{','.join(sorted(self.values))}"
