"""The room where a programme's process gets the unit's own words: a tree to the left, fields to the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.packs.places import Node, Path, Place
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.own_folder import choose_folder, open_own_folder
from trivselsdesk.ui.process.edition import EditionBar
from trivselsdesk.ui.process.field_row import FieldRow
from trivselsdesk.ui.process.rows_list import RowsList
from trivselsdesk.ui.process.saving import save_as_own
from trivselsdesk.ui.process.texts import Texts
from trivselsdesk.ui.process.tree_pane import TreePane
from trivselsdesk.ui.room import Room
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.dialog import TextPrompt
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.tabbing import mend

_WIDEST = 860
_DOCUMENT = "drejebog"


class ProcessRoom(Room):
    """Every change holds at once, here and on the wall and on paper, and can be undone."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.texts = Texts(bridge)
        self.path: Path = ()
        self.fields: dict[str, FieldRow] = {}
        self._unsaved: dict[str, tuple[Any, str]] = {}
        """What is written and cannot stand, and why: it waits in its field."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 14, 20, 14)
        outer.setSpacing(12)
        self.edition = EditionBar(self.texts)
        self.edition.undo_toast.connect(self.undo_toast)
        outer.addWidget(self.edition)
        row = QHBoxLayout()
        row.setSpacing(20)
        outer.addLayout(row, 1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        self.tree = TreePane()
        self.tree.chosen.connect(self.open_part)
        left.addWidget(self.tree, 1)
        self.save = Button(self.tr("Gem som egen proces …"), icon="folder")
        self.save.clicked.connect(self._save)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save, 1)
        self.more = IconButton("more", self.tr("Mere"), ghost=False)
        self.more.clicked.connect(self._open_menu)
        foot.addWidget(self.more)
        left.addLayout(foot)
        self.menu = QMenu(self.more)
        self.menu.addAction(self.tr("Gem processen i en anden mappe …"), self._save_elsewhere)
        self.menu.addAction(self.tr("Åbn mappen med egne processer"), self._open_folder)
        row.addWidget(self._left)
        right = QVBoxLayout()
        right.setSpacing(2)
        self.crumb = ElidedLabel("", "caption", "ink3")
        self.heading = ElidedLabel("", "title")
        right.addWidget(self.crumb)
        right.addWidget(self.heading)
        right.addSpacing(8)
        self.scroll = ScrollArea(margins=(0, 0, 8, 16), spacing=12)
        self._lead = self._make_lead()
        self.scroll.body.addWidget(self._lead)
        self._card = Card(padding=20, spacing=18)
        self.scroll.body.addWidget(self._card)
        self.rows_title = Label("", "section")
        self.scroll.body.addWidget(self.rows_title)
        self.rows = RowsList()
        self.rows.opened.connect(self.tree.open_part)
        self.rows.moved.connect(self._move)
        self.rows.removed.connect(self._remove)
        self.rows.add_wanted.connect(self._add)
        self.rows.reset_wanted.connect(self._reset_list)
        self.scroll.body.addWidget(self.rows)
        self.scroll.body.addStretch(1)
        right.addWidget(self.scroll, 1)
        row.addLayout(right, 1)
        self._done = Button(self.tr("Færdig"), "primary", "check")
        self._done.setParent(self)
        self._done.hide()
        self._done.clicked.connect(self._leave)

    def _make_lead(self) -> QWidget:
        lead = Card(padding=16, fill="primaryTint", line="primaryLine")
        self.lead_words = Label("", "body", wrap=True)
        lead.body.addWidget(self.lead_words)
        self.lead_button = Button("", "plain", "arrow-r", small=True)
        self.lead_button.clicked.connect(self._to_prepare)
        lead.body.addWidget(self.lead_button, 0, Qt.AlignmentFlag.AlignLeft)
        return lead

    # Room

    def show_programme(self, programme_id: str, phase_id: str) -> None:
        if programme_id != self.programme_id:
            self.path, self._unsaved = (), {}
            self.tree.search.set_value("")
        self.texts.open(programme_id)
        super().show_programme(programme_id, phase_id)
        self.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, changes: ChangeSet) -> None:
        self.refresh()

    def refresh(self) -> None:
        if not self.programme_id:
            return
        self.tree.show_tree(self.texts.tree(), self._fill, self.texts.own_below)
        node = self.texts.node(self.path)
        if node is None:
            # What was open is gone, or nothing was: the nearest part above it, else the first.
            self.path = next(
                (
                    self.path[:end]
                    for end in range(len(self.path) - 1, 0, -1)
                    if self.texts.node(self.path[:end])
                ),
                self.texts.tree()[0].path,
            )
            node = self.texts.node(self.path)
        assert node is not None
        self.tree.choose(node.path)
        self._show(node)
        self.edition.refresh()
        readonly = self.bridge.store.readonly
        for each in (self._card, self.rows, self.edition):
            each.setEnabled(not readonly)

    def leave(self) -> None:
        flush_all()

    def header_button(self) -> QWidget | None:
        return self._done

    def document(self) -> str:
        return _DOCUMENT

    def subtitle(self) -> str:
        return self.tr("Processens tekster · {title}").format(title=self._fill(self.pack.short_title))

    def actions_here(self) -> dict[str, Callable[[], object]]:
        return {"find_text": self.find}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(400 if self.width() >= 1500 else 340 if self.width() >= 1200 else 280)
        room = self.width() - self._left.width() - 60
        self.scroll.body.setContentsMargins(0, 0, max(8, room - _WIDEST), 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("canvas"))

    # What the user can do

    def open_part(self, path: Path) -> None:
        """Show a part of the process."""
        if path != self.path:
            flush_all()
            self.path = path
            self.scroll.verticalScrollBar().setValue(0)
            node = self.texts.node(path)
            if node is not None:
                self._show(node)

    def find(self) -> None:
        """To the search line."""
        self.tree.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tree.search.selectAll()

    def _save(self) -> None:
        flush_all()
        sentence = save_as_own(self.window(), self.texts)
        if sentence:
            self.toast.emit("check", sentence)

    def _save_elsewhere(self) -> None:
        flush_all()
        folder = choose_folder(self.window(), self.tr("Hvor skal processens mappe ligge?"))
        sentence = save_as_own(self.window(), self.texts, folder) if folder is not None else ""
        if sentence:
            self.toast.emit("check", sentence)

    def _open_folder(self) -> None:
        open_own_folder(self.window())

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().topLeft()))

    def _leave(self) -> None:
        self.go.emit("")

    def _to_prepare(self) -> None:
        self.go.emit("prepare")

    def _on_edited(self, key: str, value: object) -> None:
        row = self.fields.get(key)
        place = self._place(key)
        if place is None:
            return
        wrong = self.texts.write(place, value)
        if wrong:
            self._unsaved[key] = (value, wrong)
        else:
            self._unsaved.pop(key, None)
        if row is not None:
            row.say(wrong and self.tr("{why} Det gamle gælder, til det er rettet.").format(why=wrong))

    def _on_reset(self, key: str) -> None:
        place = self._place(key)
        self._unsaved.pop(key, None)
        if place is not None:
            self.texts.reset(place)

    def _move(self, row_id: str, index: int) -> None:
        node = self.texts.node(self.path)
        if node is not None and node.rows is not None:
            self._tell(self.texts.move(node.rows, row_id, index))

    def _add(self) -> None:
        node = self.texts.node(self.path)
        if node is None or node.rows is None:
            return
        title = TextPrompt.ask(
            self.window(), self.tr("Hvad skal der stå?"), yes=self.tr("Tilføj"), max_length=60
        )
        if title:
            self._tell(self.texts.add(node.rows, title))

    def _remove(self, row_id: str) -> None:
        node = self.texts.node(self.path)
        if node is None or node.rows is None:
            return
        title = next((each.title for each in node.children if each.path[-1] == row_id), "")
        before = len(node.rows.ids)
        self._tell(self.texts.remove(node.rows, row_id, title))
        now = self.texts.node(self.path)
        if now is not None and now.rows is not None and len(now.rows.ids) < before:
            self.undo_toast.emit("trash", self.tr("Taget ud: »{title}«").format(title=self._fill(title)))

    def _reset_list(self) -> None:
        node = self.texts.node(self.path)
        if node is not None and node.rows is not None:
            self.texts.reset_list(node.rows)

    def _tell(self, wrong: str) -> None:
        if wrong:
            self.toast.emit("warn", self.tr("Det kan ikke lade sig gøre: {why}").format(why=wrong))

    # Showing

    def _show(self, node: Node) -> None:
        self.heading.set_text(self._fill(node.title))
        above = [self._fill(each.title) for each in self._way_to(node.path) if each.path != node.path]
        self.crumb.set_text(" › ".join(above))
        self._lead.setVisible(bool(node.lead))
        if node.lead:
            self._show_lead(node)
        self._show_places(node)
        self.rows_title.setVisible(bool(node.places) and bool(node.children))
        self.rows_title.set_text(self.tr("Her under"))
        self.rows.setVisible(bool(node.children) or node.rows is not None)
        own = node.rows is not None and self.texts.list_is_own(node.rows)
        self.rows.show_rows(node.children, node.rows, own, self._fill)
        mend(self)

    def _show_lead(self, node: Node) -> None:
        if node.item:
            self.lead_words.set_text(
                self.tr(
                    "Titel, minutter og det, I skal sige og overveje, er jeres egne i drejebogen "
                    "og rettes der. Her står resten."
                )
            )
            self.lead_button.set_text(self.tr("Ret i drejebogen"))
        else:
            self.lead_words.set_text(
                self.tr(
                    "»{title}« er jeres egne linjer, fra forløbet blev lavet. De rettes i forberedelsen."
                ).format(title=node.title)
            )
            self.lead_button.set_text(self.tr("Gå til forberedelsen"))
        rooms = {room for phase in self.pack.phases for room in (phase.room, *phase.also)}
        self.lead_button.setVisible(node.lead in rooms)

    def _show_places(self, node: Node) -> None:
        keys = [each.key for each in node.places]
        if keys != list(self.fields):
            while self._card.body.count():
                item = self._card.body.takeAt(0)
                old = item.widget() if item is not None else None
                if old is not None:
                    old.hide()
                    old.deleteLater()
            self.fields = {}
            for place in node.places:
                row = FieldRow(place)
                row.edited.connect(self._on_edited)
                row.reset.connect(self._on_reset)
                self._card.body.addWidget(row)
                self.fields[place.key] = row
                if place.key in self._unsaved:
                    value, wrong = self._unsaved[place.key]
                    row.field.set_value(value)  # type: ignore[attr-defined]
                    row.say(wrong)
        for place in node.places:
            self.fields[place.key].show_place(place, self.texts.base(place.key), self.texts.is_own(place))
        self._card.setVisible(bool(node.places))

    def _place(self, key: str) -> Place | None:
        node = self.texts.node(self.path)
        found = [each for each in node.places if each.key == key] if node is not None else []
        if found:
            return found[0]
        every = (place for top in self.texts.tree() for each in top.all() for place in each.places)
        return next((place for place in every if place.key == key), None)

    def _way_to(self, path: Path) -> list[Node]:
        def down(node: Node) -> list[Node]:
            if node.path == path:
                return [node]
            for each in node.children:
                if found := down(each):
                    return [node, *found]
            return []

        return next((found for top in self.texts.tree() if (found := down(top))), [])

    def _fill(self, text: str) -> str:
        return self.pack.fill(text)
