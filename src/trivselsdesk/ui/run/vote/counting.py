"""Counting the strokes: how many people, how many strokes are left, a row for each theme."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.board import Card as BoardCard
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Ballot
from trivselsdesk.domain.start_notes import origin_words
from trivselsdesk.domain.voting import Standing, VoteRules
from trivselsdesk.ui.run.vote.row import VoteRow
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.fields import MinuteField
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.progress import Bar

MOST_PEOPLE = 500
_MOST_SIGNS = 60


class Counting(QWidget):
    """Says what is counted; the page writes it."""

    counted = Signal(str, int)
    people_changed = Signal(int)
    shown_changed = Signal(bool)
    """The room may see the standing, where the process hides it while strokes are counted."""
    cleared = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._head())
        self._area = ScrollArea(spacing=8, margins=(0, 0, 8, 0))
        column.addWidget(self._area, 1)
        self.rows: list[VoteRow] = []
        self._always = Label("", "bodyStrong", "ink2")
        self._lifted = Label("", "body", "ink2", wrap=True)
        self._area.body.addWidget(self._always)
        self._area.body.addWidget(self._lifted)
        self._area.body.addStretch(1)
        column.addLayout(self._foot())
        self._cards: tuple[BoardCard, ...] = ()

    def _head(self) -> QWidget:
        card = Card(padding=14)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(self.tr("Vi er"), "bodyStrong"))
        self.people = MinuteField(0, 0, MOST_PEOPLE, name=self.tr("Hvor mange er vi i rummet?"))
        self.people.edited.connect(self._people_edited)
        row.addWidget(self.people)
        self._each = ElidedLabel("", "body", "ink2")
        row.addWidget(self._each, 1)
        self.left = Label("", "section")
        row.addWidget(self.left)
        card.body.addLayout(row)
        self.bar = Bar()
        card.body.addWidget(self.bar)
        self.warning = Chip("", "warn", "warn")
        card.body.addWidget(self.warning, 0, Qt.AlignmentFlag.AlignLeft)
        self.shown = Check(self.tr("Vis stillingen for rummet"))
        self.shown.clicked.connect(self.shown_changed)
        card.body.addWidget(self.shown)
        return card

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.clear = Button(self.tr("Begynd forfra"), "ghost", "undo")
        self.clear.clicked.connect(self.cleared)
        foot.addWidget(self.clear)
        self.decided = Chip("", "prim", "check")
        foot.addWidget(self.decided)
        hint = self.tr("1–9 går til et tema · + og − tæller")
        foot.addWidget(ElidedLabel(hint, "caption", "ink3"), 1)
        self.choose = Button("", "primary", large=True, icon_after="arrow-r")
        self.choose.clicked.connect(self.done)
        foot.addWidget(self.choose)
        return foot

    def show_standing(self, now: Standing, rules: VoteRules, pack: Pack, places: int, ballot: Ballot) -> None:
        """Show the strokes as they are; ``places`` is how many go on when nothing else is said."""
        self.people.set_value(now.people)
        self._each.set_text(self._rule_words(rules))
        self._show_left(now)
        self.shown.setVisible(rules.hidden)
        self.shown.setChecked(ballot.counted)
        self._fill(now, pack, ballot)
        self.clear.setEnabled(now.given > 0)
        self.choose.setEnabled(bool(now.cards))
        taken = sum(1 for card in (*now.cards, *now.always) if card.chosen)
        self.decided.setVisible(ballot.settled)
        self.decided.set_text(self.tr("Afgjort: {n} går videre").format(n=taken))
        self.choose.set_text(
            self.tr("Vælg igen") if ballot.settled else self.tr("Vælg de {n} øverste").format(n=places)
        )

    def _rule_words(self, rules: VoteRules) -> str:
        strokes = plural(rules.each, self.tr("streg"), self.tr("streger"))
        if rules.distinct and rules.each > 1:
            return self.tr("i rummet · {strokes} til hver, ved forskellige temaer").format(strokes=strokes)
        return self.tr("i rummet · {strokes} til hver").format(strokes=strokes)

    def _show_left(self, now: Standing) -> None:
        words = self.tr("{left} af {all} streger tilbage").format(left=max(0, now.left), all=now.allowed)
        if not now.allowed:
            words = self.tr("Skriv, hvor mange I er")
        elif now.left == 0:
            words = self.tr("Alle {all} streger er talt").format(all=now.allowed)
        self.left.set_text(words)
        self.bar.set_value(now.given / now.allowed if now.allowed else 0.0)
        self.bar.set_tone("primary" if now.fits else "warnInk")
        self.bar.setAccessibleName(words)
        over = -now.left
        self.warning.setVisible(over > 0 and now.allowed > 0)
        if over > 0:
            extra = plural(over, self.tr("streg"), self.tr("streger"))
            sentence = self.tr("{extra} for meget. Tæl efter, eller ret, hvor mange I er.")
            self.warning.set_text(sentence.format(extra=extra))

    def _fill(self, now: Standing, pack: Pack, ballot: Ballot) -> None:
        cards = (*now.cards, *now.always)
        while len(self.rows) < len(cards):
            row = VoteRow()
            row.counted.connect(self.counted)
            row.moved.connect(self._step)
            row.jumped.connect(self._jump)
            self.rows.append(row)
        while len(self.rows) > len(cards):
            row = self.rows.pop()
            self._area.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._area.body.removeWidget(self._always)
        mark = pack.always_act.short if pack.always_act else ""
        for place, (row, card) in enumerate(zip(self.rows, cards, strict=True)):
            at = place + (1 if place >= len(now.cards) else 0)
            self._area.body.insertWidget(at, row)
            must = mark if card.must_act else ""
            origin = origin_words(pack, card.notes)
            row.show_card(place + 1, card, must, card.id in now.over, origin, ballot.settled)
        self._area.body.insertWidget(len(now.cards), self._always)
        self._always.set_text(self.tr("Går altid videre – uanset streger"))
        self._always.setVisible(bool(now.always))
        names = ", ".join(f"»{shortened(card.title, _MOST_SIGNS)}«" for card in now.lifted)
        self._lifted.set_text(self.tr("Løftes videre og stemmes ikke om: {names}").format(names=names))
        self._lifted.setVisible(bool(now.lifted))

    def focus_first(self) -> None:
        """Let the keyboard count at once."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _people_edited(self, value: object) -> None:
        if isinstance(value, int):
            self.people_changed.emit(value)

    def _step(self, by: int) -> None:
        here = next((place for place, row in enumerate(self.rows) if row.hasFocus()), 0)
        self._go(here + by)

    def _jump(self, number: int) -> None:
        self._go(number - 1)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self.rows[place])
