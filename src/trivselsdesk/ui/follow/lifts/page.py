"""The lifted matters in a table, target by target, with a form for the one that is chosen (003: D16–D17)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.lifts import LiftCard, MoveToTrack
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.lifts import ANSWERED, CLOSED, Lifted, done_words, lifts_by_target
from trivselsdesk.domain.pack import Lift
from trivselsdesk.domain.records import Note
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.frame import headline, side_by_side
from trivselsdesk.ui.follow.in_line import bring_into_line
from trivselsdesk.ui.follow.lifts.new_dialog import NewLiftDialog, liftable
from trivselsdesk.ui.follow.lifts.row import LiftRow
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import ChoiceField, Labelled
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.lift_form import LiftForm
from trivselsdesk.ui.widgets.sign import Sign

DOCUMENT = "loeft"


class LiftsSection(Section):
    """Table at the left, the form of the chosen line at the right."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.current = ""
        self._groups: dict[str, _Group] = {}
        row = side_by_side(self)
        self._main = QStackedWidget()
        self._main.addWidget(self._make_main())
        self.empty = EmptyState(
            self.tr("Intet er løftet videre"),
            self.tr("Det, I ikke selv kan bestemme, kan I løfte til andre – her eller i mulighedsrummet."),
            icon="arrow-u",
            button=self.tr("Løft noget videre"),
        )
        self.empty.pressed.connect(self.add_lift)
        self._main.addWidget(self.empty)
        row.addWidget(self._main, 1)
        self._side = ScrollArea(spacing=16)
        self._side.body.addWidget(self._make_form())
        self._side.body.addStretch(1)
        row.addWidget(self._side)

    def _make_main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.sum = ElidedLabel("", "body", "ink2")
        self.late = Chip("", "error", "warn")
        self.print_button = Button(self.tr("Udskriv"), "plain", "printer")
        self.print_button.clicked.connect(self._print)
        column.addLayout(headline(self.tr("Hvad venter vi svar på?"), self.sum, self.late, self.print_button))
        self._table = ScrollArea(spacing=16)
        column.addWidget(self._table, 1)
        self._table.body.addStretch(1)
        self.add = Button(self.tr("Løft noget videre"), "link", "plus")
        self.add.clicked.connect(self.add_lift)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return main

    def _make_form(self) -> QWidget:
        self.card = Card(spacing=12)
        self._title = Label("", "section", wrap=True)
        self.card.body.addWidget(self._title)
        self.target = ChoiceField([])
        self.target.edited.connect(self._move_to)
        self._target = Labelled(self.tr("Til hvem?"), self.target)
        self.card.body.addWidget(self._target)
        self.form = LiftForm(self.bridge)
        self.card.body.addWidget(self.form)
        self.remove = Button("", "link", "x", small=True)
        self.remove.clicked.connect(self._take_back)
        self.card.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        return self.card

    # Showing

    def refresh(self) -> None:
        if not self.programme_id:
            return
        today = self.bridge.today()
        found = lifts_by_target(self.book, self.pack, today)
        lines = [line for _, each in found for line in each]
        ids = [line.card.id for line in lines]
        if self.current not in ids:
            self.current = ids[0] if ids else ""
        self._main.setCurrentIndex(0 if lines else 1)
        self._side.setVisible(bool(lines))
        can_add = bool(self.pack.lifts) and bool(liftable(self.book))
        self.add.setVisible(can_add)
        self.empty.button.setVisible(can_add)
        self._show_sums(lines)
        self._show_groups(found, today)
        self._show_form(found)

    def _show_sums(self, lines: list[Lifted]) -> None:
        answered = sum(1 for each in lines if each.note.status in (ANSWERED, CLOSED))
        late = sum(1 for each in lines if each.overdue)
        matters = plural(len(lines), self.tr("løftet sag"), self.tr("løftede sager"))
        self.sum.set_text(
            self.tr("{matters} · {answered} med svar").format(matters=matters, answered=answered)
        )
        self.late.set_text(self.tr("{n} over tid").format(n=late))
        self.late.setVisible(late > 0)

    def _show_groups(self, found: list[tuple[Lift, list[Lifted]]], today: date) -> None:
        bring_into_line(
            self._groups, [target.id for target, _ in found], self._table.body, lambda _: _Group(self)
        )
        for target, lines in found:
            self._groups[target.id].show_lines(target, lines, today, self.current)

    def _show_form(self, found: list[tuple[Lift, list[Lifted]]]) -> None:
        line = next((each for _, lines in found for each in lines if each.card.id == self.current), None)
        self.card.setVisible(line is not None)
        if line is None:
            return
        self._title.set_text(line.title[:300])
        tracked = isinstance(line.card, Note) and bool(line.card.track)
        options = [(each.id, each.title) for each in self.pack.lifts]
        if line.card.lift not in {key for key, _ in options}:
            options.append((line.card.lift, line.card.lift))
        self.target.set_options(options)
        self.target.set_value(line.card.lift)
        self._target.setVisible(not tracked)
        self.remove.set_text(
            self.tr("Tilbage til tavlens sedler") if tracked else self.tr("Løft det ikke alligevel")
        )
        self.form.aim(self.programme_id, line.card.id)

    def rows(self) -> list[LiftRow]:
        """The lines from above."""
        shown = sorted(self._groups.values(), key=self._table.body.indexOf)
        return [row for group in shown for row in group.rows()]

    # Choosing

    def show_lift(self, card_id: str) -> None:
        """Choose a line."""
        self.form.flush()
        self.current = card_id
        self.refresh()

    def step(self, card_id: str, by: int) -> None:
        """Go to the line above (-1) or below (1) and put the focus there."""
        rows = self.rows()
        place = next((n for n, row in enumerate(rows) if row.card_id == card_id), 0) + by
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.show_lift(rows[place].card_id)

    # Changing

    def add_lift(self) -> None:
        """Ask what else is to be lifted."""
        if not self.pack.lifts or not liftable(self.book):
            return
        dialog = NewLiftDialog(self.bridge, self.book, self.pack.lifts, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.lift(dialog)
        dialog.deleteLater()

    def lift(self, dialog: NewLiftDialog) -> None:
        """Do what the dialog was told."""
        card_id = dialog.card.value()
        done = self.bridge.run(
            LiftCard(
                programme_id=self.programme_id,
                card_id=card_id,
                lift=dialog.lift.value(),
                reason=dialog.reason.value().strip(),
                carrier=dialog.carrier.value().strip(),
            )
        )
        if done:
            self.show_lift(card_id)

    def _move_to(self, lift: str) -> None:
        if not self.current or not lift or self.book.card(self.current).lift == lift:
            return
        self.form.flush()
        self.bridge.run(LiftCard(programme_id=self.programme_id, card_id=self.current, lift=lift))

    def _take_back(self) -> None:
        card = self.book.card(self.current)
        self.form.flush()
        if isinstance(card, Note) and card.track:
            done = self.bridge.run(MoveToTrack(programme_id=self.programme_id, id=card.id, track=""))
        else:
            done = self.bridge.run(LiftCard(programme_id=self.programme_id, card_id=card.id, lift=""))
        if done:
            self.undo_toast.emit("x", self.tr("Løftes ikke længere"))

    def _print(self) -> None:
        self.form.flush()
        self.open_document.emit(DOCUMENT)

    def document(self) -> str:
        return DOCUMENT

    def leave(self) -> None:
        self.form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # From 440 px on the two days stand side by side, and all of the form is in sight on a low screen.
        self._side.setFixedWidth(460 if self.width() >= 1300 else 320 if self.width() >= 1200 else 268)


class _Group(Card):
    """A target with its lines."""

    def __init__(self, page: LiftsSection) -> None:
        super().__init__(padding=0, spacing=0)
        self._page = page
        self._rows: dict[str, LiftRow] = {}
        self._order: list[str] = []
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(20, 12, 16, 12)
        line.setSpacing(8)
        line.addWidget(Sign("lift"))
        self.title = ElidedLabel("", "section")
        line.addWidget(self.title, 1)
        self.body.addWidget(head)

    def rows(self) -> list[LiftRow]:
        return [self._rows[each] for each in self._order]

    def show_lines(self, target: Lift, lines: list[Lifted], today: date, current: str) -> None:
        self.title.set_text(done_words(target))
        self._order = [each.card.id for each in lines]
        bring_into_line(self._rows, self._order, self.body, self._make_row, first=1)
        for each in lines:
            self._rows[each.card.id].show_line(each, today, current=each.card.id == current)

    def _make_row(self, card_id: str) -> LiftRow:
        row = LiftRow(card_id)
        row.chosen.connect(self._page.show_lift)
        row.step.connect(self._page.step)
        return row
