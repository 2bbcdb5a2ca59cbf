"""What stands in a confidential form's place while it is locked: choose a passphrase, or open with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from trivselsdesk.store.sealing import LEAST_SIGNS
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import Labelled, LineField
from trivselsdesk.ui.widgets.labels import Label

_WIDE = 520


def wrong_with(phrase: str, again: str) -> str:
    """What is wrong with a passphrase that is chosen, written twice; empty when it will do."""
    if len("".join(phrase.split())) < LEAST_SIGNS:
        short = _tr("Den er for kort. Skriv mindst {count} tegn, gerne flere ord.")
        return short.format(count=LEAST_SIGNS)
    if phrase.split() != again.split():
        return _tr("De to er ikke ens. Skriv sætningen én gang til.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("LockPage", text)


class PhraseField(LineField):
    """A line whose signs are hidden, and that hands nothing on by itself."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.set_shown(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def set_shown(self, shown: bool) -> None:
        """Show the signs, for who sits alone."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class LockPage(QWidget):
    chosen = Signal(str)
    """A passphrase to begin with."""
    tried = Signal(str)
    """A passphrase to open with."""
    forgotten = Signal()
    """Nobody knows it any more: begin anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fresh = True
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 8, 8)
        self.card = Card(padding=24, spacing=10)
        self.card.setMaximumWidth(_WIDE)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._sign = QLabel()
        self.title = Label("", "title", wrap=True)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.card.body.addLayout(head)
        self.what = Label("", "body", "ink2", wrap=True)
        self.warning = Label("", "body", "warnInk", wrap=True, weight=600)
        self.phrase = PhraseField(self.tr("Adgangssætning"))
        self.again = PhraseField(self.tr("Adgangssætningen igen"))
        self.shown = Check(self.tr("Vis det, jeg skriver"))
        self.shown.toggled.connect(self._show_signs)
        self.phrase_cell = Labelled(self.tr("Adgangssætning"), self.phrase)
        self.again_cell = Labelled(self.tr("Adgangssætningen igen"), self.again)
        self.wrong = Label("", "body", "mustInk", wrap=True, weight=600)
        self.wrong.hide()
        for each in (self.what, self.warning, self.phrase_cell, self.again_cell, self.shown, self.wrong):
            self.card.body.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.go = Button("", "primary", "lock")
        self.go.clicked.connect(self._go_on)
        self.lost = Button(self.tr("Glemt sætningen?"), "link", small=True)
        self.lost.clicked.connect(self.forgotten)
        row.addWidget(self.go)
        row.addStretch(1)
        row.addWidget(self.lost)
        self.card.body.addLayout(row)
        outer.addWidget(self.card)
        outer.addStretch(1)
        self.phrase.returnPressed.connect(self._go_on)
        self.again.returnPressed.connect(self._go_on)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def show_state(self, *, fresh: bool) -> None:
        """``fresh``: nobody has chosen a passphrase yet."""
        self._fresh = fresh
        self.title.set_text(self.tr("Vælg en adgangssætning") if fresh else self.tr("Skemaet er låst"))
        self.what.set_text(
            self.tr(
                "Det, I skriver her, er fortroligt. Det låses med lederens adgangssætning, vises aldrig på "
                "storskærmen og følger ikke med, når forløbet gemmes som kopi eller gives videre."
            )
            if fresh
            else self.tr(
                "Skriv adgangssætningen for at se og skrive. Skemaet låser sig selv igen, når du går."
            )
        )
        self.warning.set_text(
            self.tr(
                "Glemmer du sætningen, kan ingen åbne svarene igen. Heller ikke vi. "
                "Skriv den ned, og læg den et sikkert sted."
            )
        )
        self.warning.setVisible(fresh)
        self.again_cell.setVisible(fresh)
        self.lost.setVisible(not fresh)
        self.go.set_text(self.tr("Lås med sætningen") if fresh else self.tr("Lås op"))
        self.phrase.setPlaceholderText(self.tr("fx fire ord, som kun du sætter sammen") if fresh else "")

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong with what was written, and keep it for mending."""
        self.wrong.set_text(sentence)
        self.wrong.setVisible(bool(sentence))
        if sentence:
            self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)
            self.phrase.selectAll()

    def clear(self) -> None:
        """Forget what was written."""
        for field in (self.phrase, self.again):
            field.clear()
        self.shown.setChecked(False)
        self.say_wrong("")

    def focus_phrase(self) -> None:
        """Put the cursor where one writes."""
        self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        phrase = self.phrase.text()
        wrong = wrong_with(phrase, self.again.text()) if self._fresh else ""
        if wrong:
            self.say_wrong(wrong)
        elif phrase.strip():
            self.say_wrong("")
            self.go.setEnabled(False)
            self.go.set_text(self.tr("Låser …") if self._fresh else self.tr("Låser op …"))
            # Stretching the phrase takes a second: the button says so before it begins.
            QTimer.singleShot(30, self._hand_on)

    def _hand_on(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            (self.chosen if self._fresh else self.tried).emit(self.phrase.text())
        finally:
            QApplication.restoreOverrideCursor()
            self.go.setEnabled(True)
            self.show_state(fresh=self._fresh)

    def _show_signs(self, on: bool) -> None:
        for field in (self.phrase, self.again):
            field.set_shown(on)

    def _redraw(self) -> None:
        pixmap: QPixmap = icons.pixmap("lock", "primary", 32)
        self._sign.setPixmap(pixmap)
