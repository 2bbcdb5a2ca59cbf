"""A note drawn small: yellow with a dot, pink with a fold, three dots and a word."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.lines import wrapped

_LINE = 18
_FOOT = 20


class SmallNote(QWidget):
    """Shows one note. Press it, or Enter, to use its words; drag it into a field to lay them there."""

    used = Signal(str)
    """The note's text."""
    menu_wanted = Signal(str, QPoint)
    """The note's text, and where the menu belongs, global."""

    def __init__(
        self, text: str, *, pink: bool = False, mark: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._pink, self._mark = text, pink, mark
        self._pressed_at: QPointF | None = None
        self._ring = False
        self.setFixedHeight(84)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # By mouse it must not take the focus from the field that its words go into.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{text[:300]}\n{hint}" if hint else text[:300])
        theme.notifier.changed.connect(self.update)

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(112, 84)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 84)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.hasFocus() and self._ring:
            rect = paint.focus_ring(painter, rect, theme.current().radius("note") + paint.RING)
        self._paint_note(painter, rect)

    def _paint_note(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.current()
        token = "noteP" if self._pink else "noteY"
        fold = float(look.note("fold")) if self._pink else 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color(f"{token}Line"), 1))
        painter.setBrush(look.color(token))
        painter.drawPath(_outline(rect.adjusted(0.5, 0.5, -0.5, -0.5), fold, look.radius("note")))
        painter.fillRect(
            QRectF(rect.left() + 2, rect.bottom() - 2, rect.width() - 4, 1), look.color(f"{token}Line")
        )
        if fold:
            corner = QPainterPath(QPointF(rect.right() - fold, rect.top() + 0.5))
            corner.lineTo(rect.right() - 0.5, rect.top() + fold)
            corner.lineTo(rect.right() - fold, rect.top() + fold)
            corner.closeSubpath()
            painter.setBrush(look.color("notePFold"))
            painter.drawPath(corner)
        font = look.font("note", size=15)
        painter.setFont(font)
        painter.setPen(look.color(f"{token}Ink"))
        most = max(1, int((rect.height() - 7 - _FOOT) // _LINE))
        lines = wrapped(self._text, font, rect.width() - 16 - (fold - 6 if fold else 0), most)
        for number, line in enumerate(lines):
            box = QRectF(rect.left() + 8, rect.top() + 6 + number * _LINE, rect.width() - 12, _LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)
        self._paint_mark(painter, rect, f"{token}Mark")

    def _paint_mark(self, painter: QPainter, rect: QRectF, token: str) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(token))
        left, middle = rect.left() + 8, rect.bottom() - 12
        if not self._pink:
            painter.drawEllipse(QPointF(left + 3.5, middle), 3.5, 3.5)
            return
        for x, y in ((6.0, -3.0), (2.5, 3.0), (9.5, 3.0)):
            painter.drawEllipse(QPointF(left + x, middle + y), 2.5, 2.5)
        if self._mark:
            box = QRectF(left + 17, middle - 8, rect.width() - 30, 16)
            font = look.font("noteMark", weight=700)
            paint.text(painter, box, self._mark, font, token, Qt.AlignmentFlag.AlignLeft)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.used.emit(self._text)
        elif event.key() == Qt.Key.Key_Menu:
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self._text, event.globalPos())

    def _open_menu(self) -> None:
        self.menu_wanted.emit(self._text, self.mapToGlobal(QPoint(8, self.height())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and self.rect().contains(event.position().toPoint()):
            self.used.emit(self._text)
        self._pressed_at = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        far = (event.position() - self._pressed_at).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed_at = None
            self._drag(event.position())

    def _drag(self, at: QPointF) -> None:
        words = QMimeData()
        words.setText(self._text)
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self._paint_note(painter, QRectF(self.rect()))
        painter.end()
        drag = QDrag(self)
        drag.setMimeData(words)
        drag.setPixmap(picture)
        drag.setHotSpot(at.toPoint())
        drag.exec(Qt.DropAction.CopyAction)


def _outline(rect: QRectF, fold: float, radius: float) -> QPainterPath:
    """The note's edge; with a fold its top right corner is cut."""
    path = QPainterPath()
    if not fold:
        path.addRoundedRect(rect, radius, radius)
        return path
    path.moveTo(rect.topLeft())
    path.lineTo(rect.right() - fold, rect.top())
    path.lineTo(rect.right(), rect.top() + fold)
    path.lineTo(rect.bottomRight())
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path
