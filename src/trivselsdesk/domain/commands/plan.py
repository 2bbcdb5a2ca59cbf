"""Commands of the handleplan: write an action, set an initiative in motion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from trivselsdesk.domain.book import Book, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.plan import actions_of
from trivselsdesk.domain.records import Action, Initiative


@dataclass(frozen=True, kw_only=True)
class WriteAction(Command):
    """Set fields of an action; one that is not there yet is made, last in its initiative.

    So the first letters of a new action and the rest of its words are one undo step.
    """

    name: ClassVar[str] = "write_action"
    action_id: str
    initiative_id: str
    values: dict[str, Any]

    def edits(self, book: Book) -> list[Edit]:
        known = book.find(Action, self.action_id)
        if known is not None:
            return [Put(replace(known, **self.values))]
        initiative = book.get(Initiative, self.initiative_id)
        blank = Action(
            id=self.action_id, programme_id=initiative.programme_id, initiative_id=initiative.id, title=""
        )
        siblings = actions_of(book, initiative.id)
        return list(insert_ranked(siblings, len(siblings), [replace(blank, **self.values)]))

    def fold_key(self) -> str:
        return f"write_action:{self.action_id}:{','.join(sorted(self.values))}"


@dataclass(frozen=True, kw_only=True)
class LaunchInitiative(Command):
    """Set an initiative in motion: it gets its day, and its actions stand on the first status step.

    An action that has a status already keeps it. Gaps are not asked about: that is for the view,
    which can show where they are.
    """

    name: ClassVar[str] = "launch_initiative"
    initiative_id: str
    day: date
    first_status: str

    def edits(self, book: Book) -> list[Edit]:
        initiative = book.get(Initiative, self.initiative_id)
        started = [
            Put(replace(action, status=self.first_status))
            for action in actions_of(book, initiative.id)
            if action.title.strip() and not action.status
        ]
        return [Put(replace(initiative, launched=self.day)), *started]

    def detail(self, book: Book) -> str:
        return book.get(Initiative, self.initiative_id).name
