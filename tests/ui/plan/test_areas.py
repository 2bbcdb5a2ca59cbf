"""The rail: new, named, moved, taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.plan.planning import Planning, type_words
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui.plan.content import asides
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.lift_dialog import LiftDialog


def test_a_new_one_by_hand_gets_its_name_at_once(planning: Planning) -> None:
    menu = planning.room.areas.fill_new()
    assert menu.actions()[0].text() == "Skriv selv"
    menu.actions()[0].trigger()
    assert planning.desk.header.name.hasFocus()
    type_words(planning.desk.header.name, "Fælles frokost")
    flush_all()
    assert planning.names()[-1] == "Fælles frokost"
    planning.reopen()
    assert planning.names()[-1] == "Fælles frokost"
    assert planning.room.current == planning.initiative("Fælles frokost").id


def test_one_by_hand_is_deleted_and_comes_back(planning: Planning) -> None:
    planning.room.add_area()
    type_words(planning.desk.header.name, "Frokost")
    flush_all()
    planning.room.areas.remove(planning.initiative("Frokost").id)
    assert "Frokost" not in planning.names()
    assert planning.said[-1] == "Slettet: »Frokost«"
    planning.at.undo()
    assert planning.names()[-1] == "Frokost"


def test_one_from_a_theme_is_left_out_unless_it_always_calls_for_action(planning: Planning) -> None:
    planning.room.areas.remove(planning.initiative("Travle eftermiddage").id)
    assert "Travle eftermiddage" not in planning.names()
    planning.at.undo()
    planning.room.areas.remove(planning.initiative("Hård tone").id)
    assert "Hård tone" in planning.names()
    assert "kræver altid handling" in planning.said[-1]


def test_what_is_written_and_left_out_is_listed_with_a_way_back(planning: Planning) -> None:
    gone = planning.initiative("Hvem gør hvad?")
    planning.room.areas.remove(gone.id)
    assert "Hvem gør hvad?" not in planning.names()
    planning.room.rail.back_button.click()
    [line] = planning.room.areas.fill_back().actions()
    assert line.text() == "Hvem gør hvad?"
    line.trigger()
    assert "Hvem gør hvad?" in planning.names() and planning.room.current == gone.id
    assert all(each.kind != "back" for each in asides(planning.book, planning.bridge.pack(planning.key)))


def test_the_pencil_opens_what_is_lifted_to_that_target(
    planning: Planning, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(LiftDialog, "exec", lambda dialog: seen.append(dialog.windowTitle()))
    pencils = [each for each in planning.room.rail.findChildren(IconButton) if each.objectName()]
    assert [each.objectName() for each in pencils] == [
        each.lift for each in asides(planning.book, planning.bridge.pack(planning.key)) if each.lift
    ]
    for each in pencils:
        planning.press(each, Qt.Key.Key_Space)
    assert len(seen) == len(pencils) > 0 and all(seen)


def test_order_changes_by_key_and_by_drag(planning: Planning) -> None:
    card = planning.room.rail.areas.cards()[0]
    planning.press(card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert planning.names()[:2] == ["Hvem gør hvad?", "Hård tone"]
    card = planning.room.rail.areas.cards()[0]
    start = QPoint(60, 20)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 120, 400):
        QTest.mouseMove(card, start + QPoint(0, step))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 400))
    assert planning.names()[-1] == "Hvem gør hvad?"
    planning.at.undo()
    assert planning.names()[0] == "Hvem gør hvad?"


def test_too_few_is_said(planning: Planning) -> None:
    assert not planning.room.rail.warning.isVisible()
    for name in ("Travle eftermiddage", "Beskeder mellem stuerne"):
        planning.room.areas.remove(planning.initiative(name).id)
    assert planning.room.rail.warning.isVisible()
    assert planning.room.rail.warning.text() == "2 valgt · mål 3–5"


def test_with_nothing_chosen_there_is_a_way_on(planning: Planning) -> None:
    for each in list(planning.book.ranked(Initiative)):
        planning.bridge.run(RemoveRow(programme_id=planning.key, kind=Initiative, id=each.id))
    assert planning.names() == []
    planning.desk._empty.button.click()
    assert planning.asked == ["run"]
