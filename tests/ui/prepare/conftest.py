"""A prepare room on a real store: the trivselsdialog with a date, a room and six people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.prepare import AddPeople
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Meeting, Person
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.library import Library
from trivselsdesk.paths import resource_dir
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.widgets.fields import flush_all

NOW = datetime(2026, 5, 12, 9, 0)
NAMES = ("Birgit", "Sanne", "Karin", "Ole", "Jonas", "Aisha")


@pytest.fixture
def bridge(tmp_path: Path, qapp: QApplication) -> Iterator[Bridge]:
    store = Store.open(tmp_path / "trivselsdesk.db")
    yield Bridge(store, Library([resource_dir() / "packs"]), FixedMoment(NOW))
    store.close()


@pytest.fixture
def bare(bridge: Bridge) -> str:
    """A programme as it is on its first day: no date, no people."""
    pack = bridge.library.packs[0].pack
    records = new_programme(pack, "Børnehuset Kastanjen", NOW)
    programme_id = records[0].programme_id
    bridge.run(AddProgramme(programme_id=programme_id, records=records))
    return programme_id


@pytest.fixture
def programme(bridge: Bridge, bare: str) -> str:
    """The same with a date, a room and six people."""
    meeting = bridge.book(bare).meeting
    bridge.run(SetMeetingDay(programme_id=bare, meeting_id=meeting.id, day=date(2026, 5, 20)))
    values = {"room": "Salen", "room_until": 16 * 60}
    bridge.run(EditFields(programme_id=bare, kind=Meeting, id=meeting.id, values=values))
    people = tuple(Person(id=f"p:{name}", programme_id=bare, name=name) for name in NAMES)
    bridge.run(AddPeople(programme_id=bare, people=people))
    return bare


@pytest.fixture
def open_room(bridge: Bridge, qtbot: QtBot) -> Iterator[Callable[[str], PrepareRoom]]:
    """Opens a room on a programme, shown and in use as in the window."""

    def opened(programme_id: str) -> PrepareRoom:
        room = PrepareRoom(bridge)
        qtbot.addWidget(room)
        bridge.changed.connect(room.take)
        room.resize(1440, 840)
        room.show_programme(programme_id, "forbered")
        room.show()
        qtbot.waitExposed(room)
        room.activateWindow()
        qtbot.waitUntil(room.isActiveWindow)
        return room

    yield opened
    flush_all()


@pytest.fixture
def room(open_room: Callable[[str], PrepareRoom], programme: str) -> PrepareRoom:
    return open_room(programme)
