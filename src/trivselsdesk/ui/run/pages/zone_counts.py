"""The fields that notes are written for, side by side: what belongs there, and how many wait or hang."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import Zone
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label


class _Icon(QWidget):
    def __init__(self, icon: str, token: str) -> None:
        super().__init__()
        self._icon, self._token = icon, token
        self.setFixedSize(26, 34)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._icon, self._token, QRectF(0, 5, 24, 24))


class ZoneCounts(QWidget):
    """One card for each zone. Never a word of a note."""

    def __init__(self, *, hints: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._zones: tuple[Zone, ...] = ()
        self._cards: list[Card] = []
        self.counts: dict[str, Label] = {}

    def show_zones(self, zones: Sequence[Zone], waiting: dict[str, int], hanging: dict[str, int]) -> None:
        """Zone id to how many notes were put away for it, and to how many hang there."""
        if tuple(zones) != self._zones:
            self._zones = tuple(zones)
            self._rebuild()
        for zone in zones:
            words = self._words(waiting.get(zone.id, 0), hanging.get(zone.id, 0))
            self.counts[zone.id].set_text(words)
            self.counts[zone.id].setVisible(bool(words))

    def _words(self, waiting: int, hanging: int) -> str:
        parts = []
        if waiting:
            parts.append(
                self.tr("{n} lagt væk").format(n=plural(waiting, self.tr("seddel"), self.tr("sedler")))
            )
        if hanging:
            parts.append(self.tr("{n} på tavlen").format(n=hanging))
        return " · ".join(parts) or ("" if self._hints else self.tr("Ingen sedler endnu"))

    def _rebuild(self) -> None:
        for card in self._cards:
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self.counts = [], {}
        for zone in self._zones:
            tone = zone.tone if zone.tone in ("good", "less", "warn", "primary") else "primary"
            card = Card(padding=16, spacing=4, fill=f"{tone}Tint")
            head = QHBoxLayout()
            head.setSpacing(8)
            if zone.icon:
                head.addWidget(_Icon(zone.icon, f"{tone}Ink"), 0, Qt.AlignmentFlag.AlignTop)
            head.addWidget(Label(zone.title, "title", f"{tone}Ink", wrap=True), 1)
            card.body.addLayout(head)
            if self._hints and zone.hint:
                card.body.addWidget(Label(zone.hint, "section", "ink", weight=400, wrap=True))
            count = Label("", "bodyStrong", f"{tone}Ink", wrap=True)
            card.body.addWidget(count)
            card.body.addStretch(1)
            self.counts[zone.id] = count
            self._cards.append(card)
            self._row.addWidget(card, 1)
