"""The choice of the soft sound: on or off, how loud, and a try."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.ui import sound
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import Segmented

_STEPS = (25, 60, 100)
"""Percent for low, middle and high."""


class SoundBox(QWidget):
    """Takes effect at once and is remembered for this machine."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.on = Check(self.tr("Blød lyd, når et trins tid er gået"))
        self.on.setChecked(sound.is_on(bridge.setting))
        column.addWidget(self.on)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.volume = Segmented(
            tuple(
                (str(percent), words, None)
                for percent, words in zip(
                    _STEPS, (self.tr("Lav"), self.tr("Mellem"), self.tr("Høj")), strict=True
                )
            ),
            name=self.tr("Lydstyrke"),
        )
        chosen = sound.volume(bridge.setting)
        self.volume.set_value(str(min(_STEPS, key=lambda each: abs(each - chosen))))
        row.addWidget(self.volume)
        self.attempt = Button(self.tr("Prøv lyden"), icon="sound")
        row.addWidget(self.attempt)
        row.addStretch(1)
        column.addLayout(row)
        self.answer = Label("", "caption", "ink2", wrap=True)
        column.addWidget(self.answer)
        self.chime = sound.Chime(self)
        self.on.toggled.connect(self._choose)
        self.volume.chosen.connect(self._choose_volume)
        self.attempt.clicked.connect(self._try)
        self.chime.failed.connect(self._say_failed)
        self.chime.played.connect(self._say_played)
        self._say_state()

    def _choose(self, on: bool) -> None:
        self._bridge.remember(sound.SOUND, sound.ON if on else "")
        self._say_state()

    def _choose_volume(self, percent: str) -> None:
        self._bridge.remember(sound.VOLUME, percent)
        self._say_state()

    def _try(self) -> None:
        self.chime.play(int(self.volume.value()))

    def _say_state(self) -> None:
        if not sound.Chime.possible():
            self._say_failed()
        elif self.on.isChecked():
            self.answer.set_text(self.tr("Lyden kommer én gang, når tiden er gået."))
        else:
            self.answer.set_text(self.tr("Uret bliver gult og tæller op uden lyd."))

    def _say_failed(self) -> None:
        words = self.tr("Denne computer kan ikke afspille lyden. Uret blinker roligt i stedet.")
        self.answer.set_text(words)

    def _say_played(self) -> None:
        self.answer.set_text(self.tr("Hørte I den? Ellers skru op på computeren."))


class SoundDialog(Dialog):
    """The same choice on its own, from the clock's menu."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Lyd"))
        self.title.set_text(self.tr("Lyd, når tiden er gået"))
        self.box = SoundBox(bridge)
        self.body.addWidget(self.box)
        self.add_button(self.tr("Luk"), "primary", accepts=True, default=True)
