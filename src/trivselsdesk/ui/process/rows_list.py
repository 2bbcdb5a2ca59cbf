"""The rows of a list, such as questions or zones: opened, put in another order, added to and taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.packs.places import Node, Rows, addable
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import ListRow, RowList


class RowsList(QWidget):
    """What stands below a part. With ``Rows`` its lines can be moved, added and taken out."""

    opened = Signal(object)
    """The path of the part that somebody wants to see."""
    moved = Signal(str, int)
    removed = Signal(str)
    add_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: dict[str, tuple[str, ...]] = {}
        self._loose = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.list = RowList(spacing=4)
        self.list.moved.connect(self.moved)
        column.addWidget(self.list)
        foot = QHBoxLayout()
        self.add = Button(self.tr("Tilføj"), "plain", "plus", small=True)
        self.add.clicked.connect(self.add_wanted)
        foot.addWidget(self.add)
        self.back = Button(self.tr("Tilbage til pakkens linjer"), "link", "undo", small=True)
        self.back.clicked.connect(self.reset_wanted)
        foot.addWidget(self.back)
        foot.addStretch(1)
        column.addLayout(foot)
        self.fixed = Label(
            self.tr(
                "De her hører til processens ramme: ordene kan ændres, men ingen kommer til eller går ud."
            ),
            "caption",
            "ink3",
            wrap=True,
        )
        column.addWidget(self.fixed)

    def show_rows(
        self, nodes: Sequence[Node], rows: Rows | None, own: bool, fill: Callable[[str], str]
    ) -> None:
        """Show these parts."""
        loose = rows is not None and not rows.fixed
        if loose != self._loose:
            self.list.sync([], self._make)
        self._loose = loose
        self._paths = {_key(each, rows): each.path for each in nodes}
        self.list.sync(list(self._paths), self._make)
        for each in nodes:
            row = self.list.row(_key(each, rows))
            if isinstance(row, _Row):
                row.show_title(fill(each.title), _count(each))
        self.add.setVisible(loose and rows is not None and addable(rows.cls) and len(rows.ids) < rows.most)
        self.back.setVisible(loose and own)
        self.fixed.setVisible(rows is not None and rows.fixed and bool(nodes))

    def _make(self, key: str) -> ListRow:
        row = _Row(key, loose=self._loose)
        row.opened.connect(self._open)
        row.gone.connect(self.removed)
        return row

    def _open(self, key: str) -> None:
        self.opened.emit(self._paths[key])


class _Row(ListRow):
    """A part by its name."""

    opened = Signal(str)
    gone = Signal(str)

    def __init__(self, key: str, *, loose: bool) -> None:
        super().__init__(key, Grip(16) if loose else None, fill="canvas")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        if self.grip is not None:
            row.addWidget(self.grip)
        self.button = Button("", "plain", icon_after="chev-r", align="left")
        self.button.clicked.connect(self._open)
        row.addWidget(self.button, 1)
        self.watch(self.button)
        if loose:
            self.trash = IconButton("trash", self.tr("Tag ud"), size=18, side=40)
            self.trash.clicked.connect(self._gone)
            row.addWidget(self.trash)
            self.watch(self.trash)
        self.body.addWidget(line)

    def show_title(self, title: str, hint: str) -> None:
        """The name of the part."""
        self.button.setText(title)
        self.button.set_hint(hint)

    def _open(self) -> None:
        self.opened.emit(self.record_id)

    def _gone(self) -> None:
        self.gone.emit(self.record_id)


def _key(node: Node, rows: Rows | None) -> str:
    return node.path[-1] if rows is not None else ".".join(node.path)


def _count(node: Node) -> str:
    below = len(node.children)
    return str(below) if node.rows is not None and below else ""
