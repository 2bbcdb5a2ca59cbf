"""The forms of the preparation: opened in place of the drejebog, filled in, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain.forms import answer, entry_at, form_of
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.widgets.fields import flush_all

FORM = "lokal_proces"


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "prepare")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def room(at: Desk, qtbot: QtBot) -> PrepareRoom:
    room = PrepareRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1440, 840)
    room.show_programme(at.programme_id, "forbered")
    room.show()
    QApplication.processEvents()
    return room


def test_the_local_plan_is_filled_in_beside_the_preparation(at: Desk, room: PrepareRoom) -> None:
    tile = room.forms_card.shelf.tiles[FORM]
    assert "Ikke begyndt" in tile.accessibleName()
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert not room.agenda.isVisible()
    assert room.document() == f"skema:{FORM}"
    desk = room.middle.desk
    desk.cards[0].focus_answer()
    QTest.keyClicks(QApplication.focusWidget(), "Hvorfor vi spørger")
    flush_all()
    form = form_of(at.bridge.pack(at.programme_id), FORM)
    assert form is not None
    entry = entry_at(at.book, form, "", at.bridge.today())
    assert answer(at.book, entry.id, "fortaelle") == "Hvorfor vi spørger"
    assert "1 af 7 besvaret" in tile.accessibleName()
    at.undo()
    assert "Ikke begyndt" in tile.accessibleName()
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert room.agenda.isVisible()
    assert room.document() == ""


def test_the_cursor_is_in_the_passphrase_of_a_locked_form(room: PrepareRoom) -> None:
    room.activateWindow()
    room.open_form("tjek")
    page = room.middle.desk.lock_page
    assert QApplication.focusWidget() is page.phrase
    for field in (page.phrase, page.again):
        field.setText("grøn stol under taget")
    page.chosen.emit(page.phrase.text())
    room.middle.desk.head.lock.click()
    assert QApplication.focusWidget() is page.phrase


def test_the_way_back_closes_the_form_and_another_programme_too(at: Desk, room: PrepareRoom) -> None:
    room.open_form(FORM)
    room.middle.back.click()
    assert room.agenda.isVisible()
    assert QApplication.focusWidget() is room.forms_card.shelf.tiles[FORM]


def test_a_process_without_such_forms_has_no_card(tmp_path: Path, qtbot: QtBot) -> None:
    desk = example_desk(tmp_path, "prepare", edited=('place = "prepare"', 'place = "follow"'))
    room = PrepareRoom(desk.bridge)
    qtbot.addWidget(room)
    room.show_programme(desk.programme_id, "forbered")
    assert room.forms_card.isHidden()
    desk.bridge.store.close()
