"""What works becomes an initiative from the menu of its card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.plan import active_initiatives, is_strength
from trivselsdesk.domain.records import Theme
from trivselsdesk.ui.run.board.page import BoardPage

LINE = "Lav et tiltag på det, der virker"


def test_the_menu_makes_an_initiative_of_what_works(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    desk = example_desk(tmp_path, "board")
    pack = desk.bridge.pack(desk.programme_id)
    page = BoardPage(desk.bridge)
    qtbot.addWidget(page)
    desk.bridge.changed.connect(page.take)
    slot = slots(desk.book, desk.book.meeting)[2]
    page.show_slot(desk.programme_id, slot, Tool(kind="board", params={"board": pack.boards[0].id}))
    said: list[str] = []
    page.undo_toast.connect(lambda _icon, words: said.append(words))

    def line_for(zone: str) -> tuple[str, QMenu]:
        card = desk.book.ranked(Theme, lambda each: each.zone == zone and not each.chosen)[0]
        menu = QMenu(page)
        page.menus._add_strength(menu, card.id)
        return card.id, menu

    assert line_for("mindre")[1].isEmpty()
    good, menu = line_for("godt")
    [line] = menu.actions()
    assert line.text() == LINE
    before = len(active_initiatives(desk.book))
    page.menus._does[line]()
    made = [each for each in active_initiatives(desk.book) if each.card_id == good]
    assert len(active_initiatives(desk.book)) == before + 1 and is_strength(desk.book, pack, made[0])
    assert said[-1].startswith("På handleplanen: »")
    again = QMenu(page)
    page.menus._add_strength(again, good)
    assert again.isEmpty(), "it is on the handleplan"
    desk.undo()
    assert len(active_initiatives(desk.book)) == before
    desk.bridge.store.close()
