"""A group at work or reporting back: its theme, people and time, and the questions to write answers to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import join_names, shortened
from trivselsdesk.domain.groups import GroupRules, GroupView
from trivselsdesk.domain.pack import Pack, Question
from trivselsdesk.domain.people import first_name
from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import digits
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.fields import Labelled, MinuteField, TextField
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.segmented import Segmented

TEXTS = ("why", "goal", "signs", "barriers", "evaluation")
"""Parts of an initiative that are plain text; the others are written in the handleplan."""
_MOST_SIGNS = 120
_PROPOSED = 15
"""Minutes to propose where the pack proposes none. Ours."""


class Answers(QWidget):
    """The questions of a group, written straight into its initiative."""

    def __init__(self, bridge: Bridge, pack: Pack, questions: Sequence[Question]) -> None:
        super().__init__()
        self.questions = tuple(questions)
        self._bounds: list[Bound] = []
        self.fields: dict[str, TextField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for question in questions:
            card = Card(padding=14, spacing=6)
            number = pack.questions.index(question) + 1
            card.body.addWidget(Label(f"{number}. {question.title}", "section", wrap=True))
            for box in question.fields:
                if box.field not in TEXTS:
                    continue
                name = box.label or question.title
                field = TextField("", box.prompt, min_lines=2, max_lines=12, name=name)
                card.body.addWidget(Labelled(box.label, field) if box.label else field)
                self.fields[box.field] = field
                self._bounds.append(Bound(bridge, field, Initiative, box.field))
            column.addWidget(card)

    def aim(self, programme_id: str, initiative_id: str) -> None:
        """Write in this initiative."""
        for bound in self._bounds:
            bound.aim(programme_id, initiative_id)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written."""
        for bound in self._bounds:
            bound.show()


class Working(QWidget):
    """Says what is wanted; the page does it."""

    group_wanted = Signal(str)
    minutes_wanted = Signal(int)
    """Own minutes for the groups, from now; 0 lets the clock of the part count again."""
    back = Signal()
    forward = Signal()
    plan_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.answers: Answers | None = None
        self._asked: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        self.groups = Segmented([], name=self.tr("Vælg gruppe"))
        self.groups.chosen.connect(self.group_wanted)
        head.addWidget(self.groups)
        self.place = Chip("", "prim")
        head.addWidget(self.place)
        head.addStretch(1)
        self._time = QWidget()
        time = QHBoxLayout(self._time)
        time.setContentsMargins(0, 0, 0, 0)
        time.setSpacing(8)
        self.left = Label("", "section")
        time.addWidget(self.left)
        self.minutes = MinuteField(_PROPOSED, 1, 240, name=self.tr("Minutter til grupperne"))
        time.addWidget(self.minutes)
        self._unit = Label(self.tr("min"), "body", "ink2")
        time.addWidget(self._unit)
        self.start = Button("", "plain", "clock")
        self.start.clicked.connect(self._time_pressed)
        time.addWidget(self.start)
        head.addWidget(self._time)
        column.addLayout(head)
        self._area = ScrollArea(spacing=10, margins=(0, 0, 8, 0))
        column.addWidget(self._area, 1)
        self._title = Label("", "title", wrap=True)
        self._people = Label("", "body", "ink2", wrap=True)
        missing = self.tr("Gruppen har intet tema endnu. Vælg et under »Lav grupper«.")
        self._missing = Label(missing, "body", "warnInk", wrap=True)
        for label in (self._title, self._people, self._missing):
            self._area.body.addWidget(label)
        self._together = Card(padding=14, spacing=4, fill="primaryTint", line="primaryLine")
        self._area.body.addWidget(self._together)
        self._area.body.addStretch(1)
        self._together_lines: list[Label] = []
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.back_button = Button("", "ghost", "arrow-l")
        self.back_button.clicked.connect(self.back)
        foot.addWidget(self.back_button)
        self._hint = ElidedLabel("", "caption", "ink3")
        foot.addWidget(self._hint, 1)
        self.plan = Button(self.tr("Skriv i handleplanen"), "plain", "pencil")
        self.plan.clicked.connect(self.plan_wanted)
        foot.addWidget(self.plan)
        self.forward_button = Button("", "primary", large=True, icon_after="arrow-r")
        self.forward_button.clicked.connect(self.forward)
        foot.addWidget(self.forward_button)
        column.addLayout(foot)
        self._running = False

    def show_group(
        self,
        groups: Sequence[GroupView],
        here: GroupView,
        rules: GroupRules,
        pack: Pack,
        programme_id: str,
        *,
        reporting: bool,
        plan: bool,
    ) -> None:
        """Show one group. ``plan`` says whether the process has a handleplan."""
        self.groups.setVisible(not reporting)
        self.place.setVisible(reporting)
        self._time.setVisible(not reporting)
        options = [(each.group.id, self.tr("Gruppe {n}").format(n=each.number), None) for each in groups]
        self.groups.set_options(options)
        self.groups.set_value(here.group.id)
        self.place.set_text(self.tr("{n} af {all} grupper").format(n=here.number, all=len(groups)))
        name = shortened(here.initiative.name, _MOST_SIGNS) if here.initiative else ""
        title = self.tr("Gruppe {n} fremlægger") if reporting else self.tr("Gruppe {n}")
        whole = title.format(n=here.number) + (f" · {name}" if name else "")
        self._title.set_text(whole)
        self._people.set_text(self._people_words(here))
        self._missing.setVisible(here.initiative is None)
        self._fill(rules, pack)
        assert self.answers is not None
        self.answers.setVisible(here.initiative is not None)
        if here.initiative is not None:
            self.answers.aim(programme_id, here.initiative.id)
        self._show_together(rules, pack, reporting)
        last = here.number == len(groups)
        self.plan.setVisible(plan and here.initiative is not None)
        if reporting:
            first = here.number == 1
            self.back_button.setText(self.tr("Tilbage til grupperne") if first else self.tr("Gruppen før"))
            self.forward_button.setText(self.tr("Færdig med grupper") if last else self.tr("Næste gruppe"))
        else:
            self.back_button.setText(self.tr("Ret grupperne"))
            self.forward_button.setText(self.tr("Lad grupperne fremlægge"))

    def _people_words(self, here: GroupView) -> str:
        words = []
        for seat in here.seats:
            roles = join_names(role.title.lower() for role in seat.roles)
            name = first_name(seat.person)
            words.append(f"{name} ({roles})" if roles else name)
        return " · ".join(words)

    def _fill(self, rules: GroupRules, pack: Pack) -> None:
        asked = (pack.questions, rules.questions)
        if asked == self._asked:
            return
        self._asked = asked
        if self.answers is not None:
            self._area.body.removeWidget(self.answers)
            self.answers.hide()
            self.answers.deleteLater()
        self.answers = Answers(self._bridge, pack, rules.questions)
        self._area.body.insertWidget(3, self.answers)

    def _show_together(self, rules: GroupRules, pack: Pack, reporting: bool) -> None:
        for label in self._together_lines:
            self._together.body.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._together_lines = []
        self._together.setVisible(reporting and bool(rules.plenary))
        if reporting:
            self._together.set_title(self.tr("Det tager vi sammen bagefter"))
            for question in rules.plenary:
                number = pack.questions.index(question) + 1
                label = Label(f"{number}. {question.title}", "body", wrap=True)
                self._together.body.addWidget(label)
                self._together_lines.append(label)

    def propose_minutes(self, minutes: int) -> None:
        """Propose minutes for the groups; 0 for none."""
        if not self._running and minutes:
            self.minutes.set_value(minutes)

    def show_time(self, left: float | None) -> None:
        """Seconds that are left of the groups' own minutes; None while the clock of the part counts."""
        self._running = left is not None
        self.minutes.setVisible(left is None)
        self._unit.setVisible(left is None)
        self.start.setText(self.tr("Giv grupperne tid") if left is None else self.tr("Stop tiden"))
        if left is None:
            self.left.set_text("")
            return
        over = left <= 0
        self.left.set_token("warnInk" if over else "primary")
        self.left.set_text(
            self.tr("Tiden er gået") if over else self.tr("{time} tilbage").format(time=digits(left))
        )

    def _time_pressed(self) -> None:
        self.minutes.flush()
        self.minutes_wanted.emit(0 if self._running else self.minutes.value())
