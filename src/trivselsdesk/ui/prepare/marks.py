"""Small parts of the room's lists: an icon with a word, an amber line, text that is cut after some lines."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.lines import part_of

_LONGEST_SHOWN = 600
"""Characters that are laid out at all; more never shows in the few lines there are."""


class Icon(QWidget):
    """An icon alone, in the colour of a token."""

    def __init__(self, name: str, token: str = "ink2", side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._side = name, token, side
        self.setFixedSize(side, side)
        theme.notifier.changed.connect(self.update)

    def show_icon(self, name: str, token: str) -> None:
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._name, self._token, QRectF(0, 0, self._side, self._side))


class Meta(QWidget):
    """An icon of 15 px and a word of caption size, such as who has a task and when it is due."""

    ICON = 15
    GAP = 5

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._words, self._token, self._bold = "", "", "ink2", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def text(self) -> str:
        return self._words

    def show_words(self, icon: str, words: str, token: str = "ink2", *, bold: bool = False) -> None:
        now = (icon, words, token, bold)
        if now != (self._icon, self._words, self._token, self._bold):
            self._icon, self._words, self._token, self._bold = now
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()
        self.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        width = math.ceil(QFontMetricsF(self._font()).horizontalAdvance(self._words)) + 1
        return QSize(min(width, 180) + (self.ICON + self.GAP if self._icon else 0), 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left = QPainter(self), 0
        if self._icon:
            top = round((self.height() - self.ICON) / 2)
            icons.paint(painter, self._icon, self._token, QRectF(0, top, self.ICON, self.ICON))
            left = self.ICON + self.GAP
        painter.setFont(self._font())
        painter.setPen(theme.current().color(self._token))
        rect = QRectF(left, 0, self.width() - left, self.height())
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, int(rect.width()) + 1
        )
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(
            Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        )
        painter.drawText(rect, flags, words)

    def _font(self) -> QFont:
        return theme.current().font("caption", weight=700 if self._bold else None)


class WarnLine(QWidget):
    """One thing to look at, in one amber line, with the buttons that put it right."""

    def __init__(self, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Clamped(
            "body", "warnInk", lines=1 if buttons else 2, size=15, weight=600, line_height=20
        )
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(Icon("warn", "warnInk", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        flow: QLayout
        if buttons:
            flow = FlowLayout(self, spacing=8, line_spacing=0)
        else:
            flow = QHBoxLayout(self)
            flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(line)
        for button in buttons:
            flow.addWidget(button)
        self.hide()

    def text(self) -> str:
        """What it says now; empty while it is hidden."""
        return "" if self.isHidden() else self.label.text()

    def say(self, sentence: str) -> None:
        """Show the sentence; an empty one hides the line."""
        if sentence:
            self.label.show_text(sentence)
            self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class Clamped(QWidget):
    """Wrapped text of at most some lines; the last one ends in … and the tooltip has the whole."""

    def __init__(
        self,
        role: str = "body",
        token: str = "ink",
        *,
        lines: int = 2,
        size: int | None = None,
        weight: int | None = None,
        line_height: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._token, self._lines = role, token, lines
        self._size, self._weight = size, weight
        self._line_height = line_height or theme.current().line_height(role)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.notifier.changed.connect(self.update)

    def text(self) -> str:
        return self._words

    def show_text(self, text: str, token: str | None = None, *, weight: int | None = None) -> None:
        words = " ".join(text.split())
        token, weight = token or self._token, weight or self._weight
        if (words, token, weight) != (self._words, self._token, self._weight):
            self._words, self._token, self._weight = words, token, weight
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self._lay_out(width)
        return self._line_height * max(1, min(layout.lineCount(), self._lines))

    def sizeHint(self) -> QSize:
        width = math.ceil(QFontMetricsF(self._font()).horizontalAdvance(self._words[:_LONGEST_SHOWN])) + 2
        return QSize(min(width, 480), self._line_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, font = QPainter(self), self._font()
        painter.setFont(font)
        painter.setPen(theme.current().color(self._token))
        layout = self._lay_out(self.width())
        metrics = QFontMetricsF(font)
        shown = min(layout.lineCount(), self._lines)
        lift = (self._line_height - metrics.height()) / 2
        for place in range(shown):
            line = layout.lineAt(place)
            at = QPointF(0, place * self._line_height + lift)
            if place == shown - 1 and layout.lineCount() > shown:
                rest = part_of(self._words, line.textStart())
                words = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
                painter.drawText(at + QPointF(0, metrics.ascent()), words)
            else:
                line.draw(painter, at - QPointF(0, line.y()))
        cut = layout.lineCount() > shown
        if cut != bool(self.toolTip()):
            self.setToolTip(self._words if cut else "")

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._words[:_LONGEST_SHOWN], self._font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while layout.lineCount() <= self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
        layout.endLayout()
        return layout

    def _font(self) -> QFont:
        return theme.current().font(self._role, size=self._size, weight=self._weight)
