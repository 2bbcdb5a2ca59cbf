"""The dates that somebody else has set: folded away, or open to read and to mend."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.prepare import SetMilestoneDays, ShiftYears
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.records import Milestone
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, Meta
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import Card, ScrollArea, hline
from trivselsdesk.ui.widgets.fields import DateField, Labelled, LineField
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.row_list import HoverButton, ListRow, RowList, bring_into_view


class Milestones(Card):
    """Folded to its heading with the next date until somebody opens it."""

    restructured = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__("", padding=0, spacing=0)
        self._editor = editor
        self.head = _Head()
        self.head.pressed.connect(self.toggle)
        self.chevron = self.head.chevron
        self.chevron.clicked.connect(self.toggle)
        self.body.addWidget(self.head)
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hline())
        self.area = ScrollArea()
        self.list = RowList()
        self.list.rearranged.connect(self.restructured)
        self.area.body.addWidget(self.list)
        self.area.body.addStretch(1)
        column.addWidget(self.area, 1)
        column.addWidget(hline())
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 2, 8, 4)
        self.back = Button(self.tr("Et år tilbage"), "link", "chev-l", small=True)
        self.on = Button(self.tr("Et år frem"), "link", small=True, icon_after="chev-r")
        self.back.clicked.connect(self._year_back)
        self.on.clicked.connect(self._year_on)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.on)
        column.addLayout(foot)
        self.inside.hide()
        self.body.addWidget(self.inside, 1)

    def is_open(self) -> bool:
        return not self.inside.isHidden()

    def toggle(self) -> None:
        """Fold the dates out or away."""
        opening = not self.is_open()
        self.inside.setVisible(opening)
        self.head.show_open(opening)
        self.restructured.emit()

    def refresh(self) -> None:
        every = self._editor.book.ranked(Milestone)
        self.setVisible(bool(every))
        self.list.sync([each.id for each in every], self._make)
        today = self._editor.today()
        for each in every:
            row = self.list.row(each.id)
            if isinstance(row, _MilestoneRow):
                row.show_milestone(each, today)
        days = [day for each in every for day in (each.start, each.end) if day is not None and day >= today]
        year = min(days).year != today.year if days else False
        self.head.next.set_text(
            self.tr("næste: {day}").format(day=format_date(min(days), year=year)) if days else ""
        )

    def close_forms(self) -> None:
        for row in self.list.rows():
            if isinstance(row, _MilestoneRow):
                row.close_form()

    def _make(self, milestone_id: str) -> ListRow:
        row = _MilestoneRow(milestone_id, self._editor)
        row.opened.connect(self._opened)
        return row

    def _opened(self, milestone_id: str) -> None:
        for row in self.list.rows():
            if isinstance(row, _MilestoneRow) and row.record_id != milestone_id:
                row.close_form()
        self.restructured.emit()
        opened = self.list.row(milestone_id)
        if opened is not None:
            bring_into_view(opened)

    def _year_back(self) -> None:
        self._editor.run(ShiftYears(programme_id=self._editor.programme_id, years=-1))

    def _year_on(self) -> None:
        self._editor.run(ShiftYears(programme_id=self._editor.programme_id, years=1))


class _Head(QWidget):
    """The heading; all of it folds."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 3, 5, 3)
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Vigtige datoer"), "section"))
        self.next = ElidedLabel("", "caption", "ink3")
        self.next.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.next, 1)
        self.chevron = IconButton("chev-d", self.tr("Vis datoerne"))
        row.addWidget(self.chevron)

    def show_open(self, opened: bool) -> None:
        self.chevron.set_icon("chev-u" if opened else "chev-d")
        self.chevron.set_tooltip(self.tr("Fold datoerne sammen") if opened else self.tr("Vis datoerne"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class _MilestoneRow(ListRow):
    opened = Signal(str)

    def __init__(self, milestone_id: str, editor: Editor) -> None:
        super().__init__(milestone_id, edge="bottom")
        self._editor = editor
        self._form: _MilestoneForm | None = None
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(15, 7, 4, 7)
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Clamped("body", lines=3, line_height=20, size=15, weight=500)
        self.when = Meta()
        words.addWidget(self.title)
        words.addWidget(self.when, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        self.pencil = HoverButton("pencil", self.tr("Ret datoen"), size=18)
        self.pencil.clicked.connect(self.toggle)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(line)

    def show_milestone(self, milestone: Milestone, today: date) -> None:
        self.title.show_text(self._editor.fill(milestone.title), weight=700 if milestone.hard else 500)
        last = milestone.end or milestone.start
        passed = last is not None and last < today
        icon = "check" if passed else "flag" if milestone.hard else "calendar"
        token = "ink3" if passed else "mustInk" if milestone.hard else "ink2"
        self.when.show_words(icon, span_words(milestone), token)
        if self._form is not None:
            self._form.show_milestone(milestone)

    def toggle(self) -> None:
        """Open the fields below the row, or put them away."""
        if self._form is not None:
            if not self._form.keeps_back():
                self.close_form()
            return
        self._form = _MilestoneForm(self.record_id, self._editor)
        self._form.show_milestone(self._editor.book.get(Milestone, self.record_id))
        self.body.addWidget(self._form)
        self._form.show()
        self.set_fill("primaryTint")
        self.pencil.set_icon("check")
        self.pencil.set_tooltip(self.tr("Færdig"))
        self.opened.emit(self.record_id)
        self._form.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        if self._form is None:
            return
        form, self._form = self._form, None
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)
        form.hide()
        form.deleteLater()
        self.set_fill("surface")
        self.pencil.set_icon("pencil")
        self.pencil.set_tooltip(self.tr("Ret datoen"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form is not None:
            self.close_form()
        else:
            super().keyPressEvent(event)


class _MilestoneForm(QWidget):
    def __init__(self, milestone_id: str, editor: Editor) -> None:
        super().__init__()
        self._id, self._editor = milestone_id, editor
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 15, 10)
        column.setSpacing(6)
        self.title = LineField(name=self.tr("Hvad sker der"))
        self.start = DateField(today=editor.today)
        self.end = DateField(placeholder=self.tr("Samme dag"), today=editor.today)
        self.note = LineField(placeholder=self.tr("For eksempel august og september"))
        self.title.edited.connect(self._set_title)
        self.start.edited.connect(self._set_days)
        self.end.edited.connect(self._set_days)
        self.note.edited.connect(self._set_note)
        column.addWidget(self.title)
        column.addWidget(Labelled(self.tr("Dato"), self.start))
        column.addWidget(Labelled(self.tr("Til og med"), self.end))
        column.addWidget(Labelled(self.tr("Datoen med ord"), self.note))

    def keeps_back(self) -> bool:
        """Whether a day cannot be read; the cursor goes there. Closed, the form would take it along."""
        wrong = next((each for each in (self.start, self.end) if each.unreadable()), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong is not None

    def show_milestone(self, milestone: Milestone) -> None:
        self.title.set_value(milestone.title)
        self.start.set_value(milestone.start)
        self.end.set_value(milestone.end)
        self.note.set_value(milestone.note)

    def _set_days(self) -> None:
        if self._editor.book.find(Milestone, self._id) is None:
            return
        self._editor.run(
            SetMilestoneDays(
                programme_id=self._editor.programme_id,
                milestone_id=self._id,
                start=self.start.value(),
                end=self.end.value(),
            )
        )

    def _set_title(self, value: str) -> None:
        self._editor.edit(Milestone, self._id, title=value)

    def _set_note(self, value: str) -> None:
        self._editor.edit(Milestone, self._id, note=value)


def span_words(milestone: Milestone) -> str:
    """»8.–22. april 2026«, »11. maj – 30. juni 2026«, or the words that say it better."""
    start, end = milestone.start or milestone.end, milestone.end
    if start is None or (milestone.note and milestone.note[:1].isdigit()):
        return milestone.note
    words = format_date(start)
    if end is not None and end != start:
        if (start.year, start.month) == (end.year, end.month):
            words = f"{start.day}.–{format_date(end)}"
        else:
            words = f"{format_date(start, year=start.year != end.year)} – {format_date(end)}"
    return f"{words} {milestone.note}".strip()
