"""The five questions: what is written is kept, what is missing is shown, and »Sæt i gang« starts it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.plan.planning import Planning, type_words
from trivselsdesk.domain.commands.rows import AddRow, EditFields
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.ui import theme
from trivselsdesk.ui.plan.area_card import AreaCard
from trivselsdesk.ui.plan.cells import prompt_for

EMPTY = "Travle eftermiddage"
FULL = "Hvem gør hvad?"


def test_rail_tells_how_far_each_theme_is(planning: Planning) -> None:
    cards = planning.room.rail.areas.cards()
    assert [card.area.name for card in cards] == [
        "Hård tone",
        FULL,
        EMPTY,
        "Beskeder mellem stuerne",
    ]
    assert cards[0].area.caption == "Sat i gang"
    assert cards[0].area.flag == "Kræver handling"
    assert cards[2].area.caption == "Ikke begyndt"
    assert planning.room.rail._minutes.text() == "15 min til hvert tema"


def test_answers_are_there_after_reopening(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.write(planning.desk.questions.parts["why"].field, "Der er for lidt ro på stuen.")
    planning.write(planning.desk.questions.parts["goal"].field, "Alle får en stille time.")
    assert planning.initiative(EMPTY).goal == "Alle får en stille time."
    planning.reopen()
    assert planning.room.current == planning.initiative(EMPTY).id
    assert planning.desk.questions.parts["why"].field.value() == "Der er for lidt ro på stuen."


def test_undo_takes_back_one_answer_and_shows_where(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.write(planning.desk.questions.parts["why"].field, "Der er for lidt ro.")
    planning.show(FULL)
    planning.at.undo()
    assert planning.initiative(EMPTY).why == ""
    assert planning.room.current == planning.initiative(EMPTY).id
    planning.at.redo()
    assert planning.desk.questions.parts["why"].field.value() == "Der er for lidt ro."


def test_a_choice_is_ticked_and_taken_off_again(planning: Planning) -> None:
    planning.show(EMPTY)
    chip = next(each.chips["enkel"] for each in planning.desk.questions.choices if "enkel" in each.chips)
    chip.click()
    assert planning.initiative(EMPTY).efforts == "enkel"
    chip.click()
    assert planning.initiative(EMPTY).efforts == ""


def test_words_typed_while_something_else_is_committed_stay(planning: Planning) -> None:
    initiative = planning.show(EMPTY)
    field = planning.desk.questions.parts["goal"].field
    field.setFocus()
    field.insertPlainText("Halvt skre")
    planning.bridge.run(
        EditFields(programme_id=planning.key, kind=Initiative, id=initiative.id, values={"why": "Nyt"})
    )
    assert field.toPlainText() == "Halvt skre"
    assert planning.desk.questions.parts["why"].field.value() == "Nyt"


def test_enter_makes_the_next_action_row(planning: Planning) -> None:
    planning.show(EMPTY)
    for words in ("Køkkenvagt hver dag", "Stille hjørne på stuen"):
        row = planning.table.rows()[-1]
        planning.write(row.title, words)
        planning.press(row.title, Qt.Key.Key_Return)
    assert [each.title for each in planning.actions(EMPTY)] == [
        "Køkkenvagt hver dag",
        "Stille hjørne på stuen",
    ]
    last = planning.table.rows()[-1]
    assert last.title.hasFocus()
    assert last.title.value() == ""
    planning.at.undo()
    assert [each.title for each in planning.actions(EMPTY)] == ["Køkkenvagt hver dag"]


def test_a_row_is_filled_in_place(planning: Planning) -> None:
    planning.show(EMPTY)
    row = planning.table.rows()[-1]
    planning.write(row.title, "Køkkenvagt")
    planning.write(row.people, "Alle stuer")
    planning.write(row.owner, "Ole")
    planning.write(row.due.field, "12/6")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    (action,) = planning.actions(EMPTY)
    assert (action.people, action.owner, action.due) == ("Alle stuer", "Ole", date(2026, 6, 12))
    assert row.due.field.text() == "fre. 12. juni"


def test_actions_move_with_alt_and_arrows_and_are_deleted(planning: Planning) -> None:
    planning.show(FULL)
    first, second = planning.actions(FULL)[:2]
    planning.press(planning.table.rows()[0].title, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in planning.actions(FULL)][:2] == [second.id, first.id]
    assert planning.table.rows()[1].action_id == first.id
    planning.table._remove(first.id)
    assert planning.said == [f"Slettet: »{first.title}«"]
    assert first.id not in [row.action_id for row in planning.table.rows()]
    planning.at.undo()
    assert first.id in [row.action_id for row in planning.table.rows()]


def test_launch_points_at_what_is_missing(planning: Planning) -> None:
    planning.show(EMPTY)
    questions = planning.desk.questions
    questions.launch_button.click()
    assert planning.initiative(EMPTY).launched is None
    assert QApplication.focusWidget() is planning.table.rows()[-1].title
    assert "mindst én indsats" in planning.table.sentence()
    planning.write(planning.table.rows()[-1].title, "Køkkenvagt")
    assert "Skriv, hvem der er med." in planning.table.sentence()
    row = planning.table.rows()[0]
    planning.write(row.people, "Alle")
    planning.write(row.owner, "Ole")
    planning.write(row.due.field, "12/6")
    assert planning.table.sentence() == ""
    questions.launch_button.click()
    assert questions.followup is not None
    assert questions.followup.day.hasFocus()
    planning.write(questions.followup.day, "17/6")
    planning.write(questions.followup.owner, "Karin")
    questions.launch_button.click()
    assert planning.initiative(EMPTY).launched == date(2026, 5, 20)
    assert [each.status for each in planning.actions(EMPTY)] == ["aftalt"]
    assert planning.said == [f"Sat i gang: »{EMPTY}«"]
    assert not questions.launch_button.isVisible()
    planning.at.undo()
    assert planning.initiative(EMPTY).launched is None
    assert [each.status for each in planning.actions(EMPTY)] == [""]


def test_a_note_gives_its_words_to_the_field_that_is_written_in(planning: Planning) -> None:
    planning.show(FULL)
    field = planning.desk.questions.parts["barriers"].field
    field.setFocus()
    field.setPlainText("")
    planning.desk.help.notes[0].used.emit("Uklart, hvem der lukker")
    planning.room.leave()
    assert planning.initiative(FULL).barriers == "Uklart, hvem der lukker"


def test_very_long_and_strange_words_are_kept(planning: Planning) -> None:
    initiative = planning.show(EMPTY)
    long = "Æblegrød 👩‍👧 مرحبا " * 500
    planning.bridge.run(
        EditFields(
            programme_id=planning.key, kind=Initiative, id=initiative.id, values={"name": long, "goal": long}
        )
    )
    action = Action(id="x", programme_id=planning.key, initiative_id=initiative.id, title=long)
    planning.bridge.run(AddRow(programme_id=planning.key, record=action))
    assert planning.desk.questions.parts["goal"].field.toPlainText() == long
    assert planning.desk.minimumSizeHint().width() < 1093
    assert planning.room.size().width() == 1440


def test_tab_goes_through_the_page_as_it_is_read(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.show(FULL)
    questions = planning.desk.questions
    parts, rows, followup = questions.parts, planning.table.rows(), questions.followup
    assert followup is not None
    parts["barriers"].field.setFocus()
    assert questions.signed is not None
    expected = [field for row in rows[:3] for field in row.stops()]
    expected += [
        *rows[3].stops()[:-1],
        questions.signed.button,
        followup.day,
        followup.place,
        followup.owner,
        followup.news,
    ]
    expected += [questions.launch_button, planning.desk.help.notes[0]]
    for widget in expected:
        focused = QApplication.focusWidget()
        assert focused is not None
        planning.press(focused, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget


def test_red_frames_go_when_a_date_is_there(planning: Planning) -> None:
    planning.show(EMPTY)
    questions = planning.desk.questions
    planning.write(planning.table.rows()[-1].title, "Køkkenvagt")
    row = planning.table.rows()[0]
    planning.write(row.people, "Alle")
    planning.write(row.owner, "Ole")
    row.due.field.setFocus()
    type_words(row.due.field, "12/")
    questions.launch()
    assert row.due.field.property("error")
    row.due.field.setFocus()
    type_words(row.due.field, "6")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    assert row.due.value().day == date(2026, 6, 12)
    assert not row.due.field.property("error")


def test_red_frames_go_when_the_date_comes_after_the_failed_start(planning: Planning) -> None:
    planning.show(EMPTY)
    questions = planning.desk.questions
    planning.write(planning.table.rows()[-1].title, "Køkkenvagt")
    questions.launch()
    row = planning.table.rows()[0]
    assert row.due.field.property("error")
    planning.write(row.people, "Alle")
    planning.write(row.owner, "Ole")
    planning.write(row.due.field, "30/12")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    assert not row.due.field.property("error")
    assert questions.followup is not None
    planning.write(questions.followup.day, "17/6")
    planning.write(questions.followup.owner, "Karin")
    questions.launch_button.click()
    assert planning.initiative(EMPTY).launched is not None
    assert not any(field.property("error") for field in row.fields.values())


def test_the_room_opens_in_the_first_empty_field(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.reopen()
    assert QApplication.focusWidget() is planning.desk.questions.parts["why"].field
    planning.write(planning.desk.questions.parts["why"].field, "Der er for lidt ro.")
    planning.reopen()
    assert QApplication.focusWidget() is planning.desk.questions.parts["goal"].field


def test_the_room_opens_on_the_card_when_nothing_is_empty(planning: Planning) -> None:
    area = planning.show(FULL)
    action = planning.actions(FULL)
    for each in action:
        values = {"people": each.people or "Alle", "owner": each.owner or "Ole"}
        planning.bridge.run(
            EditFields(
                programme_id=planning.key,
                kind=Action,
                id=each.id,
                values={**values, "due": each.due or date(2026, 6, 1)},
            )
        )
    texts = ("why", "goal", "signs", "barriers", "followup_place", "followup_owner", "news")
    values = {name: getattr(area, name) or "Aftalt" for name in texts}
    values["followup_day"] = date(2026, 6, 17)
    planning.bridge.run(EditFields(programme_id=planning.key, kind=Initiative, id=area.id, values=values))
    planning.reopen()
    focused = QApplication.focusWidget()
    assert isinstance(focused, AreaCard)
    assert focused.area.name == FULL


@pytest.mark.parametrize("width", [1366, 1440, 1920])
def test_dates_names_and_prompts_are_not_cut(planning: Planning, width: int) -> None:
    planning.show(EMPTY)
    planning.room.resize(width, 708)
    planning.write(planning.table.rows()[-1].title, "Køkkenvagt")
    row = planning.table.rows()[0]
    planning.write(row.due.field, "30/12")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    planning.write(row.owner, "Birgit Søgård")
    followup = planning.desk.questions.followup
    assert followup is not None
    planning.write(followup.day, "30/12")
    planning.press(followup.day, Qt.Key.Key_Tab)
    assert (row.due.field.text(), followup.day.text()) == ("ons. 30. dec.", "ons. 30. dec. 2026")
    for field, edges in ((row.due.field, 22), (row.owner, 22 + 27), (followup.day, 52)):
        assert field.fontMetrics().horizontalAdvance(field.text()) <= field.width() - edges
    title = planning.table.rows()[-1].title
    font = theme.current().font("body")
    room = title.viewport().width() - 6
    assert QFontMetricsF(font).horizontalAdvance(prompt_for(title._prompt, font, room)) <= room


def _in_sight(planning: Planning, widget: QWidget) -> bool:
    port = planning.desk.questions._scroll.viewport()
    return port.rect().contains(QRect(widget.mapTo(port, QPoint(0, 0)), widget.size()))


def test_the_row_that_is_written_in_is_in_sight(planning: Planning, qtbot: QtBot) -> None:
    planning.room.resize(1366, 690)
    planning.show(EMPTY)
    for number in range(6):
        row = planning.table.rows()[-1]
        planning.write(row.title, f"Indsats nummer {number}")
        planning.press(row.title, Qt.Key.Key_Return)
    last = planning.table.rows()[-1].title
    assert last.hasFocus()

    qtbot.waitUntil(lambda: _in_sight(planning, last))


def test_what_is_missing_is_said_in_sight(planning: Planning, qtbot: QtBot) -> None:
    planning.room.resize(1366, 690)
    planning.show(EMPTY)
    for number in range(3):
        row = planning.table.rows()[-1]
        planning.write(row.title, f"Indsats nummer {number}")
        planning.press(row.title, Qt.Key.Key_Return)
    planning.desk.questions.launch_button.click()
    assert "Skriv, hvem der er med." in planning.table.sentence()
    qtbot.waitUntil(lambda: _in_sight(planning, planning.table.said))


def test_a_row_without_words_is_deleted_in_words(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.write(planning.table.rows()[-1].people, "Alle")
    planning.table._remove(planning.actions(EMPTY)[0].id)
    assert planning.said == ["Linjen er slettet"]
