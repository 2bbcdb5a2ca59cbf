"""Commands that work on any kind of record: add, change fields, move in order, remove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.records import (
    Action,
    AgendaItem,
    Initiative,
    Meeting,
    Note,
    Person,
    Placement,
    Ranked,
    Record,
    RoleHolder,
    SlotLog,
    Step,
    Theme,
)

PARENT_FIELD: dict[type[Record], str] = {
    AgendaItem: "meeting_id",
    Step: "item_id",
    Action: "initiative_id",
}
"""Records that are ordered among siblings of the same parent, and the field that names it."""


def siblings_of(book: Book, record: Ranked) -> list[Ranked]:
    """Records of the same kind and parent, in order, without the record itself."""
    parent = PARENT_FIELD.get(type(record))
    return [
        each
        for each in book.ranked(type(record))
        if each.id != record.id and (parent is None or getattr(each, parent) == getattr(record, parent))
    ]


@dataclass(frozen=True, kw_only=True)
class AddRow(Command):
    """Add a ranked record at ``index`` among its siblings (None: last)."""

    name: ClassVar[str] = "add_row"
    record: Ranked
    index: int | None = None

    def edits(self, book: Book) -> list[Edit]:
        siblings = siblings_of(book, self.record)
        index = len(siblings) if self.index is None else self.index
        return list(insert_ranked(siblings, index, [self.record]))


@dataclass(frozen=True, kw_only=True)
class PutRecord(Command):
    """Write one whole record, new or changed (a role holder, an override, the report)."""

    name: ClassVar[str] = "put_record"
    record: Record

    def edits(self, book: Book) -> list[Edit]:
        return [Put(self.record)]

    def fold_key(self) -> str:
        return f"put:{type(self.record).__name__}:{self.record.id}"


@dataclass(frozen=True, kw_only=True)
class EditFields(Command):
    """Set fields of one record. Changes of the same fields in a row become one undo step."""

    name: ClassVar[str] = "edit_fields"
    kind: type[Record]
    id: str
    values: dict[str, Any]
    fold: bool = True

    def edits(self, book: Book) -> list[Edit]:
        return [Put(replace(book.get(self.kind, self.id), **self.values))]

    def fold_key(self) -> str:
        if not self.fold:
            return ""
        return f"edit:{self.kind.__name__}:{self.id}:{','.join(sorted(self.values))}"


@dataclass(frozen=True, kw_only=True)
class MoveRow(Command):
    """Move a record to ``index`` among its siblings (counted without itself)."""

    name: ClassVar[str] = "move_row"
    kind: type[Ranked]
    id: str
    index: int

    def edits(self, book: Book) -> list[Edit]:
        record = book.get(self.kind, self.id)
        return list(insert_ranked(siblings_of(book, record), self.index, [record]))


@dataclass(frozen=True, kw_only=True)
class RemoveRow(Command):
    """Remove a record and what hangs on it."""

    name: ClassVar[str] = "remove_row"
    kind: type[Record]
    id: str

    def edits(self, book: Book) -> list[Edit]:
        book.get(self.kind, self.id)
        return [*_below(book, self.kind, self.id), Drop(self.kind, self.id)]


def _below(book: Book, kind: type[Record], record_id: str) -> Iterator[Edit]:
    """Edits for the records that would be left hanging. There is no cascade in the database."""
    if kind is AgendaItem:
        for step in book.steps(record_id):
            yield from _below(book, Step, step.id)
            yield Drop(Step, step.id)
    if kind is Meeting:
        for item in book.items(record_id):
            yield from _below(book, AgendaItem, item.id)
            yield Drop(AgendaItem, item.id)
    if kind in (AgendaItem, Step) and book.find(SlotLog, record_id):
        yield Drop(SlotLog, record_id)
    if kind is Initiative:
        for action in list(book.of(Action)):
            if action.initiative_id == record_id:
                yield Drop(Action, action.id)
    if kind is Person:
        for holder in list(book.of(RoleHolder)):
            if holder.person_id == record_id:
                yield Drop(RoleHolder, holder.id)
    if kind in (Note, Theme):
        yield from unhook_card(book, record_id)


def unhook_card(book: Book, card_id: str) -> Iterator[Edit]:
    """Edits that take a card off the later surfaces; an initiative grown from it stays, by hand."""
    for placement in list(book.of(Placement)):
        if placement.card_id == card_id:
            yield Drop(Placement, placement.id)
    for initiative in list(book.of(Initiative)):
        if initiative.card_id == card_id:
            yield Put(replace(initiative, card_id=""))
