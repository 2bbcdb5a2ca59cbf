"""A field for one name, with the people of the programme as suggestions and initials in front."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QStringListModel, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.people import first_name
from trivselsdesk.domain.records import Person
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.avatar import initials
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.fields.suggestion import suggesting, take_suggestion

_MARK = 28


def names(book: Book) -> list[str]:
    """First names of everybody in the programme, whole names where two share a first name."""
    people = book.ranked(Person)
    firsts = [first_name(each) for each in people]
    return [
        each.name if firsts.count(first) > 1 else first for each, first in zip(people, firsts, strict=True)
    ]


class NameField(LineField):
    """One line for a name. The mark in front shows the initials, or a person where nobody is named."""

    between_lines = ", "

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        name: str = "",
        always_marked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(value, placeholder, name=name, parent=parent)
        self._always = always_marked
        self._model = QStringListModel(self)
        completer = suggesting(self._model, self)
        completer.activated.connect(self._on_picked)
        self.setCompleter(completer)
        self.textChanged.connect(self._make_room)
        theme.notifier.changed.connect(self.update)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if take_suggestion(event, self.completer(), self):
            self._on_picked()
        return super().event(event)

    def set_suggestions(self, words: Iterable[str]) -> None:
        wanted = list(words)
        if wanted != self._model.stringList():
            self._model.setStringList(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        letters = initials(self.text())
        if not letters and not self._always:
            return
        painter = QPainter(self)
        disc = QRectF(6, (self.height() - _MARK) / 2, _MARK, _MARK)
        if letters:
            paint.rounded(painter, disc, _MARK / 2, "sunken")
            font = theme.current().font("noteMark")
            paint.text(painter, disc, letters, font, "ink2", Qt.AlignmentFlag.AlignHCenter)
        else:
            icons.paint(painter, "user", "ink2", disc.adjusted(5, 5, -5, -5))

    def _make_room(self) -> None:
        marked = self._always or bool(initials(self.text()))
        self.setTextMargins(_MARK - 1 if marked else 0, 0, 0, 0)
        self.setToolTip(self.text() if len(self.text()) > 12 else "")

    def _on_picked(self) -> None:
        self._draft.touch()
        self.flush()
