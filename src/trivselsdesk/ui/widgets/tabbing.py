"""The order of Tab where rows come and go: by an anchor that stands in their place, or as things are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

from trivselsdesk.ui.widgets.row_list import RowList


class TabAnchor(QWidget):
    """Takes no room and no Tab. Make it where the rows will be, and call ``chain`` when they change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(0, 0)
        # Qt refuses to order after a widget that cannot have the focus at all.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def chain(self, widgets: Iterable[QWidget]) -> None:
        """Let Tab go through these, in this order, from here on."""
        before: QWidget = self
        for widget in widgets:
            QWidget.setTabOrder(before, widget)
            before = widget


def mend(root: QWidget) -> None:
    """Chain everything below ``root`` that Tab stops at. Children count as made in reading order."""
    before: QWidget | None = None
    for widget in stops(root):
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything from ``widget`` on that Tab stops at, as it was made."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, (QComboBox, QAbstractSpinBox)):
        return
    children = widget.rows() if isinstance(widget, RowList) else widget.children()
    for child in children:
        if isinstance(child, QWidget) and not child.isWindow():
            yield from stops(child)
