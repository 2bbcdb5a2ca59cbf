"""The bar below the board: type, Enter, and the next note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.note_text import NOTE_LIMIT, halves
from trivselsdesk.domain.pack import NoteType, Zone
from trivselsdesk.domain.paste import note_lines
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.buttons import Button, Segmented
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.dialog import ask
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import Label

MANY_LINES = 60
HINT_AFTER_MS = 700
"""A hint comes when the typing rests so long, never in the middle of a word."""


class EntryField(LineField):
    """The line itself: many pasted lines become many notes, and Esc leads to the board."""

    left = Signal()
    lines_pasted = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paste(self) -> None:
        """One line goes in as it is; several are offered as notes."""
        lines = note_lines(QGuiApplication.clipboard().text())
        if len(lines) > 1:
            self.lines_pasted.emit(lines)
        else:
            super().paste()


class EntryBar(QWidget):
    """Colour, text, zone and »Sæt op«. After Enter the field is empty and all else as before."""

    put_up = Signal(list, str, str)
    """Texts, note type and zone that should go up. Call ``done`` when they are."""
    left = Signal()
    """Esc: the keyboard goes to the board."""
    rested = Signal()
    """Nobody has typed for a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zones: tuple[Zone, ...] = ()
        self._known: list[str] = []
        """Ids of the note types that are offered."""
        self._pasted = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        # Laid over what is above the line, so that the board does not jump while somebody types.
        self._warning = Card(padding=6)
        warning = QHBoxLayout()
        warning.setContentsMargins(8, 0, 2, 0)
        self._warning_words = Label("", "body", "mustInk", weight=600)
        self.split = Button(self.tr("Del i to sedler"), icon="scissors", small=True)
        self.split.clicked.connect(self._split)
        warning.addWidget(self._warning_words)
        warning.addStretch(1)
        warning.addWidget(self.split)
        self._warning.body.addLayout(warning)
        self._warning.hide()
        self.hint_for: Callable[[str], tuple[str, bool]] | None = None
        """Asked, when the typing rests, for a quiet word about the text and whether to offer a division."""
        self.strip: QWidget | None = None
        """What lies above the line: a hint takes the whole place of it while it is shown."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(HINT_AFTER_MS)
        self._rest.timeout.connect(self._show_hint)
        card = Card(padding=8)
        card.setFixedHeight(theme.current().size("quickEntry"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kinds = Segmented([("", "", None)], large=True, name=self.tr("Sedlens farve"))
        self.field = EntryField(
            "",
            self.tr("Skriv en seddel, og tryk Enter"),
            max_length=NOTE_LIMIT,
            large=True,
            name=self.tr("Ny seddel"),
        )
        self._counter = Label("", "caption", "ink3")
        self._counter.setMinimumWidth(46)
        self._counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zones = Segmented([("", "", None)], large=True, name=self.tr("Felt"))
        self.button = Button(self.tr("Sæt op"), "primary", large=True, key=self.tr("Enter"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget, stretch in (
            (self.kinds, 0),
            (self.field, 1),
            (self._counter, 0),
            (self.zones, 0),
            (self.button, 0),
        ):
            row.addWidget(widget, stretch)
        card.body.addLayout(row)
        column.addWidget(card)
        self.button.clicked.connect(self.submit)
        self.field.returnPressed.connect(self.submit)
        self.field.textChanged.connect(self._measure)
        self.field.left.connect(self.left)
        # Whoever picks a colour or a field by mouse goes on writing: the keys must not land on the switch.
        self.kinds.chosen.connect(self._back_to_line)
        self.zones.chosen.connect(self._back_to_line)
        self.field.lines_pasted.connect(self._offer_lines)
        self._measure()

    def show_choices(self, kinds: Sequence[NoteType], zones: Sequence[Zone], kind: str = "") -> None:
        """Offer these note types and zones; ``kind`` is picked first where it is given."""
        ids = [each.id for each in kinds]
        if [*ids, *(zone.id for zone in zones)] != self._shown():
            self._zones = tuple(zones)
            self.kinds.set_options(
                [(each.id, each.label, None, "pink" if each.colour == "pink" else "yellow") for each in kinds]
            )
            self.zones.set_options(
                [(zone.id, zone.short or zone.title, zone.icon or None, zone.tone) for zone in zones]
            )
            self.kinds.setVisible(len(kinds) > 1)
            self.zones.setVisible(len(zones) > 1)
            self._known = ids
        if kind in ids:
            self.kinds.set_value(kind)

    def _shown(self) -> list[str]:
        return [*self._known, *(zone.id for zone in self._zones)]

    def pick_zone(self, number: int) -> None:
        """Write in the zone with that number, 1 is the first."""
        if 0 < number <= len(self._zones):
            self.zones.set_value(self._zones[number - 1].id)
            self.field.setFocus()

    def stay_within(self, zones: Sequence[str]) -> None:
        """Pick the first of these zones, unless one of them is picked: it is what the part asks about."""
        if zones and self.zones.value() not in zones:
            self.zones.set_value(zones[0])

    def _back_to_line(self) -> None:
        """After a click one goes on writing; arrow keys walk along a switch and stay there."""
        focus = QApplication.focusWidget()
        if focus is None or not (self.kinds.isAncestorOf(focus) or self.zones.isAncestorOf(focus)):
            self.field.setFocus()

    def swap_kind(self) -> None:
        """The next colour."""
        if self._known:
            place = self._known.index(self.kinds.value()) + 1
            self.kinds.set_value(self._known[place % len(self._known)])

    def take(self) -> bool:
        """Whether what goes up now is what stands in the line; what was pasted leaves the line alone."""
        typed, self._pasted = not self._pasted, False
        return typed

    def done(self) -> None:
        """The notes are up: empty the field, keep colour, zone and focus."""
        self.field.clear()
        self.field.flush()
        self.field.setFocus()

    def submit(self) -> None:
        """Ask for what stands in the line to be put up."""
        text = self._without_key(" ".join(self.field.text().split()))
        if text:
            self.put_up.emit([text], self.kinds.value(), self.zones.value())

    def _without_key(self, text: str) -> str:
        """A leading sign such as »+« picks the zone and is taken off."""
        for zone in self._zones:
            if zone.key and text.startswith(zone.key) and len(self._zones) > 1:
                self.zones.set_value(zone.id)
                return text[len(zone.key) :].strip()
        return text

    def _split(self) -> None:
        first, second = halves(self._without_key(self.field.text()))
        if first and second:
            self.put_up.emit([first, second], self.kinds.value(), self.zones.value())

    def _offer_lines(self, lines: list[str]) -> None:
        title = self.tr("Du har kopieret {n} linjer").format(n=len(lines))
        sentence = self.tr("Skal hver linje være sin egen seddel?")
        yes = self.tr("Ja, sæt {n} sedler op").format(n=len(lines))
        # A slip with the clipboard must not fill the wall: many lines ask for a deliberate yes.
        no, many = self.tr("Nej, læg dem på én seddel"), len(lines) > MANY_LINES
        if ask(self, title, sentence, yes, no, danger=many):
            self._pasted = True
            self.put_up.emit(lines, self.kinds.value(), self.zones.value())
        else:
            self.field.insert(" ".join(lines))

    def _measure(self) -> None:
        length = len(self.field.text().strip())
        self._counter.set_text(f"{length}/{NOTE_LIMIT}")
        over = length > NOTE_LIMIT
        self._counter.set_token("mustInk" if over else "ink3")
        self._rest.start()
        if over:
            words = self.tr("{n} af {most} tegn. Del den i to sedler – én ting på hver.")
            self._say(words.format(n=length, most=NOTE_LIMIT), "mustInk", split=True)
        else:
            self._warning.hide()

    def _show_hint(self) -> None:
        self.rested.emit()
        text = self.field.text().strip()
        if self.hint_for is None or not text or len(text) > NOTE_LIMIT:
            return
        words, split = self.hint_for(text)
        if words:
            self._say(words, "ink2", split=split)

    def _say(self, words: str, token: str, *, split: bool) -> None:
        parent = self.parentWidget()
        if parent is not None and self._warning.parentWidget() is not parent:
            # A new parent gives its words back the colour they had at first, so it comes before the colour.
            self._warning.setParent(parent)
        self._warning_words.set_text(words)
        self._warning_words.set_token(token)
        self.split.setVisible(split)
        self._warning.show()
        self._place_warning()

    def _place_warning(self) -> None:
        height = self._warning.sizeHint().height()
        top = self.y() - height - 4 if self._warning.parentWidget() is self.parentWidget() else 0
        strip = self.strip
        if strip is not None and strip.isVisible() and strip.parentWidget() is self._warning.parentWidget():
            # In the place of the strip, never over half of it.
            height = max(height, strip.height())
            top = strip.geometry().bottom() + 1 - height
        self._warning.setGeometry(self.x(), max(0, top), self.width(), height)
        self._warning.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_warning()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._warning.hide()
