"""Text pasted from elsewhere, such as Word, Excel or a mail, as one note a line."""

from __future__ import annotations

import re

_BULLET = re.compile(r"^\s*(?:[-–•*·▪◦]\s+|\(?\d{1,3}[.)]\s+)")


def note_lines(text: str) -> list[str]:
    """The lines as notes: bullets and numbers taken off, empty lines left out."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [" ".join(line.split()) for line in lines if line]
