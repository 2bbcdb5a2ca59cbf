"""The facts of the meeting: who, what for, when and where."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain import occasion
from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.commands.meetings import ChooseWay
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.danish import format_clock, short_date
from trivselsdesk.domain.own_words import VARIABLE, override_id
from trivselsdesk.domain.pack import Variable
from trivselsdesk.domain.phases import purpose_of
from trivselsdesk.domain.records import Meeting, Override, Programme
from trivselsdesk.domain.variants import choice_of
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, Icon
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import (
    ChoiceField,
    DateField,
    Labelled,
    LineField,
    TextField,
    TimeField,
    flush_all,
)
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.occasion import OccasionField

_USUAL = "*"
"""In the list of ways: the meetings that are held as a rule. An empty value would mean none is chosen."""


class MeetingCard(SideCard):
    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Mødet"), editor, self.tr("Ret oplysninger om mødet"))
        self.unit = _Fact("door", weight=600)
        self.purpose = _Fact("target")
        self.core_task = _Fact("heart")
        self.occasion = _Fact("sparkle")
        self.when = _Fact("calendar", weight=600)
        self.where = _Fact("flag")
        for fact in (self.unit, self.purpose, self.core_task, self.occasion, self.when, self.where):
            self.view_column.addWidget(fact)
        self.set_date = Button(self.tr("Vælg dato"), "tint", "calendar", small=True)
        self.set_date.clicked.connect(self._go_to_date)
        self.view_column.addWidget(self.set_date, 0, Qt.AlignmentFlag.AlignLeft)
        self.way = ChoiceField(name=self.tr("Sådan holder I mødet"))
        self.way.edited.connect(self._choose_way)
        self.way_hint = Label("", "caption", "ink2", wrap=True)
        self._way_cell = Labelled(self.tr("Sådan holder I mødet"), self.way)
        self.view_column.addWidget(self._way_cell)
        self.view_column.addWidget(self.way_hint)
        self._variables: dict[str, _VariableField] = {}
        self._variables_shown: list[tuple[str, str]] = []

    def build_form(self) -> None:
        self._name = LineField(placeholder=self.tr("Børnehuset, teamet, afdelingen"))
        self._task = TextField(placeholder=self.tr("Hvad er I sat i verden for?"), max_lines=6)
        self._day = DateField(today=self.editor.today, placeholder=self.tr("20. maj"))
        self._start = TimeField(placeholder=self.tr("13.00"))
        self._room = LineField(placeholder=self.tr("Salen"))
        self._until = TimeField(placeholder=self.tr("16.00"))
        for field, slot in (
            (self._name, self._set_name),
            (self._task, self._set_task),
            (self._day, self._set_day),
            (self._start, self._set_start),
            (self._room, self._set_room),
            (self._until, self._set_until),
        ):
            field.edited.connect(slot)
        self._name_cell = Labelled(self.tr("Arbejdsplads"), self._name)
        self.form_column.addWidget(self._name_cell)
        self.form_column.addWidget(Labelled(self.tr("Kerneopgave"), self._task))
        self._occasion = OccasionField(self.editor.pack, self.tr("Anledning"))
        self._occasion.edited.connect(self._set_occasion)
        self._occasion_cell = Labelled(self.tr("Anledning"), self._occasion)
        self.form_column.addWidget(self._occasion_cell)
        self.form_column.addWidget(
            Labelled(self.tr("Dato"), self._day, help_text=self.tr("Opgavernes frister følger med."))
        )
        times = QHBoxLayout()
        times.setSpacing(8)
        times.addWidget(Labelled(self.tr("Begynder kl."), self._start))
        times.addWidget(Labelled(self.tr("Lokalet til kl."), self._until))
        self.form_column.addLayout(times)
        self.form_column.addWidget(Labelled(self.tr("Lokale"), self._room))
        self._own_words = QVBoxLayout()
        self._own_words.setSpacing(8)
        self.form_column.addLayout(self._own_words)

    def _lay_out_variables(self, variables: tuple[Variable, ...]) -> None:
        """A field for each variable of the process; another process has others."""
        if [(each.id, each.label) for each in variables] == self._variables_shown:
            return
        self._variables_shown = [(each.id, each.label) for each in variables]
        while (item := self._own_words.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._variables = {}
        for variable in variables:
            field = _VariableField(variable.id)
            field.edited.connect(field.tell)
            field.named.connect(self._set_variable)
            self._variables[variable.id] = field
            self._own_words.addWidget(Labelled(variable.label, field))

    def focus_form(self) -> None:
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        programme, meeting = self.editor.book.programme, self.editor.meeting
        self.unit.say(programme.name)
        self.purpose.say(purpose_of(self.editor.pack, meeting))
        self.core_task.say(programme.core_task)
        self.occasion.say(occasion.title(self.editor.book, self.editor.pack))
        self.when.say(self._when_words(meeting), "ink" if meeting.day else "warnInk")
        self.where.say(self._where_words(meeting))
        self.set_date.setVisible(meeting.day is None)
        self._show_ways(meeting)
        if self.editing():
            self._show_form(programme, meeting)

    def _show_ways(self, meeting: Meeting) -> None:
        choice = choice_of(self.editor.book, self.editor.pack, meeting)
        self._way_cell.setVisible(choice is not None)
        self.way_hint.setVisible(choice is not None and bool(choice.way.hint))
        if choice is not None:
            self.way.set_options([(each.id or _USUAL, each.words) for each in choice.ways])
            self.way.set_value(choice.chosen or _USUAL)
            self.way.setToolTip(choice.way.words)
            self.way_hint.set_text(choice.way.hint)

    def _choose_way(self, value: str) -> None:
        choice = choice_of(self.editor.book, self.editor.pack, self.editor.meeting)
        way = (
            next((each for each in choice.ways if each.id == value.removeprefix(_USUAL)), None)
            if choice
            else None
        )
        if choice is None or way is None or way.id == choice.chosen:
            return
        flush_all()
        command = ChooseWay(programme_id=self.editor.programme_id, held=way.meetings, aside=choice.aside(way))
        if self.editor.run(command):
            self.editor.say(
                "check", self.tr("Det, I skrev i den anden udgave, er gemt. I kan skifte tilbage.")
            )
        else:
            self._show_ways(self.editor.meeting)

    def _show_form(self, programme: Programme, meeting: Meeting) -> None:
        self._name.set_value(programme.name)
        self._task.set_value(programme.core_task)
        self._occasion_cell.setVisible(bool(self.editor.pack.occasions))
        self._occasion.set_pack(self.editor.pack)
        self._occasion.set_value(programme.occasion, programme.own_occasion)
        self._day.set_value(meeting.day)
        self._start.set_value(meeting.start)
        self._room.set_value(meeting.room)
        self._until.set_value(meeting.room_until)
        variables = self.editor.pack.variables
        self._lay_out_variables(variables)
        for variable in variables:
            field = self._variables[variable.id]
            field.setPlaceholderText(variable.default)
            field.set_value(self.editor.variable(variable.id))

    def _when_words(self, meeting: Meeting) -> str:
        clock = self.tr("kl. {time}").format(time=format_clock(meeting.start))
        if meeting.day is None:
            return self.tr("Dato ikke sat endnu")
        year = meeting.day.year != self.editor.today().year
        return f"{short_date(meeting.day, year=year)} {clock}"

    def _where_words(self, meeting: Meeting) -> str:
        room = meeting.room.strip()
        if meeting.room_until is None:
            return room
        until = self.tr("til kl. {time}").format(time=format_clock(meeting.room_until))
        return f"{room or self.tr('Lokalet er jeres')} {until}"

    def _go_to_date(self) -> None:
        self.set_editing(True)
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_name(self, value: str) -> None:
        self._name_cell.show_error(
            "" if value.strip() else self.tr("Skriv et navn, så I kan kende forløbet igen.")
        )
        if value.strip():
            self.editor.edit(Programme, self.editor.programme_id, name=value)

    def _set_task(self, value: str) -> None:
        self.editor.edit(Programme, self.editor.programme_id, core_task=value)

    def _set_occasion(self, key: str, own: str) -> None:
        self.editor.edit(Programme, self.editor.programme_id, occasion=key, own_occasion=own)

    def _set_day(self, value: date | None) -> None:
        self.editor.run(
            SetMeetingDay(programme_id=self.editor.programme_id, meeting_id=self.editor.meeting.id, day=value)
        )

    def _set_start(self, value: int | None) -> None:
        if value is not None:
            self.editor.edit(Meeting, self.editor.meeting.id, start=value)

    def _set_room(self, value: str) -> None:
        self.editor.edit(Meeting, self.editor.meeting.id, room=value)

    def _set_until(self, value: int | None) -> None:
        self.editor.edit(Meeting, self.editor.meeting.id, room_until=value)

    def _set_variable(self, variable_id: str, value: str) -> None:
        key = VARIABLE + variable_id
        programme_id = self.editor.programme_id
        record = Override(id=override_id(programme_id, key), programme_id=programme_id, key=key, text=value)
        self.editor.run(PutRecord(programme_id=programme_id, record=record, field="text"))


class _Fact(QWidget):
    """An icon and what is known; hidden while nothing is."""

    def __init__(self, icon: str, *, weight: int = 400) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(icon, "ink3", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Clamped("body", "ink", lines=4, weight=weight, size=15, line_height=20)
        row.addWidget(self.words, 1)

    def say(self, words: str, token: str = "ink") -> None:
        self.words.show_text(words, token)
        self.setVisible(bool(words.strip()))


class _VariableField(LineField):
    """A field that knows which variable of the process it is for."""

    named = Signal(str, str)

    def __init__(self, variable_id: str) -> None:
        super().__init__()
        self.variable_id = variable_id

    def tell(self, value: str) -> None:
        self.named.emit(self.variable_id, value)
