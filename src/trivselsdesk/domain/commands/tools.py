"""Commands of the tools of a meeting: lists that are typed fast, notes out of sight, ideas sent on."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.agreement import doubted
from trivselsdesk.domain.book import Book, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.notes import AddNotes, loose_notes
from trivselsdesk.domain.commands.rows import siblings_of
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.plan import actions_of
from trivselsdesk.domain.records import Action, Idea, Initiative, Ranked, ToolState
from trivselsdesk.domain.tools import sent_to


@dataclass(frozen=True, kw_only=True)
class AddLines(Command):
    """Add records of one kind and parent last among their siblings, in one step."""

    name: ClassVar[str] = "add_lines"
    records: tuple[Ranked, ...]

    def edits(self, book: Book) -> list[Edit]:
        if not self.records:
            return []
        siblings = siblings_of(book, self.records[0])
        return list(insert_ranked(siblings, len(siblings), self.records))


@dataclass(frozen=True, kw_only=True)
class SealNotes(AddNotes):
    """Put notes away where nobody sees them, until they are all hung up (003: R10)."""

    name: ClassVar[str] = "seal_notes"

    def edits(self, book: Book) -> list[Edit]:
        sealed = tuple(replace(note, sealed=True) for note in self.notes)
        return AddNotes(programme_id=self.programme_id, notes=sealed).edits(book)

    def detail(self, book: Book) -> str:
        return str(len(self.notes))


@dataclass(frozen=True, kw_only=True)
class HangPutAway(Command):
    """Hang notes up that were put away, each last in its zone, in the order of ``ids``.

    The order is the caller's: shuffled, so that it does not tell who wrote what.
    """

    name: ClassVar[str] = "hang_put_away"
    ids: tuple[str, ...]

    def edits(self, book: Book) -> list[Edit]:
        notes = [replace(book.note(each), sealed=False) for each in dict.fromkeys(self.ids)]
        edits: list[Edit] = []
        for board, zone in dict.fromkeys((note.board, note.zone) for note in notes):
            arriving = [note for note in notes if (note.board, note.zone) == (board, zone)]
            hanging = [each for each in loose_notes(book, board, zone) if each.id not in self.ids]
            edits += insert_ranked(hanging, len(hanging), arriving)
        return doubted(book, edits)

    def detail(self, book: Book) -> str:
        return str(len(self.ids))


@dataclass(frozen=True, kw_only=True)
class SendIdea(Command):
    """Make an idea's measure an action of an initiative, last among its actions.

    Raises Refused("not_turned") while the idea has no measure. Nothing happens to one that was sent.
    """

    name: ClassVar[str] = "send_idea"
    id: str
    initiative_id: str
    action_id: str
    """Id for the action that is made."""

    def edits(self, book: Book) -> list[Edit]:
        idea = book.get(Idea, self.id)
        if not idea.turned.strip():
            raise Refused("not_turned")
        if sent_to(book, idea):
            return []
        book.get(Initiative, self.initiative_id)
        action = Action(
            id=self.action_id,
            programme_id=self.programme_id,
            initiative_id=self.initiative_id,
            title=idea.turned.strip(),
        )
        siblings = actions_of(book, self.initiative_id)
        return [
            *insert_ranked(siblings, len(siblings), [action]),
            Put(replace(idea, action_id=action.id)),
        ]

    def detail(self, book: Book) -> str:
        return book.get(Idea, self.id).turned.strip()


@dataclass(frozen=True, kw_only=True)
class SetToolState(Command):
    """Store what a tool shows. Like the clock it takes no part in undo: the way back is on the page."""

    name: ClassVar[str] = "set_tool_state"
    journaled: ClassVar[bool] = False
    state: ToolState

    def edits(self, book: Book) -> list[Edit]:
        return [Put(self.state)]
