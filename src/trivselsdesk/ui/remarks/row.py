"""One remark in the opsamler's list: its words to mend, when it was written, and a menu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import format_clock
from trivselsdesk.domain.pack import RemarkKind
from trivselsdesk.domain.records import Remark
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.quiet_text import QuietText


class RemarkWords(QuietText):
    """The words. They are saved as they are mended."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class RemarkRow(QWidget):
    """Says what somebody wants done with the remark; the pane does it."""

    reworded = Signal(str, str)
    """Id of the remark and its words."""
    removed = Signal(str)
    moved = Signal(str, str)
    """Id of the remark and of the part it goes to."""
    sorted_as = Signal(str, str)
    """Id of the remark and its kind; empty for none."""
    done = Signal()

    def __init__(self, remark: Remark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = remark
        self._kinds: tuple[RemarkKind, ...] = ()
        self._parts: tuple[tuple[str, str], ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.words = RemarkWords(remark.text, name=self.tr("Note til referatet"), weight=400)
        self.facts = ElidedLabel("", "caption", "ink3")
        self.facts.setIndent(13)
        column.addWidget(self.words)
        column.addWidget(self.facts)
        row.addLayout(column, 1)
        self.more = IconButton("more", self.tr("Mere om noten"), size=18)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.menu = QMenu(self)
        self.words.edited.connect(self._on_edited)
        self.words.left.connect(self._on_left)
        self.words.done.connect(self.done)
        self.more.clicked.connect(self._open_menu)

    def show_remark(
        self, remark: Remark, kinds: Sequence[RemarkKind], parts: Sequence[tuple[str, str]]
    ) -> None:
        """Show it; ``parts`` are the ids and names of the parts that it can be moved to."""
        self._remark, self._kinds, self._parts = remark, tuple(kinds), tuple(parts)
        self.words.show_usual(remark.text)
        kind = next((each.label for each in kinds if each.id == remark.kind), "")
        self.facts.set_text(" · ".join(each for each in (clock_of(remark), kind) if each))

    def fill_menu(self) -> None:
        """Put into the menu what can be done now."""
        self.menu.clear()
        self._choice(self.menu, "edit", self.tr("Ret"))
        if self._kinds:
            kinds = self.menu.addMenu(self.tr("Skriv som"))
            for each in self._kinds:
                chosen = self._choice(kinds, f"kind:{each.id}", each.label)
                chosen.setCheckable(True)
                chosen.setChecked(each.id == self._remark.kind)
            self._choice(kinds, "kind:", self.tr("Bare en note"))
        others = [each for each in self._parts if each[0] != self._remark.slot_id]
        if others:
            parts = self.menu.addMenu(self.tr("Flyt til"))
            for slot_id, title in others:
                self._choice(parts, f"part:{slot_id}", title)
        self._choice(self.menu, "remove", self.tr("Slet"))

    def _choice(self, menu: QMenu, key: str, words: str) -> QAction:
        choice = menu.addAction(words.replace("&", "&&"))
        choice.setData(key)
        choice.triggered.connect(self._choice_made)
        return choice

    def _choice_made(self) -> None:
        choice = self.sender()
        if not isinstance(choice, QAction):
            return
        what, _, value = str(choice.data()).partition(":")
        if what == "edit":
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        elif what == "kind":
            self.sorted_as.emit(self._remark.id, value)
        elif what == "part":
            self.moved.emit(self._remark.id, value)
        else:
            self.removed.emit(self._remark.id)

    def _open_menu(self) -> None:
        self.fill_menu()
        corner = QPoint(self.more.width() - self.menu.sizeHint().width(), self.more.height())
        self.menu.popup(self.more.mapToGlobal(corner))

    def _on_edited(self, text: str) -> None:
        # Empty words on the way to others are not written: undo would have to step through them.
        if text.strip():
            self.reworded.emit(self._remark.id, " ".join(text.splitlines()).strip())

    def _on_left(self) -> None:
        if not self.words.value().strip():
            self.removed.emit(self._remark.id)


def clock_of(remark: Remark) -> str:
    """When it was written, as »13.42« local time; empty where that is not known."""
    if remark.at <= 0:
        return ""
    at = datetime.fromtimestamp(remark.at)
    return format_clock(at.hour * 60 + at.minute)
