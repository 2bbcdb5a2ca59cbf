"""Agreeing on one initiative after the other: its time, its words, when it is due, and what is at hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.plan.planning import Planning, type_words
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.commands.wheel import MoveEvent
from trivselsdesk.domain.records import Event, Initiative, Meeting, ThemeTime, new_id
from trivselsdesk.domain.timing import clock_of
from trivselsdesk.ui.plan.theme_clock import ThemeClock
from trivselsdesk.ui.widgets.fields import flush_all

FULL, EMPTY, LAST = "Hvem gør hvad?", "Travle eftermiddage", "Beskeder mellem stuerne"


def clock(planning: Planning) -> ThemeClock:
    return planning.desk.clock


def pass_minutes(planning: Planning, minutes: float) -> None:
    planning.at.moment.at += timedelta(minutes=minutes)
    clock(planning).refresh()


def captions(planning: Planning) -> dict[str, str]:
    return {card.area.name: card.area.caption for card in planning.room.rail.areas.cards()}


# The time of each theme


def test_the_clock_tells_the_time_of_the_theme_as_the_design_has_it(planning: Planning) -> None:
    panel = clock(planning).panel
    assert (panel.digits.text(), panel.caption.text()) == ("8:20", "tilbage af 15 min")
    assert planning.room.rail._minutes.text() == "15 min til hvert tema"
    assert captions(planning)[FULL] == "I gang nu · 5 af 5 svar"


def test_the_next_theme_begins_its_time_and_is_shown(planning: Planning) -> None:
    planning.show(FULL)
    panel = clock(planning).panel
    assert (panel.next.text(), panel.following.text()) == ("Næste tema", f"Næste: {EMPTY}")
    pass_minutes(planning, 10)
    assert planning.room.rail._minutes.text() == "14 min til hvert af de næste"
    panel.next.click()
    assert planning.room.current == planning.initiative(EMPTY).id
    assert panel.caption.text() == "tilbage af 14 min"
    assert captions(planning)[EMPTY].startswith("I gang nu")
    assert not captions(planning)[FULL].startswith("I gang nu")
    digits = panel.digits.text()
    planning.reopen()
    assert clock(planning).panel.digits.text() == digits
    assert planning.room.current == planning.initiative(EMPTY).id


def test_another_theme_is_looked_at_without_taking_the_time_until_it_begins(planning: Planning) -> None:
    planning.show(LAST)
    panel = clock(planning).panel
    assert panel.next.text() == "Begynd temaet"
    assert captions(planning)[FULL].startswith("I gang nu")
    planning.room.actions_here()["next_step"]()
    assert captions(planning)[LAST].startswith("I gang nu")


def test_a_step_back_gives_the_theme_before_its_time_again(planning: Planning) -> None:
    planning.show(FULL)
    clock(planning).forward()
    clock(planning).back()
    assert planning.room.current == planning.initiative(FULL).id
    assert captions(planning)[FULL].startswith("I gang nu")


def test_after_the_last_theme_the_meeting_goes_on(planning: Planning) -> None:
    planning.show(FULL)
    clock(planning).forward()
    clock(planning).forward()
    assert planning.asked == []
    assert clock(planning).panel.next.text() == "Næste trin"
    clock(planning).forward()
    assert planning.asked == ["run"]


def test_a_minute_more_is_the_themes_and_moves_the_end_of_the_part(planning: Planning) -> None:
    before = clock_of(planning.book, planning.book.meeting).deadline
    clock(planning).panel.more.click()
    panel = clock(planning).panel
    assert (panel.digits.text(), panel.caption.text()) == ("9:20", "tilbage af 16 min")
    assert clock_of(planning.book, planning.book.meeting).deadline == before + 60
    assert planning.room.rail._minutes.text() == "15 min til hvert af de næste"


def test_setting_in_motion_does_not_take_the_time_away(planning: Planning) -> None:
    planning.show(FULL)
    planning.desk.questions.launch()
    assert planning.initiative(FULL).launched is not None
    assert clock(planning).panel.digits.text() == "8:20"
    assert next(iter(planning.book.of(ThemeTime))).initiative_id == planning.initiative(FULL).id


# What is in sight


@pytest.mark.parametrize(("width", "height"), [(1366, 700), (1440, 840), (1024, 600)])
def test_launching_is_always_in_sight_and_the_name_is_not_cut(
    planning: Planning, width: int, height: int
) -> None:
    planning.room.resize(width, height)
    planning.show(FULL)
    QApplication.processEvents()
    button = planning.desk.questions.launch_button
    assert button.isVisible()
    assert button.mapTo(planning.room, QPoint(0, button.height())).y() <= height
    if width >= 1366:
        name = planning.desk.header.name
        assert name.fontMetrics().horizontalAdvance(name.text()) <= name.width()


def test_the_tools_of_the_part_lie_ready_and_open_in_the_meeting(planning: Planning) -> None:
    menu = planning.desk.header.fill_tools()
    assert [each.text().split(" – ")[0] for each in menu.actions()] == [
        "Negativ brainstorm",
        "Grupper",
        "Hvem er med?",
        "Afstemning",
    ]
    menu.actions()[1].trigger()
    assert planning.asked == ["run"]
    assert clock_of(planning.book, planning.book.meeting).aid == "grupper"


# Vague words


def test_a_vague_goal_is_asked_how_once(planning: Planning) -> None:
    planning.show(EMPTY)
    part = planning.desk.questions.parts["goal"]
    line = part.how_line
    assert line is not None
    planning.write(part.field, "Vi skal være bedre til at hjælpe")
    assert line.isHidden()
    planning.press(part.field, Qt.Key.Key_Tab)
    assert line.isVisible() and line.sentence.text().startswith("»bedre« – hvordan?")
    line.close_button.click()
    assert line.isHidden()
    planning.reopen()
    planning.show(EMPTY)
    again = planning.desk.questions.parts["goal"]
    assert again.field.value() == "Vi skal være bedre til at hjælpe"
    assert again.how_line is not None and again.how_line.isHidden()


def test_a_text_that_is_changed_after_the_question_has_been_heard(planning: Planning) -> None:
    planning.show(EMPTY)
    part = planning.desk.questions.parts["goal"]
    assert part.how_line is not None
    planning.write(part.field, "Vi hjælper mere")
    planning.press(part.field, Qt.Key.Key_Tab)
    assert part.how_line.isVisible()
    planning.write(part.field, " – stue 2 går med ud kl. 15")
    planning.press(part.field, Qt.Key.Key_Tab)
    assert part.how_line.isHidden()


def test_a_vague_action_is_asked_too_and_is_no_wall(planning: Planning) -> None:
    planning.show(EMPTY)
    row = planning.table.rows()[-1]
    planning.write(row.title, "Mere fokus på overlap")
    planning.press(row.title, Qt.Key.Key_Tab)
    assert planning.table.how_line.isVisible()
    assert [each.title for each in planning.actions(EMPTY)] == ["Mere fokus på overlap"]


# Notes into fields


def test_a_notes_words_go_into_a_chosen_field_and_can_be_undone(planning: Planning) -> None:
    planning.show(FULL)
    before = planning.initiative(FULL).why
    note = planning.desk.help.notes[0]
    menu = planning.desk.fill_note_menu(note.text())
    titles = [each.text() for each in menu.actions()]
    assert "Sæt ind i »Hvad ønsker vi at forandre?«" in titles and len(titles) == 5
    menu.actions()[0].trigger()
    assert planning.initiative(FULL).why == f"{before}\n{note.text()}"
    planning.at.undo()
    assert planning.initiative(FULL).why == before
    count = len(planning.actions(FULL))
    planning.desk.fill_note_menu(note.text()).actions()[-1].trigger()
    assert [each.title for each in planning.actions(FULL)][count:] == [note.text()]


def test_the_menu_of_a_note_opens_by_key(planning: Planning) -> None:
    planning.show(FULL)
    note = planning.desk.help.notes[0]
    asked: list[str] = []

    def hear(words: str, _point: QPoint) -> None:
        asked.append(words)

    note.menu_wanted.connect(hear)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Menu)
    assert asked == [note.text()]
    planning.desk._note_menu.close()


def test_beside_the_smtte_the_notes_can_be_shown(planning: Planning, qtbot: QtBot) -> None:
    planning.show(FULL)
    planning.room.show_view("smtte")
    button = planning.desk.notes_button
    assert button.isVisible() and button.text() == f"Vis sedler ({len(planning.desk.help.notes)})"
    planning.room.resize(1100, 620)
    button.click()
    helping = planning.desk.help
    assert helping.isVisible()
    top = helping.notes[0].parentWidget()
    assert top is not None
    # In sight, also where what is said and considered fills the panel.
    qtbot.waitUntil(lambda: not top.visibleRegion().isEmpty())
    planning.desk.fill_note_menu("Et ord").actions()[0].trigger()
    assert planning.initiative(FULL).why.endswith("\nEt ord")


# When it is due


def add_event(planning: Planning, title: str, day: date) -> Event:
    event = Event(id=new_id(), programme_id=planning.key, title=title, kind="meeting", day=day)
    assert planning.bridge.run(AddRow(programme_id=planning.key, record=event))
    return event


def test_due_in_words_keeps_the_words_beside_the_day(planning: Planning) -> None:
    planning.show(FULL)
    row = planning.table.rows()[0]
    row.due.field.selectAll()
    planning.write(row.due.field, "om 2 måneder")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    action = planning.actions(FULL)[0]
    assert (action.due, action.due_words) == (date(2026, 7, 20), "om 2 måneder")
    assert (row.due.field.text(), row.due.said.text()) == ("man. 20. juli", "om 2 måneder")
    planning.at.undo()
    assert planning.actions(FULL)[0].due_words == ""


def test_due_at_a_meeting_follows_the_meeting(planning: Planning) -> None:
    event = add_event(planning, "Personalemøde", date(2026, 6, 17))
    planning.show(FULL)
    row = planning.table.rows()[0]
    row.due.field.selectAll()
    planning.write(row.due.field, "personalemødet")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    assert (row.due.field.text(), row.due.said.text()) == ("ons. 17. juni", "Personalemøde")
    # Passing through the field again leaves the meeting as it is.
    row.due.field.setFocus()
    planning.press(row.due.field, Qt.Key.Key_Tab)
    assert planning.actions(FULL)[0].due_event == event.id
    move = MoveEvent(
        programme_id=planning.key, event_id=event.id, from_day=date(2026, 6, 17), to_day=date(2026, 6, 24)
    )
    assert planning.bridge.run(move)
    assert planning.table.rows()[0].due.field.text() == "ons. 24. juni"


def test_the_coming_meetings_are_offered_in_an_empty_field(planning: Planning) -> None:
    add_event(planning, "Personalemøde", date(2026, 6, 17))
    planning.show(EMPTY)
    field = planning.table.rows()[-1].due.field
    assert field.suggestions()[0] == "Personalemøde · ons. 17. juni"
    field.setFocus()
    planning.press(field, Qt.Key.Key_Down)
    completer = field.completer()
    assert completer is not None and completer.popup().isVisible()
    popup = completer.popup()
    assert all(
        popup.fontMetrics().horizontalAdvance(each) < popup.viewport().width() for each in field.suggestions()
    )
    popup.hide()
    field._on_suggestion("Personalemøde · ons. 17. juni")
    assert field.text() == "ons. 17. juni"


def test_a_due_that_cannot_be_read_stays_and_says_so(planning: Planning) -> None:
    planning.show(FULL)
    row = planning.table.rows()[0]
    said: list[str] = []
    row.due.field.rejected.connect(said.append)
    row.due.field.selectAll()
    planning.write(row.due.field, "engang")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    assert row.due.field.text() == "engang" and row.due.field.property("error")
    assert said[-1].startswith("Det kan vi ikke læse. Skriv en dato, »om 2 måneder«")
    assert planning.table.sentence() == said[-1]
    assert planning.actions(FULL)[0].due == date(2026, 6, 12)
    planning.write(row.due.field, "")
    row.due.field.selectAll()
    planning.write(row.due.field, "19/6")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    assert planning.table.sentence() == ""


def test_an_unreadable_due_is_not_called_missing(planning: Planning) -> None:
    planning.show(EMPTY)
    row = planning.table.rows()[0]
    planning.write(row.title, "Frugt kl. 14")
    planning.write(row.due.field, "personalemøde")
    planning.press(row.due.field, Qt.Key.Key_Tab)
    assert planning.desk.questions is not None
    planning.desk.questions.launch_button.click()
    said = planning.table.sentence()
    assert "Det kan vi ikke læse." in said and "hvornår det er gjort" not in said


def test_the_follow_up_can_be_at_a_meeting_and_moves_with_it(planning: Planning) -> None:
    event = add_event(planning, "Personalemøde i juni", date(2026, 6, 17))
    planning.show(EMPTY)
    followup = planning.desk.questions.followup
    assert followup is not None
    followup.day.setFocus()
    type_words(followup.day, "personalemøde i juni")
    flush_all()
    planning.press(followup.day, Qt.Key.Key_Tab)
    found = planning.initiative(EMPTY)
    assert (found.followup_day, found.followup_event) == (date(2026, 6, 17), event.id)
    assert found.followup_place == "Personalemøde i juni"
    move = MoveEvent(
        programme_id=planning.key, event_id=event.id, from_day=date(2026, 6, 17), to_day=date(2026, 6, 18)
    )
    assert planning.bridge.run(move)
    assert planning.initiative(EMPTY).followup_day == date(2026, 6, 18)


# On a strength


def test_something_that_works_becomes_an_initiative_with_words_that_fit(planning: Planning) -> None:
    good = [each for each in planning.room.areas.fill_new().actions() if "virker" in each.text()]
    assert good
    count = len(planning.names())
    good[0].trigger()
    assert len(planning.names()) == count + 1
    made = planning.book.get(Initiative, planning.room.current)
    assert made.name in good[0].text()
    titles = [label.text() for label in planning.desk.questions._titles]
    assert titles[0] == "Hvad vil vi holde fast i?"
    planning.show(FULL)
    assert planning.desk.questions._titles[0].text() == "Hvad ønsker vi at forandre?"
    planning.at.undo()
    assert len(planning.names()) == count


def test_the_day_of_the_meeting_is_not_offered_when_it_has_passed(planning: Planning) -> None:
    meeting = next(iter(planning.book.of(Meeting)))
    planning.at.moment.at += timedelta(days=30)
    field = planning.table.rows()[-1].due.field
    assert not any(each.startswith(meeting.title) for each in field.suggestions())
