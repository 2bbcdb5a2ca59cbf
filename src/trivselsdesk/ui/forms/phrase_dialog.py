"""»Skift adgangssætning«: the old one, a new one and the new one again, while the forms are open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from trivselsdesk.ui.forms.lock_page import PhraseField, wrong_with
from trivselsdesk.ui.forms.vault import Answer
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import Labelled
from trivselsdesk.ui.widgets.labels import Label


class PhraseDialog(Dialog):
    """Accepted once the phrase is another. ``change`` takes the old and the new and says what came of it.

    The old one is asked for although the forms are open: somebody else may sit at the machine.
    """

    def __init__(self, change: Callable[[str, str], Answer], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Skift adgangssætning"), parent, width=520)
        self._change = change
        self.add_text(
            self.tr(
                "Svarene bliver stående og åbnes fra nu af med den nye sætning. "
                "Kopier, der er gemt før i dag, åbnes stadig med den gamle."
            )
        )
        self.old = PhraseField(self.tr("Den nuværende sætning"))
        self.wanted = PhraseField(self.tr("Den nye sætning"))
        self.again = PhraseField(self.tr("Den nye sætning igen"))
        for field in (self.old, self.wanted, self.again):
            self.body.addWidget(Labelled(field.accessibleName(), field))
        self.shown = Check(self.tr("Vis det, jeg skriver"))
        self.shown.toggled.connect(self._show_signs)
        self.body.addWidget(self.shown)
        self.wrong = Label("", "body", "mustInk", wrap=True, weight=600)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self.add_button(self.tr("Annullér"))
        self.go = self.add_button(self.tr("Skift sætning"), "primary", accepts=True, default=True)
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        if not self.go.isEnabled():
            return
        wrong = wrong_with(self.wanted.text(), self.again.text())
        if not self.old.text().strip():
            self._say(self.tr("Skriv først den sætning, I bruger nu."), self.old)
        elif wrong:
            self._say(wrong, self.wanted)
        else:
            self._say("", self.go)
            self.go.setEnabled(False)
            self.go.set_text(self.tr("Skifter …"))
            # Stretching the two phrases takes seconds: the button says so before it begins.
            QTimer.singleShot(30, self._go_on)

    def _go_on(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            answer = self._change(self.old.text(), self.wanted.text())
        finally:
            QApplication.restoreOverrideCursor()
            self.go.setEnabled(True)
            self.go.set_text(self.tr("Skift sætning"))
        if answer is Answer.CHANGED:
            super().accept()
        elif answer is Answer.UNWRITTEN:
            self._say(
                self.tr("Det kunne ikke gemmes. Den nuværende sætning gælder stadig. Prøv igen."), self.old
            )
        else:
            self._say(self.tr("Den nuværende sætning er ikke rigtig. Intet er ændret. Prøv igen."), self.old)

    def _say(self, sentence: str, field: QWidget) -> None:
        self.wrong.set_text(sentence)
        self.wrong.setVisible(bool(sentence))
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, PhraseField):
            field.selectAll()

    def _show_signs(self, on: bool) -> None:
        for field in (self.old, self.wanted, self.again):
            field.set_shown(on)
