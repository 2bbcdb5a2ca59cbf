"""Text broken into a few lines for painters: what does not fit ends in »…«."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from trivselsdesk.ui.widgets import hyphens

# Longer texts are cut before they are laid out: no painter shows more of them.
_ENOUGH = 1000


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text in at most ``most`` lines of ``width`` px, blanks made plain; a word that is too
    wide for a line is divided as Danish divides it, an endless one anywhere."""
    return list(
        _wrapped(
            " ".join(text[:_ENOUGH].split()), font.toString(), tuple(font.families()), round(width), most
        )
    )


def part_of(text: str, start: int, length: int | None = None) -> str:
    """A part of a text by Qt's count, which is in UTF-16: there an emoji takes two places."""
    units = text.encode("utf-16-le", "surrogatepass")
    end = None if length is None else 2 * (start + length)
    return units[2 * start : end].decode("utf-16-le", "ignore")


@lru_cache(maxsize=512)
def _wrapped(text: str, spec: str, families: tuple[str, ...], width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(spec)
    font.setFamilies(list(families))
    metrics = QFontMetricsF(font)
    text = " ".join(
        hyphens.softened(word) if metrics.horizontalAdvance(word) > width else word
        for word in text.split(" ")
    )
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
        rest = part_of(text, start)
        piece = part_of(text, start, length)
        if len(lines) == most - 1 and piece != rest:
            whole = rest.replace(hyphens.SOFT, "")
            piece = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, width)
        if piece.endswith(hyphens.SOFT):
            piece += hyphens.HYPHEN
        lines.append(piece.replace(hyphens.SOFT, "").rstrip())
    layout.endLayout()
    return tuple(lines)
