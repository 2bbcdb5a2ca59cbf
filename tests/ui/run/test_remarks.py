"""The opsamler's notes beside the board: written with Enter, mended, moved, deleted, kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.domain.records import Remark
from trivselsdesk.domain.remarks import remarks_of
from trivselsdesk.ui.remarks.pane import RemarkPane
from trivselsdesk.ui.remarks.row import RemarkRow
from trivselsdesk.ui.widgets.fields import flush_all


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    held = Held(qtbot, tmp_path, "board")
    for each in remarks_of(held.room.book, held.room.book.meeting):
        held.room.side.remarks._remove(each.id)
    return held


def pane(held: Held) -> RemarkPane:
    return held.room.side.remarks


def write(held: Held, text: str, kind: str = "") -> None:
    entry = pane(held).entry
    if kind:
        entry.kinds.set_value(kind)
    QTest.keyClicks(entry.field, text)
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    held.moment.at += timedelta(seconds=2)


def written(held: Held) -> list[tuple[str, str]]:
    book = held.room.book
    return [(each.text, each.kind) for each in remarks_of(book, book.meeting)]


def choose(row: RemarkRow, *path: str) -> None:
    """Open the row's menu and choose what stands under these words."""
    row.fill_menu()
    menu = row.menu
    for words in path[:-1]:
        found = next(each for each in menu.actions() if each.text() == words).menu()
        assert found is not None
        menu = found  # type: ignore[assignment]
    next(each for each in menu.actions() if each.text() == path[-1]).trigger()
    QApplication.processEvents()


def test_the_key_opens_the_notes_and_enter_writes_one_with_time_and_part(held: Held) -> None:
    opened = held.moment.now().replace(microsecond=0)
    held.room.remarks.write()
    assert pane(held).isVisible() and not held.room.side.words.isVisible()
    assert held.room.centre.remarks.isChecked()
    write(held, "Lone spørger Ejendomme", "aftale")
    write(held, "Klare roller")
    assert written(held) == [("Lone spørger Ejendomme", "aftale"), ("Klare roller", "aftale")]
    first = remarks_of(held.room.book, held.room.book.meeting)[0]
    assert first.slot_id == held.room.clockwork.clock.slot
    assert datetime.fromtimestamp(first.at) == opened
    assert pane(held).headings() == ["Vores hverdag · Præsentér sedler"]
    assert pane(held).rows()[0].facts.whole_text() == "13.39 · Aftale"
    assert pane(held).entry.field.value() == ""
    held.room.remarks.write()
    assert not pane(held).isVisible() and held.room.side.words.isVisible()


def test_escape_puts_the_notes_away_and_what_was_begun_waits(held: Held) -> None:
    held.room.remarks.write()
    QTest.keyClicks(pane(held).entry.field, "Halvt")
    QTest.keyClick(pane(held).entry.field, Qt.Key.Key_Escape)
    assert not pane(held).isVisible() and not written(held)
    flush_all()
    held.restart()
    held.room.remarks.write()
    assert pane(held).entry.field.value() == "Halvt"


def test_what_was_begun_in_one_part_belongs_to_it(held: Held) -> None:
    held.room.remarks.write()
    before = held.room.clockwork.clock.slot
    QTest.keyClicks(pane(held).entry.field, "Vi bor i det samme")
    held.pass_time(1)
    held.room.next_step()
    QTest.keyClick(pane(held).entry.field, Qt.Key.Key_Return)
    (only,) = remarks_of(held.room.book, held.room.book.meeting)
    assert only.slot_id == before
    assert datetime.fromtimestamp(only.at).minute == 39
    write(held, "Og her")
    assert remarks_of(held.room.book, held.room.book.meeting)[1].slot_id != before


def test_words_are_mended_where_they_stand_and_undo_takes_it_back(held: Held) -> None:
    held.room.remarks.write()
    write(held, "Klare roler")
    row = pane(held).rows()[0]
    row.words.setPlainText("Klare roller")
    QTest.keyClick(row.words, Qt.Key.Key_Return)
    assert written(held)[0][0] == "Klare roller"
    held.bridge.undo(held.key)
    assert written(held)[0][0] == "Klare roler"
    assert row.words.value() == "Klare roler"


def test_a_note_moves_to_another_part_and_gets_another_kind(held: Held) -> None:
    held.room.remarks.write()
    write(held, "Næste gang begynder vi her")
    choose(pane(held).rows()[0], "Flyt til", "Velkomst")
    assert pane(held).headings() == ["Velkomst"]
    choose(pane(held).rows()[0], "Skriv som", "Næste skridt")
    assert pane(held).rows()[0].facts.whole_text().endswith("Næste skridt")
    held.bridge.undo(held.key)
    held.bridge.undo(held.key)
    assert pane(held).headings() == ["Vores hverdag · Præsentér sedler"]


def test_delete_and_emptied_words_offer_the_way_back(held: Held, qtbot: QtBot) -> None:
    told: list[str] = []
    held.room.undo_toast.connect(lambda icon, words: told.append(words))
    held.room.remarks.write()
    write(held, "Den første")
    write(held, "Den anden")
    choose(pane(held).rows()[0], "Slet")
    row = pane(held).rows()[0]
    row.words.setFocus()
    qtbot.waitUntil(row.words.hasFocus)
    row.words.setPlainText("")
    flush_all()
    pane(held).refresh()
    assert written(held) == [("Den anden", "pointe")] and row.words.value() == ""
    pane(held).entry.field.setFocus()
    assert written(held) == []
    assert told == ["Slettet: »Den første«", "Slettet: »Den anden«"]
    held.bridge.undo(held.key)
    held.bridge.undo(held.key)
    assert [text for text, _ in written(held)] == ["Den første", "Den anden"]
    assert [each.words.value() for each in pane(held).rows()] == ["Den første", "Den anden"]


def test_notes_survive_a_restart(held: Held) -> None:
    held.room.remarks.write()
    write(held, "Det vigtigste")
    held.restart()
    assert written(held) == [("Det vigtigste", "pointe")]
    assert held.room.centre.remarks._hint == "1"


def test_on_a_narrow_screen_the_notes_lie_over_the_board_and_go_away(held: Held) -> None:
    held.room.resize(1150, 700)
    assert not held.room.side.isVisible()
    held.room.centre.remarks.click()
    assert pane(held).isVisible()
    held.room.put_away()
    assert not pane(held).isVisible() and not held.room.centre.remarks.isChecked()


def test_at_1366_the_entry_bar_of_the_board_stays_free(held: Held) -> None:
    held.room.resize(1366, 708)
    held.room.remarks.write()
    QApplication.processEvents()
    page = held.room.page
    assert page is not None
    bar = page.keep_clear()
    assert bar is not None and bar.isVisible()
    right = bar.mapTo(held.room, bar.rect().topRight()).x()
    assert right < held.room.side.x()
    entry = pane(held).entry
    assert entry.mapTo(held.room, entry.rect().bottomLeft()).y() <= held.room.height()


def test_a_note_that_undo_took_away_is_gone_from_the_list(held: Held) -> None:
    held.room.remarks.write()
    write(held, "Fortryd mig")
    held.bridge.undo(held.key)
    assert pane(held).rows() == [] and not list(held.room.book.of(Remark))
    held.bridge.redo(held.key)
    assert [each.words.value() for each in pane(held).rows()] == ["Fortryd mig"]
