"""When the disk takes nothing for a while: what was typed waits in the bridge, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.rows import AddRow, EditFields, RemoveRow
from trivselsdesk.domain.records import Meeting, Programme, Rule
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.library import Library
from trivselsdesk.paths import resource_dir
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.prepare.room import PrepareRoom

NOW = datetime(2026, 5, 12, 9, 0)
HALF_AN_EMOJI = "\ud83d"


class Desk:
    """A programme on a disk that can be filled."""

    def __init__(self, path: Path) -> None:
        store = Store.open(path)
        self.bridge = Bridge(store, Library([resource_dir() / "packs"]), FixedMoment(NOW))
        records = new_programme(self.bridge.library.packs[0].pack, "Kastanjen", NOW)
        self.key = records[0].programme_id
        self.bridge.run(AddProgramme(programme_id=self.key, records=records))
        self.full = False
        self._run = store.run
        store.run = self._try  # type: ignore[method-assign]
        self.told: list[str] = []
        self.bridge.recovered.connect(self._well)

    def _try(self, command: Command) -> object:
        if self.full:
            raise StoreError("full")
        if isinstance(command, EditFields) and HALF_AN_EMOJI in command.values.values():
            raise StoreError("unfit")
        return self._run(command)

    def _well(self) -> None:
        self.told.append("well")

    @property
    def meeting(self) -> Meeting:
        return self.bridge.book(self.key).meeting

    def type(self, **values: str) -> bool:
        """Write in fields of the meeting."""
        command = EditFields(programme_id=self.key, kind=Meeting, id=self.meeting.id, values=values)
        return self.bridge.run(command)

    def rule(self, key: str) -> bool:
        """A gesture: a new ground rule."""
        return self.bridge.run(
            AddRow(programme_id=self.key, record=Rule(id=key, programme_id=self.key, text=key))
        )

    def rules(self) -> list[str]:
        return [each.text for each in self.bridge.book(self.key).ranked(Rule)]


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(tmp_path / "trivselsdesk.db")
    yield made
    made.bridge.store.close()


def test_every_text_is_written_as_soon_as_the_disk_takes_one(desk: Desk) -> None:
    desk.full = True
    assert not desk.type(room="Salen")
    assert not desk.type(title="Dialog")
    assert not desk.type(room="Den store sal")
    desk.full = False
    desk.told.clear()
    assert desk.rule("Vi lytter")
    assert (desk.meeting.room, desk.meeting.title) == ("Den store sal", "Dialog")
    assert not desk.bridge.unwritten and "well" in desk.told


def test_a_text_that_no_file_can_hold_keeps_nothing_else_back(desk: Desk) -> None:
    assert not desk.type(room=HALF_AN_EMOJI)
    desk.told.clear()
    assert desk.rule("Vi lytter")
    assert desk.told == [] and not desk.bridge.try_again(), "all is not well while a text still waits"
    assert desk.type(room="Salen") and desk.meeting.room == "Salen"
    assert desk.told == ["well"]


def test_of_gestures_only_the_last_waits_and_only_to_be_tried_again(desk: Desk) -> None:
    desk.full = True
    desk.rule("en")
    desk.rule("to")
    desk.type(room="Salen")
    assert not desk.bridge.try_again()
    desk.full = False
    assert desk.bridge.try_again()
    assert "to" in desk.rules() and "en" not in desk.rules() and desk.meeting.room == "Salen"


def test_undo_takes_back_what_was_typed_while_the_disk_was_full(desk: Desk) -> None:
    desk.type(room="Salen")
    desk.full = True
    desk.type(title="Dialog")
    desk.full = False
    before = desk.meeting.title
    desk.bridge.undo(desk.key)
    assert (desk.meeting.room, desk.meeting.title) == ("Salen", before)
    desk.bridge.redo(desk.key)
    assert desk.meeting.title == "Dialog"


def test_a_text_whose_record_is_gone_lets_the_others_through(desk: Desk) -> None:
    desk.rule("en")
    desk.full = True
    values = {"text": "Vi lytter færdigt"}
    desk.bridge.run(EditFields(programme_id=desk.key, kind=Rule, id="en", values=values))
    desk.type(room="Salen")
    desk._run(RemoveRow(programme_id=desk.key, kind=Rule, id="en"))
    desk.full = False
    assert desk.bridge.try_again() and desk.meeting.room == "Salen"


@pytest.fixture
def open_room(desk: Desk, qtbot: QtBot) -> Callable[[], PrepareRoom]:
    def opened() -> PrepareRoom:
        room = PrepareRoom(desk.bridge)
        qtbot.addWidget(room)
        desk.bridge.changed.connect(room.take)
        room.show_programme(desk.key, "forbered")
        room.show()
        return room

    return opened


def test_two_fields_of_the_preparation_survive_a_full_disk(
    desk: Desk, open_room: Callable[[], PrepareRoom], qtbot: QtBot
) -> None:
    card = open_room().meeting_card
    card.set_editing(True)
    desk.full = True
    for field, words in ((card._room, "Salen"), (card._task, "Trygge dage")):
        qtbot.keyClicks(field, words)
        field.flush()
    desk.full = False
    assert desk.bridge.try_again()
    assert (card._room.value(), card._task.value()) == ("Salen", "Trygge dage")
    assert desk.meeting.room == "Salen"
    assert desk.bridge.book(desk.key).get(Programme, desk.key).core_task == "Trygge dage"
