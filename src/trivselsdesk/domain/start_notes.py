"""Starting notes: what a process offers to hang up in its zones, so that nobody begins at an empty wall.

They are marked as the process's own by their note type, and are never taken for what the room wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Board, NoteType, Pack, Zone
from trivselsdesk.domain.records import Note

FROM_PACK = "pack"
"""Origin of the note type that starting notes are written on."""


@dataclass(frozen=True)
class StartNote:
    """One that can be hung up."""

    id: str
    """Id that the note gets: each hangs at most once, and can come back when it was thrown away."""
    zone: str
    text: str
    hung: bool
    """It is on the board already: hanging, in a theme, behind another note or parked."""


def start_kind(pack: Pack) -> NoteType | None:
    """The note type of starting notes, or None where the process has none."""
    return next((each for each in pack.note_types if each.origin == FROM_PACK), None)


def is_start(pack: Pack, note: Note) -> bool:
    """Whether a note came with the process."""
    return any(each.id == note.kind and each.origin == FROM_PACK for each in pack.note_types)


def origin_words(pack: Pack, notes: Iterable[Note]) -> str:
    """The mark of a card in which nobody in the room has written anything; empty for any other."""
    kind, every = start_kind(pack), list(notes)
    if kind is None or not every or not all(note.kind == kind.id for note in every):
        return ""
    return kind.mark or kind.label


def written_kinds(pack: Pack) -> tuple[NoteType, ...]:
    """The note types that somebody can write on: not those of the starting notes."""
    return tuple(each for each in pack.note_types if each.origin != FROM_PACK)


def start_notes(book: Book, pack: Pack, board: Board) -> list[tuple[Zone, list[StartNote]]]:
    """What the process offers on a board, zone by zone; zones without any are left out."""
    if start_kind(pack) is None:
        return []
    found = []
    for zone in board.zones:
        offers = []
        for text in dict.fromkeys(pack.fill(each) for each in zone.start):
            key = start_id(book.programme.id, board.id, zone.id, text)
            offers.append(StartNote(key, zone.id, text, book.find(Note, key) is not None))
        if offers:
            found.append((zone, offers))
    return found


def start_id(programme_id: str, board: str, zone: str, text: str) -> str:
    """Id of a starting note, made of its text, so that a later edition of the pack does not double it."""
    return f"{programme_id}:start:{board}:{zone}:{sha256(text.encode()).hexdigest()[:12]}"


def as_notes(book: Book, pack: Pack, board: Board, ids: set[str]) -> tuple[Note, ...]:
    """The chosen ones as notes to put up, those that hang already left out."""
    kind = start_kind(pack)
    if kind is None:
        return ()
    return tuple(
        Note(
            id=each.id,
            programme_id=book.programme.id,
            board=board.id,
            zone=each.zone,
            text=each.text,
            kind=kind.id,
        )
        for _, offers in start_notes(book, pack, board)
        for each in offers
        if each.id in ids and not each.hung
    )
