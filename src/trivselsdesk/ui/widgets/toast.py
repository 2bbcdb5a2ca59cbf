"""Messages over the window: the short toast with »Fortryd«, and the bar that stays until it is solved."""

from __future__ import annotations

import math
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.labels import Label

_RISE = 12
_HEIGHT = 52
"""Of one line of words, in px."""


class _UndoButton(QPushButton):
    """Light on the dark toast; takes focus by Tab only."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = QFontMetricsF(self._font()).horizontalAdvance(text)
        self.setFixedSize(math.ceil(words) + 12 + 18 + 6 + 13, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.hasFocus():
            rect = paint.focus_ring(painter, rect, 6)
        ground = "sunken" if self.isDown() else "canvas" if self.underMouse() else "surface"
        paint.rounded(painter, rect, 6, ground)
        icons.paint(painter, "undo", "ink", QRectF(12, 11, 18, 18))
        box = QRectF(36, 0, self.width() - 40, self.height())
        paint.text(painter, box, self.text(), self._font(), "ink", Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _font() -> QFont:
        return theme.current().font("bodyStrong", size=15, weight=700)


class Toast(QWidget):
    """One for each window: make it once with the window's central widget as parent, then call say()."""

    undo_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._bottom = theme.current().space(5)
        self._within: QRect | None = None
        self._on_undo: Callable[[], None] | None = None
        self.setFixedHeight(_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(10)
        self._sign = QLabel()
        self._text = ""
        self._words = Label("", "body", "surface", wrap=True, size=15, weight=500)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._undo = _UndoButton(self.tr("Fortryd"))
        self._undo.clicked.connect(self._undo_now)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._icon: str | None = None
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.timeout.connect(self.dismiss)
        parent.installEventFilter(self)
        theme.notifier.changed.connect(self._redraw)
        self.hide()

    def set_bottom(self, distance: int) -> None:
        """Pixels between the toast and the lower edge, so that it never covers the entry bar."""
        self._bottom = distance
        self._place()

    def set_within(self, place: QRect | None) -> None:
        """A rectangle of the host, in px, that the next message may cover, where it lies better than above
        the lower edge. None, or one that is too small for the message, leaves it where it uses to be."""
        self._within = place

    def text(self) -> str:
        return self._text

    def say(self, text: str, icon: str | None = None, undo: Callable[[], None] | None = None) -> None:
        """Shows a text for 8 seconds in place of any other. With undo there is a »Fortryd« button."""
        self._icon, self._on_undo = icon, undo
        self._text = text
        self._words.setAccessibleName(text)
        self._undo.setVisible(undo is not None)
        self._row.setContentsMargins(14, 6, 6 if undo else 16, 6)
        self._redraw()
        end = self._place()
        self.raise_()
        self.show()
        ms = theme.current().motion("toastIn")
        if ms:
            self._slide.stop()
            self._slide.setDuration(ms)
            self._slide.setStartValue(end + QPoint(0, _RISE))
            self._slide.setEndValue(end)
            self._slide.start()
        self._stay.start(theme.current().duration("toastStay"))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        self._stay.stop()
        self._on_undo = None
        self.hide()

    def overtaken(self) -> None:
        """Something else was done since: »Fortryd« would take that back, so the toast goes."""
        if self._on_undo is not None:
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            # What lay there has moved.
            self._within = None
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), QRectF(self.rect()), theme.current().radius("control"), "ink")

    def _undo_now(self) -> None:
        undo = self._on_undo
        self.dismiss()
        if undo is not None:
            undo()
        self.undo_pressed.emit()

    def _place(self) -> QPoint:
        parent = self._host
        width = self._fit(min(640, max(parent.width() - 32, 120)))
        end = QPoint((parent.width() - width) // 2, max(parent.height() - self.height() - self._bottom, 0))
        within = self._within
        if within is not None and within.width() >= width and within.height() >= self.height():
            end = within.topLeft() + QPoint(0, (within.height() - self.height()) // 2)
        self._slide.stop()
        self.move(end)
        return end

    def _fit(self, widest: int) -> int:
        """As wide as the words on one line, and with more lines where that is wider than ``widest``: what is
        told ends with what to do, and must not be cut off. Returns the width. All in px."""
        metrics = self._words.fontMetrics()
        words = " ".join(self._text.split())
        around = self._row.contentsMargins().left() + self._row.contentsMargins().right()
        if self._icon:
            around += 20 + self._row.spacing()
        if self._on_undo is not None:
            around += self._undo.width() + self._row.spacing()
        width = min(max(around + metrics.horizontalAdvance(words) + 2, 240), widest)
        room = max(width - around, 1)
        # One endless word has nowhere to break.
        parts = [metrics.elidedText(word, Qt.TextElideMode.ElideRight, room) for word in words.split(" ")]
        self._words.set_text(" ".join(parts))
        box = QRect(0, 0, room, _HEIGHT * 20)
        high = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, self._words.text()).height()
        self.setFixedSize(width, max(_HEIGHT, high + 24))
        return width

    def _redraw(self) -> None:
        self._sign.setVisible(bool(self._icon))
        if self._icon:
            self._sign.setPixmap(icons.pixmap(self._icon, "surface", 20))
        self.update()


class Banner(QWidget):
    """A bar that stays: »info« asks calmly, »warn« is worth knowing, »must« has gone wrong."""

    dismissed = Signal()

    def __init__(
        self,
        tone: str,
        title: str,
        sentence: str = "",
        *,
        icon: str = "warn",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        """What had the keyboard when the bar came."""
        self._tone, self._icon = {"info": "info", "warn": "warn", "must": "must"}[tone], icon
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 10 if closable else 14, 9)
        row.setSpacing(12)
        self._sign = QLabel()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Label(title, "body", f"{self._tone}Ink", wrap=True, weight=700)
        self._sentence = Label(sentence, "body", "ink", wrap=True, size=15)
        if not sentence:
            self._sentence.hide()
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        words.addLayout(self._buttons)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._close = IconButton("x", self.tr("Luk beskeden"), side=32, size=18, token=f"{self._tone}Ink")
        self._close.clicked.connect(self.dismiss)
        if not closable:
            self._close.hide()
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def set_texts(self, title: str, sentence: str = "") -> None:
        self._title.set_text(title)
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))

    def add_button(self, text: str, slot: Callable[[], object]) -> Button:
        """A button below the sentence. Give a bound method, not a lambda over self."""
        button = Button(text)
        button.clicked.connect(slot)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        self._buttons.setContentsMargins(0, 6, 0, 3)
        return button

    def dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._before is None:
            self._before = QApplication.focusWidget()

    def hide(self) -> None:
        """Go, and give the keyboard back to where it was; Qt would give it to whatever comes next."""
        before, self._before = self._before, None
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        super().hide()
        if inside and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = theme.current().radius("control")
        line = "line" if self._tone == "info" else f"{self._tone}Line"
        paint.rounded(QPainter(self), QRectF(self.rect()), radius, f"{self._tone}Tint", line)

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap(self._icon, f"{self._tone}Ink", 22))
        self._sign.setContentsMargins(0, 4, 0, 0)
        self.update()
