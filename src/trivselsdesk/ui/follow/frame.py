"""How the pages of the follow room stand: their columns side by side, and the headline over a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from trivselsdesk.ui.widgets.labels import ElidedLabel, Label


def side_by_side(page: QWidget) -> QHBoxLayout:
    """The columns of a page. What they hold decides no width of the window."""
    row = QHBoxLayout(page)
    row.setContentsMargins(24, 14, 24, 20)
    row.setSpacing(24)
    row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    return row


def headline(title: str, below: Label, *beside: QWidget) -> QHBoxLayout:
    """The title of a page with a line below it, and at its right end what belongs to the whole page."""
    top = QHBoxLayout()
    top.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(ElidedLabel(title, "display"))
    words.addWidget(below)
    top.addLayout(words, 1)
    for widget in beside:
        top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return top
