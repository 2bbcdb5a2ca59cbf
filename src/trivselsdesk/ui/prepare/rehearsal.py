"""Generalprøve: a card on the wall, the sound, the meeting passing by, the materials. Nothing is written."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import join_names, plural, shortened
from trivselsdesk.domain.rehearsal import packing_list, rehearsed_parts
from trivselsdesk.ui import sound
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.legibility import LegibilityCard

STEP_MS = 2000
"""How long each part is shown."""
_MOST_SIGNS = 60
_LIST_HIGH = 366
"""Room for nine lines; more are reached by scrolling."""


class Rehearsal(Dialog):
    """The ticks live in this dialog alone, and are gone with it."""

    shown = Signal(object)
    """The wall of the part that passes by, for the projector; None when none does."""

    def __init__(self, bridge: Bridge, programme_id: str, parent: QWidget | None = None) -> None:
        super().__init__(QGuiApplication.translate("Rehearsal", "Generalprøve"), parent, width=920)
        book, pack = bridge.book(programme_id), bridge.pack(programme_id)
        self._volume = sound.volume(bridge.setting)
        self._parts = rehearsed_parts(book, pack, book.meeting, bridge.seconds())
        self._packed = packing_list(book, pack, book.meeting)
        self._place = -1
        self._through = not self._parts
        self.ticks: list[Check] = []
        self.card: LegibilityCard | None = None
        self.add_text(self.tr("Ét minut, så ved I, at det virker. Intet herfra bliver gemt."))
        columns = QHBoxLayout()
        columns.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._make_screens())
        left.addWidget(self._make_passing())
        left.addStretch(1)
        columns.addLayout(left, 3)
        columns.addWidget(self._make_materials(), 2)
        self.body.addLayout(columns, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._sign = QLabel()
        self.state = Label("", "bodyStrong", wrap=True)
        row.addWidget(self._sign)
        row.addWidget(self.state, 1)
        self.body.addLayout(row)
        self.add_button(self.tr("Færdig"), "primary", accepts=True)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self.advance)
        self._weigh()

    # Building

    def _make_screens(self) -> QWidget:
        card = Card(self.tr("1. Kan alle læse væggen?"), spacing=4)
        self.screens: list[tuple[QScreen, Button]] = []
        here = self.screen()
        for screen in QGuiApplication.screens():
            row = QHBoxLayout()
            size = screen.size() * screen.devicePixelRatio()
            words = f"{screen.name() or self.tr('Skærm')} · {size.width()} × {size.height()}"
            if screen is here:
                words = self.tr("{screen} (den, I sidder ved)").format(screen=words)
            row.addWidget(ElidedLabel(words), 1)
            button = Button(self.tr("Vis læseprøve der"), icon="screen", small=True)
            button.clicked.connect(self._show_card)
            row.addWidget(button)
            card.body.addLayout(row)
            self.screens.append((screen, button))
        if len(self.screens) == 1:
            words = self.tr("Her er kun én skærm. Sæt projektoren til, og åbn generalprøven igen.")
            card.body.addWidget(Label(words, "caption", "ink2", wrap=True))
        self.legible = Check(self.tr("Teksten kan læses fra bagerste række"))
        self.legible.clicked.connect(self._weigh)
        card.body.addWidget(self.legible)
        card.body.addWidget(self._make_sound())
        return card

    def _make_sound(self) -> QWidget:
        """A try of the soft sound; hidden on a machine that has none."""
        self.sound = QWidget()
        row = QHBoxLayout(self.sound)
        row.setContentsMargins(0, 0, 0, 0)
        self.heard = Label(self.tr("Lyden, når tiden er gået"), wrap=True)
        row.addWidget(self.heard, 1, Qt.AlignmentFlag.AlignVCenter)
        self.sound_button = Button(self.tr("Prøv lyden"), icon="sound", small=True)
        self.sound_button.clicked.connect(self._play)
        row.addWidget(self.sound_button)
        self._chime = sound.Chime(self)
        self._chime.played.connect(self._say_played)
        self._chime.failed.connect(self._say_silent)
        if not sound.Chime.possible():
            self.sound.hide()
        return self.sound

    def _play(self) -> None:
        self._chime.play(self._volume)

    def _say_played(self) -> None:
        self.heard.set_text(self.tr("Hørte I den? Ellers skru op på computeren."))

    def _say_silent(self) -> None:
        self.heard.set_text(self.tr("Computeren kan ikke afspille lyden. Uret blinker roligt i stedet."))

    def _make_passing(self) -> QWidget:
        card = Card(self.tr("2. Kør mødet igennem"), spacing=2)
        self.run_button = Button(self.tr("Kør igennem"), icon="play", small=True)
        self.run_button.setEnabled(bool(self._parts))
        self.run_button.clicked.connect(self.run_through)
        card.set_right(self.run_button)
        count = plural(len(self._parts), self.tr("del"), self.tr("dele"))
        self.part = ElidedLabel(count, "bodyStrong", weight=700)
        beside = len(QGuiApplication.screens()) > 1
        words = self.tr("Hver vises i to sekunder.")
        if beside:
            words = self.tr("Hver vises i to sekunder, også på den anden skærm.")
        self.clock = ElidedLabel(words, "body", "ink2")
        self.wall = ElidedLabel("", "body", "ink2")
        self.shows = ElidedLabel("", "body", "ink2")
        for label in (self.part, self.clock, self.wall, self.shows):
            card.body.addWidget(label)
        return card

    def _make_materials(self) -> QWidget:
        card = Card(self.tr("3. Er alt pakket?"), spacing=0)
        area = ScrollArea()
        area.setMinimumHeight(_LIST_HIGH)
        if not self._packed:
            words = self.tr("Drejebogen nævner ingen materialer.")
            area.body.addWidget(Label(words, "body", "ink2", wrap=True))
        for each in self._packed:
            tick = Check(shortened(each.words(), _MOST_SIGNS))
            tick.setToolTip(self.tr("Bruges til: {items}").format(items=join_names(each.items)))
            tick.clicked.connect(self._weigh)
            area.body.addWidget(tick)
            self.ticks.append(tick)
        area.body.addStretch(1)
        card.body.addWidget(area, 1)
        return card

    # The card on the wall

    def _show_card(self) -> None:
        pressed = self.sender()
        screen = next((each for each, button in self.screens if button is pressed), None)
        if isinstance(pressed, Button) and not shiboken6.isValid(screen):
            # Unplugged since the dialog was opened: there is nobody to ask.
            pressed.setText(self.tr("Skærmen er taget fra"))
            pressed.setEnabled(False)
        elif screen is not None:
            self._put_card_away()
            self.card = LegibilityCard(screen, self)
            self.card.closed.connect(self._put_card_away)
            self.card.showFullScreen()
            self.card.setFocus()

    def _put_card_away(self) -> None:
        if self.card is not None:
            gone, self.card = self.card, None
            gone.close()
            gone.deleteLater()
            self.activateWindow()

    # The meeting passing by

    def run_through(self) -> None:
        """Show every part for two seconds, from the beginning; pressed again, stop."""
        if self._timer.isActive():
            self._stop()
            return
        self._place = -1
        self.advance()
        self._timer.start()
        self.run_button.setText(self.tr("Stop"))
        self.run_button.set_icon("pause")

    def advance(self) -> None:
        """The next part, or the end after the last."""
        self._place += 1
        if self._place >= len(self._parts):
            self._through = True
            self._stop()
            self._weigh()
            return
        each = self._parts[self._place]
        number = self.tr("{place} af {count}").format(place=self._place + 1, count=len(self._parts))
        self.part.set_text(f"{number} · {each.title}")
        self.clock.set_text(self.tr("kl. {clock}").format(clock=each.clock))
        self.wall.set_text(self.tr("På væggen: {line}").format(line=each.instruction))
        self.shows.set_text(each.shows)
        self.shown.emit(each.wall)
        # The projector's window came in front; the keyboard stays here.
        self.activateWindow()

    def _stop(self) -> None:
        self._timer.stop()
        self.shown.emit(None)
        self.run_button.setText(self.tr("Kør igennem"))
        self.run_button.set_icon("play")

    # How it stands

    def missing(self) -> list[str]:
        """What has not been tried or ticked, in a few words each."""
        found = [] if self.legible.isChecked() else [self.tr("læseprøven")]
        if not self._through:
            found.append(self.tr("gennemløbet"))
        unpacked = sum(1 for tick in self.ticks if not tick.isChecked())
        if unpacked:
            found.append(plural(unpacked, self.tr("materiale"), self.tr("materialer")))
        return found

    def _weigh(self) -> None:
        missing = self.missing()
        words = self.tr("Mangler: {what}").format(what=join_names(missing))
        self.state.set_text(words if missing else self.tr("Alt er klar"))
        self.state.set_token("warnInk" if missing else "okInk")
        icon, token = ("warn", "warnInk") if missing else ("check", "okInk")
        self._sign.setPixmap(icons.pixmap(icon, token, 20))

    def done(self, result: int) -> None:
        self._stop()
        self._put_card_away()
        super().done(result)
