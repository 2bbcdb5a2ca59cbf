"""»Tast væggen ind«: after a round on paper, note after note from the wall without touching the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import NoteType, Zone
from trivselsdesk.ui.run.board.entry import EntryBar
from trivselsdesk.ui.widgets.dialog import Writing
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

LAST = 6
"""Notes shown back, the newest first."""

PutUp = Callable[[list[str], str, str], bool]
"""Texts, note type and zone; False when they could not be saved."""


class TypeIn(Writing):
    """The line alone, large, with the signs that pick a zone, and what was typed last."""

    def __init__(
        self,
        parent: QWidget,
        kinds: Sequence[NoteType],
        zones: Sequence[Zone],
        kind: str,
        put_up: PutUp,
    ) -> None:
        super().__init__(self.tr("Tast væggen ind"), parent, width=1000)
        self._put_up = put_up
        self._zones = {zone.id: zone for zone in zones}
        self._count = 0
        signs = [
            self.tr("»{sign}« foran: {zone}").format(sign=zone.key, zone=zone.title)
            for zone in zones
            if zone.key
        ]
        self.add_text(self.tr("Skriv en seddel, tryk Enter, og skriv den næste."))
        if len(signs) > 1:
            self.body.addWidget(Label(" · ".join(signs), "caption", "ink2", wrap=True))
        self.entry = EntryBar()
        self.entry.show_choices(kinds, zones, kind)
        self.entry.put_up.connect(self._submitted)
        self.entry.left.connect(self.reject)
        self.body.addWidget(self.entry)
        self._total = Label("", "bodyStrong")
        self.body.addWidget(self._total)
        self._last = QVBoxLayout()
        self._last.setSpacing(2)
        self.body.addLayout(self._last)
        self._lines = [ElidedLabel("", "body", "ink2") for _ in range(LAST)]
        for line in self._lines:
            self._last.addWidget(line)
        self._typed: list[str] = []
        self.add_button(self.tr("Færdig"), accepts=True)
        self._show_last()
        self.entry.field.setFocus()

    def accept(self) -> None:
        # The last note on the wall is written like the others: nobody should lose it for want of an Enter.
        self.entry.submit()
        if not self.entry.field.text().strip():
            super().accept()

    def answer_now(self) -> object:
        return self.entry.field.text().strip()

    def _submitted(self, texts: list[str], kind: str, zone: str) -> None:
        typed = self.entry.take()
        if not self._put_up(texts, kind, zone):
            return
        if typed:
            self.entry.done()
        self._count += len(texts)
        sign = self._zones[zone].key or self._zones[zone].title
        self._typed = [*(f"{sign}  {text}" for text in reversed(texts)), *self._typed][:LAST]
        self._show_last()

    def _show_last(self) -> None:
        count = plural(self._count, self.tr("seddel"), self.tr("sedler"))
        self._total.set_text(self.tr("{n} tastet").format(n=count) if self._count else "")
        for number, line in enumerate(self._lines):
            line.set_text(self._typed[number] if number < len(self._typed) else "")
