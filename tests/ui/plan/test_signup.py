"""Dividing people between the initiatives beside the handleplan: by keys, by menu, by drag and evenly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.plan.planning import Planning
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.records import Signup
from trivselsdesk.domain.signup import names_of
from trivselsdesk.ui.signup.dialog import SignupDialog

FULL = "Hvem gør hvad?"


@pytest.fixture
def dialog(planning: Planning) -> Iterator[SignupDialog]:
    planning.show(FULL)
    assert planning.desk.questions.signed is not None
    planning.desk.questions.signed.button.click()
    opened = planning.room.signup
    assert isinstance(opened, SignupDialog)
    QApplication.processEvents()
    yield opened
    if shiboken6.isValid(opened):
        opened.close()


def counts(dialog: SignupDialog) -> list[int]:
    return [len(card.rows) for card in dialog.sheet.cards]


def test_keys_put_people_where_they_want_to_be(planning: Planning, dialog: SignupDialog) -> None:
    first = dialog.sheet.waiting.rows[0]
    assert len(dialog.sheet.waiting.rows) == len(participants(planning.book))
    QTest.keyClick(first, Qt.Key.Key_2)
    assert counts(dialog) == [0, 1, 0, 0]
    row = dialog.sheet.cards[1].rows[0]
    assert row.person_id == first.person_id
    QTest.keyClick(row, Qt.Key.Key_Right)
    assert counts(dialog) == [0, 0, 1, 0]
    QTest.keyClick(dialog.sheet.cards[2].rows[0], Qt.Key.Key_Delete)
    assert counts(dialog) == [0, 0, 0, 0]
    planning.at.undo()
    assert counts(dialog) == [0, 0, 1, 0]


def test_the_menu_names_every_initiative(planning: Planning, dialog: SignupDialog) -> None:
    person = dialog.sheet.waiting.rows[0].person_id
    menu = dialog.sheet.fill_menu(person)
    assert menu.actions()[1].text() == f"2  {FULL}"
    menu.actions()[1].trigger()
    assert counts(dialog) == [0, 1, 0, 0]
    assert names_of(planning.book, planning.initiative(FULL).id)


def test_somebody_is_dragged_to_an_initiative(planning: Planning, dialog: SignupDialog) -> None:
    row, goal = dialog.sheet.waiting.rows[1], dialog.sheet.cards[0]
    person = row.person_id
    row.dropped.emit(person, goal.mapToGlobal(QPoint(20, 40)))
    assert planning.book.get(Signup, person).initiative_id == planning.initiative("Hård tone").id


def test_the_rest_is_shared_out_evenly_and_taken_back_in_one_step(
    planning: Planning, dialog: SignupDialog
) -> None:
    people = len(participants(planning.book))
    QTest.keyClick(dialog.sheet.waiting.rows[0], Qt.Key.Key_1)
    assert dialog.sheet.left.text().startswith("Ikke med endnu: ")
    dialog.sheet.spread_button.click()
    assert sum(counts(dialog)) == people and max(counts(dialog)) - min(counts(dialog)) <= 1
    assert dialog.sheet.left.text() == "Alle er med, og alle indsatser har nogen."
    assert planning.said[-1] == f"{people - 1} personer er fordelt"
    planning.at.undo()
    assert counts(dialog) == [1, 0, 0, 0]


def test_whoever_signed_up_is_told_below_the_actions_and_can_be_written_in(
    planning: Planning, dialog: SignupDialog
) -> None:
    QTest.keyClick(dialog.sheet.waiting.rows[0], Qt.Key.Key_2)
    name = names_of(planning.book, planning.initiative(FULL).id)
    dialog.accept()
    assert planning.desk.questions.signed is not None
    assert planning.desk.questions.signed.names.text() == f"Har meldt sig: {name}"
    row = planning.table.rows()[0]
    row._write_signed()
    assert planning.actions(FULL)[0].people == name
    planning.reopen()
    assert names_of(planning.book, planning.initiative(FULL).id) == name


def test_the_sheet_is_printed(planning: Planning, dialog: SignupDialog) -> None:
    dialog.sheet.print_button.click()
    assert planning.documents == ["tilmelding"]
