"""The drejebog: its rows with times that follow, and the sum below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from trivselsdesk.domain import agenda
from trivselsdesk.domain.records import AgendaItem, new_id
from trivselsdesk.ui.prepare import columns
from trivselsdesk.ui.prepare.agenda_row import AgendaRow
from trivselsdesk.ui.prepare.budget_line import BudgetLine
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, Panel, ScrollArea, hline
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.row_list import RowList, bring_into_view

_LEAST = 400
NEW_MINUTES = 10
"""Minutes of a new row or break, to be changed at once."""


class AgendaTable(Card):
    restructured = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__("", padding=0, spacing=0)
        # Without this the columns as drawn would be the least width, and never get to fold.
        self.setMinimumWidth(_LEAST)
        self._editor = editor
        self._open = ""
        head = QHBoxLayout()
        head.setContentsMargins(15, 9, 15, 9)
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Drejebog"), "section"))
        head.addSpacing(2)
        self.lead = ElidedLabel(self.tr("Ret minutterne – tiderne følger med"), "caption", "ink3")
        head.addWidget(self.lead, 1)
        self.pause = Button(self.tr("Pause"), "plain", "coffee", small=True)
        self.pause.setAccessibleName(self.tr("Læg en pause ind"))
        self.pause.clicked.connect(self.add_break)
        self.item = Button(self.tr("Punkt"), "plain", "plus", small=True)
        self.item.setAccessibleName(self.tr("Tilføj et punkt"))
        self.item.clicked.connect(self.add_item)
        head.addWidget(self.pause)
        head.addWidget(self.item)
        self.body.addLayout(head)
        self.body.addWidget(hline())
        self.columns = Panel("canvas", "bottom", own_layout=True)
        self.columns.setFixedHeight(32)
        names = (
            None,
            self.tr("Start"),
            self.tr("Min."),
            self.tr("Punkt"),
            self.tr("Taler"),
            self.tr("Materialer"),
        )
        cells = [Label(each, "caption", "ink3", weight=600) if each else None for each in names] + [None]
        self._grid = columns.lay(self.columns, cells)
        self.body.addWidget(self.columns)
        self.area = ScrollArea()
        self.list = RowList()
        self.list.moved.connect(self._move)
        self.list.rearranged.connect(self.restructured)
        self.empty = EmptyState(
            self.tr("Drejebogen er tom"),
            self.tr("Tilføj det første punkt, så regner vi tiderne ud."),
            icon="list",
            button=self.tr("Tilføj punkt"),
            button_icon="plus",
            framed=False,
        )
        self.empty.pressed.connect(self.add_item)
        self.area.body.addWidget(self.empty)
        self.area.body.addWidget(self.list)
        self.area.body.addStretch(1)
        self.area.verticalScrollBar().rangeChanged.connect(self._follow_bar)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(hline())
        self.budget = BudgetLine(editor)
        self.budget.break_wanted.connect(self.add_break)
        self.budget.item_pressed.connect(self.show_item)
        self.body.addWidget(self.budget)

    def refresh(self) -> None:
        book, meeting = self._editor.book, self._editor.meeting
        rows = agenda.rows(book, meeting)
        state = agenda.budget(book, meeting, self._editor.process)
        off = {item.id for item in state.steps_off}
        self.empty.setVisible(not rows)
        self.columns.setVisible(bool(rows))
        self.list.sync([row.item.id for row in rows], self._make)
        for each in rows:
            row = self.list.row(each.item.id)
            if isinstance(row, AgendaRow):
                row.show_row(each, each.item.id in off)
        self.budget.show_budget(state, rows)

    def close_rows(self) -> None:
        """Fold everything up."""
        self._open = ""
        for row in self._agenda_rows():
            row.close_detail()

    def add_item(self) -> None:
        """A new item below the open row, or last; the cursor in its title."""
        item = self._new(self.tr("Nyt punkt"), "talk")
        if self._editor.add(item, self._below_open()):
            self.show_item(item.id)
            row = self.list.row(item.id)
            if isinstance(row, AgendaRow) and row.detail is not None:
                row.detail.show_form(True)
                if row.detail.form is not None:
                    row.detail.form.focus_title()
                    row.detail.form.title.selectAll()

    def add_break(self) -> None:
        """A break below the open row, or where one is missed most; the cursor in its minutes."""
        pause = self._new(self.tr("Pause"), agenda.BREAK)
        items = self._editor.book.items(self._editor.meeting.id)
        index = self._below_open()
        if index is None or agenda.beside_break(items, index):
            index = agenda.best_break_index(items)
        if self._editor.add(pause, index):
            row = self.list.row(pause.id)
            if isinstance(row, AgendaRow):
                bring_into_view(row)
                row.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
                row.minutes.selectAll()

    def show_item(self, item_id: str) -> None:
        """Open a row and bring it into view."""
        row = self.list.row(item_id)
        if isinstance(row, AgendaRow):
            row.open()
            bring_into_view(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < columns.NARROW
        columns.set_narrow(self._grid, narrow)
        for row in self._agenda_rows():
            row.set_narrow(narrow)

    def _make(self, item_id: str) -> AgendaRow:
        row = AgendaRow(item_id, self._editor)
        row.set_narrow(self.width() < columns.NARROW)
        row.opened.connect(self._opened)
        row.restructured.connect(self.restructured)
        return row

    def _opened(self, item_id: str) -> None:
        self._open = item_id
        for row in self._agenda_rows():
            if row.record_id != item_id:
                row.close_detail()
        self.refresh()
        self.restructured.emit()
        opened = self.list.row(item_id)
        if opened is not None:
            bring_into_view(opened)

    def _follow_bar(self, least: int, most: int) -> None:
        bar = self.area.verticalScrollBar()
        columns.set_bar(self._grid, bar.sizeHint().width() if most > least else 0)

    def _move(self, item_id: str, index: int) -> None:
        self._editor.move(AgendaItem, item_id, index)

    def _agenda_rows(self) -> list[AgendaRow]:
        return [row for row in self.list.rows() if isinstance(row, AgendaRow)]

    def _new(self, title: str, tool: str) -> AgendaItem:
        return AgendaItem(
            id=new_id(),
            programme_id=self._editor.programme_id,
            meeting_id=self._editor.meeting.id,
            title=title,
            minutes=NEW_MINUTES,
            tool=tool,
        )

    def _below_open(self) -> int | None:
        ids = self.list.ids()
        return ids.index(self._open) + 1 if self._open in ids else None
