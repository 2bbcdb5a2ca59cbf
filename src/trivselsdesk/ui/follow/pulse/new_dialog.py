"""A dialog for a new pulse: about which initiative or theme, and how many are asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pulse import themes
from trivselsdesk.domain.remarks import attendance
from trivselsdesk.ui.widgets.dialog import Writing
from trivselsdesk.ui.widgets.fields import ChoiceField, Labelled, LineField, MinuteField

_OWN = "own"
_MOST_ASKED = 500
_THEME_SIGNS = 80


class NewPulseDialog(Writing):
    """Proposes the initiatives; a theme of one's own can be typed."""

    def __init__(self, book: Book, parent: QWidget | None) -> None:
        super().__init__("", parent, width=560)
        title = self.tr("Ny puls")
        self.setWindowTitle(title)
        self.title.set_text(title)
        self._names = {each.id: each.name.strip() for each in themes(book)}
        self.about = ChoiceField(
            [*self._names.items(), (_OWN, self.tr("Et andet tema …"))], name=self.tr("Hvad spørger I om?")
        )
        self.about.set_value(next(iter(self._names), _OWN))
        self.body.addWidget(Labelled(self.tr("Hvad spørger I om?"), self.about))
        self.theme = LineField("", self.tr("fx tonen mellem os"), max_length=_THEME_SIGNS)
        self.own = Labelled(self.tr("Tema"), self.theme)
        self.body.addWidget(self.own)
        people = sum(1 for each in attendance(book, book.meeting)[0])
        self.invited = MinuteField(people, 0, _MOST_ASKED)
        self.body.addWidget(
            Labelled(
                self.tr("Hvor mange spørger I?"),
                self.invited,
                help_text=self.tr("Så kan I se, hvor mange der mangler at svare – aldrig hvem."),
            )
        )
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(self.tr("Begynd pulsen"), "primary", accepts=True, default=True)
        self.about.edited.connect(self._chosen)
        self.theme.textChanged.connect(self._check)
        self._chosen()
        self.about.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> tuple[str, str, int]:
        """The words of the theme, the id of the initiative (empty for a theme of one's own), and how many."""
        chosen = self.about.value()
        if chosen in self._names:
            return self._names[chosen], chosen, self.invited.value()
        return " ".join(self.theme.value().split()), "", self.invited.value()

    def answer_now(self) -> object:
        return self.theme.value().strip()

    def _chosen(self) -> None:
        self.own.setVisible(self.about.value() not in self._names)
        self.adjustSize()
        self._check()

    def _check(self) -> None:
        self._yes.setEnabled(bool(self.answer()[0]))
