"""The word goes round in the real room: the panel beside the board, the list, the closing round."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.domain import turns
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.records import Note, Person, Round, Turn
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.pages.round import RoundPage
from trivselsdesk.ui.run.panels.turn_order import TurnOrder
from trivselsdesk.ui.run.panels.turns import TurnsPanel


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "board")


def board(held: Held) -> BoardPage:
    page = held.room.page
    assert isinstance(page, BoardPage)
    return page


def panel(held: Held) -> TurnsPanel:
    return board(held).turns


def lines(held: Held) -> list[str]:
    """The lines of the panel as they are read aloud."""
    return [row.accessibleName() for row in panel(held).rows if row.isVisible()]


def now(held: Held) -> str:
    """The line that stands out."""
    return next((each for each in lines(held) if each.endswith("har ordet")), "")


def filled(held: Held, name: str) -> list[bool]:
    """The squares of a line."""
    row = next(each for each in panel(held).rows if each.isVisible() and each.name.whole_text() == name)
    return [each.square.on for each in row.squares if each.isVisible()]


def seal(held: Held) -> list[str]:
    """Take the trio's notes down, as they were before the step; what is settled elsewhere stays."""
    notes = held.bridge.book(held.key).ranked(Note)
    pinks = [note.id for note in notes if note.kind == "pink" and not note.track]
    for each in pinks:
        held.run(EditFields(programme_id=held.key, kind=Note, id=each, values={"sealed": True}))
    return pinks


def hanging(held: Held, ids: list[str]) -> int:
    return sum(1 for each in ids if not held.bridge.book(held.key).get(Note, each).sealed)


def test_the_word_goes_round_with_button_and_key(held: Held, qtbot: QtBot) -> None:
    shown = panel(held)
    assert shown.isVisible()
    assert shown.title.whole_text() == "To sedler ad gangen"
    assert shown.rule.text() == "Kun korte, opklarende spørgsmål"
    assert lines(held)[0] == "Birgit begynder" and now(held) == ""
    assert shown.give.text() == "Begynd med Birgit"
    qtbot.mouseClick(shown.give, Qt.MouseButton.LeftButton)
    assert now(held) == "Birgit har ordet" and shown.give.text() == "Giv ordet videre"
    assert "Sanne er næste" in lines(held)
    held.room.actions_here()["give_word"]()
    assert now(held) == "Sanne har ordet" and filled(held, "Birgit") == [True, True]
    held.room.actions_here()["word_back"]()
    assert now(held) == "Birgit har ordet"


def test_a_typed_note_fills_the_square_and_undo_takes_the_note_not_the_word(held: Held) -> None:
    panel(held).go_on()
    board(held).put_up(["Vi griner meget"], "gul", "godt")
    assert filled(held, "Birgit") == [True, False]
    board(held).put_up(["Trivslen er høj"], "pink", "mindre")
    assert filled(held, "Birgit") == [True, False]
    panel(held).go_on()
    held.bridge.undo(held.key)
    held.bridge.undo(held.key)
    assert not any(n.text == "Vi griner meget" for n in held.bridge.book(held.key).of(Note))
    assert now(held) == "Sanne har ordet"


def test_a_note_that_goes_by_undo_empties_its_square_and_fills_it_when_it_comes_back(held: Held) -> None:
    panel(held).go_on()
    board(held).put_up(["Vi griner meget"], "gul", "godt")
    board(held).put_up(["Travle dage"], "gul", "mindre")
    panel(held).go_on()
    held.bridge.undo(held.key)
    panel(held).turning.give_back()
    assert filled(held, "Birgit") == [True, False]
    held.bridge.redo(held.key)
    assert any(n.text == "Travle dage" for n in held.bridge.book(held.key).of(Note))
    assert filled(held, "Birgit") == [True, True]


def test_a_click_fills_a_square_by_hand(held: Held, qtbot: QtBot) -> None:
    panel(held).go_on()
    row = next(each for each in panel(held).rows if each.name.whole_text() == "Birgit")
    qtbot.mouseClick(row.squares[1], Qt.MouseButton.LeftButton)
    assert filled(held, "Birgit") == [False, True]
    qtbot.mouseClick(row.squares[1], Qt.MouseButton.LeftButton)
    assert filled(held, "Birgit") == [False, False]


def test_the_panel_is_shorter_in_a_low_window_and_follows_who_speaks(held: Held) -> None:
    held.room.resize(1440, 900)
    assert len(lines(held)) == 5
    held.room.resize(1366, 700)
    assert len(lines(held)) == 3
    for _ in range(9):
        panel(held).go_on()
    assert lines(held) == ["Peter", "Camilla har ordet", "Henrik er næste"]


def test_when_all_are_done_the_trio_hangs_its_notes_up_one_by_one(held: Held, qtbot: QtBot) -> None:
    ids = seal(held)
    shown = panel(held)
    shown.go_on()
    assert not board(held).hanging.trios.isVisible()
    for _ in range(12):
        shown.turning.no_more()
    assert now(held) == "Trioen har ordet" and shown.words.text() == "Karin viser sedlerne fra trioen."
    assert hanging(held, ids) == 0
    assert shown.give.text() == "Hæng den næste op"
    qtbot.mouseClick(shown.give, Qt.MouseButton.LeftButton)
    assert hanging(held, ids) == 1
    qtbot.mouseClick(shown.all_up, Qt.MouseButton.LeftButton)
    assert hanging(held, ids) == len(ids)
    assert shown.words.text() == "Alle sedler er oppe." and not shown.give.isVisible()


def test_the_round_survives_a_restart_and_is_forgotten_with_the_meeting(held: Held) -> None:
    for _ in range(3):
        panel(held).go_on()
    held.restart()
    assert now(held) == "Karin har ordet"
    book = held.bridge.book(held.key)
    assert list(book.of(Turn))
    while held.room.clockwork.clock.state != "ended":
        held.room.next_step()
    assert not list(book.of(Turn)) and not list(book.of(Round))


def test_the_order_can_be_changed_and_a_latecomer_added(held: Held, qtbot: QtBot) -> None:
    panel(held).go_on()
    dialog = TurnOrder(panel(held).turning, held.room)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [row.name.whole_text() for row in dialog.rows][:2] == ["Birgit · har ordet", "Sanne"]
    qtbot.mouseClick(dialog.rows[2].up, Qt.MouseButton.LeftButton)
    assert [row.name.whole_text() for row in dialog.rows][1] == "Karin"
    dialog.newcomer.setText("Nadia")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert dialog.rows[-1].name.whole_text() == "Nadia" and dialog.newcomer.text() == ""
    dialog.rows[1].stands.emit(dialog.rows[1].person_id, turns.LATER)
    assert "Sanne er næste" in lines(held)
    qtbot.mouseClick(dialog.rows[-1].word, Qt.MouseButton.LeftButton)
    assert now(held) == "Nadia har ordet"
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert now(held) == "Birgit har ordet"
    dialog.ways.chosen.emit(turns.AT_ONCE)
    assert panel(held).title.whole_text() == "Alle på én gang" and lines(held) == []


def test_nobody_on_the_list_shows_the_way_to_prepare(held: Held, qtbot: QtBot) -> None:
    for person in list(held.bridge.book(held.key).of(Person)):
        held.run(RemoveRow(programme_id=held.key, kind=Person, id=person.id))
    shown = panel(held)
    assert "Ingen står på deltagerlisten" in shown.words.text() and lines(held) == []
    qtbot.mouseClick(shown.give, Qt.MouseButton.LeftButton)
    assert held.asked == ["prepare"]


def test_a_quiet_hint_says_who_has_no_note_yet(held: Held) -> None:
    shown = panel(held)
    shown.go_on()
    board(held).put_up(["Vi griner meget"], "gul", "godt")
    assert not shown.hint.isVisible()
    shown.go_on()
    assert shown.hint.text() == "Birgit har ingen seddel under »Mindre godt« oppe endnu"


def test_the_closing_round_ticks_names_and_ends_with_the_leader(held: Held, qtbot: QtBot) -> None:
    while held.room.clockwork.clock.slot and held.room.clockwork.current().item.pack_item != "opsamling":
        held.room.next_step()
    held.room.clockwork.take_up("afslutningsrunde")
    QApplication.processEvents()
    page = held.room.page
    assert isinstance(page, RoundPage)
    assert page.prompt.text() == "Sig én ting, der var vigtig for dig i dag"
    assert page.names[0].words() == "Sanne begynder" and page.names[11].words() == "Birgit"
    qtbot.mouseClick(page.give, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.pass_over, Qt.MouseButton.LeftButton)
    assert [each.words() for each in page.names[:3]] == [
        "Sanne sprang over",
        "Karin har ordet",
        "Ole er næste",
    ]
    qtbot.mouseClick(page.names[5], Qt.MouseButton.LeftButton)
    assert page.names[5].words().endswith("har ordet")
    for _ in range(9):
        held.room.actions_here()["give_word"]()
    assert page.names[11].words() == "Birgit har ordet" and page.give.text() == "Afslut runden"
    qtbot.mouseClick(page.give, Qt.MouseButton.LeftButton)
    assert page.words.text() == "Alle har haft ordet." and not page.give.isVisible()
