"""The drejebog as a narrow strip of times and dots, for windows with little room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.timing import Reading
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.clock.clockwork import clock_words
from trivselsdesk.ui.clock.drift import drift_look
from trivselsdesk.ui.run.panels.rail_parts import paint_dot
from trivselsdesk.ui.run.panels.rail_rows import ItemRow
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.card import Panel, ScrollArea, hline
from trivselsdesk.ui.widgets.labels import Label

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Focus that comes back as it was leaves the ring as it was."""
_INKS = {"warn": ("warnTint", "warnInk"), "ok": ("okTint", "okInk"), "info": ("infoTint", "infoInk")}


class _Mark(QAbstractButton):
    """A time above a dot."""

    def __init__(self) -> None:
        super().__init__()
        self._time, self._state = "", "ahead"
        self.slot_id = ""
        self._ring = False
        self.setFixedHeight(57)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.notifier.changed.connect(self.update)

    def set_mark(self, time: str, state: str, words: str, slot_id: str = "") -> None:
        if (time, state, slot_id, words) == (self._time, self._state, self.slot_id, self.accessibleName()):
            return
        self._time, self._state, self.slot_id = time, state, slot_id
        self.setAccessibleName(words)
        self.setToolTip(words[:200])
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYS:
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        current = self._state == "current"
        if current:
            painter.fillRect(self.rect().adjusted(0, 0, -1, 0), look.color("primaryTint"))
        if self.hasFocus() and self._ring:
            paint.rounded(painter, QRectF(self.rect()).adjusted(2, 1, -3, -1), 6, None, "focus", paint.RING)
        font = look.font("bodyStrong", size=15)
        ink = "primaryInk" if current else "ink2"
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, QRectF(0, 5, self.width(), 20), self._time, font, ink, middle)
        paint_dot(painter, self._state, QPointF(self.width() / 2, 38), "surface")


class _TwoLines(QAbstractButton):
    """A chip or a link whose words need two short lines."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._ground: str | None = None
        self._ink = "primaryInk"
        self._ring = False
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def set_look(self, text: str, ground: str | None, ink: str) -> None:
        if (text, ground, ink) == (self.accessibleName(), self._ground, self._ink):
            return
        self._ground, self._ink = ground, ink
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYS:
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        if self._ground:
            painter.fillRect(self.rect().adjusted(0, 0, -1, 0), look.color(self._ground))
        if self.hasFocus() and self._ring:
            paint.rounded(painter, QRectF(self.rect()).adjusted(1, 1, -2, -1), 6, None, "focus", paint.RING)
        words = self.accessibleName().rsplit(" ", 1)
        font, top = look.font("caption", weight=600), (self.height() - 18 * len(words)) / 2
        for number, word in enumerate(words):
            box = QRectF(2, top + 18 * number, self.width() - 5, 18)
            paint.text(painter, box, word, font, self._ink, Qt.AlignmentFlag.AlignHCenter)


class RailStrip(Panel):
    """Times and dots. Everything in it opens the whole drejebog over the board."""

    wanted = Signal(str)
    """Open the whole drejebog, at this part if one is named."""
    catch_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "right", parent=parent)
        self.now = Label("", "caption", weight=700)
        self.now.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head = QVBoxLayout()
        head.setContentsMargins(0, 8, 1, 4)
        head.setSpacing(4)
        head.addWidget(self.now)
        self.chip = _TwoLines(40)
        self.chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chip.clicked.connect(self._open)
        head.addWidget(self.chip)
        self.body.addLayout(head)
        self._area = ScrollArea(margins=(0, 2, 0, 2))
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)
        self._end = _Mark()
        self._end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._end.clicked.connect(self._open)
        self._area.body.addWidget(self._end)
        self._area.body.addStretch(1)
        self.body.addWidget(hline())
        self.catch_up_link = _TwoLines(52)
        self.catch_up_link.set_look(self.tr("Hent tiden ind"), None, "primaryInk")
        self.catch_up_link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.catch_up_link.setToolTip(actions.key_words("catch_up")[0])
        self.catch_up_link.clicked.connect(self.catch_up)
        self.catch_up_link.hide()
        self.body.addWidget(self.catch_up_link)
        self.link = _TwoLines(56)
        self.link.set_look(self.tr("Vis drejebog"), None, "primaryInk")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.clicked.connect(self._open)
        self.body.addWidget(self.link)
        self.marks: list[_Mark] = []

    def sizeHint(self) -> QSize:
        return QSize(theme.current().size("railLeftCollapsed"), 400)

    def show_rows(self, rows: list[ItemRow], reading: Reading, now: str) -> None:
        """Draw the meeting as it stands."""
        self.now.set_text(now)
        words, tone, _ = drift_look(reading)
        self.catch_up_link.setVisible(tone == "warn")
        ground, ink = _INKS.get(tone, ("sunken", "ink2"))
        self.chip.set_look(words, ground, ink)
        while len(self.marks) < len(rows):
            mark = _Mark()
            mark.clicked.connect(self._mark_clicked)
            self._area.body.insertWidget(len(self.marks), mark)
            self.marks.append(mark)
        while len(self.marks) > len(rows):
            mark = self.marks.pop()
            self._area.body.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        for mark, row in zip(self.marks, rows, strict=True):
            time = row.clock
            state = "skipped" if row.skipped else row.state
            mark.set_mark(time, state, f"{time} {row.item.title}", row.first.id)
            if row.state == "current":
                self._area.ensureWidgetVisible(mark, 0, 60)
        end = clock_words(reading.end, passed=reading.state == "ended")
        planned = clock_words(reading.planned_end)
        sentence = self.tr("Slut kl. {time}, planlagt {planned}").format(time=end, planned=planned)
        self._end.set_mark(end, "end", sentence)

    def _mark_clicked(self) -> None:
        mark = self.sender()
        self.wanted.emit(mark.slot_id if isinstance(mark, _Mark) else "")

    def _open(self) -> None:
        self.wanted.emit("")
