"""Expectations and the negative brainstorm as the room works with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answering import when_open
from tests.ui.run.meeting import Held
from tests.ui.run.test_pages import go_to, texts
from tests.ui.start.hands import press_button
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Expectation, Idea
from trivselsdesk.domain.tools import expectations_of, ideas_of
from trivselsdesk.ui.run.pages.expectations import ExpectationsPage, _Row
from trivselsdesk.ui.run.pages.idea_rows import IdeaRow, SendRow, TurnRow
from trivselsdesk.ui.run.pages.line_bar import LineBar
from trivselsdesk.ui.run.pages.negative import NegativePage


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "plan")


def take_up(held: Held, title: str, aid: str) -> None:
    go_to(held, title)
    assert held.room.clockwork.take_up(aid)


def expectations(held: Held, title: str = "Velkomst") -> ExpectationsPage:
    take_up(held, title, "forventninger")
    page = held.room.page
    assert isinstance(page, ExpectationsPage)
    return page


def brainstorm(held: Held) -> NegativePage:
    take_up(held, "Hvad skal vi gøre?", "omvendt")
    page = held.room.page
    assert isinstance(page, NegativePage)
    return page


def enter(qtbot: QtBot, bar: LineBar, text: str) -> None:
    bar.field.setText(text)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)


def paste(bar: LineBar, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    bar.field.paste()


def rows(page: ExpectationsPage) -> list[_Row]:
    return [row for row in page.list.rows() if isinstance(row, _Row)]


def said(held: Held) -> list[str]:
    book = held.bridge.book(held.key)
    return [each.text for each in expectations_of(book, book.meeting.id)]


# Expectations


def test_expectations_are_typed_one_after_another(held: Held, qtbot: QtBot) -> None:
    page = expectations(held)
    assert page.empty.isVisible()
    for text in ("Ro", "", "   ", "Handling"):
        enter(qtbot, page.bar, text)
        assert page.bar.field.text().strip() == ""
    assert said(held) == ["Ro", "Handling"]
    assert page.count.text() == "2 forventninger" and not page.empty.isVisible()
    assert [row.number.text() for row in rows(page)] == ["1", "2"]


def test_pasted_lines_become_one_each_and_leave_what_is_half_written(held: Held) -> None:
    page = expectations(held)
    heard: list[str] = []
    page.undo_toast.connect(lambda icon, words: heard.append(words))
    page.bar.field.setText("Halv")
    paste(page.bar, "• Ro\n\n2. Handling\nGrin\n")
    assert said(held) == ["Ro", "Handling", "Grin"] and page.bar.field.text() == "Halv"
    assert heard == ["3 linjer sat på listen"]
    held.bridge.undo(held.key)
    assert said(held) == []


def test_a_very_long_expectation_is_kept_whole(held: Held, qtbot: QtBot) -> None:
    page = expectations(held)
    long = "Vi ønsker os ro. " * 588
    enter(qtbot, page.bar, long)
    assert said(held) == [long.strip()] and len(long) > 9990
    QApplication.processEvents()
    assert rows(page)[0].height() < 300, "it scrolls inside its own row"


def test_an_expectation_is_edited_moved_and_deleted_and_all_of_it_undone(held: Held, qtbot: QtBot) -> None:
    page = expectations(held)
    paste(page.bar, "Ro\nHandling\nGrin")
    first = rows(page)[0]
    first.text.setPlainText("Mere ro")
    first.text.flush()
    qtbot.keyClick(first.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said(held) == ["Handling", "Mere ro", "Grin"]
    rows(page)[2].trash.click()
    assert said(held) == ["Handling", "Mere ro"]
    for expected in (
        ["Handling", "Mere ro", "Grin"],
        ["Mere ro", "Handling", "Grin"],
        ["Ro", "Handling", "Grin"],
        [],
    ):
        held.bridge.undo(held.key)
        assert said(held) == expected


def test_the_same_list_is_ticked_off_at_the_end(held: Held) -> None:
    page = expectations(held)
    paste(page.bar, "Ro\nHandling")
    page = expectations(held, "Opsamling og tak")
    assert held.title == "Fik vi det, vi håbede på?"
    assert page.bar.isHidden()
    rows(page)[1].marks["partly"].click()
    assert page.count.text() == "1 af 2 har fået svar"
    assert [each.met for each in held.bridge.book(held.key).ranked(Expectation)] == ["", "partly"]
    rows(page)[1].marks["held"].click()
    assert [rows(page)[1].marks[each].isChecked() for each in ("held", "partly", "not_yet")] == [
        True,
        False,
        False,
    ]
    rows(page)[1].marks["held"].click()
    assert held.bridge.book(held.key).ranked(Expectation)[1].met == "", "a second click takes the answer back"
    held.bridge.undo(held.key)
    page = expectations(held)
    assert rows(page)[1].chip.isVisible() and rows(page)[1].chip.text() == "Holdt"
    assert not rows(page)[0].chip.isVisible()


def test_what_is_half_written_outlives_the_program(held: Held) -> None:
    page = expectations(held)
    page.bar.field.setText("At vi når det hele")
    held.room.next_step()
    held.restart()
    page = expectations(held)
    assert page.bar.field.text() == "At vi når det hele"


# The negative brainstorm


def test_the_four_steps_lead_from_the_question_to_the_handleplan(held: Held, qtbot: QtBot) -> None:
    page = brainstorm(held)
    assert page.step == "turn" and "mislykkes" in page.turn.turned.text()
    page.next.click()
    assert page.step == "collect" and page.bar.isVisible()
    enter(qtbot, page.bar, "Sig det til ingen")
    enter(qtbot, page.bar, "Vent på de andre")
    page.next.click()
    turned = [row for row in page.turned.rows() if isinstance(row, TurnRow)]
    assert [row.idea.text() for row in turned] == ["Sig det til ingen", "Vent på de andre"]
    assert turned[0].instead.text() == "I stedet gør vi …"
    turned[0].text.setPlainText("Vi siger det på mandagsmødet")
    qtbot.keyClick(turned[0].text, Qt.Key.Key_Return)
    assert page.count.text() == "1 af 2 vendt"
    page.next.click()
    book = held.bridge.book(held.key)
    target = active_initiatives(book)[1]
    page.about.edited.emit(target.id)
    assert "Intet at sende videre endnu" in texts(page), "the ideas were not about that theme"
    page.about.edited.emit("whole")
    (measure,) = [row for row in page.measures.rows() if isinstance(row, SendRow)]
    page._send_to(measure.record_id, target.id)
    assert actions_of(book, target.id)[-1].title == "Vi siger det på mandagsmødet"
    assert measure.chip.isVisible() and target.name in measure.chip.text() and not measure.button.isVisible()
    held.bridge.undo(held.key)
    assert measure.button.isVisible() and not measure.chip.isVisible()


def test_ideas_about_a_theme_are_sent_to_it_with_one_click(held: Held) -> None:
    page = brainstorm(held)
    target = active_initiatives(held.bridge.book(held.key))[2]
    page.about.edited.emit(target.id)
    assert page.about.value() == target.id
    page._go_to("collect")
    paste(page.bar, "Aldrig spørge\nAltid skynde sig")
    book = held.bridge.book(held.key)
    ideas = ideas_of(book, book.meeting.id, target.id)
    assert [each.text for each in ideas] == ["Aldrig spørge", "Altid skynde sig"]
    held.run(
        EditFields(programme_id=held.key, kind=Idea, id=ideas[1].id, values={"turned": "Vi tager os tid"})
    )
    page._go_to("send")
    (measure,) = [row for row in page.measures.rows() if isinstance(row, SendRow)]
    measure.button.click()
    assert actions_of(book, target.id)[-1].title == "Vi tager os tid"


def test_step_ideas_and_draft_are_there_after_a_restart(held: Held, qtbot: QtBot) -> None:
    page = brainstorm(held)
    page.next.click()
    enter(qtbot, page.bar, "Sig det til ingen")
    page.bar.field.setText("Halv idé")
    held.restart()
    page = held.room.page
    assert isinstance(page, NegativePage) and page.step == "collect"
    assert [row.text.value() for row in page.ideas.rows() if isinstance(row, IdeaRow)] == [
        "Sig det til ingen"
    ]
    assert page.bar.field.text() == "Halv idé"


def test_a_deleted_idea_comes_back_with_undo(held: Held, qtbot: QtBot) -> None:
    page = brainstorm(held)
    page.next.click()
    enter(qtbot, page.bar, "Sig det til ingen")
    (row,) = [each for each in page.ideas.rows() if isinstance(each, IdeaRow)]
    row.trash.click()
    assert page.empty.isVisible()
    held.bridge.undo(held.key)
    assert len(page.ideas.rows()) == 1


def test_the_questions_can_be_written_anew(held: Held) -> None:
    page = brainstorm(held)
    page.turn.edit.click()
    page.turn.own_turned.text.setPlainText("Hvordan får vi alle til at gå hjem?")
    page.turn.own_turned.text.flush()
    assert page.turn.turned.text() == "Hvordan får vi alle til at gå hjem?"
    page.turn.own_turned.back.click()
    assert "mislykkes" in page.turn.turned.text()


@pytest.mark.parametrize(("answer", "count"), [("Nej, lad være", 0), ("Ja, tag 61 linjer med", 61)])
def test_very_many_lines_are_asked_about_first(held: Held, answer: str, count: int) -> None:
    page = expectations(held)
    press_button(answer)
    paste(page.bar, "\n".join(f"Linje {number}" for number in range(61)))
    assert len(said(held)) == count


def test_a_measure_about_the_whole_asks_which_theme_it_goes_to(held: Held, qtbot: QtBot) -> None:
    page = brainstorm(held)
    page.next.click()
    enter(qtbot, page.bar, "Sig intet")
    book = held.bridge.book(held.key)
    (idea,) = ideas_of(book, book.meeting.id)
    held.run(EditFields(programme_id=held.key, kind=Idea, id=idea.id, values={"turned": "Vi siger det"}))
    page._go_to("send")
    (measure,) = [row for row in page.measures.rows() if isinstance(row, SendRow)]
    offered: list[str] = []

    def choose(menu: QWidget) -> None:
        assert isinstance(menu, QMenu)
        offered.extend(each.text() for each in menu.actions())
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    when_open(choose, QApplication.activePopupWidget)
    measure.button.click()
    initiatives = active_initiatives(book)
    assert offered == [each.name for each in initiatives]
    assert actions_of(book, initiatives[0].id)[-1].title == "Vi siger det"


def test_at_the_end_the_cursor_stands_at_the_first_that_is_open(held: Held) -> None:
    page = expectations(held)
    paste(page.bar, "Ro\nHandling")
    first = held.bridge.book(held.key).ranked(Expectation)[0]
    held.run(EditFields(programme_id=held.key, kind=Expectation, id=first.id, values={"met": "held"}))
    page = expectations(held, "Opsamling og tak")
    assert held.room.window().focusWidget() is rows(page)[1].marks["held"]
