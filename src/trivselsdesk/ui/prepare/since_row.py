"""One thing of the last round: what it was, how far it came, and the choice that is to be made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.cycle import BOARD, LEFT, PLAN, Thing, answer_words, carried_words, progress
from trivselsdesk.ui.prepare.marks import Clamped, Icon, Meta
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.row_list import ListRow

_NAMED = 80
"""Characters of a thing in the names of its buttons."""


class SinceRow(ListRow):
    chosen = Signal(str, str)
    """Its id and what was decided: ``board plan left back``."""

    def __init__(self, carried_id: str) -> None:
        super().__init__(carried_id)
        self.body.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(6)
        self._icon = Icon("flag", "ink2", 18)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.words = Clamped("body", "ink", lines=3)
        self.facts = Clamped("caption", "ink2", lines=4, line_height=18)
        self.decided = Meta()
        words.addWidget(self.words)
        words.addWidget(self.facts)
        words.addWidget(self.decided, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, spacing=4, line_spacing=0)
        self.take = Button(self.tr("Tag med"), "link", "plus", small=True, icon_after="chev-d")
        self.board = Button(self.tr("På tavlen"), "link", "note", small=True)
        self.leave = Button(self.tr("Lad ligge"), "link", small=True)
        self.back = Button(self.tr("Vælg om"), "link", "undo", small=True)
        self.take.clicked.connect(self._show_menu)
        self.board.clicked.connect(self._to_board)
        self.leave.clicked.connect(self._leave)
        self.back.clicked.connect(self._back)
        for button in (self.take, self.board, self.leave, self.back):
            flow.addWidget(button)
        self.body.addWidget(self._buttons)

    def show_thing(self, each: Thing) -> None:
        name, done = carried_words(each), each.carried.done
        self.words.show_text(name)
        icon, token = self._sign(each)
        self._icon.show_icon(icon, token)
        facts = self._facts(each)
        self.facts.show_text(facts)
        self.facts.setVisible(bool(facts))
        says = {
            BOARD: self.tr("Hænger på tavlen"),
            PLAN: self.tr("Er på handleplanen"),
            LEFT: self.tr("Ladt ligge"),
        }.get(each.choice, self.tr("Gjort") if done and each.carried.what == "initiative" else "")
        self.decided.show_words("check", says, "ink2" if each.choice == LEFT else "okInk", bold=True)
        ways = each.ways if each.open else ()
        for button, shown, pattern in (
            (self.take, PLAN in ways, self.tr("Tag med: {name}")),
            (self.board, BOARD in ways and PLAN not in ways, self.tr("Hæng op på tavlen: {name}")),
            (self.leave, LEFT in ways, self.tr("Lad ligge: {name}")),
            (self.back, each.choice == LEFT, self.tr("Vælg om: {name}")),
        ):
            button.setVisible(shown)
            button.setAccessibleName(pattern.format(name=name[:_NAMED]))
        self._buttons.setVisible(bool(ways) or each.choice == LEFT)

    def menu(self) -> QMenu:
        """The ways to take it along, where there are several."""
        menu = QMenu(self)
        menu.addAction(icons.icon("flag"), self.tr("På handleplanen, med det, der mangler"), self._to_plan)
        menu.addAction(icons.icon("note"), self.tr("På tavlen, som en seddel"), self._to_board)
        return menu

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.take.mapToGlobal(self.take.rect().bottomLeft()))

    def _sign(self, each: Thing) -> tuple[str, str]:
        if each.carried.always_act:
            return "must", "must"
        if each.carried.done:
            return "check", "okInk"
        signs = {"initiative": "flag", "theme": "theme", "lift": "arrow-u"}
        return signs.get(each.carried.what, "park" if each.carried.parked else "note"), "ink2"

    def _facts(self, each: Thing) -> str:
        if each.carried.what == "lift":
            return " · ".join(words for words in (each.carried.target, answer_words(each)) if words)
        facts = [progress(each)]
        if each.carried.always_act:
            facts.append(self.tr("kræver altid handling"))
        if each.carried.what == "theme":
            facts += ["; ".join(" ".join(part.text.split()) for part in each.parts)]
        return " · ".join(words for words in facts if words)

    def _to_plan(self) -> None:
        self.chosen.emit(self.record_id, PLAN)

    def _to_board(self) -> None:
        self.chosen.emit(self.record_id, BOARD)

    def _leave(self) -> None:
        self.chosen.emit(self.record_id, LEFT)

    def _back(self) -> None:
        self.chosen.emit(self.record_id, "back")
