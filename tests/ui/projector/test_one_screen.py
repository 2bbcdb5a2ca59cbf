"""The wall where there is only the facilitator's own screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.projector.desk import WallDesk
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Note
from trivselsdesk.domain.standing import hangs
from trivselsdesk.ui import actions
from trivselsdesk.ui.surface.model import Aloft


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> WallDesk:
    return WallDesk(qtbot, tmp_path)


def test_f5_shows_the_wall_over_the_console_and_esc_leads_back(held: WallDesk) -> None:
    assert not held.hold.card.isVisible()
    held.key(Qt.Key.Key_F5)
    assert held.lead.visible and held.lead.shared
    assert held.wall.geometry() == held.window.screen().geometry()
    assert "Esc" in held.wall._hint.text()
    assert "To sedler ad gangen" in held.read()
    QTest.keyClick(held.wall, Qt.Key.Key_Escape)
    assert not held.lead.visible and held.button == "Vis tavlen"
    held.window.activateWindow()
    held.qtbot.waitUntil(held.window.isActiveWindow)
    held.key(Qt.Key.Key_F5)
    assert held.lead.visible


def test_the_clock_is_worked_from_the_wall_while_it_covers_the_console(held: WallDesk) -> None:
    held.key(Qt.Key.Key_F5)
    assert {actions.text("next_step"), actions.text("wall")} <= {each.text() for each in held.wall.actions()}


def test_a_clicker_leads_the_status_round_from_the_wall_that_covers_the_console(
    qtbot: QtBot, tmp_path: Path
) -> None:
    held = WallDesk(qtbot, tmp_path, "follow")
    held.window.open_programme(held.desk.programme_id, "statuspil")
    held.settle()
    page = held.window.shell.room.page("status")  # type: ignore[union-attr]
    page.take_round()
    held.window.activateWindow()
    held.lead.toggle()
    assert held.lead.shared
    for key, words in ((Qt.Key.Key_PageDown, "2 af 5"), (Qt.Key.Key_PageUp, "1 af 5")):
        QTest.keyClick(held.wall, key)
        held.settle()
        assert page.round.count.whole_text() == words
        assert words in held.read()


@pytest.mark.parametrize("mode", ["freeze", "dark", "pause"])
def test_what_is_in_the_air_does_not_stay_on_a_wall_that_no_longer_follows(held: WallDesk, mode: str) -> None:
    held.key(Qt.Key.Key_F5)
    ids = held.wall.board.tile_ids()
    note = next(each for each in held.desk.book.of(Note) if each.id in ids)
    held.lead.follow(Aloft((note.id,), "", note.zone, 0.5, 0.5))
    held.qtbot.waitUntil(held.wall.floating.isVisible)
    held.lead.set_mode(mode)
    assert not held.wall.floating.isVisible()
    held.lead.follow(Aloft())
    held.lead.set_mode("follow")
    held.settle()
    assert not held.wall.floating.isVisible()
    assert all(each.opacity() == 1.0 for each in held.wall.board._tile_items.values())


def test_the_menu_offers_what_one_screen_can(held: WallDesk) -> None:
    held.choose("Vis tavlen her på skærmen")
    assert held.lead.shared
    held.choose("Pause")
    assert "pause" in held.read().lower() and held.button == "Projektor: pause"
    held.choose("Luk tavlen")
    assert not held.lead.visible


def test_letters_say_what_they_need_when_there_is_no_wall(held: WallDesk) -> None:
    board = held.window.shell.room.page.board_view  # type: ignore[union-attr]
    board.setFocus()
    held.key(Qt.Key.Key_B, board)
    assert "F5" in held.window.toast.text()
    assert held.lead.state.mode == "follow"


def test_after_a_restart_one_screen_is_the_consoles_own(held: WallDesk) -> None:
    held.key(Qt.Key.Key_F5)
    held.restart_after_a_crash()
    assert not held.lead.visible


def test_closing_the_program_takes_the_wall_along(held: WallDesk) -> None:
    held.key(Qt.Key.Key_F5)
    held.window.close()
    assert not held.lead.visible


def test_names_are_turned_off_on_a_frozen_wall_and_nothing_else_changes(held: WallDesk) -> None:
    held.key(Qt.Key.Key_F5)
    note = next(each for each in held.desk.book.of(Note) if hangs(each))
    held.choose("Frys")
    edit = EditFields(
        programme_id=note.programme_id, kind=Note, id=note.id, values={"text": "Det er kun til os"}
    )
    held.run(edit)
    assert "Lone" in held.read() and note.text in held.read()
    held.choose("Vis navne")
    assert "Lone" not in held.read()
    assert note.text in held.read() and "Det er kun til os" not in held.read()
