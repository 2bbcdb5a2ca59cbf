"""The bundled Lato for PDF: registering it, measuring with it, and text that it can show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from trivselsdesk.documents.ink import FONTS, REGULAR
from trivselsdesk.paths import resource_dir

STAND_IN = "□"
"""Printed for signs that Lato lacks: emoji, Arabic, Hebrew, Chinese …"""
STAND_IN_LEGEND = f"{STAND_IN} = tegn, som skriften ikke har"

_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\u3000]+")
# What only joins, colours or turns the sign beside it shows nothing by itself.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_ALIKE = str.maketrans({"\u2011": "-", "\u2012": "–", "\u2015": "—", "✓": "√", "✔": "√", "☑": "√"})


@cache
def _face_widths(font: str) -> Mapping[str, float]:
    """Widths of all signs of a font in thousandths of its size. Registers the font once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    loaded = TTFont(font, str(resource_dir() / "fonts" / f"{font}.ttf"))
    pdfmetrics.registerFont(loaded)
    return {chr(code): wide for code, wide in loaded.face.charWidths.items()}


def register() -> None:
    """Make all faces known to reportlab."""
    for font in FONTS:
        _face_widths(font)


@cache
def _shown() -> frozenset[str]:
    # The faces cover the same signs, so one speaks for all.
    return frozenset(sign for sign in _face_widths(REGULAR) if sign >= " ")


def width(text: str, font: str, size: float) -> float:
    """Width of clean text, in the unit of ``size``."""
    return sum(map(_face_widths(font).__getitem__, text)) * size / 1000


def clean(text: str) -> str:
    """One line of text that Lato can show: blanks made plain, each run of unknown signs one ``□``.

    Right-to-left scripts are not in Lato, so nothing has to be turned around.
    """
    shown = _shown()
    text = unicodedata.normalize("NFC", _BREAKS.sub(" ", _UNSEEN.sub("", text)))
    if shown.issuperset(text):
        return text
    text = text.translate(_ALIKE)
    parts: list[str] = []
    gap = False
    for sign in text:
        known = _known(sign, shown)
        if known is None and not gap:
            parts.append(STAND_IN)
        gap = known is None
        parts.append(known or "")
    return "".join(parts)


def _known(sign: str, shown: frozenset[str]) -> str | None:
    if sign in shown:
        return sign
    plain = unicodedata.normalize("NFKC", sign)
    return plain if shown.issuperset(plain) else None
