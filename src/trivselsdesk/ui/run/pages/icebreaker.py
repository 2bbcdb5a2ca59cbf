"""The page for an icebreaker: one prompt at a time, large, with the time that is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.tools import own_lines, own_record, own_text, state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.pages.one_by_one import OneByOne
from trivselsdesk.ui.run.pages.own_words import OwnWords
from trivselsdesk.ui.widgets.buttons import Button


class IcebreakerPage(Page):
    """Nothing of what is said is written down; only which prompt is shown is kept."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.card = OneByOne(self.tr("Tag en anden"))
        outer.addWidget(self.card, 1)
        self.words = OwnWords(
            self.tr("Spørgsmålene"),
            self.tr("Ét spørgsmål på hver linje. Teksten gælder kun jeres forløb."),
            lines=4,
        )
        self.words.hide()
        self.card.body.addWidget(self.words)
        self.edit = Button(self.tr("Ret spørgsmålene"), icon="pencil", small=True)
        self.card.back.clicked.connect(self._take_previous)
        self.card.next.clicked.connect(self.take_another)
        self.edit.clicked.connect(self._swap_editing)
        self.words.edited.connect(self._write)
        self.words.finished.connect(self._finish)

    # Page

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        if (programme_id, tool) != (self.programme_id, self.tool):
            self._set_editing(False)
        super().show_slot(programme_id, slot, tool)

    def refresh(self) -> None:
        if self.slot is None:
            return
        self._clockwork.open(self.programme_id)
        prompts = self._prompts()
        shown = self._shown(len(prompts))
        several = len(prompts) > 1
        place = self.tr("Spørgsmål {number} af {count}").format(number=shown + 1, count=len(prompts))
        words = part.fill(self.book, self.pack, prompts[shown]) if prompts else ""
        self.card.show_words(words, "", place if several else "", several=several)
        self.words.show_words(own_text(self.book, self._standard()), self._standard())
        self.tick()

    def tick(self) -> None:
        self.card.time.show_reading(self._clockwork.read())

    def leave(self) -> None:
        self.words.text.flush()

    def header_widgets(self) -> list[QWidget]:
        return [self.edit]

    # What the user does

    def take_another(self) -> None:
        """The next prompt; after the last comes the first."""
        self._step(1)

    def _take_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        prompts = self._prompts()
        if prompts:
            state = state_of(self.book, self.book.meeting, self.tool.kind)
            shown = (self._shown(len(prompts)) + by) % len(prompts)
            self.bridge.run(SetToolState(programme_id=self.programme_id, state=replace(state, shown=shown)))

    def _write(self, text: str) -> None:
        record = own_record(self.programme_id, self._standard(), text)
        self.bridge.run(PutRecord(programme_id=self.programme_id, record=record, field="text"))

    def _swap_editing(self) -> None:
        self._set_editing(self.words.isHidden())

    def _finish(self) -> None:
        self._set_editing(False)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_editing(self, on: bool) -> None:
        self.words.setVisible(on)
        self.edit.set_text(self.tr("Færdig") if on else self.tr("Ret spørgsmålene"))
        self.edit.set_icon("check" if on else "pencil")
        if on:
            self.words.begin()

    # Inside

    def _standard(self) -> str:
        return "\n".join(self.tool.params.get("prompts", ()))

    def _prompts(self) -> list[str]:
        return own_lines(self.book, tuple(self.tool.params.get("prompts", ())))

    def _shown(self, count: int) -> int:
        return state_of(self.book, self.book.meeting, self.tool.kind).shown % count if count else 0
