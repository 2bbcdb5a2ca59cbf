"""One row of the drejebog: start time, minutes, title, speaker and materials, and what opens below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import BREAK, Row
from trivselsdesk.domain.commands.prepare import FitSteps
from trivselsdesk.domain.danish import format_clock, format_duration, plural
from trivselsdesk.domain.records import AgendaItem
from trivselsdesk.ui.prepare import columns
from trivselsdesk.ui.prepare.agenda_detail import AgendaDetail
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, Icon, WarnLine
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.fields import MinuteField
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import ListRow

_TALL, _PAUSE_TALL = 61, 50


class AgendaRow(ListRow):
    opened = Signal(str)
    restructured = Signal()

    def __init__(self, item_id: str, editor: Editor) -> None:
        super().__init__(item_id, Grip(columns.GRIP), edge="bottom")
        self._editor = editor
        self._narrow = False
        self.detail: AgendaDetail | None = None
        self.line = QWidget()
        self.start = Label("", "bodyStrong")
        self.minutes = MinuteField(0, 0, 600)
        self.minutes.edited.connect(self._set_minutes)
        self.watch(self.minutes)
        title = QWidget()
        beside = QHBoxLayout(title)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(7)
        self.cup = Icon("coffee", "ink", 20)
        beside.addWidget(self.cup)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self.title = Clamped("bodyStrong", lines=2, weight=700, line_height=20)
        self.summary = Clamped("caption", "ink2", lines=2, line_height=18)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        beside.addLayout(words, 1)
        self.speaker = Clamped("bodyStrong", lines=2, line_height=20)
        self.materials = Clamped("body", "ink2", lines=2, size=15, line_height=19)
        self.chevron = IconButton("chev-d", "", side=columns.CHEVRON)
        self.chevron.clicked.connect(self.toggle)
        self.watch(self.chevron)
        cells = (self.grip, self.start, self.minutes, title, self.speaker, self.materials, self.chevron)
        self._grid = columns.lay(self.line, cells, around=5)
        self.line.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body.addWidget(self.line)
        self.fit_item = Button(self.tr("Tilpas punktet"), "link", small=True)
        self.fit_steps = Button(self.tr("Tilpas trinnene"), "link", small=True)
        self.fit_item.clicked.connect(self._let_item_follow)
        self.fit_steps.clicked.connect(self._let_steps_follow)
        self.off = WarnLine(self.fit_item, self.fit_steps)
        holder = QHBoxLayout()
        holder.setContentsMargins(columns.GRIP + columns.START + 28, 0, 16, 4)
        holder.addWidget(self.off)
        self._off_place = QWidget()
        self._off_place.setLayout(holder)
        self._off_place.hide()
        self.body.addWidget(self._off_place)

    @property
    def is_open(self) -> bool:
        return self.detail is not None

    def show_row(self, row: Row, off: bool) -> None:
        """Draw the row; ``off`` says that its steps do not add up to its minutes."""
        item, pause = row.item, row.item.tool == BREAK
        title = self._editor.fill(item.title).strip()
        shown = title or (self.tr("Pause") if pause else self.tr("Punkt uden titel"))
        self.start.set_text(format_clock(row.start))
        self.minutes.set_value(item.minutes)
        self.minutes.setAccessibleName(self.tr("Minutter til »{title}«").format(title=shown))
        self.cup.setVisible(pause)
        self.title.show_text(shown, "ink" if title or pause else "ink3")
        self._show_summary(row)
        self._show_speaker(row)
        self.materials.show_text(self._editor.fill(item.materials))
        self.line.setMinimumHeight(_PAUSE_TALL if pause else _TALL)
        self.set_fill("primaryTint" if self.is_open else "canvas" if pause else "surface")
        words = self.tr("Luk »{title}«") if self.is_open else self.tr("Åbn »{title}«")
        self.chevron.set_tooltip(words.format(title=shown))
        self.chevron.set_icon("chev-u" if self.is_open else "chev-d")
        sentences = []
        if off:
            used = sum(step.minutes for step in row.steps)
            words = self.tr("Trinnene fylder {steps}, punktet {item}")
            sentences.append(words.format(steps=used, item=item.minutes))
        if row.gap < 0:
            words = self.tr("Skal begynde kl. {time}, men det før varer {minutes} for længe")
            sentences.append(words.format(time=format_clock(row.start), minutes=format_duration(-row.gap)))
        self.fit_item.setVisible(off)
        self.fit_steps.setVisible(off)
        self.off.say(". ".join(sentences))
        self._off_place.setVisible(bool(sentences))
        if self.detail is not None:
            self.detail.show_item(item, list(row.steps))

    def open(self) -> None:
        """Open the row."""
        if self.detail is None:
            self.detail = AgendaDetail(self.record_id, self._editor)
            self.detail.restructured.connect(self.restructured)
            self.detail.set_narrow(self._narrow)
            self.body.addWidget(self.detail)
            self.detail.show()
            self.opened.emit(self.record_id)

    def close_detail(self) -> None:
        """Fold the row up."""
        if self.detail is None:
            return
        detail, self.detail = self.detail, None
        if self.holds_focus() and not self.minutes.hasFocus():
            self.chevron.setFocus(Qt.FocusReason.OtherFocusReason)
        detail.hide()
        detail.deleteLater()
        self.set_fill("surface")

    def toggle(self) -> None:
        if self.is_open:
            self.close_detail()
            self.opened.emit("")
        else:
            self.open()

    def set_narrow(self, narrow: bool) -> None:
        """Without the column of materials."""
        self._narrow = narrow
        columns.set_narrow(self._grid, narrow)
        if self.detail is not None:
            self.detail.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.toggle()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.line.geometry().contains(at):
            self.toggle()

    def _show_summary(self, row: Row) -> None:
        steps = plural(len(row.steps), self.tr("trin"), self.tr("trin")) if row.steps else ""
        first = next(iter(self._editor.fill(row.item.points).splitlines()), "")
        summary = self._editor.fill(row.item.purpose) or first or steps
        if self.is_open and steps:
            summary = steps
        summary = summary.strip() if row.item.tool != BREAK else ""
        if row.item.at is not None:
            fixed = self.tr("Fast kl. {time}").format(time=format_clock(row.item.at))
            if row.gap > 0:
                fixed = self.tr("{fixed} · {minutes} luft før").format(
                    fixed=fixed, minutes=format_duration(row.gap)
                )
            summary = f"{fixed} · {summary}" if summary else fixed
        self.summary.show_text(summary)
        self.summary.setVisible(bool(summary))

    def _show_speaker(self, row: Row) -> None:
        if row.speaker:
            self.speaker.show_text(row.speaker, "ink", weight=600)
            return
        roles = self._editor.pack.roles
        standing = next((role.title for role in roles if role.id == row.item.speaker_role), "")
        self.speaker.show_text(standing, "ink3", weight=400)

    def _set_minutes(self, value: int) -> None:
        self._editor.edit(AgendaItem, self.record_id, minutes=value)

    def _let_item_follow(self) -> None:
        used = sum(step.minutes for step in self._editor.book.steps(self.record_id))
        self._editor.edit(AgendaItem, self.record_id, minutes=used)
        self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_steps_follow(self) -> None:
        self._editor.run(FitSteps(programme_id=self._editor.programme_id, item_id=self.record_id))
        self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
