"""The statuspil of one action: a chevron for each step; click, drag or ←/→ moves it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.domain.pack import StatusStep
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.chevron import POINT, chevron

_OVERLAP = 7.0
_HIGH = 36


class StatusArrow(QWidget):
    """Passed steps are tinted, the current one filled, later ones outlined."""

    moved = Signal(str)
    """The id of the step that was chosen."""

    def __init__(self, steps: Sequence[StatusStep], name: str = "", *, large: bool = False) -> None:
        super().__init__()
        self._steps, self._name = tuple(steps), name
        self._high, self._point, self._overlap = (88, 26.0, 17.0) if large else (_HIGH, POINT, _OVERLAP)
        self._sizes = (26, 26) if large else (15, 14)
        self._held = -1
        """The step that the arrow is dragged to, while the mouse button is down."""
        self._current = 0
        self._hovered = -1
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def value(self) -> str:
        """The id of the current step."""
        return self._steps[self._current].id if self._steps else ""

    def set_name(self, name: str) -> None:
        """What the arrow is about, for a screen reader."""
        self._name = name
        self._tell()

    def set_value(self, index: int) -> None:
        """Show a step; tells nobody."""
        self._current = min(max(index, 0), max(len(self._steps) - 1, 0))
        self._tell()
        self.update()

    def set_high(self, high: int) -> None:
        """Height of the steps in px, and of the words on them with it."""
        if high != self._high:
            self._high, self._point, self._overlap = high, high * 0.3, high * 0.19
            self._sizes = (round(high * 0.3), round(high * 0.3))
            self.updateGeometry()
            self.update()

    def step_rect(self, index: int) -> QRectF:
        """Where a step is drawn."""
        count = max(len(self._steps), 1)
        inner = self.width() - 8.0
        wide = (inner + self._overlap * (count - 1)) / count
        return QRectF(4 + index * (wide - self._overlap), 4, wide, self._high)

    def sizeHint(self) -> QSize:
        return QSize(428, self._high + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(70 * max(len(self._steps), 1), self._high + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.hasFocus() and self._ring:
            paint.focus_ring(painter, QRectF(self.rect()), 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, step in enumerate(self._steps):
            self._paint_step(painter, index, step)

    def _paint_step(self, painter: QPainter, index: int, step: StatusStep) -> None:
        look = theme.current()
        rect = self.step_rect(index)
        shown = self._current if self._held < 0 else self._held
        if index == shown:
            fill, line, ink = "primary", "primary", "onPrimary"
        elif index < shown:
            fill, line, ink = "primaryTint", "primaryLine", "primaryInk"
        else:
            fill, line, ink = "surface", "lineStrong", "ink2"
            if index == self._hovered:
                fill = "canvas"
        painter.setPen(QPen(look.color(line), 1.2))
        painter.setBrush(look.color(fill))
        painter.drawPath(chevron(rect.adjusted(0.6, 0.6, -0.6, -0.6), first=index == 0, point=self._point))
        current = index == shown
        words = rect.adjusted(6 if index == 0 else self._point + 2, 0, -self._point, 0)
        most = self._sizes[0 if current else 1]
        for size in range(most, most - 4, -1):
            font = look.font("caption", weight=700 if current else 500, size=size)
            advance = QFontMetricsF(font).horizontalAdvance(step.title)
            if advance <= words.width():
                break
        if current and step.done and advance + 21 <= words.width():
            left = words.left() + max(0.0, (words.width() - advance - 21) / 2)
            icons.paint(painter, "check", ink, QRectF(round(left), round(rect.center().y() - 8), 16, 16))
            box = QRectF(left + 21, words.top(), advance + 2, words.height())
            paint.text(painter, box, step.title, font, ink, Qt.AlignmentFlag.AlignLeft)
        else:
            paint.text(painter, words, step.title, font, ink, Qt.AlignmentFlag.AlignHCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held >= 0:
            self._held = -1
            self.update()
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._choose(self._current + step)
        elif event.key() == Qt.Key.Key_Home:
            self._choose(0)
        elif event.key() == Qt.Key.Key_End:
            self._choose(len(self._steps) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._step_at(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held >= 0:
            self._held = self._nearest(event.position().x())
            self.update()
            return
        at = self._step_at(event.position())
        if at != self._hovered:
            self._hovered = at
            self.setToolTip(self._steps[at].title if at >= 0 else "")
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._held >= 0:
            to, self._held = self._held, -1
            self.update()
            self._choose(to)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def _step_at(self, point: QPointF) -> int:
        for index in range(len(self._steps)):
            if chevron(self.step_rect(index), first=index == 0, point=self._point).contains(point):
                return index
        return -1

    def _nearest(self, x: float) -> int:
        """The step at that x; the end that is nearer when the mouse is beside the arrow."""
        ends = [self.step_rect(index).right() - self._overlap for index in range(len(self._steps))]
        return next((index for index, end in enumerate(ends) if x < end), len(self._steps) - 1)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._steps) and index != self._current:
            self.moved.emit(self._steps[index].id)

    def _tell(self) -> None:
        step = self._steps[self._current].title if self._steps else ""
        self.setAccessibleName(self.tr("{name}: {step}").format(name=self._name, step=step))
