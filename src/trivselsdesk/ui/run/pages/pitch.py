"""The page for a short speech: its words are written in a form, and said aloud against a large clock."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.documents.catalogue import PITCH_CARD
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.pitch import Said, parts, pitch_form, seconds_of, seconds_to_say
from trivselsdesk.domain.tools import state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import digits
from trivselsdesk.ui.clock.disc import Digits
from trivselsdesk.ui.forms.desk import FormDesk
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import Segmented

WRITE, REHEARSE = "", "rehearse"
_BEAT_MS = 200
_DIGITS = 120
_WORDS_PX = 24


class PitchPage(Page):
    """What is written is saved like any form. The rehearsal's time is nobody else's, and is not kept."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._since: float | None = None
        """When the rehearsal began, seconds since 1970; None while nobody speaks."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        column.addWidget(self._stack)
        self.desk = FormDesk(bridge)
        self.desk.set_compact(True)
        # The paper of this page is the card.
        self.desk.head.print.hide()
        self.desk.go.connect(self.go)
        self.desk.open_document.connect(self.open_document)
        self.desk.undo_toast.connect(self.undo_toast)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self._make_stage())
        self.way = Segmented(
            [(WRITE, self.tr("Skriv"), "pencil"), (REHEARSE, self.tr("Øv"), "say")],
            name=self.tr("Skriv eller øv"),
        )
        self.way.chosen.connect(self._turn)
        self.card = Button(self.tr("Udskriv kortet"), icon="printer", small=True)
        self.card.clicked.connect(self._print)
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._draw_time)

    def _make_stage(self) -> QWidget:
        card = Card(padding=24, spacing=12)
        self.digits = Digits(_DIGITS)
        self.digits.set_centred()
        card.body.addWidget(self.digits)
        self.words = Label("", "body", "ink2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self.words)
        self.speech = ScrollArea(spacing=4)
        self.speech.body.addStretch(1)
        card.body.addWidget(self.speech, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.button = Button("", "tint", "play", large=True)
        self.button.clicked.connect(self.start_or_stop)
        row.addWidget(self.button)
        row.addStretch(1)
        card.body.addLayout(row)
        self._said: list[Said] | None = None
        self._lines: list[Label] = []
        return card

    # Page

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        if (programme_id, tool) != (self.programme_id, self.tool):
            self._stop()
            self.words.set_text("")
        super().show_slot(programme_id, slot, tool)

    def refresh(self) -> None:
        form = pitch_form(self.pack, self.tool)
        if self.slot is None or form is None:
            return
        mode = self._state_mode()
        self.way.set_value(mode)
        self._stack.setCurrentIndex(1 if mode == REHEARSE else 0)
        self.desk.show_form(self.programme_id, form)
        said = parts(self.book, self.pack, form)
        if said != self._said:
            self._said = said
            self._show_speech(said)
        if self._since is None and not self.words.text():
            self._advise(said)
        self._draw_time()

    def leave(self) -> None:
        self.desk.hand_in()
        self._stop()

    def header_widgets(self) -> list[QWidget]:
        return [self.way, self.card]

    # What the user does

    def start_or_stop(self) -> None:
        """Begin to speak, or be done: then it is said how long it took."""
        if self._since is None:
            self._since = self.bridge.now().timestamp()
            self._beat.start()
            self.words.set_text(self.tr("Sig det højt og roligt."))
        else:
            took = round(self._gone())
            self._stop()
            over = took > seconds_of(self.tool)
            words = (
                self.tr("Det tog {seconds} sekunder. Hvad kan du lade være med at sige?")
                if over
                else self.tr("Det tog {seconds} sekunder.")
            )
            self.words.set_text(words.format(seconds=took))
        self._draw_time()

    def _turn(self, mode: str) -> None:
        self.desk.hand_in()
        self._stop()
        self.words.set_text("")
        state = replace(state_of(self.book, self.book.meeting, self.tool.kind), mode=mode)
        self.bridge.run(SetToolState(programme_id=self.programme_id, state=state))
        if mode == REHEARSE:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        self.desk.hand_in()
        self.open_document.emit(PITCH_CARD)

    # Inside

    def _state_mode(self) -> str:
        mode = state_of(self.book, self.book.meeting, self.tool.kind).mode
        return mode if mode == REHEARSE else WRITE

    def _stop(self) -> None:
        self._since = None
        self._beat.stop()

    def _gone(self) -> float:
        return self.bridge.now().timestamp() - self._since if self._since is not None else 0.0

    def _draw_time(self) -> None:
        left = seconds_of(self.tool) - self._gone()
        self.digits.set_text(digits(left), "warnInk" if left <= 0 else "primary")
        going = self._since is not None
        self.button.setText(self.tr("Færdig") if going else self.tr("Start tiden"))
        self.button.set_icon("check" if going else "play")

    def _advise(self, said: list[Said]) -> None:
        """About how long it takes to say what is written."""
        seconds = seconds_to_say(said)
        if not seconds:
            self.words.set_text(self.tr("Du kan også øve uden at have skrevet noget."))
            return
        words = self.tr("Det tager omkring {seconds} sekunder at sige. Målet er {wanted}.")
        self.words.set_text(words.format(seconds=seconds, wanted=seconds_of(self.tool)))

    def _show_speech(self, said: list[Said]) -> None:
        for label in self._lines:
            self.speech.body.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._lines = []
        for each in said:
            self._lines.append(Label(each.prompt, "bodyStrong", "primaryInk", wrap=True))
            if each.words:
                self._lines.append(Label(each.words, "body", size=_WORDS_PX, wrap=True))
        for place, label in enumerate(self._lines):
            self.speech.body.insertWidget(place, label)
