"""The order of Tab where rows come and go: they follow an anchor that stands in their place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
