"""A zone with thousands of notes is painted as it is, not as the picture that was kept of it before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from trivselsdesk.ui.surface.box_item import BoxItem
from trivselsdesk.ui.surface.items import ZoneItem
from trivselsdesk.ui.surface.layout import Rect
from trivselsdesk.ui.surface.model import ZoneModel


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


def test_a_zone_that_grows_keeps_nothing_of_its_old_picture(qtbot: QtBot) -> None:
    pictures = []
    for sizes in (((700, 2100), (990, 1470)), ((990, 1470),)):
        scene = QGraphicsScene()
        view = QGraphicsView(scene)
        qtbot.addWidget(view)
        view.resize(720, 400)
        view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        item = ZoneItem(ZoneModel("godt", "Fungerer godt", "Noget vi vil bevare", "good", "plus", ()))
        scene.addItem(item)
        with qtbot.waitExposed(view):
            view.show()
        for width, height in sizes:
            view.resize(width + 20, 400)
            item.set_box(Rect(0, 0, width, height))
            scene.setSceneRect(0, 0, width, height)
            view.verticalScrollBar().setValue(0)
            picture = view.viewport().grab().toImage()
        pictures.append(picture)
    assert pictures[0] == pictures[1]
