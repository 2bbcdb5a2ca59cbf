"""A row of choices of which one is on, with the small note squares of the entry bar."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint

# fill, ink and line of the option that is on
_TONES = {
    "primary": ("primaryTint", "primaryInk", "primary"),
    "good": ("goodTint", "goodInk", "goodInk"),
    "less": ("lessTint", "lessInk", "lessInk"),
    "warn": ("warnTint", "warnInk", "warnInk"),
    "med": ("medTint", "medInk", "med"),
    "plain": ("sunken", "ink", "lineStrong"),
    "yellow": ("primaryTint", "ink", "primary"),
    "pink": ("primaryTint", "ink", "primary"),
}


class _Segment(QAbstractButton):
    def __init__(self, key: str, text: str, icon: str | None, tone: str, large: bool, place: str) -> None:
        super().__init__()
        self.key, self._words, self._icon, self._tone = key, text, icon, tone
        self._large, self._place, self._ring = large, place, False
        self.setCheckable(True)
        # A click must not take the keyboard from the field that somebody writes in.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def sizeHint(self) -> QSize:
        mark = 0.0
        if self._tone in ("yellow", "pink"):
            mark = 22
        elif self._icon:
            mark = 20
        words = math.ceil(QFontMetricsF(self._font()).horizontalAdvance(self._words))
        width = 2 * self._pad() + words + (mark + 7 if mark and self._words else mark)
        return QSize(math.ceil(width), theme.current().size("targetPrimary" if self._large else "target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, line = _TONES[self._tone]
        look, on = theme.current(), self.isChecked()
        ground = fill if on else "canvas" if self.underMouse() and self.isEnabled() else "surface"
        painter.fillPath(self._shape(), look.color(ground if self.isEnabled() else "disabledFill"))
        if on and self._large:
            painter.save()
            painter.setClipPath(self._shape())
            painter.fillRect(QRectF(0, self.height() - 4, self.width(), 4), look.color(line))
            painter.restore()
        if self._place in ("middle", "last"):
            painter.fillRect(QRectF(0, 1, 1, self.height() - 2), look.color("line"))
        # Each part draws its share of the outline of the whole row.
        row = self.parentWidget() or self
        whole = QRectF(-self.x(), 0, row.width(), self.height())
        paint.rounded(painter, whole, look.radius("control"), None, "lineStrong")
        token = "disabledInk" if not self.isEnabled() else ink if on else "ink2"
        self._paint_content(painter, token)
        if self.hasFocus() and self._ring:
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint.rounded(painter, rect, look.radius("control") - 1, None, "focus", paint.RING)

    def _paint_content(self, painter: QPainter, token: str) -> None:
        middle = self.height() / 2
        left = (self.width() - self.sizeHint().width()) / 2 + self._pad()
        if self._tone in ("yellow", "pink"):
            swatch(painter, self._tone, QRectF(round(left), round(middle - 11), 22, 22))
            left += 29
        elif self._icon:
            icons.paint(painter, self._icon, token, QRectF(round(left), round(middle - 10), 20, 20))
            left += 27
        paint.text(
            painter,
            QRectF(left, 0, self.width() - left, self.height()),
            self._words,
            self._font(),
            token,
            Qt.AlignmentFlag.AlignLeft,
        )

    def _shape(self) -> QPainterPath:
        rect, radius = QRectF(self.rect()), theme.current().radius("control")
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        square = QPainterPath()
        if self._place in ("middle", "last"):
            square.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0))
        if self._place in ("middle", "first"):
            square.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0))
        return path.united(square)

    def _font(self) -> QFont:
        return theme.current().font("bodyStrong", size=None if self._large else 15)

    def _pad(self) -> int:
        return 12 if self._large else 14


def swatch(painter: QPainter, kind: str, rect: QRectF) -> None:
    """The small square that stands for a kind of note: yellow with one dot, pink with three."""
    pink = kind == "pink"
    note = "noteP" if pink else "noteY"
    paint.rounded(painter, rect, theme.current().radius("note"), note, f"{note}Line")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color(f"{note}Mark"))
    middle, unit = rect.center(), rect.width() / 22
    if not pink:
        painter.drawEllipse(middle, 4 * unit, 4 * unit)
        return
    for x, y in ((0.0, -3.4), (-4.0, 3.2), (4.0, 3.2)):
        painter.drawEllipse(middle + QPointF(x * unit, y * unit), 2.75 * unit, 2.75 * unit)


class Segmented(QWidget):
    """A row of choices of which one is on. Options are (id, words, icon or None), or with a tone as the
    fourth: that of a zone, yellow or pink. Large is 48 px with a coloured line below."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str, str | None] | tuple[str, str, str | None, str]],
        *,
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._large, self._on = large, ""
        self._segments: dict[str, _Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.notifier.changed.connect(self.update)
        self.set_options(options)

    def set_options(
        self, options: Sequence[tuple[str, str, str | None] | tuple[str, str, str | None, str]]
    ) -> None:
        """Replaces the choices; keeps the one that is on if it is still there, else takes the first."""
        before = self.value()
        for segment in self._segments.values():
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments, self._on = {}, ""
        last = len(options) - 1
        for place, option in enumerate(options):
            tone = option[3] if len(option) > 3 else "primary"
            where = "only" if last == 0 else "first" if place == 0 else "last" if place == last else "middle"
            segment = _Segment(option[0], option[1], option[2], tone, self._large, where)
            self._segments[option[0]] = segment
            self._group.addButton(segment)
            self._row.addWidget(segment)
        if self._segments:
            self.set_value(before if before in self._segments else next(iter(self._segments)))

    def value(self) -> str:
        """The id of the choice that is on; empty if there are none."""
        return self._on

    def set_value(self, key: str) -> None:
        """Turns a choice on without telling anyone; an unknown id is left alone."""
        if key in self._segments:
            self._on = key
            self._segments[key].setChecked(True)

    def _on_clicked(self, segment: QAbstractButton) -> None:
        if isinstance(segment, _Segment) and segment.key != self._on:
            self._on = segment.key
            self.chosen.emit(segment.key)
