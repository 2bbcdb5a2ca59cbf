"""What else can be done on the board: the menu behind »Mere«."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu

from trivselsdesk.ui import actions
from trivselsdesk.ui.intake import bring

if TYPE_CHECKING:
    from trivselsdesk.ui.run.board.page import BoardPage


def open_more(page: BoardPage, point: QPoint) -> None:
    """Show the menu, and do what is chosen."""
    menu = QMenu(page)
    as_list = _tr("Vis som liste") if page.view is page.board_view else _tr("Vis som tavle")
    does: list[tuple[str, str, Callable[[], object]]] = [
        (as_list, "list_view", page.swap_view),
        (actions.text("find"), "find", page.find_bar.open),
        (actions.text("type_in"), "type_in", page.type_in),
        (actions.text("take_in"), "take_in", page.take_in),
        (actions.text("select_all"), "select_all", page.choose_all),
        (_tr("Tilpas sedlerne til skærmen"), "zoom_fit", page.sizing.fit),
    ]
    if bring.start_notes_left(page.bridge, page.programme_id, page.board) != (0, 0):
        does.insert(3, (actions.text("start_notes"), "start_notes", page.hang_start_notes))
    lines = {menu.addAction(f"{words}\t{actions.key_words(key)[0]}"): slot for words, key, slot in does}
    chosen = menu.exec(point)
    if chosen is not None:
        lines[chosen]()
    menu.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("BoardMore", text)
