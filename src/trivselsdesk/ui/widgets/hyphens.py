"""Where a Danish word may be divided at the end of a line, so that none is cut at a random letter.

The patterns are those of the hyphenation library; they are read the first time that a word is too
wide for its place, which most never are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

HYPHEN = "-"
SOFT = "\N{SOFT HYPHEN}"
LEAST = 3
"""Letters that stay together before and after a division."""

_LETTERS = re.compile(r"[^\W\d_]+")
_JOINTS = "-/–—"
"""After these a word may be divided as it stands."""


@lru_cache(maxsize=1)
def _danish() -> Pyphen:
    import pyphen

    return pyphen.Pyphen(lang="da_DK", left=LEAST, right=LEAST)


@lru_cache(maxsize=8_000)
def divisions(word: str) -> tuple[tuple[int, str], ...]:
    """The places where a word may be divided, rising, each with the sign that the first part then ends in."""
    found: dict[int, str] = {}
    for letters in _LETTERS.finditer(word):
        start, run = letters.start(), letters.group()
        if len(run) >= 2 * LEAST:
            found |= {start + place: HYPHEN for place in _danish().positions(run)}
    for place, sign in enumerate(word[:-1], start=1):
        if sign in _JOINTS and place > 1:
            found[place] = ""
    return tuple(sorted(found.items()))


def head(word: str, fits: Callable[[str], bool]) -> tuple[str, str] | None:
    """As much of a word as fits, with its hyphen, and the rest; None where no division leaves room."""
    for place, sign in reversed(divisions(word)):
        if fits(word[:place] + sign):
            return word[:place] + sign, word[place:]
    return None


def softened(word: str) -> str:
    """The word with soft hyphens, for text that Qt breaks into lines."""
    parts, start = [], 0
    for place, sign in divisions(word):
        if sign:
            parts.append(word[start:place])
            start = place
    return SOFT.join([*parts, word[start:]])
