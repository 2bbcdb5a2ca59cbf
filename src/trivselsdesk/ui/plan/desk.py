"""The middle and the right of the handleplan, built for one process: views, helpers and the sheet."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trivselsdesk.domain.commands.plan import WriteAction
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Initiative, new_id
from trivselsdesk.ui import actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan import content
from trivselsdesk.ui.plan.header import QUESTIONS, SMTTE, Header
from trivselsdesk.ui.plan.help_panel import HelpPanel
from trivselsdesk.ui.plan.page_pane import PagePane
from trivselsdesk.ui.plan.questions import QuestionsView
from trivselsdesk.ui.plan.smtte import SmtteView
from trivselsdesk.ui.plan.theme_clock import ThemeClock
from trivselsdesk.ui.plan.year_status import YearStatusView
from trivselsdesk.ui.remarks.pane import RemarkPane
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.empty import EmptyState


class Desk(QWidget):
    """``views`` says which ways of looking the process has."""

    previous_wanted = Signal()
    next_wanted = Signal()
    run_wanted = Signal()
    minutes_wanted = Signal()
    undo_toast = Signal(str, str)

    def __init__(self, bridge: Bridge, pack: Pack) -> None:
        super().__init__()
        self._bridge, self._pack = bridge, pack
        self._initiative_id = ""
        self.views = [QUESTIONS] if pack.questions or not pack.smtte else []
        self.views += [SMTTE] if pack.smtte else []
        self._programme_id, self._view, self._current = "", "", ""
        self._last_text: QPlainTextEdit | None = None
        self._room_wide = 1440
        self._entered: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._reveal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bars = QWidget()
        column.addWidget(self._bars)
        self.header = Header(bridge, self.views, sheet=pack.report is not None)
        column.addWidget(self.header)
        self._stack = QStackedWidget()
        self.questions = QuestionsView(bridge, pack)
        self.smtte = SmtteView(bridge, pack)
        self.status = YearStatusView(bridge, pack) if pack.report is not None else None
        self._empty = EmptyState(
            self.tr("Ingen temaer er valgt endnu"),
            self.tr("Vælg dem på mødet – eller skriv et indsatsområde i listen til venstre."),
            icon="target",
            button=self.tr("Gå til mødet"),
            framed=False,
        )
        self._empty.pressed.connect(self.run_wanted)
        for view in (self.questions, self.smtte, self.status, self._empty):
            if view is not None:
                self._stack.addWidget(view)
        column.addWidget(self._stack, 1)
        column.addWidget(self._make_steps())
        row.addWidget(centre, 1)
        self._column = Panel("surface", "left")
        self._side = QStackedWidget()
        self._column.body.addWidget(self._side, 1)
        self.help = HelpPanel()
        self._side.addWidget(self.help)
        self.pane = PagePane(bridge) if pack.report is not None else None
        if self.pane is not None:
            self._side.addWidget(self.pane)
        self.clock = ThemeClock(bridge, "questions", self._bars)
        self._column.body.insertWidget(0, self.clock)
        self.remarks = RemarkPane(bridge)
        self._side.addWidget(self.remarks)
        self.remarks_button = Button(self.tr("Noter til referatet"), icon="pencil", small=True)
        self.remarks_button.setCheckable(True)
        self.remarks_button.setToolTip(f"{actions.text('remark')} ({actions.key_words('remark')[0]})")
        self.remarks_button.clicked.connect(self._turn_remarks)
        self.clock.add(self.remarks_button)
        self.remarks.closed.connect(self.close_remarks)
        self.remarks.minutes_wanted.connect(self.minutes_wanted)
        self.remarks.undo_toast.connect(self.undo_toast)
        row.addWidget(self._column)
        self.questions.asked.connect(self.help.set_hint)
        self.questions.launching.connect(self.clock.keep)
        self.help.note_used.connect(self.use_words)
        self.help.note_menu.connect(self.open_note_menu)
        self.help.proposals.wanted.connect(self.take_proposal)
        self._note_menu = QMenu(self)
        self._words = ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _make_steps(self) -> QWidget:
        self._steps = Panel("canvas", "top", own_layout=True)
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(24, 9, 24, 12)
        row.setSpacing(12)
        self.previous_button = Button(self.tr("Forrige"), icon="arrow-l")
        self.previous_button.clicked.connect(self.previous_wanted)
        self.next_button = Button(self.tr("Næste område"), "primary", icon_after="arrow-r")
        self.next_button.clicked.connect(self.next_wanted)
        row.addWidget(self.previous_button)
        row.addStretch(1)
        self.notes_button = Button("", icon="note")
        self.notes_button.setCheckable(True)
        self.notes_button.clicked.connect(self._turn_notes)
        row.addWidget(self.notes_button)
        row.addWidget(self.next_button)
        return self._steps

    # Showing

    def fit(self, wide: int) -> None:
        """Widths for a room so wide."""
        self._room_wide = wide
        if self.pane is not None and self._side.currentWidget() is self.pane:
            sheet = 446 if wide >= 1400 else 372 if wide >= 1200 else 312
            self.pane.fit(sheet)
            self._column.setFixedWidth(sheet)
        else:
            self._column.setFixedWidth(280 if wide >= 1400 else 256 if wide >= 1200 else 232)

    def show_content(
        self, programme_id: str, phase_id: str, view: str, current: str, initiatives: list[Initiative]
    ) -> None:
        """Show an initiative in a view, or the year's status, or that there is nothing yet."""
        self._programme_id, self._view, self._current = programme_id, view, current
        book = self._bridge.book(programme_id)
        ids = [each.id for each in initiatives]
        initiative = book.find(Initiative, current) if current in ids else None
        self.header.switch.set_value(view)
        self.header.print_button.setVisible(self.pane is not None and view == QUESTIONS)
        if initiative is not None:
            self._show_header(initiative, ids.index(current) + 1, len(ids))
            shown: QuestionsView | SmtteView = self.smtte if view == SMTTE else self.questions
            shown.aim(programme_id, current)
            self._stack.setCurrentWidget(shown)
        elif current and self.status is not None:
            self.header.show_heading(self.tr("Til afrapporteringen"), self.tr("Årets status"))
            self.status.aim(programme_id)
            self._stack.setCurrentWidget(self.status)
        else:
            self.header.show_heading("", self.tr("Handleplan"))
            self._stack.setCurrentWidget(self._empty)
        self._steps.setVisible(view == SMTTE)
        last = not ids or current == ids[-1]
        self.previous_button.setEnabled(self._has_earlier(current, ids))
        self.next_button.setVisible(not last)
        self._initiative_id = initiative.id if initiative is not None else ""
        self.help.show_for(book, self._pack, initiative, phase_id)
        notes = self.help.material
        self.notes_button.setText(self.tr("Vis sedler ({count})").format(count=notes))
        self.notes_button.setVisible(self.pane is not None and notes > 0)
        self.clock.show_for(current if initiative is not None else "")
        self.header.show_aids(self.clock.aids())
        self._show_side()

    def _show_header(self, initiative: Initiative, place: int, count: int) -> None:
        if self._view == SMTTE:
            caption = self.tr("Indsatsområde {place}").format(place=place)
        else:
            words = self.tr("tema {place} af {count}").format(place=place, count=count)
            caption = " · ".join(each for each in (self._question_title(), words) if each)
        source = content.source_card(self._bridge.book(self._programme_id), self._pack, initiative)
        self.header.aim(self._programme_id, initiative.id, caption, by_hand=source is None)

    def _question_title(self) -> str:
        items = self._bridge.book(self._programme_id).agenda()
        return next((item.title for item in items if item.tool == "questions"), "")

    def _has_earlier(self, current: str, ids: list[str]) -> bool:
        if current in ids:
            return ids.index(current) > 0 or self.status is not None
        return current == "reasons"

    def _show_side(self) -> None:
        """Beside the questions: the opsamler's notes where they are wanted, else help or the sheet."""
        shown: QWidget = self.help
        if self.remarks_button.isChecked():
            shown = self.remarks
            self.remarks.refresh()
        elif self._view == SMTTE and self.pane is not None and not self._notes_wanted():
            shown = self.pane
        self._side.setCurrentWidget(shown)
        self.fit(self._room_wide)

    def _turn_notes(self) -> None:
        self._show_side()
        if self._notes_wanted():
            self.help.show_material()

    def _notes_wanted(self) -> bool:
        return self.notes_button.isChecked() and bool(self.help.material)

    # The opsamler's notes

    def write_remark(self) -> None:
        """Ctrl+R: to the line where the next note is written, and away again from there."""
        if self.remarks.isAncestorOf(self.focusWidget() or self):
            self.close_remarks()
        else:
            self._turn_remarks(True)

    def close_remarks(self) -> None:
        """Help or the sheet again."""
        self._turn_remarks(False)

    def _turn_remarks(self, wanted: bool) -> None:
        self.remarks_button.setChecked(wanted)
        self._show_side()
        if wanted:
            self.remarks.focus_entry()
        else:
            self.start()

    def start(self) -> None:
        """The room was entered, or the view changed: draw the sheet if it is shown."""
        if self.pane is not None and self._side.currentWidget() is self.pane:
            self.pane.show_programme(self._programme_id)

    def touch(self) -> None:
        """Something was committed."""
        if self.pane is not None and self._side.currentWidget() is self.pane:
            self.pane.touch()

    def stop(self) -> None:
        """The room is left."""
        if self.pane is not None:
            self.pane.stop()

    # Doing

    def enter(self, area_id: str) -> None:
        """After a question of »Årets status« was chosen: the cursor goes there."""
        if self.status is not None and area_id in self.status.answers:
            self.status.focus_part(area_id)

    def focus_empty(self) -> bool:
        """Put the cursor in the first empty field of what is shown. False when there is none."""
        shown = self._stack.currentWidget()
        if shown is self._empty:
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if not isinstance(shown, QuestionsView | SmtteView):
            return False
        self._entered = shown.focus_empty()
        # The views get their sizes first.
        self._soon.start()
        return self._entered is not None

    def _reveal(self) -> None:
        field, shown = self._entered, self._stack.currentWidget()
        self._entered = None
        if field is not None and isinstance(shown, QuestionsView | SmtteView) and shiboken6.isValid(field):
            shown.reveal(field)

    def focus_part(self, name: str, action_id: str = "") -> None:
        """Put the cursor in a part of what is shown."""
        shown = self._stack.currentWidget()
        if name == "name" and not action_id:
            self.header.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(shown, QuestionsView | SmtteView):
            shown.focus_part(name, action_id)
        elif isinstance(shown, YearStatusView):
            shown.focus_part(name)

    def use_words(self, words: str) -> None:
        """Put a note's words where the cursor is, or was last."""
        field = self._last_text
        if field is None or not shiboken6.isValid(field) or not field.isVisible():
            parts = list(self.questions.parts.values())
            if not parts:
                return
            field = parts[0].field
        cursor = field.textCursor()
        before = field.toPlainText()[: cursor.position()]
        cursor.insertText(words if not before or before[-1].isspace() else f" {words}")
        field.setTextCursor(cursor)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_proposal(self, words: str) -> None:
        """Make an action of what the room proposed, last on the plan of the theme."""
        command = WriteAction(
            programme_id=self._programme_id,
            action_id=new_id(),
            initiative_id=self._initiative_id,
            values={"title": words},
        )
        self._bridge.run(command)

    def open_note_menu(self, words: str, point: QPoint) -> None:
        """»Sæt ind i …«: every field of the view that the words can go into."""
        self.fill_note_menu(words)
        if not self._note_menu.isEmpty():
            self._note_menu.popup(point)

    def fill_note_menu(self, words: str) -> QMenu:
        """The fields as a menu; choosing one puts the words there as a step of its own."""
        self._words = words
        self._note_menu.clear()
        shown = self._stack.currentWidget()
        if isinstance(shown, QuestionsView | SmtteView):
            for place, title in shown.places():
                said = self.tr("Sæt ind i »{title}«").format(title=title).replace("&", "&&")
                choice = self._note_menu.addAction(said)
                choice.setData(place)
                choice.triggered.connect(self._put_words)
        return self._note_menu

    def _put_words(self) -> None:
        choice, shown = self.sender(), self._stack.currentWidget()
        if isinstance(choice, QAction) and isinstance(shown, QuestionsView | SmtteView):
            shown.put_words(str(choice.data()), self._words)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QPlainTextEdit) and self._stack.isAncestorOf(now):
            self._last_text = now
