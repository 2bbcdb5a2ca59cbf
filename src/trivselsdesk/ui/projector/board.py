"""A board on the wall: the same zones, themes and notes in the same order, set for six metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsView, QStyleOptionGraphicsItem, QWidget

from trivselsdesk.domain.board import BoardView, SortView
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import Pack
from trivselsdesk.ui import theme
from trivselsdesk.ui.projector.board_items import (
    MORE,
    NAME_SIZES,
    ROOMY,
    TIGHT,
    Style,
    WallGroup,
    WallTile,
    WallZone,
    text_width,
    tile_height,
)
from trivselsdesk.ui.projector.strokes import SMALLEST, fitted
from trivselsdesk.ui.surface.layout import Laid, Rect
from trivselsdesk.ui.surface.measure import Measure
from trivselsdesk.ui.surface.model import Group, Tile, ZoneModel
from trivselsdesk.ui.surface.stage import Stage
from trivselsdesk.ui.surface.still import Still
from trivselsdesk.ui.surface.zones import board_zones, sort_zones

FONTS = tuple(range(40, SMALLEST - 1, -1))
"""Type sizes of the notes, largest first (design tokens, »typeProjector.note«: 26–40)."""
TINY = tuple(range(SMALLEST, 9, -1))
"""When even one note of each theme is too much for the wall, everything is there, but smaller."""
AMPLE = 30
"""Smaller than this, white is given up for larger type."""


def zones_of(view: BoardView | SortView, pack: Pack) -> list[ZoneModel]:
    """What hangs there, with the words for the room: no counts, nothing about how to use it."""
    if isinstance(view, BoardView):
        zones, hints = board_zones(view, pack), {each.zone.id: each.zone.hint for each in view.zones}
    else:
        zones, hints = sort_zones(view, pack), {zone.id: zone.hint for zone, _ in view.zones}
    return [
        replace(
            zone,
            hint=hints.get(zone.id, ""),
            empty="",
            groups=tuple(replace(each, title="") if each.loose else each for each in zone.groups),
        )
        for zone in zones
    ]


class WallBoard(Stage):
    """Laid out in px of a picture that is 1080 px high, and scaled to the screen."""

    _still: Still | None = None
    """Itself, while something is carried over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = Measure(600)
        self.fonts, self.sizes, self._style = FONTS, ROOMY.sizes, ROOMY
        self._whole: tuple[ZoneModel, ...] = ()
        self.scale_by = 1.0
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInteractive(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self._pale = ""

    def show_board(self, zones: Sequence[ZoneModel]) -> None:
        """Show this."""
        if tuple(zones) != self._whole:
            self._whole = tuple(zones)
            self._fit()

    def set_scale(self, scale: float) -> None:
        """Screen px for one px of the picture."""
        if scale != self.scale_by:
            self._end_still()
            self.scale_by = scale
            self.setTransform(QTransform.fromScale(scale, scale))

    # Fitting

    def _fit(self) -> None:
        wide, high = self._room()
        if wide < 60:
            return
        self.fonts = FONTS
        zones = self._whole
        laid = self._tried_in(ROOMY)
        if laid.height > high or laid.font < AMPLE:
            tight = self._tried_in(TIGHT)
            laid = self._tried_in(ROOMY) if laid.height <= high and laid.font >= tight.font else tight
        if laid.height > high:
            zones = self._folded()
        self.show_zones(zones)

    def _tried_in(self, style: Style) -> Laid:
        """The whole board in a style, which it keeps; with two lines for names that need them."""
        self._style, self.sizes = style, style.sizes
        self._measure_for(style.line)
        laid = self._try(self._whole)
        if not _names_fit(laid, self._whole):
            self.sizes = replace(style.sizes, group_head=style.two_lines)
            laid = self._try(self._whole)
        return laid

    def _folded(self) -> tuple[ZoneModel, ...]:
        """The largest themes shortened to as many notes as there is room for, and how many more they hold."""
        self.fonts = FONTS[-1:]
        high = self._room()[1]
        least, most = 1, max((len(group.tiles) for zone in self._whole for group in zone.groups), default=1)
        best: tuple[ZoneModel, ...] | None = None
        while least <= most:
            middle = (least + most) // 2
            zones = tuple(self._shortened(zone, middle) for zone in self._whole)
            if self._try(zones).height <= high:
                best, least = zones, middle + 1
            else:
                most = middle - 1
        if best is None:
            best, self.fonts = tuple(self._shortened(zone, 1) for zone in self._whole), TINY
        return best

    def _shortened(self, zone: ZoneModel, most: int) -> ZoneModel:
        return replace(zone, groups=tuple(self._short_group(each, most) for each in zone.groups))

    def _short_group(self, group: Group, most: int) -> Group:
        if len(group.tiles) <= most:
            return group
        shown, hidden = group.tiles[: most - 1], group.tiles[most - 1 :]
        left = sum(each.voices for each in hidden)
        kinds = (
            (self.tr("kort"), self.tr("kort"))
            if hidden[0].look == "card"
            else (self.tr("seddel"), self.tr("sedler"))
        )
        words = plural(left, *kinds)
        text = self.tr("og {words} mere").format(words=words) if shown else words
        return replace(group, tiles=(*shown, Tile(f"{MORE}:{group.id}", text, MORE)))

    def _arrange(self, width: float, height: float) -> None:
        self.laid = self._try_in(self._zones, width, height)

    def _name_lines(self, group: Group, width: float) -> int:
        # Names that take two lines have a way of their own here: all heads are then alike.
        return 1

    def _try(self, zones: Sequence[ZoneModel]) -> Laid:
        wide, high = self._room()
        return self._try_in(zones, wide, high - 2)

    def _room(self) -> tuple[float, float]:
        return self.viewport().width() / self.scale_by, self.viewport().height() / self.scale_by

    def _widest_word(self, tile: Tile, font: int) -> float:
        if tile.look != "card":
            return 0.0
        spare = 1000.0 - text_width(tile, 1000.0, font, self._style)
        return self._measure.widest_word(tile.text, font) + spare

    def _measured(self, tile: Tile, width: float, font: int) -> float:
        return tile_height(tile, width, font, self._measure, self._style)

    def _lay_out(self, *, glide: bool, new: set[str] | frozenset[str] = frozenset()) -> None:
        self._end_still()
        # The wall only fades between screens; nothing moves on it by itself.
        for zone in self._zone_items.values():
            if isinstance(zone, WallZone):
                zone.style = self._style
                zone.update()
        for group in self._group_items.values():
            if isinstance(group, WallGroup):
                group.style, group.head = self._style, self.sizes.group_head
                group.update()
        for tile in self._tile_items.values():
            if isinstance(tile, WallTile):
                tile.dress(self._style)
        super()._lay_out(glide=False, new=new)

    def _make_zone(self, zone: ZoneModel) -> WallZone:
        return WallZone(zone)

    def _make_group(self, group: Group) -> WallGroup:
        return WallGroup(group)

    def _make_tile(self, tile: Tile) -> WallTile:
        return WallTile(tile, self._measure)

    # Following a drag

    def lift(self, tile_id: str, group_id: str) -> tuple[QPixmap, QRectF] | None:
        """A picture of what is in the air, and where it was taken up; its place goes pale."""
        self._end_still()
        self._still = Still(self)
        item = self._group_items.get(group_id) if group_id else self._tile_items.get(tile_id)
        if item is None or not item.isVisible():
            return None if group_id else self._lift_counted(tile_id)
        box = self._in_viewport(item)
        picture = self.grab(box.toAlignedRect())
        for each in self._in_the_air(tile_id, group_id):
            each.setOpacity(0.3)
        return picture, box

    def _lift_counted(self, tile_id: str) -> tuple[QPixmap, QRectF] | None:
        """A note that is only counted with others: drawn as it would hang, risen from where it is counted."""
        found = [(group.id, each) for zone in self._whole for group in zone.groups for each in group.tiles]
        home, tile = next((each for each in found if each[1].id == tile_id), ("", None))
        counted = self._tile_items.get(f"{MORE}:{home}")
        if tile is None or counted is None:
            return None
        item, wide = WallTile(tile, self._measure), counted.size.width()
        item.dress(ROOMY)
        item.show_tile(tile, AMPLE)
        item.set_box(Rect(0, 0, wide, tile_height(tile, wide, AMPLE, self._measure, ROOMY)))
        size = item.size.size() * self.scale_by
        picture = QPixmap(size.toSize())
        picture.fill(Qt.GlobalColor.transparent)
        with theme.painted_as("projector"):
            painter = QPainter(picture)
            painter.scale(self.scale_by, self.scale_by)
            item.paint(painter, QStyleOptionGraphicsItem())
            painter.end()
        return picture, QRectF(self._in_viewport(counted).topLeft(), size)

    def put_down(self) -> None:
        """Nothing is in the air any more."""
        self._end_still()
        for item in (*self._tile_items.values(), *self._group_items.values()):
            item.setOpacity(1.0)

    def point(self, zone_id: str, u: float, v: float) -> QPointF | None:
        """A place in a zone, as a point of the view."""
        box = self.laid.zones.get(zone_id)
        if box is None:
            return None
        if self._still is not None:
            self._still.refresh()
        at = QPointF(box.x + u * box.w, box.y + v * box.h)
        return QPointF(self.mapFromScene(at))

    def _in_the_air(self, tile_id: str, group_id: str) -> list[WallTile | WallGroup]:
        found: list[WallTile | WallGroup] = []
        group = self._group_items.get(group_id)
        if isinstance(group, WallGroup):
            found.append(group)
        ids = [each.id for each in group.group.tiles] if group is not None else [tile_id]
        tiles = [self._tile_items[each] for each in ids if each in self._tile_items]
        return [*found, *(each for each in tiles if isinstance(each, WallTile))]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        still = self._still
        if still is not None and still.knows(event.rect()):
            painter = QPainter(self.viewport())
            still.paint(painter)
            painter.end()
            return
        with theme.painted_as("projector"):
            super().paintEvent(event)
        if still is not None:
            still.painted_beside(event.region())

    def _end_still(self) -> None:
        if self._still is not None:
            self._still.end()
            self._still = None

    def _recolour(self) -> None:
        self.setBackgroundBrush(theme.get("projector").color("canvas"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        QGraphicsView.resizeEvent(self, event)
        self._fit()


def _names_fit(laid: Laid, zones: Sequence[ZoneModel]) -> bool:
    """Whether every theme's name is whole in one line."""
    return all(
        len(fitted(group.title, laid.groups[group.id].w - 24, NAME_SIZES, 700)[0]) == 1
        for zone in zones
        for group in zone.groups
        if not group.loose and group.id in laid.groups
    )
