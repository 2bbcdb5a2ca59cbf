"""The meeting that is today, or within a week, on top of the start room."""

from __future__ import annotations

import html
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Row
from trivselsdesk.domain.danish import MONTHS, WEEKDAYS, format_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme
from trivselsdesk.ui.start.timeline import Timeline
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

ROOMY = 740
"""From this width on there is room for wide buttons."""


@dataclass(frozen=True)
class HeroView:
    """What the card shows. ``under_way``: the clock has been started already."""

    programme_id: str
    name: str
    day: date
    when: str
    today: bool
    under_way: bool
    facts: str
    ready: str
    missing: str
    late: bool
    rows: tuple[Row, ...]


class DateTile(QWidget):
    """Weekday, day and month on petrol."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def set_day(self, day: date) -> None:
        self._day = day
        self.setAccessibleName(format_date(day, weekday=True))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(88, 114)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._day is None:
            return
        painter, look = QPainter(self), theme.current()
        paint.rounded(painter, QRectF(self.rect()), 10, "primary")
        small, large = look.font("bodyStrong"), look.font("timer", size=44, weight=800)
        middle = Qt.AlignmentFlag.AlignHCenter
        day = self._day
        paint.text(painter, QRectF(0, 12, 88, 20), WEEKDAYS[day.weekday()], small, "onPrimary", middle)
        paint.text(painter, QRectF(0, 32, 88, 48), str(day.day), large, "onPrimary", middle)
        paint.text(painter, QRectF(0, 80, 88, 20), MONTHS[day.month - 1], small, "onPrimary", middle)


class _Ring(QWidget):
    """A tick in a ring, or a sign where something is late."""

    def __init__(self) -> None:
        super().__init__()
        self._late = False
        self.setFixedSize(24, 24)
        theme.notifier.changed.connect(self.update)

    def set_late(self, late: bool) -> None:
        self._late = late
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tone = QPainter(self), "warn" if self._late else "ok"
        paint.rounded(painter, QRectF(self.rect()), 12, f"{tone}Tint", f"{tone}Line")
        icons.paint(painter, "warn" if self._late else "check", f"{tone}Ink", QRectF(5, 5, 14, 14))


class Hero(Card):
    """Start, look or print: the first is filled on the day itself, the second until then."""

    start_wanted = Signal(str)
    prepare_wanted = Signal(str)
    print_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=24, spacing=20, line="primaryLine", parent=parent)
        self._programme_id = ""
        top = QHBoxLayout()
        top.setSpacing(24)
        self._tile = DateTile()
        top.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.when = Chip("", "prim", "clock")
        words.addWidget(self.when)
        words.addSpacing(4)
        self.name = ElidedLabel("", "display")
        words.addWidget(self.name)
        self.facts = Label("", "body", "ink2", wrap=True)
        words.addWidget(self.facts)
        words.addSpacing(10)
        ready = QHBoxLayout()
        ready.setSpacing(8)
        self._ring = _Ring()
        self.ready = Label("", wrap=True, rich=True)
        ready.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        ready.addWidget(self.ready, 1)
        words.addLayout(ready)
        words.addStretch(1)
        top.addLayout(words, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        self.start = Button("", "primary", "play", large=True)
        self.prepare = Button(self.tr("Se forberedelsen"))
        self.print = Button(self.tr("Udskriv"), icon="printer")
        for button in (self.start, self.prepare, self.print):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.start.clicked.connect(self._start)
        self.prepare.clicked.connect(self._prepare)
        self.print.clicked.connect(self._print)
        top.addLayout(buttons)
        self.body.addLayout(top)
        self.timeline = Timeline()
        self.body.addWidget(self.timeline)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in (self.start, self.prepare, self.print):
            button.setFixedWidth(220 if self.width() >= ROOMY else 176)

    @property
    def programme_id(self) -> str:
        """The programme that is shown."""
        return self._programme_id

    def show_view(self, view: HeroView | None) -> None:
        """Show a meeting, or hide."""
        self.setVisible(view is not None)
        self._programme_id = view.programme_id if view else ""
        if view is None:
            return
        self._tile.set_day(view.day)
        self.when.set_text(view.when)
        self.name.set_text(view.name)
        self.facts.set_text(view.facts)
        strong = f"<b>{html.escape(view.ready)}</b>"
        self.ready.set_text(f"{strong} {html.escape(view.missing)}" if view.missing else strong)
        self._ring.set_late(view.late)
        self.start.setText(self.tr("Fortsæt mødet") if view.under_way else self.tr("Start mødet"))
        first = view.today or view.under_way
        self.start.set_kind("primary" if first else "plain")
        self.prepare.set_kind("plain" if first else "primary")
        self.timeline.set_rows(view.rows)

    def _start(self) -> None:
        self.start_wanted.emit(self._programme_id)

    def _prepare(self) -> None:
        self.prepare_wanted.emit(self._programme_id)

    def _print(self) -> None:
        self.print_wanted.emit(self._programme_id)
