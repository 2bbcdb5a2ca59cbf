"""One date in a list: when, what, where, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Ring
from trivselsdesk.domain.wheel import Mark
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.follow.wheel import words
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.row_list import ListRow


class DateRow(ListRow):
    """Enter opens it, Space marks it as held, Delete deletes it, Ctrl and the arrows move it."""

    opened = Signal(str)
    held = Signal(str)
    removed = Signal(str)
    days_moved = Signal(str, int)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, edge="bottom")
        self._ring_shown = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(14, 6, 2, 6)
        row.setSpacing(12)
        self._sign = QLabel()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.title = Label("", "bodyStrong", wrap=True)
        self.when = ElidedLabel("", "caption", "ink2", lines=2)
        self.facts = ElidedLabel("", "caption", "ink3", lines=2)
        for each in (self.title, self.when, self.facts):
            column.addWidget(each)
        row.addLayout(column, 1)
        self.more = IconButton("more", self.tr("Muligheder"))
        self.more.clicked.connect(self._menu_below)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(line)
        actions.on_widget(
            self,
            {
                "day_before": self.day_before,
                "day_after": self.day_after,
                "week_before": self.week_before,
                "week_after": self.week_after,
            },
        )
        self._icon, self._token = "calendar", "primary"
        theme.notifier.changed.connect(self._redraw)

    def show_mark(self, mark: Mark, rings: tuple[Ring, ...], today: date) -> None:
        self.title.set_text(words.title(mark)[:160])
        self.title.set_token("ink2" if mark.done else "ink")
        when = (words.day_words(mark, today), words.state(mark, today))
        self.when.set_text(" · ".join(each for each in when if each))
        self.when.set_token("mustInk" if mark.late else "ink2")
        self.facts.set_text(words.facts(mark, rings))
        self._icon = words.icon_of(mark)
        self._token = "mustInk" if mark.late else "ink3" if mark.done else "primary"
        said = words.spoken(mark, rings, today)
        self.setAccessibleName(said)
        self.more.set_tooltip(self.tr("Muligheder for »{title}«").format(title=words.title(mark)[:80]))
        self._redraw()

    def day_before(self) -> None:
        self.days_moved.emit(self.record_id, -1)

    def day_after(self) -> None:
        self.days_moved.emit(self.record_id, 1)

    def week_before(self) -> None:
        self.days_moved.emit(self.record_id, -7)

    def week_after(self) -> None:
        self.days_moved.emit(self.record_id, 7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.record_id)
        elif key == Qt.Key.Key_Space:
            self.held.emit(self.record_id)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(self.record_id)
        elif key == Qt.Key.Key_Menu:
            self._menu_below()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.record_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.record_id, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring_shown = paint.by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._ring_shown:
            paint.rounded(
                QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, None, "focus", paint.RING
            )

    def _menu_below(self) -> None:
        self.menu_wanted.emit(self.record_id, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap(self._icon, self._token, 20))
        self.update()
