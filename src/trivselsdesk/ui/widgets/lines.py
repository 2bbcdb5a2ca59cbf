"""Text broken into a few lines for painters: what does not fit ends in »…«."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

# Longer texts are cut before they are laid out: no painter shows more of them.
_ENOUGH = 1000


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text in at most ``most`` lines of that width, blanks made plain."""
    return list(
        _wrapped(
            " ".join(text[:_ENOUGH].split()), font.toString(), tuple(font.families()), round(width), most
        )
    )


@lru_cache(maxsize=512)
def _wrapped(text: str, spec: str, families: tuple[str, ...], width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(spec)
    font.setFamilies(list(families))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        last = len(lines) == most - 1 and start + length < len(text)
        piece = text[start:] if last else text[start : start + length].rstrip()
        if last:
            piece = QFontMetricsF(font).elidedText(piece, Qt.TextElideMode.ElideRight, width)
        lines.append(piece)
    layout.endLayout()
    return tuple(lines)
