"""Carrying on the board: what is lifted, where it would land, and how that is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCursor,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.gestures import Drag, KeyDrag
from trivselsdesk.ui.run.board.spoken import BoardSpeaker
from trivselsdesk.ui.surface.afloat import AT_MOST, Afloat
from trivselsdesk.ui.surface.box_item import Z_HELD, BoxItem
from trivselsdesk.ui.surface.items import GroupItem, LandingItem, OpenPlaceItem
from trivselsdesk.ui.surface.layout import Rect
from trivselsdesk.ui.surface.model import Aloft, ZoneModel
from trivselsdesk.ui.surface.stage import Stage
from trivselsdesk.ui.surface.targets import Target, cell_at, landing_bar, target_at
from trivselsdesk.ui.surface.tile_item import TileItem

TELL_MS = 33
"""So often is told where something is in the air: the wall shows it some thirty times a second."""


class Carrier(Stage):
    """A stage whose tiles and groups can be carried: the host of the gestures."""

    landed = Signal(tuple, Target)
    """Tiles (ids) were put down somewhere else."""
    group_landed = Signal(str, Target)
    """A group was put down somewhere else."""
    aloft = Signal(object)
    """Something is in the air (``Aloft``), and where; nothing in it when it was put down."""

    _afloat: Afloat | None = None
    """What is carried as pictures, while nothing but the hand changes the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outside: Callable[[QPoint], Target | None] | None = None
        """Asked for targets beside the board, such as the P-plads, by a point of the screen."""
        self.note_tiles = True
        """Whether tiles can be dropped on each other to make a theme."""
        self.slip_words = self.tr("Slip her: {zone}")
        self.group_words = self.tr("Slip for at lave et tema")
        self._open_place = OpenPlaceItem()
        self._landing = LandingItem()
        for mark in (self._open_place, self._landing):
            mark.hide()
            self._scene.addItem(mark)
        self._drag: Drag | KeyDrag | None = None
        self._carried: dict[BoxItem, QPointF] = {}
        self._by = QPointF()
        """How far it has been carried."""
        self._cell: tuple[Rect, Target | None] | None = None
        """Where in the view the hand stays over one place, and that place."""
        self._marked = ("", "")
        """Zone and group that are marked as the landing place."""
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(theme.current().duration("groupHoverDelay"))
        self._hover_timer.timeout.connect(self._show_group_frame)
        self._tell_timer = QTimer(self)
        self._tell_timer.setSingleShot(True)
        self._tell_timer.setInterval(TELL_MS)
        self._tell_timer.timeout.connect(self._tell_aloft)
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(30)
        self._scroll_timer.timeout.connect(self._scroll_on)
        self._scroll_by = 0
        self._last_mouse = QPoint()
        self.spoken: BoardSpeaker

    @property
    def carrying(self) -> bool:
        """Whether something is in the air."""
        return bool(self._carried)

    @property
    def carried(self) -> tuple[str, ...]:
        """Ids of the tiles in the air, and last the group when all of it moves."""
        ids = [item.tile.id for item in self._carried if isinstance(item, TileItem)]
        return (*ids, *(item.group.id for item in self._carried if isinstance(item, GroupItem)))

    @property
    def led_by_keys(self) -> bool:
        """Whether what is in the air is led by the arrow keys."""
        return self.carrying and not isinstance(self._drag, Drag)

    def lift(self, ids: tuple[str, ...], group: str) -> None:
        self._glide_done()
        items: list[BoxItem] = [self._tile_items[each] for each in ids if each in self._tile_items]
        if group:
            items.append(self._group_items[group])
        self._carried = {item: item.pos() for item in items}
        self._by = QPointF()
        self._cell = None
        for item in items:
            if isinstance(item, TileItem):
                item.set_state(held=True)
            else:
                item.setZValue(9.0)
        if len(ids) == 1 and not group:
            self._keep_open(self.laid.tiles[ids[0]])
            self._open_place.show()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _keep_open(self, box: Rect) -> None:
        self._open_place.set_box(box)
        self._open_place.setPos(box.x, box.y)

    def carry(self, dx: float, dy: float) -> None:
        before, self._by = self._by, QPointF(dx, dy)
        if self._afloat is None and 0 < len(self._carried) <= AT_MOST and not self._scroll_timer.isActive():
            # A whole theme is so large that it would hide the bar.
            above = self._landing if self.carried[-1] in self._group_items else None
            # From where the scene has painted it: else that would be left standing there too.
            self._afloat = Afloat(self, list(self._carried), before, above)
        if self._afloat is not None:
            self._afloat.move(dx, dy)
        else:
            self._put_where_carried()
        if not self._tell_timer.isActive():
            self._tell_timer.start()

    def _put_where_carried(self) -> None:
        for item, start in self._carried.items():
            item.setPos(start + self._by)

    def _back_in_scene(self) -> None:
        """Something changes that the pictures of what is carried do not show: the scene paints all again."""
        self._cell = None
        if self._afloat is not None:
            self._afloat.end()
            self._afloat = None
            self._put_where_carried()

    def _tell_aloft(self) -> None:
        """Where the first of what is carried is, in the zone that it is over or nearest to."""
        item, zones = next(iter(self._carried), None), self.laid.zones
        if item is None or not zones:
            return
        place = self._carried[item] + self._by
        x, y = place.x() + item.size.width() / 2, place.y() + item.size.height() / 2
        zone = min(zones, key=lambda each: max(zones[each].y - y, y - zones[each].bottom, 0.0))
        box = zones[zone]
        u = min(1.0, max(0.0, (x - box.x) / box.w))
        v = min(1.0, max(0.0, (y - box.y) / box.h))
        ids = tuple(each.tile.id for each in self._carried if isinstance(each, TileItem))
        group = next((each.group.id for each in self._carried if isinstance(each, GroupItem)), "")
        self.aloft.emit(Aloft(ids, group, zone, u, v))

    def find_target(self, x: float, y: float, ids: tuple[str, ...], group: str) -> Target | None:
        if self._cell is not None and self._cell[0].holds(x, y):
            return self._cell[1]
        self._cell = None
        in_view = self.viewport().rect().contains(self._last_mouse)
        if self.outside is not None and not in_view:
            beside = self.outside(self.viewport().mapToGlobal(self._last_mouse))
            if beside is not None:
                return beside
        target = self._target_at(x, y, ids, group)
        if not group and in_view:
            cell = cell_at(self.laid, self._zones, x, y, ids)
            seen = self.mapToScene(self.viewport().rect()).boundingRect()
            if cell is not None and seen.contains(QRectF(*cell)):
                self._cell = (cell, target)
        return target

    def _target_at(self, x: float, y: float, ids: tuple[str, ...], group: str) -> Target | None:
        moving = [*ids, group] if group else ids
        target = target_at(self.laid, self._zones, x, y, moving, groups=bool(group))
        if target is not None and target.kind == "tile" and not self.note_tiles:
            return Target("zone", target.zone)
        return target

    def show_target(self, target: Target | None) -> None:
        self.spoken.over(target)
        self._hover_timer.stop()
        self._landing.hide()
        zone = target.zone if target is not None else ""
        group = target.group if target is not None and target.kind == "group" else ""
        # Only what was marked and what is marked now: there may be hundreds of themes.
        for zone_id in {self._marked[0], zone}:
            if (item := self._zone_items.get(zone_id)) is not None:
                here = target is not None and zone_id == zone
                item.set_target(self._words_for(target, item.zone.title) if target and here else "")
        for group_id in {self._marked[1], group}:
            if (group_item := self._group_items.get(group_id)) is not None:
                group_item.set_state(target=group_id == group)
        self._marked = (zone, group)
        if self.outside is not None:
            self.outside(QCursor.pos() if target is not None else QPoint(-1, -1))
        if target is None:
            return
        bar = self._show_bar(target)
        if self.led_by_keys:
            self._show_place(target, bar)

    def _show_bar(self, target: Target) -> Rect | None:
        """Say between which tiles it would land; over a tile, that it would make a theme, after a while."""
        self._landing.hide()
        if target.kind == "tile":
            self._hover_timer.start()
            return None
        held_theme = next((i.group.id for i in self._carried if isinstance(i, GroupItem)), "")
        moving = [i.tile.id for i in self._carried if isinstance(i, TileItem)]
        if held_theme:
            moving.append(held_theme)
        bar = landing_bar(self.laid, self._zones, target, moving, groups=bool(held_theme))
        if bar is not None:
            tone = next(each.tone for each in self._zones if each.id == target.zone)
            self._landing.set_box(bar)
            self._landing.setPos(bar.x, bar.y)
            self._landing.show_bar(tone)
            # A whole theme is so large that it would hide the bar.
            self._landing.setZValue(Z_HELD + 1 if held_theme else Z_HELD - 1)
            self._landing.show()
        return bar

    def _show_place(self, target: Target, bar: Rect | None) -> None:
        """No pointer is there to scroll: the landing place comes into view by itself."""
        box = bar or self.laid.groups.get(target.group) or self.laid.zones.get(target.zone)
        if box is not None:
            self.ensureVisible(QRectF(box.x, box.y, box.w, box.h), 20, 20)

    def _words_for(self, target: Target, zone: str) -> str:
        """What the zone says while something is held over it."""
        if target.kind == "group" and any(isinstance(item, GroupItem) for item in self._carried):
            title = self._group_items[target.group].group.title
            return self.tr("Slip for at lægge temaet sammen med »{theme}«").format(theme=title)
        return self.slip_words.format(zone=zone)

    def set_down(self, target: Target | None) -> None:
        self._back_in_scene()
        self._tell_timer.stop()
        self.aloft.emit(Aloft())
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
            self._put_away()
            self.landed.emit(ids, target)

    def _show_group_frame(self) -> None:
        if isinstance(self._drag, Drag) and self._drag.target and self._drag.target.kind == "tile":
            box = self.laid.tiles[self._drag.target.tile]
            frame = Rect(box.x - 8, box.y - 28, max(box.w + 16, 220.0), box.h + 36)
            self._landing.set_box(frame)
            self._landing.setPos(frame.x, frame.y)
            self._landing.show_frame(self.group_words)
            self._landing.setZValue(2.5)
            self._landing.show()

    def _scroll_near_edge(self) -> None:
        y = self._last_mouse.y()
        edge = 36
        before = self._scroll_by
        self._scroll_by = -14 if y < edge else 14 if y > self.viewport().height() - edge else 0
        if self._scroll_by and isinstance(self._drag, Drag) and self._drag.lifted:
            self._scroll_timer.start()
        elif before:
            self._scroll_timer.stop()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._scroll_by)
        if isinstance(self._drag, Drag):
            at = self.mapToScene(self._last_mouse)
            self._drag.move(at.x(), at.y())

    def _put_away(self) -> None:
        """What was carried is about to be told: it is no longer chosen."""

    def _let_go(self, item: BoxItem) -> None:
        self._carried.pop(item, None)

    # What is carried is painted as pictures, until something else than the hand changes the view.

    def paintEvent(self, event: QPaintEvent) -> None:
        afloat = self._afloat
        if afloat is None:
            super().paintEvent(event)
        elif not afloat.paint_at(event):
            super().paintEvent(event)
            afloat.paint_over(event)

    def _in_viewport(self, item: BoxItem) -> QRectF:
        found = super()._in_viewport(item)
        afloat = self._afloat
        return found.translated(afloat.by) if afloat is not None and item in self._carried else found

    def _show(self, zones: Sequence[ZoneModel]) -> None:
        self._back_in_scene()
        super()._show(zones)

    def _lay_out(self, *, glide: bool, new: set[str] | frozenset[str] = frozenset()) -> None:
        self._back_in_scene()
        if not self._carried:
            super()._lay_out(glide=glide, new=new)
            return
        at = self.mapToScene(self._last_mouse)
        boxes = {item: QRectF(item.pos(), item.size.size()) for item in self._carried}
        lead = next((item for item, box in boxes.items() if box.contains(at)), next(iter(boxes)))
        super()._lay_out(glide=glide, new=new)
        self._hold_again(lead, boxes[lead], at)

    def _hold_again(self, lead: BoxItem, before: QRectF, at: QPointF) -> None:
        """All has another place: what is carried stays under the hand that holds one item of it."""
        for item in self._carried:
            self._glides.pop(item, None)
        homes = {item: home for item in self._carried if (home := self._home(item)) is not None}
        if lead not in homes:
            self._put_where_carried()
            return
        if before.contains(at):
            share_x = (at.x() - before.x()) / before.width()
            share_y = (at.y() - before.y()) / before.height()
            corner = at - QPointF(share_x * lead.size.width(), share_y * lead.size.height())
        else:
            corner = before.topLeft()
        moved = corner - self._by - QPointF(homes[lead].x, homes[lead].y)
        self._carried |= {item: QPointF(home.x, home.y) + moved for item, home in homes.items()}
        self._put_where_carried()
        self._keep_open(homes[lead])
        if isinstance(self._drag, Drag):
            self._drag.look_again(at.x(), at.y())
            return
        target = self._drag.target if self._drag is not None else None
        if target is not None and (not target.group or target.group in self.laid.groups):
            self._show_bar(target)

    def _home(self, item: BoxItem) -> Rect | None:
        """Where something that is carried would stand if it were not."""
        if isinstance(item, TileItem):
            return self.laid.tiles.get(item.tile.id)
        return self.laid.groups.get(item.group.id) if isinstance(item, GroupItem) else None

    def show_matching(self, ids: Collection[str] | None) -> None:
        self._back_in_scene()
        super().show_matching(ids)

    def set_zoom(self, zoom: float) -> None:
        self._back_in_scene()
        super().set_zoom(zoom)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._back_in_scene()
        super().scrollContentsBy(dx, dy)

    def _recolour(self) -> None:
        self._back_in_scene()
        super()._recolour()
