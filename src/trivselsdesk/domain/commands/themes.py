"""Commands on a theme as a whole: split it in two, and link the notes that show a way to solve it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.agreement import doubted
from trivselsdesk.domain.book import Book, Drop, Edit, NotThere, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.notes import theme_notes, zone_themes
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Link, Note, Theme, link_id


@dataclass(frozen=True, kw_only=True)
class SplitTheme(Command):
    """Make some notes of a theme a theme of their own, right after it. Both keep the mark for action.

    Nothing happens when no note would leave, or none would be left. Raises NotThere for a note
    that is not in the theme.
    """

    name: ClassVar[str] = "split_theme"
    id: str
    note_ids: tuple[str, ...]
    new_theme_id: str
    theme_name: str

    def edits(self, book: Book) -> list[Edit]:
        theme = book.get(Theme, self.id)
        notes = theme_notes(book, theme.id)
        leaving = [note for note in notes if note.id in self.note_ids]
        if len(leaving) < len(set(self.note_ids)):
            raise NotThere(f"Note of theme {theme.id}")
        if not leaving or len(leaving) == len(notes):
            return []
        siblings = zone_themes(book, theme.board, theme.zone)
        place = next(number for number, each in enumerate(siblings) if each.id == theme.id)
        made = Theme(
            id=self.new_theme_id,
            programme_id=self.programme_id,
            board=theme.board,
            zone=theme.zone,
            name=self.theme_name,
            parked=theme.parked,
            always_act=theme.always_act,
        )
        return doubted(
            book,
            [
                *insert_ranked(siblings, place + 1, [made]),
                *(Put(replace(note, theme_id=made.id)) for note in leaving),
            ],
        )

    def detail(self, book: Book) -> str:
        return book.get(Theme, self.id).name


@dataclass(frozen=True, kw_only=True)
class LinkNote(Command):
    """Link a note to a theme as a way to solve it (003: D04). A note of the theme itself is none."""

    name: ClassVar[str] = "link_note"
    theme_id: str
    note_id: str

    def edits(self, book: Book) -> list[Edit]:
        theme, note = book.get(Theme, self.theme_id), book.note(self.note_id)
        if note.sealed:
            raise Refused("sealed")
        if note.theme_id == theme.id:
            return []
        key = link_id(theme.id, note.id)
        return [Put(Link(id=key, programme_id=self.programme_id, theme_id=theme.id, note_id=note.id))]

    def detail(self, book: Book) -> str:
        return book.get(Note, self.note_id).text


@dataclass(frozen=True, kw_only=True)
class UnlinkNote(Command):
    """Take the link between a theme and a note away, also those of the notes that it speaks for."""

    name: ClassVar[str] = "unlink_note"
    theme_id: str
    note_id: str

    def edits(self, book: Book) -> list[Edit]:
        note = book.get(Note, self.note_id)
        return [
            Drop(Link, link.id)
            for link in book.of(Link)
            if link.theme_id == self.theme_id
            and note.id in (link.note_id, book.get(Note, link.note_id).joined_into)
        ]

    def detail(self, book: Book) -> str:
        return book.get(Note, self.note_id).text
