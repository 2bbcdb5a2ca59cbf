"""The board as it is measured: what stands at the foot of a note has room below its text."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from trivselsdesk.ui.surface.measure import LINE
from trivselsdesk.ui.surface.model import Group, Tile, ZoneModel
from trivselsdesk.ui.surface.stage import Stage


def test_a_note_that_others_are_joined_in_gets_room_for_their_number(qtbot: QtBot) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(700, 240)
    stage.show()
    notes = tuple(Tile(f"n{n}", "Kolleger springer til, når en stue er presset", "yellow") for n in range(9))
    group = Group("g", "Vi hjælper hinanden", notes)
    zone = ZoneModel("z", "Fungerer godt", "", "good", "plus", (group,))
    stage.show_zones([zone])
    joined = replace(notes[0], mark="3 sedler", voices=3)
    stage.show_zones([replace(zone, groups=(replace(group, tiles=(joined, *notes[1:])),))])
    box = stage.laid.tiles["n0"]
    item = stage._tile_items["n0"]
    lines = item._broken(item._text_width(), item._first_line())
    assert box.h >= 6 + len(lines) * stage.laid.font * LINE + 17
