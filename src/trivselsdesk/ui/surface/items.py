"""What is painted around the notes: zones, theme frames, and the marks of a drag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.box_item import TONES, Z_GROUP, Z_HELD, Z_MARK, Z_ZONE, BoxItem
from trivselsdesk.ui.surface.layout import CONSOLE, Rect
from trivselsdesk.ui.surface.model import Group, ZoneModel
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.lines import wrapped

NAME_LINE = 18.0
"""From one line of a theme's name to the next, in px."""
NAME_MOST = 6
"""Lines of a theme's name at most."""


class ZoneItem(BoxItem):
    """A field of the board: a tinted heading over a white ground."""

    def __init__(self, zone: ZoneModel) -> None:
        super().__init__()
        self.zone = zone
        self.head = CONSOLE.head
        self.target = ""
        self._says_empty = bool(zone.empty) and not zone.count
        # Where a note is carried over a zone too large for a picture, only that spot is painted anew.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(Z_ZONE)

    def set_heading(self, head: float) -> None:
        """The height of the heading in px."""
        if head != self.head:
            self.head = head
            self.update()

    def set_box(self, box: Rect) -> None:
        if (box.w, box.h) != (self.size.width(), self.size.height()):
            # Else Qt keeps what of the old picture is in sight, and paints only what has come beside it;
            # told before the geometry changes, it does so all the same.
            self.prepareGeometryChange()
            self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        super().set_box(box)

    def show_zone(self, zone: ZoneModel) -> None:
        """Take new words or another count."""
        if zone != self.zone:
            self.zone = zone
            self._says_empty = bool(zone.empty) and not zone.count
            self.update()

    def set_target(self, words: str) -> None:
        """Say »Slip her: …« while something is held over the zone; empty ends it."""
        if words != self.target:
            self.target = words
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        tint, ink, line = TONES[self.zone.tone]
        rect, radius = self.size, look.radius("zone")
        held = bool(self.target)
        ground = rect.adjusted(radius, max(self.head, radius) + 2, -radius, -radius)
        if ground.contains(option.exposedRect) and not self._says_empty:  # type: ignore[attr-defined]
            spot = option.exposedRect.adjusted(-1, -1, 1, 1)  # type: ignore[attr-defined]
            painter.fillRect(spot, look.color(tint if held else "surface"))
            return
        paint.rounded(
            painter, rect, radius, tint if held else "surface", ink if held else line, 3 if held else 1
        )
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.setClipPath(clip)
        if not held:
            painter.fillRect(QRectF(1, 1, rect.width() - 2, self.head - 1), look.color(tint))
        painter.restore()
        painter.setBrush(look.color("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(24, self.head / 2), 12, 12)
        if self.zone.icon:
            icons.paint(painter, self.zone.icon, ink, QRectF(15, self.head / 2 - 9, 18, 18))
        title = look.font("bodyStrong", weight=700)
        hint = look.font("caption", weight=500)
        words = self.target or self.zone.title
        right = self.zone.hint if not held else ""
        hint_room = min(rect.width() * 0.5, 340.0)
        paint.text(
            painter,
            QRectF(44, 0, rect.width() - 60 - hint_room, self.head),
            words,
            title,
            ink,
            Qt.AlignmentFlag.AlignLeft,
        )
        paint.text(
            painter,
            QRectF(rect.width() - 12 - hint_room, 0, hint_room, self.head),
            right,
            hint,
            ink,
            Qt.AlignmentFlag.AlignRight,
        )
        if self._says_empty and not held:
            box = QRectF(16, self.head, rect.width() - 32, rect.height() - self.head)
            paint.text(
                painter, box, self.zone.empty, look.font("body"), "ink3", Qt.AlignmentFlag.AlignHCenter
            )


class GroupItem(BoxItem):
    """A theme: a frame with its name and how many notes it holds."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        self.head = self.first_line = CONSOLE.group_head
        self.target = False
        self.chosen = False
        self.focused = False
        self.setZValue(Z_GROUP)

    def show_group(self, group: Group) -> None:
        """Take a new name or count."""
        if group != self.group:
            self.group = group
            self.update()

    def set_state(self, *, target: bool | None = None, chosen: bool | None = None) -> None:
        """Mark as the place where something lands, or as chosen."""
        before = (self.target, self.chosen)
        self.target = self.target if target is None else target
        self.chosen = self.chosen if chosen is None else chosen
        if before != (self.target, self.chosen):
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        rect = self.size
        if self.group.loose:
            if self.group.title:
                box = QRectF(8, 0, rect.width() - 10, self.first_line)
                paint.text(
                    painter,
                    box,
                    self.group.title,
                    look.font("caption", weight=500),
                    "ink3",
                    Qt.AlignmentFlag.AlignLeft,
                )
            return
        line, width = ("primary", 3.0) if self.target else ("primary", 2.5) if self.chosen else ("line", 1.0)
        paint.rounded(
            painter, rect, look.radius("control"), "primaryTint" if self.target else "canvas", line, width
        )
        top = (self.first_line - 16) / 2
        icons.paint(painter, "theme", "ink2", QRectF(7, top, 16, 16))
        marks = rect.width() - 38
        if self.group.agreed:
            icons.paint(painter, "check", "okInk", QRectF(marks - 14, top, 16, 16))
            marks -= 20
        if self.group.links:
            icons.paint(painter, "heart", "goodInk", QRectF(marks - 14, top, 16, 16))
        count = str(self.group.count)
        box = QRectF(rect.width() - 34, 0, 27, self.first_line)
        paint.text(painter, box, count, look.font("caption", weight=600), "ink2", Qt.AlignmentFlag.AlignRight)
        for number, line in enumerate(name_lines(self.group, rect.width())):
            box = QRectF(28, number * NAME_LINE, rect.width(), self.first_line)
            paint.text(painter, box, line, _name_font(), "ink", Qt.AlignmentFlag.AlignLeft)

    def set_heading(self, head: float, first_line: float) -> None:
        """The height of the heading, and of the first line of the name in it, in px."""
        if (head, first_line) != (self.head, self.first_line):
            self.head, self.first_line = head, first_line
            self.update()

    def header(self) -> QRectF:
        """The part that names the theme and by which it is held."""
        return QRectF(0, 0, self.size.width(), self.head)


def _name_font() -> QFont:
    return theme.current().font("body", size=15, weight=700)


def name_lines(group: Group, width: float) -> list[str]:
    """The name of a theme as its heading has it in a frame of that width in px: whole, as far as people
    write names."""
    return wrapped(group.title, _name_font(), name_room(group, width), NAME_MOST) or [""]


def name_room(group: Group, width: float) -> float:
    """How wide a line of the name can be in a frame of that width; both in px."""
    marks = 20 * (int(group.agreed) + int(group.links > 0))
    return max(40.0, width - 64 - marks)


def name_width(group: Group) -> float:
    """The width of the whole name in one line, in px."""
    return QFontMetricsF(_name_font()).horizontalAdvance(group.title)


class OpenPlaceItem(BoxItem):
    """The dashed place that stays open while its note is in the air."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(Z_MARK)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        pen = QPen(look.color("lineStrong"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(self.size.adjusted(1, 1, -1, -1), 3, 3)


class LandingItem(BoxItem):
    """The bar between tiles, or the frame »Slip for at lave et tema« around one."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tone = "primary"
        self.setZValue(Z_HELD - 1)

    def show_bar(self, tone: str) -> None:
        """A bar in the zone's ink."""
        self.words, self.tone = "", tone
        self.update()

    def show_frame(self, words: str) -> None:
        """A dashed frame with words above."""
        self.words = words
        self.update()

    def _bounds_now(self) -> QRectF:
        return self.size.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = theme.current()
        if not self.words:
            paint.rounded(painter, self.size, 2, TONES[self.tone][1])
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("primary"), 2.5, Qt.PenStyle.DashLine))
        painter.setBrush(look.color("primaryTint"))
        painter.drawRoundedRect(self.size.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        icons.paint(painter, "plus", "primaryInk", QRectF(9, 6, 16, 16))
        box = QRectF(28, 2, self.size.width() - 32, 24)
        paint.text(
            painter,
            box,
            self.words,
            look.font("body", size=15, weight=700),
            "primaryInk",
            Qt.AlignmentFlag.AlignLeft,
        )
