"""Words that say too little to act on, such as »bedre« or »mere fokus«: they ask for a »Hvordan?« (003: D33).

The words come from the pack. A word with other letters after it is the same word (»huske« in »huskeliste« is
not); Danish endings are known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ENDINGS = r"(?:e|en|et|er|r|t|n|s)?"


def vague_word(text: str, words: Sequence[str]) -> str:
    """The first of the words that stands in the text, as it was written there; empty when none does."""
    pattern = _pattern(tuple(words))
    found = pattern.search(unicodedata.normalize("NFC", text)) if pattern else None
    return found[0] if found else ""


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    known = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not known:
        return None
    spelt = (r"\s+".join(re.escape(part) for part in word.split()) for word in known)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)}){_ENDINGS}(?![\w-])", re.IGNORECASE)
