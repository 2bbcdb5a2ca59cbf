"""The ground rules: numbered to read, with a field each to write."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.records import Rule, new_id
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.quiet_text import QuietText
from trivselsdesk.ui.widgets.row_list import ListRow, RowList


class RulesCard(SideCard):
    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Spilleregler"), editor, self.tr("Ret spillereglerne"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.view_column.addLayout(self._lines)
        self._shown: list[_RuleLine] = []
        self.empty = Label(self.tr("Ingen spilleregler endnu."), "body", "ink2", size=15)
        self.view_column.addWidget(self.empty)
        self.start = Button(self.tr("Skriv den første"), "tint", "plus", small=True)
        self.start.clicked.connect(self._write_first)
        self.view_column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)

    def build_form(self) -> None:
        self.list = RowList(spacing=2)
        self.list.moved.connect(self._move)
        self.list.rearranged.connect(self.restructured)
        self.form_column.setContentsMargins(5, 0, 5, 10)
        self.form_column.addWidget(self.list)
        self.add = Button(self.tr("Tilføj regel"), "link", "plus", small=True)
        self.add.clicked.connect(self._add_last)
        self.form_column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def focus_form(self) -> None:
        rows = self.list.rows()
        if rows and isinstance(rows[0], _RuleRow):
            rows[0].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        rules = self.editor.book.ranked(Rule)
        self.empty.setVisible(not rules)
        self.start.setVisible(not rules)
        while len(self._shown) < len(rules):
            line = _RuleLine(len(self._shown) + 1)
            self._shown.append(line)
            self._lines.addWidget(line)
        for place, line in enumerate(self._shown):
            line.setVisible(place < len(rules))
            if place < len(rules):
                line.words.show_text(self.editor.fill(rules[place].text))
        if self.editing():
            self.list.sync([rule.id for rule in rules], self._make)
            for number, rule in enumerate(rules, start=1):
                row = self.list.row(rule.id)
                if isinstance(row, _RuleRow):
                    row.show_rule(rule, number)

    def add_rule(self, index: int | None = None) -> None:
        """A new rule, the cursor in it."""
        rule = Rule(id=new_id(), programme_id=self.editor.programme_id, text="")
        if self.editor.add(rule, index):
            self.set_editing(True)
            row = self.list.row(rule.id)
            if isinstance(row, _RuleRow):
                row.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, rule_id: str) -> ListRow:
        row = _RuleRow(rule_id, self.editor)
        row.entered.connect(self._below)
        return row

    def _below(self, rule_id: str) -> None:
        self.add_rule(self.list.ids().index(rule_id) + 1)

    def _add_last(self) -> None:
        self.add_rule()

    def _write_first(self) -> None:
        self.add_rule()

    def _move(self, rule_id: str, index: int) -> None:
        self.editor.move(Rule, rule_id, index)


class _RuleLine(QWidget):
    """A rule to read."""

    def __init__(self, number: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = Clamped("bodyStrong", "primaryInk", lines=1, weight=700)
        mark.setFixedWidth(16)
        mark.show_text(f"{number}.")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Clamped("body", lines=6)
        row.addWidget(self.words, 1)


class _RuleRow(ListRow):
    """A rule to write. Enter makes the next one."""

    entered = Signal(str)

    def __init__(self, rule_id: str, editor: Editor) -> None:
        super().__init__(rule_id, Grip(16))
        self._editor = editor
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        assert self.grip is not None
        row.addWidget(self.grip)
        self.number = Label("", "bodyStrong", "primaryInk", weight=700)
        self.number.setFixedWidth(20)
        row.addWidget(self.number)
        self.text = QuietText(placeholder=self.tr("Skriv en regel"), name=self.tr("Spilleregel"), weight=400)
        self.text.edited.connect(self._set_text)
        self.text.done.connect(self._enter)
        row.addWidget(self.text, 1)
        self.trash = IconButton("trash", self.tr("Slet reglen"), size=18, side=36)
        self.trash.clicked.connect(self._remove)
        row.addWidget(self.trash)
        self.watch(self.text)
        self.watch(self.trash)
        self.body.addWidget(line)

    def show_rule(self, rule: Rule, number: int) -> None:
        self.number.set_text(f"{number}.")
        self.text.set_value(rule.text)

    def _enter(self) -> None:
        self.entered.emit(self.record_id)

    def _set_text(self, value: str) -> None:
        self._editor.edit(Rule, self.record_id, text=value)

    def _remove(self) -> None:
        rule = self._editor.book.find(Rule, self.record_id)
        self._editor.remove(Rule, self.record_id, rule.text if rule else "")
