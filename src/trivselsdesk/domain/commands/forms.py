"""Commands of the forms: answer a question, begin one more time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import FormAnswer, FormEntry, form_answer_id
from trivselsdesk.domain.sealed import is_sealed


def answer_key(entry_id: str, field: str, column: str) -> str:
    """The key under which an answer waits that could not be written."""
    return f"answer:{form_answer_id(entry_id, field, column)}"


@dataclass(frozen=True, kw_only=True)
class WriteAnswer(Command):
    """Answer a question of a form; empty takes the answer away.

    The entry comes along while it is not there yet, so that the first letters of a form and the
    entry that they belong to are one undo step.
    """

    name: ClassVar[str] = "write_answer"
    entry: FormEntry
    field: str
    column: str
    text: str
    about: str = ""
    """The question, for the words of undo."""
    typed: bool = True
    """Typing in a row is one undo step; each tick is its own."""

    def edits(self, book: Book) -> list[Edit]:
        key = form_answer_id(self.entry.id, self.field, self.column)
        made: list[Edit] = [] if book.find(FormEntry, self.entry.id) else [Put(self.entry)]
        if not self.text.strip():
            return [Drop(FormAnswer, key)] if book.find(FormAnswer, key) else []
        if (book.find(FormEntry, self.entry.id) or self.entry).sealed and not is_sealed(self.text):
            # The last door before the file: words of a confidential form never go through it.
            raise Refused("not_sealed")
        written = FormAnswer(
            id=key,
            programme_id=self.entry.programme_id,
            entry_id=self.entry.id,
            field=self.field,
            column=self.column,
            text=self.text,
        )
        return [*made, Put(written)]

    def fold_key(self) -> str:
        return self.retry_key() if self.typed else ""

    def retry_key(self) -> str:
        return answer_key(self.entry.id, self.field, self.column)

    def detail(self, book: Book) -> str:
        return self.about


@dataclass(frozen=True, kw_only=True)
class BeginEntry(Command):
    """Begin to fill a form in once more."""

    name: ClassVar[str] = "begin_entry"
    entry: FormEntry

    def edits(self, book: Book) -> list[Edit]:
        return [Put(self.entry)]


@dataclass(frozen=True, kw_only=True)
class DateEntry(Command):
    """Say on which day a form was filled in, or what that time is called; made when it is not there yet."""

    name: ClassVar[str] = "date_entry"
    entry: FormEntry
    day: date | None
    title: str

    def edits(self, book: Book) -> list[Edit]:
        known = book.find(FormEntry, self.entry.id) or self.entry
        return [Put(replace(known, day=self.day, title=self.title.strip()))]

    def fold_key(self) -> str:
        return f"entry:{self.entry.id}"
