"""»Hvordan?« below what was written too vaguely: once, quietly, and never again about the same text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.vague import vague_word
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.labels import Label


@dataclass(frozen=True)
class Asked:
    """A text that may be asked about."""

    key: str
    """Which text it is: kind, id and field of the record."""
    text: str
    writing: bool
    """Somebody is writing in it now."""


class HowLine(QWidget):
    """Hidden until there is something to ask (003: D33). What was asked is remembered by the machine."""

    def __init__(self, bridge: Bridge, words: Sequence[str]) -> None:
        super().__init__()
        self._bridge, self._words = bridge, words
        self._about = Asked("", "", False)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(7)
        self._sign = QLabel()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self.sentence = Label("", "caption", "ink2", wrap=True)
        row.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self.close_button = IconButton("x", self.tr("Spørg ikke mere om det"), side=32, size=16)
        self.close_button.clicked.connect(self.dismiss)
        row.addWidget(self.close_button)
        theme.notifier.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def look(self, texts: Sequence[Asked]) -> None:
        """Ask about the first text that is vague. One that was changed after the question has been heard."""
        shown = next((each for each in texts if each.key == self._about.key), None)
        if shown is not None and not self.isHidden() and shown.text != self._about.text:
            if shown.writing:
                return
            self._remember(shown.key)
        for each in texts:
            word = "" if each.writing else vague_word(each.text, self._words)
            if word and not self._bridge.setting(_key(each.key)):
                self._about = each
                said = self.tr("»{word}« – hvordan? Skriv, hvad man vil kunne se, at I gør.")
                self.sentence.set_text(said.format(word=shortened(word, 30)))
                self.show()
                return
        self._about = Asked("", "", False)
        self.hide()

    def dismiss(self) -> None:
        """Never ask about this text again."""
        if self._about.key:
            self._remember(self._about.key)
        self._about = Asked("", "", False)
        self.hide()

    def _remember(self, key: str) -> None:
        self._bridge.remember(_key(key), "1")

    def _recolour(self) -> None:
        self._sign.setPixmap(icons.pixmap("bulb", "warnInk", 16))


def _key(key: str) -> str:
    return f"asked_how:{key}"
