"""The forms that lie ready: what each is for, and how far it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.forms import entries, filled_in_all, subjects
from trivselsdesk.domain.pack import Form, Pack
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.progress import Bar


class FormTile(QWidget):
    """A form as something to open, by mouse, Enter and Space."""

    pressed = Signal(str)

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self._on = self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(3)
        self.title = Label("", "bodyStrong", wrap=True)
        self.state = Label("", "caption", "ink2", wrap=True)
        self.bar = Bar()
        for each in (self.title, self.state, self.bar):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(each)
        theme.notifier.changed.connect(self.update)

    def show_state(self, title: str, state: str, share: float, on: bool) -> None:
        self.title.set_text(title)
        self.state.set_text(state)
        self.bar.set_value(share)
        self._on = on
        opened = self.tr(", åben") if on else ""
        self.setAccessibleName(f"{title}, {state}{opened}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, max(super().minimumSizeHint().height(), 56))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self.form_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self.form_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "primaryTint" if self._on else "canvas" if self.underMouse() else "surface"
        line = "primary" if self._on else "line"
        radius = theme.current().radius("card")
        rect = self.rect().toRectF()
        paint.rounded(painter, rect, radius, fill, line, 2.0 if self._on else 1.0)
        if self.hasFocus() and self._ring:
            paint.rounded(painter, rect.adjusted(1, 1, -1, -1), radius - 1, None, "focus", paint.RING)


class FormShelf(QWidget):
    """The tiles below each other."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(10)
        self.tiles: dict[str, FormTile] = {}

    def show_forms(self, book: Book, pack: Pack, forms: list[Form], chosen: str, today: date) -> None:
        """Show these forms; ``chosen`` is the id of the open one, empty when none is."""
        if list(self.tiles) != [form.id for form in forms]:
            self._rebuild(forms)
        for form in forms:
            state = filled_in_all(book, form, today)
            title, words = part.fill(book, pack, form.title), self._words(book, form, today)
            self.tiles[form.id].show_state(title, words, state.share, form.id == chosen)
            self.tiles[form.id].bar.setVisible(not form.confidential)

    def _rebuild(self, forms: list[Form]) -> None:
        for tile in self.tiles.values():
            self._column.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {form.id: FormTile(form.id) for form in forms}
        for tile in self.tiles.values():
            tile.pressed.connect(self.chosen)
            self._column.addWidget(tile)

    def _words(self, book: Book, form: Form, today: date) -> str:
        if form.confidential:
            return self.tr("Fortroligt")
        state = filled_in_all(book, form, today)
        if not state.total:
            return (
                self.tr("Venter på jeres indsatser") if form.per == "initiative" else self.tr("Ingen endnu")
            )
        done = self.tr("{done} af {total} besvaret").format(done=state.done, total=state.total)
        if not state.done:
            done = self.tr("Ikke begyndt")
        elif state.done == state.total:
            done = self.tr("Udfyldt")
        times = [each for about in subjects(book, form) for each in entries(book, form, about.id)]
        days = [each.day for each in times if each.day]
        if form.repeat and days:
            return f"{format_date(max(days))} · {done}"
        return done
