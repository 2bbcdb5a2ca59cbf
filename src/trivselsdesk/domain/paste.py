"""Text pasted from elsewhere, such as Word, Excel or a mail, as one note a line."""

from __future__ import annotations

import re

LONGEST = 10_000
"""Signs that one text may have in a file that is handed on (robustness: the file that is handed on)."""

_BULLET = re.compile(
    r"^\s*(?:[-–—•*·▪▫◦●○■□‣⁃➢✓\ue000-\uf8ff]\s+"  # also what Word's symbol fonts put there
    r"|\(?\d{1,3}[.)]\s+"
    r"|\(?[a-zæøå]\)\s+"
    # Only before a tab, as Word copies it: »o« is also a word.
    r"|(?:[oO§vØü]|\d{1,3}(?:\.\d{1,3})+[.)]|\(?(?:[a-zA-Z]|[ivxIVX]{1,5})[.)])\t\s*)"
)


def note_lines(text: str) -> list[str]:
    """The lines as notes: bullets and numbers taken off, empty lines left out."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [" ".join(line.split()) for line in lines if line]


def fitting(lines: list[str]) -> list[str]:
    """The lines with those longer than ``LONGEST`` divided between words: nothing is cut off."""
    found: list[str] = []
    for line in lines:
        rest = line
        while len(rest) > LONGEST:
            place = rest.rfind(" ", 1, LONGEST + 1)
            place = place if place > 0 else LONGEST
            found.append(rest[:place].rstrip())
            rest = rest[place:].lstrip()
        if rest:
            found.append(rest)
    return found
