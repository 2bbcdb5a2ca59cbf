"""The columns of the drejebog: one set of widths for its heading and its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

GRIP, START, MINUTES, SPEAKER, MATERIALS, CHEVRON = 28, 52, 66, 114, 132, 36
GAP = 10
WIDTHS = (GRIP, START, MINUTES, 0, SPEAKER, MATERIALS, CHEVRON)
"""Pixels from the left; 0 takes what is left."""
TITLE_COLUMN, MATERIALS_COLUMN = 3, 5
NARROW = 660
"""Below this width of the table the materials are only shown in an open row."""


def lay(host: QWidget, cells: Sequence[QWidget | None], *, around: int = 0) -> QGridLayout:
    """Put one line of cells into ``host``, with ``around`` pixels above and below."""
    grid = QGridLayout(host)
    grid.setContentsMargins(8, around, 8, around)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(0)
    for column, cell in enumerate(cells):
        # An empty cell needs a widget too: a grid leaves out the gap beside a column with nothing in it.
        grid.addWidget(cell or QWidget(), 0, column, Qt.AlignmentFlag.AlignVCenter)
    grid.setColumnStretch(TITLE_COLUMN, 1)
    set_narrow(grid, False)
    return grid


def set_bar(grid: QGridLayout, width: int) -> None:
    """Leave room at the right for the scroll bar that the rows have and the heading has not."""
    grid.setContentsMargins(8, 0, 8 + width, 0)


def set_narrow(grid: QGridLayout, narrow: bool) -> None:
    """With or without the column of materials."""
    for column, width in enumerate(WIDTHS):
        shown = not (narrow and column == MATERIALS_COLUMN)
        grid.setColumnMinimumWidth(column, width if shown else 0)
        item = grid.itemAtPosition(0, column)
        widget = item.widget() if item is not None else None
        if widget is not None and width:
            widget.setFixedWidth(width)
            if column == MATERIALS_COLUMN:
                widget.setVisible(shown)
