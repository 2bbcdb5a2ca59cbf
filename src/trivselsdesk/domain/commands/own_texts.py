"""Commands that give the process the unit's own texts, and take another edition of it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.in_use import in_use
from trivselsdesk.domain.own_words import TEXT, override_id
from trivselsdesk.domain.records import Override


@dataclass(frozen=True, kw_only=True)
class WriteTexts(Command):
    """Set own texts by their paths in the pack; an empty one gives the pack its own words back.

    Raises Refused("in_use") when a row of a list is taken out that somebody has written under.
    """

    name: ClassVar[str] = "write_texts"
    texts: dict[str, str]
    """Path to value as JSON (packs/own.py)."""
    about: str = ""
    """What the user calls it."""
    taken_out: tuple[tuple[tuple[str, ...], str], ...] = ()
    """List and id of each row that goes."""

    def edits(self, book: Book) -> list[Edit]:
        if any(in_use(book, path, row_id) for path, row_id in self.taken_out):
            raise Refused("in_use")
        edits: list[Edit] = []
        for path, text in self.texts.items():
            key = TEXT + path
            known = override_id(book.programme.id, key)
            if text:
                edits.append(Put(Override(id=known, programme_id=book.programme.id, key=key, text=text)))
            elif book.find(Override, known) is not None:
                edits.append(Drop(Override, known))
        return edits

    def fold_key(self) -> str:
        return f"write_texts:{next(iter(self.texts))}" if len(self.texts) == 1 and not self.taken_out else ""

    def retry_key(self) -> str:
        return f"write_texts:{','.join(sorted(self.texts))}"

    def detail(self, book: Book) -> str:
        return self.about


@dataclass(frozen=True, kw_only=True)
class TakeEdition(Command):
    """Let the programme go over to another edition of its process. Own texts stay as they are.

    Raises Refused("in_use") when the edition no longer has a row that somebody has written under.
    """

    name: ClassVar[str] = "take_edition"
    version: str
    taken_out: tuple[tuple[tuple[str, ...], str], ...] = ()
    """List and id of each row that goes (packs/editions.py)."""

    def edits(self, book: Book) -> list[Edit]:
        if any(in_use(book, path, row_id) for path, row_id in self.taken_out):
            raise Refused("in_use")
        return [Put(replace(book.programme, pack_version=self.version))]

    def detail(self, book: Book) -> str:
        return self.version
