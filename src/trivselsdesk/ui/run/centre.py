"""The middle of the meeting room: which part it is, the page's own buttons, the notes' button, the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.ui import actions
from trivselsdesk.ui.run.aid_bar import AidBar
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.tabbing import TabAnchor, stops


class Centre(QWidget):
    """Shows one page at a time, with its widgets in the line above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 4, 12, 12)
        self.column.setSpacing(10)
        # Pages and their widgets come late; without these two Tab would come to them last of all.
        self._first = TabAnchor(self)
        self._chained: list[QWidget] = []
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.caption = ElidedLabel("", "caption", "ink3")
        self.heading = ElidedLabel("", "title")
        self.caption.setFixedHeight(20)
        # High enough for Å and É above and g below: a label cuts what stands outside it.
        self.heading.setFixedHeight(36)
        words.addWidget(self.caption)
        words.addWidget(self.heading)
        head.addLayout(words, 1)
        self._widgets = QHBoxLayout()
        self._widgets.setSpacing(8)
        head.addLayout(self._widgets)
        self.remarks = Button(self.tr("Noter"), icon="pencil", small=True)
        self.remarks.setCheckable(True)
        self.remarks.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key = actions.key_words("remark")[0]
        self.remarks.setToolTip(f"{actions.text('remark')} ({key})")
        head.addWidget(self.remarks)
        self.column.addLayout(head)
        self.aids = AidBar()
        self.column.addWidget(self.aids)
        self.themes: QWidget | None = None
        self._last = TabAnchor(self)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack, 1)
        self.empty = EmptyState(
            self.tr("Drejebogen er tom"),
            self.tr("Skriv mindst ét punkt i drejebogen, så kan mødet begynde."),
            icon="list",
            button=self.tr("Ret drejebogen"),
        )
        self._stack.addWidget(self.empty)

    def add_themes(self, bar: QWidget) -> None:
        """Put the bar with the themes between the aids and the page."""
        self.themes = bar
        self.column.insertWidget(self.column.indexOf(self._stack), bar)

    @property
    def page(self) -> Page | None:
        """The page that is open, or None while the drejebog is empty."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def open(self, page: Page | None) -> None:
        """Put a page in front; the one before takes its widgets home and hands in what was typed."""
        before = self.page
        if before is page:
            return
        if before is not None:
            before.leave()
            self._undress(before)
        if page is not None and self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page or self.empty)

    def dress(self, page: Page) -> None:
        """Show the widgets that the page wants above it."""
        self._undress(page)
        for widget in page.header_widgets():
            self._widgets.addWidget(widget)
            widget.show()
        head = [*page.header_widgets(), self.remarks, self.aids]
        head += [self.themes] if self.themes is not None else []
        self._first.chain(stop for widget in head for stop in stops(widget))
        self.chain()

    def chain(self) -> None:
        """Let Tab go through the page as it is read, also where choices and rows have come since."""
        found = list(stops(self.page)) if self.page is not None else []
        if found != self._chained:
            self._chained = found
            self._last.chain(found)

    def _undress(self, page: Page) -> None:
        while self._widgets.count():
            item = self._widgets.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                # The page keeps its widgets for the next time.
                widget.hide()
                widget.setParent(page)
