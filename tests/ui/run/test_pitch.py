"""A short speech is written in its form, rehearsed against the clock, printed; examples come one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.documents.reading import words as printed
from tests.ui.desk import Desk
from tests.ui.process_desk import process_desk
from trivselsdesk.documents.catalogue import PITCH_CARD, document
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.wall import tools as wall
from trivselsdesk.domain.wall.model import Sheet
from trivselsdesk.domain.wall.view import Scene
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.pages.examples import ExamplesPage
from trivselsdesk.ui.run.pages.pitch import REHEARSE, PitchPage
from trivselsdesk.ui.widgets.fields import flush_all

WORDS = "Vi løber for stærkt, og det vil jeg lave om på."


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = process_desk(tmp_path, "trivselsproces", "hvorfor")
    yield desk
    desk.bridge.store.close()


def slot_of(at: Desk, item: str) -> Slot:
    return next(each for each in slots(at.book, at.book.meeting) if each.item.pack_item == item)


def enter(at: Desk, qtbot: QtBot, page: Page, item: str, aid: str = "") -> None:
    source = at.bridge.pack(at.programme_id).item(at.book.meeting.pack_meeting, item)
    assert source is not None
    tool = next((each.tool for each in source.aids if each.id == aid), source.tool)
    qtbot.addWidget(page)
    at.bridge.changed.connect(page.take)
    page.resize(900, 600)
    page.show_slot(at.programme_id, slot_of(at, item), tool)
    page.show()
    QApplication.processEvents()


def scene(at: Desk, item: str) -> Scene:
    book, meeting, now = at.book, at.book.meeting, at.bridge.seconds()
    reading = timing.read(book, meeting, now, now)
    return Scene(book, at.bridge.pack(at.programme_id), meeting, reading, slot_of(at, item))


def test_the_words_are_kept_and_only_the_prompts_are_on_the_wall(at: Desk, qtbot: QtBot) -> None:
    page = PitchPage(at.bridge)
    enter(at, qtbot, page, "pitch")
    QTest.keyClicks(page.desk.findChildren(QPlainTextEdit)[0], WORDS)
    flush_all()
    page.way.chosen.emit(REHEARSE)
    said = [label.text() for label in page._lines]
    assert WORDS in said and "omkring 5 sekunder" in page.words.text()
    sheet = wall.pitch(scene(at, "pitch"), slot_of(at, "pitch"), page.tool)
    assert isinstance(sheet, Sheet)
    shown = [line.text for line in sheet.blocks[0].lines]
    assert len(shown) == 5 and WORDS not in shown
    card = printed(document(PITCH_CARD).make(at.book, at.bridge.pack(at.programme_id), at.bridge.now()))
    assert "60 sekunder" in card and "Vi løber for stærkt" in card
    at.undo()
    assert WORDS not in [label.text() for label in page._lines]


def test_the_rehearsal_counts_down_and_says_how_long_it_took(at: Desk, qtbot: QtBot) -> None:
    page = PitchPage(at.bridge)
    enter(at, qtbot, page, "pitch")
    page.way.chosen.emit(REHEARSE)
    assert page.digits.text() == "1:00"
    QTest.keyClick(page.button, Qt.Key.Key_Space)
    at.moment.at += timedelta(seconds=48)
    page._draw_time()
    assert page.digits.text() == "0:12"
    QTest.keyClick(page.button, Qt.Key.Key_Space)
    assert page.words.text() == "Det tog 48 sekunder."
    QTest.keyClick(page.button, Qt.Key.Key_Space)
    at.moment.at += timedelta(seconds=75)
    page._draw_time()
    assert page.digits.text() == "+0:15"
    page.leave()
    assert page.digits.text() == "+0:15" and not page._beat.isActive()


def test_examples_come_one_by_one_and_the_wall_follows(at: Desk, qtbot: QtBot) -> None:
    page = ExamplesPage(at.bridge)
    enter(at, qtbot, page, "se", "grunde")
    first = page.card.words.text()
    page.card.next.click()
    assert page.card.words.text() != first and page.card.count.text() == "Eksempel 2 af 3"
    sheet = wall.examples(scene(at, "se"), slot_of(at, "se"), page.tool)
    assert isinstance(sheet, Sheet) and sheet.question.startswith(page.card.words.text())
    page.card.back.click()
    assert page.card.words.text() == first
