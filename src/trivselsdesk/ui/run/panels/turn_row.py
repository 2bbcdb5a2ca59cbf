"""One line of the turn list: a name, whether it has the word, and a square for each zone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import ElidedLabel

ROW = 34
_SQUARE = 24


@dataclass(frozen=True)
class Square:
    """A zone in a line: filled when a note from it has been shown."""

    zone: str
    icon: str
    on: bool
    words: str
    """What it says, for a screen reader and as a tooltip."""
    pink: bool = False
    live: bool = True
    """Whether a click fills or empties it."""


@dataclass(frozen=True)
class TurnLine:
    """What a line shows."""

    key: str
    name: str
    aside: str = ""
    now: bool = False
    quiet: bool = False
    squares: tuple[Square, ...] = ()


class TurnSquare(QAbstractButton):
    """Filled like a note when shown, dashed when not; a click turns it around."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.square = Square("", "", False, "")
        self._ring = False
        self.setFixedSize(32, ROW)
        theme.notifier.changed.connect(self.update)

    def show_square(self, square: Square) -> None:
        """Draw it."""
        self.square = square
        self.setEnabled(square.live)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if square.live else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if square.live else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(square.words)
        self.setToolTip(square.words)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self.width() - _SQUARE) / 2, (self.height() - _SQUARE) / 2, _SQUARE, _SQUARE)
        if self.hasFocus() and self._ring:
            paint.rounded(painter, box.adjusted(-4, -4, 4, 4), 7, None, "focus", 3)
        fill, line, ink = (
            ("noteP", "notePLine", "notePInk")
            if self.square.pink
            else (
                "noteY",
                "noteYLine",
                "noteYInk",
            )
        )
        if self.square.on:
            paint.rounded(painter, box, 4, fill, line)
        else:
            pen = QPen(theme.current().color("lineStrong"), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            ink = "ink3"
        if self.square.icon:
            icons.paint(painter, self.square.icon, ink, box.adjusted(5, 5, -5, -5))


class TurnRow(Panel):
    """A line of the list."""

    toggled = Signal(str, str)
    """Id of the person and of the zone whose square was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", radius=6, own_layout=True, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW)
        self._key = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(6)
        self.name = ElidedLabel("", "body")
        self.aside = ElidedLabel("", "caption", "ink3")
        row.addWidget(self.name)
        row.addWidget(self.aside, 1)
        self._squares = QHBoxLayout()
        self._squares.setSpacing(0)
        row.addLayout(self._squares)
        self.squares: list[TurnSquare] = []

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), ROW)

    def show_line(self, line: TurnLine) -> None:
        """Draw a line."""
        self._key = line.key
        ink = "primaryInk" if line.now else "ink3" if line.quiet else "ink2"
        self.set_fill("primaryTint" if line.now else "surface")
        self.name.set_role("bodyStrong" if line.now else "body", weight=700 if line.now else 400)
        self.name.set_token(ink)
        self.name.set_text(line.name)
        self.aside.set_token("primaryInk" if line.now else "ink3")
        self.aside.set_text(line.aside)
        while len(self.squares) < len(line.squares):
            made = TurnSquare()
            made.clicked.connect(self._clicked)
            self._squares.addWidget(made)
            self.squares.append(made)
        for number, button in enumerate(self.squares):
            button.setVisible(number < len(line.squares))
            if number < len(line.squares):
                button.show_square(line.squares[number])
        self.setAccessibleName(" ".join(each for each in (line.name, line.aside) if each))

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, TurnSquare):
            self.toggled.emit(self._key, sender.square.zone)
