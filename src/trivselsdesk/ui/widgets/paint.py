"""Small strokes that several widgets share: rounded boxes, the focus ring, upright text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPen

from trivselsdesk.ui import theme

RING = 3.0
GAP = 2.0


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    line: str | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box from colour tokens; its outline lies inside the rect."""
    look = theme.current()
    half = width / 2 if line else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = max(radius - half, 0.0)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> QRectF:
    """The 3 px ring with its 2 px gap, drawn inside the rect so that nothing moves. Returns what is left."""
    rounded(painter, rect, radius, "focusGap", "focus", RING)
    inset = RING + GAP
    return rect.adjusted(inset, inset, -inset, -inset)


def text(
    painter: QPainter, rect: QRectF, words: str, font: QFont, token: str, align: Qt.AlignmentFlag
) -> None:
    """One line of text, elided to the rect and standing in its middle."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.current().color(token))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 1)
    flags = int(Qt.AlignmentFlag.AlignVCenter | align) | int(
        Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    )
    painter.drawText(rect, flags, shown)


def by_keyboard(event: QFocusEvent) -> bool:
    """Whether focus came in a way that should show the ring: not by the mouse."""
    return event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.NoFocusReason)
