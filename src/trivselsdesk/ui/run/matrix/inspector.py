"""The chosen theme beside the mulighedsrum: its notes, its dots, and what is to become of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.board import Card
from trivselsdesk.domain.pack import Lift, Pack
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.lift_form import LiftForm
from trivselsdesk.ui.widgets.segmented import swatch

LINES = 6
"""Of a note at most: what people write on one is seen whole."""
FEW = 3
"""Notes shown before »Vis alle«."""


class Stepper(QWidget):
    """A number between a minus and a plus."""

    changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._value = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.less = IconButton("minus", name + ": " + self.tr("én mindre"), ghost=False)
        self.more = IconButton("plus", name + ": " + self.tr("én mere"), ghost=False)
        self._number = Label("0", "section")
        self._number.setMinimumWidth(28)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less.clicked.connect(self._down)
        self.more.clicked.connect(self._up)
        for widget in (self.less, self._number, self.more):
            row.addWidget(widget)

    def set_value(self, value: int) -> None:
        """Show a number."""
        self._value = value
        self._number.set_text(str(value))
        self.less.setEnabled(value > 0)

    def _down(self) -> None:
        self.changed.emit(max(0, self._value - 1))

    def _up(self) -> None:
        self.changed.emit(self._value + 1)


class Inspector(QWidget):
    """Says what the user wants with the card; the page does it."""

    votes_changed = Signal(int)
    chosen_changed = Signal(bool)
    must_act_changed = Signal(bool)
    lift_changed = Signal(str)
    """A lift id, or empty."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(self.tr("Valgt tema"), "caption", "ink3"))
        self._title = Label("", "section", wrap=True)
        column.addWidget(self._title)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(4)
        column.addLayout(self._notes)
        self._show_all = Button("", "link", small=True)
        self._show_all.clicked.connect(self._show_every_note)
        column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._votes = QWidget()
        votes = QHBoxLayout(self._votes)
        votes.setContentsMargins(0, 4, 0, 4)
        votes.addWidget(Label(self.tr("Prikker"), "bodyStrong"))
        votes.addStretch(1)
        self.stepper = Stepper(self.tr("Prikker"))
        self.stepper.changed.connect(self.votes_changed)
        votes.addWidget(self.stepper)
        column.addWidget(self._votes)
        self.chosen = Check(self.tr("Tag med i handleplan"))
        self.chosen.clicked.connect(self.chosen_changed)
        column.addWidget(self.chosen)
        self.must_act = Check("")
        self.must_act.clicked.connect(self.must_act_changed)
        self._must_act_row = QWidget()
        self._must_act_row.setLayout(_with_icon(self.must_act, "must"))
        column.addWidget(self._must_act_row)
        self._lifts = QVBoxLayout()
        self._lifts.setSpacing(0)
        column.addLayout(self._lifts)
        # Asked when something is lifted, and never a wall: it can be written later.
        self.lift_form = LiftForm(bridge, short=True)
        self.lift_form.hide()
        column.addWidget(self.lift_form)
        self._lift_checks: dict[str, Check] = {}
        self._lift_rows: list[QWidget] = []
        self._lifts_shown: tuple[Lift, ...] = ()

    def show_pack(self, pack: Pack) -> None:
        """Offer what the process knows of: dots, always-act, lifts."""
        self._votes.setVisible(pack.votes_per_person > 0)
        self._must_act_row.setVisible(pack.always_act is not None)
        if pack.always_act is not None:
            self.must_act.set_text(pack.always_act.label)
        if pack.lifts != self._lifts_shown:
            self._lifts_shown = pack.lifts
            for old in self._lift_rows:
                self._lifts.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._lift_rows, self._lift_checks = [], {}
            before: QWidget = self.must_act
            for lift in pack.lifts:
                check = Check(lift.label)
                check.setToolTip(lift.title)
                check.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                check.clicked.connect(self._lift_clicked)
                self._lift_checks[lift.id] = check
                row = QWidget()
                row.setLayout(_with_icon(check, "arrow-u"))
                self._lift_rows.append(row)
                self._lifts.addWidget(row)
                # They are made after the form that asks about a lift, and stand above it.
                QWidget.setTabOrder(before, check)
                before = check

    def show_card(self, programme_id: str, card: Card, pack: Pack, ways: Sequence[str] = ()) -> None:
        """Show a card as it is now. ``ways`` are the notes that point to a way to solve it."""
        if self._card is None or card.id != self._card.id:
            self._all = False
        self._card = card
        self._pack = pack
        self._ways = tuple(ways)
        self._title.set_text(card.title)
        self.stepper.set_value(card.votes)
        self.chosen.setChecked(card.chosen or card.stays)
        self.must_act.setChecked(card.must_act)
        for lift_id, check in self._lift_checks.items():
            check.setChecked(card.lift == lift_id)
        self.lift_form.aim(programme_id, card.id)
        self.lift_form.setVisible(bool(card.lift))
        self._fill_notes()

    def _fill_notes(self) -> None:
        assert self._card is not None
        while self._notes.count():
            item = self._notes.takeAt(0)
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        pink = {kind.id for kind in self._pack.note_types if kind.colour == "pink"}
        notes = self._card.notes if self._card.is_theme else ()
        shown = notes if self._all else notes[:FEW]
        for note in shown:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(7)
            colour = "pink" if note.kind in pink else "yellow"
            row.addWidget(_Swatch(colour), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(ElidedLabel(note.text, "body", size=15, lines=LINES), 1)
            self._notes.addWidget(line)
        for words in self._ways:
            self._notes.addWidget(_Way(words))
        hidden = len(notes) > len(shown)
        self._show_all.setVisible(hidden)
        self._show_all.set_text(self.tr("Vis alle {n} sedler").format(n=len(notes)))

    def _show_every_note(self) -> None:
        self._all = True
        self._fill_notes()

    def _lift_clicked(self) -> None:
        sender = self.sender()
        for lift_id, check in self._lift_checks.items():
            if check is sender:
                self.lift_changed.emit(lift_id if check.isChecked() else "")


def _with_icon(check: Check, icon: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(check, 1)
    sign = _Sign(icon)
    row.addWidget(sign)
    return row


class _Sign(QLabel):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        self.setPixmap(icons.pixmap(self._name, "ink2", 18))


class _Way(QWidget):
    """A note that shows a way, with a heart in front."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(_Sign("heart"))
        row.addWidget(ElidedLabel(words, "body", "goodInk", size=15), 1)
        self.setToolTip(self.tr("En vej frem: {text}").format(text=words))


class _Swatch(QWidget):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        swatch(QPainter(self), self._kind, QRectF(self.rect()))
