"""Where notes, themes and cards stand: what commands and views alike look up. Nothing here changes anything.

What is looked up for one theme after the other is sorted once, and kept until the next change: a board of
5,000 notes in 600 themes is else read 600 times.
"""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.joined import originals
from trivselsdesk.domain.records import Note, Theme


def theme_notes(book: Book, theme_id: str) -> list[Note]:
    """The notes of a theme in their order, parked ones too."""
    return list(book.kept(_by_theme).get(theme_id, ()))


def loose_notes(book: Book, board: str, zone: str) -> list[Note]:
    """The notes of a zone that belong to no theme."""
    return list(book.kept(_loose).get((board, zone), ()))


def zone_themes(book: Book, board: str, zone: str) -> list[Theme]:
    """The themes of a zone in their order."""
    return book.ranked(Theme, lambda theme: theme.board == board and theme.zone == zone)


def hangs(note: Note) -> bool:
    """Whether a note shows on the board: not on the P-plads, not waiting to be hung up, not joined."""
    return not note.parked and not note.sealed and not note.joined_into


def must_act(book: Book, card: Note | Theme) -> bool:
    """Whether a card always calls for action, by its own mark or by a note in or behind it
    (003: D15, P103)."""
    if card.always_act:
        return True
    if isinstance(card, Theme):
        return any(must_act(book, note) for note in theme_notes(book, card.id))
    return any(note.always_act for note in originals(book, card.id))


def placement_id(surface: str, card_id: str) -> str:
    """Id of a card's place on a surface; a card stands at most once on each."""
    return f"{surface}:{card_id}"


def _by_theme(book: Book) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in book.ranked(Note, lambda each: bool(each.theme_id) and not each.joined_into):
        found.setdefault(note.theme_id, []).append(note)
    return found


def _loose(book: Book) -> dict[tuple[str, str], list[Note]]:
    found: dict[tuple[str, str], list[Note]] = {}
    for note in book.ranked(Note, lambda each: not each.theme_id and not each.joined_into):
        found.setdefault((note.board, note.zone), []).append(note)
    return found
