"""»Er I enige?«: a theme's notes are agreed upon until one comes or goes (003: R27)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.joined import originals
from trivselsdesk.domain.records import Note, Theme


def doubted(book: Book, edits: Iterable[Edit]) -> list[Edit]:
    """The edits, and those that take the mark from every agreed theme whose notes they change.

    What counts are the notes as people wrote them: joining two of the same theme changes nothing.
    """
    asked = list(edits)
    notes: dict[str, Note | None] = {}
    themes: dict[str, Theme | None] = {}
    for edit in asked:
        if isinstance(edit, Put):
            if isinstance(edit.record, Note):
                notes[edit.record.id] = edit.record
            elif isinstance(edit.record, Theme):
                themes[edit.record.id] = edit.record
        elif edit.kind is Note:
            notes[edit.id] = None
        elif edit.kind is Theme:
            themes[edit.id] = None
    touched = set(notes).union(*({each.id for each in originals(book, key)} for key in notes))
    changed: set[str] = set()
    for key in touched:
        before = _theme_of(book, {}, key)
        after = _theme_of(book, notes, key)
        if before != after:
            changed |= {before, after}
    for key in sorted(changed - {""}):
        theme = themes[key] if key in themes else book.find(Theme, key)
        if theme is not None and theme.agreed:
            asked.append(Put(replace(theme, agreed=False)))
    return asked


def _theme_of(book: Book, edited: dict[str, Note | None], note_id: str) -> str:
    """The theme that a written note shows in, itself or through the one that speaks for it."""
    note = edited[note_id] if note_id in edited else book.find(Note, note_id)
    if note is None or note.joint:
        return ""
    if note.joined_into:
        key = note.joined_into
        note = edited[key] if key in edited else book.find(Note, key)
    return "" if note is None or note.parked or note.sealed else note.theme_id
