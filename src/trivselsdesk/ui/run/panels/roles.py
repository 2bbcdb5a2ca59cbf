"""Who leads, keeps time and writes down, at the foot of the right panel: each role can change hands here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QWidget, QWidgetAction

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import MEETING_GROUP, Pack, Role
from trivselsdesk.domain.people import holders, role_names
from trivselsdesk.domain.records import Person
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import Label

_COLUMNS = 3
"""As many stand in one row at most; with more, or with long words, there are two columns."""
_LEFT, _RIGHT, _GAP = 6, 2, 2
_MOST_SIGNS = 40
_HINT_WIDE = 280


@dataclass(frozen=True)
class RoleLine:
    """A role of the meeting, who holds it (first names), and who could."""

    role: Role
    names: str
    holders: tuple[str, ...]
    """Ids of those who hold it."""
    people: tuple[tuple[str, str], ...]
    """Id and name of everybody on the list."""


def role_lines(book: Book, pack: Pack) -> list[RoleLine]:
    """The roles of the meeting in the order of the process."""
    people = tuple((each.id, _name(each)) for each in book.ranked(Person) if each.name.strip())
    return [
        RoleLine(
            role,
            role_names(book, role.id, short=True),
            tuple(each.id for each in holders(book, role.id)),
            people,
        )
        for role in pack.roles
        if role.group == MEETING_GROUP
    ]


def _name(person: Person) -> str:
    title = person.title.strip()
    words = f"{person.name.strip()} ({title})" if title else person.name.strip()
    return shortened(words, _MOST_SIGNS)


class RoleCell(Button):
    """A role over its holder. A click opens the menu of those who could take it."""

    def __init__(self) -> None:
        super().__init__("", "ghost")
        self.title, self.names = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, title: str, names: str) -> None:
        """The role's title, and who holds it; empty while nobody does."""
        if (title, names) == (self.title, self.names) and self.accessibleName():
            return
        self.title, self.names = title, names
        held = names or self.tr("Ingen endnu")
        self.setAccessibleName(f"{title}: {held}")
        self.setToolTip(f"{title}: {held}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(72, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_box(painter)
        look = theme.current()
        inner = QRectF(self.rect()).adjusted(_LEFT, 0, -_RIGHT, 0)
        top = QRectF(inner.left(), 3, inner.width(), 19)
        below = QRectF(inner.left(), 21, inner.width(), 20)
        left = Qt.AlignmentFlag.AlignLeft
        paint.text(painter, top, self.title, look.font("caption"), "ink3", left)
        names, token = (self.names, "ink") if self.names else (self.tr("Vælg …"), "ink3")
        weight = 700 if self.names else 400
        paint.text(painter, below, names, look.font("bodyStrong", weight=weight), token, left)


class Roles(Panel):
    """Every role of the meeting. Hidden where the process has none."""

    assigned = Signal(str, str)
    """Role and person."""
    freed = Signal(str, str)
    other_wanted = Signal(str)
    """Somebody who is not on the list is to hold this role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", own_layout=True, parent=parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 5, 6, 5)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(0)
        self.cells: list[RoleCell] = []
        self._lines: list[RoleLine] = []
        self._columns = 0
        self.menu = QMenu(self)

    def show_roles(self, lines: list[RoleLine]) -> None:
        """The roles and who holds them."""
        self._lines = lines
        if len(lines) != len(self.cells) or self._fitting() != self._columns:
            self._lay_out(len(lines))
        for cell, line in zip(self.cells, lines, strict=True):
            cell.show_words(line.role.title, line.names)
        self.setVisible(bool(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self.show_roles(self._lines)

    def _fitting(self) -> int:
        """Columns in which no role's title is cut."""
        count = len(self._lines)
        if count > _COLUMNS:
            return 2
        margins = self._grid.contentsMargins()
        room = (self.width() - margins.left() - margins.right() - _GAP * (count - 1)) / max(1, count)
        metrics = QFontMetricsF(theme.current().font("caption"))
        widest = max((metrics.horizontalAdvance(each.role.title) for each in self._lines), default=0)
        return count if widest <= room - _LEFT - _RIGHT else min(2, count)

    def _lay_out(self, count: int) -> None:
        for cell in self.cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._columns = columns = self._fitting()
        self.cells = [RoleCell() for _ in range(count)]
        for place, cell in enumerate(self.cells):
            cell.clicked.connect(self._open_menu)
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def fill_menu(self, place: int) -> None:
        """Put into the menu what the role does and who can hold it."""
        line = self._lines[place]
        self.menu.clear()
        if line.role.hint:
            hint = Label(line.role.hint, "caption", "ink2", wrap=True)
            hint.setFixedWidth(_HINT_WIDE)
            hint.setContentsMargins(14, 8, 14, 8)
            holder = QWidgetAction(self.menu)
            holder.setDefaultWidget(hint)
            holder.setEnabled(False)
            self.menu.addAction(holder)
            self.menu.addSeparator()
        for person_id, name in line.people:
            choice = self._choice(line, person_id, name)
            choice.setCheckable(True)
            choice.setChecked(person_id in line.holders)
        self.menu.addSeparator()
        self._choice(line, "", self.tr("En anden …"))

    def _choice(self, line: RoleLine, person_id: str, words: str) -> QAction:
        choice = self.menu.addAction(words.replace("&", "&&"))
        choice.setData((line.role.id, person_id, person_id in line.holders))
        choice.triggered.connect(self._choice_made)
        return choice

    def _choice_made(self) -> None:
        choice = self.sender()
        if not isinstance(choice, QAction):
            return
        role_id, person_id, held = choice.data()
        if not person_id:
            self.other_wanted.emit(role_id)
        elif held:
            self.freed.emit(role_id, person_id)
        else:
            self.assigned.emit(role_id, person_id)

    def _open_menu(self) -> None:
        cell = self.sender()
        if isinstance(cell, RoleCell) and cell in self.cells:
            self.fill_menu(self.cells.index(cell))
            self.menu.popup(cell.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))
