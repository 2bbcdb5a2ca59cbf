"""Small marks with words: rounded chips that say how it goes, square flags that must be acted on."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint

# ground and ink of each tone
_TONES: dict[str, tuple[str | None, str]] = {
    "ok": ("okTint", "okInk"),
    "warn": ("warnTint", "warnInk"),
    "info": ("infoTint", "infoInk"),
    "prim": ("primaryTint", "primaryInk"),
    "solid": ("primary", "onPrimary"),
    "must": ("must", "onMust"),
    "med": ("med", "onMed"),
    "error": ("mustTint", "mustInk"),
    "plain": (None, "ink2"),
    "sunken": ("sunken", "ink2"),
}


class _Mark(QWidget):
    """A fixed-size mark: an optional icon and one line of words on a coloured ground."""

    HEIGHT = 26
    ICON = 16
    GAP = 6

    def __init__(self, text: str, tone: str, icon: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.notifier.changed.connect(self.update)

    def text(self) -> str:
        return self._words

    def set_text(self, text: str) -> None:
        if text != self._words:
            self._words = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_tone(self, tone: str) -> None:
        if tone not in _TONES:
            raise KeyError(tone)
        if tone != self._tone:
            self._tone = tone
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: str | None) -> None:
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        left, right = self._pads()
        words = math.ceil(QFontMetricsF(self._font()).horizontalAdvance(self._words))
        mark = self.ICON + (self.GAP if self._words else 0) if self._icon else 0
        return QSize(left + right + mark + words, self.HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, ink = _TONES[self._tone]
        rect = QRectF(self.rect())
        if ground:
            paint.rounded(painter, rect, self._radius(), ground)
        left, right = self._pads()
        if self._icon:
            top = (self.height() - self.ICON) // 2
            icons.paint(painter, self._icon, ink, QRectF(left, top, self.ICON, self.ICON))
            left += self.ICON + self.GAP
        paint.text(
            painter,
            rect.adjusted(left, 0, -right, 0),
            self._words,
            self._font(),
            ink,
            Qt.AlignmentFlag.AlignLeft,
        )

    def _radius(self) -> float:
        return self.HEIGHT / 2

    def _pads(self) -> tuple[int, int]:
        if _TONES[self._tone][0] is None:
            return 0, 0
        return (8 if self._icon else 10), 10

    def _font(self) -> QFont:
        return theme.current().font("caption", weight=600)


class Chip(_Mark):
    """A rounded chip. Tones: ok, warn, info, prim, solid, must, med, error, plain, sunken."""

    def __init__(
        self, text: str, tone: str = "sunken", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        if tone not in _TONES:
            raise KeyError(tone)
        super().__init__(text, tone, icon, parent)


class Flag(_Mark):
    """The square marks of a theme: »must« (Kræver handling) and »med« (Løftes til MED)."""

    HEIGHT = 24
    GAP = 5

    def __init__(self, kind: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", kind, {"must": "must", "med": "arrow-u"}[kind], parent)
        standard = self.tr("Kræver handling") if kind == "must" else self.tr("Løftes til MED")
        self.set_text(text or standard)

    def _radius(self) -> float:
        return theme.current().radius("chipSquare")

    def _pads(self) -> tuple[int, int]:
        return 6, 8

    def _font(self) -> QFont:
        return theme.current().font("caption", weight=700)
