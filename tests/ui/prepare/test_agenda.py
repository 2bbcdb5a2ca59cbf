"""The drejebog: minutes and times, order, steps, breaks, words and the sum below."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import library
from trivselsdesk.domain.agenda import BREAK
from trivselsdesk.domain.records import AgendaItem, Meeting, Step
from trivselsdesk.ui import theme
from trivselsdesk.ui.prepare import columns
from trivselsdesk.ui.prepare.agenda_row import AgendaRow
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.prepare.step_row import StepRow


def item(room: PrepareRoom, title: str) -> AgendaItem:
    return next(each for each in room.book.items(room.book.meeting.id) if each.title == title)


def row(room: PrepareRoom, title: str) -> AgendaRow:
    found = room.agenda.list.row(item(room, title).id)
    assert isinstance(found, AgendaRow)
    return found


def titles(room: PrepareRoom) -> list[str]:
    return [each.title for each in room.book.items(room.book.meeting.id)]


def starts(room: PrepareRoom) -> list[str]:
    return [each.start.text() for each in room.agenda.list.rows() if isinstance(each, AgendaRow)]


def opened(room: PrepareRoom, title: str) -> AgendaRow:
    room.agenda.show_item(item(room, title).id)
    found = row(room, title)
    assert found.detail is not None
    return found


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


def test_start_times_follow_the_minutes(room: PrepareRoom, qtbot: QtBot) -> None:
    assert starts(room) == ["13.00", "13.10", "13.20", "14.00", "14.10", "14.30", "15.30"]
    field = row(room, "Individuel refleksion").minutes
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "25")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert starts(room) == ["13.00", "13.10", "13.35", "14.15", "14.25", "14.45", "15.45"]
    assert room.agenda.budget.total.text() == "2 t 55 min"
    assert room.agenda.budget.clock.text() == "kl. 13.00–15.55"


def test_undo_brings_the_minutes_back(room: PrepareRoom) -> None:
    field = row(room, "Velkomst").minutes
    field.setFocus()
    field.stepUp()
    field.flush()
    assert item(room, "Velkomst").minutes == 11
    room.bridge.undo(room.programme_id)
    assert item(room, "Velkomst").minutes == 10
    assert field.value() == 10


def test_a_plan_longer_than_the_booking_is_one_amber_line(room: PrepareRoom) -> None:
    assert room.agenda.budget.warnings() == []
    assert room.agenda.budget.room.whole_text() == "Lokalet er jeres til 16.00 – 20 min i reserve"
    room.editor.edit(Meeting, room.book.meeting.id, room_until=15 * 60 + 25)
    assert room.agenda.budget.warnings() == ["15 min over lokalet, som er jeres til 15.25"]


def test_the_processs_own_hours_are_held_against_the_sum(room: PrepareRoom) -> None:
    room.editor.edit(AgendaItem, item(room, "Hvad skal vi gøre?").id, minutes=10)
    assert room.agenda.budget.warnings() == ["10 min for kort – processen beder om 2–3 timer"]


def test_a_missing_break_is_said_and_put_right_with_one_press(room: PrepareRoom, qtbot: QtBot) -> None:
    room.editor.remove(AgendaItem, item(room, "Pause").id, "Pause")
    assert "Der mangler en pause – læg 1–2 ind" in room.agenda.budget.warnings()
    room.agenda.budget.break_wanted.emit()
    order = titles(room)
    assert 0 < order.index("Pause") < len(order) - 1
    assert item(room, "Pause").tool == BREAK
    assert room.agenda.budget.warnings() == []


def test_a_new_item_stands_below_the_open_row_with_the_cursor_in_its_title(
    room: PrepareRoom, qtbot: QtBot
) -> None:
    opened(room, "Individuel refleksion")
    qtbot.mouseClick(room.agenda.item, Qt.MouseButton.LeftButton)
    assert titles(room)[2] == "Nyt punkt"
    fresh = row(room, "Nyt punkt")
    assert fresh.detail is not None and fresh.detail.form is not None
    field = fresh.detail.form.title
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "Tak til trioen")
    field.flush()
    assert titles(room)[2] == "Tak til trioen"


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0)])
def test_alt_and_an_arrow_move_the_row_also_from_its_minutes(
    room: PrepareRoom, qtbot: QtBot, key: Qt.Key, place: int
) -> None:
    field = row(room, "Velkomst").minutes
    field.setFocus()
    qtbot.keyClick(field, key, Qt.KeyboardModifier.AltModifier)
    assert titles(room).index("Velkomst") == place
    assert item(room, "Velkomst").minutes == 10
    assert QApplication.focusWidget() is field


def test_a_row_is_dragged_by_its_grip(room: PrepareRoom) -> None:
    settle()
    grip = row(room, "Velkomst").grip
    assert grip is not None
    target = row(room, "Vores hverdag")
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=grip.rect().center())
    below = grip.mapFromGlobal(target.mapToGlobal(QPoint(10, target.height() - 4)))
    QTest.mouseMove(grip, grip.rect().center() + QPoint(0, 10))
    QTest.mouseMove(grip, below)
    assert titles(room)[0] == "Velkomst", "nothing is written while the drag lasts"
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
    assert titles(room)[:3] == ["Individuel refleksion", "Vores hverdag", "Velkomst"]
    assert starts(room)[:3] == ["13.00", "13.10", "13.50"]


def test_esc_gives_a_drag_up(room: PrepareRoom, qtbot: QtBot) -> None:
    settle()
    grip = row(room, "Velkomst").grip
    assert grip is not None
    target = row(room, "Vores hverdag")
    before = titles(room)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=grip.rect().center())
    below = grip.mapFromGlobal(target.mapToGlobal(QPoint(10, target.height() - 4)))
    QTest.mouseMove(grip, below)
    qtbot.keyClick(grip, Qt.Key.Key_Escape)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
    assert titles(room) == before


def test_deleting_a_row_offers_to_bring_it_back(room: PrepareRoom, qtbot: QtBot) -> None:
    said: list[str] = []
    room.undo_toast.connect(lambda icon, sentence: said.append(sentence))
    detail = opened(room, "Vores hverdag").detail
    assert detail is not None
    qtbot.mouseClick(detail.trash, Qt.MouseButton.LeftButton)
    assert "Vores hverdag" not in titles(room)
    assert said == ["Slettet: »Vores hverdag«"]
    room.bridge.undo(room.programme_id)
    assert titles(room)[2] == "Vores hverdag"
    assert len(room.book.steps(item(room, "Vores hverdag").id)) == 3


def test_steps_never_follow_silently(room: PrepareRoom, qtbot: QtBot) -> None:
    target = row(room, "Vores hverdag")
    assert target.off.text() == ""
    room.editor.edit(AgendaItem, target.record_id, minutes=45)
    assert target.off.text() == "Trinnene fylder 40, punktet 45"
    assert [step.minutes for step in room.book.steps(target.record_id)] == [20, 12, 8]
    settle()
    target.fit_steps.click()
    assert sum(step.minutes for step in room.book.steps(target.record_id)) == 45
    assert target.off.text() == ""
    room.bridge.undo(room.programme_id)
    assert [step.minutes for step in room.book.steps(target.record_id)] == [20, 12, 8]
    target.fit_item.click()
    assert item(room, "Vores hverdag").minutes == 40


def test_steps_are_added_renamed_moved_and_removed(room: PrepareRoom, qtbot: QtBot) -> None:
    target = opened(room, "Vores hverdag")
    detail = target.detail
    assert detail is not None
    settle()
    qtbot.mouseClick(detail.add, Qt.MouseButton.LeftButton)
    fresh = detail.steps.rows()[-1]
    assert isinstance(fresh, StepRow)
    assert QApplication.focusWidget() is fresh.title
    qtbot.keyClicks(fresh.title, "Tag et billede")
    fresh.title.flush()
    qtbot.keyClick(fresh.title, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    names = [step.title for step in room.book.steps(target.record_id)]
    assert names == ["Præsentér sedler", "Saml i temaer", "Tag et billede", "Bevare eller forandre?"]
    fresh.trash.click()
    assert len(room.book.steps(target.record_id)) == 3


def test_sig_is_edited_for_the_row_and_for_one_step(room: PrepareRoom, qtbot: QtBot) -> None:
    target = opened(room, "Vores hverdag")
    detail = target.detail
    assert detail is not None
    assert detail.say.lines.text().startswith("»Sæt én god og én mindre god seddel op")
    detail.say.toggle()
    detail.say.text.selectAll()
    qtbot.keyClicks(detail.say.text, "Velkommen")
    first = detail.steps.rows()[0]
    assert isinstance(first, StepRow)
    first.number.click()
    assert item(room, "Vores hverdag").script == "Velkommen", (
        "what was typed stays with the row it was typed for"
    )
    step = room.book.get(Step, first.record_id)
    assert "pinke sedler" in detail.say.lines.text()
    detail.say.toggle()
    detail.say.text.selectAll()
    qtbot.keyClicks(detail.say.text, "Kort!")
    detail.say.text.flush()
    assert room.book.get(Step, step.id).script == "Kort!"
    assert item(room, "Vores hverdag").script == "Velkommen"


def test_a_picked_step_is_renamed_on_paper_too(room: PrepareRoom, qtbot: QtBot) -> None:
    detail = opened(room, "Vores hverdag").detail
    assert detail is not None
    assert detail.step_form.isHidden()
    first, second = (each for each in detail.steps.rows()[:2] if isinstance(each, StepRow))
    first.number.click()
    field = detail.step_form.point
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Vis jeres sedler")
    second.number.click()
    assert room.book.get(Step, first.record_id).point == "Vis jeres sedler"
    assert room.book.get(Step, second.record_id).point.startswith("Saml i temaer")
    second.number.click()
    assert detail.step_form.isHidden()


def test_typing_goes_on_while_the_store_answers(room: PrepareRoom, qtbot: QtBot) -> None:
    target = opened(room, "Velkomst")
    assert target.detail is not None
    target.detail.show_form(True)
    form = target.detail.form
    assert form is not None
    form.purpose.setFocus()
    form.purpose.selectAll()
    qtbot.keyClicks(form.purpose, "Vi ")
    form.purpose.flush()
    qtbot.keyClicks(form.purpose, "begynder")
    form.purpose.flush()
    assert form.purpose.text() == "Vi begynder"
    assert item(room, "Velkomst").purpose == "Vi begynder"
    assert QApplication.focusWidget() is form.purpose


def test_an_empty_drejebog_says_what_to_do(room: PrepareRoom, qtbot: QtBot) -> None:
    for each in room.book.items(room.book.meeting.id):
        room.editor.remove(AgendaItem, each.id, each.title)
    assert room.agenda.empty.isVisible()
    assert not room.agenda.budget.isVisible()
    room.agenda.empty.button.click()
    assert titles(room) == ["Nyt punkt"]


def test_what_is_written_is_there_after_reopening(
    room: PrepareRoom, open_room: Callable[[str], PrepareRoom]
) -> None:
    room.editor.edit(AgendaItem, item(room, "Velkomst").id, title="🙂 Godmorgen " + "a" * 10_000)
    again = open_room(room.programme_id)
    shown = again.agenda.list.rows()[0]
    assert isinstance(shown, AgendaRow)
    assert shown.title.text().startswith("🙂 Godmorgen")
    assert shown.height() < 200


def test_tab_goes_down_the_rows_also_after_a_move(room: PrepareRoom, qtbot: QtBot) -> None:
    room.editor.move(AgendaItem, item(room, "Opsamling og tak").id, 0)
    qtbot.wait(20)
    first, second = (each for each in room.agenda.list.rows()[:2] if isinstance(each, AgendaRow))
    first.minutes.setFocus()
    qtbot.keyClick(first.minutes, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first.chevron
    qtbot.keyClick(first.chevron, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.minutes


def step_rows(target: AgendaRow) -> list[StepRow]:
    assert target.detail is not None
    return [each for each in target.detail.steps.rows() if isinstance(each, StepRow)]


def test_a_line_added_to_the_whole_item_shows_in_its_steps(room: PrepareRoom) -> None:
    target = opened(room, "Vores hverdag")
    assert target.detail is not None
    whole = item(room, "Vores hverdag")
    room.agenda._editor.edit(AgendaItem, whole.id, script=whole.script + "\nHusk de nye kolleger.")
    step_rows(target)[1].number.click()
    assert target.detail.say.lines.text().endswith("»Husk de nye kolleger.«")


def test_enter_in_a_step_goes_on_to_the_next_and_adds_none(room: PrepareRoom, qtbot: QtBot) -> None:
    target = opened(room, "Vores hverdag")
    settle()
    first, second, last = step_rows(target)
    first.title.setFocus()
    first.title.selectAll()
    qtbot.keyClicks(first.title, "Vis sedler")
    qtbot.keyClick(first.title, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is second.title
    last.title.setFocus()
    qtbot.keyClick(last.title, Qt.Key.Key_Return)
    found = room.book.steps(target.record_id)
    assert [step.title for step in found] == ["Vis sedler", "Saml i temaer", "Bevare eller forandre?"]
    assert target._off_place.isHidden()


@pytest.mark.parametrize("by_esc", [True, False])
def test_a_new_step_without_a_name_is_not_kept(room: PrepareRoom, qtbot: QtBot, by_esc: bool) -> None:
    target = opened(room, "Vores hverdag")
    detail = target.detail
    assert detail is not None
    settle()
    detail.add.click()
    fresh = step_rows(target)[-1]
    assert QApplication.focusWidget() is fresh.title
    if by_esc:
        qtbot.keyClick(fresh.title, Qt.Key.Key_Escape)
    else:
        step_rows(target)[0].title.setFocus()
    settle()
    assert len(room.book.steps(target.record_id)) == 3
    assert target.is_open and target._off_place.isHidden()


def test_a_second_break_is_laid_where_one_is_missed(room: PrepareRoom) -> None:
    room.agenda.pause.click()
    kinds = [each.tool for each in room.book.items(room.book.meeting.id)]
    assert kinds.count(BREAK) == 2
    assert (BREAK, BREAK) not in pairwise(kinds)
    pauses = [place for place, kind in enumerate(kinds) if kind == BREAK]
    assert titles(room)[pauses[1] - 1] == "Find mulighedsrummet"


def test_the_name_of_a_role_stands_whole_in_the_column_of_who_speaks(qtbot: QtBot) -> None:
    theme.load_fonts()
    face = QFontMetricsF(theme.current().font("bodyStrong"))
    for shelf in library().packs:
        for role in shelf.pack.roles:
            longest = max(role.title.split(), key=face.horizontalAdvance)
            assert face.horizontalAdvance(longest) <= columns.SPEAKER, f"{role.title} ({shelf.pack.id})"
