"""The stroke vote as the facilitator counts it, and what becomes of the themes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.domain.board import parked_cards
from trivselsdesk.domain.commands.rows import PutRecord, RemoveRow
from trivselsdesk.domain.commands.voting import ClearStrokes
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Note, Person, Theme
from trivselsdesk.ui.run.vote.page import VotePage
from trivselsdesk.ui.run.vote.tally import strokes


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    held = Held(qtbot, tmp_path, "matrix")
    book = held.store.book(held.key)
    ids = tuple(each.id for kind in (Theme, Note) for each in book.of(kind) if each.votes)
    held.run(ClearStrokes(programme_id=held.key, meeting_id=book.meeting.id, ids=ids))
    segments = held.room.centre.aids.choices
    assert segments is not None
    segments.chosen.emit("afstemning")
    held.room.activateWindow()
    qtbot.waitUntil(held.room.isActiveWindow)
    return held


def page(held: Held) -> VotePage:
    shown = held.room.page
    assert isinstance(shown, VotePage)
    return shown


def give(held: Held, *counts: int) -> None:
    """Strokes for the first rows."""
    for row, count in zip(page(held).counting.rows, counts, strict=False):
        for _ in range(count):
            row.more.click()


def test_strokes_are_counted_with_keys_and_those_left_are_told(qtbot: QtBot, held: Held) -> None:
    rows = page(held).counting.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Plus)
    qtbot.keyClick(rows[0], Qt.Key.Key_Plus)
    qtbot.keyClick(rows[0], Qt.Key.Key_Minus)
    assert rows[0].number.text() == "1" and rows[0].tally.count == 1
    assert page(held).counting.left.text() == "23 af 24 streger tilbage"
    assert held.store.book(held.key).card(rows[0].card_id).votes == 1


def test_the_number_keys_and_arrows_go_from_theme_to_theme(qtbot: QtBot, held: Held) -> None:
    rows = page(held).counting.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_3)
    assert rows[2].hasFocus()
    qtbot.keyClick(rows[2], Qt.Key.Key_Up)
    assert rows[1].hasFocus()


def test_too_many_strokes_are_told_and_still_counted(held: Held) -> None:
    counting = page(held).counting
    counting.people.setValue(2)
    counting.people.flush()
    give(held, 3, 2)
    assert not counting.warning.isHidden()
    assert counting.warning.text() == "1 streg for meget. Tæl efter, eller ret, hvor mange I er."
    assert not counting.rows[0].warning.isHidden()
    assert counting.rows[1].warning.isHidden()
    assert held.store.book(held.key).card(counting.rows[0].card_id).votes == 3


def test_while_nobody_has_said_how_many_they_are_the_page_asks(held: Held) -> None:
    for person in participants(held.store.book(held.key)):
        held.run(RemoveRow(programme_id=held.key, kind=Person, id=person.id))
    counting = page(held).counting
    assert counting.left.text() == "Skriv, hvor mange I er"
    counting.people.setValue(7)
    counting.people.flush()
    assert counting.left.text() == "14 af 14 streger tilbage"


def test_the_first_go_on_and_the_rest_is_parked_in_one_step(held: Held) -> None:
    give(held, 6, 5, 5, 4, 1)
    counting, deciding = page(held).counting, page(held).deciding
    before = {card.id for card in parked_cards(held.store.book(held.key), held.pack)}
    best = [row.card_id for row in counting.rows[:4]]
    always = [row.card_id for row in counting.rows if not row.must.isHidden()]
    assert counting.choose.text() == "Vælg de 4 øverste"
    counting.choose.click()
    assert set(deciding.chosen()) == set(best)
    deciding.button.click()
    book = held.store.book(held.key)
    chosen = {each.card_id for each in active_initiatives(book)}
    assert chosen == {*best, *always}
    parked = {card.id for card in parked_cards(book, held.pack)}
    assert parked > before and not parked & chosen
    step = held.store.next_step(held.key)
    assert step is not None and step.name == "settle_vote"
    held.bridge.undo(held.key)
    assert {card.id for card in parked_cards(held.store.book(held.key), held.pack)} == before


def test_a_tie_is_left_to_the_room(held: Held) -> None:
    give(held, 6, 5, 2, 2, 2)
    page(held).counting.choose.click()
    deciding = page(held).deciding
    deciding.sizes.chosen.emit("3")
    tied = [row.card_id for row in page(held).counting.rows[2:5]]
    assert not set(deciding.chosen()) & set(tied)
    assert "uafgjort er ikke afgjort" in deciding.chip.text()
    next(each for each in deciding.choices if each.card_id == tied[1]).check.click()
    assert deciding.chip.text() == "3 valgt · mål 3–5"
    assert tied[1] in deciding.chosen() and tied[0] in deciding.left_out()


def test_what_always_calls_for_action_has_no_box_to_untick(held: Held) -> None:
    card = page(held).counting.rows[0].card_id
    theme = held.store.book(held.key).get(Theme, card)
    held.run(PutRecord(programme_id=held.key, record=replace(theme, always_act=True)))
    give(held, 0, 4, 3, 2)
    page(held).counting.choose.click()
    deciding = page(held).deciding
    assert card not in [each.card_id for each in deciding.choices]
    deciding.button.click()
    book = held.store.book(held.key)
    assert not book.get(Theme, card).parked
    assert card in {each.card_id for each in active_initiatives(book)}


def test_the_count_outlives_the_program(held: Held) -> None:
    give(held, 3)
    card = page(held).counting.rows[0].card_id
    held.restart()
    assert page(held).counting.rows[0].card_id == card
    assert page(held).counting.rows[0].number.text() == "3"


def test_the_fifth_stroke_lies_across() -> None:
    from PySide6.QtCore import QRectF

    lines = strokes(6, QRectF(0, 0, 0, 20), 1.0)
    assert [line.x1() == line.x2() for line in lines] == [True] * 4 + [False, True]
    assert lines[4].x1() < lines[0].x1() and lines[4].x2() > lines[3].x1()


def test_a_choice_that_is_left_open_is_told_and_stands_there_again(held: Held) -> None:
    segments = held.room.centre.aids.choices
    assert segments is not None
    give(held, 3, 2, 1)
    page(held).counting.choose.click()
    segments.chosen.emit("")
    assert held.said[-1] == "Valget er ikke taget med endnu. Gå tilbage til afstemningen."
    segments.chosen.emit("afstemning")
    assert page(held).deciding.isVisible()
    page(held).deciding.button.click()
    segments.chosen.emit("")
    segments.chosen.emit("afstemning")
    assert page(held).counting.isVisible()


def test_a_vote_that_is_settled_shows_who_goes_on_and_calls_for_nothing_more(held: Held) -> None:
    give(held, 6, 5, 4)
    counting = page(held).counting
    assert counting.choose.kind() == "primary" and counting.decided.isHidden()
    counting.choose.click()
    page(held).deciding.button.click()
    assert counting.isVisible() and not counting.decided.isHidden()
    assert (
        counting.decided.text() == f"Afgjort: {len(active_initiatives(held.store.book(held.key)))} går videre"
    )
    assert counting.choose.text() == "Vælg igen" and counting.choose.kind() == "plain"
    assert all(row.taken.isVisible() for row in counting.rows[:3])
    assert "Går videre" in counting.rows[0].accessibleName()
    held.bridge.undo(held.key)
    assert counting.decided.isHidden() and counting.choose.kind() == "primary"
    assert not counting.rows[0].taken.isVisible()
