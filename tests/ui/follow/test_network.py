"""The samarbejdskort as it is read, walked by keys, and left for the place to mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.across_desk import across_desk
from tests.ui.desk import Desk
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Action
from trivselsdesk.ui import places
from trivselsdesk.ui.follow.network.page import NetworkSection
from trivselsdesk.ui.follow.room import FollowRoom


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = across_desk(tmp_path)
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def room(at: Desk, qtbot: QtBot) -> FollowRoom:
    room = FollowRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 700)
    room.show_programme(at.programme_id, "foelg_op")
    room.open_page("network")
    room.show()
    return room


def page_of(room: FollowRoom) -> NetworkSection:
    page = room.section
    assert isinstance(page, NetworkSection)
    return page


def test_people_departments_and_meetings_over_the_same_subjects(room: FollowRoom, qtbot: QtBot) -> None:
    page = page_of(room)
    assert page.count.whole_text() == "5 personer · 4 afdelinger · 4 emner"
    assert page.table.words_at(0, 0) == "Karin Holm · Skole"
    assert page.table.words_at(0, 1) == "ansvarlig, tovholder, følger op"
    assert page.table.words_at(5, 3) == "Ingen har ansvaret"
    page.view.chosen.emit("meeting")
    page.view.set_value("meeting")
    page.refresh()
    assert page.table.words_at(0, 0) == "Tværmøde"


def test_each_finding_leads_to_the_place_to_mend_it(room: FollowRoom, at: Desk, qtbot: QtBot) -> None:
    page, gone = page_of(room), list[str]()
    room.go.connect(gone.append)
    nobody = page.findings.lines[0]
    assert nobody.text() == "»Barnet møder op«: Ingen har ansvaret"
    qtbot.keyClick(nobody, Qt.Key.Key_Return)
    assert gone == ["plan"]
    assert at.bridge.setting(places.plan_area(at.programme_id), "") == "i2"
    double = next(each for each in page.findings.lines if "flere steder" in each.text())
    qtbot.mouseClick(double, Qt.MouseButton.LeftButton)
    assert room.tabs.value() == "wheel"


def test_enter_in_a_cell_opens_its_subject(room: FollowRoom, at: Desk, qtbot: QtBot) -> None:
    page, gone = page_of(room), list[str]()
    room.go.connect(gone.append)
    page.table.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Right)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert at.bridge.setting(places.plan_area(at.programme_id), "") == "i1"
    assert gone == ["plan"]


def test_what_is_mended_leaves_the_list_and_undo_brings_it_back(room: FollowRoom, at: Desk) -> None:
    page = page_of(room)
    before = [each.text() for each in page.findings.lines]
    action = replace(at.book.get(Action, "a2"), owner="Omar")
    at.bridge.run(
        EditFields(programme_id=at.programme_id, kind=Action, id="a2", values={"owner": action.owner})
    )
    assert not any("Ingen har ansvaret" in each.text() for each in page.findings.lines)
    at.undo()
    assert [each.text() for each in page.findings.lines] == before


def test_it_is_printed_shown_on_the_wall_and_empty_before_anything_is_agreed(
    room: FollowRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    page = page_of(room)
    assert room.document() == "samarbejdskort"
    scene = room.on_wall()
    assert scene is not None and scene.network
    (tmp_path / "new").mkdir()
    empty = across_desk(tmp_path / "new", agreed=False)
    fresh = NetworkSection(empty.bridge)
    qtbot.addWidget(fresh)
    fresh.show_programme(empty.programme_id)
    assert fresh.on_wall() is None and not fresh.empty.isHidden()
    assert page.nowhere.isHidden()
    empty.bridge.store.close()
