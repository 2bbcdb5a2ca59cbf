"""Finding notes by their words, as people type them: capitals and accents do not matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

_RING = "\N{COMBINING RING ABOVE}"
_NORDIC = str.maketrans({"ä": "æ", "ö": "ø"})
"""The neighbours' letters for the same sounds: »Jörgen« is found as »Jørgen«."""


def matches(text: str, query: str) -> bool:
    """Whether every word of the query stands somewhere in the text, in any order.

    é is e, but å is not a, ø not o and æ not ae. An empty query matches everything.
    """
    words = _words(query)
    if not words:
        return True
    inside = folded(text)
    return all(word in inside for word in words)


def following(order: Sequence[str], found: Collection[str], current: str, step: int = 1) -> str:
    """The next of ``found`` after ``current`` in ``order``, or with -1 the one before; round at the ends.

    Empty when nothing is found. Without a current one it begins at the first, or at the last.
    """
    wanted = set(found)
    hits = [each for each in order if each in wanted]
    if not hits:
        return ""
    if current in wanted and current in hits:
        return hits[(hits.index(current) + step) % len(hits)]
    ahead = order.index(current) if current in order else -1
    if ahead < 0:
        return hits[0] if step > 0 else hits[-1]
    later = [each for each in order[ahead:] if each in wanted]
    before = [each for each in order[:ahead] if each in wanted]
    return (later + before)[0] if step > 0 else (later + before)[-1]


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The text as it is compared: small letters, no accents, no hyphens that only show at line ends."""
    letters = unicodedata.normalize("NFC", text.casefold()).translate(_NORDIC)
    kept: list[str] = []
    for sign in unicodedata.normalize("NFKD", letters):
        kind = unicodedata.category(sign)
        if kind == "Cf" or (kind == "Mn" and not (sign == _RING and kept and kept[-1] == "a")):
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(maxsize=64)
def _words(query: str) -> tuple[str, ...]:
    return tuple(folded(query).split())
