"""The console's hold on the wall: its button and keys, the question about a new screen, the yellow bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from trivselsdesk.domain.wall.model import DARK, FREEZE
from trivselsdesk.ui.actions import Actions, key_words
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.projector.button import MISSING, OFF, Offer, WallButton
from trivselsdesk.ui.projector.found import FoundCard
from trivselsdesk.ui.projector.lead import Lead
from trivselsdesk.ui.projector.screens import identity, resolution, words
from trivselsdesk.ui.widgets.toast import Banner

KEYS = ("wall", "wall_dark", "wall_freeze", "wall_swap")
SHARED_KEYS = (
    *KEYS,
    "toggle_clock",
    "next_step",
    "step_back",
    "minute_more",
    "minute_less",
    "five_more",
    "five_less",
)
"""What also works from the wall itself, where it covers the only screen."""
NARROW = 1240
"""A window narrower than this has no room for all the words on the button."""


class Hold(QObject):
    """Made with the store and let go with it."""

    def __init__(
        self,
        bridge: Bridge,
        window: QMainWindow,
        ground: QWidget,
        banners: QVBoxLayout,
        actions: Actions,
        foot: Callable[[], int],
    ) -> None:
        """``foot`` tells how much at the lower edge must not be covered."""
        super().__init__(window)
        self._window, self._banners, self._actions = window, banners, actions
        self.lead = Lead(bridge, window, self)
        self.said = self.lead.said
        self.lead.use_keys([actions.action(each) for each in SHARED_KEYS])
        self.lead.changed.connect(self._show)
        self.lead.found.connect(self._ask)
        self.button = WallButton()
        self.button.show_wanted.connect(self.lead.turn_on)
        self.button.off_wanted.connect(self.lead.turn_off)
        self.button.mode_wanted.connect(self.lead.set_mode)
        self.button.names_wanted.connect(self.lead.set_names)
        self.button.swap_wanted.connect(self.lead.swap)
        self.button.about_to_offer.connect(self._offer)
        self.card = FoundCard(ground, foot)
        self.card.accepted.connect(self.lead.turn_on)
        self.card.declined.connect(self.lead.decline)
        self.bar: Banner | None = None
        self._still: Banner | None = None
        """At the list of programmes, where the button is not: what the projector still shows."""
        self._at_list = False
        self.fit()

    def fit(self) -> None:
        """Take what room the window has for words now."""
        self.button.set_short(self._window.width() < NARROW)

    def open(self, programme_id: str) -> None:
        """A programme is shown."""
        self.lead.open(programme_id)
        self._actions.take(
            {
                "wall": self.lead.toggle,
                "wall_dark": self._dark,
                "wall_freeze": self._freeze,
                "wall_swap": self._swap,
            }
        )
        self._show()

    def at_list(self, there: bool) -> None:
        """The list of programmes is shown, or left again. The wall goes on, and that can be read."""
        if there != self._at_list:
            self._at_list = there
            self._show_still()

    def meet(self) -> None:
        """The meeting room was entered: this is when a screen that is there already is asked about."""
        self.lead.look_for_screen()

    def close(self) -> None:
        """The store is about to be closed."""
        self.lead.close()
        self._actions.release(KEYS)
        self.card.hide()
        self._show_bar(False)
        self._show_still()

    def end(self) -> None:
        """Let go of everything that stands in the window."""
        self.close()
        if self.lead.window is not None:
            self.lead.window.deleteLater()
            self.lead.window = None
        self.button.hide()
        self.button.deleteLater()
        self.card.deleteLater()
        self.deleteLater()

    # Keys

    def _dark(self) -> None:
        self._switch(DARK)

    def _freeze(self) -> None:
        self._switch(FREEZE)

    def _switch(self, mode: str) -> None:
        if self.lead.visible:
            self.lead.switch_mode(mode)
        else:
            self._say_not_shown()

    def _swap(self) -> None:
        if self.lead.can_swap():
            self.lead.swap()
        elif self.lead.visible:
            self.lead.said.emit("info", self.tr("Der er kun én skærm, så der er intet at bytte."))
        else:
            self._say_not_shown()

    def _say_not_shown(self) -> None:
        sentence = self.tr("Tavlen vises ikke endnu. Vis den med {key}.").format(key=key_words("wall")[0])
        self.lead.said.emit("screen", sentence)

    # What the console shows

    def _show(self) -> None:
        lead = self.lead
        if lead.missing:
            self.button.show_state(MISSING)
        else:
            self.button.show_state(lead.state.mode if lead.state.on or lead.shared else OFF)
        if lead.state.on:
            self.card.hide()
        self._show_bar(lead.missing)
        self._show_still()

    def _offer(self) -> None:
        lead = self.lead
        screens = lead.screens.beside(self.button.window())
        self.button.offer = Offer(
            lead.state.on or lead.shared,
            lead.state.mode,
            lead.state.names,
            lead.can_swap(),
            tuple((identity(each), words(each)) for each in screens),
        )

    def _ask(self, name: str) -> None:
        screen = self.lead.screens.find(name)
        if screen is not None:
            self.card.ask(name, f"{words(screen)} · {resolution(screen)}")

    def _show_still(self) -> None:
        wanted = self._at_list and bool(self.lead.programme_id) and self.lead.visible
        if wanted and self._still is None:
            self._still = Banner("info", "", self.tr("Rummet ser stadig mødet."), icon="screen")
            self._still.add_button(self.tr("Luk tavlen"), self.lead.turn_off)
            self._banners.addWidget(self._still)
        if wanted and self._still is not None:
            self._still.set_texts(self.button.accessibleName(), self.tr("Rummet ser stadig mødet."))
        elif not wanted and self._still is not None:
            bar, self._still = self._still, None
            bar.hide()
            self._banners.removeWidget(bar)
            bar.deleteLater()

    def _show_bar(self, missing: bool) -> None:
        if missing and self.bar is None:
            self.bar = Banner(
                "warn",
                self.tr("Projektoren er ikke tilsluttet"),
                self.tr("Mødet og tiden kører videre her. Sæt stikket i igen, så er tavlen tilbage."),
                icon="screen-off",
                closable=True,
            )
            self._banners.addWidget(self.bar)
        elif not missing and self.bar is not None:
            bar, self.bar = self.bar, None
            bar.dismiss()
            self._banners.removeWidget(bar)
            bar.deleteLater()
