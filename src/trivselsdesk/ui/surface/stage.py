"""What stands on the board: items kept in step with the model, laid out, gliding, near or far."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QPainter,
    QPixmapCache,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.box_item import BoxItem
from trivselsdesk.ui.surface.growth import Growth
from trivselsdesk.ui.surface.items import GroupItem, ZoneItem, name_lines, name_room, name_width
from trivselsdesk.ui.surface.layout import CONSOLE, FONTS, TIGHT, Laid, Rect, Sizes, is_crowded, lay_out
from trivselsdesk.ui.surface.measure import LINE, Measure
from trivselsdesk.ui.surface.model import LOOSE, Group, Tile, ZoneModel
from trivselsdesk.ui.surface.rows import Packer
from trivselsdesk.ui.surface.targets import Target, target_at
from trivselsdesk.ui.surface.tile_item import CARD_SIDES, DOT, TileItem, stands_beside

GLIDE_AT_MOST = 250
"""Above so many moved tiles nothing glides; it would only be noise."""
HEIGHTS_KEPT = 60_000
"""Measured heights of texts that are kept; the same notes are laid out again after every change."""
NAMES_KEPT = 2_000
AMPLE = 16
"""Smaller than this, white is given up for larger type."""
SMALLEST = 42.0
"""The lowest note, in px: a finger must hit it."""
PALE = 0.25
"""How much is left of a note that a search does not match."""
ItemT = TypeVar("ItemT", bound=BoxItem)
ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP = 0.5, 3.0, 1.15


class Stage(QGraphicsView):
    """Shows zones, groups and tiles. It knows nothing of gestures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), 128 * 1024))
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The board's own ground covers all of it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.fonts: Sequence[int] = FONTS
        self.sizes: Sizes = CONSOLE
        self._tight = False
        """Whether the board is set with less white than usual."""
        self._measure = Measure()
        self._heights: dict[tuple[str, str, float, int], float] = {}
        self._packer = self._new_packer()
        self._kept: dict[object, tuple[dict[tuple[str, str, float, int], float], Packer]] = {}
        """What was measured, for each way to set the board: a tile needs another height in each."""
        self._name_widths: dict[str, float] = {}
        self._zones: tuple[ZoneModel, ...] = ()
        self._laid = Laid(16, 0.0)
        self._waits = False
        """Whether it is to be laid out when it is shown, or when somebody asks for a place on it."""
        self._zone_items: dict[str, ZoneItem] = {}
        self._group_items: dict[str, GroupItem] = {}
        self._tile_items: dict[str, TileItem] = {}
        self._glides: dict[BoxItem, tuple[QPointF, QPointF]] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glide_on)
        self._glide.finished.connect(self._glide_done)
        self.growth = Growth(self, self.show_zones)
        self._pan_from: QPoint | None = None
        theme.notifier.changed.connect(self._recolour)
        self._recolour()

    # What is shown

    @property
    def zones(self) -> tuple[ZoneModel, ...]:
        """The zones that are shown."""
        return self._zones

    @property
    def laid(self) -> Laid:
        """Where everything stands."""
        self._catch_up()
        return self._laid

    @laid.setter
    def laid(self, laid: Laid) -> None:
        self._laid = laid

    def _catch_up(self) -> None:
        if self._waits:
            self._lay_out(glide=False)

    @property
    def type_size(self) -> int:
        """Font size of the notes in px."""
        return self.laid.font

    def place_at(self, point: QPoint) -> Target | None:
        """Where something would land at a point of the viewport."""
        at = self.mapToScene(point)
        return target_at(self.laid, self._zones, at.x(), at.y(), ())

    def show_matching(self, ids: Collection[str] | None) -> None:
        """Pale all notes but these; None shows all alike."""
        wanted = None if ids is None else set(ids)
        for tile_id, item in self._tile_items.items():
            item.setOpacity(1.0 if wanted is None or tile_id in wanted else PALE)

    def measure_ahead(self, texts: Sequence[str]) -> None:
        """Measure the words of notes that are about to come."""
        for text in texts:
            self._measure.learn(text)

    def tile_ids(self) -> list[str]:
        """Ids of all tiles, in order."""
        return [tile.id for zone in self._zones for group in zone.groups for tile in group.tiles]

    def tile_rect(self, tile_id: str) -> QRectF:
        """Where a tile stands in the viewport."""
        self._catch_up()
        return self._in_viewport(self._tile_items[tile_id])

    def group_rect(self, group_id: str) -> QRectF:
        """Where a group stands in the viewport."""
        self._catch_up()
        return self._in_viewport(self._group_items[group_id])

    def is_group(self, group_id: str) -> bool:
        """Whether a theme with that id is shown."""
        return group_id in self._group_items and not group_id.startswith(LOOSE)

    def show_zones(self, zones: Sequence[ZoneModel]) -> None:
        """Show this, gliding from what was shown before. Thousands of new notes come a part at a time."""
        self._show(self.growth.part(zones, self._tile_items))

    def _show(self, zones: Sequence[ZoneModel]) -> None:
        self._zones = zones = tuple(self._as_before(zone) for zone in zones)
        tiles = {tile.id: tile for zone in zones for group in zone.groups for tile in group.tiles}
        groups = {group.id: group for zone in zones for group in zone.groups}
        self._drop_gone(self._zone_items, {zone.id for zone in zones})
        self._drop_gone(self._group_items, set(groups))
        self._drop_gone(self._tile_items, set(tiles))
        for zone in zones:
            if zone.id not in self._zone_items:
                self._zone_items[zone.id] = self._make_zone(zone)
                self._scene.addItem(self._zone_items[zone.id])
            self._zone_items[zone.id].show_zone(zone)
        for group in groups.values():
            if group.id not in self._group_items:
                self._group_items[group.id] = self._make_group(group)
                self._scene.addItem(self._group_items[group.id])
            self._group_items[group.id].show_group(group)
        new = set(tiles) - set(self._tile_items)
        for tile_id in [each for each in tiles if each in new]:
            self._tile_items[tile_id] = self._make_tile(tiles[tile_id])
            self._scene.addItem(self._tile_items[tile_id])
        unsized = not self.isVisible() and self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent)
        if unsized and self.parentWidget() is not None:
            # On its way to the screen it takes another size, and hundreds of notes are measured for each.
            self._waits = True
        else:
            self._lay_out(glide=True, new=new)
        self._shown(set(tiles))

    def _make_zone(self, zone: ZoneModel) -> ZoneItem:
        return ZoneItem(zone)

    def _make_group(self, group: Group) -> GroupItem:
        return GroupItem(group)

    def _make_tile(self, tile: Tile) -> TileItem:
        return TileItem(tile, self._measure)

    def _shown(self, tiles: set[str]) -> None:
        """Called when these tiles have been laid out."""

    def _lay_out(self, *, glide: bool, new: set[str] | frozenset[str] = frozenset()) -> None:
        self._waits = False
        width, height = self._room()
        if width < 60:
            return
        may_scroll = self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        unseen = may_scroll and not self.verticalScrollBar().isVisible()
        bar = self.verticalScrollBar().sizeHint().width() if unseen else 0
        # So many notes will scroll: laying them out twice only to learn that takes a second.
        narrow = width - bar if is_crowded(self._zones) else width
        self._arrange(narrow, height - 2)
        if self.laid.height > height and narrow == width and bar:
            self._arrange(width - bar, height - 2)
        self._scene.setSceneRect(0, 0, self.laid.width, max(self.laid.height, height - 2))
        tiles = {tile.id: tile for zone in self._zones for group in zone.groups for tile in group.tiles}
        self._glides.clear()
        for zone_id, zone_item in self._zone_items.items():
            zone_item.set_heading(self.sizes.head)
            self._seat(zone_item, self.laid.zones[zone_id], False)
        for group_id, group_item in self._group_items.items():
            box = self.laid.groups.get(group_id)
            group_item.setVisible(box is not None)
            if box is not None:
                group_item.set_heading(self.laid.heads[group_id], self.sizes.group_head)
                self._seat(group_item, box, glide)
        glide_tiles = glide and len(self._tile_items) <= GLIDE_AT_MOST
        for tile_id, item in self._tile_items.items():
            stands = (tiles[tile_id], self.laid.tiles[tile_id], self.laid.font, self._tight)
            if item.stands == stands and item.is_at(stands[1]):
                continue
            item.stands = stands
            item.set_tight(self._tight)
            item.show_tile(tiles[tile_id], self.laid.font)
            self._seat(item, self.laid.tiles[tile_id], glide_tiles and tile_id not in new)
        if self._glides:
            self._glide.stop()
            milliseconds = theme.current().motion("reflow")
            if milliseconds and self.isVisible():
                self._glide.setDuration(milliseconds)
                self._glide.start()
            else:
                self._glide_done()

    def _arrange(self, width: float, height: float) -> None:
        """Find the places of everything in this room: with less white where the type would be too small."""
        self._set_tight(False)
        self.laid = roomy = self._try_in(self._zones, width, height)
        if (roomy.height > height or roomy.font < AMPLE) and not is_crowded(self._zones):
            self._set_tight(True)
            self.laid = self._try_in(self._zones, width, height)
            if roomy.height <= height and roomy.font >= self.laid.font:
                self._set_tight(False)
                self.laid = roomy

    def _set_tight(self, tight: bool) -> None:
        self._tight, self.sizes = tight, TIGHT if tight else CONSOLE
        self._measure_for(tight)

    def _try_in(self, zones: Sequence[ZoneModel], width: float, height: float) -> Laid:
        return lay_out(zones, width, height, self._packer, self.fonts, self.sizes)

    def _measure_for(self, way: object) -> None:
        """Go on with what was measured for a way to set the board."""
        known = self._kept.get(way)
        if known is None:
            known = self._kept[way] = ({}, self._new_packer())
        self._heights, self._packer = known

    def _new_packer(self) -> Packer:
        return Packer(self._need, self._widest_word, self._name_lines)

    def _name_lines(self, group: Group, width: float) -> int:
        if group.loose:
            return 1
        whole = self._name_widths.get(group.title)
        if whole is None:
            if len(self._name_widths) > NAMES_KEPT:
                self._name_widths.clear()
            whole = self._name_widths[group.title] = name_width(group)
        # Most names are far shorter than their frame, and breaking one into lines is slow.
        return 1 if whole + 2 <= name_room(group, width) else len(name_lines(group, width))

    def _room(self) -> tuple[float, float]:
        """Width and height to lay out in."""
        return float(self.viewport().width()), float(self.viewport().height())

    def _need(self, tile: Tile, width: float, font: int) -> float:
        # What stands at the foot counts too: a note that others were joined in needs a line for their number.
        key = (tile.text, tile.look, stands_beside(tile), tile.voices > 1, round(width, 1), font)
        known = self._heights.get(key)
        if known is None:
            if len(self._heights) > HEIGHTS_KEPT:
                self._heights.clear()
            known = self._heights[key] = self._measured(tile, width, font)
        return known

    def _widest_word(self, tile: Tile, font: int) -> float:
        """A name is not divided where the card can be wider; a note may be."""
        if tile.look != "card":
            return 0.0
        return self._measure.widest_word(tile.text, font) + CARD_SIDES

    def _as_before(self, zone: ZoneModel) -> ZoneModel:
        """The zone with the very groups and tiles that have not changed: what was measured of them holds."""
        groups = []
        for group in zone.groups:
            item = self._group_items.get(group.id)
            if item is not None and item.group == group:
                group = item.group
            elif item is not None and item.group.tiles == group.tiles:
                group = replace(group, tiles=item.group.tiles)
            groups.append(group)
        return replace(zone, groups=tuple(groups))

    def _measured(self, tile: Tile, width: float, font: int) -> float:
        if tile.look == "card":
            lines, _ = self._measure.shape(tile.text, width - CARD_SIDES, font)
            return 9 + lines * font * LINE + 28
        first = 14.0 if tile.look == "pink" else 0.0
        lines, last = self._measure.shape(tile.text, width - 16, font, first)
        text = lines * font * LINE
        if not (self._tight and stands_beside(tile)):
            return max(6 + text + 17, 3.4 * font)
        # The dot stands after the last line where that leaves room for it, else below.
        beside = self._measure.width(last, font) <= width - 16 - DOT
        return max(5 + text + (5 if beside else 12), SMALLEST)

    def _seat(self, item: BoxItem, box: Rect, glide: bool) -> None:
        item.set_box(box)
        end = QPointF(box.x, box.y)
        if glide and item.pos() != end and not item.pos().isNull():
            self._glides[item] = (item.pos(), end)
        else:
            item.setPos(end)

    def _glide_on(self, share: object) -> None:
        part = float(share)  # type: ignore[arg-type]
        for item, (start, end) in self._glides.items():
            item.setPos(start + (end - start) * part)

    def _glide_done(self) -> None:
        for item, (_, end) in self._glides.items():
            item.setPos(end)
        self._glides.clear()

    def _drop_gone(self, items: dict[str, ItemT], wanted: set[str]) -> None:
        for gone in [each for each in items if each not in wanted]:
            item = items.pop(gone)
            self._glides.pop(item, None)
            self._let_go(item)
            self._scene.removeItem(item)

    def _let_go(self, item: BoxItem) -> None:
        """Called before an item leaves the scene."""

    # Near and far

    @property
    def zoom(self) -> float:
        """How much larger than laid out everything is shown."""
        return self.transform().m11()

    def set_zoom(self, zoom: float) -> None:
        """Show everything larger or smaller, 0.5 to 3; 1 fits the board to the window again."""
        zoom = min(ZOOM_MOST, max(ZOOM_LEAST, zoom))
        self.setTransform(QTransform.fromScale(zoom, zoom))
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if zoom > 1 else policy.ScrollBarAlwaysOff)

    def reset_zoom(self) -> None:
        """Ctrl+0."""
        self.set_zoom(1.0)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step further off."""
        self.set_zoom(self.zoom / ZOOM_STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            self.set_zoom(self.zoom * ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def _pan(self, at: QPoint) -> None:
        assert self._pan_from is not None
        moved = at - self._pan_from
        self._pan_from = at
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() - by)

    def _tile_at(self, at: QPointF) -> TileItem | None:
        found = [item for item in self._scene.items(at) if isinstance(item, TileItem)]
        return found[0] if found else None

    def _group_at(self, at: QPointF) -> GroupItem | None:
        for item in self._scene.items(at):
            if isinstance(item, GroupItem):
                return item
        return None

    def _in_viewport(self, item: BoxItem) -> QRectF:
        return QRectF(self.mapFromScene(item.mapRectToScene(item.size)).boundingRect())

    def _recolour(self) -> None:
        self.setBackgroundBrush(theme.current().color("canvas"))
        for item in self._scene.items():
            item.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(glide=False)
