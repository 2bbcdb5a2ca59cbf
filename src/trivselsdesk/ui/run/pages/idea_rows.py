"""Rows of the negative brainstorm: a way to fail, what is done instead, and the way to the handleplan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.records import Idea
from trivselsdesk.ui.run.pages.line_row import TEXT_PX, LineRow
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.quiet_text import OneThing
from trivselsdesk.ui.widgets.row_list import ListRow

_MOST_SIGNS = 240
_CHIP_SIGNS = 28


class IdeaRow(LineRow):
    """A way to fail, while they are collected."""

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id, "", "")
        self.text.setAccessibleName(self.tr("Dårlig idé"))
        self.text.setPlaceholderText(self.tr("Skriv en dårlig idé"))
        self.trash.set_tooltip(self.tr("Slet idéen"))


class TurnRow(ListRow):
    """A way to fail, and the field for what is done instead. Enter goes to the next one."""

    written = Signal(str, str)
    entered = Signal(str)

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id, edge="bottom")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        self.idea = Label("", "section", "ink2", weight=400, wrap=True)
        self.idea.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.idea, 2)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.instead = Label("", "caption", "goodInk", weight=600)
        self.text = OneThing(max_lines=6)
        right.addWidget(self.instead)
        right.addWidget(self.text)
        row.addLayout(right, 3)
        self.text.edited.connect(self._write)
        self.text.done.connect(self._enter)
        self.body.addWidget(holder)

    def show_idea(self, idea: Idea, instead: str) -> None:
        words = shortened(idea.text.strip(), _MOST_SIGNS)
        self.idea.set_text(words)
        self.instead.set_text(instead)
        self.text.setAccessibleName(f"{instead} – {words}")
        self.text.set_value(idea.turned)

    def _write(self, value: str) -> None:
        self.written.emit(self.record_id, value)

    def _enter(self) -> None:
        self.entered.emit(self.record_id)


class SendRow(ListRow):
    """A measure with the button that sets it on the handleplan, or where it went."""

    sent = Signal(str)

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id, edge="bottom")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.measure = Label("", "section", size=TEXT_PX, weight=600, wrap=True)
        self.idea = Label("", "caption", "ink3", wrap=True)
        words.addWidget(self.measure)
        words.addWidget(self.idea)
        row.addLayout(words, 1)
        self.chip = Chip("", "ok", "check")
        self.button = Button(self.tr("Sæt på handleplanen"), icon_after="arrow-r", small=True)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._send)
        self.body.addWidget(holder)

    def show_idea(self, idea: Idea, sent_to: str | None) -> None:
        """``sent_to`` is the name of the initiative that has it, None while none has."""
        measure = shortened(idea.turned.strip(), _MOST_SIGNS)
        self.measure.set_text(measure)
        self.idea.set_text(
            self.tr("Vendt fra: {idea}").format(idea=shortened(idea.text.strip(), _MOST_SIGNS))
        )
        self.chip.setVisible(sent_to is not None)
        self.button.setVisible(sent_to is None)
        self.button.setAccessibleName(self.tr("Sæt på handleplanen: {measure}").format(measure=measure))
        if sent_to is not None:
            name = shortened(sent_to.strip(), _CHIP_SIGNS)
            self.chip.set_text(self.tr("Står under »{name}«").format(name=name))

    def _send(self) -> None:
        self.sent.emit(self.record_id)
