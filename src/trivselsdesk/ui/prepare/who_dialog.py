"""Asks who sees to a note that goes to a track instead of the board."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from trivselsdesk.domain.pack import Track
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import Labelled
from trivselsdesk.ui.widgets.name_field import NameField


class WhoDialog(Dialog):
    """``needed``: what always calls for action is not moved without a name."""

    def __init__(self, track: Track, names: Iterable[str], parent: QWidget | None, *, needed: bool) -> None:
        super().__init__("", parent, width=460)
        words = self.tr("Flyt til »{track}«").format(track=track.title)
        self.setWindowTitle(words)
        self.title.set_text(words)
        if track.hint:
            self.add_text(track.hint)
        self._needed = needed
        self.who = NameField(placeholder=self.tr("Navn"), always_marked=True)
        self.who.set_suggestions(names)
        label = self.tr("Hvem bærer det videre?") if track.lift else self.tr("Hvem tager sig af det?")
        help_text = (
            self.tr("Sedlen kræver altid handling, så der skal stå et navn.")
            if needed
            else self.tr("I kan også skrive det senere.")
        )
        self.body.addWidget(Labelled(label, self.who, help_text=help_text))
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(self.tr("Flyt sedlen"), "primary", accepts=True, default=True)
        self.who.textChanged.connect(self._check)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _check(self) -> None:
        self._yes.setEnabled(not self._needed or bool(self.who.text().strip()))


def ask_who(parent: QWidget | None, track: Track, names: Iterable[str], *, needed: bool) -> str | None:
    """The name, which may be empty where it is not needed; None when the user gives up."""
    dialog = WhoDialog(track, names, parent, needed=needed)
    answer = dialog.who.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer
