"""A line of the statuspil: what, who, by when, how far, and a word about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import relative_day, table_date
from trivselsdesk.domain.follow import Followed, owner_of, owner_words
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Action
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.status import words
from trivselsdesk.ui.follow.status.arrow import StatusArrow
from trivselsdesk.ui.follow.status.hand import Hand
from trivselsdesk.ui.follow.status.since import SinceButton
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.avatar import Initials
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.chips import Flag
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.lines import wrapped

MORE_WIDE = 40
GAP = 14
_LEAST_HIGH = 98


@dataclass(frozen=True)
class Columns:
    """Widths in px; the activity takes what is left."""

    owner: int
    due: int
    status: int


def columns_for(width: int) -> Columns:
    """Columns for a table so wide."""
    if width >= 980:
        return Columns(126, 136, 424)
    return Columns(118, 130, 372) if width >= 880 else Columns(104, 122, 312)


QUIET = """
QLineEdit[quiet="true"] { min-height: 28px; }
QLineEdit[quiet="true"]:focus { min-height: 24px; }
QLineEdit[quiet="true"]:!focus:!hover { border: 1px solid transparent; background: transparent; }
"""


class StatusRow(QWidget):
    """Shows one action; ``show_line`` brings it into line."""

    edit_wanted = Signal(str)
    history_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, bridge: Bridge, pack: Pack, hand: Hand, programme_id: str, action_id: str) -> None:
        super().__init__()
        self._bridge, self._pack, self._hand = bridge, pack, hand
        self._programme_id, self.action_id = programme_id, action_id
        self.setStyleSheet(QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 10, 9)
        row.setSpacing(GAP)
        self._title_text = self._owner_text = ""
        self._owner_named = False
        text = QVBoxLayout()
        text.setSpacing(0)
        self.title = Label("", "bodyStrong", size=17, weight=700)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._from = ElidedLabel("", "caption", "ink3")
        self._flag = Flag("must")
        below = self._below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._from, 0)
        below.addWidget(self._flag, 0)
        below.addStretch(1)
        text.addStretch(1)
        text.addWidget(self.title)
        text.addLayout(below)
        text.addStretch(1)
        self._words = QWidget()
        text.setContentsMargins(0, 0, 0, 0)
        self._words.setLayout(text)
        self._words.setMinimumWidth(100)
        row.addWidget(self._words, 1)
        row.addWidget(self._make_owner())
        row.addWidget(self._make_due())
        status = QVBoxLayout()
        status.setSpacing(0)
        self.arrow = StatusArrow(pack.status_steps)
        self.arrow.moved.connect(self._move)
        self.note = LineField("", self.tr("Skriv, hvordan det går"), name=self.tr("Hvordan går det?"))
        self.note.setProperty("quiet", True)
        self.note.setFont(theme.current().font("caption"))
        self.note.setTextMargins(-7, 0, 0, 0)
        self._bound = Bound(bridge, self.note, Action, "status_note")
        status.addStretch(1)
        status.addWidget(self.arrow)
        said = QHBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.note, 1)
        self.since = SinceButton()
        self.since.clicked.connect(self._show_history)
        said.addWidget(self.since)
        status.addLayout(said)
        status.addStretch(1)
        row.addLayout(status)
        self.more = IconButton("more", self.tr("Ret, slet eller se historikken"), side=MORE_WIDE)
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more)
        self._menu: QMenu | None = None
        theme.notifier.changed.connect(self.update)

    def _make_owner(self) -> QWidget:
        holder = self._owner_column = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._avatar = Initials("", "sunken")
        self._owner = Label("", "bodyStrong")
        self._owner.setMinimumWidth(1)
        row.addWidget(self._avatar)
        row.addWidget(self._owner, 1)
        return holder

    def _make_due(self) -> QWidget:
        holder = self._due_column = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._due = ElidedLabel("", "bodyStrong")
        line = QHBoxLayout()
        line.setSpacing(5)
        self._due_sign = QLabel()
        self._due_words = ElidedLabel("", "caption", "ink2", lines=2)
        line.addWidget(self._due_sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._due_words, 1)
        column.addStretch(1)
        column.addWidget(self._due)
        column.addLayout(line)
        column.addStretch(1)
        return holder

    def fit(self, columns: Columns) -> None:
        """Widths of the columns."""
        self._owner_column.setFixedWidth(columns.owner)
        self._due_column.setFixedWidth(columns.due)
        self.arrow.setFixedWidth(columns.status)
        self.since.set_most(round(columns.status * 0.48))
        self._break_owner()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(_LEAST_HIGH, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), max(_LEAST_HIGH, least.height()))

    def show_line(self, line: Followed, today: date) -> None:
        """Bring the line into line with the book."""
        action = line.action
        self._title_text = action.title
        self._break_title()
        self._from.set_text(line.initiative.name)
        self._flag.setVisible(line.must_act)
        if self._pack.always_act is not None:
            self._flag.set_text(self._pack.always_act.short)
        owner = owner_of(line)
        self._avatar.set_name(owner)
        self._avatar.setVisible(bool(owner))
        self._owner_named = bool(owner)
        self._owner_text = owner_words(self._bridge.book(self._programme_id), line) or self.tr("Ingen endnu")
        self._owner.set_token("ink" if owner else "ink3")
        self._break_owner()
        self._show_due(line, today)
        self.arrow.set_name(action.title[:120])
        self.arrow.set_value(line.step)
        self.since.show_words(
            words.since(line, self._pack, today),
            stale=line.stale,
            whole=words.said(line, self._pack, today),
        )
        self._bound.aim(self._programme_id, action.id)

    def _show_due(self, line: Followed, today: date) -> None:
        due = line.action.due
        self._due.set_text(table_date(due, today) if due else self.tr("Ingen dato"))
        self._due.set_token("ink" if due else "ink3")
        icon = "check" if line.done else "warn" if line.late else ""
        if line.done:
            text = self._pack.status_steps[line.step].title.lower()
        else:
            text = relative_day(due, today) if due else ""
        self._due_words.set_text(" · ".join(each for each in (text, line.beside) if each))
        self._due_words.set_token("mustInk" if line.late else "ink2")
        self._due_words.set_role("caption", weight=700 if line.late else None)
        self._due_sign.setVisible(bool(icon))
        if icon:
            self._due_sign.setPixmap(icons.pixmap(icon, "mustInk" if line.late else "ink2", 16))

    def _break_title(self) -> None:
        font = self.title.font()
        lines = wrapped(self._title_text, font, max(80, self._words.width() - 2), 3)
        self.title.set_text("\n".join(lines))
        self.title.setAccessibleName(self._title_text)
        self.title.setToolTip(self._title_text[:600] if len(lines) > 2 else "")

        # The name of the initiative is not cut for the flag's sake: that goes below it.
        needed = self._from.sizeHint().width() + self._below.spacing() + self._flag.sizeHint().width()
        beside = self._flag.isHidden() or needed <= self._words.width()
        self._below.setSpacing(8 if beside else 2)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._below.setDirection(across if beside else down)

    def _break_owner(self) -> None:
        """On more lines where one is too short, so that a name is not cut."""
        # From the widths that are set: before the first showing nothing has been laid out.
        mark = self._avatar.sizeHint().width() + 8 if self._owner_named else 0
        room = self._owner_column.minimumWidth() - mark
        lines = wrapped(self._owner_text, self._owner.font(), max(40, room), 3)
        self._owner.set_text("\n".join(lines))
        self._owner.setAccessibleName(self._owner_text)
        self._owner.setToolTip(self._owner_text[:600] if " ".join(lines) != self._owner_text else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_title()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.current().color("line"))

    def _move(self, step: str) -> None:
        self._hand.move(self.action_id, step)

    def _show_history(self) -> None:
        self.history_wanted.emit(self.action_id)

    def _open_menu(self) -> None:
        if self._menu is None:
            self._menu = QMenu(self)
        self._menu.clear()
        self._menu.addAction(icons.icon("pencil"), self.tr("Ret …"), self._edit)
        self._menu.addAction(icons.icon("clock"), self.tr("Historik …"), self._show_history)
        self._menu.addAction(icons.icon("trash"), self.tr("Slet"), self._remove)
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _edit(self) -> None:
        self.edit_wanted.emit(self.action_id)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.action_id)
