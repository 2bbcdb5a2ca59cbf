"""The page of the forms: those that lie ready after the meeting, and the one that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.forms import form_of, forms_at
from trivselsdesk.domain.pack import Form
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.forms.desk import FormDesk
from trivselsdesk.ui.forms.shelf import FormShelf
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState


class FormsSection(Section):
    """A list of the forms to the left, the open one in the middle."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 14, 16, 12)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self._left = ScrollArea()
        self.shelf = FormShelf()
        self.shelf.chosen.connect(self.open_form)
        self._left.body.addWidget(self.shelf)
        self._left.body.addStretch(1)
        row.addWidget(self._left)
        self.desk = FormDesk(bridge)
        self.desk.go.connect(self.go)
        self.desk.open_document.connect(self.open_document)
        self.desk.undo_toast.connect(self.undo_toast)
        row.addWidget(self.desk, 1)
        self._stack.addWidget(main)
        self._stack.addWidget(
            EmptyState(
                self.tr("Processen har ingen skemaer"),
                self.tr("De kan tilføjes i processens egne tekster."),
                icon="list",
            )
        )

    def refresh(self) -> None:
        if not self.programme_id:
            return
        forms = self._forms()
        self._stack.setCurrentIndex(0 if forms else 1)
        if not forms:
            return
        left = self.bridge.setting(self._key(), forms[0].id)
        chosen = next((form for form in forms if form.id == left), forms[0])
        self.shelf.show_forms(self.book, self.pack, forms, chosen.id, self.bridge.today())
        if (self.desk.programme_id, self.desk.form) != (self.programme_id, chosen):
            self.desk.show_form(self.programme_id, chosen)
        else:
            self.desk.refresh()

    def open_form(self, form_id: str) -> None:
        """Open another form."""
        self.desk.hand_in()
        if form_of(self.pack, form_id) is not None:
            self.bridge.remember(self._key(), form_id)
            self.refresh()
            if not self.desk.focus_lock():
                self.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.desk.hand_in()

    def document(self) -> str:
        return self.desk.document() if self._forms() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(320 if self.width() >= 1400 else 288 if self.width() >= 1200 else 248)

    def _forms(self) -> list[Form]:
        return forms_at(self.pack, "follow")

    def _key(self) -> str:
        return f"follow.form/{self.programme_id}"
