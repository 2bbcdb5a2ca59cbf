"""The P-plads below the board: what is important, but not now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from trivselsdesk.domain.board import Card
from trivselsdesk.domain.danish import plural
from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.gestures import START_PX
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.labels import Label


class Sign(QWidget):
    """The white P on blue."""

    def __init__(self, side: int = 26) -> None:
        super().__init__()
        self.setFixedSize(side, side)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.rounded(painter, QRectF(self.rect()), 5, "park")
        font = theme.current().font("bodyStrong", size=round(self.height() * 0.69), weight=800)
        paint.text(painter, QRectF(self.rect()), "P", font, "onPark", Qt.AlignmentFlag.AlignHCenter)


class ParkedChip(QAbstractButton):
    """A parked note as a small strip of its own colour."""

    carried = Signal(str, QPoint)
    """It was dragged to this point of the screen."""

    def __init__(self, card: Card, pink: bool) -> None:
        super().__init__()
        self.card_id = card.id
        self._pink = pink
        self._press: QPoint | None = None
        self._title = card.title
        self.setText(card.title.replace("&", "&&"))
        self.setToolTip(card.title)
        self.setAccessibleName(card.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme.current().font("body", size=15, weight=500)).horizontalAdvance(
            self._title
        )
        return QSize(min(260, round(words) + 36), 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 32)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._press = self._press, None
        if start is not None and (event.position().toPoint() - start).manhattanLength() >= START_PX:
            self.setDown(False)
            self.carried.emit(self.card_id, event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        prefix = "noteP" if self._pink else "noteY"
        paint.rounded(
            painter,
            rect,
            3,
            prefix,
            "focus" if self.hasFocus() else f"{prefix}Line",
            3 if self.hasFocus() else 1,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"{prefix}Mark"))
        painter.drawEllipse(QRectF(11, rect.height() / 2 - 3.5, 7, 7))
        box = rect.adjusted(25, 0, -8, 0)
        font = look.font("body", size=15, weight=500)
        paint.text(painter, box, self._title, font, f"{prefix}Ink", Qt.AlignmentFlag.AlignLeft)


class ParkStrip(QWidget):
    """The strip. It lights up while something is held over it."""

    menu_wanted = Signal(str, QPoint)
    carried = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.current().size("parkStrip"))
        self._target = False
        self._cards: tuple[tuple[Card, bool], ...] = ()
        self._chips: list[ParkedChip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 12, 0)
        self._row.setSpacing(10)
        self._row.addWidget(Sign())
        self._title = Label("", "body", "parkInk", weight=700)
        self._hint = Label("", "caption", "parkInk")
        self._row.addWidget(self._title)
        self._row.addWidget(self._hint)
        self._place = QHBoxLayout()
        self._place.setSpacing(10)
        self._row.addLayout(self._place)
        self._row.addStretch(1)
        self._more = Label("", "caption", "parkInk", weight=600)
        self._row.addWidget(self._more)
        theme.notifier.changed.connect(self.update)

    def show_cards(self, title: str, hint: str, cards: Sequence[tuple[Card, bool]]) -> None:
        """Title and hint of the process; cards with whether they are pink."""
        self._title.set_text(title)
        self._hint.set_text(hint)
        if tuple(cards) != self._cards:
            self._cards = tuple(cards)
            self._fill()

    def set_target(self, target: bool) -> None:
        """Light up."""
        if target != self._target:
            self._target = target
            self.update()

    def _fill(self) -> None:
        for chip in self._chips:
            self._place.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._hint.setVisible(self.width() > 760 or not self._cards)
        hint = self._hint.sizeHint().width() if self._hint.isVisibleTo(self) else 0
        room = self.width() - 26 - self._title.sizeHint().width() - hint - 190
        shown = 0
        for card, pink in self._cards:
            chip = ParkedChip(card, pink)
            wide = chip.sizeHint().width() + 10
            if shown and room < wide:
                chip.deleteLater()
                break
            room -= wide
            shown += 1
            chip.clicked.connect(self._chip_clicked)
            chip.carried.connect(self.carried)
            self._place.addWidget(chip)
            self._chips.append(chip)
        words = plural(len(self._cards), self.tr("seddel"), self.tr("sedler"))
        hidden = len(self._cards) - shown
        self._more.set_text(self.tr("{n} mere · {all}").format(n=hidden, all=words) if hidden else words)
        self.updateGeometry()

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, ParkedChip):
            self.menu_wanted.emit(chip.card_id, chip.mapToGlobal(QPoint(0, -4)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if len(self._cards) > len(self._chips):
            menu = QMenu(self)
            for card, _ in self._cards[len(self._chips) :]:
                menu.addAction(card.title).setData(card.id)
            chosen = menu.exec(event.globalPosition().toPoint())
            if chosen is not None:
                self.menu_wanted.emit(chosen.data(), event.globalPosition().toPoint())
            menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 3.0 if self._target else 1.5
        pen = QPen(look.color("park"), width, Qt.PenStyle.SolidLine if self._target else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.color("parkTint"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
