"""A process in the unit's own words: the pack with what this programme has changed in it."""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import NoteType, Pack
from trivselsdesk.domain.records import Override

VARIABLE = "var."
"""Override keys that begin so give a variable of the pack its value."""

TEXT = "text."
"""Override keys that begin so go on with the path of a text of the pack (packs/own.py lays them over it)."""

LIST = "list."
"""Override keys ``list.<id>`` hold the unit's own entries of a list, one a line."""

NOTES = "notes."
"""Override keys ``notes.<note type>.least`` and ``.most`` say how many each person should write."""


STALE_WEEKS = "status.weeks"
"""Override key of the weeks without movement after which an action stands out."""


def notes_key(kind: str, bound: str) -> str:
    """Override key of the advised number of notes; ``bound`` is ``least`` or ``most``."""
    return f"{NOTES}{kind}.{bound}"


def override_id(programme_id: str, key: str) -> str:
    """Id of the record that holds the unit's text for a key."""
    return f"{programme_id}:{key}"


def own_texts(book: Book) -> dict[str, str]:
    """The unit's own texts of the process, by the path that each has in the pack."""
    return {
        each.key.removeprefix(TEXT): each.text
        for each in book.of(Override)
        if each.key.startswith(TEXT) and each.text
    }


def with_own_words(pack: Pack, book: Book) -> Pack:
    """The pack with the unit's values for its variables and numbers; the pack itself where there are none."""
    own = {each.key: each.text for each in book.of(Override) if each.text.strip()}
    if not own:
        return pack
    return replace(
        pack,
        variables=tuple(
            replace(each, default=own.get(VARIABLE + each.id, each.default)) for each in pack.variables
        ),
        note_types=tuple(_with_numbers(each, own) for each in pack.note_types),
        stale_weeks=_number(own.get(STALE_WEEKS, ""), pack.stale_weeks),
    )


def _number(text: str, otherwise: int) -> int:
    return int(text) if _is_number(text) and 0 < int(text) <= 52 else otherwise


def _is_number(text: str) -> bool:
    """At most four digits: a file from elsewhere may hold thousands, and Python refuses to read those."""
    return text.isascii() and text.isdigit() and len(text) <= 4


def _with_numbers(kind: NoteType, own: dict[str, str]) -> NoteType:
    found = {bound: own.get(notes_key(kind.id, bound), "") for bound in ("least", "most")}
    numbers = {bound: int(text) for bound, text in found.items() if _is_number(text)}
    return replace(kind, least=numbers.get("least", kind.least), most=numbers.get("most", kind.most))
