"""The opsamler's notes beside the board: those written so far, part by part, and a line for the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.remarks import WriteRemark
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Remark, new_id
from trivselsdesk.domain.remarks import RemarkPart, remark_parts
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.remarks.entry import RemarkEntry
from trivselsdesk.ui.remarks.row import RemarkRow
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Panel, ScrollArea, hline
from trivselsdesk.ui.widgets.labels import Label

_KIND_KEY = "remark_kind"
_MOST_SIGNS = 40


class RemarkPane(Panel):
    """Stands in a side panel. It never reaches the wall."""

    closed = Signal()
    minutes_wanted = Signal()
    undo_toast = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._bridge = bridge
        self._work = Clockwork(bridge)
        self._programme_id = ""
        self._begun: tuple[str, float] | None = None
        """Part and moment at which the half-written note was begun."""
        self._rows: dict[str, RemarkRow] = {}
        self._laid: list[tuple[str, tuple[str, ...]]] = []
        self._heads: list[Label] = []
        self.body.addLayout(self._make_head())
        self._area = ScrollArea(margins=(6, 0, 6, 8), spacing=2)
        self._none = Label(
            self.tr("Skriv pointer, aftaler og næste skridt undervejs. Det kommer med i referatet."),
            "body",
            "ink2",
            wrap=True,
        )
        self._none.setContentsMargins(10, 0, 10, 0)
        self._area.body.addWidget(self._none)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._area.body.addLayout(self._list)
        self._area.body.addStretch(1)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(hline())
        self.entry = RemarkEntry()
        self.body.addWidget(self.entry)
        self.entry.written.connect(self._write)
        self.entry.begun.connect(self._begin)
        self.entry.drafted.connect(self._keep_draft)
        self.entry.escaped.connect(self.closed)
        self.entry.kinds.edited.connect(self._keep_kind)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(0)
        self._reveal.timeout.connect(self._show_newest)
        self._newest = ""
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 6, 2)
        head.setSpacing(8)
        self._sign = QLabel()
        head.addWidget(self._sign)
        head.addWidget(Label(self.tr("Noter til referatet"), "bodyStrong", size=15, weight=700), 1)
        self.minutes_button = IconButton("file", self.tr("Se referatet"), size=18)
        self.minutes_button.clicked.connect(self.minutes_wanted)
        self.close_button = IconButton("x", self.tr("Læg noterne væk (Esc)"), size=18)
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.minutes_button)
        head.addWidget(self.close_button)
        return head

    # Showing

    @property
    def book(self) -> Book:
        """The records of the programme. Read only."""
        return self._bridge.book(self._programme_id)

    @property
    def pack(self) -> Pack:
        """The process of the programme."""
        return self._bridge.pack(self._programme_id)

    def open(self, programme_id: str) -> None:
        """Show this programme's notes, and what was half written."""
        self._work.open(programme_id)
        if programme_id != self._programme_id:
            self._programme_id = programme_id
            self.entry.field.setPlainText(self._bridge.setting(self._draft_key()))
            self.entry.field.flush()
            self._begun = None
            self.entry.show_kinds(self.pack.remark_kinds, self._bridge.setting(_KIND_KEY))
        self.refresh()

    def refresh(self) -> None:
        """Draw everything from the book."""
        if not self._programme_id:
            return
        book, pack = self.book, self.pack
        parts = remark_parts(book, book.meeting)
        laid = [(each.slot_id, tuple(remark.id for remark in each.remarks)) for each in parts]
        if laid != self._laid:
            self._lay_out(parts)
            self._laid = laid
        choices = [(slot.id, self._name(slot)) for slot in self._work.slots()]
        for each, head in zip(parts, self._heads, strict=True):
            head.set_text(self._title(each))
            for remark in each.remarks:
                self._rows[remark.id].show_remark(remark, pack.remark_kinds, choices)
        self._none.setVisible(not parts)
        slot = self._part()
        name = self._name(slot) if slot else ""
        self.entry.part.set_text(self.tr("Til »{part}«").format(part=name) if name else "")

    def focus_entry(self) -> None:
        """Put the cursor where the next note is written."""
        self.entry.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rows(self) -> list[RemarkRow]:
        """The notes, from the top down."""
        return [self._rows[key] for _, ids in self._laid for key in ids]

    def headings(self) -> list[str]:
        """The parts that have notes, from the top down."""
        return [each.text() for each in self._heads]

    def _lay_out(self, parts: list[RemarkPart]) -> None:
        while self._list.count():
            self._list.takeAt(0)
        for head in self._heads:
            head.hide()
            head.deleteLater()
        self._heads = []
        wanted = {remark.id: remark for each in parts for remark in each.remarks}
        for key in [key for key in self._rows if key not in wanted]:
            gone = self._rows.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, remark in wanted.items():
            if key not in self._rows:
                self._rows[key] = self._make_row(remark)
        for each in parts:
            head = Label("", "caption", "ink2", weight=700, wrap=True)
            head.setIndent(13)
            self._heads.append(head)
            self._list.addWidget(head)
            for remark in each.remarks:
                self._list.addWidget(self._rows[remark.id])
                self._rows[remark.id].show()

    def _make_row(self, remark: Remark) -> RemarkRow:
        row = RemarkRow(remark)
        row.reworded.connect(self._reword)
        row.removed.connect(self._remove)
        row.moved.connect(self._move)
        row.sorted_as.connect(self._sort)
        row.done.connect(self.focus_entry)
        return row

    def _title(self, each: RemarkPart) -> str:
        if each.item is None:
            return self.tr("Uden punkt")
        names = [each.item.title, each.step.title if each.step else ""]
        return " · ".join(part.fill(self.book, self.pack, name) for name in names if name)

    def _name(self, slot: Slot) -> str:
        return part.fill(self.book, self.pack, slot.title)

    def _part(self) -> Slot | None:
        """Where the next note belongs: the part in which it was begun, else the one under way."""
        if self._begun is not None:
            begun = next((each for each in self._work.slots() if each.id == self._begun[0]), None)
            if begun is not None:
                return begun
        return self._work.shown()

    def _show_newest(self) -> None:
        row = self._rows.get(self._newest)
        if row is not None:
            self._area.ensureWidgetVisible(row, 0, 12)

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap("pencil", "ink2", 18))

    # Writing

    def _begin(self) -> None:
        slot = self._work.shown()
        self._begun = (slot.id if slot else "", self._bridge.seconds())

    def _write(self) -> None:
        text = self.entry.text()
        if not text:
            return
        slot = self._part()
        remark = Remark(
            id=new_id(),
            programme_id=self._programme_id,
            meeting_id=self.book.meeting.id,
            slot_id=slot.id if slot else "",
            at=self._begun[1] if self._begun else self._bridge.seconds(),
            text=text,
            kind=self.entry.kinds.value() if self.pack.remark_kinds else "",
        )
        if self._bridge.run(WriteRemark(programme_id=self._programme_id, remark=remark)):
            self._begun = None
            self.entry.clear()
            self.refresh()
            self._newest = remark.id
            self._reveal.start()
        self.entry.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reword(self, remark_id: str, text: str) -> None:
        self._edit(remark_id, text=text)

    def _move(self, remark_id: str, slot_id: str) -> None:
        self._edit(remark_id, slot_id=slot_id)
        self._newest = remark_id
        self._reveal.start()

    def _sort(self, remark_id: str, kind: str) -> None:
        self._edit(remark_id, kind=kind)

    def _edit(self, remark_id: str, **values: str) -> None:
        remark = self.book.find(Remark, remark_id)
        if remark is not None and any(getattr(remark, name) != value for name, value in values.items()):
            self._bridge.run(
                EditFields(programme_id=self._programme_id, kind=Remark, id=remark_id, values=values)
            )

    def _remove(self, remark_id: str) -> None:
        remark = self.book.find(Remark, remark_id)
        if remark is None:
            return
        command = RemoveRow(programme_id=self._programme_id, kind=Remark, id=remark_id)
        if self._bridge.run(command):
            words = shortened(remark.text, _MOST_SIGNS)
            self.undo_toast.emit("trash", self.tr("Slettet: »{words}«").format(words=words))

    def _keep_draft(self, text: str) -> None:
        if self._programme_id:
            self._bridge.remember(self._draft_key(), text)

    def _keep_kind(self, kind: str) -> None:
        self._bridge.remember(_KIND_KEY, kind)
        self.entry.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft_key(self) -> str:
        return f"remark_draft:{self._programme_id}"
