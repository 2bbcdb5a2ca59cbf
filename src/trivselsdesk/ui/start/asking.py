"""What is asked before a new programme is made: the workplace, and whose it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.pack import Pack
from trivselsdesk.ui.start.making import usual_organisation
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import TextPrompt
from trivselsdesk.ui.widgets.fields.line import LineField
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.occasion import OccasionField


class NewProgrammeDialog(TextPrompt):
    """One line that must be filled in. The organisation is asked for where the process names one."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Hvad hedder arbejdspladsen?"),
            self.tr("I starter på »{title}«. Navnet kan rettes senere.").format(title=pack.title),
            yes=self.tr("Opret forløb"),
        )
        self.organisation: LineField | None = None
        usual = usual_organisation(pack)
        if usual is not None:
            words = self.tr("Kommune eller organisation")
            self.organisation = LineField(usual, name=words)
            self.body.addWidget(Label(words, "caption", "ink2", weight=600))
            self.body.addWidget(self.organisation)
            QWidget.setTabOrder(self.field, self.organisation)
        self.occasion: OccasionField | None = None
        if pack.occasions:
            words = self.tr("Hvad er anledningen?")
            self.occasion = OccasionField(pack, words)
            self.body.addWidget(Label(words, "caption", "ink2", weight=600))
            self.body.addWidget(self.occasion)
            QWidget.setTabOrder(self.organisation or self.field, self.occasion.choice)
            QWidget.setTabOrder(self.occasion.choice, self.occasion.own)


class NewCycleDialog(TextPrompt):
    """The name of the next round, and whether the roles and the drejebog come along. The people always do."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Begynd en ny runde"),
            self.tr(
                "Deltagere, spilleregler, kerneopgave og jeres egne ord følger med. Det gør de datoer på "
                "årshjulet, der gentages, også. Processens datoer flyttes til "
                "næste runde. Det, I aftalte, parkerede og løftede, ligger klar under »Siden sidst«. "
                "Forløbet fra denne gang bliver, som det er."
            ),
            text=name,
            yes=self.tr("Begynd runden"),
        )
        self.roles = Check(self.tr("De samme har rollerne igen"))
        self.roles.setChecked(True)
        self.body.addWidget(self.roles)
        self.agenda = Check(self.tr("Den samme drejebog igen, med jeres egne rettelser"))
        self.agenda.setChecked(True)
        self.body.addWidget(self.agenda)
        QWidget.setTabOrder(self.field, self.roles)
        QWidget.setTabOrder(self.roles, self.agenda)


def ask_cycle(parent: QWidget, name: str) -> tuple[str, bool, bool] | None:
    """The name of the next round, whether the roles and whether the drejebog are kept; None when somebody
    gives up."""
    dialog = NewCycleDialog(name, parent)
    accepted = dialog.exec() == NewCycleDialog.DialogCode.Accepted
    kept = (dialog.roles.isChecked(), dialog.agenda.isChecked())
    answer = (dialog.text(), *kept) if accepted else None
    dialog.deleteLater()
    return answer


def ask(parent: QWidget, pack: Pack) -> tuple[str, str, tuple[str, str]] | None:
    """The names of the workplace and the organisation, and the occasion: its id, or own words.

    None when somebody gives up.
    """
    dialog = NewProgrammeDialog(pack, parent)
    accepted = dialog.exec() == NewProgrammeDialog.DialogCode.Accepted
    whose = dialog.organisation.value().strip() if dialog.organisation is not None else ""
    occasion = dialog.occasion.value() if dialog.occasion is not None else ("", "")
    answer = (dialog.text(), whose, occasion) if accepted else None
    dialog.deleteLater()
    return answer
