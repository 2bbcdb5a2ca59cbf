"""Text broken into a few painted lines; what does not fit ends in …"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_MOST_SIGNS = 600
"""No more of a text is laid out: three lines never show more."""


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """At most ``most`` lines of ``width`` pixels; a word that is too long breaks."""
    flat = " ".join(text.split())[:_MOST_SIGNS]
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts in UTF-16, where an emoji takes two.
    units = flat.encode("utf-16-le")
    found: list[str] = []
    layout.beginLayout()
    while len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == most - 1:
            rest = units[2 * start :].decode("utf-16-le", "ignore")
            found.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width + 1))
            break
        found.append(units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "ignore").strip())
    layout.endLayout()
    return found or [""]
