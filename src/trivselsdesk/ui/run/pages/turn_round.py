"""The first step of the negative brainstorm: what we want, and the same turned round, in the unit's words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.ui.run.pages.big_words import BigWords
from trivselsdesk.ui.run.pages.own_words import OwnWords
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label

Words = tuple[str, str]
"""The words as they stand now, and as the pack has them."""


class TurnRound(Card):
    """``written`` carries the name of the text (``question`` or ``turned``) and its new words."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=24, spacing=8, parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.about = Label("", "section", "ink2", wrap=True)
        self.about.setAlignment(middle)
        self.question = BigWords("ink2")
        self.arrow = Label("", "bodyStrong", "primaryInk")
        self.arrow.set_text(self.tr("Prøv omvendt:"))
        self.turned = BigWords("primaryInk")
        self.body.addWidget(self.about)
        self.body.addWidget(self.question, 2)
        self.body.addWidget(self.arrow, 0, middle)
        self.body.addWidget(self.turned, 3)
        self.edit = Button(self.tr("Ret ordene"), icon="pencil", small=True)
        self.body.addWidget(self.edit, 0, middle)
        self._forms = QWidget()
        forms = QHBoxLayout(self._forms)
        forms.setContentsMargins(0, 0, 0, 0)
        forms.setSpacing(16)
        self.own_question = OwnWords(self.tr("Det, I vil"), self.tr("Det, I gerne vil lykkes med"))
        self.own_turned = OwnWords(self.tr("Spørgsmålet vendt om"), self.tr("Det samme, vendt om"))
        forms.addWidget(self.own_question)
        forms.addWidget(self.own_turned)
        self.body.addWidget(self._forms)
        self._forms.hide()
        self.edit.clicked.connect(self._swap)
        self.own_question.edited.connect(self._write_question)
        self.own_turned.edited.connect(self._write_turned)
        for each in (self.own_question, self.own_turned):
            each.finished.connect(self._finish)

    def show_questions(self, about: str, question: Words, turned: Words) -> None:
        """``about`` is the name of the initiative; empty for the meeting as a whole."""
        self.about.set_text(self.tr("Tema: {name}").format(name=about) if about else "")
        self.about.setVisible(bool(about))
        self.question.set_text(question[0])
        self.turned.set_text(turned[0])
        self.own_question.show_words(*question)
        self.own_turned.show_words(*turned)

    def _swap(self) -> None:
        self._set_editing(self._forms.isHidden())

    def _finish(self) -> None:
        self._set_editing(False)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_editing(self, on: bool) -> None:
        self._forms.setVisible(on)
        self.edit.set_text(self.tr("Færdig") if on else self.tr("Ret ordene"))
        self.edit.set_icon("check" if on else "pencil")
        if on:
            self.own_turned.begin()

    def _write_question(self, text: str) -> None:
        self.written.emit("question", text)

    def _write_turned(self, text: str) -> None:
        self.written.emit("turned", text)
