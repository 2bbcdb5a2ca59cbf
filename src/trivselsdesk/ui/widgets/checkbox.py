"""The tick box of the checklists."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.lines import wrapped

_GAP = 10
_LINE = 20


class Check(QCheckBox):
    """A tick box. All of its rectangle can be clicked. quiet=True ticks in grey, for work that is done.
    Without text, give it a name with setAccessibleName and let the row around it call click()."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = 24,
        quiet: bool = False,
        weight: int = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._size, self._quiet, self._weight = "", size, quiet, weight
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)
        self.set_text(text)

    def text(self) -> str:
        return self._words

    def set_text(self, text: str) -> None:
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        if not self._words:
            return QSize(self._size, max(self._size, 26))
        words = math.ceil(QFontMetricsF(self._font()).horizontalAdvance(self._words))
        return QSize(self._size + _GAP + words, theme.current().size("target"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._size + (_GAP + 40 if self._words else 0), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._size
        box = QRectF(0, (self.height() - side) // 2, side, side)
        radius, on = 5.0 if side < 26 else 6.0, self.isChecked()
        ground, mark = ("ink3", "surface") if self._quiet else ("primary", "onPrimary")
        if not self.isEnabled():
            ground, mark = "disabledFill", "disabledInk"
        if self.hasFocus() and self._ring:
            inner = paint.focus_ring(painter, box, radius)
            if on:
                paint.rounded(painter, inner, 2, ground)
        elif on:
            paint.rounded(painter, box, radius, ground, "line" if not self.isEnabled() else ground, 2)
        else:
            hover = "primaryTint" if self.underMouse() and self.isEnabled() else "surface"
            line = "lineStrong" if self.isEnabled() else "line"
            paint.rounded(painter, box, radius, hover, line, 2)
        if on:
            tick = 12 if self.hasFocus() and self._ring else 16
            edge = (side - tick) / 2
            icons.paint(painter, "check", mark, QRectF(round(edge), round(box.top() + edge), tick, tick))
        if self._words:
            rect = QRectF(self.rect()).adjusted(side + _GAP, 0, 0, 0)
            token = "ink" if self.isEnabled() else "disabledInk"
            lines = self.lines()
            top = rect.center().y() - len(lines) * _LINE / 2
            for number, line in enumerate(lines):
                place = QRectF(rect.left(), top + number * _LINE, rect.width(), _LINE)
                paint.text(painter, place, line, self._font(), token, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> list[str]:
        """The words as they are shown: on two lines where one is too short."""
        return wrapped(self._words, self._font(), self.width() - self._size - _GAP + 1, 2)

    def _font(self) -> QFont:
        return theme.current().font("body", weight=self._weight)
