"""A dialog for one action: what, who, by when, and which initiative it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.due import Due
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.dialog import Writing
from trivselsdesk.ui.widgets.fields import ChoiceField, Labelled, TextField
from trivselsdesk.ui.widgets.fields.due import DueField
from trivselsdesk.ui.widgets.name_field import NameField, names


@dataclass(frozen=True)
class Answer:
    """What was filled in."""

    initiative_id: str
    title: str
    owner: str
    due: Due


class ActionDialog(Writing):
    """For a new action, or for one that is there."""

    def __init__(
        self,
        bridge: Bridge,
        book: Book,
        initiatives: list[Initiative],
        action: Action | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__("", parent, width=560)
        words = self.tr("Ret aktiviteten") if action else self.tr("Tilføj aktivitet")
        self.setWindowTitle(words)
        self.title.set_text(words)
        self.what = TextField(
            action.title if action else "", self.tr("Hvad gør I helt konkret?"), min_lines=2, max_lines=5
        )
        self.body.addWidget(Labelled(self.tr("Aktivitet"), self.what))
        self.area = ChoiceField([(each.id, each.name or self.tr("Uden navn")) for each in initiatives])
        self.area.set_value(action.initiative_id if action else initiatives[0].id)
        self._area = Labelled(self.tr("Indsatsområde"), self.area)
        if action is not None or len(initiatives) < 2:
            self._area.hide()
        self.body.addWidget(self._area)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.owner = NameField(action.owner if action else "", self.tr("Navn"))
        self.owner.set_suggestions([*names(book), bridge.pack(book.programme.id).trio])
        self._book = book
        self.due = DueField(self._programme, self.tr("Dato, »om 2 måneder« eller møde"), today=bridge.today)
        if action is not None:
            self.due.set_value(Due(action.due, action.due_words, action.due_event))
        row.addWidget(Labelled(self.tr("Tovholder"), self.owner), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Labelled(self.tr("Deadline"), self.due), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(
            self.tr("Gem") if action else self.tr("Tilføj"), "primary", accepts=True, default=True
        )
        self.what.textChanged.connect(self._check)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def accept(self) -> None:
        # A date that cannot be read keeps the dialog open: its sentence stands below the field.
        self.due.settle()
        if self.due.text().strip() and self.due.property("error"):
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    def answer(self) -> Answer:
        """What was filled in."""
        title = " ".join(self.what.value().split())
        return Answer(self.area.value(), title, self.owner.value().strip(), self.due.value())

    def answer_now(self) -> object:
        found = self.answer()
        return found.title, found.owner, found.due

    def half_typed(self) -> bool:
        self.due.settle()
        return bool(self.due.text().strip() and self.due.property("error"))

    def _programme(self) -> Book:
        return self._book

    def _check(self) -> None:
        self._yes.setEnabled(bool(self.what.value().strip()))
