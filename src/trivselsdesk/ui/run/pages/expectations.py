"""The page for expectations: written down at the start, ticked off at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.commands.rows import EditFields, MoveRow, RemoveRow
from trivselsdesk.domain.commands.tools import AddLines
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.records import Expectation, new_id
from trivselsdesk.domain.tools import MET, MET_ICONS
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.pages.line_bar import LineBar
from trivselsdesk.ui.run.pages.line_row import LineRow
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import ListRow, RowList, bring_into_view

_CHIP_TONES = {"held": "ok", "partly": "warn", "not_yet": "info"}
_TOAST_SIGNS = 60


class _Row(LineRow):
    """An expectation: at the start with the answer it got, at the end with the three to choose from."""

    ticked = Signal(str, str)
    """Id of the expectation and how it went; empty when the answer is taken back."""

    def __init__(self, record_id: str, words: dict[str, str]) -> None:
        super().__init__(record_id, "", "", movable=True)
        self.text.setAccessibleName(self.tr("Forventning"))
        self.text.setPlaceholderText(self.tr("Skriv en forventning"))
        self.trash.set_tooltip(self.tr("Slet forventningen"))
        self._words = words
        self.chip = Chip("")
        self.add_right(self.chip)
        self._marks = QWidget()
        marks = QHBoxLayout(self._marks)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(6)
        self.marks: dict[str, Button] = {}
        for key in MET:
            button = Button(words[key], icon=MET_ICONS[key], small=True)
            button.setCheckable(True)
            button.clicked.connect(self._tick)
            self.watch(button)
            self.marks[key] = button
            marks.addWidget(button)
        self.add_right(self._marks)

    def show_expectation(self, number: int, expectation: Expectation, *, tick: bool) -> None:
        self.show_text(number, expectation.text)
        self._marks.setVisible(tick)
        for key, button in self.marks.items():
            button.setChecked(key == expectation.met)
            button.setAccessibleName(f"{self._words[key]}: {shortened(expectation.text, _TOAST_SIGNS)}")
        self.chip.setVisible(not tick and expectation.met in self._words)
        if expectation.met in self._words:
            self.chip.set_text(self._words[expectation.met])
            self.chip.set_tone(_CHIP_TONES[expectation.met])
            self.chip.set_icon(MET_ICONS[expectation.met])

    def _tick(self) -> None:
        key = next((each for each, button in self.marks.items() if button is self.sender()), "")
        self.ticked.emit(self.record_id, key if self.marks[key].isChecked() else "")


class ExpectationsPage(Page):
    """One list, the same wherever the meeting opens it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._words = {
            "held": self.tr("Holdt"),
            "partly": self.tr("Delvist"),
            "not_yet": self.tr("Ikke endnu"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._area = ScrollArea()
        card = Card(padding=5)
        self.list = RowList(spacing=0)
        card.body.addWidget(self.list)
        self._area.body.addWidget(card)
        self._area.body.addStretch(1)
        column.addWidget(self._area, 1)
        self.empty = EmptyState("", "", icon="flag")
        column.addWidget(self.empty, 1)
        self.bar = LineBar(
            bridge,
            self.tr("Skriv en forventning, og tryk Enter"),
            self.tr("Ny forventning"),
            self.tr("Sæt på listen"),
        )
        column.addWidget(self.bar)
        self.count = Label("", "bodyStrong", "ink2")
        self.list.moved.connect(self._move)
        self.bar.added.connect(self.add)
        self.bar.field.left.connect(self._to_list)

    # Page

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        super().show_slot(programme_id, slot, tool)
        self.bar.open(f"draft/{programme_id}/expectations")
        if not self.bar.isHidden():
            self.bar.field.setFocus()
        else:
            self._to_first_open()

    def refresh(self) -> None:
        if self.slot is None:
            return
        every = self._expectations()
        self.list.sync([each.id for each in every], self._make)
        for number, each in enumerate(every, start=1):
            row = self.list.row(each.id)
            if isinstance(row, _Row):
                row.show_expectation(number, each, tick=self.ticks)
        self._area.setVisible(bool(every))
        # At the end the room looks back; whatever was never written can still be.
        self.bar.setVisible(not self.ticks or not every)
        self.empty.setVisible(not every)
        self.empty.set_texts(
            self.tr("Ingen forventninger endnu"),
            self.tr("De bliver skrevet ved begyndelsen. Skriv nedenfor, hvis I vil have en med nu.")
            if self.ticks
            else self.tr("Skriv den første nedenfor, og tryk Enter. Én forventning ad gangen."),
        )
        self.count.set_text(self._count_words(every))

    def leave(self) -> None:
        self.bar.keep_draft()

    def keep_clear(self) -> QWidget | None:
        return None if self.bar.isHidden() else self.bar

    def header_widgets(self) -> list[QWidget]:
        return [self.count]

    @property
    def ticks(self) -> bool:
        """Whether the part is about seeing whether they held."""
        return bool(self.tool.params.get("tick"))

    # What the user does

    def add(self, texts: list[str]) -> None:
        """Put expectations last on the list; a line that could not be saved keeps its text."""
        meeting = self.book.meeting
        records = tuple(
            Expectation(id=new_id(), programme_id=self.programme_id, meeting_id=meeting.id, text=text)
            for text in texts
        )
        if not self.bridge.run(AddLines(programme_id=self.programme_id, records=records)):
            return
        self.bar.done()
        last = self.list.row(records[-1].id)
        if last is not None:
            bring_into_view(last)
        if len(records) > 1:
            self.undo_toast.emit("list", self.tr("{n} linjer sat på listen").format(n=len(records)))

    def _write(self, record_id: str, text: str) -> None:
        self._edit(record_id, "text", text)

    def _tick(self, record_id: str, met: str) -> None:
        self._edit(record_id, "met", met)

    def _edit(self, record_id: str, field: str, value: str) -> None:
        if self.book.find(Expectation, record_id) is None:
            return
        self.bridge.run(
            EditFields(
                programme_id=self.programme_id,
                kind=Expectation,
                id=record_id,
                values={field: value},
                fold=field == "text",
            )
        )
        # An answer that could not be saved must not look given.
        self.refresh()

    def _move(self, record_id: str, index: int) -> None:
        self.bridge.run(MoveRow(programme_id=self.programme_id, kind=Expectation, id=record_id, index=index))

    def _remove(self, record_id: str) -> None:
        found = self.book.find(Expectation, record_id)
        if found and self.bridge.run(
            RemoveRow(programme_id=self.programme_id, kind=Expectation, id=record_id)
        ):
            text = shortened(found.text.strip(), _TOAST_SIGNS)
            words = self.tr("Slettet: »{text}«").format(text=text) if text else self.tr("Linjen er slettet")
            self.undo_toast.emit("trash", words)

    # Inside

    def _expectations(self) -> list[Expectation]:
        # With the empty ones: a line that is being written anew must not run away.
        meeting_id = self.book.meeting.id
        return self.book.ranked(Expectation, lambda each: each.meeting_id == meeting_id)

    def _make(self, record_id: str) -> ListRow:
        row = _Row(record_id, self._words)
        row.written.connect(self._write)
        row.removed.connect(self._remove)
        row.ticked.connect(self._tick)
        row.entered.connect(self._to_bar)
        return row

    def _to_bar(self) -> None:
        if not self.bar.isHidden():
            self.bar.field.setFocus()

    def _to_first_open(self) -> None:
        """The cursor goes to the first expectation that nobody has answered."""
        open_ones = [each.id for each in self._expectations() if not each.met]
        row = self.list.row(open_ones[0]) if open_ones else None
        if isinstance(row, _Row):
            row.marks[MET[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _to_list(self) -> None:
        rows = self.list.rows()
        if rows and isinstance(rows[-1], _Row):
            rows[-1].text.setFocus()

    def _count_words(self, every: list[Expectation]) -> str:
        written = [each for each in every if each.text.strip()]
        if not written:
            return ""
        if not self.ticks:
            return plural(len(written), self.tr("forventning"), self.tr("forventninger"))
        answered = sum(1 for each in written if each.met)
        return self.tr("{n} af {total} har fået svar").format(n=answered, total=len(written))
