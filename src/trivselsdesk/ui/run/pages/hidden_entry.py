"""Where one person at a time writes notes that nobody can read: neither the next person nor the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.note_text import NOTE_LIMIT
from trivselsdesk.domain.pack import Zone
from trivselsdesk.domain.paste import fitting
from trivselsdesk.ui.run.board.entry import EntryField
from trivselsdesk.ui.run.many_lines import wanted
from trivselsdesk.ui.run.pages.big_words import BigWords
from trivselsdesk.ui.widgets.buttons import Button, Segmented
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label

REST_MS = 700
"""What is half written is kept when the typing rests so long."""


class HiddenField(EntryField):
    """Shows a dot for each sign; what stands in it cannot be copied or read by other programs."""

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__("", placeholder, large=True, name=name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()


class HiddenEntry(Card):
    """Zone, line and what one has put away so far. Holding a button down shows one's own line."""

    put_away = Signal(list, str)
    """Texts and zone that should be put away. Call ``done`` when they are."""
    passed_on = Signal()
    """The keyboard goes to the next person; what stood in the line was asked to be put away first."""
    rested = Signal()
    """Nobody has typed for a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=24, spacing=12, parent=parent)
        self._zones: tuple[Zone, ...] = ()
        self._written = 0
        self._pasted = False
        self.body.addStretch(1)
        self.zones = Segmented([("", "", None)], large=True, name=self.tr("Felt"))
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self.zones)
        head.addStretch(1)
        self.body.addLayout(head)
        self.hint = Label("", "section", "ink2", weight=400, wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = HiddenField(
            self.tr("Skriv én ting, og tryk Enter – ingen kan læse med"), self.tr("Skjult seddel")
        )
        self.button = Button(self.tr("Læg sedlen væk"), "primary", large=True, key=self.tr("Enter"))
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.body.addLayout(self._make_below())
        self.peeked = BigWords(spoken=False)
        self.peeked.setFixedHeight(96)
        self.body.addWidget(self.peeked)
        self.body.addStretch(1)
        self.pass_on = Button(
            self.tr("Færdig – giv tastaturet videre"), "tint", large=True, icon_after="arrow-r"
        )
        self.body.addWidget(self.pass_on, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rested)
        self.field.returnPressed.connect(self._submit)
        self.field.lines_pasted.connect(self._submit_lines)
        self.field.textChanged.connect(self._measure)
        self.field.left.connect(self._to_button)
        self.button.clicked.connect(self._submit)
        self.zones.chosen.connect(self._zone_chosen)
        self.peek.pressed.connect(self._show_line)
        self.peek.released.connect(self._hide_line)
        self.pass_on.clicked.connect(self._pass_on)
        self._measure()

    def _make_below(self) -> QVBoxLayout:
        column = QVBoxLayout()
        row = QHBoxLayout()
        row.setSpacing(8)
        self.written = Label("", "bodyStrong", "ink2")
        self.counter = Label("", "caption", "ink3")
        self.peek = Button(self.tr("Hold nede, og læs din egen linje"), "ghost", "eye", small=True)
        row.addWidget(self.written)
        row.addStretch(1)
        row.addWidget(self.peek)
        row.addWidget(self.counter)
        column.addLayout(row)
        return column

    def show_zones(self, zones: Sequence[Zone]) -> None:
        """The zones that one can write for."""
        if tuple(zones) == self._zones:
            return
        self._zones = tuple(zones)
        self.zones.set_options(
            [(zone.id, zone.title, zone.icon or None, _tone(zone)) for zone in self._zones]
        )
        self.zones.setVisible(len(self._zones) > 1)
        self._zone_chosen()

    def begin(self) -> None:
        """The next person sits down."""
        self._written = 0
        self._say_written()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, count: int) -> None:
        """So many notes are put away: empty the line, unless they were pasted beside a half written one."""
        if not self._pasted:
            self.field.clear()
            self.field.flush()
        self._hide_line()
        self._written += count
        self._say_written()
        self.field.setFocus()

    def waits(self) -> bool:
        """Whether something stands in the line."""
        return bool(self.field.text().strip())

    def pick_zone(self, number: int) -> None:
        """Write in the zone with that number, 1 is the first."""
        if 0 < number <= len(self._zones):
            self.zones.set_value(self._zones[number - 1].id)
            self._zone_chosen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide_line()

    def _submit(self) -> None:
        self._pasted = False
        text = self._without_key(" ".join(self.field.text().split()))
        if text:
            self.put_away.emit(fitting([text]), self.zones.value())
        else:
            self.field.setFocus()

    def _submit_lines(self, lines: list[str]) -> None:
        if wanted(self, lines):
            self._pasted = True
            self.put_away.emit(fitting(lines), self.zones.value())

    def _pass_on(self) -> None:
        if self.waits():
            self._submit()
            if self.waits():
                # It could not be saved: the line must not be left for the next person.
                return
        self.field.clear()
        self.passed_on.emit()

    def _without_key(self, text: str) -> str:
        """A leading sign such as »+« picks the zone and is taken off."""
        for zone in self._zones:
            if zone.key and text.startswith(zone.key) and len(self._zones) > 1:
                self.zones.set_value(zone.id)
                self._say_hint()
                return text[len(zone.key) :].strip()
        return text

    def _zone_chosen(self) -> None:
        self._say_hint()
        self.field.setFocus()

    def _say_hint(self) -> None:
        chosen = next((zone for zone in self._zones if zone.id == self.zones.value()), None)
        self.hint.set_text(chosen.hint if chosen else "")

    def _say_written(self) -> None:
        count = plural(self._written, self.tr("seddel"), self.tr("sedler"))
        self.written.set_text(self.tr("Du har lagt {n} væk").format(n=count) if self._written else "")

    def _measure(self) -> None:
        length = len(self.field.text().strip())
        over = length > NOTE_LIMIT
        words = self.tr("{n} af {most} tegn – gerne kortere") if over else self.tr("{n} af {most} tegn")
        self.counter.set_text(words.format(n=length, most=NOTE_LIMIT) if length else "")
        self.counter.set_token("mustInk" if over else "ink3")
        self.peek.setEnabled(bool(length))
        self._hide_line()
        self._rest.start()

    def _show_line(self) -> None:
        self.peeked.set_text(self.field.text())

    def _hide_line(self) -> None:
        self.peeked.set_text("")

    def _to_button(self) -> None:
        self.pass_on.setFocus(Qt.FocusReason.TabFocusReason)


def _tone(zone: Zone) -> str:
    return zone.tone if zone.tone in ("good", "less", "warn") else "primary"
