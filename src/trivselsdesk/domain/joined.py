"""Notes that another note speaks for: which they are, and how many one note stands for."""

from __future__ import annotations

from collections.abc import Iterable

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Note


def originals(book: Book, note_id: str) -> list[Note]:
    """The notes that this one speaks for, as people wrote them, in their order."""
    return list(book.kept(_by_speaker).get(note_id, ()))


def voices(book: Book, note: Note) -> int:
    """How many notes, as people wrote them, this one stands for. One that was counted before it came here
    stands for as many as said it (004: X29)."""
    behind = sum(each.said for each in book.kept(_by_speaker).get(note.id, ()))
    return max(1, behind) if note.joint else note.said + behind


def voices_in(book: Book, notes: Iterable[Note]) -> int:
    """How many notes, as people wrote them, these stand for."""
    return sum(voices(book, note) for note in notes)


def spoken_for(book: Book) -> dict[str, int]:
    """Each note that speaks for others or was said by several, with how many it stands for."""
    return {
        each: voices(book, book.get(Note, each)) for each in (*book.kept(_by_speaker), *book.kept(_counted))
    }


def _by_speaker(book: Book) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in book.ranked(Note, lambda each: bool(each.joined_into) and _stands(book, each.joined_into)):
        found.setdefault(note.joined_into, []).append(note)
    return found


def _counted(book: Book) -> list[str]:
    return [note.id for note in book.of(Note) if note.said > 1 and not note.joined_into]


def _stands(book: Book, note_id: str) -> bool:
    return book.find(Note, note_id) is not None
