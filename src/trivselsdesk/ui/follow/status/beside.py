"""Beside the statuspil: the next follow-up, what to remember, what is lifted and parked, and the deeds."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.board import parked_cards
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.follow import followups_held, launched, next_followup, reminders
from trivselsdesk.domain.lifts import done_words, lifts_by_target, state_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.ui.follow.in_line import bring_into_line
from trivselsdesk.ui.follow.status.side import Entry, FollowupCard, ListCard, ReminderCard, slips
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import ScrollArea


class Beside(QWidget):
    """Cards that scroll, and below them what can be done with the statuspil."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        area = ScrollArea(spacing=16)
        self.followup = FollowupCard()
        self.reminders = ReminderCard()
        self._lifts = QWidget()
        self._lift_column = QVBoxLayout(self._lifts)
        self._lift_column.setContentsMargins(0, 0, 0, 0)
        self._lift_column.setSpacing(16)
        self.lift_cards: dict[str, ListCard] = {}
        self.parking = ListCard("park")
        for card in (self.followup, self.reminders, self._lifts, self.parking):
            area.body.addWidget(card)
        area.body.addStretch(1)
        column.addWidget(area, 1)
        column.addWidget(self._make_deeds())

    def _make_deeds(self) -> QWidget:
        self._deeds = QWidget()
        column = QVBoxLayout(self._deeds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.round = Button(self.tr("Tag en statusrunde"), "primary", "play")
        self.print = Button(self.tr("Udskriv"), icon="printer")
        self.table = Button(self.tr("Regneark"), icon="export")
        self.table.setToolTip(self.tr("Gem statuspilen som Excel- eller CSV-fil"))
        column.addWidget(self.round)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print, 1)
        row.addWidget(self.table, 1)
        column.addLayout(row)
        return self._deeds

    def fit(self, width: int) -> None:
        """``width`` of the page in px."""
        self.setFixedWidth(296 if width >= 1400 else 264 if width >= 1200 else 228)
        roomy = width >= 1200
        self.print.set_icon("printer" if roomy else None)
        self.table.set_icon("export" if roomy else None)

    def show_book(self, book: Book, pack: Pack, today: date, *, lines: bool, open_lines: bool) -> None:
        """Bring the cards into line. ``lines``: whether the statuspil has any, then whether any is open."""
        self._deeds.setVisible(lines)
        self.round.setEnabled(open_lines)
        self.followup.setVisible(bool(launched(book)))
        held = followups_held(book)
        self.followup.show_next(next_followup(book), today, held[-1] if held else None)
        self.reminders.show_tasks(reminders(book, today), today)
        self._show_lifts(book, pack, today)
        parked = parked_cards(book, pack)
        pink = {each.id for each in pack.note_types if each.colour == "pink"}
        self.parking.setVisible(bool(parked))
        self.parking.show_titles(pack.parking_title, slips(parked, pink, today))

    def _show_lifts(self, book: Book, pack: Pack, today: date) -> None:
        found = lifts_by_target(book, pack, today)
        bring_into_line(
            self.lift_cards, [target.id for target, _ in found], self._lift_column, lambda _: ListCard("lift")
        )
        for target, lines in found:
            entries = [
                Entry(each.title, caption=state_words(each, today), late=each.overdue) for each in lines
            ]
            self.lift_cards[target.id].show_titles(done_words(target), entries)
        self._lifts.setVisible(bool(found))
