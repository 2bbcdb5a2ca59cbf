"""Beside the questions: what to say, what to consider, and the notes behind the theme."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import quoted
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import actions_of, notes_behind
from trivselsdesk.domain.records import Initiative, Note
from trivselsdesk.domain.sheets import proposals
from trivselsdesk.ui import theme
from trivselsdesk.ui.plan.proposals import ProposalBox
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.card import Panel, ScrollArea, hline
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.small_note import SmallNote
from trivselsdesk.ui.widgets.tabbing import TabAnchor
from trivselsdesk.ui.widgets.words_box import WordsBox


class HelpPanel(Panel):
    """Fill it with ``show_for``."""

    note_used = Signal(str)
    """A note's text, to be put into the field that is written in."""
    note_menu = Signal(str, QPoint)
    """A note's text, and where to open the menu of the fields it can go into."""

    def __init__(self) -> None:
        super().__init__("surface", "left")
        self._scroll = scroll = ScrollArea(margins=(16, 16, 16, 16), spacing=8)
        self.body.setContentsMargins(1, 0, 0, 0)
        self.body.addWidget(scroll)
        self._say = WordsBox(self.tr("Sig"), "say", "primaryTint", "primaryInk")
        self._consider = WordsBox(self.tr("Overvej"), "bulb", "warnTint", "warnInk")
        self.proposals = ProposalBox()
        scroll.body.addWidget(self.proposals)
        scroll.body.addWidget(self._say)
        scroll.body.addWidget(self._consider)
        self._notes = QWidget()
        column = QVBoxLayout(self._notes)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(hline())
        head = QHBoxLayout()
        head.setSpacing(8)
        self._sign = QLabel()
        head.addWidget(self._sign)
        head.addWidget(Label(self.tr("Sedler bag temaet"), "bodyStrong", size=15, weight=700))
        head.addStretch(1)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(7)
        column.addLayout(self._grid)
        self._tip = Label(
            self.tr("Klik på en seddel, træk den, eller højreklik og vælg et felt. Ordene bliver en kopi."),
            "caption",
            "ink3",
            wrap=True,
        )
        column.addWidget(self._tip)
        scroll.body.addWidget(self._notes)
        scroll.body.addStretch(1)
        self._anchor = TabAnchor(self._notes)
        self.notes: list[SmallNote] = []
        self._shown: list[Note] | None = None
        self._tips: list[str] = []
        self._hint = ""
        theme.notifier.changed.connect(self._recolour)
        self._recolour()

    def show_for(self, book: Book, pack: Pack, initiative: Initiative | None, phase_id: str) -> None:
        """The words of the agenda item that holds the questions, and the notes of this initiative."""
        item = next((each for each in book.agenda() if each.tool == "questions"), None)
        phase = next((each for each in pack.phases if each.id == phase_id), None)
        script = item.script.splitlines() if item else []
        self._say.set_lines([quoted(pack.fill(line)) for line in script[:2]])
        tips = item.tips.splitlines() if item else list(phase.tips) if phase else []
        self._tips = [pack.fill(line) for line in tips]
        self._show_tips()
        found = proposals(book, pack, initiative.id) if initiative else []
        actions = actions_of(book, initiative.id) if initiative else []
        self.proposals.show_proposals(found, frozenset(" ".join(each.title.split()) for each in actions))
        self._show_notes(notes_behind(book, initiative) if initiative else [], pack)

    @property
    def material(self) -> int:
        """How many notes lie ready beside the questions."""
        return len(self.notes) + len(self.proposals.rows)

    def show_material(self) -> None:
        """Bring the notes into sight: the words above them can fill the panel."""
        # Their places are known when the panel has been laid out.
        QTimer.singleShot(0, self, self._scroll_to_material)

    def _scroll_to_material(self) -> None:
        if self.notes:
            self._scroll.ensureWidgetVisible(self._notes)

    def set_hint(self, hint: str) -> None:
        """What belongs to the question that is being answered comes first."""
        self._hint = hint
        self._show_tips()

    def _show_tips(self) -> None:
        self._consider.set_lines([each for each in (self._hint, *self._tips[:3]) if each], bullets=True)

    def _show_notes(self, notes: list[Note], pack: Pack) -> None:
        notes = [each for each in notes if not each.sealed]
        self._notes.setVisible(bool(notes))
        if notes == self._shown:
            return
        self._shown = notes
        for old in self.notes:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        types = {each.id: each for each in pack.note_types}
        hint = self.tr("Sæt ordene ind i det felt, du skriver i")
        self.notes = []
        for place, note in enumerate(notes):
            kind = types.get(note.kind)
            small = SmallNote(
                note.text,
                pink=kind is not None and kind.colour == "pink",
                mark=kind.mark if kind else "",
                hint=hint,
            )
            small.used.connect(self.note_used)
            small.menu_wanted.connect(self.note_menu)
            self.notes.append(small)
            self._grid.addWidget(small, place // 2, place % 2)
        self._anchor.chain(self.notes)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _recolour(self) -> None:
        self._sign.setPixmap(icons.pixmap("theme", "ink2", 18))
