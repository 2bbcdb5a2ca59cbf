"""The page for plus and minus: the lists, the sheets that are put in alone, and what they come to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.pulse import ClosePulse, DeletePulse, OpenPulse
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import PackList
from trivselsdesk.domain.points import (
    KIND,
    entries_of,
    kept,
    list_text,
    lists_of,
    own_list,
    points_now,
    points_result,
    round_of,
)
from trivselsdesk.domain.pulse import answers_of, count, least, missing
from trivselsdesk.domain.records import Pulse, new_id
from trivselsdesk.domain.tools import state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.pulse.points_chart import PointsChart
from trivselsdesk.ui.pulse.points_give import put_in_sheets
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.dialog import ask
from trivselsdesk.ui.widgets.fields import TextField, flush_all
from trivselsdesk.ui.widgets.labels import Label

PAPER = "plusminus"


class ListCard(Card):
    """A list to be looked through. A local one is written here, one entry a line."""

    def __init__(self, page: PlusMinusPage, source: PackList) -> None:
        super().__init__("", padding=16, spacing=4)
        self._page, self.source = page, source
        self.hint = Label("", "caption", "ink2", wrap=True)
        self.body.addWidget(self.hint)
        self.lines = Label("", "body", wrap=True, size=16)
        self.body.addWidget(self.lines)
        self.text = TextField(
            placeholder=page.tr("Skriv én på hver linje"), min_lines=3, max_lines=12, name=source.title
        )
        self.text.edited.connect(self._write)
        self.text.left_empty.connect(page.refresh)
        self.body.addWidget(self.text)
        self.proposal = Button(page.tr("Brug vores forslag"), "tint", "sparkle", small=True)
        self.proposal.clicked.connect(self._take_proposal)
        self.body.addWidget(self.proposal, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_list(self, *, open_to_change: bool) -> None:
        """As the unit has it now."""
        pack, source = self._page.pack, self.source
        entries = entries_of(self._page.book, source)
        self.set_title(pack.fill(source.title))
        self.hint.set_text(pack.fill(source.hint))
        self.hint.setVisible(bool(source.hint))
        writing = source.local and open_to_change
        self.text.setVisible(writing)
        self.lines.setVisible(not writing)
        # As it was written: tidied up, a line would go on which somebody is writing.
        self.text.show_usual(list_text(self._page.book, source))
        lines = [pack.fill(each.title) for each in entries]
        self.lines.set_text("\n".join(f"·  {line}" for line in lines) or self._page.tr("Ingen punkter"))
        self.proposal.setVisible(writing and bool(source.proposal) and not entries)

    def _write(self, value: str) -> None:
        self._page.write_list(self.source, value)

    def _take_proposal(self) -> None:
        lines = "\n".join(self._page.pack.fill(each.title) for each in self.source.proposal)
        self._page.write_list(self.source, lines)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


class PlusMinusPage(Page):
    """Nothing is counted below the least number of sheets, and no sheet is taken after it is shown."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._area = ScrollArea(spacing=12, margins=(0, 0, 8, 0))
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._area.body.addLayout(self._grid)
        self.chart = PointsChart()
        self._area.body.addWidget(self.chart)
        self._area.body.addStretch(1)
        column.addWidget(self._area, 1)
        self.progress = Label("", "section", wrap=True)
        column.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.print_button = Button(self.tr("Print arket"), "ghost", "printer")
        self.print_button.clicked.connect(self._print)
        self.again = Button(self.tr("Slet, og begynd forfra"), "ghost", "trash")
        self.again.clicked.connect(self.start_again)
        foot.addWidget(self.print_button)
        foot.addWidget(self.again)
        foot.addStretch(1)
        self.typing = Button(self.tr("Tast ark fra papir"), "plain", "keyboard", large=True)
        self.typing.clicked.connect(self.type_papers)
        self.give = Button(self.tr("Giv computeren rundt"), "tint", "users", large=True)
        self.give.clicked.connect(self.give_in_turn)
        self.count_up = Button(self.tr("Tæl sammen"), "primary", "check", large=True)
        self.count_up.clicked.connect(self.close_round)
        for button in (self.typing, self.give, self.count_up):
            foot.addWidget(button)
        column.addLayout(foot)
        self.cards: list[ListCard] = []
        self._lists: tuple[PackList, ...] = ()

    @property
    def sheets(self) -> Pulse | None:
        """The round of sheets of this meeting, or None before the first."""
        return round_of(self.book, self.book.meeting)

    def refresh(self) -> None:
        if self.slot is None:
            return
        sheets = self.sheets
        found = points_result(self.book, self.pack, sheets) if sheets is not None else None
        n = count(self.book, sheets) if sheets is not None else 0
        closed = sheets is not None and sheets.closed is not None
        self._lay_out(tuple(lists_of(self.pack, self.tool)))
        for card in self.cards:
            card.setVisible(not closed)
            card.show_list(open_to_change=not n)
        self.chart.setVisible(found is not None)
        self.chart.show_result(found)
        points = points_now(self.book, self.pack, self.tool)
        for button in (self.typing, self.give):
            button.setVisible(not closed)
            button.setEnabled(bool(points))
        self.count_up.setVisible(not closed)
        self.count_up.setEnabled(sheets is not None and not missing(self.book, self.pack, sheets))
        self.give.set_kind("tint" if self.count_up.isEnabled() else "primary")
        self.count_up.set_kind("primary" if self.count_up.isEnabled() else "plain")
        self.again.setVisible(bool(n))
        self._say(n, closed=closed, shown=found is not None)

    def leave(self) -> None:
        flush_all()

    def keep_clear(self) -> QWidget | None:
        return self.count_up if self.count_up.isVisible() else None

    def write_list(self, source: PackList, lines: str) -> None:
        """The unit's own entries of a list, one a line."""
        record = own_list(self.programme_id, source, lines)
        self.bridge.run(PutRecord(programme_id=self.programme_id, record=record, field="text"))

    def give_in_turn(self) -> None:
        """Let people put their marks one after the other, each alone."""
        self._put_in(paper=False)

    def type_papers(self) -> None:
        """Type what stands on the sheets that were collected."""
        self._put_in(paper=True)

    def close_round(self) -> None:
        """Count the sheets, after a question: no sheet can come after that."""
        sheets = self.sheets
        if sheets is None or missing(self.book, self.pack, sheets):
            return
        sentence = self.tr(
            "Når tallene er vist, kan der ikke komme flere ark med. Ellers kunne man regne ud, hvad den"
            " sidste har svaret. Det kan ikke fortrydes."
        )
        if not ask(self, self.tr("Tæl arkene sammen?"), sentence, self.tr("Tæl sammen, og vis")):
            return
        self.bridge.run(
            ClosePulse(
                programme_id=self.programme_id,
                pulse_id=sheets.id,
                day=self.bridge.today(),
                least=least(self.pack),
                ids=tuple(new_id() for _ in answers_of(self.book, sheets.id)),
            )
        )

    def start_again(self) -> None:
        """Delete the round of sheets, after a question."""
        sheets = self.sheets
        sentence = self.tr("Alle ark bliver slettet for altid. Det kan ikke fortrydes.")
        title, yes = self.tr("Slet arkene?"), self.tr("Slet arkene")
        if sheets is not None and ask(self, title, sentence, yes, danger=True):
            self.bridge.run(DeletePulse(programme_id=self.programme_id, pulse_id=sheets.id))

    def _put_in(self, *, paper: bool) -> None:
        flush_all()
        sheets = self._begun()
        if sheets is not None and sheets.closed is None:
            put_in_sheets(self.bridge, self.programme_id, sheets, self, paper=paper)
            self.refresh()

    def _begun(self) -> Pulse | None:
        """The round of sheets; made with the points as they stand now while no sheet is in it."""
        known = self.sheets
        points = points_now(self.book, self.pack, self.tool)
        if known is not None and (count(self.book, known) or known.points == kept(points)):
            return known
        if known is not None:
            self.bridge.run(DeletePulse(programme_id=self.programme_id, pulse_id=known.id))
        if not points or self.slot is None:
            return None
        fresh = Pulse(
            id=new_id(),
            programme_id=self.programme_id,
            theme=self.pack.fill(self.slot.title),
            points=kept(points),
            opened=self.bridge.today(),
        )
        state = replace(state_of(self.book, self.book.meeting, KIND), mode=fresh.id)
        if not self.bridge.run(OpenPulse(programme_id=self.programme_id, pulse=fresh)):
            return None
        self.bridge.run(SetToolState(programme_id=self.programme_id, state=state))
        return self.sheets

    def _lay_out(self, lists: tuple[PackList, ...]) -> None:
        if lists == self._lists:
            return
        self._lists = lists
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ListCard(self, each) for each in lists]
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // 3, place % 3)
            self._grid.setColumnStretch(place % 3, 1)

    def _say(self, n: int, *, closed: bool, shown: bool) -> None:
        few = least(self.pack)
        if shown:
            words = ""
        elif closed:
            words = self.tr("Der er færre end {n} ark, så intet bliver vist.").format(n=few)
        elif not n:
            words = self.tr(
                "Hver for sig: på papir eller her ved skærmen. Tallene vises først, når {n} har lagt ark."
                " Er I færre, så brug jeres egne ark i samtalen bagefter."
            ).format(n=few)
        else:
            told = plural(n, self.tr("ark er lagt"), self.tr("ark er lagt"))
            lacking = max(0, few - n)
            words = self.tr("{told}. I kan tælle sammen, når alle har lagt deres.").format(told=told)
            if lacking:
                words = self.tr("{told}. Tallene kan ses, når der er mindst {few}. I mangler {lacking}.")
                words = words.format(told=told, few=few, lacking=lacking)
        self.progress.set_text(words)
        self.progress.setVisible(bool(words))

    def _print(self) -> None:
        flush_all()
        self.open_document.emit(PAPER)
