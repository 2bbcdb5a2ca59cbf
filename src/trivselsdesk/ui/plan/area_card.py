"""A card in the left rail: one initiative and how far it is. Click, drag and Alt+↑/↓."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.lines import wrapped

_LINE = 20
_TONES = {
    "good": ("goodTint", "goodInk"),
    "less": ("lessTint", "lessInk"),
    "primary": ("primaryTint", "primaryInk"),
    "warn": ("warnTint", "warnInk"),
    "med": ("medTint", "medInk"),
}


@dataclass(frozen=True)
class Area:
    """What a card shows. ``number`` puts a number in place of the mark; ``flag`` is the must-act words."""

    id: str
    name: str
    caption: str
    tone: str = "plain"
    icon: str = "note"
    number: int = 0
    flag: str = ""
    done: bool = False
    filled: tuple[bool, ...] = ()
    movable: bool = True


class AreaCard(QWidget):
    """Give it an Area with ``show_area``."""

    chosen = Signal(str)
    moved = Signal(str, int)
    """Move it one up (-1) or down (1)."""
    dragged = Signal(str, int)
    """It is being dragged; the pointer's height in the parent, -1 when that was given up."""
    dropped = Signal(str, int)
    menu_wanted = Signal(str)
    remove_wanted = Signal(str)
    rename_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.area = Area("", "", "")
        self.current = False
        self.lifted = False
        self._ring = False
        self._pressed_at: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.notifier.changed.connect(self.update)

    def show_area(self, area: Area, *, current: bool) -> None:
        if area != self.area or current != self.current:
            self.area, self.current = area, current
            words = [area.name, area.flag, area.caption]
            self.setAccessibleName(", ".join(each for each in words if each))
            self.setToolTip(area.name[:300])
            self.updateGeometry()
            self.update()

    # Size and paint

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        high = 12 + len(self._name_lines(width)) * _LINE
        high += 30 if self.area.flag else 0
        high += 17 if self.area.filled else 0
        return high + 4 + 18 + 12

    def sizeHint(self) -> QSize:
        return QSize(232, self.heightForWidth(self.width() or 232))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(self.width() or 232))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, area = theme.current(), self.area
        ground = (
            "primaryTint" if self.current else "canvas" if self.underMouse() or self.lifted else "surface"
        )
        painter.fillRect(self.rect(), look.color(ground))
        painter.fillRect(0, 0, self.width(), 1, look.color("line"))
        if self.current:
            painter.fillRect(0, 0, 4, self.height(), look.color("primary"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter)
        y = 12.0
        painter.setFont(self._name_font())
        painter.setPen(look.color("primaryInk" if self.current else "ink"))
        for line in self._name_lines(self.width()):
            box = QRectF(46, y, self.width() - 58, _LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)
            y += _LINE
        if area.flag:
            self._paint_flag(painter, QRectF(46, y + 6, self.width() - 62, 24))
            y += 30
        if area.filled:
            self._paint_progress(painter, QRectF(46, y + 9, self.width() - 62, 8))
            y += 17
        caption = QRectF(46, y + 4, self.width() - 62, 18)
        paint.text(painter, caption, area.caption, look.font("caption"), "ink3", Qt.AlignmentFlag.AlignLeft)
        if self.hasFocus() and self._ring:
            paint.rounded(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, None, "focus", paint.RING)

    def _paint_mark(self, painter: QPainter) -> None:
        look, area = theme.current(), self.area
        if area.number:
            disc = QRectF(12, 10, 26, 26)
            fill, ink = ("primary", "onPrimary") if self.current else ("sunken", "ink2")
            paint.rounded(painter, disc, 13, fill)
            font = look.font("caption", weight=700, size=15)
            paint.text(painter, disc, str(area.number), font, ink, Qt.AlignmentFlag.AlignHCenter)
        if area.done and not area.filled:
            icons.paint(painter, "check", "okInk", QRectF(self.width() - 30, 13, 18, 18))
        if area.number:
            return
        disc = QRectF(16, 11, 22, 22)
        if area.done and area.filled:
            paint.rounded(painter, disc, 11, "primary")
            icons.paint(painter, "check", "onPrimary", disc.adjusted(4, 4, -4, -4))
            return
        fill, ink = _TONES.get(area.tone, ("sunken", "ink2"))
        paint.rounded(painter, disc, 11, fill)
        icons.paint(painter, area.icon, ink, disc.adjusted(4, 4, -4, -4))

    def _paint_flag(self, painter: QPainter, rect: QRectF) -> None:
        font = theme.current().font("caption", weight=700)
        painter.setFont(font)
        wide = min(rect.width(), painter.fontMetrics().horizontalAdvance(self.area.flag) + 35.0)
        box = QRectF(rect.left(), rect.top(), wide, rect.height())
        paint.rounded(painter, box, theme.current().radius("chipSquare"), "must")
        icons.paint(painter, "must", "onMust", QRectF(box.left() + 6, box.top() + 4, 16, 16))
        words = box.adjusted(27, 0, -6, 0)
        paint.text(painter, words, self.area.flag, font, "onMust", Qt.AlignmentFlag.AlignLeft)

    def _paint_progress(self, painter: QPainter, rect: QRectF) -> None:
        count = len(self.area.filled)
        wide = (rect.width() - 3 * (count - 1)) / count
        full = sum(self.area.filled)
        for place in range(count):
            piece = QRectF(rect.left() + place * (wide + 3), rect.top(), wide, rect.height())
            if place < full:
                paint.rounded(painter, piece, 2, "primary")
            else:
                paint.rounded(painter, piece, 2, "surface", "lineStrong")

    def _name_font(self) -> QFont:
        return theme.current().font("bodyStrong", weight=700 if self.current else 600)

    def _name_lines(self, width: int) -> list[str]:
        room = width - 62 - (18 if self.area.done and not self.area.filled else 0)
        return wrapped(self.area.name, theme.current().font("bodyStrong", weight=700), max(60, room), 3) or [
            ""
        ]

    # Keys and mouse

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.area.movable:
                self.moved.emit(self.area.id, step)
        elif step:
            self.focusNextPrevChild(step > 0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.area.id)
        elif key == Qt.Key.Key_Escape and self.lifted:
            self._put_down()
            self.dragged.emit(self.area.id, -1)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self.area.id)
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit(self.area.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.area.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not self.area.movable:
            return
        far = abs(event.position().y() - self._pressed_at.y())
        if not self.lifted and far >= QApplication.startDragDistance():
            self.lifted = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()
        if self.lifted:
            self.dragged.emit(self.area.id, self.mapToParent(event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lifted, pressed = self.lifted, self._pressed_at
        self._put_down()
        if lifted:
            self.dropped.emit(self.area.id, self.mapToParent(event.position().toPoint()).y())
        elif pressed is not None and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.area.id)

    def _put_down(self) -> None:
        self.lifted, self._pressed_at = False, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()
