"""The people: who takes part in the meeting, typed or pasted many at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from trivselsdesk.domain.commands.prepare import AddPeople, role_holder_id
from trivselsdesk.domain.crew import Named, find_person, people_over, split_names
from trivselsdesk.domain.pack import TRIO_GROUP
from trivselsdesk.domain.people import holders, participants
from trivselsdesk.domain.records import Person, RoleHolder, new_id
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, WarnLine
from trivselsdesk.ui.prepare.note_numbers import NoteNumbers
from trivselsdesk.ui.prepare.person_row import PersonRow
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import TextField
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import RowList


class PeopleCard(SideCard):
    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Deltagere"), editor, self.tr("Ret deltagerlisten"))
        self.numbers = NoteNumbers(editor, self)
        self.numbers.hide()
        self.many = WarnLine()
        self.view_column.addWidget(self.many)
        self.names = Clamped("body", "ink", lines=8, size=15, line_height=21)
        self.view_column.addWidget(self.names)
        self.guests = Clamped("caption", "ink2", lines=4, line_height=19)
        self.view_column.addWidget(self.guests)
        self.notes = Clamped("caption", "ink2", lines=2, line_height=19)
        self.view_column.addWidget(self.notes)
        self.empty = Label(
            self.tr("Hvem er med? Skriv eller indsæt navnene på én gang."), "body", "ink2", wrap=True, size=15
        )
        self.view_column.addWidget(self.empty)
        self.start = Button(self.tr("Skriv navne"), "tint", "users", small=True)
        self.start.clicked.connect(self._open)
        self.view_column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)

    def build_form(self) -> None:
        self.entry = TextField(
            placeholder=self.tr("Ét navn pr. linje, eller med komma imellem"),
            min_lines=2,
            max_lines=8,
            name=self.tr("Nye deltagere"),
        )
        self.form_column.addWidget(self.entry)
        line = QHBoxLayout()
        self.add = Button(self.tr("Tilføj"), "tint", "plus", small=True)
        self.add.clicked.connect(self.add_people)
        line.addWidget(self.add)
        line.addStretch(1)
        self.form_column.addLayout(line)
        self.form_many = WarnLine()
        self.form_column.addWidget(self.form_many)
        self.list = RowList()
        self.list.moved.connect(self._move)
        self.list.rearranged.connect(self.restructured)
        self.form_column.addWidget(self.list)
        self.form_column.addWidget(self.numbers)

    def focus_form(self) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self) -> None:
        super().hand_in()
        if self._built and self.entry.value().strip():
            self.add_people()

    def refresh(self) -> None:
        book = self.editor.book
        every = book.ranked(Person)
        taking_part = participants(book)
        self.set_count(str(len(taking_part)) if every else "")
        over = people_over(book, self.editor.pack)
        words = (
            self.tr("I er {count}. Mødet er tænkt til op til ca. {limit} – overvej to hold.").format(
                count=len(taking_part), limit=self.editor.pack.soft_max_people
            )
            if over
            else ""
        )
        self.many.say(words)
        self.names.show_text(", ".join(_with_title(person) for person in taking_part))
        self.names.setVisible(bool(taking_part))
        others = ", ".join(_with_title(person) for person in every if not person.takes_part)
        self.guests.show_text(self.tr("Hjælper til: {names}").format(names=others))
        self.guests.setVisible(bool(others))
        self.empty.setVisible(not every)
        self.start.setVisible(not every)
        agreed = self.numbers.words() if taking_part else ""
        self.notes.show_text(agreed)
        self.notes.setVisible(bool(agreed))
        if self.editing():
            self.numbers.refresh()
            self.form_many.say(words)
            self.list.sync([person.id for person in every], self._make)
            for person in every:
                row = self.list.row(person.id)
                if isinstance(row, PersonRow):
                    row.show_person(person)

    def add_people(self) -> None:
        """Put everybody in the entry on the list; names that are there already stay once."""
        book, programme_id = self.editor.book, self.editor.programme_id
        titled = {role.title: role for role in self.editor.pack.roles if role.group == TRIO_GROUP}
        fresh: dict[str, Named] = {}
        for named in split_names(self.entry.value(), titled):
            if find_person(book, named.name, titled) is None:
                fresh.setdefault(named.name.casefold(), named)
        people: list[Person] = []
        held: dict[str, list[RoleHolder]] = {}
        for named in fresh.values():
            person = Person(id=new_id(), programme_id=programme_id, name=named.name, title=named.title)
            people.append(person)
            role = titled.get(named.title)
            if role and (role.several or not (holders(book, role.id) or held.get(role.id))):
                key = role_holder_id(programme_id, role.id, person.id)
                holder = RoleHolder(id=key, programme_id=programme_id, role=role.id, person_id=person.id)
                held.setdefault(role.id, []).append(holder)
        every = tuple(holder for some in held.values() for holder in some)
        command = AddPeople(programme_id=programme_id, people=tuple(people), holders=every)
        if people and not self.editor.run(command):
            return
        self.entry.flush()
        self.entry.clear()
        self.entry.flush()
        if self.editing():
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, person_id: str) -> PersonRow:
        return PersonRow(person_id, self.editor)

    def _move(self, person_id: str, index: int) -> None:
        self.editor.move(Person, person_id, index)

    def _open(self) -> None:
        self.set_editing(True)


def _with_title(person: Person) -> str:
    words = ", ".join(each for each in (person.title.strip(), person.department.strip()) if each)
    return f"{person.name} ({words})" if words else person.name
