"""A fresh programme of one of the shipped processes, on a real store."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.ui.desk import Desk, library
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.meetings import ChooseMeeting
from trivselsdesk.domain.records import Meeting
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment

NOW = datetime(2026, 5, 20, 9, 0)


def process_desk(folder: Path, pack_id: str, meeting: str = "") -> Desk:
    """A programme of the pack with that id, turned to one of its meetings."""
    path, moment = folder / "process.db", FixedMoment(NOW)
    bridge = Bridge(Store.open(path), library(), moment)
    shelf = bridge.library.find(pack_id)
    assert shelf is not None
    records = new_programme(shelf.pack, "Holm Tag", NOW)
    desk = Desk(bridge, records[0].programme_id, moment, path)
    bridge.keep_pack(shelf.pack, dict(shelf.files))
    assert bridge.run(AddProgramme(programme_id=desk.programme_id, records=records))
    if meeting:
        turn_to(desk, meeting)
    return desk


def turn_to(desk: Desk, meeting: str) -> None:
    """Turn to the meeting with that id in the pack."""
    wanted = next(each for each in desk.book.of(Meeting) if each.pack_meeting == meeting)
    assert desk.bridge.run(ChooseMeeting(programme_id=desk.programme_id, meeting_id=wanted.id))
