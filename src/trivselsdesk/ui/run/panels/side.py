"""The right panel: clock, what the page adds, what to say and consider or the opsamler's notes, roles."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.panel import ClockPanel
from trivselsdesk.ui.remarks.pane import RemarkPane
from trivselsdesk.ui.run.panels.roles import Roles
from trivselsdesk.ui.run.panels.words import Words
from trivselsdesk.ui.widgets.card import Panel, ScrollArea, hline


class SidePanel(Panel):
    """The clock stands still at the top and the roles at the foot; what is between them scrolls."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("surface", "left", parent=parent)
        self.body.setContentsMargins(1, 0, 0, 0)
        self.clock = ClockPanel()
        self.body.addWidget(self.clock)
        self.body.addWidget(hline())
        self._area = ScrollArea()
        self._holder = QWidget()
        self._place = QVBoxLayout(self._holder)
        self._place.setContentsMargins(16, 12, 16, 12)
        self._line = hline()
        self._area.body.addWidget(self._holder)
        self._area.body.addWidget(self._line)
        self.words = Words()
        self._area.body.addWidget(self.words)
        self._area.body.addStretch(1)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._area)
        self.remarks = RemarkPane(bridge)
        self._middle.addWidget(self.remarks)
        self.body.addWidget(self._middle, 1)
        self.roles = Roles()
        self.body.addWidget(self.roles)
        self._added: QWidget | None = None
        self.set_widget(None, None)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().size("panelRight"), 600)

    def set_widget(self, widget: QWidget | None, owner: QWidget | None) -> None:
        """Show a page's own widget below the clock; the one before goes back to its page, ``owner``."""
        if self._added is not None and self._added is not widget:
            self._place.removeWidget(self._added)
            self._added.hide()
            self._added.setParent(owner)
        self._added = widget
        if widget is not None:
            self._place.addWidget(widget)
            widget.show()
        self._holder.setVisible(widget is not None)
        self._line.setVisible(widget is not None)

    def shows_remarks(self) -> bool:
        """Whether the opsamler's notes stand in the place of what to say and consider."""
        return self._middle.currentWidget() is self.remarks

    def show_remarks(self, shown: bool) -> None:
        """The opsamler's notes, or what to say and consider."""
        self._middle.setCurrentWidget(self.remarks if shown else self._area)

    def to_top(self) -> None:
        """Show the beginning of what scrolls."""
        self._area.verticalScrollBar().setValue(0)
