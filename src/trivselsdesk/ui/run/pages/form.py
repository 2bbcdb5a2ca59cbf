"""The page where a form is filled in together: the question with the cursor is the one on the wall."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.forms import form_of
from trivselsdesk.domain.pack import Form
from trivselsdesk.domain.pack.forms import PER_PERSON
from trivselsdesk.domain.records import ToolState
from trivselsdesk.domain.tools import state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.forms.desk import FormDesk
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.empty import EmptyState


class FormPage(Page):
    """Which question, initiative and time is open is kept like the clock, and is there after a restart."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        column.addWidget(self._stack)
        self.desk = FormDesk(bridge)
        self.desk.set_compact(True)
        self.desk.go.connect(self.go)
        self.desk.open_document.connect(self.open_document)
        self.desk.undo_toast.connect(self.undo_toast)
        self.desk.entered.connect(self._point_at)
        self.desk.turned.connect(self._turn)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(
            EmptyState(
                self.tr("Skemaet er ikke i processen"),
                self.tr("Tal jer frem, og skriv det vigtige ned som noter til referatet."),
                icon="list",
            )
        )
        self.back = Button(self.tr("Forrige"), icon="chev-l", small=True)
        self.back.clicked.connect(self._go_back)
        self.next = Button(self.tr("Næste spørgsmål"), icon="chev-r", small=True)
        self.next.clicked.connect(self._go_on)

    # Page

    def refresh(self) -> None:
        form = self._form()
        self._stack.setCurrentIndex(0 if form is not None else 1)
        for button in (self.back, self.next):
            button.setVisible(form is not None)
        if form is None:
            return
        state = self._state()
        self.desk.show_form(self.programme_id, form, state.initiative_id, state.mode)
        shown = self._shown(form)
        self.back.setEnabled(shown > 0)
        self.next.setEnabled(shown + 1 < len(form.fields))

    def leave(self) -> None:
        self.desk.hand_in()

    def header_widgets(self) -> list[QWidget]:
        return [self.back, self.next]

    # What the user does

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        form = self._form()
        if form is not None:
            place = max(0, min(self._shown(form) + by, len(form.fields) - 1))
            self._keep(replace(self._state(), shown=place))
            self.desk.focus_field(form.fields[place].id)

    def _point_at(self, field_id: str) -> None:
        form = self._form()
        if form is not None:
            places = [field.id for field in form.fields]
            if field_id not in places:
                # The cards of the part before give up the focus one after the other as they go.
                return
            self._keep(replace(self._state(), shown=places.index(field_id)))

    def _turn(self, subject_id: str, entry_id: str) -> None:
        self._keep(replace(self._state(), initiative_id=subject_id, mode=entry_id, shown=0))

    # Inside

    def _keep(self, state: ToolState) -> None:
        if state != self._state():
            self.bridge.run(SetToolState(programme_id=self.programme_id, state=state))

    def _state(self) -> ToolState:
        return state_of(self.book, self.book.meeting, self.tool.kind)

    def _shown(self, form: Form) -> int:
        return max(0, min(self._state().shown, len(form.fields) - 1))

    def _form(self) -> Form | None:
        found = form_of(self.pack, str(self.tool.params.get("form", "")))
        private = found is not None and (found.per == PER_PERSON or found.confidential)
        return None if private else found
