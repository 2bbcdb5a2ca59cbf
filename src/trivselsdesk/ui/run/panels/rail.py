"""The drejebog beside the board: where the meeting is, how it stands to the plan, when it ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.timing import Reading
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.clock.clockwork import clock_words
from trivselsdesk.ui.clock.drift import drift_look
from trivselsdesk.ui.run.panels.rail_parts import LINE_X, TEXT_LEFT, Entry, Spot, paint_dot
from trivselsdesk.ui.run.panels.rail_rows import ItemRow, StepRow
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Panel, ScrollArea, hline
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label


class _End(QWidget):
    """When the meeting ends, and when it should."""

    def __init__(self) -> None:
        super().__init__()
        self._end, self._planned = "", 0.0
        self.setFixedHeight(50)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def set_times(self, end: str, planned: float) -> None:
        if (end, planned) == (self._end, self._planned):
            return
        self._end, self._planned = end, planned
        self.setAccessibleName(f"{end} {self.tr('Slut')}, {self.words()}")
        self.update()

    def words(self) -> str:
        return self.tr("planlagt {time}").format(time=clock_words(self._planned))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.fillRect(QRectF(LINE_X - 1, 0, 2, 15), look.color("line"))
        paint_dot(painter, "end", QPointF(LINE_X, 15), "surface")
        font, right = look.font("bodyStrong", size=15), Qt.AlignmentFlag.AlignRight
        paint.text(painter, QRectF(0, 5, 52, 20), self._end, font, "ink2", right)
        left, width = Qt.AlignmentFlag.AlignLeft, self.width() - TEXT_LEFT
        box = QRectF(TEXT_LEFT, 5, width, 20)
        paint.text(painter, box, self.tr("Slut"), look.font("bodyStrong"), "ink", left)
        box = QRectF(TEXT_LEFT, 25, width, 18)
        paint.text(painter, box, self.words(), look.font("caption"), "ink3", left)


class Rail(Panel):
    """The whole drejebog. A row is chosen first and entered by »Gå hertil« after that."""

    go_to = Signal(str)
    """Id of the part that somebody wants to open."""
    closed = Signal()
    """»Skjul drejebog« while the rail lies over the board."""
    catch_up = Signal()
    """»Hent tiden ind …«."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "right", parent=parent)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(6)
        row = QHBoxLayout()
        self.title = Label(self.tr("Drejebog"), "section")
        self.now = Label("", "bodyStrong", weight=700)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.now)
        head.addLayout(row)
        self.chip = Chip("")
        head.addWidget(self.chip)
        self.body.addLayout(head)
        self._area = ScrollArea(margins=(0, 4, 0, 8))
        self.body.addWidget(self._area, 1)
        self.end = _End()
        self._area.body.addWidget(self.end)
        self._area.body.addStretch(1)
        self.go = Button(self.tr("Gå hertil"), "plain", small=True, icon_after="arrow-r")
        self.go.clicked.connect(self._go_now)
        self._go_place = QWidget(self)
        self.rest = Label("", "caption", "ink2", wrap=True)
        place = QVBoxLayout(self._go_place)
        place.setContentsMargins(TEXT_LEFT, 6, 10, 4)
        place.setSpacing(2)
        place.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        place.addWidget(self.rest)
        self._lay_go_aside()
        self._line = hline()
        self.body.addWidget(self._line)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(8)
        self.catch_up_button = Button(actions.text("catch_up"), "plain", "catch-up", small=True)
        self.catch_up_button.setToolTip(actions.key_words("catch_up")[0])
        self.catch_up_button.clicked.connect(self.catch_up)
        self._foot.addWidget(self.catch_up_button)
        self.hide_button = Button(self.tr("Skjul drejebog"), "plain", "chev-l")
        self.hide_button.clicked.connect(self.closed)
        self._foot.addWidget(self.hide_button)
        self.body.addLayout(self._foot)
        self.entries: list[Entry] = []
        self._chosen = ""
        self._current = ""
        self._state = "ready"
        self._live = self._over = False
        self.catch_up_button.hide()
        self.set_over_board(False)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().size("railLeft"), 400)

    def set_over_board(self, over: bool) -> None:
        """Lying over the board it has a button that puts it away."""
        self._over = over
        self.hide_button.setVisible(over)
        self._fit_foot()

    def _fit_foot(self) -> None:
        shown = self._over or self._live
        self._line.setVisible(shown)
        self._foot.setContentsMargins(*((16, 10, 16, 12) if shown else (0, 0, 0, 0)))

    def show_rows(self, rows: list[ItemRow], reading: Reading, now: str) -> None:
        """Draw the meeting as it stands. Rows keep their place and focus as long as the items do."""
        self.now.set_text(now)
        words, tone, icon = drift_look(reading)
        self.chip.set_text(words)
        self.chip.set_tone(tone)
        self.chip.set_icon(icon)
        self._state = reading.state
        live = reading.state in ("running", "paused")
        if live != self._live:
            self._live = live
            self.catch_up_button.setVisible(live)
            self._fit_foot()
        current = reading.slot.id if reading.slot else ""
        if current != self._current:
            self._current = current
            self.choose("")
        if [entry.row.item.id for entry in self.entries] != [row.item.id for row in rows]:
            self._rebuild(rows)
        for entry, row in zip(self.entries, rows, strict=True):
            entry.set_row(row)
        self.end.set_times(clock_words(reading.end, passed=reading.state == "ended"), reading.planned_end)
        if self._chosen:
            self.choose(self._chosen)

    def choose(self, slot_id: str) -> None:
        """Mark a row and show »Gå hertil« under it; an empty id marks none."""
        self._chosen = slot_id
        shown = False
        for entry in self.entries:
            entry.set_open(bool(slot_id) and bool(entry.row.steps) and entry.holds(slot_id))
            for spot in entry.spots():
                # An item and its first step share an id: the step is the one to mark, when it shows.
                mine = spot.slot_id == slot_id and not shown and not (spot is entry.item and entry.steps)
                spot.set_chosen(mine)
                if mine and slot_id and slot_id != self._current:
                    self._word_go(next(part for part in entry.row.parts if part.slot.id == slot_id))
                    entry.show_go(spot)
                    shown = True
        if not shown:
            self._lay_go_aside()

    def _word_go(self, row: StepRow) -> None:
        """What the button does, and how much time the part would go on with."""
        done = row.state == "done" and not row.skipped
        if self._state == "ready":
            words = self.tr("Start her")
        else:
            words = self.tr("Åbn igen") if done else self.tr("Gå hertil")
        self.go.setText(words)
        rest = ""
        if done:
            rest = self.tr("{left} min tilbage") if row.left > 0 else self.tr("tiden er brugt")
        self.rest.set_text(rest.format(left=row.left))
        self.rest.setVisible(bool(rest))

    def reveal(self, slot_id: str) -> None:
        """Scroll a row into sight."""
        for entry in self.entries:
            if any(spot.slot_id == slot_id for spot in entry.spots()):
                self._area.ensureWidgetVisible(entry, 0, 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._chosen:
            self.choose("")
        else:
            super().keyPressEvent(event)

    def _rebuild(self, rows: list[ItemRow]) -> None:
        self._lay_go_aside()
        for entry in self.entries:
            self._area.body.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = [Entry(row, self._go_place) for row in rows]
        for place, entry in enumerate(self.entries):
            entry.first = place == 0
            entry.chosen.connect(self._spot_chosen)
            entry.entered.connect(self._spot_entered)
            entry.stepped.connect(self._step_focus)
            self._area.body.insertWidget(place, entry)

    def _lay_go_aside(self) -> None:
        self._go_place.hide()
        self._go_place.setParent(self)

    def _spot_chosen(self, spot: Spot) -> None:
        self.choose(spot.slot_id)

    def _spot_entered(self, spot: Spot) -> None:
        self._go_now()

    def _go_now(self) -> None:
        wanted = self._chosen
        if wanted and wanted != self._current:
            self.choose("")
            self.go_to.emit(wanted)

    def _step_focus(self, spot: Spot, way: int) -> None:
        spots = [each for entry in self.entries for each in entry.spots()]
        place = spots.index(spot) + way
        if 0 <= place < len(spots):
            reason = Qt.FocusReason.TabFocusReason if way > 0 else Qt.FocusReason.BacktabFocusReason
            spots[place].setFocus(reason)
            self._area.ensureWidgetVisible(spots[place], 0, 20)
