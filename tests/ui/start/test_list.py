"""The list of programmes: what it says, what can be done with a row, and taking it back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.start.hands import NOW, Desk, in_dialog, press_button, write_and_enter
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Task
from trivselsdesk.packs.library import Library
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.start.room import StartRoom


def test_first_run_is_friendly_and_shows_no_list(desk: Desk) -> None:
    room = desk.room
    assert room.empty.isVisible() and not room.list.isVisible() and not room.hero.isVisible()
    assert room.empty.title.text() == "Vælg en proces til højre"
    assert "Albertslund trivselsdialog" in [card.text() for card in room.side.packs.cards.values()]
    QTest.mouseClick(room.empty.button, Qt.MouseButton.LeftButton)
    assert len(desk.opened) == 1
    assert not room.empty.isVisible()


def test_a_row_says_how_far_and_what_is_late(desk: Desk) -> None:
    programme_id = desk.add("Skovly", day=date(2026, 8, 20))
    row = desk.room.list.rows[programme_id]
    assert row.phase.text() == "Forbered"
    task = next(each for each in desk.bridge.book(programme_id).of(Task) if each.due is None)
    late = EditFields(
        programme_id=programme_id,
        kind=Task,
        id=task.id,
        values={"text": "Ring til Karin", "due": date(2026, 5, 4), "done": False},
    )
    assert desk.bridge.run(late)
    assert row.next.whole_text() == "Ring til Karin"
    assert row.when.words.whole_text() == "man. 4. maj · 16 dage over"
    assert "sen" in row.status.words.whole_text()


def test_a_click_anywhere_on_the_row_opens_it(desk: Desk) -> None:
    programme_id = desk.add("Skovly")
    row = desk.room.list.rows[programme_id]
    QTest.mouseClick(row.name, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.open_button, Qt.MouseButton.LeftButton)
    row.open_button.setFocus()
    QTest.keyClick(row.open_button, Qt.Key.Key_Return)
    assert desk.opened == [(programme_id, "")] * 3


def test_rename_can_be_undone_and_survives_a_restart(desk: Desk) -> None:
    programme_id = desk.add("Skovly")
    write_and_enter("Skovlys Børnehus 🌳")
    desk.choose("Skovly", "Omdøb …")
    assert desk.names() == ["Skovlys Børnehus 🌳"]
    desk.undo()
    assert desk.names() == ["Skovly"]
    desk.bridge.redo("")
    desk.store.close()
    with Store.open(desk.store.path) as store:
        bridge = Bridge(store, Library([]), FixedMoment(NOW))
        room = StartRoom(bridge)
        room.refresh()
        assert room.list.rows[programme_id].name.whole_text() == "Skovlys Børnehus 🌳"


def test_delete_asks_once_and_can_be_taken_back_in_two_ways(desk: Desk) -> None:
    programme_id = desk.add("Skovly")
    desk.add("Egetræet")
    press_button("Annullér")
    desk.choose("Skovly", "Slet …")
    assert sorted(desk.names()) == ["Egetræet", "Skovly"]

    press_button("Slet forløb")
    desk.choose("Skovly", "Slet …")
    assert desk.names() == ["Egetræet"]
    assert desk.toasts == ["Slettet: »Skovly«"]
    desk.undo()
    assert sorted(desk.names()) == ["Egetræet", "Skovly"]

    press_button("Slet forløb")
    desk.choose("Skovly", "Slet …")
    shelves = desk.room.list.shelves
    shelves.set_value("deleted")
    shelves.chosen.emit("deleted")
    row = desk.room.list.rows[programme_id]
    assert row.open_button.text() == "Gendan" and not row.more.isVisible()
    QTest.mouseClick(row.name, Qt.MouseButton.LeftButton)
    assert desk.opened == []
    QTest.mouseClick(row.open_button, Qt.MouseButton.LeftButton)
    assert not desk.bridge.book(programme_id).programme.deleted
    # The bin is empty, so its tab is gone and the list is the one under way.
    assert desk.room.list.shelf == "open" and len(desk.names()) == 2


def test_enter_does_not_delete(desk: Desk) -> None:
    desk.add("Skovly")
    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    desk.choose("Skovly", "Slet …")
    assert desk.names() == ["Skovly"]


def test_finish_and_take_up_again(desk: Desk) -> None:
    desk.add("Skovly")
    desk.choose("Skovly", "Afslut")
    assert desk.names() == []
    assert desk.room.list.nothing.isVisible()
    desk.room.list.shelves.set_value("closed")
    desk.room.refresh()
    assert desk.names() == ["Skovly"]
    desk.choose("Skovly", "Genoptag")
    assert desk.names() == []
    desk.room.list.shelves.set_value("open")
    desk.room.refresh()
    assert desk.names() == ["Skovly"]


def test_a_copy_is_a_programme_of_its_own(desk: Desk) -> None:
    first = desk.add("Skovly")
    desk.choose("Skovly", "Lav en kopi")
    desk.choose("Skovly", "Lav en kopi")
    assert sorted(desk.names()) == ["Skovly", "Skovly – kopi", "Skovly – kopi (2)"]
    copy = next(key for key, row in desk.room.list.rows.items() if row.name.whole_text() == "Skovly – kopi")
    task = next(iter(desk.bridge.book(copy).of(Task)))
    assert desk.bridge.run(EditFields(programme_id=copy, kind=Task, id=task.id, values={"text": "Kun her"}))
    assert "Kun her" not in [each.text for each in desk.bridge.book(first).of(Task)]
    desk.undo()
    assert sorted(desk.names()) == ["Skovly", "Skovly – kopi"]


def test_focus_stays_on_its_row_when_another_comes(desk: Desk) -> None:
    programme_id = desk.add("Skovly")
    QApplication.processEvents()
    button = desk.room.list.rows[programme_id].open_button
    button.setFocus()
    desk.add("Egetræet")
    assert button.hasFocus()
    assert desk.room.list.rows[programme_id].open_button is button


def test_a_name_of_ten_thousand_letters_breaks_nothing(desk: Desk) -> None:
    programme_id = desk.add("Å" * 10_000, day=date(2026, 5, 20))
    desk.add("مكان العمل 👩‍🔧")
    desk.room.resize(1093, 614)
    QApplication.processEvents()
    row = desk.room.list.rows[programme_id]
    assert row.width() <= desk.room.width() and row.open_button.isVisible()
    assert row.geometry().contains(row.open_button.geometry().translated(row.pos()))
    assert desk.bridge.book(programme_id).programme.name == "Å" * 10_000


def test_a_process_that_is_gone_is_told_and_can_still_be_saved(desk: Desk) -> None:
    programme_id = desk.add("Skovly", pack_id="ukendt", pack_version="9")
    row = desk.room.list.rows[programme_id]
    assert row.phase.text() == "Processen kan ikke læses"
    assert not row.open_button.isEnabled()
    QTest.mouseClick(row.name, Qt.MouseButton.LeftButton)
    assert desk.opened == []
    assert "Gem som fil …" in [each.text() for each in row.menu().actions()]
