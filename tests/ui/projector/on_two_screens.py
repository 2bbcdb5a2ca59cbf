"""Played on two screens by test_two_screens.py, in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.projector.desk import WallDesk
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Note
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.ui.prepare.rehearsal import Rehearsal
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.run.matrix.page import MatrixPage
from trivselsdesk.ui.run.room import RunRoom


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> WallDesk:
    return WallDesk(qtbot, tmp_path)


@pytest.fixture
def on(held: WallDesk) -> WallDesk:
    held.hold.card.yes.click()
    held.settle()
    return held


def screen(name: str) -> QRect:
    return next(each.geometry() for each in QGuiApplication.screens() if each.name() == name)


def test_a_projector_is_asked_about_once_and_nothing_is_shown_before_the_answer(held: WallDesk) -> None:
    card = held.hold.card
    assert card.isVisible() and "1920 × 1080" in card.screen_words.text()
    assert not held.lead.visible and held.button == "Vis tavlen"
    card.no.click()
    held.window.shell.open_room("plan")
    held.window.shell.open_room("run")
    assert not card.isVisible() and not held.lead.visible
    held.choose("Vis tavlen på beamer")
    assert held.lead.visible


def test_the_rehearsal_shows_each_part_on_the_projector_and_leaves_it_dark_again(held: WallDesk) -> None:
    held.window.shell.open_room("prepare")
    room = held.window.shell.room
    assert isinstance(room, PrepareRoom) and not held.lead.visible
    dialog = Rehearsal(held.desk.bridge, room.programme_id, held.window)
    dialog.shown.connect(room.wall_tried)
    dialog.show()
    dialog.advance()
    held.settle()
    assert held.lead.visible and held.wall.geometry() == screen("beamer")
    first = held.read()
    dialog.advance()
    held.settle()
    assert held.read() != first
    assert not held.lead.state.on, "the projector is not said to be on from now on"
    dialog.accept()
    held.settle()
    assert not held.lead.visible


def test_the_wall_covers_the_projector_and_leaves_the_console_alone(on: WallDesk) -> None:
    assert on.wall.geometry() == screen("beamer")
    assert not on.wall.geometry().intersects(on.window.geometry())
    assert on.button == "Projektor følger med"
    assert not on.wall.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert "To sedler ad gangen" in on.read() and "4:12" in on.read()


def test_keys_work_on_the_board_and_stay_letters_in_a_field(on: WallDesk) -> None:
    page = on.window.shell.room.page  # type: ignore[union-attr]
    page.board_view.setFocus()
    on.key(Qt.Key.Key_B, page.board_view)
    assert on.button == "Projektor er mørk" and not on.read()
    on.key(Qt.Key.Key_B, page.board_view)
    assert on.button == "Projektor følger med" and "To sedler" in on.read()
    page.entry.field.setFocus()
    QTest.keyClicks(page.entry.field, "bfs")
    assert page.entry.field.text() == "bfs" and on.button == "Projektor følger med"


def test_a_frozen_wall_stands_still_and_its_time_goes_on(on: WallDesk) -> None:
    note = next(each for each in on.desk.book.of(Note) if not each.sealed and not each.parked)
    page = on.window.shell.room.page  # type: ignore[union-attr]
    page.board_view.setFocus()
    on.key(Qt.Key.Key_F, page.board_view)
    assert on.button == "Projektor er frosset"
    new = {"text": "Noget helt nyt"}
    on.run(EditFields(programme_id=on.desk.programme_id, kind=Note, id=note.id, values=new, fold=False))
    assert "Noget helt nyt" not in on.read() and note.text in on.read()
    on.lead._on_tick()
    assert "4:12" in on.read()
    room = on.window.shell.room
    assert isinstance(room, RunRoom)
    room.next_step()
    on.lead._on_tick()
    assert note.text in on.read() and on.wall.wall is not None and on.wall.wall.clock is None
    on.choose("Følger med")
    assert "Noget helt nyt" in on.read() and note.text not in on.read()


def test_rules_pause_and_names(on: WallDesk) -> None:
    on.choose("Spilleregler")
    assert "Vi kigger fremad" in on.read() and on.button == "Projektor: spilleregler"
    on.choose("Pause")
    assert "Vi holder en kort pause" in on.read()
    on.choose("Følger med")
    assert "Lone" in on.read()
    on.choose("Vis navne")
    assert "Lone" not in on.read()


def test_swapping_takes_both_windows_along(on: WallDesk) -> None:
    on.choose("Byt skærme")
    assert on.wall.geometry() == screen("laptop")
    assert screen("beamer").contains(on.window.geometry())
    on.choose("Byt skærme")
    assert on.wall.geometry() == screen("beamer")
    assert screen("laptop").contains(on.window.geometry())


def test_another_program_can_be_shown_meanwhile(on: WallDesk) -> None:
    on.choose("Spilleregler")
    on.key(Qt.Key.Key_F5)
    assert not on.lead.visible and on.button == "Vis tavlen"
    on.key(Qt.Key.Key_F5)
    assert on.button == "Projektor: spilleregler" and "Vi kigger fremad" in on.read()
    assert on.wall.geometry() == screen("beamer")


def test_after_a_crash_the_wall_is_there_as_it_was(on: WallDesk) -> None:
    on.choose("Vis navne")
    on.choose("Spilleregler")
    on.restart_after_a_crash()
    assert on.lead.visible and on.wall.geometry() == screen("beamer")
    assert on.button == "Projektor: spilleregler"
    assert not on.lead.state.names and not on.hold.card.isVisible()


def test_the_wall_goes_on_in_the_handleplan_with_the_question_of_the_moment(
    qtbot: QtBot, tmp_path: Path
) -> None:
    on = WallDesk(qtbot, tmp_path, "plan")
    on.hold.card.yes.click()
    chosen = active_initiatives(on.desk.book)
    assert all(each.name in on.read() for each in chosen)
    on.window.shell.open_room("plan")
    room = on.window.shell.room
    room.show_area(chosen[1].id)  # type: ignore[union-attr]
    assert chosen[1].name in on.read() and chosen[0].name not in on.read()
    desk = room.desk  # type: ignore[union-attr]
    desk.questions.focus_part("goal")
    assert on.desk.bridge.pack(on.desk.programme_id).questions[1].title in on.read()
    on.window.show_desk()
    assert on.lead.visible


def test_a_note_in_the_air_is_seen_at_the_same_place(on: WallDesk) -> None:
    board = on.window.shell.room.page.board_view  # type: ignore[union-attr]
    zones = [each.id for each in board.zones]
    tile = board.tile_ids()[0]
    start = board.tile_rect(tile).center().toPoint()
    box = board.laid.zones[zones[1]]
    end = board.mapFromScene(box.x + box.w * 0.7, box.y + 60)
    on.drag_to(board.viewport(), start, end)
    floating = on.wall.floating
    assert floating.isVisible()
    there = on.wall.board.laid.zones[zones[1]]
    middle = QPoint(floating.geometry().center()) - on.wall.board.pos()
    at = on.wall.board.mapToScene(middle)
    assert there.x + there.w * 0.55 < at.x() < there.x + there.w * 0.9
    assert there.y - 60 < at.y() < there.bottom
    assert on.wall.board._tile_items[tile].opacity() < 1
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=end)
    on.settle()
    assert not floating.isVisible()
    assert on.wall.board._tile_items[tile].opacity() == 1


def test_several_notes_in_the_air_are_counted(on: WallDesk) -> None:
    board = on.window.shell.room.page.board_view  # type: ignore[union-attr]
    tiles = board.tile_ids()[:3]
    board.choose(tiles)
    start = board.tile_rect(tiles[0]).center().toPoint()
    on.drag_to(board.viewport(), start, start + QPoint(160, 40))
    assert on.wall.floating.isVisible() and on.wall.floating.count == 3
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    on.settle()


def test_a_card_in_the_air_is_seen_in_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    on = WallDesk(qtbot, tmp_path, "matrix")
    on.hold.card.yes.click()
    on.settle()
    page = on.window.shell.room.page  # type: ignore[union-attr]
    assert isinstance(page, MatrixPage)
    card = page.view.shown.placed[0][0].id  # type: ignore[union-attr]
    start = page.view.card_rect(card).center().toPoint()
    field = page.view.field_rect()
    end = QPoint(round(field.x() + field.width() * 0.3), round(field.y() + field.height() * 0.7))
    on.drag_to(page.view.viewport(), start, end)
    floating = on.wall.floating
    assert floating.isVisible()
    middle = QPoint(floating.geometry().center()) - on.wall.matrix.pos()
    share = middle.x() / on.wall.scale - on.wall.matrix.field.x()
    assert 0.2 < share / on.wall.matrix.field.width() < 0.4
    QTest.mouseRelease(page.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    on.settle()
    assert not floating.isVisible()


def test_at_the_list_it_can_be_read_that_the_wall_goes_on(on: WallDesk) -> None:
    on.choose("Spilleregler")
    on.window.show_desk()
    on.settle()
    bar = on.hold._still
    assert on.lead.visible and bar is not None and bar.isVisible()
    said = " ".join(label.text() for label in bar.findChildren(QLabel))
    assert "Projektor: spilleregler" in said and "Rummet ser stadig mødet" in said
    on.window.open_programme(on.desk.programme_id, "afhold")
    on.settle()
    assert on.lead.visible and on.hold._still is None
    on.window.show_desk()
    bar = on.hold._still
    assert bar is not None
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Luk tavlen").click()
    on.settle()
    assert not on.lead.visible and on.hold._still is None


def test_another_programme_takes_the_wall_away_and_the_first_brings_it_back(on: WallDesk) -> None:
    bridge, pack = on.desk.bridge, on.desk.bridge.pack(on.desk.programme_id)
    records = new_programme(pack, "Tandplejen", bridge.now())
    other = records[0].programme_id
    assert bridge.run(AddProgramme(programme_id=other, records=tuple(records)))
    on.window.show_desk()
    on.window.open_programme(other, "afhold")
    on.settle()
    assert not on.lead.visible and on.button == "Vis tavlen" and on.hold._still is None
    on.window.open_programme(on.desk.programme_id, "afhold")
    on.settle()
    assert on.lead.visible and on.button == "Projektor følger med"
    assert "To sedler ad gangen" in on.read()


def test_the_wall_never_takes_the_keyboard(on: WallDesk) -> None:
    assert on.window.isActiveWindow() and not on.wall.isActiveWindow()
    assert on.wall.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
