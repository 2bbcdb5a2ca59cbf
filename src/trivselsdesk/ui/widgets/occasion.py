"""Choosing why a unit begins: one of the process's occasions, or one in own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Pack
from trivselsdesk.ui.widgets.fields.choice import ChoiceField
from trivselsdesk.ui.widgets.fields.line import LineField
from trivselsdesk.ui.widgets.labels import Label

NONE, OWN = "", "*"
"""Keys of the list beside the process's own: nobody has said, and in own words. No id looks like that."""


class OccasionField(QWidget):
    """The list, what the chosen one is about, and a line for an own one."""

    edited = Signal(str, str)
    """Id of the occasion, and own words; one of them is empty."""

    def __init__(self, pack: Pack, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.choice = ChoiceField(name=name)
        self.choice.edited.connect(self._choose)
        self.own = LineField(
            "", self.tr("Skriv det med jeres egne ord"), name=self.tr("Jeres egen anledning"), max_length=120
        )
        self.own.edited.connect(self._write)
        self.about = Label("", "caption", "ink2", wrap=True)
        for widget in (self.choice, self.own, self.about):
            column.addWidget(widget)
        self.set_pack(pack)
        self.set_value("", "")

    def set_pack(self, pack: Pack) -> None:
        """The occasions of a process."""
        self._pack = pack
        options = [(each.id, pack.fill(each.title)) for each in pack.occasions]
        self.choice.set_options(
            [(NONE, self.tr("Ikke valgt endnu")), *options, (OWN, self.tr("En anden anledning"))]
        )

    def value(self) -> tuple[str, str]:
        """Id of the occasion, and own words; one of them is empty."""
        chosen = str(self.choice.value() or "")
        return ("", self.own.value().strip()) if chosen == OWN else (chosen, "")

    def set_value(self, occasion: str, own: str) -> None:
        """Show what is chosen. An own line that is being begun stays open."""
        begun = self.choice.value() == OWN and not occasion
        self.choice.set_value(OWN if own.strip() or begun else occasion)
        self.own.set_value(own)
        self._show()

    def _choose(self, value: object) -> None:
        self._show()
        if value == OWN:
            self.own.setFocus()
        self.edited.emit(*self.value())

    def _write(self, value: str) -> None:
        if self.choice.value() == OWN:
            self.edited.emit("", value.strip())

    def _show(self) -> None:
        chosen = self.choice.value()
        self.own.setVisible(chosen == OWN)
        about = next((each.text for each in self._pack.occasions if each.id == chosen), "")
        self.about.set_text(self._pack.fill(about))
        self.about.setVisible(bool(about))
