"""Commands that work on any kind of record: add, change fields, move in order, remove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from trivselsdesk.domain.agreement import doubted
from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.due import let_go
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.joined import originals
from trivselsdesk.domain.pack.surfaces import subject_of
from trivselsdesk.domain.records import (
    Absence,
    Action,
    AgendaItem,
    Ballot,
    EntryMark,
    Escalation,
    Event,
    Expectation,
    FormAnswer,
    FormEntry,
    GroupMember,
    GroupWork,
    Idea,
    Initiative,
    Link,
    Meeting,
    Note,
    Person,
    Placement,
    Ranked,
    Record,
    Remark,
    RoleHolder,
    Signup,
    SlotLog,
    StatusChange,
    Step,
    TalkGroup,
    Theme,
    ThemeTime,
    ToolState,
)

PARENT_FIELD: dict[type[Record], str] = {
    AgendaItem: "meeting_id",
    Step: "item_id",
    Action: "initiative_id",
    Signup: "initiative_id",
    Expectation: "meeting_id",
    Idea: "meeting_id",
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
    field: str = ""
    """The one field that was typed in: typing in the same field in a row becomes one undo step."""

    def edits(self, book: Book) -> list[Edit]:
        known = book.find(type(self.record), self.record.id) if self.field else None
        if known is None:
            return [Put(self.record)]
        # Another field may have been written since this record was made: while a disk is full, both wait.
        return [Put(replace(known, **{self.field: getattr(self.record, self.field)}))]

    def fold_key(self) -> str:
        return f"edit:{type(self.record).__name__}:{self.record.id}:{self.field}" if self.field else ""


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
        return self.retry_key() if self.fold else ""

    def retry_key(self) -> str:
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
        return doubted(book, [*_below(book, self.kind, self.id), Drop(self.kind, self.id)])


def _below(book: Book, kind: type[Record], record_id: str) -> Iterator[Edit]:
    """Edits for the records that would be left hanging. There is no cascade in the database."""
    if kind is AgendaItem:
        for step in book.steps(record_id):
            yield from _below(book, Step, step.id)
            yield Drop(Step, step.id)
    if kind in (Event, Meeting):
        yield from let_go(book, record_id)
    if kind is Meeting:
        for item in book.items(record_id):
            yield from _below(book, AgendaItem, item.id)
            yield Drop(AgendaItem, item.id)
        yield from _in_meeting(book, Expectation, record_id)
        yield from _in_meeting(book, Idea, record_id)
        yield from _in_meeting(book, ToolState, record_id)
        for group in list(book.of(TalkGroup)):
            if group.meeting_id == record_id:
                yield from _below(book, TalkGroup, group.id)
                yield Drop(TalkGroup, group.id)
        for state in (Ballot, GroupWork):
            if book.find(state, record_id):
                yield Drop(state, record_id)
        yield from _in_meeting(book, Remark, record_id)
        yield from _in_meeting(book, Absence, record_id)
    if kind is Step:
        # What was written down in a step was said in its item.
        for remark in list(book.of(Remark)):
            if remark.slot_id == record_id:
                yield Put(replace(remark, slot_id=book.get(Step, record_id).item_id))
    for kept in (SlotLog, ThemeTime):
        if kind in (AgendaItem, Step) and book.find(kept, record_id):
            yield Drop(kept, record_id)
    if kind is Initiative:
        for action in list(book.of(Action)):
            if action.initiative_id == record_id:
                yield from _below(book, Action, action.id)
                yield Drop(Action, action.id)
        for group in list(book.of(TalkGroup)):
            if group.initiative_id == record_id:
                yield Put(replace(group, initiative_id=""))
        for mark in list(book.of(EntryMark)):
            if mark.initiative_id == record_id:
                yield Drop(EntryMark, mark.id)
        for event in list(book.of(Event)):
            if event.initiative_id == record_id:
                yield Put(replace(event, initiative_id=""))
        for signup in list(book.of(Signup)):
            if signup.initiative_id == record_id:
                yield Drop(Signup, signup.id)
    if kind in (Initiative, Person):
        for entry in list(book.of(FormEntry)):
            if entry.subject_id == record_id:
                yield from _below(book, FormEntry, entry.id)
                yield Drop(FormEntry, entry.id)
    if kind is FormEntry:
        for answer in list(book.of(FormAnswer)):
            if answer.entry_id == record_id:
                yield Drop(FormAnswer, answer.id)
    if kind is Action:
        for change in list(book.of(StatusChange)):
            if change.action_id == record_id:
                yield Drop(StatusChange, change.id)
    if kind is TalkGroup:
        for member in list(book.of(GroupMember)):
            if member.group_id == record_id:
                yield Drop(GroupMember, member.id)
    if kind is Person:
        for holder in list(book.of(RoleHolder)):
            if holder.person_id == record_id:
                yield Drop(RoleHolder, holder.id)
        for member in list(book.of(GroupMember)):
            if member.person_id == record_id:
                yield Drop(GroupMember, member.id)
        for absence in list(book.of(Absence)):
            if absence.person_id == record_id:
                yield Drop(Absence, absence.id)
    if kind is Person and book.find(Signup, record_id):
        yield Drop(Signup, record_id)
    if kind is Note:
        yield from _spoken_again(book, book.get(Note, record_id))
    if kind is Theme:
        theme = book.get(Theme, record_id)
        for note in list(book.of(Note)):
            if note.theme_id == record_id:
                yield Put(replace(note, theme_id="", always_act=note.always_act or theme.always_act))
    if kind in (Note, Theme):
        yield from unhook_card(book, record_id)


def _in_meeting(
    book: Book,
    kind: type[Expectation] | type[Idea] | type[ToolState] | type[Remark] | type[Absence],
    meeting_id: str,
) -> Iterator[Edit]:
    for each in list(book.of(kind)):
        if each.meeting_id == meeting_id:
            yield Drop(kind, each.id)


def _spoken_again(book: Book, speaker: Note) -> Iterator[Edit]:
    """Edits that let the notes stand again that one spoke for, where it stood."""
    for note in originals(book, speaker.id):
        yield Put(
            replace(
                note,
                joined_into="",
                board=speaker.board,
                zone=speaker.zone,
                theme_id=speaker.theme_id,
                parked=speaker.parked,
            )
        )


def unhook_card(book: Book, card_id: str) -> Iterator[Edit]:
    """Edits that take a card off the later surfaces and its lift away; its initiative stays, by hand.

    One that was left out of the handleplan and never written in goes: it would come up again.
    """
    for placement in list(book.of(Placement)):
        if placement.card_id == card_id:
            yield Drop(Placement, placement.id)
    if book.find(Escalation, card_id):
        yield Drop(Escalation, card_id)
    for link in list(book.of(Link)):
        if card_id in (link.theme_id, link.note_id):
            yield Drop(Link, link.id)
    for initiative in list(book.of(Initiative)):
        if initiative.card_id == card_id:
            yield by_hand(book, initiative)


def by_hand(book: Book, initiative: Initiative) -> Edit:
    """The edit that parts an initiative from its card: it stays, unless it was left out and is untouched."""
    card = book.find(Theme, initiative.card_id) or book.find(Note, initiative.card_id)
    if card is not None and not (card.chosen or card.always_act) and is_untouched(book, initiative):
        return Drop(Initiative, initiative.id)
    return Put(replace(initiative, card_id=""))


def is_untouched(book: Book, initiative: Initiative) -> bool:
    """Whether nothing has been written in an initiative beyond the name that its card gave it."""
    card = book.find(Theme, initiative.card_id) or book.find(Note, initiative.card_id)
    blank = Initiative(
        id=initiative.id,
        programme_id=initiative.programme_id,
        rank=initiative.rank,
        card_id=initiative.card_id,
        name=card.name if isinstance(card, Theme) else card.text if card else "",
    )
    acted = any(each.initiative_id == initiative.id for each in book.of(Action))
    signed = any(each.initiative_id == initiative.id for each in book.of(Signup))
    written_of = any(each.subject_id == initiative.id for each in book.of(FormEntry))
    typed = any(each.initiative_id == initiative.id for each in book.of(EntryMark))
    on_sheet = any(subject_of(each.board) == initiative.id for each in book.of(Note))
    return initiative == blank and not (acted or signed or written_of or typed or on_sheet)
