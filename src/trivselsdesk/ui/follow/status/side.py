"""Beside the statuspil: the next follow-up, what to remember, what was carried on and what was parked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.board import Card as BoardCard
from trivselsdesk.domain.danish import MONTHS, format_date, relative_day, short_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Initiative, Task
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.lines import wrapped
from trivselsdesk.ui.widgets.sign import Sign


class FollowupCard(Card):
    """The day, where, and who sees to it; »Gør klar til mødet«, or »Aftal en dag« where there is none."""

    prepare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self.body.addWidget(Label(self.tr("Næste opfølgning"), "section"))
        row = QHBoxLayout()
        row.setSpacing(12)
        self._badge = _DayBadge()
        words = QVBoxLayout()
        words.setSpacing(0)
        self._place = Label("", "bodyStrong", wrap=True, weight=700)
        self._owner = Label("", "caption", "ink3", wrap=True)
        words.addStretch(1)
        words.addWidget(self._place)
        words.addWidget(self._owner)
        words.addStretch(1)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._none = Label(
            self.tr("Der er ikke aftalt en dag."),
            "body",
            "ink2",
            wrap=True,
        )
        self.body.addWidget(self._none)
        self._last = Label("", "caption", "ink2", wrap=True)
        self.body.addWidget(self._last)
        self.prepare = Button(self.tr("Gør klar til mødet"))
        self.prepare.clicked.connect(self.prepare_wanted)
        self.body.addWidget(self.prepare)

    def show_next(self, initiative: Initiative | None, today: date, held: date | None) -> None:
        """``held`` is the day of the last follow-up that was held."""
        self._last.setVisible(held is not None)
        if held is not None:
            day_words = format_date(held, year=held.year != today.year)
            self._last.set_text(self.tr("Sidst fulgt op {day}").format(day=day_words))
        day = initiative.followup_day if initiative else None
        self._none.setVisible(day is None)
        for widget in (self._badge, self._place, self._owner):
            widget.setVisible(day is not None)
        if initiative is None or day is None:
            self.prepare.setText(self.tr("Aftal en dag …"))
            return
        self._badge.set_day(day)
        self._place.set_text(initiative.followup_place.strip()[:120] or relative_day(day, today).capitalize())
        owner = initiative.followup_owner.strip()[:60]
        parts = [self.tr("{name} sørger for det").format(name=owner)] if owner else []
        if initiative.followup_place.strip():
            parts.append(relative_day(day, today))
        self._owner.set_text(" · ".join(parts))
        # One that is over stays here until somebody says that it was held.
        self._owner.set_token("mustInk" if day < today else "ink3")
        self.prepare.setText(self.tr("Er den holdt?") if day < today else self.tr("Gør klar til mødet"))


class _DayBadge(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self.setFixedSize(56, 56)
        theme.notifier.changed.connect(self.update)

    def set_day(self, day: date) -> None:
        self._day = day
        self.setAccessibleName(format_date(day, weekday=True))
        self.setToolTip(format_date(day, weekday=True))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._day is None:
            return
        painter = QPainter(self)
        look = theme.current()
        paint.rounded(painter, QRectF(self.rect()), look.radius("control"), "primary")
        month = MONTHS[self._day.month - 1]
        words = month if len(month) <= 5 else f"{month[:3]}."
        centre = Qt.AlignmentFlag.AlignHCenter
        paint.text(
            painter, QRectF(2, 5, 52, 18), words, look.font("caption", weight=600), "onPrimary", centre
        )
        font = look.font("title", size=24)
        paint.text(painter, QRectF(0, 22, 56, 30), str(self._day.day), font, "onPrimary", centre)


class ReminderCard(Card):
    """Lines of the checklist that come after the meeting."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self.body.addWidget(Label(self.tr("Husk"), "section"))
        self._lines: dict[str, _Reminder] = {}

    def show_tasks(self, tasks: list[Task], today: date) -> None:
        wanted = {task.id for task in tasks}
        for gone in set(self._lines) - wanted:
            line = self._lines.pop(gone)
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for task in tasks:
            if task.id not in self._lines:
                line = _Reminder(task.id)
                line.ticked.connect(self.ticked)
                self._lines[task.id] = line
                self.body.addWidget(line)
            self._lines[task.id].show_task(task, today)
        self.setVisible(bool(tasks))


class _Reminder(QWidget):
    ticked = Signal(str, bool)

    def __init__(self, task_id: str) -> None:
        super().__init__()
        self._task_id = task_id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(10)
        self.box = Check()
        self.box.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._text = Label("", "bodyStrong", wrap=True)
        self._when = Label("", "caption", "ink3", wrap=True)
        words.addWidget(self._text)
        words.addWidget(self._when)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_task(self, task: Task, today: date) -> None:
        self.box.setChecked(task.done)
        self.box.setAccessibleName(task.text[:200])
        self._text.set_text(task.text[:200])
        self._text.set_token("ink3" if task.done else "ink")
        late = task.due is not None and task.due < today and not task.done
        parts = []
        if task.due is not None:
            day = short_date(task.due, year=task.due.year != today.year)
            parts.append(self.tr("senest {day}").format(day=day))
        if late and task.due is not None:
            parts.append(relative_day(task.due, today))
        if task.owner:
            parts.append(task.owner[:60])
        self._when.set_text(" · ".join(parts))
        self._when.set_token("mustInk" if late else "ink3")

    def _on_clicked(self) -> None:
        self.ticked.emit(self._task_id, self.box.isChecked())


@dataclass(frozen=True)
class Entry:
    """A line of a list card."""

    text: str
    pink: bool = False
    """Stands on a pink note."""
    caption: str = ""
    late: bool = False


class ListCard(Card):
    """A signed heading and titles below it: what is carried on, or parked."""

    def __init__(self, kind: str) -> None:
        super().__init__(spacing=6)
        self._kind = kind
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Sign(kind))
        self._title = ElidedLabel("", "section")
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self._shown: list[Entry] | None = None
        self._widgets: list[QWidget] = []

    def show_titles(self, title: str, entries: list[Entry]) -> None:
        """Show the heading and the entries below it."""
        self._title.set_text(title)
        if entries == self._shown:
            return
        self._shown = entries
        for old in self._widgets:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._widgets = []
        for entry in entries:
            parked = self._kind == "park"
            text = entry.text[:200]
            self._add(_Slip(entry.text, entry.pink) if parked else Label(text, "bodyStrong", wrap=True))
            if entry.caption:
                tone = "mustInk" if entry.late else "ink3"
                words = Label(entry.caption, "caption", tone, wrap=True, weight=700 if entry.late else None)
                self._add(words)

    def _add(self, widget: QWidget) -> None:
        self._widgets.append(widget)
        self.body.addWidget(widget)


class _Slip(QWidget):
    """A parked note on one or two lines."""

    def __init__(self, text: str, pink: bool) -> None:
        super().__init__()
        self._text, self._pink = text, pink
        self.setAccessibleName(text)
        self.setToolTip(text[:300])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.notifier.changed.connect(self.update)

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._text, theme.current().font("note", size=15), max(60, width - 34), 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 12 + 19 * max(1, len(self._lines(width)))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        token = "noteP" if self._pink else "noteY"
        lines = self._lines(self.width())
        font = look.font("note", size=15)
        painter.setFont(font)
        widest = max((painter.fontMetrics().horizontalAdvance(line) for line in lines), default=0)
        rect = QRectF(0, 0, min(self.width(), widest + 34), self.height())
        paint.rounded(painter, rect, look.radius("note"), token, f"{token}Line")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"{token}Mark"))
        painter.drawEllipse(QRectF(10, 12, 7, 7))
        painter.setPen(look.color(f"{token}Ink"))
        for number, line in enumerate(lines):
            box = QRectF(24, 6 + 19 * number, rect.width() - 30, 19)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)


def slips(cards: list[BoardCard], pink_kinds: set[str], today: date) -> list[Entry]:
    """Parked cards, with since when each has stood there; a theme is yellow."""
    since = [_since(card.parked_on, today) for card in cards]
    return [
        Entry(
            card.title,
            not card.is_theme and bool(card.notes) and card.notes[0].kind in pink_kinds,
            # Said once below those that came on the same day.
            since[place] if since[place : place + 2] != since[place : place + 1] * 2 else "",
        )
        for place, card in enumerate(cards)
    ]


def _since(day: date | None, today: date) -> str:
    """»Parkeret 20. maj«, from the day after it was parked."""
    if day is None or day >= today:
        return ""
    words = QCoreApplication.translate("StatusSide", "Parkeret {day}")
    return words.format(day=format_date(day, year=day.year != today.year))
