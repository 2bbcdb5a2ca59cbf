"""The pages without cards: welcome, break, questions, closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.process_desk import process_desk, turn_to
from tests.ui.run.meeting import Held
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.commands.rows import AddRow, EditFields
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.records import AgendaItem, Initiative, Note
from trivselsdesk.ui.run.pages.closing import ClosingPage
from trivselsdesk.ui.run.pages.pause import BreakPage
from trivselsdesk.ui.run.pages.questions import QuestionsPage
from trivselsdesk.ui.run.pages.talk import TalkPage


def texts(widget: QWidget) -> list[str]:
    """Everything that can be read on it."""
    QApplication.processEvents()  # New labels show with the next turn of the event loop.
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def filled(widget: QWidget) -> list[str]:
    """The filled buttons on it."""
    found = [each for each in widget.findChildren(QPushButton) if each.isVisible()]
    return [each.text() for each in found if getattr(each, "kind", str)() == "primary"]


def go_to(held: Held, title: str) -> None:
    rail = held.room.rail
    entry = next(each for each in rail.entries if each.row.item.title == title)
    rail.choose(entry.item.slot_id)
    rail.go.click()


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "plan")


def test_the_welcome_shows_points_programme_and_ground_rules(held: Held) -> None:
    go_to(held, "Velkomst")
    page = held.room.page
    assert isinstance(page, TalkPage)
    shown = texts(page)
    assert "Spørg: Hvad håber I at få med herfra?" in shown
    assert "Vi lytter færdigt, før vi svarer" in shown
    assert "Dagens program" in shown and "Find mulighedsrummet" in shown


def test_a_talk_without_points_says_where_they_are_written(held: Held, qtbot: QtBot) -> None:
    item = held.room.rail.entries[6].row.item
    empty = {"tool": "talk", "points": "", "purpose": ""}
    held.run(EditFields(programme_id=held.key, kind=AgendaItem, id=item.id, values=empty))
    go_to(held, "Opsamling og tak")
    page = held.room.page
    assert isinstance(page, TalkPage)
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert held.asked == ["prepare"]


def test_the_break_counts_down_and_says_when_it_goes_on(held: Held) -> None:
    go_to(held, "Pause")
    page = held.room.page
    assert isinstance(page, BreakPage)
    # It had ten minutes and took them all before.
    held.room.five_more()
    held.pass_time(1.5)
    assert (page.digits.text(), page.until.text()) == ("3:30", "Vi fortsætter kl. 14.59")
    held.room.toggle_clock()
    assert page.until.text() == "Tiden står stille"
    held.room.toggle_clock()
    held.pass_time(4)
    assert (page.digits.text(), page.until.text()) == ("+0:30", "Pausen er gået. Vi fortsætter nu.")


def test_the_questions_show_how_far_each_theme_is(held: Held, qtbot: QtBot) -> None:
    page = held.room.page
    assert isinstance(page, QuestionsPage)
    assert [line.name.text() for line in page.lines] == [
        "Hård tone",
        "Hvem gør hvad?",
        "Travle eftermiddage",
        "Beskeder mellem stuerne",
    ]
    assert [line.count.text() for line in page.lines][1:3] == ["5 af 5 spørgsmål", "0 af 5 spørgsmål"]
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert held.asked == ["plan"]


def test_there_is_one_filled_button_at_a_time(held: Held) -> None:
    assert filled(held.room) == ["Åbn handleplanen"]
    held.pass_time(39)
    assert filled(held.room) == ["Næste trin"]


def test_what_is_written_elsewhere_shows_at_once(held: Held) -> None:
    page = held.room.page
    assert isinstance(page, QuestionsPage)
    first = held.bridge.book(held.key).ranked(Initiative)
    third = next(each for each in first if each.name == "Travle eftermiddage")
    held.run(EditFields(programme_id=held.key, kind=Initiative, id=third.id, values={"why": "Vi løber"}))
    assert page.lines[2].count.text() == "1 af 5 spørgsmål"


def test_the_closing_reads_out_what_was_agreed_and_marks_what_is_missing(held: Held) -> None:
    held.room.next_step()
    page = held.room.page
    assert isinstance(page, ClosingPage)
    shown = texts(page)
    assert "Hvem gør hvad?" in shown
    assert any("Sanne" in text and "12. juni" in text for text in shown)
    assert "Flere voksne efter kl. 15" in shown and "Løftes til MED" in shown
    assert "Ny kaffemaskine" in shown
    assert shown.count("Mangler: en handling · dag for opfølgning · hvem der følger op") == 2
    assert "Der mangler noget i 2 af 4 aftaler" in shown
    page.finish.click()
    assert held.asked == ["plan"]
    assert filled(held.room) == []


def test_what_a_later_meeting_agrees_is_not_missing_in_an_earlier_one(qtbot: QtBot, tmp_path: Path) -> None:
    at = process_desk(tmp_path, "trivsel_paa_tvaers", "kerneproblemer")
    initiative = Initiative(id="i", programme_id=at.programme_id, name="Fritid")
    at.bridge.run(AddRow(programme_id=at.programme_id, record=initiative))
    page = ClosingPage(at.bridge)
    page.resize(1000, 600)
    qtbot.addWidget(page)
    page.show()
    shown = []
    for meeting in ("kerneproblemer", "ansvar"):
        turn_to(at, meeting)
        page.show_slot(at.programme_id, slots(at.book, at.book.meeting)[-1], Tool(kind="closing"))
        shown.append(texts(page))
    assert "Hvem der gør hvad, aftaler I på »Ansvar på tværs«" in shown[0]
    assert not any(each.startswith("Mangler") for each in shown[0])
    assert "Der mangler noget i 1 af 1 aftaler" in shown[1]
    at.bridge.store.close()


def test_pages_hand_their_keys_to_the_window(held: Held) -> None:
    changed: list[bool] = []
    held.room.actions_changed.connect(lambda: changed.append(True))
    held.room.step_back()
    assert changed
    assert "next_step" in held.room.actions_here()


def test_a_note_that_calls_for_action_stands_among_the_questions_before_the_handleplan_is_opened(
    qtbot: QtBot, tmp_path: Path
) -> None:
    held = Held(qtbot, tmp_path, "board")
    urgent = Note(
        id="haster",
        programme_id=held.key,
        board="hverdag",
        zone="mindre",
        text="Defekt lift",
        kind="gul",
        always_act=True,
    )
    held.run(AddNotes(programme_id=held.key, notes=(urgent,)))
    go_to(held, questions_title(held))
    page = held.room.page
    assert isinstance(page, QuestionsPage)
    qtbot.waitUntil(lambda: any(each.name.text() == "Defekt lift" for each in page.lines))
    assert not page.empty.isVisible()


def questions_title(held: Held) -> str:
    book = held.store.book(held.key)
    return next(each.item.title for each in slots(book, book.meeting) if each.tool == "questions")
