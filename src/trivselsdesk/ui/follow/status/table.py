"""The table of the statuspil: a head of chevrons, the lines, and »Tilføj aktivitet«."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.follow import Followed
from trivselsdesk.domain.pack import Pack
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.status import row as columns
from trivselsdesk.ui.follow.status.choice import ChoiceButton
from trivselsdesk.ui.follow.status.hand import Hand
from trivselsdesk.ui.follow.status.row import Columns, StatusRow
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Panel, ScrollArea
from trivselsdesk.ui.widgets.chevron import chevron
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.name_field import NameField, names
from trivselsdesk.ui.widgets.tabbing import TabAnchor

_HEAD = 48


class StatusTable(QWidget):
    """Lines keep their widgets while they last, so that what is written in stays as it is."""

    add_wanted = Signal()
    edit_wanted = Signal(str)
    history_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, bridge: Bridge, hand: Hand) -> None:
        super().__init__()
        self._bridge, self._hand = bridge, hand
        self._rows: dict[str, StatusRow] = {}
        self._order: list[str] = []
        self._columns = columns.columns_for(1000)
        self._owner = ("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.head = _Head()
        column.addWidget(self.head)
        self._anchor = TabAnchor(self)
        self._none = Label(self.tr("Ingen aktiviteter passer til det, I har valgt at se."), "body", "ink2")
        self._none.setContentsMargins(20, 20, 20, 20)
        self._none.hide()
        column.addWidget(self._none)
        self._scroll = ScrollArea()
        # The head has no layout of its own: it follows what the lines stand in.
        self._scroll.content.installEventFilter(self)
        column.addWidget(self._scroll, 1000)
        foot = Panel("surface", "top", radius=0, own_layout=True)
        foot.setFixedHeight(56)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 1, 20, 0)
        self.add_button = Button(self.tr("Tilføj aktivitet"), "link", "plus")
        self.add_button.clicked.connect(self.add_wanted)
        row.addWidget(self.add_button)
        self.choice = ChoiceButton()
        row.addWidget(self.choice)
        row.addStretch(1)
        self._hint = ElidedLabel(self.tr("Klik på et trin i pilen, eller træk den"), "caption", "ink3")
        row.addWidget(self._hint)
        row.addSpacing(12)
        self._by = Label(self.tr("Flyttes af"), "caption", "ink2")
        row.addWidget(self._by)
        self.who = NameField(placeholder=self.tr("Navn (valgfrit)"), name=self.tr("Hvem flytter pilene?"))
        self.who.setFixedWidth(168)
        self.who.edited.connect(self._name)
        row.addWidget(self.who)
        self._foot = _Rounded(foot)
        column.addWidget(self._foot)
        column.addStretch(1)
        theme.notifier.changed.connect(self.update)

    def rows(self) -> list[StatusRow]:
        """The lines from above."""
        return [self._rows[each] for each in self._order]

    def show_lines(self, programme_id: str, pack: Pack, lines: list[Followed], today: date) -> None:
        """Bring the table into line with the book."""
        if (programme_id, pack.version) != self._owner:
            self._drop(set(self._rows))
            self._owner = (programme_id, pack.version)
        order = [line.action.id for line in lines]
        self._drop(set(self._rows) - set(order))
        for line in lines:
            key = line.action.id
            if key not in self._rows:
                self._rows[key] = self._make(pack, programme_id, key)
            self._rows[key].show_line(line, today)
        if order != self._order:
            self._order = order
            for row in self._rows.values():
                self._scroll.body.removeWidget(row)
            for row in self.rows():
                self._scroll.body.addWidget(row)
                row.show()
            self._anchor.chain(
                part for row in self.rows() for part in (row.arrow, row.note, row.since, row.more)
            )
        self._none.setVisible(not lines)
        group = self._bridge.pack(programme_id).trio
        self.who.set_suggestions([*names(self._bridge.book(programme_id)), group])
        self.who.set_value(self._hand.who)
        self._fit_height()

    def _name(self, name: object) -> None:
        self._hand.set_who(str(name))

    def _make(self, pack: Pack, programme_id: str, action_id: str) -> StatusRow:
        row = StatusRow(self._bridge, pack, self._hand, programme_id, action_id)
        row.fit(self._columns)
        row.edit_wanted.connect(self.edit_wanted)
        row.history_wanted.connect(self.history_wanted)
        row.remove_wanted.connect(self.remove_wanted)
        return row

    def _drop(self, ids: set[str]) -> None:
        for key in ids:
            row = self._rows.pop(key)
            self._scroll.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._order = [each for each in self._order if each not in ids]

    def _fit_height(self) -> None:
        # As high as the lines and no higher, so that the foot follows the last of them.
        self._scroll.content.adjustSize()
        self._scroll.setMaximumHeight(max(1, self._scroll.body.minimumSize().height()))
        self._fit_head()

    def _fit_head(self) -> None:
        self.head.fit(self._columns, self._scroll.content.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._scroll.content:
            self._fit_head()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= 1040)
        self.who.setFixedWidth(168 if self.width() >= 880 else 140)
        fitting = columns.columns_for(self.width())
        if fitting != self._columns:
            self._columns = fitting
            for row in self._rows.values():
                row.fit(fitting)
        self._fit_height()

    def minimumSizeHint(self) -> QSize:
        return QSize(680, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        high = self._foot.geometry().bottom() + 2
        rect = QRectF(0, 0, self.width(), high)
        paint.rounded(painter, rect, theme.current().radius("card"), "surface", "line")


class _Rounded(QWidget):
    """Keeps a square panel inside the round lower corners."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(inner)


class _Head(QWidget):
    """The column titles as one long arrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEAD)
        self._columns, self._room = columns.columns_for(1000), 1000
        theme.notifier.changed.connect(self.update)

    def fit(self, widths: Columns, room: int) -> None:
        """The columns of lines that are ``room`` px wide."""
        self._columns, self._room = widths, room
        self.update()

    def starts(self) -> tuple[int, int, int]:
        """Where the columns of owner, deadline and status begin."""
        status = self._room - 10 - columns.MORE_WIDE - columns.GAP - self._columns.status
        due = status - columns.GAP - self._columns.due
        return due - columns.GAP - self._columns.owner, due, status

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        corner = QPainterPath()
        radius = look.radius("card") - 1
        corner.addRoundedRect(QRectF(0, 0, self.width(), self.height() + radius), radius, radius)
        painter.setClipPath(corner)
        starts = [-30, *self.starts()]
        titles = (
            self.tr("Aktivitet"),
            self.tr("Tovholder"),
            self.tr("Deadline"),
            self.tr("Hvor langt er vi?"),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        font = look.font("bodyStrong", weight=700)
        for place, (start, title) in enumerate(zip(starts, titles, strict=True)):
            last = place == len(starts) - 1
            left = start - 30.0 if place else 0.0
            end = float(self.width()) if last else starts[place + 1] - 30.0 + 11
            rect = QRectF(left, 0, end - left, _HEAD)
            painter.setBrush(look.color("primary"))
            painter.drawPath(chevron(rect, first=place == 0, point=24 if last else 14, notch=14))
            words = QRectF(20 if place == 0 else start, 0, end - max(start, 20) - 16, _HEAD)
            paint.text(painter, words, title, font, "onPrimary", Qt.AlignmentFlag.AlignLeft)
