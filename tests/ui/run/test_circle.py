"""Groups are made, the talk walks from person to person, and the rounds are changed in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answering import when_open
from tests.ui.desk import Desk
from tests.ui.process_desk import process_desk
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.circle import PAUSED, RUNNING, rounds_of, walk_of
from trivselsdesk.domain.groups import group_rules, groups_of
from trivselsdesk.tour.pack_hands import Hands
from trivselsdesk.ui.run.circle.page import CirclePage
from trivselsdesk.ui.run.circle.rounds import RoundsDialog


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = process_desk(tmp_path, "trivselsredskab", "undersoeg")
    Hands(desk.bridge, desk.programme_id).come()
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def page(at: Desk, qtbot: QtBot) -> CirclePage:
    made = CirclePage(at.bridge)
    qtbot.addWidget(made)
    at.bridge.changed.connect(made.take)
    made.resize(1000, 640)
    slot = next(each for each in slots(at.book, at.book.meeting) if each.item.pack_item == "cirkel")
    tool = at.bridge.pack(at.programme_id).first_tool("circle")
    assert tool is not None
    made.show_slot(at.programme_id, slot, tool)
    made.show()
    return made


def in_rounds(do: object) -> None:
    """Work in the dialog that is about to open, and close it whatever happens."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, RoundsDialog) and callable(do)
        do(dialog)
        dialog.close()

    when_open(act)


def test_the_talk_walks_on_by_itself_and_is_held(at: Desk, page: CirclePage) -> None:
    page.making.shuffle.click()
    assert len(groups_of(at.book, at.book.meeting, group_rules(page.pack, page.tool))) == 2
    page.making.go_on.click()
    assert page.talk.isVisible() and walk_of(at.book, at.book.meeting).state == PAUSED
    assert page.talk.title.text() == "Fortæl om dine plusser og minusser"
    page.talk.hold.click()
    assert walk_of(at.book, at.book.meeting).state == RUNNING
    at.moment.at += timedelta(minutes=2, seconds=30)
    page.tick()
    assert page.talk.title.text() == "Spørg ind" and page.talk.digits.text() == "2:30"
    page.talk.next.click()
    assert page.talk.title.text() == "Sig, hvad du hørte" and page.talk.digits.text() == "2:00"
    page.talk.next.click()
    page.talk.back.click()
    page.talk.hold.click()
    assert walk_of(at.book, at.book.meeting).state == PAUSED
    for _ in range(20):
        if page.talk.next.isEnabled():
            page.talk.next.click()
    assert page.talk.title.text() == "Alle har været i fokus"
    page.talk.hold.click()
    assert page.talk.place.text().startswith("Person 1 af")


def test_the_rounds_are_changed_and_undone(at: Desk, page: CirclePage) -> None:
    page.making.shuffle.click()
    page.making.go_on.click()
    assert "vores forslag" in page.talk.source.text()
    told: list[str] = []

    def change(dialog: RoundsDialog) -> None:
        dialog.rows[0].minutes.setValue(4)
        dialog.rows[2].trash.click()
        dialog.add.click()
        dialog.rows[-1].title.setText("Tak hinanden")
        told.append(dialog.told.text())
        dialog._yes.click()

    in_rounds(change)
    page.edit_rounds.click()
    found = rounds_of(at.book, page.tool)
    assert (found[0].minutes, found[-1].title) == (4, "Tak hinanden")
    assert told == ["9 minutter til hver person"]
    assert not page.talk.source.isVisible() and page.talk.digits.text() == "4:00"
    at.undo()
    assert len(rounds_of(at.book, page.tool)) == 3 and rounds_of(at.book, page.tool)[0].minutes == 2
