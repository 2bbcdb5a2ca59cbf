"""A field for when something is due: a date, »om 2 måneder«, or a meeting by its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain import danish
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.due import Due, NamedDay, named_days, parse_deadline, read_due
from trivselsdesk.ui.widgets.fields.moment import DateField
from trivselsdesk.ui.widgets.fields.suggestion import suggesting, take_suggestion

NO_DUE = Due(None)
_AROUND = 48
"""What a line of the list has beside its words, in px: its own white and the scroll bar."""
_SPANS = ("om 1 måned", "om 2 måneder", "om 3 måneder")


class DueField(DateField):
    """Reads all three, and shows the day that it comes to. ↓ in the empty field, or a click there, offers
    the coming meetings; else the keys are those of a date. value() is a ``Due``."""

    def __init__(
        self,
        book: Callable[[], Book | None],
        placeholder: str = "",
        *,
        today: Callable[[], date] = date.today,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``book`` gives the programme whose meetings are offered, or None while there is none."""
        self._book = book
        self._named: dict[str, NamedDay] = {}
        super().__init__(None, placeholder, today=today, name=name, parent=parent)
        self._model = QStringListModel(self)
        completer = suggesting(self._model, self)
        completer.activated.connect(self._on_suggestion)
        self.setCompleter(completer)

    def value(self) -> Due:  # type: ignore[override]
        found: Due = self._value or NO_DUE
        return found

    def set_value(self, value: Due | None) -> None:
        super().set_value(value or NO_DUE)

    def suggestions(self) -> list[str]:
        """What is offered: the coming meetings with their days, then a few spans."""
        book = self._book()
        # Not the meeting that they sit in while they agree on it.
        tomorrow = self._today() + timedelta(days=1)
        days = named_days(book, tomorrow)[:8] if book is not None else []
        self._named = {f"{each.title} · {danish.brief_date(each.day)}": each for each in days}
        return [*self._named, *_SPANS]

    def offer(self) -> None:
        """Open the list of suggestions."""
        self._fill()
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def event(self, event: QEvent) -> bool:
        if take_suggestion(event, self.completer() if hasattr(self, "_model") else None, self):
            self._on_suggestion(self.text())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        known, due = self._read_text()
        if known and due.day is not None:
            self._show_text(self._write(Due(due.day + timedelta(days=step))))
            self._draft.touch()
        elif not self.text().strip():
            self.offer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text().strip():
            self.offer()

    def open_calendar(self) -> None:
        kept = self._value
        self._value = self.value().day
        try:
            super().open_calendar()
        finally:
            self._value = kept

    def _fill(self) -> None:
        """Bring the suggestions up to date, in a list as wide as they are: the field is often narrower."""
        words = self.suggestions()
        self._model.setStringList(words)
        popup = self.completer().popup()
        if popup is not None:
            widest = max(popup.fontMetrics().horizontalAdvance(each) for each in words)
            popup.setMinimumWidth(widest + _AROUND)

    def _on_suggestion(self, words: str) -> None:
        self._draft.drop()
        named = self._named.get(words)
        due = Due(named.day, "", named.id) if named else read_due_of(self._book(), words, self._today())
        if due is not None:
            self._show_text(self._write(due))
            self._take(due)

    def _on_picked(self, day: date) -> None:
        super()._on_picked(Due(day))  # type: ignore[arg-type]

    def _read_text(self) -> tuple[bool, Due]:
        text = self.text().strip()
        if not text:
            return True, NO_DUE
        # The day as it was written out still means what it meant: a meeting stays a meeting.
        if text == self._write(self._value):
            return True, self.value()
        named = self._named.get(text)
        found = Due(named.day, "", named.id) if named else read_due_of(self._book(), text, self._today())
        return found is not None, found or NO_DUE

    def _write(self, value: Due | None) -> str:  # type: ignore[override]
        day = value.day if value else None
        return danish.brief_date(day, year=True) if day else ""

    def complaint(self) -> str:
        """What is wrong with what was written last; empty where it could be read."""
        return self._complaint() if self.unreadable() else ""

    def _complaint(self) -> str:
        return self.tr(
            "Det kan vi ikke læse. Skriv en dato, »om 2 måneder« eller et møde i kalenderen, fx »næste møde«."
        )


def read_due_of(book: Book | None, text: str, today: date) -> Due | None:
    """``read_due`` also where there is no book yet."""
    if book is not None:
        return read_due(book, text, today)
    return parse_deadline(text, today) if text.strip() else NO_DUE
