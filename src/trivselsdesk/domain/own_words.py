"""A process in the unit's own words: the pack with what this programme has changed in it."""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Override

VARIABLE = "var."
"""Override keys that begin so give a variable of the pack its value."""


def override_id(programme_id: str, key: str) -> str:
    """Id of the record that holds the unit's text for a key."""
    return f"{programme_id}:{key}"


def with_own_words(pack: Pack, book: Book) -> Pack:
    """The pack with the unit's values for its variables; the pack itself where there are none."""
    own = {each.key: each.text for each in book.of(Override) if each.text.strip()}
    if not own:
        return pack
    return replace(
        pack,
        variables=tuple(
            replace(each, default=own.get(VARIABLE + each.id, each.default)) for each in pack.variables
        ),
    )
