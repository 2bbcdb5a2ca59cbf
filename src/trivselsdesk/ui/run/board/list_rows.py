"""The rows of the list view: zone, theme and note, kept in step with the model by their ids."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui.surface.model import Group, Tile, ZoneModel

KEY = Qt.ItemDataRole.UserRole
"""Role under which an item holds the key of its row."""

ZONE, GROUP, TILE, EMPTY = "zone", "group", "tile", "empty"


def _tr(text: str) -> str:
    return QCoreApplication.translate("BoardList", text)


def key_of(kind: str, row_id: str) -> str:
    """Keys keep zones, groups and tiles apart, whatever their ids are."""
    return f"{kind}:{row_id}"


def origin(tile: Tile) -> str:
    """Where a note comes from, in a word: »Gul«, »Trio«; on a card the number of notes."""
    if tile.mark or tile.look == "card":
        return tile.mark
    return _tr("Pink") if tile.look == "pink" else _tr("Gul")


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    kind: str
    id: str
    zone: ZoneModel
    group: Group | None = None
    """The theme that it is, or that it belongs to."""
    tile: Tile | None = None

    @property
    def key(self) -> str:
        """Unique in the list."""
        return key_of(self.kind, self.id)

    @property
    def is_theme(self) -> bool:
        """Whether it is the heading of a theme that can be named and moved."""
        return self.kind == GROUP and self.group is not None and not self.group.loose

    @property
    def text(self) -> str:
        """What the row shows."""
        if self.tile is not None:
            return self.tile.text
        if self.group is not None:
            return self.group.title
        return self.zone.empty if self.kind == EMPTY else self.zone.title

    @property
    def beside(self) -> str:
        """What stands at its right end."""
        if self.tile is not None:
            return origin(self.tile)
        if self.group is not None:
            return plural(len(self.group.tiles), _tr("seddel"), _tr("sedler"))
        return self.zone.hint if self.kind == ZONE else ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if self.tile is not None:
            words = _tr("{text} – {origin}").format(text=self.text, origin=self.beside)
            return _tr("{words}, kræver handling").format(words=words) if self.tile.must_act else words
        if self.is_theme:
            return _tr("Tema: {name}, {count}").format(name=self.text, count=self.beside)
        if self.kind == ZONE:
            return _tr("Felt: {name}, {hint}").format(name=self.text, hint=self.beside)
        return f"{self.text}, {self.beside}" if self.beside else self.text

    def same_look(self, other: Row) -> bool:
        """Whether both are shown alike, so that nothing needs painting."""
        if self.tile is not None and self.tile is other.tile:
            return (self.zone.tone, self.zone.icon) == (other.zone.tone, other.zone.icon)
        return (self.tile, self.text, self.spoken, self.zone.tone, self.zone.icon) == (
            other.tile,
            other.text,
            other.spoken,
            other.zone.tone,
            other.zone.icon,
        )


class Rows(QStandardItemModel):
    """The tree of rows. ``show_zones`` changes only what is different from before."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QStandardItem] = {}
        self._rows: dict[str, Row] = {}
        self._below: dict[str, list[str]] = {"": []}
        self._wanted: dict[str, list[Row]] = {}

    def show_zones(self, zones: Sequence[ZoneModel]) -> list[str]:
        """Show these; returns the keys of the headings that are new."""
        self._wanted = _plan(zones)
        self._take_out("")
        new: list[str] = []
        self._put_in("", new)
        self._wanted = {}
        return new

    @property
    def tiles(self) -> set[str]:
        """Ids of the tiles that have a row."""
        return {row.id for row in self._rows.values() if row.kind == TILE}

    def row_at(self, index: QModelIndex) -> Row | None:
        """The row that an index stands for."""
        return self._rows.get(str(index.data(KEY))) if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a row; an invalid one when it is not there."""
        item = self._items.get(key)
        return item.index() if item is not None else QModelIndex()

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def _take_out(self, parent: str) -> None:
        """First all that leaves, so that a row which moves is never there twice."""
        old, new = self._below[parent], [row.key for row in self._wanted.get(parent, ())]
        start, end = _differing(old, new)
        if start < end:
            self._item(parent).removeRows(start, end - start)
            for key in old[start:end]:
                self._forget(key)
            self._below[parent] = old[:start] + old[end:]
        for key in self._below[parent]:
            if key in self._below:
                self._take_out(key)

    def _put_in(self, parent: str, new_headings: list[str]) -> None:
        old, rows = self._below[parent], self._wanted.get(parent, [])
        start, _ = _differing(old, [row.key for row in rows])
        arriving = rows[start : start + len(rows) - len(old)]
        for row in rows:
            if row.key in self._rows:
                self._renew(row)
        for row in rows:
            if row.key in self._below and row.key in self._items:
                self._put_in(row.key, new_headings)
        if arriving:
            items = [self._make(row, new_headings) for row in arriving]
            self._item(parent).insertRows(start, items)
        self._below[parent] = [row.key for row in rows]

    def _make(self, row: Row, new_headings: list[str]) -> QStandardItem:
        item = QStandardItem(row.text)
        item.setData(row.key, KEY)
        item.setAccessibleText(row.spoken)
        flags = Qt.ItemFlag.ItemIsEnabled
        if row.kind == TILE:
            flags |= Qt.ItemFlag.ItemIsSelectable
        if row.kind in (TILE, EMPTY):
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        item.setFlags(flags)
        self._items[row.key], self._rows[row.key] = item, row
        if row.kind in (ZONE, GROUP):
            new_headings.append(row.key)
            below = self._wanted.get(row.key, [])
            self._below[row.key] = [each.key for each in below]
            if below:
                item.insertRows(0, [self._make(each, new_headings) for each in below])
        return item

    def _renew(self, row: Row) -> None:
        before, self._rows[row.key] = self._rows[row.key], row
        if not row.same_look(before):
            item = self._items[row.key]
            item.setText(row.text)
            item.setAccessibleText(row.spoken)

    def _forget(self, key: str) -> None:
        del self._items[key], self._rows[key]
        for each in self._below.pop(key, ()):
            self._forget(each)

    def _item(self, key: str) -> QStandardItem:
        return self._items[key] if key else self.invisibleRootItem()


def _plan(zones: Sequence[ZoneModel]) -> dict[str, list[Row]]:
    """The rows below each key; »« is the top."""
    plan: dict[str, list[Row]] = {"": []}
    for zone in zones:
        top = Row(ZONE, zone.id, zone)
        plan[""].append(top)
        below: list[Row] = []
        for group in zone.groups:
            tiles = [Row(TILE, tile.id, zone, group, tile) for tile in group.tiles]
            if group.loose and not group.title:
                below += tiles
            elif tiles or not group.loose:
                heading = Row(GROUP, group.id, zone, group)
                below.append(heading)
                plan[heading.key] = tiles
        if not below and zone.empty:
            below.append(Row(EMPTY, zone.id, zone))
        plan[top.key] = below
    return plan


def _differing(old: list[str], new: list[str]) -> tuple[int, int]:
    """The part of ``old`` between what both begin with and what both end with."""
    start = 0
    most = min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end
