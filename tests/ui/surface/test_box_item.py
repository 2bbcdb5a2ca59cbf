"""A zone with thousands of notes is painted as it is, not as the picture that was kept of it before."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from trivselsdesk.ui.surface.box_item import BoxItem
from trivselsdesk.ui.surface.layout import Rect


class Coloured(BoxItem):
    """Fills itself with a colour."""

    colour = "#ffffff"

    def paint(self, painter, option, widget=None):  # type: ignore[no-untyped-def]
        painter.fillRect(self.size, QColor(self.colour))


def test_an_item_that_grows_beyond_what_is_kept_shows_its_new_colour(qtbot: QtBot) -> None:
    scene = QGraphicsScene()
    view = QGraphicsView(scene)
    qtbot.addWidget(view)
    view.resize(600, 400)
    item = Coloured()
    scene.addItem(item)
    item.set_box(Rect(0, 0, 500, 300))
    assert item.cacheMode() == QGraphicsItem.CacheMode.DeviceCoordinateCache
    with qtbot.waitExposed(view):
        view.show()
    item.colour = "#123456"
    item.set_box(Rect(0, 0, 1300, 120_000))
    assert item.cacheMode() == QGraphicsItem.CacheMode.NoCache
    view.centerOn(250, 60_000)
    assert view.grab().toImage().pixelColor(300, 200) == QColor("#123456")
    item.set_box(Rect(0, 0, 500, 300))
    assert item.cacheMode() == QGraphicsItem.CacheMode.DeviceCoordinateCache
