"""The starting notes of a process: which of them to hang up – all, some or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.pack import Zone
from trivselsdesk.domain.start_notes import StartNote
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label

LONGEST = 84
"""Signs of a note on its line; the whole stands in the tooltip."""


class StartNotesDialog(Dialog):
    """A tick for each note, zone by zone. ``chosen`` are the ids to hang up."""

    def __init__(
        self, parent: QWidget | None, offers: Sequence[tuple[Zone, list[StartNote]]], mark: str
    ) -> None:
        super().__init__(self.tr("Startsedler"), parent, width=760)
        self.add_text(
            self.tr(
                "Processen har et oplæg at begynde på. Hæng det op, der passer på jer. "
                "Sedlerne bliver mærket »{mark}«, så ingen tror, at I har skrevet dem."
            ).format(mark=mark)
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.all_button = Button(self.tr("Vælg alle"), small=True)
        self.all_button.clicked.connect(self._all)
        self.none_button = Button(self.tr("Vælg ingen"), small=True)
        self.none_button.clicked.connect(self._none)
        row.addWidget(self.all_button)
        row.addWidget(self.none_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._scroll = ScrollArea(spacing=0, margins=(0, 0, 8, 0))
        self._scroll.setMinimumHeight(380)
        self.boxes: dict[str, Check] = {}
        for zone, notes in offers:
            self._scroll.body.addWidget(Label(zone.title, "section"))
            for note in notes:
                self._scroll.body.addWidget(self._line(note))
            self._scroll.body.addSpacing(12)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self._scroll, 1)
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button("", "primary", accepts=True, default=True)
        self._show_count()

    def chosen(self) -> set[str]:
        """Ids of the notes that are ticked and do not hang yet."""
        return {key for key, box in self.boxes.items() if box.isEnabled() and box.isChecked()}

    def _line(self, note: StartNote) -> Check:
        words = shortened(note.text, LONGEST)
        box = Check(self.tr("{text} – hænger der").format(text=words) if note.hung else words)
        box.setChecked(True)
        box.setEnabled(not note.hung)
        if words != note.text:
            box.setToolTip(note.text)
        box.setAccessibleName(note.text)
        box.clicked.connect(self._show_count)
        self.boxes[note.id] = box
        return box

    def _set(self, ticked: bool) -> None:
        for box in self.boxes.values():
            if box.isEnabled():
                box.setChecked(ticked)
        self._show_count()

    def _all(self) -> None:
        self._set(True)

    def _none(self) -> None:
        self._set(False)

    def _show_count(self) -> None:
        count = len(self.chosen())
        notes = plural(count, self.tr("seddel"), self.tr("sedler"))
        self._yes.set_text(self.tr("Hæng {notes} op").format(notes=notes))
        self._yes.setEnabled(bool(count))
