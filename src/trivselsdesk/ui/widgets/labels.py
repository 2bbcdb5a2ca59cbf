"""Text that does not clip Lato: labels by type role and colour token."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.lines import wrapped


class Label(QLabel):
    """A label in a type role and a colour token. Plain text unless rich=True (then only escaped text!)."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        token: str = "ink",
        wrap: bool = False,
        *,
        size: int | None = None,
        weight: int | None = None,
        rich: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._token, self._size, self._weight = role, token, size, weight
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        theme.notifier.changed.connect(self._restyle)
        self._restyle()
        self.setText(text)

    def set_text(self, text: str) -> None:
        if text != self.text():
            self.setText(text)

    def set_token(self, token: str) -> None:
        if token != self._token:
            self._token = token
            self._restyle()

    def set_role(self, role: str, *, size: int | None = None, weight: int | None = None) -> None:
        self._role, self._size, self._weight = role, size, weight
        self._restyle()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        # One endless word must not make the window as wide as itself.
        return QSize(min(least.width(), 160), least.height()) if self.wordWrap() else least

    def _restyle(self) -> None:
        look = theme.current()
        font = look.font(self._role, size=self._size, weight=self._weight)
        self.setFont(font)
        # Qt gives Lato an ascent of 0.80 em: without this the ring of Å and the tail of g are cut.
        room = math.ceil(0.15 * font.pixelSize())
        self.setContentsMargins(0, room, 0, room)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.color(self._token))
        palette.setColor(QPalette.ColorRole.Link, look.color("primary"))
        self.setPalette(palette)


class ElidedLabel(Label):
    """A line, or a few, that end in … when there is no room; the tooltip then has the whole text."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        token: str = "ink",
        *,
        size: int | None = None,
        weight: int | None = None,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = text
        self._lines = lines
        super().__init__(text, role, token, size=size, weight=weight, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        if text != self._whole:
            self._whole = text
            self._elide()
            self.updateGeometry()

    def whole_text(self) -> str:
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def sizeHint(self) -> QSize:
        width = math.ceil(QFontMetricsF(self.font()).horizontalAdvance(self._one_line())) + 1
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        shortest = math.ceil(QFontMetricsF(self.font()).horizontalAdvance("Mmm…"))
        return QSize(min(shortest, self.sizeHint().width()), super().minimumSizeHint().height())

    def _one_line(self) -> str:
        return " ".join(self._whole.split("\n"))

    def _elide(self) -> None:
        line = self._one_line()
        width = max(self.width(), 0)
        if self._lines == 1:
            shown = [self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)]
        else:
            shown = wrapped(line, self.font(), width, self._lines)
        self.setText("\n".join(shown))
        self.setAccessibleName(self._whole)
        self.setToolTip(self._whole if " ".join(shown) != line else "")
