"""What stands in place of a form for each of something, while there is none of it."""

from __future__ import annotations

from trivselsdesk.domain.pack import Form
from trivselsdesk.domain.pack.forms import PER_INITIATIVE, PER_THEME
from trivselsdesk.ui.widgets.empty import EmptyState


class NothingYet(EmptyState):
    """Says what has to be there first: initiatives, themes or names."""

    def __init__(self) -> None:
        super().__init__("", "", icon="flag", button=self.tr("Gå til handleplanen"))

    def show_form(self, form: Form) -> None:
        """Say it for that form."""
        self.button.setVisible(form.per == PER_INITIATIVE)
        if form.per == PER_INITIATIVE:
            self.set_texts(
                self.tr("Der er ingen indsatser endnu"),
                self.tr("Når I har valgt, hvad I vil arbejde med, kan I udfylde skemaet for hver indsats."),
            )
        elif form.per == PER_THEME:
            self.set_texts(
                self.tr("Der er ingen temaer endnu"),
                self.tr("Saml sedler i temaer, eller vælg dem, der går videre. Så er der et til hvert."),
            )
        else:
            self.set_texts(
                self.tr("Der er ingen navne endnu"),
                self.tr("Skriv jer på deltagerlisten. Så er der et skema til hver."),
            )
