"""What can be done with a programme on the list: a name, a copy, a new round, put away and taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.start.words import short


class Deeds(QObject):
    """Asks where something must be asked, and says what was done."""

    made = Signal(str)
    """Id of the programme that was made and is to be shown."""
    said = Signal(str, str)
    said_with_undo = Signal(str, str)

    def __init__(self, bridge: Bridge, room: QWidget) -> None:
        super().__init__(room)
        self._bridge, self._room = bridge, room

    def do(self, programme_id: str, what: str) -> None:
        """What was chosen in the menu of a row."""
        slots: dict[str, Callable[[str], None]] = {
            "rename": self.rename,
            "copy": self.copy,
            "cycle": self.new_cycle,
            "close": self.close_programme,
            "reopen": self.reopen,
            "save": self.save_as_file,
            "delete": self.delete,
            "restore": self.restore,
        }
        slots[what](programme_id)

    def rename(self, programme_id: str) -> None:
        """Ask for another name."""
        from trivselsdesk.ui.widgets.dialog import TextPrompt

        name = TextPrompt.ask(
            self._room,
            self.tr("Hvad skal forløbet hedde?"),
            text=self._name(programme_id),
            yes=self.tr("Gem navnet"),
        )
        if name:
            self._change(programme_id, name=name)

    def copy(self, programme_id: str) -> None:
        """Put a copy on the list."""
        from trivselsdesk.ui.start import making

        name = self._name(programme_id)
        if making.copy(self._bridge, programme_id, self.tr("{name} – kopi")):
            self.said_with_undo.emit("copy", self.tr("Kopieret: »{name}«").format(name=short(name)))

    def new_cycle(self, programme_id: str) -> None:
        """Ask for the name, and begin the round after this programme."""
        from trivselsdesk.ui.start import asking, making

        answer = asking.ask_cycle(self._room.window(), self._name(programme_id))
        if answer is not None:
            self.made.emit(making.new_cycle(self._bridge, programme_id, *answer))

    def close_programme(self, programme_id: str) -> None:
        """Move it to the finished ones."""
        if self._change(programme_id, closed=True):
            self._say_done("check", self.tr("Afsluttet: »{name}«"), programme_id)

    def reopen(self, programme_id: str) -> None:
        """Move it back to those under way."""
        if self._change(programme_id, closed=False):
            self._say_done("play", self.tr("I gang igen: »{name}«"), programme_id)

    def save_as_file(self, programme_id: str) -> None:
        """Save it as a file to hand on."""
        from trivselsdesk.ui import rescue

        sentence = rescue.save_copy(self._room, self._bridge, programme_id)
        if sentence:
            self.said.emit("check", sentence)

    def delete(self, programme_id: str) -> None:
        """Ask once, and lay it in the bin."""
        from trivselsdesk.ui.widgets.dialog import ask

        sure = ask(
            self._room,
            self.tr("Slet »{name}«?").format(name=short(self._name(programme_id))),
            self.tr("Forløbet lægges under »Slettet«. Derfra kan I altid gendanne det."),
            self.tr("Slet forløb"),
            danger=True,
        )
        if sure and self._change(programme_id, deleted=True):
            self._say_done("trash", self.tr("Slettet: »{name}«"), programme_id)

    def restore(self, programme_id: str) -> None:
        """Take it back from the bin."""
        if self._change(programme_id, deleted=False):
            self._say_done("undo", self.tr("Gendannet: »{name}«"), programme_id)

    def _name(self, programme_id: str) -> str:
        return self._bridge.book(programme_id).programme.name

    def _change(self, programme_id: str, **values: object) -> bool:
        from trivselsdesk.domain.commands.desk import ChangeProgramme

        return self._bridge.run(ChangeProgramme(programme_id=programme_id, values=values))

    def _say_done(self, icon: str, sentence: str, programme_id: str) -> None:
        self.said_with_undo.emit(icon, sentence.format(name=short(self._name(programme_id))))
