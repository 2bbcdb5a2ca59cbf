"""One row of the drejebog rail: its time, its dot on the line, and its words, as something to choose."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.clock.clockwork import clock_words
from trivselsdesk.ui.run.panels.rail_rows import ItemRow, StepRow
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.lines import wrapped

TEXT_LEFT = 84
_TIME_RIGHT = 52
LINE_X = 68
_DOT = 20
_TOP = 5
_MOST_LINES = 3


def paint_dot(painter: QPainter, state: str, middle: QPointF, ground: str) -> None:
    """The mark of a row: a tick when done, an arrow under way, a ring ahead, a small dot at the end."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = _DOT / 2
    box = QRectF(middle.x() - half, middle.y() - half, _DOT, _DOT)
    if state == "end":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("ink2"))
        painter.drawEllipse(middle, 6, 6)
        return
    if state == "ahead":
        painter.setPen(QPen(look.color("lineStrong"), 2))
        painter.setBrush(look.color(ground))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("primary" if state == "current" else "ink3"))
    painter.drawEllipse(box)
    name, ink = {
        "current": ("play", "onPrimary"),
        "done": ("check", "surface"),
        "skipped": ("minus", "surface"),
    }[state]
    icons.paint(painter, name, ink, box.adjusted(4, 4, -4, -4))


class Spot(QAbstractButton):
    """A row that can be chosen. Choosing alone changes nothing: it only shows »Gå hertil«."""

    chosen = Signal(QWidget)
    entered = Signal(QWidget)
    """Enter on a row that is chosen already."""
    stepped = Signal(QWidget, int)
    """An arrow key: -1 up, 1 down."""

    def __init__(self, slot_id: str) -> None:
        super().__init__()
        self.slot_id = slot_id
        self.is_chosen = False
        self._ring = False
        self._lines: list[str] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)
        theme.notifier.changed.connect(self.update)

    def set_chosen(self, chosen: bool) -> None:
        if chosen != self.is_chosen:
            self.is_chosen = chosen
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            (self.entered if self.is_chosen else self.chosen).emit(self)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, max(self.height(), 40))

    def _choose(self) -> None:
        self.chosen.emit(self)

    def _fit(self) -> None:
        raise NotImplementedError

    def _paint_ground(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        if self.hasFocus() and self._ring:
            paint.rounded(painter, rect.adjusted(2, 0, -2, 0), 8, None, "focus", paint.RING)
        elif self.is_chosen:
            paint.rounded(painter, rect.adjusted(2, 0, -2, 0), 8, None, "primary", 2)


class ItemSpot(Spot):
    """The row of an item: start time, title, minutes."""

    def __init__(self, row: ItemRow) -> None:
        super().__init__(row.first.id)
        self._row = row
        self._title = self._meta = self._words = ""
        self.set_row(row)

    def set_row(self, row: ItemRow) -> None:
        self._row, self.slot_id = row, row.first.id
        self._title = row.item.title or self.tr("Uden navn")
        self._meta = self._minutes(row)
        words = f"{row.clock} {self._title}, {self._meta}, {self._state_words(row)}"
        if words == self._words:
            # The moments move on with every look at the clock; what is written seldom does.
            return
        self._words = words
        self.setAccessibleName(words)
        self.setText(self._title.replace("&", "&&"))
        self._fit()
        self.update()

    def meta(self) -> str:
        """The words under the title."""
        return self._meta

    def _minutes(self, row: ItemRow) -> str:
        if row.skipped:
            return self.tr("sprunget over")
        planned = self.tr("{minutes} min").format(minutes=row.minutes)
        whole = sum(step.slot.minutes for step in row.parts)
        if row.minutes != whole:
            planned = self.tr("{took} · plan {minutes}").format(took=planned, minutes=whole)
        if row.state == "done":
            took = self.tr("{minutes} min").format(minutes=row.used)
            if row.used == row.item.minutes:
                return took
            return self.tr("{took} · plan {minutes}").format(took=took, minutes=row.item.minutes)
        if row.state == "current":
            given = self.tr("{minutes} min").format(minutes=row.minutes)
            return self.tr("{given} · til {time}").format(given=given, time=clock_words(row.end))
        return planned

    def _state_words(self, row: ItemRow) -> str:
        if row.state == "current":
            return self.tr("i gang")
        return self.tr("færdig") if row.state == "done" else self.tr("venter")

    def _font(self) -> QFont:
        weight = {"current": 700, "done": 500}.get(self._row.state, 600)
        return theme.current().font("bodyStrong", weight=weight)

    def _fit(self) -> None:
        room = max(40, self.width() - TEXT_LEFT - 10)
        self._lines = wrapped(self._title, self._font(), room, _MOST_LINES) or [""]
        self.setFixedHeight(max(40, _TOP + len(self._lines) * 20 + 18 + 6))
        whole = " ".join(self._title.split())
        self.setToolTip("" if " ".join(self._lines) == whole else whole[:600])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        self._paint_ground(painter)
        left = Qt.AlignmentFlag.AlignLeft
        time_font = look.font("bodyStrong", size=15)
        paint.text(
            painter,
            QRectF(0, _TOP, _TIME_RIGHT, 20),
            self._row.clock,
            time_font,
            "ink2",
            Qt.AlignmentFlag.AlignRight,
        )
        ink = {"current": "primaryInk", "done": "ink2"}.get(self._row.state, "ink")
        width, top, font = self.width() - TEXT_LEFT - 10, _TOP, self._font()
        for line in self._lines:
            paint.text(painter, QRectF(TEXT_LEFT, top, width, 20), line, font, ink, left)
            top += 20
        meta_ink = "ink2" if self._row.state == "current" else "ink3"
        box = QRectF(TEXT_LEFT, top, width, 18)
        paint.text(painter, box, self._meta, look.font("caption"), meta_ink, left)


class StepSpot(Spot):
    """A step of the item under way: its number, title and minutes."""

    def __init__(self, row: StepRow) -> None:
        super().__init__(row.slot.id)
        self._row = row
        self._shown: object = None
        self.set_row(row)

    def set_row(self, row: StepRow) -> None:
        self._row = row
        shown = (row.slot, row.clock, row.minutes, row.skipped, row.over, row.state)
        if shown == self._shown:
            return
        self._shown = shown
        title = row.slot.title
        minutes = self.tr("{minutes} min").format(minutes=row.minutes)
        if row.skipped:
            minutes = self.tr("sprunget over")
        elif row.over:
            minutes = self.tr("{minutes}, {over} min over tid").format(minutes=minutes, over=row.over)
        self.setAccessibleName(f"{row.slot.number}. {title}, kl. {row.clock}, {minutes}")
        self.setText(title.replace("&", "&&"))
        self._fit()
        self.update()

    def _font(self) -> QFont:
        return theme.current().font("body", size=15, weight=700 if self._row.state == "current" else 500)

    def _fit(self) -> None:
        room = max(40, self.width() - TEXT_LEFT - 22 - 28)
        self._lines = wrapped(self._row.slot.title, self._font(), room, _MOST_LINES) or [""]
        self.setFixedHeight(max(28, len(self._lines) * 18 + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        state = self._row.state
        ink = "primaryInk" if state == "current" else "ink2"
        disc = QRectF(TEXT_LEFT - 2, 5, 18, 18)
        if state == "current":
            paint.rounded(painter, disc, 9, "primary")
        elif state == "done":
            paint.rounded(painter, disc, 9, "ink3")
        else:
            paint.rounded(painter, disc, 9, None, "lineStrong", 1.5)
        if state == "done":
            name = "minus" if self._row.skipped else "check"
            icons.paint(painter, name, "surface", disc.adjusted(3, 3, -3, -3))
        else:
            number_ink = "onPrimary" if state == "current" else "ink2"
            paint.text(
                painter,
                disc,
                str(self._row.slot.number),
                look.font("noteMark"),
                number_ink,
                Qt.AlignmentFlag.AlignHCenter,
            )
        font, top = self._font(), 5
        width = self.width() - TEXT_LEFT - 22 - 28
        for line in self._lines:
            box = QRectF(TEXT_LEFT + 22, top, width, 18)
            paint.text(painter, box, line, font, ink, Qt.AlignmentFlag.AlignLeft)
            top += 18
        right = Qt.AlignmentFlag.AlignRight
        minutes = QRectF(self.width() - 44, 5, 34, 18)
        font = look.font("caption", weight=700 if state == "current" else 500)
        over = self._row.over
        words = f"+{over}" if over else str(self._row.minutes)
        paint.text(painter, minutes, words, font, "warnInk" if over else ink, right)
        time = look.font("caption", weight=500)
        paint.text(painter, QRectF(0, 5, _TIME_RIGHT, 18), self._row.clock, time, "ink2", right)


class Entry(QWidget):
    """An item with its steps while it is under way, and »Gå hertil« under the row that is chosen."""

    chosen = Signal(QWidget)
    entered = Signal(QWidget)
    stepped = Signal(QWidget, int)

    def __init__(self, row: ItemRow, go: QWidget) -> None:
        super().__init__()
        self.row = row
        self.first = False
        self.open = False
        """Its steps show although it is not under way, so that one of them can be opened again."""
        self._go = go
        self.item = ItemSpot(row)
        self.steps: list[StepSpot] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.item)
        self._hook(self.item)
        self.set_row(row)
        theme.notifier.changed.connect(self.update)

    def set_row(self, row: ItemRow) -> None:
        if (row.state, row.skipped) != (self.row.state, self.row.skipped):
            self.update()
        self.row = row
        self.item.set_row(row)
        wanted = row.steps if row.state == "current" or self.open else ()
        if [spot.slot_id for spot in self.steps] != [step.slot.id for step in wanted]:
            for spot in self.steps:
                self._column.removeWidget(spot)
                spot.hide()
                spot.deleteLater()
            self.steps = [StepSpot(step) for step in wanted]
            for place, spot in enumerate(self.steps):
                self._hook(spot)
                self._column.insertWidget(place + 1, spot)
        for spot, step in zip(self.steps, wanted, strict=True):
            spot.set_row(step)
        current = row.state == "current"
        self._column.setContentsMargins(0, 6 if current else 0, 0, 8 if current else 5)

    def set_open(self, wanted: bool) -> None:
        """Show the steps, or only those of the item under way."""
        if wanted != self.open:
            self.open = wanted
            self.set_row(self.row)

    def holds(self, slot_id: str) -> bool:
        """Whether this is the item of that part."""
        return any(part.slot.id == slot_id for part in self.row.parts)

    def spots(self) -> list[Spot]:
        """Everything in it that can be chosen, from the top."""
        return [self.item, *self.steps]

    def show_go(self, spot: Spot) -> None:
        """Put »Gå hertil« under a row."""
        self._column.insertWidget(self._column.indexOf(spot) + 1, self._go)
        self._go.show()

    def _hook(self, spot: Spot) -> None:
        spot.chosen.connect(self.chosen)
        spot.entered.connect(self.entered)
        spot.stepped.connect(self.stepped)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        state = self.row.state
        current = state == "current"
        if current:
            painter.fillRect(self.rect().adjusted(0, 0, 0, -6), look.color("primaryTint"))
        middle = QPointF(LINE_X, self.item.y() + _TOP + 10)
        top = middle.y() if self.first else 0.0
        line = look.color({"current": "primary", "done": "ink3"}.get(state, "line"))
        painter.fillRect(QRectF(LINE_X - 1, top, 2, self.height() - top), line)
        mark = "skipped" if self.row.skipped else state
        paint_dot(painter, mark, middle, "surface")
