"""The page for examples: the entries of a list, one at a time and large, to help those who are stuck."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.lookup import facts_of
from trivselsdesk.domain.tools import example_shown, examples_of, state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.pages.one_by_one import OneByOne


class ExamplesPage(Page):
    """Which example is shown is kept, and is on the wall."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.card = OneByOne(self.tr("Vis den næste"))
        outer.addWidget(self.card, 1)
        self.card.back.clicked.connect(self._show_previous)
        self.card.next.clicked.connect(self.show_next)

    # Page

    def refresh(self) -> None:
        if self.slot is None:
            return
        self._clockwork.open(self.programme_id)
        book, pack = self.book, self.pack
        entries, shown = examples_of(pack, self.tool), example_shown(book, pack, book.meeting, self.tool)
        entry = entries[shown] if entries else None
        below = [entry.text, *facts_of(entry)] if entry else []
        word = str(self.tool.params.get("word", "")) or self.tr("Eksempel")
        place = self.tr("{word} {number} af {count}").format(word=word, number=shown + 1, count=len(entries))
        self.card.show_words(
            part.fill(book, pack, entry.title) if entry else self.tr("Ingen eksempler"),
            part.fill(book, pack, "\n".join(each for each in below if each)),
            place if entries else "",
            several=len(entries) > 1,
        )
        self.tick()

    def tick(self) -> None:
        self.card.time.show_reading(self._clockwork.read())

    # What the user does

    def show_next(self) -> None:
        """The next example; after the last comes the first."""
        self._step(1)

    def _show_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        book, meeting, entries = self.book, self.book.meeting, examples_of(self.pack, self.tool)
        if not entries:
            return
        shown = (example_shown(book, self.pack, meeting, self.tool) + by) % len(entries)
        state = replace(
            state_of(book, meeting, self.tool.kind), shown=shown, mode=str(self.tool.params["list"])
        )
        self.bridge.run(SetToolState(programme_id=self.programme_id, state=state))
