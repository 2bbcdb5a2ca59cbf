"""A person in a group: drag it to another, move it with ← and →, or open its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.pack import RoleCard
from trivselsdesk.domain.records import Person
from trivselsdesk.ui import actions
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.person_row import DragRow


class SeatRow(DragRow):
    """With the role cards that the person holds."""

    def __init__(self, person: Person, roles: tuple[RoleCard, ...], parent: QWidget | None = None) -> None:
        super().__init__(person.id, parent)
        self.line.setContentsMargins(10, 2, 2, 2)
        self.name = ElidedLabel(person.name, "bodyStrong")
        self.line.addWidget(self.name)
        self.roles = ElidedLabel(", ".join(role.title for role in roles), "caption", "primaryInk", weight=600)
        self.roles.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.roles, 1)
        words = self.tr("Opgaver og flytning for {name}").format(name=person.name)
        self.more = IconButton("more", words, side=40)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self.open_menu)
        self.line.addWidget(self.more)
        held = self.roles.whole_text()
        self.setAccessibleName(f"{person.name}, {held}" if held else person.name)
        self.setToolTip(self.tr("Træk, eller brug ← og →. Enter giver flere muligheder."))
        actions.on_widget(self, {"seat_before": self.go_before, "seat_after": self.go_after})

    def go_before(self) -> None:
        """To the group before."""
        self.moved.emit(self.person_id, -1)

    def go_after(self) -> None:
        """To the group after."""
        self.moved.emit(self.person_id, 1)

    def menu_corner(self) -> QPoint:
        return QPoint(self.width() - 40, self.height())
