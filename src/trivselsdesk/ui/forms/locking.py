"""What is asked about the lock of a confidential form: its passphrase, a new one, paper without it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.commands.sealing import ForgetForms
from trivselsdesk.domain.sealed import lock_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.forms.lock_page import LockPage
from trivselsdesk.ui.forms.phrase_dialog import PhraseDialog
from trivselsdesk.ui.forms.vault import Vault
from trivselsdesk.ui.widgets.dialog import ask


class Locking(QObject):
    """The page that asks for the passphrase, and the vault behind it, for one programme at a time."""

    opened = Signal()
    begun_anew = Signal()
    said = Signal(str, str)
    """An icon and a sentence about what can be undone."""

    def __init__(self, bridge: Bridge, desk: QWidget) -> None:
        super().__init__(desk)
        self._bridge, self._desk = bridge, desk
        self.programme_id = ""
        self.page = LockPage()
        self.page.chosen.connect(self._begin)
        self.page.tried.connect(self._unlock)
        self.page.forgotten.connect(self._begin_anew)
        self.vault = Vault(bridge, desk)

    def is_open(self) -> bool:
        """Whether the forms of the programme are unlocked here."""
        return self.vault.is_open(self.programme_id)

    def turn_to(self, programme_id: str) -> None:
        """Lock what is open, for a form of that programme."""
        self.vault.close()
        self.page.clear()
        self.programme_id = programme_id

    def sealed(self, text: str) -> str | None:
        """The text as it may be stored; None when there is no lock to seal it with."""
        from trivselsdesk.store.sealing import seal

        lock = lock_of(self._bridge.book(self.programme_id))
        return None if lock is None else seal(lock, text)

    def show_page(self) -> None:
        """Ask for the passphrase, or for a new one where none was chosen yet."""
        self.page.show_state(fresh=lock_of(self._bridge.book(self.programme_id)) is None)

    def change_phrase(self) -> None:
        """Ask for another passphrase."""
        dialog = PhraseDialog(partial(self.vault.change, self.programme_id), self._desk.window())
        if dialog.exec() == PhraseDialog.DialogCode.Accepted:
            self.said.emit("lock", self.tr("Adgangssætningen er skiftet"))
        dialog.deleteLater()

    def may_print(self) -> bool:
        """Ask whether what is open is to be put on paper, which nothing locks."""
        sentence = self.tr(
            "Papiret er ikke låst, og det er en fil heller ikke. Læg det, hvor kun I to kan se det."
        )
        title, button = self.tr("Vis det udfyldte skema på papir?"), self.tr("Vis udskriften")
        return ask(self._desk, title, sentence, button)

    def _begin(self, phrase: str) -> None:
        if self.vault.begin(self.programme_id, phrase):
            self._open()

    def _unlock(self, phrase: str) -> None:
        if self.vault.open(self.programme_id, phrase):
            self._open()
        else:
            self.page.say_wrong(self.tr("Det er ikke den rigtige sætning. Intet er ændret. Prøv igen."))

    def _open(self) -> None:
        self.page.clear()
        self.opened.emit()

    def _begin_anew(self) -> None:
        sentence = self.tr(
            "Uden sætningen kan ingen åbne de låste svar. I kan slette dem og vælge en ny sætning. "
            "Kommer du i tanke om den gamle, kan du fortryde med det samme."
        )
        if ask(
            self._desk, self.tr("Begynd forfra?"), sentence, self.tr("Slet de låste svar"), danger=True
        ) and self._bridge.run(ForgetForms(programme_id=self.programme_id)):
            self.said.emit("trash", self.tr("De låste svar er slettet"))
            self.begun_anew.emit()
