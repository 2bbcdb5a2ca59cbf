"""The meeting as one bar: each row as wide as it is long, breaks in amber, spare time dashed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint

_TALL = 30
_GAP = 2


@dataclass(frozen=True)
class Part:
    """One stretch of the bar."""

    id: str
    title: str
    minutes: int
    pause: bool


class TimeBar(QWidget):
    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._spare = 0
        self.setFixedHeight(_TALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, _TALL)

    def show_parts(self, parts: Sequence[Part], spare: int) -> None:
        """The rows, and minutes left of the booking (negative: the plan goes on after it)."""
        self._parts, self._spare = tuple(parts), spare
        self.setAccessibleName(
            ", ".join(
                self.tr("{title} {minutes} min").format(title=p.title, minutes=p.minutes) for p in parts
            )
        )
        self.update()

    def boxes(self) -> list[tuple[Part | None, QRectF]]:
        """Where each stretch is drawn; None is the spare time."""
        stretches: list[tuple[Part | None, int]] = [
            (part, part.minutes) for part in self._parts if part.minutes
        ]
        if self._spare > 0:
            stretches.append((None, self._spare))
        total = sum(minutes for _, minutes in stretches)
        room = self.width() - _GAP * max(len(stretches) - 1, 0)
        found, left = [], 0.0
        for part, minutes in stretches:
            width = room * minutes / total
            found.append((part, QRectF(left, 0, max(width, 2.0), self.height())))
            left += width + _GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font("caption", weight=600)
        metrics = QFontMetricsF(font)
        for part, box in self.boxes():
            if part is None:
                pen = QPen(look.color("okInk"), 1.5, Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([2.5, 2])
                painter.setPen(pen)
                painter.setBrush(look.color("surface"))
                painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
                words, ink = [f"+{self._spare}"], "okInk"
            elif part.pause:
                paint.rounded(painter, box, 3, "warnTint", "warnLine")
                words, ink = [str(part.minutes)], "warnInk"
            else:
                paint.rounded(painter, box, 3, "primary")
                words, ink = [f"{part.title} {part.minutes}", str(part.minutes)], "onPrimary"
            for each in words:
                if metrics.horizontalAdvance(each) <= box.width() - 6:
                    paint.text(painter, box, each, font, ink, Qt.AlignmentFlag.AlignHCenter)
                    break
        self._paint_end_of_room(painter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            self.pressed.emit(part.id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self._at(event.pos())
            words = f"{part.title} · {part.minutes} min" if part else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _paint_end_of_room(self, painter: QPainter) -> None:
        total = sum(part.minutes for part in self._parts)
        if self._spare >= 0 or not total:
            return
        place = max(0.0, self.width() * (total + self._spare) / total)
        look = theme.current()
        painter.fillRect(QRectF(min(place, self.width() - 4) - 1, 0, 5, self.height()), look.color("surface"))
        painter.fillRect(QRectF(min(place, self.width() - 4), 0, 3, self.height()), look.color("warnInk"))

    def _at(self, position: QPoint) -> Part | None:
        for part, box in self.boxes():
            if part is not None and box.contains(position):
                return part
        return None
