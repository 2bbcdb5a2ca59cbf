"""The shape of a step in a statuspil: console and wall draw it alike."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

POINT = 11.0
"""How far a step reaches into the next, in px."""


def chevron(
    rect: QRectF, *, first: bool = False, point: float = POINT, notch: float | None = None
) -> QPainterPath:
    """An arrow that points right; all but the first are notched at the left."""
    middle = rect.center().y()
    inward = 0.0 if first else point if notch is None else notch
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.right() - point, rect.top())
    path.lineTo(rect.right(), middle)
    path.lineTo(rect.right() - point, rect.bottom())
    path.lineTo(rect.bottomLeft())
    if inward:
        path.lineTo(rect.left() + inward, middle)
    path.closeSubpath()
    return path
