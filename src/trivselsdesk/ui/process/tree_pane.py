"""The process as a tree that can be searched, to the left of what is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import shortened
from trivselsdesk.packs.places import Node, Path
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import Label

_ROW = 40
_LONGEST = 60
_PATH = Qt.ItemDataRole.UserRole


class TreePane(QWidget):
    """``chosen`` carries the path of a part."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.search = LineField("", self.tr("Søg i processens tekster"), name=self.tr("Søg"))
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._turn_to_found)
        column.addWidget(self.search)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Processens dele"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(18)
        self.tree.setAnimated(False)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setTabKeyNavigation(False)
        self.tree.currentItemChanged.connect(self._on_current)
        column.addWidget(self.tree, 1)
        self.none = Label(self.tr("Ingen tekster passer. Søg efter et andet ord."), "body", "ink2", wrap=True)
        self.none.hide()
        column.addWidget(self.none)
        self._items: dict[Path, QTreeWidgetItem] = {}
        self._words: dict[Path, str] = {}
        self._shape: object = None
        self._setting = False
        theme.notifier.changed.connect(self._recolour)

    def show_tree(
        self, nodes: Sequence[Node], fill: Callable[[str], str], is_own: Callable[[Node], bool]
    ) -> None:
        """Show this; what is open, chosen and searched for stays."""
        shape = [each.path for top in nodes for each in top.all()]
        self._setting = True
        if shape != self._shape:
            self._shape = shape
            current = self.current()
            opened = {path for path, item in self._items.items() if item.isExpanded()}
            self.tree.clear()
            self._items, self._words = {}, {}
            for each in nodes:
                self._add(each, None)
            for path, item in self._items.items():
                item.setExpanded(path in opened)
            if current in self._items:
                self.tree.setCurrentItem(self._items[current])
        for top in nodes:
            for each in top.all():
                self._fill_in(each, fill, is_own(each))
        self._setting = False
        self._find(self.search.text())

    def choose(self, path: Path) -> None:
        """Turn to a part, and open what it stands in."""
        item = self._items.get(path)
        if item is not None:
            self.tree.setCurrentItem(item)
            self.tree.scrollToItem(item)

    def open_part(self, path: Path) -> None:
        """Turn to a part from beside the list, which is where the keyboard goes: what was pressed is gone."""
        self.choose(path)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Path:
        """The path of the part that is chosen; empty for none."""
        item = self.tree.currentItem()
        return item.data(0, _PATH) if item is not None else ()

    def _add(self, node: Node, above: QTreeWidgetItem | None) -> None:
        item = QTreeWidgetItem()
        item.setData(0, _PATH, node.path)
        item.setSizeHint(0, QSize(0, _ROW))
        if above is None:
            self.tree.addTopLevelItem(item)
        else:
            above.addChild(item)
        self._items[node.path] = item
        for each in node.children:
            self._add(each, item)

    def _fill_in(self, node: Node, fill: Callable[[str], str], own: bool) -> None:
        item, title = self._items[node.path], fill(node.title)
        mark = " •" if own else ""
        item.setText(0, shortened(title, _LONGEST) + mark)
        item.setToolTip(0, self.tr("{title} – I har egne ord her").format(title=title) if own else title)
        font = QFont(theme.current().font("bodyStrong" if own or item.parent() is None else "body"))
        item.setFont(0, font)
        item.setForeground(0, QColor(theme.current().hex("primaryInk" if own else "ink")))
        values = (
            " ".join(each.value) if isinstance(each.value, tuple) else str(each.value) for each in node.places
        )
        self._words[node.path] = " ".join(
            [title, *(each.label for each in node.places), *map(str, values)]
        ).casefold()

    def _find(self, text: str) -> None:
        wanted = text.strip().casefold()
        found = {path for path, words in self._words.items() if wanted in words}
        shown = {path for each in found for path in self._above(each)} if wanted else set(self._items)
        if wanted and self.current() in self._items:
            # What somebody is changing stays, also when it is no longer what was searched for.
            shown |= set(self._above(self.current()))
        for path, item in self._items.items():
            item.setHidden(path not in shown)
            if wanted and path in shown:
                item.setExpanded(True)
        self.none.setVisible(bool(wanted) and not found)

    def _turn_to_found(self) -> None:
        """Enter in the search line: to the first that was found, not to what it stands in."""
        wanted = self.search.text().strip().casefold()
        found = [path for path, words in self._words.items() if wanted and wanted in words]
        if found:
            self.choose(found[0])
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _above(self, path: Path) -> list[Path]:
        item, found = self._items[path], [path]
        while (parent := item.parent()) is not None:
            item = parent
            found.append(item.data(0, _PATH))
        return found

    def _on_current(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        if item is not None and not self._setting:
            self.chosen.emit(item.data(0, _PATH))

    def _recolour(self) -> None:
        self._shape = None
