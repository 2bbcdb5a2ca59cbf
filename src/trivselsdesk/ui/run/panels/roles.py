"""Who leads, keeps time and writes down, at the foot of the right panel."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import MEETING_GROUP, Pack
from trivselsdesk.domain.people import role_names
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import ElidedLabel

MOST = 3


def held_roles(book: Book, pack: Pack) -> list[tuple[str, str]]:
    """The first roles of the meeting that somebody holds: title and first names."""
    titles = {role.title: role.id for role in pack.roles if role.group == MEETING_GROUP}
    found = [(title, role_names(book, role_id, short=True)) for title, role_id in titles.items()]
    return [(title, names) for title, names in found if names][:MOST]


class Roles(Panel):
    """Up to three roles side by side. Hidden while nobody holds one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", own_layout=True, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        self.cells: list[tuple[ElidedLabel, ElidedLabel]] = []
        for _ in range(MOST):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            pair = (ElidedLabel("", "caption", "ink3"), ElidedLabel("", "bodyStrong", weight=700))
            for label in pair:
                cell.addWidget(label)
            row.addLayout(cell)
            self.cells.append(pair)
        row.addStretch(1)

    def show_roles(self, roles: list[tuple[str, str]]) -> None:
        """Title and names of each."""
        for number, (title, names) in enumerate(self.cells):
            words = roles[number] if number < len(roles) else ("", "")
            title.set_text(words[0])
            names.set_text(words[1])
            title.setVisible(bool(words[0]))
            names.setVisible(bool(words[0]))
        self.setVisible(bool(roles))
