"""The board on the screen: keeps the items in step with the model and turns gestures into signals."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRect, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmapCache,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QRubberBand, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.box_item import BoxItem
from trivselsdesk.ui.run.board.gestures import Drag, KeyDrag
from trivselsdesk.ui.run.board.items import GroupItem, LandingItem, OpenPlaceItem, ZoneItem
from trivselsdesk.ui.run.board.layout import (
    FONTS,
    Laid,
    Rect,
    Target,
    landing_bar,
    lay_out,
    neighbour,
    target_at,
)
from trivselsdesk.ui.run.board.measure import LINE, Measure
from trivselsdesk.ui.run.board.model import LOOSE, Tile, ZoneModel
from trivselsdesk.ui.run.board.spoken import BoardSpeaker
from trivselsdesk.ui.run.board.tile_item import TileItem

GLIDE_AT_MOST = 250
"""Above so many moved tiles nothing glides; it would only be noise."""
HEIGHTS_KEPT = 60_000
"""Measured heights of texts that are kept; the same notes are laid out again after every change."""
PALE = 0.25
"""How much is left of a note that a search does not match."""
ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP = 0.5, 3.0, 1.15
_ARROWS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}


class BoardView(QGraphicsView):
    """Shows zones, groups and tiles. It changes nothing by itself: it says what the user wants."""

    landed = Signal(tuple, Target)
    """Tiles (ids) were put down somewhere else."""
    group_landed = Signal(str, Target)
    """A group was put down somewhere else."""
    edit_wanted = Signal(str)
    """Edit this tile."""
    rename_wanted = Signal(str)
    """Rename this group."""
    menu_wanted = Signal(QPoint)
    """A context menu for what is chosen, at this point of the screen."""
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), 128 * 1024))
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.outside: Callable[[QPoint], Target | None] | None = None
        """Asked for targets beside the board, such as the P-plads, by a point of the screen."""
        self.note_tiles = True
        """Whether tiles can be dropped on each other to make a theme."""
        self.fonts: Sequence[int] = FONTS
        self.slip_words = self.tr("Slip her: {zone}")
        self.group_words = self.tr("Slip for at lave et tema")
        self._measure = Measure()
        self._heights: dict[tuple[str, str, float, int], float] = {}
        self._zones: tuple[ZoneModel, ...] = ()
        self.laid = Laid(16, 0.0)
        self._zone_items: dict[str, ZoneItem] = {}
        self._group_items: dict[str, GroupItem] = {}
        self._tile_items: dict[str, TileItem] = {}
        self._open_place = OpenPlaceItem()
        self._landing = LandingItem()
        for mark in (self._open_place, self._landing):
            mark.hide()
            self._scene.addItem(mark)
        self._chosen: list[str] = []
        self._focused = ""
        self._focused_group = ""
        self._drag: Drag | KeyDrag | None = None
        self._carried: dict[BoxItem, QPointF] = {}
        self._pressed_tile = ""
        self._glides: dict[BoxItem, tuple[QPointF, QPointF]] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glide_on)
        self._glide.finished.connect(self._glide_done)
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(theme.current().duration("groupHoverDelay"))
        self._hover_timer.timeout.connect(self._show_group_frame)
        self._hover_ready = False
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(30)
        self._scroll_timer.timeout.connect(self._scroll_on)
        self._scroll_by = 0
        self._last_mouse = QPoint()
        self._lasso = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())
        self._lasso_from: QPoint | None = None
        self._pan_from: QPoint | None = None
        theme.notifier.changed.connect(self._recolour)
        self._recolour()
        self.spoken = BoardSpeaker(self)

    # What is shown

    @property
    def zones(self) -> tuple[ZoneModel, ...]:
        """The zones that are shown."""
        return self._zones

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen tiles, in the order they were chosen."""
        return tuple(self._chosen)

    @property
    def focused(self) -> str:
        """The tile that the keyboard is at."""
        return self._focused

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

    @property
    def carrying(self) -> bool:
        """Whether something is in the air."""
        return bool(self._carried)

    @property
    def carried(self) -> tuple[str, ...]:
        """Ids of the tiles in the air, and last the group when all of it moves."""
        ids = [item.tile.id for item in self._carried if isinstance(item, TileItem)]
        return (*ids, *(item.group.id for item in self._carried if isinstance(item, GroupItem)))

    def tile_ids(self) -> list[str]:
        """Ids of all tiles, in order."""
        return [tile.id for zone in self._zones for group in zone.groups for tile in group.tiles]

    def tile_rect(self, tile_id: str) -> QRectF:
        """Where a tile stands in the viewport."""
        return self._in_viewport(self._tile_items[tile_id])

    def group_rect(self, group_id: str) -> QRectF:
        """Where a group stands in the viewport."""
        return self._in_viewport(self._group_items[group_id])

    def show_zones(self, zones: Sequence[ZoneModel]) -> None:
        """Show this, gliding from what was shown before."""
        self._zones = tuple(zones)
        tiles = {tile.id: tile for zone in zones for group in zone.groups for tile in group.tiles}
        groups = {group.id: group for zone in zones for group in zone.groups}
        self._drop_gone(self._zone_items, {zone.id for zone in zones})
        self._drop_gone(self._group_items, set(groups))
        self._drop_gone(self._tile_items, set(tiles))
        for zone in zones:
            if zone.id not in self._zone_items:
                self._zone_items[zone.id] = ZoneItem(zone)
                self._scene.addItem(self._zone_items[zone.id])
            self._zone_items[zone.id].show_zone(zone)
        for group in groups.values():
            if group.id not in self._group_items:
                self._group_items[group.id] = GroupItem(group)
                self._scene.addItem(self._group_items[group.id])
            self._group_items[group.id].show_group(group)
        new = set(tiles) - set(self._tile_items)
        for tile_id in [each for each in tiles if each in new]:
            self._tile_items[tile_id] = TileItem(tiles[tile_id], self._measure)
            self._scene.addItem(self._tile_items[tile_id])
        self._chosen = [each for each in self._chosen if each in tiles]
        if self._focused not in tiles:
            self._focused = ""
        self._lay_out(glide=True, new=new)
        self._mark_choice()

    def _lay_out(self, *, glide: bool, new: set[str] | frozenset[str] = frozenset()) -> None:
        width, height = float(self.viewport().width()), float(self.viewport().height())
        if width < 60:
            return
        self.laid = lay_out(self._zones, width, height - 2, self._need, self.fonts)
        if self.laid.height > height and not self.verticalScrollBar().isVisible():
            bar = self.verticalScrollBar().sizeHint().width()
            self.laid = lay_out(self._zones, width - bar, height - 2, self._need, self.fonts)
        self._scene.setSceneRect(0, 0, self.laid.width, max(self.laid.height, height - 2))
        tiles = {tile.id: tile for zone in self._zones for group in zone.groups for tile in group.tiles}
        self._glides.clear()
        for zone_id, zone_item in self._zone_items.items():
            self._seat(zone_item, self.laid.zones[zone_id], False)
        for group_id, group_item in self._group_items.items():
            box = self.laid.groups.get(group_id)
            group_item.setVisible(box is not None)
            if box is not None:
                self._seat(group_item, box, glide)
        glide_tiles = glide and len(self._tile_items) <= GLIDE_AT_MOST
        for tile_id, item in self._tile_items.items():
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

    def _need(self, tile: Tile, width: float, font: int) -> float:
        key = (tile.text, tile.look, round(width, 1), font)
        known = self._heights.get(key)
        if known is None:
            if len(self._heights) > HEIGHTS_KEPT:
                self._heights.clear()
            known = self._heights[key] = self._measured(tile, width, font)
        return known

    def _measured(self, tile: Tile, width: float, font: int) -> float:
        if tile.look == "card":
            lines = len(self._measure.lines(tile.text, width - 46, font))
            return 9 + lines * font * LINE + 28
        first = 14.0 if tile.look == "pink" else 0.0
        lines = len(self._measure.lines(tile.text, width - 16, font, first))
        return max(6 + lines * font * LINE + 20, 3.4 * font)

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

    def _drop_gone(self, items: dict, wanted: set[str]) -> None:  # type: ignore[type-arg]
        for gone in [each for each in items if each not in wanted]:
            item = items.pop(gone)
            self._glides.pop(item, None)
            self._carried.pop(item, None)
            self._scene.removeItem(item)

    # Choosing

    def choose(self, ids: Sequence[str], focus: str = "") -> None:
        """Choose exactly these tiles; the keyboard goes to ``focus`` or the last of them."""
        self._chosen = [each for each in ids if each in self._tile_items]
        self._focused = focus or (self._chosen[-1] if self._chosen else self._focused)
        self._focus_group("")
        self._mark_choice()
        self.choice_changed.emit()

    @property
    def focused_group(self) -> str:
        """The theme whose heading was pressed; empty when a note has the keyboard."""
        return self._focused_group

    def _focus_group(self, group_id: str) -> None:
        self._focused_group = group_id
        for each, item in self._group_items.items():
            item.set_state(chosen=each == group_id)

    def choose_all(self) -> None:
        """Choose every tile."""
        self.choose(self.tile_ids())

    def acting(self) -> tuple[str, ...]:
        """The tiles that a key or menu acts on: the chosen ones, else the one in focus."""
        return self.chosen or ((self._focused,) if self._focused else ())

    def _mark_choice(self) -> None:
        self.spoken.changed()
        chosen = set(self._chosen) if len(self._chosen) > 1 or not self.hasFocus() else set()
        for tile_id, item in self._tile_items.items():
            focused = self.hasFocus() and tile_id == self._focused
            item.set_state(chosen=tile_id in chosen, focused=focused)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self.mapToScene(event.position().toPoint())
        tile = self._tile_at(at)
        self._pressed_tile = tile.tile.id if tile else ""
        if tile is not None:
            if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
                ids = [each for each in self._chosen if each != tile.tile.id]
                if tile.tile.id not in self._chosen:
                    ids.append(tile.tile.id)
                self.choose(ids, tile.tile.id)
                self._pressed_tile = ""
                return
            if tile.tile.id not in self._chosen:
                self.choose([tile.tile.id])
            self._drag = Drag(self, tuple(self._chosen), at.x(), at.y())
            return
        group = self._group_at(at)
        if group is not None and not group.group.loose:
            ids = tuple(each.id for each in group.group.tiles)
            self.choose([])
            self._focus_group(group.group.id)
            self._drag = Drag(self, ids, at.x(), at.y(), group.group.id)
            return
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose([])
            self._focused = ""
            self._mark_choice()
        self._lasso_from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._last_mouse = event.position().toPoint()
        if self._pan_from is not None:
            self._pan(self._last_mouse)
        if self._lasso_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._lasso.setGeometry(QRect(self._lasso_from, self._last_mouse).normalized())
            self._lasso.show()
        if isinstance(self._drag, Drag) and event.buttons() & Qt.MouseButton.LeftButton:
            at = self.mapToScene(self._last_mouse)
            self._drag.move(at.x(), at.y())
            self._scroll_near_edge()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scroll_timer.stop()
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().unsetCursor()
        if self._lasso_from is not None:
            self._choose_in_lasso(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        drag, self._drag = self._drag, None
        if isinstance(drag, Drag) and not drag.finish():
            at = self.mapToScene(event.position().toPoint())
            tile = self._tile_at(at)
            if tile is not None and tile.tile.id == self._pressed_tile:
                self.choose([tile.tile.id])
                if tile.hovered and tile.pencil().contains(at - tile.pos()):
                    self.edit_wanted.emit(tile.tile.id)

    def _choose_in_lasso(self, extend: bool) -> None:
        """What the rubber band touches is chosen; with Shift, in addition to what was."""
        self._lasso_from = None
        if not self._lasso.isVisible():
            return
        box = self.mapToScene(self._lasso.geometry()).boundingRect()
        self._lasso.hide()
        touched = [
            each
            for each in self.tile_ids()
            if self._tile_items[each].mapRectToScene(self._tile_items[each].size).intersects(box)
        ]
        before = [each for each in self._chosen if each not in touched] if extend else []
        self.choose([*before, *touched])

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        tile = self._tile_at(at)
        group = self._group_at(at)
        if tile is not None:
            self.edit_wanted.emit(tile.tile.id)
        elif group is not None and not group.group.loose:
            self.rename_wanted.emit(group.group.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.mapToScene(event.pos())
            tile = self._tile_at(at)
            if tile is not None and tile.tile.id not in self._chosen:
                self.choose([tile.tile.id])
            elif tile is None:
                group = self._group_at(at)
                self.choose([])
                self._focused = ""
                self._focus_group(group.group.id if group is not None and not group.group.loose else "")
                self._mark_choice()
            self.menu_wanted.emit(event.globalPos())
        elif self._focused:
            self.menu_wanted.emit(
                self.viewport().mapToGlobal(self.tile_rect(self._focused).bottomLeft().toPoint())
            )

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if isinstance(self._drag, KeyDrag):
            self._key_in_the_air(key)
            return
        if key == Qt.Key.Key_Escape and isinstance(self._drag, Drag):
            self._drag.cancel()
            self._drag = None
            return
        if key in _ARROWS:
            self._walk(_ARROWS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        if key == Qt.Key.Key_Escape and self._chosen:
            self.choose([])
            return
        super().keyPressEvent(event)

    def lift_by_key(self) -> None:
        """Space: take up what is chosen, to be led by the arrow keys; put it down again."""
        if self.drop_by_key():
            return
        ids = self.acting()
        if ids and self._drag is None:
            self._drag = KeyDrag(self, ids, self._places())
            self._drag.step(1)

    def _key_in_the_air(self, key: Qt.Key) -> None:
        drag = self._drag
        assert isinstance(drag, KeyDrag)
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            drag.step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            drag.step(-1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._drag = None
            drag.finish()
        elif key == Qt.Key.Key_Escape:
            self._drag = None
            drag.cancel()

    def drop_by_key(self) -> bool:
        """Space or Enter while something is in the air; False when nothing is."""
        if isinstance(self._drag, KeyDrag):
            self._key_in_the_air(Qt.Key.Key_Space)
            return True
        return False

    def _places(self) -> list[Target]:
        places = []
        for zone in self._zones:
            places += [Target("group", zone.id, group.id) for group in zone.groups if not group.loose]
            places.append(Target("zone", zone.id))
        if self.outside is not None:
            places.append(Target("park"))
        return places

    def _walk(self, way: str, extend: bool) -> None:
        found = neighbour(self.laid, self._focused, way)
        if found is None:
            return
        if extend:
            start = self._chosen or ([self._focused] if self._focused else [])
            self.choose([*(each for each in start if each != found), found], found)
        else:
            self.choose([found])
        self.ensureVisible(self._tile_items[found], 12, 12)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._focused and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._focused = next(iter(self.tile_ids()), "")
        self._mark_choice()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if isinstance(self._drag, KeyDrag):
            self._drag.cancel()
            self._drag = None
        self._mark_choice()

    # Host of gestures

    def lift(self, ids: tuple[str, ...], group: str) -> None:
        self._glide_done()
        items: list[BoxItem] = [self._tile_items[each] for each in ids if each in self._tile_items]
        if group:
            items.append(self._group_items[group])
        self._carried = {item: item.pos() for item in items}
        for item in items:
            if isinstance(item, TileItem):
                item.set_state(held=True)
            else:
                item.setZValue(9.0)
        if len(ids) == 1 and not group:
            box = self.laid.tiles[ids[0]]
            self._open_place.set_box(box)
            self._open_place.setPos(box.x, box.y)
            self._open_place.show()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def carry(self, dx: float, dy: float) -> None:
        for item, start in self._carried.items():
            item.setPos(start.x() + dx, start.y() + dy)

    def find_target(self, x: float, y: float, ids: tuple[str, ...], group: str) -> Target | None:
        if self.outside is not None:
            beside = self.outside(self.viewport().mapToGlobal(self._last_mouse))
            if beside is not None:
                return beside
        moving = [*ids, group] if group else ids
        target = target_at(self.laid, self._zones, x, y, moving, groups=bool(group))
        if target is not None and target.kind == "tile" and not self.note_tiles:
            return Target("zone", target.zone)
        return target

    def show_target(self, target: Target | None) -> None:
        self.spoken.over(target)
        self._hover_timer.stop()
        self._hover_ready = False
        self._landing.hide()
        for zone_id, item in self._zone_items.items():
            here = target is not None and target.zone == zone_id
            item.set_target(self.slip_words.format(zone=item.zone.title) if here else "")
        for group_id, group_item in self._group_items.items():
            group_item.set_state(
                target=target is not None and target.kind == "group" and target.group == group_id
            )
        if self.outside is not None:
            self.outside(QCursor.pos() if target is not None else QPoint(-1, -1))
        if target is None:
            return
        if target.kind == "tile":
            self._hover_timer.start()
            return
        bar = landing_bar(
            self.laid, self._zones, target, [i.tile.id for i in self._carried if isinstance(i, TileItem)]
        )
        if bar is not None:
            zone = next(each for each in self._zones if each.id == target.zone)
            self._landing.set_box(bar)
            self._landing.setPos(bar.x, bar.y)
            self._landing.show_bar(zone.tone)
            self._landing.show()

    def set_down(self, target: Target | None) -> None:
        self.viewport().unsetCursor()
        self._open_place.hide()
        carried, self._carried = self._carried, {}
        ids = tuple(item.tile.id for item in carried if isinstance(item, TileItem))
        group = next((item.group.id for item in carried if isinstance(item, GroupItem)), "")
        for item in carried:
            if isinstance(item, TileItem):
                item.set_state(held=False)
            else:
                item.setZValue(1.0)
        self._lay_out(glide=True)
        if target is None:
            return
        if group:
            self.group_landed.emit(group, target)
        else:
            # What has landed is no longer chosen, so that the next choice does not drag it along.
            self._chosen = []
            self.landed.emit(ids, target)

    # Inside

    def _show_group_frame(self) -> None:
        if isinstance(self._drag, Drag) and self._drag.target and self._drag.target.kind == "tile":
            box = self.laid.tiles[self._drag.target.tile]
            frame = Rect(box.x - 8, box.y - 28, max(box.w + 16, 220.0), box.h + 36)
            self._hover_ready = True
            self._landing.set_box(frame)
            self._landing.setPos(frame.x, frame.y)
            self._landing.show_frame(self.group_words)
            self._landing.setZValue(2.5)
            self._landing.show()

    def _scroll_near_edge(self) -> None:
        y = self._last_mouse.y()
        edge = 36
        self._scroll_by = -14 if y < edge else 14 if y > self.viewport().height() - edge else 0
        if self._scroll_by and isinstance(self._drag, Drag) and self._drag.lifted:
            self._scroll_timer.start()
        else:
            self._scroll_timer.stop()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._scroll_by)
        if isinstance(self._drag, Drag):
            at = self.mapToScene(self._last_mouse)
            self._drag.move(at.x(), at.y())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(glide=False)

    def is_group(self, group_id: str) -> bool:
        """Whether a theme with that id is shown."""
        return group_id in self._group_items and not group_id.startswith(LOOSE)
