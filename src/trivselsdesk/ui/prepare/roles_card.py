"""The roles: who leads the meeting, keeps the time and so on, and who is the trio."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.prepare import AssignRole, role_holder_id
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.crew import Named, find_person, overloaded, split_names
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.pack import MEETING_GROUP, TRIO_GROUP, Role
from trivselsdesk.domain.people import holders
from trivselsdesk.domain.records import Person, RoleHolder, new_id
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import WarnLine
from trivselsdesk.ui.prepare.name_field import NameField
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import hline
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_LONGEST_NAME = 60


class RolesCard(SideCard):
    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Roller"), editor, self.tr("Fordel rollerne"))
        self._pack_key = ("", "")
        self._shown: dict[str, _RoleWords] = {}
        self._forms: dict[str, _RoleForm] = {}
        self.empty = Label(self.tr("Aftal, hvem der gør hvad på mødet."), "body", "ink2", wrap=True, size=15)
        self.start = Button(self.tr("Fordel rollerne"), "tint", "users", small=True)
        self.start.clicked.connect(self._open)
        self.view_column.addWidget(self.empty)
        self.view_column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self._held = QVBoxLayout()
        self._held.setSpacing(6)
        self.held = QWidget()
        self.held.setLayout(self._held)
        self._held.setContentsMargins(0, 0, 0, 0)
        self.view_column.addWidget(self.held)
        self.much = WarnLine()
        self.view_column.addWidget(self.much)
        self.form_much = WarnLine()

    def build_form(self) -> None:
        self.form_column.addWidget(self.form_much)
        for role in self._roles():
            form = _RoleForm(role)
            form.assigned.connect(self._assign)
            form.freed.connect(self._free)
            form.guest_set.connect(self._set_guest)
            self._forms[role.id] = form
            self.form_column.addWidget(form)

    def focus_form(self) -> None:
        for form in self._forms.values():
            form.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def refresh(self) -> None:
        self._lay_out()
        book = self.editor.book
        for role in self._roles():
            self._shown[role.id].show_people(holders(book, role.id))
        anybody = any(True for _ in book.of(RoleHolder))
        self.held.setVisible(anybody)
        self.empty.setVisible(not anybody)
        self.start.setVisible(not anybody)
        words = " ".join(
            self.tr("{name} har {count} roller på mødet. Del dem gerne ud på flere.").format(
                name=person.name, count=count
            )
            for person, count in overloaded(book, self.editor.pack)
        )
        self.much.say(words)
        if self.editing():
            self.form_much.say(words)
            names = self.editor.names()
            for role in self._roles():
                self._forms[role.id].show_people(holders(book, role.id), names)

    def _roles(self) -> list[Role]:
        """Those of the meeting first."""
        return sorted(self.editor.pack.roles, key=lambda role: role.group != MEETING_GROUP)

    def _lay_out(self) -> None:
        """New words and fields when another process is shown."""
        key = (self.editor.pack.id, self.editor.pack.version)
        if key == self._pack_key:
            return
        self._pack_key = key
        for column in (self._held, self.form_column):
            while column.count():
                item = column.takeAt(0)
                gone = item.widget() if item is not None else None
                if gone is not None and gone is not self.form_much:
                    gone.hide()
                    gone.deleteLater()
        self._shown, self._forms, self._built = {}, {}, False
        group = MEETING_GROUP
        for role in self._roles():
            if role.group != group:
                group = role.group
                self._held.addWidget(hline())
            self._shown[role.id] = _RoleWords(role)
            self._held.addWidget(self._shown[role.id])

    def _assign(self, role_id: str, name: str) -> None:
        """Give the role to the person of that name, or to a new one."""
        role = self.editor.pack.role(role_id)
        book, programme_id = self.editor.book, self.editor.programme_id
        if not name:
            for person in holders(book, role_id):
                self._free(role_id, person.id)
            return
        titles = [each.title for each in self.editor.pack.roles if each.group == TRIO_GROUP]
        found = find_person(book, name, titles)
        person_id = found.id if found else new_id()
        named = split_names(name, titles)
        typed = named[0] if len(named) == 1 else Named(name)
        newcomer = None
        if found is None:
            newcomer = Person(id=person_id, programme_id=programme_id, name=typed.name, title=typed.title)
            self._forms[role_id].expect(person_id)
        self.editor.run(
            AssignRole(
                programme_id=programme_id,
                role=role_id,
                person_id=person_id,
                alone=not role.several,
                newcomer=newcomer,
                title="" if role.group == MEETING_GROUP else role.title,
            )
        )
        # Another spelling of a name that stands there already changes nothing: show the name again.
        self._forms[role_id].show_people(holders(self.editor.book, role_id), self.editor.names())

    def _set_guest(self, person_id: str, guest: bool) -> None:
        self.editor.edit(Person, person_id, takes_part=not guest)

    def _open(self) -> None:
        self.set_editing(True)

    def _free(self, role_id: str, person_id: str) -> None:
        key = role_holder_id(self.editor.programme_id, role_id, person_id)
        found = self.editor.book.find(RoleHolder, key) or next(
            (h for h in self.editor.book.of(RoleHolder) if (h.role, h.person_id) == (role_id, person_id)),
            None,
        )
        if found is not None:
            self.editor.run(RemoveRow(programme_id=self.editor.programme_id, kind=RoleHolder, id=found.id))


class _RoleWords(QWidget):
    """A role and who holds it."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = Label(role.title, "caption", "ink3")
        label.setToolTip(role.hint)
        column.addWidget(label)
        self.people = Label("", "body", "ink", wrap=True, rich=True)
        self.people.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self.people)

    def show_people(self, people: Sequence[Person]) -> None:
        if not people:
            self.people.set_token("ink3")
            self.people.set_text(self.tr("Ingen endnu"))
            return
        self.people.set_token("ink")
        self.people.set_text("<br>".join(_rich(person) for person in people))


class _RoleForm(QWidget):
    """A role with a field for whoever is to hold it."""

    assigned = Signal(str, str)
    freed = Signal(str, str)
    guest_set = Signal(str, bool)

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(1)
        column.addWidget(Label(role.title, "caption", "ink2", weight=600))
        self._held = QVBoxLayout()
        self._held.setSpacing(0)
        column.addLayout(self._held)
        self.field = NameField(self.tr("Vælg, eller skriv et navn"), name=role.title)
        self.field.named.connect(self._name)
        column.addWidget(self.field)
        self.guest = Check(self.tr("Er ikke med i enheden"))
        self.guest.clicked.connect(self._tell_guest)
        self.guest.hide()
        column.addWidget(self.guest)
        if role.hint:
            column.addWidget(Label(role.hint, "caption", "ink3", wrap=True))
        self._ids: tuple[str, ...] = ()
        self._rows: list[_Holder] = []
        self._newcomer = self._person = ""

    def expect(self, person_id: str) -> None:
        """A new person is on the way to this role: ask whether they belong to the unit."""
        self._newcomer = person_id

    def show_people(self, people: Sequence[Person], names: Sequence[str]) -> None:
        if list(names) != [self.field.itemText(place) for place in range(self.field.count())]:
            self.field.set_suggestions(names)
        if not self._role.several:
            self.field.show_name(people[0].name if people else "")
            self._show_guest(people[0] if people else None)
            return
        if tuple(person.id for person in people) != self._ids:
            self._ids = tuple(person.id for person in people)
            for row in self._rows:
                row.hide()
                row.deleteLater()
            self._rows = [_Holder(person.id) for person in people]
            for row in self._rows:
                row.freed.connect(self._free)
                self._held.addWidget(row)
        for row, person in zip(self._rows, people, strict=True):
            row.show_name(person.name)

    def _show_guest(self, person: Person | None) -> None:
        lent = person is not None and not person.takes_part
        fresh = person is not None and person.id == self._newcomer
        self.guest.setVisible(self._role.group == MEETING_GROUP and (lent or fresh))
        self.guest.setChecked(lent)
        self.guest.setAccessibleName(
            self.tr("{name} er ikke med i enheden").format(name=person.name) if person else ""
        )
        self._person = person.id if person else ""

    def _tell_guest(self, on: bool) -> None:
        # Somebody who has been lent stays in question, also when the tick is taken off again.
        self._newcomer = self._person
        self.guest_set.emit(self._person, on)

    def _name(self, name: str) -> None:
        if name or not self._role.several:
            self.assigned.emit(self._role.id, name)
        if self._role.several and name:
            self.field.show_name("")

    def _free(self, person_id: str) -> None:
        self.freed.emit(self._role.id, person_id)


class _Holder(QWidget):
    """One of several who hold a role."""

    freed = Signal(str)

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self._id = person_id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.name = ElidedLabel("", "bodyStrong")
        row.addWidget(self.name, 1)
        self.remove = IconButton("x", "", size=16)
        self.remove.clicked.connect(self._free)
        row.addWidget(self.remove)

    def show_name(self, name: str) -> None:
        self.name.set_text(name)
        self.remove.set_tooltip(self.tr("Tag rollen fra {name}").format(name=name))

    def _free(self) -> None:
        self.freed.emit(self._id)


def _rich(person: Person) -> str:
    name, title = (html.escape(shortened(each, _LONGEST_NAME)) for each in (person.name, person.title))
    return f'<span style="font-weight:600">{name}</span> <span style="font-size:14px">{title}</span>'
