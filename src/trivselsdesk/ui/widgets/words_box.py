"""A tinted box with a heading and lines: what to say (Sig), what to consider (Overvej)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import Label


class WordsBox(Panel):
    """A heading with an icon and some lines of text. Hidden while there is nothing to show."""

    def __init__(self, title: str, icon: str, tint: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(tint, radius=theme.current().radius("control"), parent=parent)
        self._icon, self._ink = icon, ink
        self.body.setContentsMargins(12, 8, 12, 10)
        self.body.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._sign = QLabel()
        head.addWidget(self._sign)
        head.addWidget(Label(title, "bodyStrong", ink, size=15, weight=700), 1)
        self.body.addLayout(head)
        self._lines: list[QWidget] = []
        self._shown: list[str] = []
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def lines(self) -> list[str]:
        """What it says."""
        return list(self._shown)

    def set_lines(self, lines: list[str], *, bullets: bool = False) -> None:
        """Show these lines; an empty list hides the box."""
        if lines == self._shown and self._lines:
            return
        self._shown = list(lines)
        for old in self._lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._bullet(line) if bullets else Label(line, wrap=True) for line in lines]
        for made in self._lines:
            self.body.addWidget(made)
        self.setVisible(bool(lines))

    def _bullet(self, line: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("•"), 0, Qt.AlignmentFlag.AlignTop)
        text = Label(line, wrap=True)
        row.addWidget(text, 1)
        return holder

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap(self._icon, self._ink, 18))
