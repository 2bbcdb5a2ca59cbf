"""One step of a row in the drejebog: its number, title and minutes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget

from trivselsdesk.domain.records import Step
from trivselsdesk.ui import theme
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.card import hline
from trivselsdesk.ui.widgets.fields import MinuteField
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.quiet_text import QuietText
from trivselsdesk.ui.widgets.row_list import HoverButton, ListRow


class StepNumber(QAbstractButton):
    """The round number. Pressed in, the cards beside show what is said in this step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self._ring = False
        self.setCheckable(True)
        self.setFixedSize(32, 40)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.notifier.changed.connect(self.update)

    def show_number(self, number: int, title: str) -> None:
        self.number = number
        words = self.tr("Vis, hvad I siger og overvejer i trin {number}").format(number=number)
        self.setToolTip(words)
        self.setAccessibleName(f"{words}: {title}" if title else words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(32, 40)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        disc = QRectF(4, (self.height() - 24) / 2, 24, 24)
        if self.hasFocus() and self._ring:
            paint.rounded(painter, disc.adjusted(-4, -4, 4, 4), 16, "focusGap", "focus", paint.RING)
        elif self.isChecked():
            paint.rounded(painter, disc.adjusted(-4, -4, 4, 4), 16, None, "primary", 2)
        paint.rounded(painter, disc, 12, "primary")
        font = theme.current().font("caption", weight=700)
        paint.text(painter, disc, str(self.number), font, "onPrimary", Qt.AlignmentFlag.AlignHCenter)


class StepRow(ListRow):
    picked = Signal(str)
    entered = Signal(str)
    """Enter in the title: on to the next one."""
    left = Signal(str)
    """The cursor has gone elsewhere, or Esc was pressed."""

    def __init__(self, step_id: str, editor: Editor) -> None:
        super().__init__(step_id, Grip(16, quiet=True), fill="primaryTint")
        self._editor = editor
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(2)
        assert self.grip is not None
        row.addWidget(self.grip)
        self.number = StepNumber()
        self.number.clicked.connect(self._pick)
        row.addWidget(self.number)
        self.title = QuietText(placeholder=self.tr("Hvad sker der?"), name=self.tr("Trin"))
        self.title.edited.connect(self._set_title)
        self.title.done.connect(self._enter)
        row.addWidget(self.title, 1)
        self.trash = HoverButton("trash", self.tr("Slet trinnet"), size=18, side=36)
        self.trash.clicked.connect(self._remove)
        row.addWidget(self.trash)
        self.minutes = MinuteField(0, 0, 600, small=True)
        self.minutes.edited.connect(self._set_minutes)
        row.addWidget(self.minutes)
        for each in (self.number, self.title, self.trash, self.minutes):
            self.watch(each)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self.body.addWidget(line)
        self.line = hline("primaryLine")
        self.body.addWidget(self.line)

    def show_step(self, step: Step, number: int, last: bool, picked: bool) -> None:
        self.number.show_number(number, step.title)
        self.number.setChecked(picked)
        self.title.set_value(step.title)
        self.minutes.set_value(step.minutes)
        self.minutes.setAccessibleName(self.tr("Minutter til trin {number}").format(number=number))
        self.line.setVisible(not last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.title.value().strip():
            self.left.emit(self.record_id)
        else:
            super().keyPressEvent(event)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        # Not while another window is used: the step may be about to get its name.
        inside = old is not None and self.isAncestorOf(old)
        if inside and new is not None and not self.isAncestorOf(new):
            self.left.emit(self.record_id)

    def _pick(self) -> None:
        self.picked.emit(self.record_id)

    def _enter(self) -> None:
        self.entered.emit(self.record_id)

    def _remove(self) -> None:
        step = self._editor.book.find(Step, self.record_id)
        self._editor.remove(Step, self.record_id, step.title if step else "")

    def _set_title(self, value: str) -> None:
        self._editor.edit(Step, self.record_id, title=value)

    def _set_minutes(self, value: int) -> None:
        self._editor.edit(Step, self.record_id, minutes=value)
