"""The copy sheet: each box of the other system with its text, a button that copies it, and a tick."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.handing import MarkEntered
from trivselsdesk.domain.copying import CHANGED, EMPTY, ENTERED, CopyLine, copy_lines, digest, progress
from trivselsdesk.domain.danish import format_date
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.handin.pane import Pane
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, hline
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label

Key = tuple[str, str]
"""Initiative and field."""


class CopyPane(Pane):
    """Enter on »Kopiér« copies and leads to the next box; the tick says that it stands over there."""

    SHEET = "kopiark"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.hint = Label("", "body", "ink2", wrap=True)
        self.body.addWidget(self.hint)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
        self.rows: dict[Key, CopyRow] = {}
        self._titles: dict[str, Card] = {}

    def refresh(self) -> None:
        sheet = self.pack.copy_sheet
        if sheet is None:
            return
        self.hint.set_text(self.pack.fill(sheet.hint))
        self.hint.setVisible(bool(sheet.hint))
        lines = copy_lines(self.book, self.pack)
        sums = progress(lines)
        words = self.tr("{done} af {total} felter indtastet i {system}").format(
            done=sums.done, total=sums.total, system=self.pack.fill(sheet.system)
        )
        if sums.changed:
            words += self.tr(" · {count} ændret siden").format(count=sums.changed)
        done = bool(sums.total) and sums.done == sums.total
        self.state.show_state("changed" if sums.changed else "ready" if done else "missing", words)
        if [(each.initiative_id, each.field) for each in lines] != list(self.rows):
            self._build(lines)
        for line in lines:
            self._titles[line.initiative_id].set_title(line.initiative)
            self.rows[line.initiative_id, line.field].show_line(line, self.bridge.today())

    def _build(self, lines: list[CopyLine]) -> None:
        for card in self._titles.values():
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.rows, self._titles = {}, {}
        for line in lines:
            card = self._titles.get(line.initiative_id)
            if card is None:
                card = self._titles[line.initiative_id] = Card(line.initiative, spacing=8)
                self._cards.addWidget(card)
            else:
                card.body.addWidget(hline())
            row = CopyRow((line.initiative_id, line.field))
            row.copied.connect(self._copied)
            row.ticked.connect(self._tick)
            self.rows[row.key] = row
            card.body.addWidget(row)

    def _copied(self, key: Key) -> None:
        """Put the text on the clipboard, and lead on to the next box that has one."""
        row = self.rows[key]
        QGuiApplication.clipboard().setText(row.line.text)
        self.toast.emit("copy", self.tr("Kopieret: {label}").format(label=row.line.label))
        keys = list(self.rows)
        for each in keys[keys.index(key) + 1 :]:
            if self.rows[each].copy_button.isEnabled():
                self.rows[each].copy_button.setFocus(Qt.FocusReason.TabFocusReason)
                self.scroll.ensureWidgetVisible(self.rows[each], 20, 80)
                break

    def _tick(self, key: Key, on: bool) -> None:
        line = self.rows[key].line
        command = MarkEntered(
            programme_id=self.programme_id,
            initiative_id=line.initiative_id,
            field=line.field,
            digest=digest(line.text) if on else "",
            day=self.bridge.today(),
        )
        if not self.bridge.run(command):
            self.refresh()


class CopyRow(QWidget):
    """One box: what it is called over there, its text, how it stands."""

    copied = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.key = key
        self.line: CopyLine
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.label = Label("", "caption", "ink2", weight=600)
        self.chip = Chip("", "ok", "check")
        top.addWidget(self.label)
        top.addWidget(self.chip)
        top.addStretch(1)
        words.addLayout(top)
        self.text = Label("", "body", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(self.text)
        row.addLayout(words, 1)
        self.copy_button = Button(self.tr("Kopiér"), icon="copy")
        self.copy_button.clicked.connect(self._on_copied)
        self.box = Check(self.tr("Indtastet"))
        self.box.clicked.connect(self._on_ticked)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)

    def show_line(self, line: CopyLine, today: date) -> None:
        self.line = line
        self.label.set_text(line.label)
        self.text.set_text(line.text or self.tr("Intet skrevet endnu"))
        self.text.set_token("ink" if line.text else "ink3")
        self.copy_button.setEnabled(bool(line.text))
        self.box.setEnabled(line.state != EMPTY)
        self.box.setChecked(line.state == ENTERED)
        day = format_date(line.day, year=line.day.year != today.year) if line.day else ""
        self.chip.setVisible(line.state in (ENTERED, CHANGED))
        if line.state == ENTERED:
            self.chip.set_text(self.tr("Indtastet {day}").format(day=day))
            self.chip.set_tone("ok")
            self.chip.set_icon("check")
        elif line.state == CHANGED:
            self.chip.set_text(self.tr("Ændret siden {day}").format(day=day))
            self.chip.set_tone("warn")
            self.chip.set_icon("warn")
        where = f"{line.label}, {line.initiative}"
        self.copy_button.setAccessibleName(self.tr("Kopiér {where}").format(where=where))
        self.box.setAccessibleName(self.tr("Indtastet: {where}").format(where=where))

    def _on_copied(self) -> None:
        self.copied.emit(self.key)

    def _on_ticked(self) -> None:
        self.ticked.emit(self.key, self.box.isChecked())
