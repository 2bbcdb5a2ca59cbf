"""»Aflevering«: what is handed in and when, at the left; the one that is open, at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from trivselsdesk.domain.commands.handing import MarkDelivered
from trivselsdesk.domain.handin import HandinLine, handins, next_deadline
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.frame import side_by_side
from trivselsdesk.ui.follow.handin.apv_pane import ApvPane
from trivselsdesk.ui.follow.handin.cards import CountdownCard, HandinCard
from trivselsdesk.ui.follow.handin.copy_pane import CopyPane
from trivselsdesk.ui.follow.handin.news_pane import NewsPane
from trivselsdesk.ui.follow.handin.pane import Pane
from trivselsdesk.ui.follow.handin.report_pane import ReportPane
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.labels import ElidedLabel

PANES: dict[str, Callable[[Bridge], Pane]] = {
    "report": ReportPane,
    "apv": ApvPane,
    "copy": CopyPane,
    "news": NewsPane,
}
"""Kind of thing (see ``domain.pack.HANDIN_KINDS``) to its pane."""


class HandinSection(Section):
    """Cards, and the pane of the chosen one. A process that hands nothing in says so."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.cards: dict[str, HandinCard] = {}
        self.panes: dict[str, Pane] = {}
        """By kind, made when first opened."""
        self.current = ""
        """Id of the thing that is open."""
        row = side_by_side(self)
        self._left = ScrollArea(spacing=12, margins=(0, 0, 4, 0))
        self._left.body.addWidget(ElidedLabel(self.tr("Aflevering"), "display"))
        self.countdown = CountdownCard()
        self._left.body.addWidget(self.countdown)
        self._left.body.addStretch(1)
        row.addWidget(self._left)
        self._stack = QStackedWidget()
        self.empty = EmptyState(
            self.tr("Der er ikke noget, der skal afleveres"),
            self.tr("Processen beder ikke om en rapport eller en plan. Alt kan stadig udskrives."),
            icon="check",
        )
        self._stack.addWidget(self.empty)
        row.addWidget(self._stack, 1)

    @property
    def pane(self) -> Pane | None:
        """The pane that is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Pane) else None

    def show_programme(self, programme_id: str) -> None:
        if programme_id != self.programme_id:
            self.programme_id = programme_id
            self.current = self.bridge.setting(self._key())
        self.refresh()

    def refresh(self) -> None:
        if not self.programme_id:
            return
        lines = handins(self.book, self.pack)
        known = {each.item.id: each for each in lines}
        if self.current not in known:
            self.current = lines[0].item.id if lines else ""
        self.countdown.show_deadline(next_deadline(self.book, self.pack), self.bridge.today())
        self._show_cards(lines)
        if not lines:
            self._stack.setCurrentWidget(self.empty)
            return
        pane = self._pane(known[self.current].item.kind)
        pane.title.set_text(known[self.current].item.title)
        pane.aim(self.programme_id)
        self._stack.setCurrentWidget(pane)

    def open_item(self, key: str) -> None:
        """Show one of the things at the right."""
        if key == self.current:
            return
        flush_all()
        self.current = key
        self.bridge.remember(self._key(), key)
        self.refresh()
        self._left.ensureWidgetVisible(self.cards[key], 0, 12)
        self.actions_changed.emit()

    def leave(self) -> None:
        flush_all()

    def document(self) -> str:
        return self.pane.DOCUMENT if self.pane is not None else ""

    def _pane(self, kind: str) -> Pane:
        if kind not in self.panes:
            made = PANES[kind](self.bridge)
            made.go.connect(self.go)
            made.page_wanted.connect(self.page_wanted)
            made.open_document.connect(self.open_document)
            made.toast.connect(self.toast)
            self.panes[kind] = made
            self._stack.addWidget(made)
        return self.panes[kind]

    def _show_cards(self, lines: list[HandinLine]) -> None:
        wanted = [each.item.id for each in lines]
        if wanted != list(self.cards):
            for card in self.cards.values():
                self._left.body.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = {}
            for place, key in enumerate(wanted):
                card = HandinCard(key)
                card.chosen.connect(self.open_item)
                card.ticked.connect(self._tick)
                self.cards[key] = card
                self._left.body.insertWidget(2 + place, card)
        for line in lines:
            chosen = line.item.id == self.current
            self.cards[line.item.id].show_line(line, self.bridge.today(), chosen=chosen)

    def _tick(self, key: str, on: bool) -> None:
        flush_all()
        day = self.bridge.today() if on else None
        if not self.bridge.run(MarkDelivered(programme_id=self.programme_id, handin=key, day=day)):
            self.refresh()

    def _key(self) -> str:
        return f"handin:{self.programme_id}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(360 if self.width() >= 1400 else 320 if self.width() >= 1200 else 280)
