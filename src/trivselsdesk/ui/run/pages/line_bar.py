"""The line at the bottom of a list that is typed fast: Enter adds and keeps the cursor there."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.paste import fitting
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.board.entry import EntryField
from trivselsdesk.ui.run.many_lines import wanted
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card

REST_MS = 700
"""What is half written is kept when the typing rests so long."""


class LineBar(Card):
    """Text and »Sæt på listen«. What is half written outlives the page, and the program."""

    added = Signal(list)
    """Texts that should be added. Call ``done`` when they are."""

    def __init__(
        self, bridge: Bridge, placeholder: str, name: str, button: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=8, parent=parent)
        self._bridge, self._key = bridge, ""
        self._pasted = False
        self.setFixedHeight(theme.current().size("quickEntry"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = EntryField("", placeholder, large=True, name=name)
        self.button = Button(button, "primary", large=True, key=self.tr("Enter"))
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.keep_draft)
        self.field.returnPressed.connect(self._submit)
        self.field.lines_pasted.connect(self._submit_lines)
        self.field.textEdited.connect(self._begin_rest)
        self.button.clicked.connect(self._submit)

    def open(self, key: str) -> None:
        """Show the draft that is kept under that key."""
        if key != self._key:
            self.keep_draft()
            self._key = key
            self.field.setText(self._bridge.setting(key))

    def keep_draft(self) -> None:
        """Remember what is half written."""
        if self._key:
            self._bridge.remember(self._key, self.field.text())

    def done(self) -> None:
        """The lines are added: empty the field, unless they were pasted beside what is half written."""
        if not self._pasted:
            self.field.clear()
            self.field.flush()
            self.keep_draft()
        self.field.setFocus()

    def _begin_rest(self) -> None:
        self._rest.start()

    def _submit(self) -> None:
        text = " ".join(self.field.text().split())
        self._pasted = False
        if text:
            self.added.emit(fitting([text]))
        else:
            self.field.setFocus()

    def _submit_lines(self, lines: list[str]) -> None:
        if wanted(self, lines):
            self._pasted = True
            self.added.emit(fitting(lines))
