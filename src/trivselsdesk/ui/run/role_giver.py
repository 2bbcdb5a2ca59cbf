"""A role changes hands while the meeting is held, with a calm word when one person holds too much."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.commands.prepare import AssignRole
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.crew import Named, find_person, overloaded, split_names
from trivselsdesk.domain.pack import TRIO_GROUP, Pack
from trivselsdesk.domain.people import first_name
from trivselsdesk.domain.records import Person, RoleHolder, new_id
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import Label


class RoleGiver(QObject):
    """Carries out what the roles' menus ask for."""

    undo_toast = Signal(str, str)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self.programme_id = ""

    def assign(self, role_id: str, person_id: str) -> None:
        """Give a role to somebody on the list."""
        self._give(role_id, person_id, None)

    def free(self, role_id: str, person_id: str) -> None:
        """Take a role from somebody."""
        book, pack = self._bridge.book(self.programme_id), self._bridge.pack(self.programme_id)
        found = next(
            (each for each in book.of(RoleHolder) if (each.role, each.person_id) == (role_id, person_id)),
            None,
        )
        if found is None:
            return
        if self._bridge.run(RemoveRow(programme_id=self.programme_id, kind=RoleHolder, id=found.id)):
            words = self.tr("»{role}« har ingen lige nu").format(role=pack.role(role_id).title)
            self.undo_toast.emit("user", words)

    def ask_other(self, role_id: str) -> None:
        """Ask for the name of somebody who is not on the list, such as a borrowed facilitator."""
        dialog = OtherHolder(self._bridge.pack(self.programme_id).role(role_id).title, self._window.window())
        taken = dialog.exec() == Dialog.DialogCode.Accepted
        name, guest = dialog.field.value().strip(), dialog.guest.isChecked()
        dialog.deleteLater()
        if taken and name:
            self.give_to(role_id, name, guest=guest)

    def give_to(self, role_id: str, name: str, *, guest: bool) -> None:
        """Give a role to whoever has that name; somebody new joins the list, as a ``guest`` if so."""
        book, pack = self._bridge.book(self.programme_id), self._bridge.pack(self.programme_id)
        titles = [each.title for each in pack.roles if each.group == TRIO_GROUP]
        known = find_person(book, name, titles)
        if known is not None:
            self._give(role_id, known.id, None)
            return
        named = split_names(name, titles)
        typed = named[0] if len(named) == 1 else Named(name)
        newcomer = Person(
            id=new_id(),
            programme_id=self.programme_id,
            name=typed.name,
            title=typed.title,
            takes_part=not guest,
        )
        self._give(role_id, newcomer.id, newcomer)

    def _give(self, role_id: str, person_id: str, newcomer: Person | None) -> None:
        role = self._bridge.pack(self.programme_id).role(role_id)
        given = self._bridge.run(
            AssignRole(
                programme_id=self.programme_id,
                role=role_id,
                person_id=person_id,
                alone=not role.several,
                newcomer=newcomer,
            )
        )
        if not given:
            return
        book, pack = self._bridge.book(self.programme_id), self._bridge.pack(self.programme_id)
        person = book.get(Person, person_id)
        words = f"{role.title}: {first_name(person)}"
        much = self._too_much(pack, person)
        self.undo_toast.emit("info" if much else "user", f"{words}. {much}" if much else words)

    def _too_much(self, pack: Pack, person: Person) -> str:
        for each, count in overloaded(self._bridge.book(self.programme_id), pack):
            if each.id == person.id:
                return self.tr("{name} har nu {count} roller. Del dem gerne ud på flere.").format(
                    name=first_name(person), count=count
                )
        return ""


class OtherHolder(Dialog):
    """The name of somebody new, and whether they belong to the unit."""

    def __init__(self, role_title: str, parent: QWidget | None = None) -> None:
        super().__init__(role_title, parent)
        self.body.addWidget(Label(self.tr("Hvem tager rollen?"), "body", "ink2"))
        self.field = LineField("", name=self.tr("Navn"))
        self.body.addWidget(self.field)
        self.guest = Check(self.tr("Lånt – er ikke med i enheden"))
        self.body.addWidget(self.guest)
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(self.tr("Giv rollen"), "primary", accepts=True, default=True)
        self.field.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self._yes.setEnabled(bool(self.field.value().strip()))
