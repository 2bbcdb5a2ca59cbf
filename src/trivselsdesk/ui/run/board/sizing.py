"""How large the notes are: A− and A+, and back to what fits the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.ui.surface.layout import FONTS
from trivselsdesk.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from trivselsdesk.ui.run.board.page import BoardPage

STEP = 2
"""Pixels of type size that a press gives or takes."""


class Sizing(QWidget):
    """Two buttons for the line above the board. They work on the list too, when that is shown."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__()
        self._page = page
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        smaller, larger = Button("A−", small=True), Button("A+", small=True)
        for button, words in ((smaller, self.tr("Mindre sedler")), (larger, self.tr("Større sedler"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
            # Whoever makes the notes larger by mouse goes on writing them.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)

    def fit(self) -> None:
        """As large as fits the screen again."""
        self._page.board_view.fonts = FONTS
        self._page.view.reset_zoom()
        self._page.refresh()

    def _smaller(self) -> None:
        self._change(-STEP)

    def _larger(self) -> None:
        self._change(STEP)

    def _change(self, by: int) -> None:
        page = self._page
        if page.view is page.list_view:
            (page.list_view.zoom_in if by > 0 else page.list_view.zoom_out)()
            return
        size = max(FONTS[-1], min(FONTS[0], page.board_view.laid.font + by))
        page.board_view.fonts = (size,)
        page.refresh()
