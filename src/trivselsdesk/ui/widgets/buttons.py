"""Buttons: with words, or with an icon alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.segmented import Segmented

__all__ = ["Button", "IconButton", "Segmented"]


@dataclass(frozen=True)
class _Look:
    fill: str | None
    line: str | None
    ink: str
    hover: str | None
    pressed: str | None


_LOOKS = {
    "plain": _Look("surface", "lineStrong", "ink", "canvas", "sunken"),
    "primary": _Look("primary", None, "onPrimary", "primaryHover", "primaryPressed"),
    "tint": _Look("primaryTint", "primaryLine", "primaryInk", "surface", "primaryLine"),
    "ghost": _Look(None, None, "ink", "sunken", "line"),
    "link": _Look(None, None, "primary", "primaryTint", "primaryLine"),
    "danger": _Look("must", None, "onMust", "mustInk", "mustInk"),
}
_GAP = 8


class _Painted(QPushButton):
    """A push button that paints itself from the tokens; Qt keeps the keyboard and the accessibility."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.notifier.changed.connect(self.update)

    def kind(self) -> str:
        return self._kind

    def set_kind(self, kind: str) -> None:
        """plain, primary, tint, ghost, link or danger. At most one primary on a screen."""
        if kind not in _LOOKS:
            raise KeyError(kind)
        if kind != self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has focus, also where a dialog has another default.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_box(self, painter: QPainter) -> str:
        """Paints ground and ring; returns the token of what stands on it."""
        look = _LOOKS["tint" if self.isCheckable() and self.isChecked() else self._kind]
        flat = look.fill is None
        fill, line, ink = look.fill, look.line, look.ink
        if not self.isEnabled():
            fill, line, ink = (None, None, "disabledInk") if flat else ("disabledFill", "line", "disabledInk")
        elif self.isDown():
            fill = look.pressed
        elif self.underMouse():
            fill = look.hover
        rect, radius = QRectF(self.rect()), float(theme.current().radius("control"))
        if self.hasFocus() and self._ring:
            left = paint.focus_ring(painter, rect, radius)
            if fill:
                paint.rounded(painter, left, radius - paint.RING, fill, line)
        elif fill:
            paint.rounded(painter, rect, radius, fill, line)
        return ink


class Button(_Painted):
    """A button with words, and if wanted an icon before, an icon after, a small hint or a key at its end."""

    def __init__(
        self,
        text: str,
        kind: str = "plain",
        icon: str | None = None,
        large: bool = False,
        *,
        small: bool = False,
        icon_after: str | None = None,
        hint: str = "",
        key: str = "",
        align: str = "center",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, parent)
        self._large, self._small, self._align = large, small, align
        self._icon, self._icon_after = icon, icon_after
        self._hint, self._key = hint, key
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        return self._words

    def setText(self, text: str) -> None:
        if text == self._words and text:
            return
        self._words = text
        # A single & would make Qt see a shortcut letter in a name such as »Lindegaard & Byg«.
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        self.setText(text)

    def set_icon(self, icon: str | None) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        width = 2 * self._pad() + self._advance(self._font(), self._words)
        width += (20 + _GAP) * (bool(self._icon) + bool(self._icon_after))
        if not self._words:
            width -= _GAP
        if self._hint:
            width += 12 + self._advance(look.font("caption", weight=500), self._hint)
        if self._key:
            width += _GAP + self._key_width()
        return QSize(math.ceil(width), look.size("targetPrimary" if self._large else "target"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._paint_box(painter)
        inner = QRectF(self.rect()).adjusted(self._pad(), 0, -self._pad(), 0)
        inner = self._paint_end(painter, inner, ink)
        font = self._font()
        before = 20 + _GAP if self._icon else 0
        after = 20 + _GAP if self._icon_after else 0
        words = min(self._advance(font, self._words), inner.width() - before - after)
        left = inner.left()
        if self._align == "center":
            left += max(0.0, (inner.width() - words - before - after) / 2)
        if self._icon:
            icons.paint(painter, self._icon, ink, self._icon_box(left))
        paint.text(
            painter,
            QRectF(left + before, 0, words, self.height()),
            self._words,
            font,
            ink,
            Qt.AlignmentFlag.AlignLeft,
        )
        if self._icon_after:
            icons.paint(painter, self._icon_after, ink, self._icon_box(left + before + words + _GAP))

    def _paint_end(self, painter: QPainter, inner: QRectF, ink: str) -> QRectF:
        look = theme.current()
        if self._hint:
            font = look.font("caption", weight=500)
            token = "ink3" if ink == "ink" else ink
            paint.text(painter, inner, self._hint, font, token, Qt.AlignmentFlag.AlignRight)
            inner = inner.adjusted(0, 0, -12 - self._advance(font, self._hint), 0)
        if self._key:
            width = self._key_width()
            box = QRectF(inner.right() - width, (self.height() - 20) / 2, width, 20)
            paint.rounded(painter, box, look.radius("chipSquare"), None, ink)
            paint.text(
                painter, box, self._key, look.font("noteMark", weight=600), ink, Qt.AlignmentFlag.AlignHCenter
            )
            inner = inner.adjusted(0, 0, -width - _GAP, 0)
        return inner

    def _icon_box(self, left: float) -> QRectF:
        return QRectF(round(left), (self.height() - 20) // 2, 20, 20)

    def _pad(self) -> int:
        if self._kind == "link":
            return 8
        return 20 if self._large else 12 if self._small or self._align == "left" else 16

    def _font(self) -> QFont:
        size = 17 if self._large else 15 if self._small else None
        return theme.current().font("bodyStrong", size=size)

    def _key_width(self) -> float:
        return 12 + self._advance(theme.current().font("noteMark", weight=600), self._key)

    @staticmethod
    def _advance(font: QFont, words: str) -> float:
        return math.ceil(QFontMetricsF(font).horizontalAdvance(words))


class IconButton(_Painted):
    """A 40 px square with an icon. The tooltip is also its name for a screen reader."""

    def __init__(
        self,
        icon: str,
        tooltip: str,
        ghost: bool = True,
        *,
        size: int = 20,
        token: str | None = None,
        side: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("ghost" if ghost else "plain", parent)
        self._icon, self._icon_size, self._token = icon, size, token
        self._side = side or theme.current().size("iconButton")
        self.setFixedSize(self._side, self._side)
        self.set_tooltip(tooltip)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_tooltip(self, tooltip: str) -> None:
        self.setToolTip(tooltip)
        self.setAccessibleName(tooltip)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._paint_box(painter)
        if self._token and self.isEnabled():
            ink = self._token
        edge = (self._side - self._icon_size) // 2
        icons.paint(painter, self._icon, ink, QRectF(edge, edge, self._icon_size, self._icon_size))
