"""The screens of the tour that show a second round: its preparation and its opening."""

from __future__ import annotations

from collections.abc import Iterator

from trivselsdesk.domain.commands.cycle import BeginCycle, take_along
from trivselsdesk.domain.cycle import BOARD, PLAN, last_time, new_cycle
from trivselsdesk.tour.camera import Camera
from trivselsdesk.tour.desks import Desks
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.prepare.room import PrepareRoom


def second_round(desks: Desks) -> Bridge:
    """The example after its meeting, and the round after it, in which two things are taken along."""
    bridge = desks.example("follow")
    old = bridge.programmes()[0]
    book, pack = bridge.book(old.id), bridge.pack(old.id)
    records = new_cycle(book, pack, pack, old.name, bridge.now(), make_id=desks.make_id)
    key = records[0].id
    bridge.run(BeginCycle(programme_id=key, records=records))
    last = last_time(bridge.book(key))
    for thing, to in ((last.parked[0], BOARD), (last.agreed[1], PLAN)):
        bridge.run(take_along(bridge.book(key), pack, thing.carried.id, to))
    return bridge


def since(camera: Camera) -> Iterator[tuple[str, None]]:
    """The preparation of the second round, and its opening."""
    key = next(each.id for each in camera.bridge.programmes() if each.previous_id)
    camera.window.open_programme(key)
    room = camera.window.shell.room
    assert isinstance(room, PrepareRoom)
    room.show_card(room.since_card)
    yield "16-siden-sidst", None
    camera.window.shell.open_room("run")
    yield "16-siden-sidst-velkomst", None
