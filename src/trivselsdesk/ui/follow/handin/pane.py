"""What the panes of the page »Aflevering« share: a headline, buttons beside it, and a scrolling middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.ui import paper, places, theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label


class Pane(QWidget):
    """One thing that is handed in, opened. The page calls ``aim`` and, after a change, ``refresh``."""

    go = Signal(str)
    page_wanted = Signal(str)
    open_document = Signal(str)
    toast = Signal(str, str)

    DOCUMENT = ""
    """Id of the document that is printed here."""
    SHEET = ""
    """Id of its table for a spreadsheet."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.programme_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.title = ElidedLabel("", "title")
        self.top.addWidget(self.title, 1)
        if self.SHEET:
            self.sheet_button = Button(self.tr("Regneark …"), icon="export")
            self.sheet_button.clicked.connect(self.save_sheet)
            self.top.addWidget(self.sheet_button)
        if self.DOCUMENT:
            self.print_button = Button(self.tr("Se og udskriv …"), "primary", "printer")
            self.print_button.clicked.connect(self.show_document)
            self.top.addWidget(self.print_button)
        column.addLayout(self.top)
        self.state = StateLine()
        column.addWidget(self.state)
        self.scroll = ScrollArea(spacing=12, margins=(0, 0, 4, 8))
        column.addWidget(self.scroll, 1)
        self.body = self.scroll.body

    @property
    def book(self) -> Book:
        """The records of the programme. Read only."""
        return self.bridge.book(self.programme_id)

    @property
    def pack(self) -> Pack:
        """The process in the unit's own words."""
        return with_own_words(self.bridge.pack(self.programme_id), self.book)

    def aim(self, programme_id: str) -> None:
        """Show a programme."""
        self.programme_id = programme_id
        self.refresh()

    def refresh(self) -> None:
        """Draw everything from the book."""

    def show_document(self) -> None:
        """Open the preview."""
        self.open_document.emit(self.DOCUMENT)

    def save_sheet(self) -> None:
        """Save the table for a spreadsheet."""
        saved, sentence = paper.save_table(self, self.bridge, self.programme_id, self.SHEET)
        if sentence:
            self.toast.emit("check" if saved else "warn", sentence)

    def to_initiative(self, initiative_id: str, view: str = places.PLAN_QUESTIONS) -> None:
        """Open the handleplan at an initiative."""
        self.bridge.remember(places.plan_area(self.programme_id), initiative_id)
        self.bridge.remember(places.plan_view(self.programme_id), view)
        self.go.emit("plan")


_LOOKS = {
    "missing": ("pencil", "infoInk"),
    "changed": ("warn", "warnInk"),
    "ready": ("check", "okInk"),
    "delivered": ("check", "okInk"),
    "late": ("warn", "mustInk"),
}
"""How something stands, to its icon and colour."""


class StateLine(QWidget):
    """How it stands: a sign and words, never a colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._state = "missing"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        self._sign = QLabel()
        self._sign.setContentsMargins(0, 4, 0, 0)
        self._words = Label("", "body", "ink2", wrap=True, size=15, weight=600)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        theme.notifier.changed.connect(self._redraw)

    def show_state(self, state: str, words: str) -> None:
        self._state = state
        self._words.set_text(words)
        self._words.set_token(_LOOKS[state][1])
        self._redraw()

    def text(self) -> str:
        """The words."""
        return self._words.text()

    def _redraw(self) -> None:
        icon, token = _LOOKS[self._state]
        self._sign.setPixmap(icons.pixmap(icon, token, 18))
