"""The way that Tab goes through the room: as things are read, also after rows have been moved."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

from trivselsdesk.ui.widgets.row_list import RowList


def mend(root: QWidget) -> None:
    """Chain everything below ``root`` that Tab stops at. Children count as made in reading order."""
    before: QWidget | None = None
    for widget in _stops(root):
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, (QComboBox, QAbstractSpinBox)):
        return
    children = widget.rows() if isinstance(widget, RowList) else widget.children()
    for child in children:
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)
