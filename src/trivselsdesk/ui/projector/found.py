"""»Vi har fundet en projektor«: asked once for each screen and meeting; nothing is shown before the yes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label

WIDE, EDGE = 420, 16


class _Badge(QWidget):
    """The sign of a screen on a tinted square."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(44, 44)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.rounded(painter, QRectF(self.rect()), 8, "primaryTint")
        icons.paint(painter, "screen", "primaryInk", QRectF(9, 9, 26, 26))


class FoundCard(Card):
    """Lies over the console's lower right corner, off the clock and the board. It takes no focus: who is
    typing goes on typing."""

    accepted = Signal(str)
    declined = Signal(str)

    def __init__(self, host: QWidget, foot: Callable[[], int]) -> None:
        super().__init__(parent=host)
        self._host, self._foot, self._name = host, foot, ""
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Badge())
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title_words = Label(self.tr("Vi har fundet en projektor"), "bodyStrong", size=17, weight=700)
        self.screen_words = Label("", "caption", "ink2")
        words.addWidget(self.title_words)
        words.addWidget(self.screen_words)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.yes = Button(self.tr("Vis tavlen der"), "primary")
        self.no = Button(self.tr("Ikke nu"))
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self.decline)
        row.addWidget(self.yes, 1)
        row.addWidget(self.no)
        self.body.addLayout(row)
        self.setAccessibleName(self.title_words.text())
        host.installEventFilter(self)
        self.hide()

    def ask(self, name: str, words: str) -> None:
        """Ask about a screen."""
        self._name = name
        self.screen_words.set_text(words)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.title_words.text()))

    def decline(self) -> None:
        """»Ikke nu«."""
        self.hide()
        self.declined.emit(self._name)

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit(self._name)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.decline()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint.rounded(painter, QRectF(self.rect()), theme.current().radius("card"), None, "lineStrong", 1.5)

    def _place(self) -> None:
        wide = min(WIDE, self._host.width() - 2 * EDGE)
        self.setFixedWidth(wide)
        self.adjustSize()
        self.move(self._host.width() - wide - EDGE, self._host.height() - self.height() - EDGE - self._foot())
