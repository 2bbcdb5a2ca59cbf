"""What stands where nothing is yet: a picture, a title, one sentence and one action."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.labels import Label


class EmptyState(QWidget):
    """In a dashed frame unless framed=False. Without a button text there is no button."""

    pressed = Signal()

    def __init__(
        self,
        title: str,
        sentence: str,
        *,
        icon: str | None = None,
        picture: QPixmap | None = None,
        button: str = "",
        button_icon: str | None = None,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._framed = icon, framed
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(0)
        column.addStretch(1)
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture.setVisible(bool(icon or picture))
        if picture is not None:
            self._picture.setPixmap(picture)
        column.addWidget(self._picture)
        column.addSpacing(6 if icon or picture else 0)
        self.title = Label(title, "section", size=17, wrap=True)
        self.sentence = Label(sentence, "body", "ink2", wrap=True)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.button = Button(button, "tint", button_icon)
        self.button.clicked.connect(self.pressed)
        column.addSpacing(8 if button else 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        # Only now: shown before it stood here, it would be a window of its own for a moment.
        self.button.setVisible(bool(button))
        column.addStretch(1)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def set_texts(self, title: str, sentence: str) -> None:
        self.title.set_text(title)
        self.sentence.set_text(sentence)

    def _redraw(self) -> None:
        if self._icon:
            self._picture.setPixmap(icons.pixmap(self._icon, "ink3", 32))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._framed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.current().color("lineStrong"), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        radius = theme.current().radius("control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
