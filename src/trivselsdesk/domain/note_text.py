"""A note's text: how long it may be, and where a long one is best divided."""

from __future__ import annotations

import re

NOTE_LIMIT = 80
"""Characters that one thing fits in; a longer note is kept whole (design system, §6)."""

_STOPS = (
    re.compile(r"[.!?;:]\s+"),
    re.compile(r"\n+"),
    re.compile(r",\s+|\s+[–-]\s+"),
    re.compile(r"\s+(?=(?:og|men|samt|fordi|så)\s)"),
    re.compile(r"\s+"),
)
"""Where to divide, the best kind of place first."""


def halves(text: str) -> tuple[str, str]:
    """The text in two parts, divided at the best place near its middle.

    Every word is kept, but the sign or the »og« that joined the two.
    """
    text = text.strip()
    middle = len(text) / 2
    for stop in _STOPS:
        places = [found.end() for found in stop.finditer(text) if 0.2 <= found.end() / len(text) <= 0.85]
        if places:
            place = min(places, key=lambda each: abs(each - middle))
            first, second = text[:place].rstrip(" ,–-\n"), text[place:].lstrip().removeprefix("og ")
            return first, second[:1].upper() + second[1:]
    half = max(1, len(text) // 2)
    return text[:half], text[half:]
