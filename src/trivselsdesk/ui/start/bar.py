"""The bar at the top of the start room, and the empty page that stands there until the store is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import Label

if TYPE_CHECKING:
    from trivselsdesk.ui.widgets.buttons import Button

MARGIN = 40


class Logo(QWidget):
    """A petrol square with a yellow note and a pink one. A mark of its own: the theme does not change it."""

    SIDE = 32

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.SIDE, self.SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()))


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """The mark in a square, also for the window's icon."""
    light = theme.get("light")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 32, rect.height() / 32)
    painter.setBrush(light.color("primary"))
    painter.drawRoundedRect(QRectF(0, 0, 32, 32), 8, 8)
    for token, corners in (
        ("noteY", ((7, 8), (19, 8), (19, 17), (16, 20), (7, 20))),
        ("noteP", ((13, 13), (22, 13), (25, 16), (25, 25), (13, 25))),
    ):
        painter.setBrush(light.color(token))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.setBrush(light.color("notePMark"))
    for x, y in ((16.5, 21.5), (19.5, 21.5), (18.0, 19.0)):
        painter.drawEllipse(QPointF(x, y), 1.1, 1.1)
    painter.restore()


class StartBar(Panel):
    """Logo and name to the left, settings and help to the right."""

    settings_wanted = Signal()
    help_wanted = Signal()
    settings: Button
    help: Button

    def __init__(self, *, buttons: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("surface", "bottom", own_layout=True, parent=parent)
        self.setFixedHeight(theme.current().size("topBar"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 1)
        row.setSpacing(12)
        row.addWidget(Logo())
        row.addWidget(Label("Trivselsdesk", "bodyStrong", size=20, weight=700))
        row.addStretch(1)
        if buttons:
            self._add_buttons(row)

    def _add_buttons(self, row: QHBoxLayout) -> None:
        # The first picture does without buttons, and without what they bring along.
        from trivselsdesk.ui.widgets.buttons import Button

        self.settings = Button(self.tr("Indstillinger"), "ghost", "settings")
        self.help = Button(self.tr("Hjælp"), "ghost", "help")
        self.settings.clicked.connect(self.settings_wanted)
        self.help.clicked.connect(self.help_wanted)
        row.addWidget(self.settings)
        row.addWidget(self.help)


class Cover(QWidget):
    """What the window shows while the store is being opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(StartBar(buttons=False))
        column.addStretch(1)
