"""One person on the list while it is being written: name, title, takes part or not."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.prepare import SetTitle
from trivselsdesk.domain.pack import TRIO_GROUP, Role
from trivselsdesk.domain.people import departments
from trivselsdesk.domain.records import Person
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import hline
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import ChoiceField, LineField
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.row_list import ListRow


class PersonRow(ListRow):
    def __init__(self, person_id: str, editor: Editor) -> None:
        super().__init__(person_id, Grip(16))
        self._editor = editor
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(4)
        assert self.grip is not None
        row.addWidget(self.grip)
        fields = QVBoxLayout()
        fields.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(2)
        self.name = LineField(placeholder=self.tr("Navn"), name=self.tr("Navn"))
        self.name.edited.connect(self._set_name)
        first.addWidget(self.name, 1)
        self.trash = IconButton("trash", self.tr("Fjern fra listen"), size=18)
        self.trash.clicked.connect(self._remove)
        first.addWidget(self.trash)
        fields.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(8)
        self.title = ChoiceField(editable=True, placeholder=self.tr("Titel"), name=self.tr("Titel"))
        self.title.edited.connect(self._set_title)
        second.addWidget(self.title, 1)
        self.takes_part = Check(self.tr("Er med"))
        self.takes_part.clicked.connect(self._set_takes_part)
        second.addWidget(self.takes_part)
        fields.addLayout(second)
        self.department: ChoiceField | None = None
        label = editor.pack.department_label
        if label:
            self.department = ChoiceField(editable=True, placeholder=label, name=label)
            self.department.edited.connect(self._set_department)
            fields.addWidget(self.department)
        row.addLayout(fields, 1)
        self.body.addWidget(line)
        self.body.addWidget(hline())
        for each in (self.name, self.trash, self.takes_part):
            self.watch(each)

    def show_person(self, person: Person) -> None:
        words = [role.title for role in self._trio_roles()]
        if words != [self.title.itemText(place) for place in range(self.title.count())]:
            self.title.set_suggestions(words)
        self.name.set_value(person.name)
        self.title.set_value(person.title)
        self.takes_part.setChecked(person.takes_part)
        if self.department is not None:
            known = departments(self._editor.book)
            if known != [self.department.itemText(place) for place in range(self.department.count())]:
                self.department.set_suggestions(known)
            self.department.set_value(person.department)
        self.takes_part.setAccessibleName(self.tr("{name} er med til mødet").format(name=person.name))

    def _trio_roles(self) -> list[Role]:
        return [role for role in self._editor.pack.roles if role.group == TRIO_GROUP]

    def _set_name(self, value: str) -> None:
        self._editor.edit(Person, self.record_id, name=value)

    def _set_title(self, value: str) -> None:
        if self._editor.book.find(Person, self.record_id) is None:
            return
        roles = self._trio_roles()
        meant = next((role for role in roles if role.title.casefold() == value.strip().casefold()), None)
        self._editor.run(
            SetTitle(
                programme_id=self._editor.programme_id,
                person_id=self.record_id,
                title=value,
                role=meant.id if meant else "",
                titled_roles=tuple(role.id for role in roles),
                alone=meant is not None and not meant.several,
            )
        )

    def _set_department(self, value: str) -> None:
        self._editor.edit(Person, self.record_id, department=value)

    def _set_takes_part(self, on: bool) -> None:
        if not self._editor.edit(Person, self.record_id, takes_part=on):
            self.takes_part.setChecked(not on)

    def _remove(self) -> None:
        person = self._editor.book.find(Person, self.record_id)
        self._editor.remove(Person, self.record_id, person.name if person else "")
