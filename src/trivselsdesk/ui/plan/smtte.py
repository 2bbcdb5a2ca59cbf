"""The SMTTE: the same initiative by its five letters, in any order."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Pack, SmtteLetter
from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan import content
from trivselsdesk.ui.plan.action_table import ActionTable
from trivselsdesk.ui.plan.parts import FollowupPart, TextPart
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.labels import Label


class SmtteView(QWidget):
    """Built for a process; ``aim`` points it at an initiative."""

    removed = Signal(str)
    """An action was deleted: its title."""

    def __init__(self, bridge: Bridge, pack: Pack) -> None:
        super().__init__()
        self._bridge, self._pack = bridge, pack
        self.table: ActionTable | None = None
        self.followup: FollowupPart | None = None
        self.parts: dict[str, TextPart] = {}
        self.agreed = Label("", "body", wrap=True)
        """The follow-up that was agreed, where the process asks for it among the questions."""
        self.agreed.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollArea(margins=(24, 0, 21, 12), spacing=14)
        column.addWidget(self._scroll)
        for letter in pack.smtte:
            self._scroll.body.addLayout(self._block(letter))
        if pack.report is not None:
            self._scroll.body.addLayout(self._leads_row())
        self._scroll.body.addStretch(1)

    def _leads_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addSpacing(38 + 14)
        column = QVBoxLayout()
        column.setSpacing(4)
        head = _Head(self.tr("Tovholdere"), self.tr("Hvem holder os på sporet?"), on_sheet=True)
        column.addWidget(head)
        self.leads = LineField("", self.tr("Skriv et eller to navne"), name=self.tr("Tovholdere"))
        self._leads = Bound(self._bridge, self.leads, Initiative, "leads")
        column.addWidget(self.leads)
        row.addLayout(column, 1)
        return row

    def _block(self, letter: SmtteLetter) -> QHBoxLayout:
        fill = self._pack.fill
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(_Letter(letter.letter), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(_Head(fill(letter.title), fill(letter.prompt), on_sheet=letter.on_report))
        if letter.field == "actions":
            prompt = next(
                (f.prompt for q in self._pack.questions for f in q.fields if f.field == "actions"),
                letter.prompt,
            )
            self.table = ActionTable(self._bridge, self._pack, fill(prompt), compact=True)
            self.table.removed.connect(self.removed)
            column.addWidget(self.table)
        elif letter.field == "followup":
            self.followup = FollowupPart(self._bridge, fill(letter.prompt))
            column.addWidget(self.followup)
        else:
            lines = 1 if letter.field == "evaluation" else 3
            if letter.field == "evaluation":
                column.addWidget(self.agreed)
            vague = self._pack.vague if letter.field == "goal" else ()
            part = TextPart(self._bridge, letter.field, "", "", fill(letter.title), lines=lines, vague=vague)
            self.parts[letter.field] = part
            column.addWidget(part)
        row.addLayout(column, 1)
        return row

    def aim(self, programme_id: str, initiative_id: str) -> None:
        """Show an initiative."""
        for part in (*self.parts.values(), self.table, self.followup):
            if part is not None:
                part.aim(programme_id, initiative_id)
        if self._pack.report is not None:
            if self._leads.record_id != initiative_id:
                self._scroll.verticalScrollBar().setValue(0)
            self._leads.aim(programme_id, initiative_id)

        self._show_agreed(programme_id, initiative_id)

    def refresh(self) -> None:
        """Bring everything into line with the book."""
        for part in (*self.parts.values(), self.table, self.followup):
            if part is not None:
                part.refresh()
        if self._pack.report is not None:
            self._leads.show()

    def _show_agreed(self, programme_id: str, initiative_id: str) -> None:
        initiative = self._bridge.book(programme_id).find(Initiative, initiative_id)
        words = content.agreed_followup(initiative) if initiative is not None else ""
        self.agreed.set_text(words)
        self.agreed.setVisible(bool(words) and "evaluation" in self.parts)

    def focus_empty(self) -> QWidget | None:
        """Put the cursor in the first field that nothing is written in. None when all are filled in."""
        for letter in self._pack.smtte:
            part = {"actions": self.table, "followup": self.followup}.get(letter.field)
            told = letter.field == "evaluation" and not self.agreed.isHidden()
            found = None if told else (part or self.parts[letter.field]).focus_empty()
            if found is not None:
                return found
        return None

    def places(self) -> list[tuple[str, str]]:
        """Where a note's words can be put: part of the initiative and what it is called there."""
        return [
            (letter.field, self._pack.fill(letter.title))
            for letter in self._pack.smtte
            if letter.field in self.parts or letter.field == "actions"
        ]

    def put_words(self, place: str, words: str) -> None:
        """Put words into one of the ``places``, and show where they are."""
        if place in self.parts:
            self.parts[place].add_words(words)
            self.focus_part(place)
        elif place == "actions" and self.table is not None:
            action_id = self.table.add_words(" ".join(words.split()))
            if action_id:
                self.focus_part("title", action_id)

    def reveal(self, field: QWidget) -> None:
        """Bring a field into view."""
        self._scroll.ensureWidgetVisible(field, 20, 60)

    def focus_part(self, name: str, action_id: str = "") -> bool:
        """Put the cursor in a part of the initiative, and bring it into view."""
        target: QWidget | None = None
        if action_id:
            if self.table is not None and self.table.focus_action(action_id, name):
                target = self.table
        elif name == "leads":
            target = self.leads
        elif name in self.parts:
            target = self.parts[name].field
        if target is None:
            return False
        if target is not self.table:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(target, 20, 60)
        return True


class _Head(QWidget):
    """Title, prompt, and whether it comes on the sheet."""

    def __init__(self, title: str, prompt: str, *, on_sheet: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QWidget()
        flow = FlowLayout(words, spacing=8, line_spacing=0)
        flow.addWidget(Label(title, "bodyStrong", size=17, weight=700))
        flow.addWidget(Label(prompt, "body", "ink2", wrap=False))
        row.addWidget(words, 1)
        if on_sheet:
            chip = Chip(self.tr("med på arket"), "prim", "file")
            chip.setToolTip(self.tr("Kommer med i afrapporteringen"))
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)


class _Letter(QWidget):
    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setFixedSize(38, 38)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(38, 38)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.rounded(painter, rect, theme.current().radius("control"), "primary")
        font = theme.current().font("body", size=20, weight=800)
        paint.text(painter, rect, self._letter, font, "onPrimary", Qt.AlignmentFlag.AlignHCenter)
