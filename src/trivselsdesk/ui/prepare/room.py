"""The room where the trio prepares the meeting: checklist, drejebog, people and papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.forms import form_of
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.prepare.agenda_table import AgendaTable
from trivselsdesk.ui.prepare.checklist import Checklist
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.forms_card import FormsCard
from trivselsdesk.ui.prepare.gather_card import GatherCard
from trivselsdesk.ui.prepare.invitation_card import InvitationCard
from trivselsdesk.ui.prepare.lookup_card import LookupCard
from trivselsdesk.ui.prepare.meeting_card import MeetingCard
from trivselsdesk.ui.prepare.middle import Middle
from trivselsdesk.ui.prepare.milestones import Milestones
from trivselsdesk.ui.prepare.people_card import PeopleCard
from trivselsdesk.ui.prepare.print_card import PrintCard
from trivselsdesk.ui.prepare.rehearsal import Rehearsal
from trivselsdesk.ui.prepare.roles_card import RolesCard
from trivselsdesk.ui.prepare.rules_card import RulesCard
from trivselsdesk.ui.prepare.sealed_notes_card import SealedNotesCard
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.prepare.since_card import SinceCard
from trivselsdesk.ui.prepare.tracks_card import TracksCard
from trivselsdesk.ui.room import Room
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.tabbing import mend

_LEFT, _RIGHT = 332, 276
_LEFT_COMPACT, _RIGHT_COMPACT = 292, 256
_LEFT_WIDE, _RIGHT_WIDE = 372, 320
_MARGIN = 16
_RUN_SHEET = "drejebog"
_LIFTS = "loeft"
_SINCE = "siden_sidst"


class PrepareRoom(Room):
    """Three columns that scroll each on its own."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._meeting_id = ""
        self.editor = Editor(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, 0, _MARGIN)
        row.setSpacing(_MARGIN)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(_MARGIN)
        self.checklist = Checklist(self.editor)
        self.milestones = Milestones(self.editor)
        left.addWidget(self.checklist, 3)
        left.addWidget(self.milestones)
        self._left_column = left
        row.addWidget(self._left)
        self.agenda = AgendaTable(self.editor)
        self.middle = Middle(bridge, self.agenda)
        self.middle.go.connect(self.go)
        self.middle.open_document.connect(self.open_document)
        self.middle.undo_toast.connect(self.undo_toast)
        self.middle.closed.connect(self._form_closed)
        row.addWidget(self.middle, 1)
        # The bar of the right column stands in the margin, so that the cards keep their width.
        self._right = ScrollArea(margins=(0, 0, 4, 0), spacing=_MARGIN)
        self.meeting_card = MeetingCard(self.editor)
        self.since_card = SinceCard(self.editor, bridge)
        self.since_card.print_wanted.connect(self._print_since)
        self.since_card.earlier_wanted.connect(self.programme_wanted)
        self.people_card = PeopleCard(self.editor)
        self.roles_card = RolesCard(self.editor)
        self.notes_card = SealedNotesCard(self.editor)
        self.gather_card = GatherCard(self.editor, bridge)
        self.gather_card.said.connect(self.undo_toast)
        self.tracks_card = TracksCard(self.editor)
        self.tracks_card.print_wanted.connect(self._print_lifts)
        self.rules_card = RulesCard(self.editor)
        self.forms_card = FormsCard(self.editor)
        self.forms_card.wanted.connect(self.open_form)
        self.invitation_card = InvitationCard(self.editor)
        self.lookup_card = LookupCard(self.editor)
        self.print_card = PrintCard(self.editor)
        for card in self._cards():
            self._right.body.addWidget(card)
            card.restructured.connect(self._mend_later)
        self._right.body.addStretch(1)
        row.addWidget(self._right)
        self.print_card.wanted.connect(self.open_document)
        self.lookup_card.print_wanted.connect(self.open_document)
        self.invitation_card.print_wanted.connect(self._print_invitation)
        for part in (self.checklist, self.milestones, self.agenda):
            part.restructured.connect(self._mend_later)
        self.milestones.restructured.connect(self._share_left)
        self._mend = QTimer(self)
        self._mend.setSingleShot(True)
        self._mend.setInterval(0)
        self._mend.timeout.connect(self._mend_now)
        self._start = Button(self.tr("Start mødet"), "primary", "play")
        self._start.clicked.connect(self._go_to_meeting)
        self.rehearse_button = Button(self.tr("Prøv mødet af"), icon="eye")
        self.rehearse_button.clicked.connect(self._rehearse)
        # The same without words, where the top bar has little room.
        self._rehearse_small = IconButton("eye", self.tr("Prøv mødet af"), ghost=False)
        self._rehearse_small.clicked.connect(self._rehearse)
        self._top = QWidget(self)
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(self.rehearse_button)
        top.addWidget(self._rehearse_small)
        top.addWidget(self._start)
        self._top.hide()
        self._fit_columns()

    def show_programme(self, programme_id: str, phase_id: str) -> None:
        meeting_id = self.bridge.book(programme_id).meeting.id
        if (programme_id, meeting_id) != (self.programme_id, self._meeting_id):
            self._close_everything()
            self._right.verticalScrollBar().setValue(0)
        self._meeting_id = meeting_id
        super().show_programme(programme_id, phase_id)

    def take(self, changes: ChangeSet) -> None:
        self.refresh()

    def refresh(self) -> None:
        self.checklist.refresh()
        self.milestones.refresh()
        self.agenda.refresh()
        self.middle.refresh()
        for card in self._cards():
            card.refresh()

    def open_form(self, form_id: str) -> None:
        """Show a form of the preparation in place of the drejebog."""
        form = form_of(self.pack, form_id)
        if form is not None:
            flush_all()
            self.forms_card.open_form = form_id
            self.middle.open_form(self.programme_id, form)
            self.forms_card.refresh()
            self._mend_later()

    def show_card(self, card: SideCard) -> None:
        """Roll a card of the right column up to its top."""
        self._right.body.activate()
        self._right.verticalScrollBar().setValue(card.y())

    def _form_closed(self) -> None:
        left = self.forms_card.shelf.tiles.get(self.forms_card.open_form)
        self.forms_card.open_form = ""
        self.forms_card.refresh()
        self._mend_later()
        if left is not None and self.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def document(self) -> str:
        return self.middle.desk.document() if self.middle.form is not None else ""

    def leave(self) -> None:
        self.middle.hand_in()
        for card in self._cards():
            card.hand_in()

    def actions_here(self) -> dict[str, Callable[[], object]]:
        return {"print": self._print}

    def foot(self) -> int:
        """The sum below the drejebog is watched while minutes are changed."""
        budget = self.agenda.budget
        return self.height() - budget.mapTo(self, QPoint(0, 0)).y() if budget.isVisible() else 0

    def header_button(self) -> QWidget | None:
        return self._top

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _cards(self) -> tuple[SideCard, ...]:
        return (
            self.meeting_card,
            self.since_card,
            self.people_card,
            self.roles_card,
            self.gather_card,
            self.notes_card,
            self.tracks_card,
            self.rules_card,
            self.invitation_card,
            self.forms_card,
            self.lookup_card,
            self.print_card,
        )

    def _close_everything(self) -> None:
        """Nothing that is open for writing may go over to another programme."""
        if not self.programme_id:
            return
        self.checklist.close_forms()
        self.milestones.close_forms()
        self.agenda.close_rows()
        self.middle.close_form()
        for card in self._cards():
            card.hand_in()
            card.set_editing(False)

    def _fit_columns(self) -> None:
        width, look = self.width(), theme.current()
        if width >= look.breakpoint("wide")[0]:
            left, right = _LEFT_WIDE, _RIGHT_WIDE
        elif width >= look.breakpoint("compact")[0]:
            left, right = _LEFT, _RIGHT
        else:
            left, right = _LEFT_COMPACT, _RIGHT_COMPACT
        self._left.setFixedWidth(left)
        self._right.setFixedWidth(right + _MARGIN)
        roomy = width >= look.breakpoint("standard")[0]
        self.rehearse_button.setVisible(roomy)
        self._rehearse_small.setVisible(not roomy)

    def _share_left(self) -> None:
        self._left_column.setStretchFactor(self.milestones, 2 if self.milestones.is_open() else 0)

    def _mend_later(self) -> None:
        self._mend.start()

    def _mend_now(self) -> None:
        mend(self)

    def _rehearse(self) -> None:
        flush_all()
        dialog = Rehearsal(self.bridge, self.programme_id, self.window())
        dialog.shown.connect(self.wall_tried)
        dialog.exec()
        dialog.deleteLater()

    def _go_to_meeting(self) -> None:
        self.go.emit("run")

    def _print_lifts(self) -> None:
        for card in self._cards():
            card.hand_in()
        self.open_document.emit(_LIFTS)

    def _print_invitation(self, document_id: str) -> None:
        flush_all()
        self.open_document.emit(document_id)

    def _print_since(self) -> None:
        self.open_document.emit(_SINCE)

    def _print(self) -> None:
        self.open_document.emit(self.document() or _RUN_SHEET)
