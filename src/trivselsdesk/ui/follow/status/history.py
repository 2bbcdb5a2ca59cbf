"""What happened to an action since it was set in motion: each move with day, name and word."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import short_date
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.domain.status import history
from trivselsdesk.ui.follow.status import words
from trivselsdesk.ui.widgets.card import ScrollArea, hline
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label

_DAY_WIDE = 132


class HistoryDialog(Dialog):
    """The latest on top."""

    def __init__(self, book: Book, pack: Pack, action: Action, today: date, parent: QWidget | None) -> None:
        super().__init__(action.title[:160], parent, width=600)
        self.setWindowTitle(self.tr("Historik"))
        self.lines: list[str] = []
        scroll = ScrollArea(spacing=0)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.tr("Historik"))
        for change in history(book, action.id):
            day = short_date(change.day, year=change.day.year != today.year)
            scroll.body.addWidget(self._line(day, words.change(change, pack), change.who, change.note))
        initiative = book.find(Initiative, action.initiative_id)
        if initiative is not None and initiative.launched is not None:
            day = short_date(initiative.launched, year=initiative.launched.year != today.year)
            scroll.body.addWidget(self._line(day, self.tr("Sat i gang"), "", ""))
        if not self.lines:
            scroll.body.addWidget(Label(self.tr("Pilen er ikke flyttet endnu."), "body", "ink2"))
        scroll.body.addStretch(1)
        scroll.setMinimumHeight(min(420, 24 + 52 * max(1, len(self.lines))))
        self.body.addWidget(scroll, 1)
        self.add_button(self.tr("Luk"), "primary", accepts=True, default=True)

    def _line(self, day: str, what: str, who: str, note: str) -> QWidget:
        self.lines.append(" · ".join(each for each in (day, what, who, note) if each))
        holder = QWidget()
        holder.setAccessibleName(self.lines[-1])
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 8, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        when = Label(day, "body", "ink2")
        when.setFixedWidth(_DAY_WIDE)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(Label(f"{what} · {who}" if who else what, "bodyStrong", wrap=True))
        if note:
            beside.addWidget(Label(f"»{note}«", "body", "ink2", wrap=True))
        row.addLayout(beside, 1)
        column.addLayout(row)
        column.addWidget(hline())
        return holder
