"""Grounds for other widgets: cards, flat panels, hairlines and the scrolling area."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.labels import Label


class Card(QWidget):
    """A white box with a thin line and round corners. Put widgets into .body; the header shows when it has a
    title or a widget. padding=0 gives rows that reach from edge to edge."""

    def __init__(
        self,
        title: str = "",
        *,
        padding: int = 16,
        spacing: int = 8,
        fill: str = "surface",
        line: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._line, self._line_width = fill, line, 1.0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.title = Label("", "section", parent=self)
        self.header = QHBoxLayout()
        self.header.setContentsMargins(15, 11, 15, 7)
        self.header.setSpacing(8)
        self.header.addWidget(self.title)
        self.header.addStretch(1)
        self._column.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(spacing)
        edge = max(padding - 1, 0)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self._column.addLayout(self.body, 1)
        self._edge = edge
        self.set_title(title)
        theme.notifier.changed.connect(self.update)

    def set_title(self, title: str) -> None:
        self.title.set_text(title)
        self.title.setVisible(bool(title))
        self._fit_header()

    def set_right(self, widget: QWidget) -> None:
        """A widget at the right end of the header."""
        self.header.addWidget(widget)
        self._fit_header()

    def set_look(
        self, fill: str | None = None, line: str | None = None, line_width: float | None = None
    ) -> None:
        """Other tokens for ground and outline (primaryLine for the hero, focus for a chosen card)."""
        self._fill = fill or self._fill
        self._line = line or self._line
        self._line_width = line_width or self._line_width
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = theme.current().radius("card")
        paint.rounded(painter, QRectF(self.rect()), radius, self._fill, self._line, self._line_width)

    def _fit_header(self) -> None:
        shown = bool(self.title.text()) or self.header.count() > 2
        self.header.setContentsMargins(*((15, 11, 15, 7) if shown else (0, 0, 0, 0)))
        self.body.setContentsMargins(
            self._edge, 0 if shown and self._edge else self._edge, self._edge, self._edge
        )


class Panel(QWidget):
    """A flat ground in one colour, with a hairline on one edge if wanted: rails, bars and coloured rows.
    A vertical .body layout without margins, or give it a layout of your own with own_layout=True."""

    def __init__(
        self,
        fill: str = "surface",
        edge: str = "",
        *,
        radius: int = 0,
        own_layout: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._edge, self._radius = fill, edge, radius
        if not own_layout:
            self.body = QVBoxLayout(self)
            self.body.setContentsMargins(0, 0, 0, 0)
            self.body.setSpacing(0)
        theme.notifier.changed.connect(self.update)

    def set_fill(self, fill: str) -> None:
        if fill != self._fill:
            self._fill = fill
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._radius:
            paint.rounded(painter, rect, self._radius, self._fill)
        else:
            painter.fillRect(rect, theme.current().color(self._fill))
        lines = {
            "top": QRectF(0, 0, rect.width(), 1),
            "bottom": QRectF(0, rect.height() - 1, rect.width(), 1),
            "left": QRectF(0, 0, 1, rect.height()),
            "right": QRectF(rect.width() - 1, 0, 1, rect.height()),
        }
        if self._edge:
            painter.fillRect(lines[self._edge], theme.current().color("line"))


class _Line(QWidget):
    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color(self._token))


def hline(token: str = "line") -> QWidget:
    """A hairline across. Decoration only."""
    return _Line(token)


class ScrollArea(QScrollArea):
    """Scrolls downwards only; what is inside is as wide as the area. Put widgets into .body."""

    def __init__(
        self,
        *,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        spacing: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of our own: asked for Qt's, Qt for Python would look through all widgets for what it is.
        self.setViewport(QWidget())
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.set_content(self.content)

    def set_content(self, widget: QWidget) -> None:
        """Another widget in place of the standard content."""
        self.content = widget
        self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.content.minimumSizeHint().width() + bar, 48)
