"""The page for the closing: what was agreed and still is missing, what goes on to others, what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.board import Card as BoardCard
from trivselsdesk.domain.board import cards_of, parked_cards
from trivselsdesk.domain.danish import format_date, shortened
from trivselsdesk.domain.due import told_due
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.minutes import minutes
from trivselsdesk.domain.plan import actions_of, active_initiatives, agreed_at, gaps
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.domain.remarks import attendance
from trivselsdesk.domain.sheets import first_boards
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.attendance import AttendanceDialog
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, Panel, ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_MOST_SIGNS = 200
_MINUTES = "referat"


@dataclass(frozen=True)
class _Agreed:
    """An initiative with its actions, and the kinds of gap in it."""

    initiative: Initiative
    actions: tuple[Action, ...]
    missing: frozenset[str]
    dues: tuple[str, ...]
    """When each action is due, in words."""


class ClosingPage(Page):
    """To be read aloud. Nothing is edited here."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea()
        outer.addWidget(self._area)
        self.attendance = Button(self.tr("Hvem var med"), icon="users", small=True)
        self.attendance.clicked.connect(self._ask_attendance)
        self.minutes = Button(self.tr("Åbn referatet"), icon="file", small=True)
        self.minutes.clicked.connect(self._open_minutes)
        self._content: QWidget | None = None
        self._drawn: object = None
        self._later = ""
        """Title of the meeting where it is agreed who does what; empty when it is this one or has been."""

    def refresh(self) -> None:
        if self.slot is None:
            return
        book, pack = self.book, self.pack
        agreed = [
            _Agreed(
                each,
                tuple(actions_of(book, each.id)),
                frozenset(gap.what for gap in gaps(book, each)),
                tuple(told_due(book, action, self.bridge.today()) for action in actions_of(book, each.id)),
            )
            for each in active_initiatives(book)
        ]
        first = first_boards(book, pack)
        lifted = [card for board in first for card in cards_of(book, pack, board) if card.lift]
        parked = parked_cards(book, pack)
        present, away = attendance(book, book.meeting)
        whole = len(present) + len(away)
        self.attendance.set_hint(self.tr("{here} af {all}").format(here=len(present), all=whole))
        self.attendance.setEnabled(whole > 0)
        coming = minutes(book, pack, book.meeting, self.bridge.now()).coming
        later = agreed_at(book, book.meeting)
        self._later = pack.fill(later.title) if later is not None else ""
        drawn = (self.programme_id, agreed, lifted, parked, coming, self._later)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        if self._content is not None:
            self._area.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._agreed(agreed), 3)
        if lifted or parked or coming:
            row.addLayout(self._others(lifted, parked, coming), 2)
        self._area.body.addWidget(self._content, 1)

    def _agreed(self, agreed: list[_Agreed]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        if agreed:
            column.addWidget(self._state(agreed))
        for each in agreed:
            column.addWidget(self._initiative(each))
        if not agreed:
            empty = EmptyState(
                self.tr("Intet er aftalt endnu"),
                self.tr("Vælg temaer, og skriv i handleplanen, hvem der gør hvad."),
                icon="flag",
                button=self.tr("Åbn handleplanen"),
            )
            empty.pressed.connect(self._open_plan)
            column.addWidget(empty)
        column.addStretch(1)
        return column

    def _state(self, agreed: list[_Agreed]) -> Panel:
        """Whether all is agreed; if not, how much is missing and the way there."""
        open_ones = sum(1 for each in agreed if each.missing)
        look = ("warnTint", "warnInk", "warn") if open_ones else ("okTint", "okInk", "check")
        if open_ones and self._later:
            look = ("primaryTint", "primaryInk", "calendar")
        bar = Panel(look[0], radius=theme.current().radius("control"), own_layout=True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        sign = QLabel()
        sign.setPixmap(icons.pixmap(look[2], look[1], 20))
        row.addWidget(sign)
        words = (
            self.tr("Der mangler noget i {count} af {all} aftaler").format(count=open_ones, all=len(agreed))
            if open_ones
            else self.tr("Alle aftaler har handling, ansvarlig og dato")
        )
        if open_ones and self._later:
            words = self.tr("Hvem der gør hvad, aftaler I på »{title}«").format(title=self._later)
        row.addWidget(ElidedLabel(words, "bodyStrong", look[1]), 1)
        self.finish = Button(
            self.tr("Gør dem færdige") if open_ones and not self._later else self.tr("Åbn handleplanen"),
            small=True,
        )
        self.finish.clicked.connect(self._open_plan)
        row.addWidget(self.finish)
        return bar

    def _initiative(self, agreed: _Agreed) -> Card:
        initiative = agreed.initiative
        card = Card(padding=11, spacing=1)
        head = QHBoxLayout()
        head.setSpacing(12)
        name = shortened(initiative.name, _MOST_SIGNS) or self.tr("Uden navn")
        head.addWidget(Label(name, "section", wrap=True), 3)
        followup = self._followup(initiative)
        if followup:
            when = Label(followup, "caption", "ink2", wrap=True)
            when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(when, 2)
        card.body.addLayout(head)
        if initiative.goal.strip():
            goal = self.tr("Mål: {goal}").format(goal=shortened(initiative.goal, _MOST_SIGNS))
            card.body.addWidget(Label(goal, "body", "ink2", wrap=True))
        for action, due in zip(agreed.actions, agreed.dues, strict=True):
            if action.title.strip():
                card.body.addLayout(self._action(action, due))
        missing = [words for what, words in self._missing_words() if what in agreed.missing]
        if missing and not self._later:
            row = QHBoxLayout()
            row.setSpacing(8)
            sign = QLabel()
            sign.setPixmap(icons.pixmap("warn", "warnInk", 18))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            words = self.tr("Mangler: {what}").format(what=" · ".join(missing))
            row.addWidget(Label(words, "caption", "warnInk", wrap=True, weight=600), 1)
            card.body.addLayout(row)
        return card

    def _action(self, action: Action, due: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label("•"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(shortened(action.title, _MOST_SIGNS), "body", weight=500, wrap=True), 3)
        who = " · ".join(each for each in (shortened(action.owner, _MOST_SIGNS), due) if each)
        if who:
            facts = Label(who, "bodyStrong", "ink2", wrap=True)
            facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            row.addWidget(facts, 2)
        return row

    def _followup(self, initiative: Initiative) -> str:
        """Day and name; where it is held stands among what comes next."""
        day = initiative.followup_day
        words = ""
        if day is not None:
            when = format_date(day, year=day.year != self.bridge.today().year)
            words = self.tr("Følges op {day}").format(day=when)
        return " · ".join(each for each in (words, shortened(initiative.followup_owner, _MOST_SIGNS)) if each)

    def _missing_words(self) -> list[tuple[str, str]]:
        return [
            ("actions", self.tr("en handling")),
            ("people", self.tr("hvem der er med")),
            ("owner", self.tr("en ansvarlig")),
            ("due", self.tr("en dato")),
            ("followup_day", self.tr("dag for opfølgning")),
            ("followup_owner", self.tr("hvem der følger op")),
        ]

    def _others(
        self, lifted: list[BoardCard], parked: list[BoardCard], coming: tuple[str, ...]
    ) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        targets = {lift.id: lift.label for lift in self.pack.lifts}
        if lifted:
            card = Card(self.tr("Løftet videre"), spacing=2)
            for each in lifted:
                card.body.addWidget(Label(shortened(each.title, _MOST_SIGNS), "bodyStrong", wrap=True))
                card.body.addWidget(Label(targets.get(each.lift, each.lift), "caption", "medInk", wrap=True))
            column.addWidget(card)
        if parked:
            card = Card(self.pack.parking_title, spacing=2)
            for each in parked:
                card.body.addWidget(Label(shortened(each.title, _MOST_SIGNS), "body", wrap=True))
            column.addWidget(card)
        if coming:
            card = Card(self.tr("Det kommer nu"), spacing=2)
            for words in coming:
                card.body.addWidget(Label(shortened(words, _MOST_SIGNS), "body", wrap=True))
            column.addWidget(card)
        column.addStretch(1)
        return column

    def header_widgets(self) -> list[QWidget]:
        return [self.attendance, self.minutes]

    def _ask_attendance(self) -> None:
        dialog = AttendanceDialog(self.bridge, self.programme_id, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _open_minutes(self) -> None:
        flush_all()
        self.open_document.emit(_MINUTES)

    def _open_plan(self) -> None:
        self.go.emit("plan")
