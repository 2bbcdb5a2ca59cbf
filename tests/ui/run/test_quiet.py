"""Writing in silence and the icebreaker as the room works with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from tests.ui.run.test_pages import go_to, texts
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.records import Note
from trivselsdesk.domain.tools import put_away
from trivselsdesk.ui import undo_words
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.pages.icebreaker import IcebreakerPage
from trivselsdesk.ui.run.pages.write import WritePage

SECRET = "Det tør jeg ikke sige højt"


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "board")


def writing(held: Held, *, keyboard: bool = True) -> WritePage:
    go_to(held, "Individuel refleksion")
    page = held.room.page
    assert isinstance(page, WritePage)
    if keyboard and page.modes.value() != "keyboard":
        page.modes.chosen.emit("keyboard")
    return page


def write(qtbot: QtBot, page: WritePage, *notes: str) -> None:
    """One person sits down, writes, and passes the keyboard on."""
    page.ready.click()
    for text in notes:
        qtbot.keyClicks(page.entry.field, text)
        qtbot.keyClick(page.entry.field, Qt.Key.Key_Return)
    page.entry.pass_on.click()


def waiting(held: Held) -> list[Note]:
    return put_away(held.bridge.book(held.key), held.pack, "hverdag")


def told(widget: QWidget) -> str:
    """Everything that the window says to a screen reader, and shows."""
    found: list[str] = [widget.window().windowTitle()]
    for each in [widget, *widget.findChildren(QWidget)]:
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel):
            found.append(each.text())
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is not None:
            kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
            found += [interface.text(kind) for kind in kinds]
            line = interface.textInterface()
            if line is not None:
                found.append(line.text(0, line.characterCount()))
    return "\n".join(each or "" for each in found)


# On paper


def test_on_paper_the_page_says_what_to_do_and_for_how_long(held: Held) -> None:
    page = writing(held, keyboard=False)
    assert page.modes.value() == ""
    assert page.question.text() == "Skriv én ting på hver gul seddel"
    shown = texts(page)
    assert {"Fungerer godt", "Fungerer mindre godt", "Noget vi vil bevare"} <= set(shown)
    assert "5–8 minutter hver for sig og i ro. Én ting på hver seddel." in shown
    held.room.five_more()
    held.pass_time(1)
    assert page.time.digits.text() == held.clock


def test_what_hangs_already_is_counted_but_not_read(held: Held) -> None:
    page = writing(held, keyboard=False)
    note = next(each for each in held.bridge.book(held.key).of(Note) if each.zone == "godt")
    assert page.zones.counts["godt"].text().endswith("på tavlen")
    assert note.text not in "\n".join(texts(page))


# At the keyboard


def test_notes_are_put_away_one_after_another_and_counted(held: Held, qtbot: QtBot) -> None:
    page = writing(held)
    assert page.thanks.isVisible() and page.thanks.text() == "Skriv én ad gangen"
    page.ready.click()
    for text in ("Ro", "  ", "- Larm"):
        qtbot.keyClicks(page.entry.field, text)
        qtbot.keyClick(page.entry.field, Qt.Key.Key_Return)
    assert {(note.zone, note.text, note.sealed) for note in waiting(held)} == {
        ("godt", "Ro", True),
        ("mindre", "Larm", True),
    }
    assert page.entry.written.text() == "Du har lagt 2 sedler væk"
    page.entry.pass_on.click()
    assert page.thanks.isVisible() and page.thanks.text() == "Tak – giv tastaturet videre"
    assert page.counts.counts["mindre"].text().startswith("1 seddel lagt væk")
    page.ready.click()
    assert page.entry.written.text() == "", "the next person begins anew"


def test_many_pasted_lines_are_put_away_one_each(held: Held) -> None:
    page = writing(held)
    page.ready.click()
    QGuiApplication.clipboard().setText("Ro\n\n• Grin\n" + "x" * 10_000)
    page.entry.field.paste()
    assert [len(note.text) for note in waiting(held)] == [2, 4, 10_000]


def test_nobody_can_read_what_is_written(held: Held, qtbot: QtBot) -> None:
    page = writing(held)
    held.room.window().show()
    page.ready.click()
    qtbot.keyClicks(page.entry.field, SECRET)
    assert len(set(page.entry.field.displayText())) == 1, "a dot for each sign"
    assert SECRET not in told(held.room)
    page.entry.field.selectAll()
    QGuiApplication.clipboard().setText("tom")
    page.entry.field.copy()
    assert QGuiApplication.clipboard().text() == "tom"
    qtbot.keyClick(page.entry.field, Qt.Key.Key_Return)
    assert SECRET not in told(held.room) and page.entry.field.text() == ""


def test_one_can_look_at_ones_own_line_only_while_the_button_is_held(held: Held, qtbot: QtBot) -> None:
    page = writing(held)
    page.ready.click()
    qtbot.keyClicks(page.entry.field, SECRET)
    qtbot.mousePress(page.entry.peek, Qt.MouseButton.LeftButton)
    assert page.entry.peeked.text() == SECRET
    assert SECRET not in told(held.room)
    qtbot.mouseRelease(page.entry.peek, Qt.MouseButton.LeftButton)
    assert page.entry.peeked.text() == ""


def test_undo_and_redo_never_tell_what_a_note_says(held: Held, qtbot: QtBot) -> None:
    page = writing(held)
    write(qtbot, page, SECRET)
    for redo in (False, True, False):
        step = held.bridge.next_step(held.key, redo=redo)
        assert step is not None and undo_words.words(step) == "Seddel lagt væk"
        (held.bridge.redo if redo else held.bridge.undo)(held.key)
        assert len(waiting(held)) == (1 if redo else 0)
    held.bridge.redo(held.key)
    page.hang_up()
    step = held.bridge.next_step(held.key)
    assert step is not None and undo_words.words(step) == "Jeres sedler hængt op"


def test_what_stands_in_the_line_is_put_away_when_the_keyboard_is_passed_on(held: Held, qtbot: QtBot) -> None:
    page = writing(held)
    page.ready.click()
    qtbot.keyClicks(page.entry.field, SECRET)
    page.entry.pass_on.click()
    assert [note.text for note in waiting(held)] == [SECRET]
    page.ready.click()
    assert page.entry.field.text() == ""


def test_nothing_is_lost_by_switching_leaving_or_restarting(held: Held, qtbot: QtBot) -> None:
    page = writing(held)
    write(qtbot, page, "Ro", "Grin")
    page.ready.click()
    qtbot.keyClicks(page.entry.field, SECRET)
    page.modes.chosen.emit("")
    assert page.paper.isVisible() and page.zones.counts["godt"].text().startswith("2 sedler lagt væk")
    page.modes.chosen.emit("keyboard")
    assert page.entry.isVisible() and page.entry.field.text() == SECRET
    held.room.next_step()
    held.restart()
    page = writing(held)
    assert page.modes.value() == "keyboard" and page.entry.isVisible()
    assert page.entry.field.text() == SECRET and SECRET not in told(held.room)
    assert len(waiting(held)) == 2


def test_all_are_hung_up_together_and_can_be_taken_down_again(held: Held, qtbot: QtBot) -> None:
    page = writing(held)
    pink = Note(
        id="p", programme_id=held.key, board="hverdag", zone="godt", text="Pink", kind="pink", sealed=True
    )
    held.run(AddNotes(programme_id=held.key, notes=(pink,)))
    write(qtbot, page, *(f"Seddel {number}" for number in range(8)))
    held.room.next_step()
    board = held.room.page
    assert isinstance(board, BoardPage)
    shown = [each.text() for each in (board.hanging.trios, board.hanging.put_away) if each.isVisible()]
    assert shown == ["Hæng 1 seddel op fra trioen", "Vis de 8 skjulte sedler på tavlen"]
    qtbot.mouseClick(board.hanging.put_away, Qt.MouseButton.LeftButton)
    assert not waiting(held) and not board.hanging.put_away.isVisible()
    assert held.bridge.book(held.key).get(Note, "p").sealed, "the trio's notes stay sealed"
    held.bridge.undo(held.key)
    assert len(waiting(held)) == 8


# The icebreaker


def icebreaker(held: Held) -> IcebreakerPage:
    go_to(held, "Velkomst")
    if held.room.clockwork.clock.aid != "isbryder":
        assert held.room.clockwork.take_up("isbryder")
    page = held.room.page
    assert isinstance(page, IcebreakerPage)
    return page


def test_one_prompt_at_a_time_and_around_again(held: Held) -> None:
    page = icebreaker(held)
    first = page.card.words.text()
    assert page.card.count.text() == "Spørgsmål 1 af 4"
    page.card.next.click()
    assert page.card.words.text() != first and page.card.count.text() == "Spørgsmål 2 af 4"
    held.restart()
    page = icebreaker(held)
    assert page.card.count.text() == "Spørgsmål 2 af 4"
    page.card.back.click()
    page.card.back.click()
    assert page.card.count.text() == "Spørgsmål 4 af 4"
    page.card.next.click()
    assert page.card.words.text() == first


def test_the_prompts_can_be_written_anew(held: Held) -> None:
    page = icebreaker(held)
    page.edit.click()
    page.words.text.setPlainText("Hvad lo du af?\n\nHvem hjalp dig?")
    page.words.text.flush()
    assert (page.card.words.text(), page.card.count.text()) == ("Hvad lo du af?", "Spørgsmål 1 af 2")
    page.words.text.setPlainText("")
    page.words.text.flush()
    assert page.card.count.text() == "Spørgsmål 1 af 4", "an empty field gives the process's own back"
