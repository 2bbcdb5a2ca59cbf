"""The invitation: what it asks people to think about, and the unit's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.invitation import QUESTIONS, WORDS, invitation, own_text
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.records import Override
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import Labelled, TextField

DOCUMENT = "invitation"
_SHOWN = 4
"""Questions that have a line of their own on the card."""


class InvitationCard(SideCard):
    print_wanted = Signal(str)
    """The id of a document to preview."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Invitation"), editor, self.tr("Ret invitationen"))
        self.asked = Clamped("body", "ink2", lines=2, size=15, line_height=20)
        self.questions = [Clamped("body", "ink", lines=3, size=15, line_height=20) for _ in range(_SHOWN + 1)]
        self.show_button = Button(self.tr("Se og udskriv"), "tint", "mail", small=True)
        self.show_button.clicked.connect(self._show)
        for each in (self.asked, *self.questions):
            self.view_column.addWidget(each)
        self.view_column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)

    def build_form(self) -> None:
        self.words = TextField(placeholder=self.tr("Et par linjer med jeres egne ord"), min_lines=2)
        self.own_questions = TextField(min_lines=2, max_lines=10)
        self.words.edited.connect(self._set_words)
        self.own_questions.edited.connect(self._set_questions)
        self.own_questions.left_empty.connect(self.refresh)
        self.form_column.addWidget(Labelled(self.tr("Jeres egne ord"), self.words))
        self.form_column.addWidget(
            Labelled(
                self.tr("Det kan alle tænke over"),
                self.own_questions,
                help_text=self.tr("Ét spørgsmål på hver linje. Tomt: processens egne."),
            )
        )

    def focus_form(self) -> None:
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        book, pack = self.editor.book, self.editor.pack
        found = invitation(book, pack, self.editor.meeting)
        self.setVisible(found is not None)
        if found is None or pack.invitation is None:
            return
        self.asked.show_text(found.asked)
        lines = [f"– {each}" for each in found.questions[:_SHOWN]]
        rest = len(found.questions) - len(lines)
        lines += [self.tr("og {count} til").format(count=rest)] if rest > 0 else []
        for place, line in enumerate(self.questions):
            line.setVisible(place < len(lines))
            line.show_text(lines[place] if place < len(lines) else "")
        if self.editing():
            self.words.set_value(own_text(book, WORDS))
            usual = "\n".join(self.editor.fill(each) for each in pack.invitation.questions)
            self.own_questions.show_usual(own_text(book, QUESTIONS) or usual)

    def _set_words(self, value: str) -> None:
        self._write(WORDS, value)

    def _set_questions(self, value: str) -> None:
        usual = [self.editor.fill(each) for each in getattr(self.editor.pack.invitation, "questions", ())]
        # The process's own, left as they are, stay the process's: a newer edition may say them better.
        self._write(QUESTIONS, "" if value.strip().splitlines() == usual else value)

    def _write(self, key: str, value: str) -> None:
        programme_id = self.editor.programme_id
        record = Override(id=override_id(programme_id, key), programme_id=programme_id, key=key, text=value)
        self.editor.run(PutRecord(programme_id=programme_id, record=record, field="text"))

    def _show(self) -> None:
        self.print_wanted.emit(DOCUMENT)
