"""Notes from a spreadsheet: which column is what, what is wrong in which row, and what would be hung up.

Made for what some hundred people have said (004: X28, X29). Nothing here reads a file or changes anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.note_tags import Tags, tags_text
from trivselsdesk.domain.pack import Board, Pack, TagKind
from trivselsdesk.domain.paste import LONGEST, note_lines
from trivselsdesk.domain.records import Note, new_id
from trivselsdesk.domain.start_notes import written_kinds

TEXT, ZONE, COUNT, KIND, SKIP = "text", "zone", "count", "kind", ""
"""What a column holds; a tag of the process by its id behind ``TAG``."""
TAG = "tag:"

MOST_ROWS = 20_000
MOST_COUNT = 100_000
LONGEST_TAG = 60
_PEEK = 200
"""Rows that are looked at to guess what a column holds."""

_NAMES = {
    TEXT: ("tekst", "seddel", "svar", "kommentar", "input", "udsagn", "problem", "text", "note"),
    ZONE: ("felt", "tema", "kategori", "emne", "zone", "område"),
    KIND: ("type", "farve", "seddeltype", "skrevet af", "fra", "oprindelse", "origin"),
    COUNT: ("antal", "hvor mange", "stemmer", "count", "hyppighed"),
}
_SPACE = re.compile(r"\s+")
_END = re.compile(r"[\s.!,;:]+$")
# What no note can hold: it would be invisible, or turn the text round.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True)
class Table:
    """A spreadsheet as text. ``first`` is the number that its first row has in the file."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int = 2


@dataclass(frozen=True)
class RowFault:
    """What is wrong in a row of the file."""

    row: int
    words: str


@dataclass
class Taken:
    """A note that would be hung up; the same words in the same zone are one."""

    text: str
    zone: str
    kind: str = ""
    """Id of the note type."""
    said: int = 0
    tags: Tags = field(default_factory=dict)


@dataclass(frozen=True)
class Intake:
    """What would come of a file."""

    taken: tuple[Taken, ...]
    faults: tuple[RowFault, ...]
    rows: int
    """Rows with something in them."""
    doubles: int
    """Rows that were said before in the file, and were added up."""
    known: int
    """Rows whose words hang on the board already; they are left out."""


def table_of(rows: Sequence[Sequence[str]]) -> Table:
    """The rows of a file with their heading. Without one the columns are only numbered.

    A first row is the heading when one of its cells names a column, or when there are several columns.
    """
    cleaned = [tuple(clean(cell) for cell in row) for row in rows]
    first = next((place for place, row in enumerate(cleaned) if any(row)), len(cleaned))
    wide = max((len(row) for row in cleaned), default=0)
    padded = [row + ("",) * (wide - len(row)) for row in cleaned]
    if first >= len(padded):
        return Table((), ())
    head = padded[first]
    if any(_role_named(cell) for cell in head) or (wide > 1 and all(head)):
        return Table(head, tuple(padded[first + 1 :]), first + 2)
    return Table(tuple(f"Kolonne {place}" for place in range(1, wide + 1)), tuple(padded[first:]), first + 1)


def clean(text: str) -> str:
    """The text on one line, without signs that nobody sees, and with bullets taken off."""
    lines = note_lines(_INVISIBLE.sub("", text))
    return " ".join(lines)


def guess(table: Table, pack: Pack, board: Board) -> tuple[str, ...]:
    """What each column most likely holds: by its heading; else the longest words are the text."""
    roles = [_role_of(title, pack) for title in table.head]
    for place, role in enumerate(roles):
        # Of two columns with the same name the first counts.
        if role and role in roles[:place]:
            roles[place] = SKIP
    peek = table.rows[:_PEEK]
    if ZONE not in roles:
        names = _zone_names(board)
        for place, role in enumerate(roles):
            cells = [row[place] for row in peek if row[place]]
            if not role and cells and all(_same(cell) in names for cell in cells):
                roles[place] = ZONE
                break
    if TEXT not in roles and roles:
        free = [place for place, role in enumerate(roles) if not role]
        if free:
            roles[max(free, key=lambda place: sum(len(row[place]) for row in peek))] = TEXT
    return tuple(roles)


def intake(
    table: Table, roles: Sequence[str], book: Book, pack: Pack, board: Board, otherwise: str = ""
) -> Intake:
    """What would be hung up, with every fault by its row. ``otherwise``: the zone of rows that name none."""
    if TEXT not in roles:
        return Intake((), (RowFault(0, "Vælg, hvilken kolonne der er sedlens tekst."),), 0, 0, 0)
    zones, types = _zone_names(board), _kind_names(pack)
    usual = next((each.id for each in pack.note_types if each.origin == "participant"), "")
    hanging = {(note.zone, note.kind, _key(note.text)) for note in book.of(Note) if note.board == board.id}
    kinds = {TAG + each.id: each for each in pack.tags}
    found: dict[tuple[str, str, str], Taken] = {}
    faults: list[RowFault] = []
    rows = doubles = known = 0
    for number, row in enumerate(table.rows, start=table.first):
        if not any(row):
            continue
        rows += 1
        cells = dict(zip(roles, row, strict=False))
        text, place, count = cells[TEXT], cells.get(ZONE, ""), cells.get(COUNT, "")
        zone = zones.get(_same(place), "") if place else otherwise
        said = _count(count)
        written = cells.get(KIND, "")
        kind = types.get(_same(written), "") if written else usual
        wrong = _wrong(text, place, zone, count, said, board) or _wrong_tag(cells, kinds)
        if not wrong and not kind:
            names = " eller ".join(each.label for each in written_kinds(pack))
            wrong = f"»{written[:30]}« er ikke en slags seddel. Skriv {names}."
        if wrong:
            faults.append(RowFault(number, wrong))
            continue
        key = (zone, kind, _key(text))
        if key in hanging:
            known += 1
            continue
        if key in found:
            doubles += 1
        taken = found.setdefault(key, Taken(text, zone, kind))
        taken.said += said
        for role, tag in kinds.items():
            if cells.get(role):
                taken.tags.setdefault(tag.id, Counter())[_word(tag, cells[role])] += said
    return Intake(tuple(found.values()), tuple(faults), rows, doubles, known)


def as_notes(taken: Sequence[Taken], programme_id: str, board: Board, pack: Pack) -> tuple[Note, ...]:
    """What was taken as notes to put up; those of a sealed type wait as if they were written here."""
    sealed = {each.id for each in pack.note_types if each.sealed}
    return tuple(
        Note(
            id=new_id(),
            programme_id=programme_id,
            board=board.id,
            zone=each.zone,
            text=each.text,
            kind=each.kind,
            sealed=each.kind in sealed,
            said=min(each.said, MOST_COUNT),
            tags=tags_text(each.tags),
        )
        for each in taken
    )


def _wrong(text: str, place: str, zone: str, count: str, said: int, board: Board) -> str:
    if not text:
        return "Der er ingen tekst."
    if len(text) > LONGEST:
        return f"Teksten er længere end {LONGEST} tegn."
    if not zone:
        names = ", ".join(each.short or each.title for each in board.zones)
        return (
            f"Feltet »{place[:60]}« findes ikke. Skriv {names}." if place else "Der er ikke skrevet et felt."
        )
    if said < 1:
        return f"»{count[:30]}« er ikke et antal mellem 1 og {MOST_COUNT}."
    return ""


def _wrong_tag(cells: dict[str, str], kinds: dict[str, TagKind]) -> str:
    for role, kind in kinds.items():
        word = cells.get(role, "")
        if len(word) > LONGEST_TAG:
            return f"{kind.title} er længere end {LONGEST_TAG} tegn."
        if word and kind.words and not _word(kind, word):
            return f"»{word[:40]}« er ikke en af: {', '.join(kind.words)}."
    return ""


def _word(kind: TagKind, word: str) -> str:
    """The word as the process spells it; empty for one that it does not have."""
    if not kind.words:
        return word
    return next((each for each in kind.words if _same(each) == _same(word)), "")


def _count(text: str) -> int:
    """How many said it: 1 where nobody counted, 0 for what is no number that makes sense."""
    if not text:
        return 1
    # A spreadsheet may hand a whole number on as 12.0 or 12,0.
    whole = re.fullmatch(r"(\d{1,6})(?:[.,]0+)?", text)
    number = int(whole[1]) if whole and text.isascii() else 0
    return number if number <= MOST_COUNT else 0


def _role_named(title: str) -> str:
    plain = _same(title)
    return next((role for role, names in _NAMES.items() if plain in names), "")


def _role_of(title: str, pack: Pack) -> str:
    plain = _same(title)
    for kind in pack.tags:
        if plain in (_same(kind.title), _same(kind.id)):
            return TAG + kind.id
    return _role_named(title)


def _zone_names(board: Board) -> dict[str, str]:
    names: dict[str, str] = {}
    for zone in board.zones:
        for name in (zone.id, zone.title, zone.short, zone.key):
            if name:
                names.setdefault(_same(name), zone.id)
    return names


def _kind_names(pack: Pack) -> dict[str, str]:
    """What a note type can be called in a file: its label, its mark, or who writes it."""
    whose = {"participant": ("deltager", "deltagere"), "trio": ("trio", "trioen", pack.trio)}
    names: dict[str, str] = {}
    for kind in written_kinds(pack):
        for name in (kind.id, kind.label, kind.mark, *whose.get(kind.origin, ())):
            if name:
                names.setdefault(_same(name), kind.id)
    return names


def _same(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()


def _key(text: str) -> str:
    """Two spellings of one note: »Vi mangler overblik.« and »vi mangler  overblik« are the same."""
    return _END.sub("", _same(text))
