"""A process of several meetings: each phase turns to its own, and a bar leads between rooms and meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.process_desk import process_desk
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.phases import phase_index
from trivselsdesk.domain.records import Meeting
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.wall.model import Sheet
from trivselsdesk.domain.wall.view import Scene, wall_view
from trivselsdesk.packs.library import Library
from trivselsdesk.packs.loader import load_pack
from trivselsdesk.store.store import Store
from trivselsdesk.ui.actions import Actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.handin.page import HandinSection
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.rooms import MAKERS
from trivselsdesk.ui.run.pages.on_page import OnPage
from trivselsdesk.ui.run.room import RunRoom
from trivselsdesk.ui.shell import Shell

PACK = """
[pack]
schema = 1
id = "to_moeder"
version = "1.0"
title = "To møder"
short_title = "To møder"
summary = "Et møde for de få og et for alle."
facts = "2 møder"
source = "Vores egen"

[[roles]]
id = "leder"
title = "Leder"

[[phases]]
id = "begynd"
title = "Sæt i gang"
room = "run"
also = ["prepare"]
meetings = ["foerst"]

[[phases]]
id = "alle"
title = "Undersøg"
room = "run"
also = ["prepare"]
meetings = ["midt", "sidst"]
"""
MEETING = """
id = "{id}"
title = "{title}"
minutes = {{ least = 10, most = 60 }}
breaks = {{ least = 0, most = 0 }}

[[items]]
id = "tal"
title = "Tal om {id}"
minutes = 20
tool = {{ kind = "talk" }}
"""
MEETINGS = {"foerst": "AMR-møde", "midt": "Personalemøde", "sidst": "Personalemøde 2"}


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    folder = tmp_path / "packs" / "to_moeder"
    (folder / "meetings").mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    for place, (key, title) in enumerate(MEETINGS.items()):
        file = folder / "meetings" / f"{place}.toml"
        file.write_text(MEETING.format(id=key, title=title), encoding="utf-8")
    return load_pack(folder)


@pytest.fixture
def shell(pack: Pack, tmp_path: Path, qtbot: QtBot) -> Iterator[Shell]:
    store = Store.open(tmp_path / "two.db")
    bridge = Bridge(store, Library([tmp_path / "packs"]), FixedMoment(datetime(2026, 5, 20, 9, 0)))
    records = new_programme(pack, "Kastanjen", datetime(2026, 5, 20, 9, 0))
    bridge.run(AddProgramme(programme_id=records[0].programme_id, records=records))
    window = QMainWindow()
    qtbot.addWidget(window)
    shell = Shell(bridge, Actions(window), MAKERS)
    window.setCentralWidget(shell)
    bridge.changed.connect(shell.take)
    window.resize(1366, 768)
    window.show()
    shell.open(records[0].programme_id)
    yield shell
    shell.leave()
    store.close()


def meeting(shell: Shell) -> str:
    return shell.bridge.book(shell.programme_id).meeting.title


def end_current(shell: Shell) -> None:
    book = shell.bridge.book(shell.programme_id)
    clock, logs = timing.end(book, book.meeting, 0.0)
    shell.bridge.run(SetClock(programme_id=shell.programme_id, clock=clock, logs=tuple(logs)))


def test_a_phase_turns_to_its_own_meeting(shell: Shell) -> None:
    assert meeting(shell) == "AMR-møde"
    assert not shell.phase_bar.meetings.isVisible()
    shell.open_phase(1)
    assert meeting(shell) == "Personalemøde"
    assert shell.phase_bar.meetings.currentText() == "Personalemøde"
    assert shell.phase_bar.meetings.count() == 2


def test_the_bar_leads_to_another_meeting_and_it_is_still_there_after_a_restart(shell: Shell) -> None:
    shell.open_phase(1)
    last = next(
        each for each in shell.bridge.book(shell.programme_id).of(Meeting) if each.pack_meeting == "sidst"
    )
    shell.phase_bar.meeting_chosen.emit(last.id)
    assert meeting(shell) == "Personalemøde 2"
    programme_id, moved = shell.programme_id, []
    shell.moved.connect(lambda *place: moved.append(place))
    shell.leave()
    shell.open(programme_id, "alle")
    assert meeting(shell) == "Personalemøde 2"


def test_the_other_room_of_the_phase_is_a_click_away_and_remembered(shell: Shell) -> None:
    assert shell.room_name == "run"
    places: list[tuple[str, str]] = []
    shell.moved.connect(lambda *place: places.append(place))
    shell.phase_bar.rooms.chosen.emit("prepare")
    assert shell.room_name == "prepare"
    assert places[-1] == (shell.programme_id, "begynd+prepare")
    programme_id = shell.programme_id
    shell.leave()
    shell.open(programme_id, "begynd+prepare")
    assert shell.room_name == "prepare"


def test_start_the_meeting_stays_in_the_phase(shell: Shell) -> None:
    shell.open_phase(1, "prepare")
    shell.start_meeting()
    assert (shell.phase, shell.room_name) == (1, "run")


def test_the_programme_goes_on_to_the_phase_whose_meetings_are_not_over(shell: Shell, pack: Pack) -> None:
    book = shell.bridge.book(shell.programme_id)
    assert phase_index(book, pack) == 0
    end_current(shell)
    assert phase_index(book, pack) == 1
    shell.open_phase(1)
    end_current(shell)
    assert phase_index(book, pack) == 1
    shell.open_phase(0)
    shell.open_phase(1)
    assert meeting(shell) == "Personalemøde 2"


def test_a_meeting_that_is_over_leads_to_the_next(shell: Shell) -> None:
    end_current(shell)
    room = shell.room
    assert isinstance(room, RunRoom)
    assert room.side.clock.next.text() == "Videre"
    assert room.side.clock.following.text() == "Næste: Personalemøde"
    room.side.clock.next.click()
    assert (shell.phase, meeting(shell)) == (1, "Personalemøde")
    end_current(shell)
    room.side.clock.next.click()
    assert (shell.phase, meeting(shell)) == (1, "Personalemøde 2")


def test_the_wall_says_when_they_meet_again(shell: Shell) -> None:
    end_current(shell)
    book, pack = shell.bridge.book(shell.programme_id), shell.bridge.pack(shell.programme_id)
    slot = slots(book, book.meeting)[-1]
    scene = Scene(book, pack, book.meeting, timing.read(book, book.meeting, 0.0, 0.0), slot)
    assert wall_view(scene).content == Sheet(question="Næste gang: Personalemøde")


def test_the_name_of_the_unit_goes_before_the_names_of_the_phases(shell: Shell) -> None:
    bar = shell.bar
    bar.show_phases(
        ["Gør klar til mødet", "Undersøg sammen", "Saml op på det hele", "Skriv SMTTE", "Rapportér til MED"]
    )
    bar.set_phase(1, 1)
    bar.title.set_text("Børnehuset Kastanjen")
    bar.set_button(QPushButton("Start mødet og alt det, der hører til"))
    assert bar.title.text() == "Børnehuset Kastanjen"
    assert bar.tabs[0].sizeHint().width() < bar.tabs[1].sizeHint().width()
    assert bar.tabs[0].toolTip() == "Gør klar til mødet"


def test_a_part_about_a_page_leads_to_it_and_the_wall_shows_what_it_can(qtbot: QtBot, tmp_path: Path) -> None:
    desk = process_desk(tmp_path, "trivselsredskab", "rapport")
    window = QMainWindow()
    qtbot.addWidget(window)
    shell = Shell(desk.bridge, Actions(window), MAKERS)
    window.setCentralWidget(shell)
    desk.bridge.changed.connect(shell.take)
    window.resize(1366, 768)
    window.show()
    shell.open(desk.programme_id, "rapporter+run")
    room = shell.room
    assert isinstance(room, RunRoom)
    room.next_step()
    book = desk.book
    wanted = next(each for each in slots(book, book.meeting) if each.item.pack_item == "afrapport")
    room.clockwork.jump(wanted.id)
    page = room.page
    assert isinstance(page, OnPage)
    assert page.open.text() == "Åbn »Aflevering«" and page.open.isVisible()
    page.open.click()
    assert isinstance(shell.room, FollowRoom)
    assert isinstance(shell.room.section, HandinSection)
    shell.leave()
    desk.bridge.store.close()
