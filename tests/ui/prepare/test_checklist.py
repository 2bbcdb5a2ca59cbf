"""The checklist and the dates beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trivselsdesk.domain.checklist import tasks
from trivselsdesk.domain.records import Milestone, Note, Task
from trivselsdesk.ui.prepare.milestones import _MilestoneRow
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.prepare.task_row import TaskRow


def row(room: PrepareRoom, text: str) -> TaskRow:
    task = next(each for each in tasks(room.book) if each.text == text)
    found = room.checklist.list.row(task.id)
    assert isinstance(found, TaskRow)
    return found


def task(room: PrepareRoom, text: str) -> Task:
    return next(each for each in tasks(room.book) if each.text == text)


def test_a_click_anywhere_on_the_row_ticks_it(room: PrepareRoom, qtbot: QtBot) -> None:
    assert room.checklist.count.text() == "0 af 12"
    line = row(room, "Skriv pinke sedler")
    qtbot.mouseClick(line.words, Qt.MouseButton.LeftButton)
    assert task(room, "Skriv pinke sedler").done
    assert room.checklist.count.text() == "1 af 12"
    line.check.setFocus()
    qtbot.keyClick(line.check, Qt.Key.Key_Space)
    assert not task(room, "Skriv pinke sedler").done


def test_days_are_said_in_words_and_colour(room: PrepareRoom) -> None:
    assert row(room, "Læs resultaterne sammen").due.text() == "1 dag over"
    assert row(room, "Løs det, vi kan løse nu").due.text() == "i dag"
    assert row(room, "Skriv pinke sedler").due.text() == "fre. 15. maj"
    row(room, "Læs resultaterne sammen").check.click()
    assert row(room, "Læs resultaterne sammen").due.text() == "man. 11. maj"


def test_without_a_meeting_day_the_days_are_counted_from_it(
    open_room: Callable[[str], PrepareRoom], bare: str
) -> None:
    room = open_room(bare)
    assert row(room, "Skriv pinke sedler").due.text() == "5 dage før mødet"
    assert row(room, "Hæng procesguiden op").due.text() == "på mødets dag"


def test_enter_opens_the_row_and_what_is_typed_is_kept(room: PrepareRoom, qtbot: QtBot) -> None:
    line = row(room, "Skriv pinke sedler")
    line.check.setFocus()
    qtbot.keyClick(line.check, Qt.Key.Key_Return)
    form = line._form
    assert form is not None
    assert QApplication.focusWidget() is form.text
    assert form.hint.value().startswith("Ét emne på hver seddel")
    form.text.selectAll()
    qtbot.keyClicks(form.text, "Skriv fem pinke sedler")
    form.owner.setFocus()
    form.owner.setEditText("")
    qtbot.keyClicks(form.owner, "Sanne")
    form.due.setFocus()
    form.due.selectAll()
    qtbot.keyClicks(form.due, "18/5")
    qtbot.keyClick(form.due, Qt.Key.Key_Return)
    qtbot.keyClick(form.due, Qt.Key.Key_Escape)
    assert not line.is_open
    kept = task(room, "Skriv fem pinke sedler")
    assert (kept.owner, kept.due) == ("Sanne", date(2026, 5, 18))
    assert line.words.text() == "Skriv fem pinke sedler"


def test_a_day_that_cannot_be_read_keeps_the_task_open(room: PrepareRoom, qtbot: QtBot) -> None:
    line = row(room, "Skriv pinke sedler")
    line.open()
    form = line._form
    assert form is not None
    form.due.setFocus()
    form.due.selectAll()
    qtbot.keyClicks(form.due, "når vi når det")
    qtbot.mouseClick(form.done, Qt.MouseButton.LeftButton)
    assert line.is_open and form.due.text() == "når vi når det" and form.due.hasFocus()
    form.due.selectAll()
    qtbot.keyClicks(form.due, "18. maj")
    qtbot.mouseClick(form.done, Qt.MouseButton.LeftButton)
    assert not line.is_open and task(room, "Skriv pinke sedler").due == date(2026, 5, 18)


def test_a_date_that_cannot_be_read_stays_where_it_was_typed(room: PrepareRoom, qtbot: QtBot) -> None:
    dates = room.milestones
    dates.toggle()
    line = dates.list.rows()[0]
    assert isinstance(line, _MilestoneRow)
    line.toggle()
    form = line._form
    assert form is not None
    form.start.setFocus()
    form.start.selectAll()
    qtbot.keyClicks(form.start, "engang")
    qtbot.mouseClick(line.pencil, Qt.MouseButton.LeftButton)
    assert line._form is form and form.start.text() == "engang" and form.start.hasFocus()


def test_a_new_task_is_ready_to_type_and_an_empty_one_goes_again(room: PrepareRoom, qtbot: QtBot) -> None:
    room.checklist.add.click()
    field = QApplication.focusWidget()
    assert field is not None and field.accessibleName() == "Opgave"
    qtbot.keyClicks(field, "Bag en kage")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert tasks(room.book)[-1].text == "Bag en kage"
    assert not row(room, "Bag en kage").is_open
    room.checklist.add.click()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert tasks(room.book)[-1].text == "Bag en kage"


def test_tasks_move_with_alt_and_the_arrows(room: PrepareRoom, qtbot: QtBot) -> None:
    check = row(room, "Skriv pinke sedler").check
    check.setFocus()
    before = [each.text for each in tasks(room.book)].index("Skriv pinke sedler")
    qtbot.keyClick(check, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.text for each in tasks(room.book)].index("Skriv pinke sedler") == before - 1
    assert QApplication.focusWidget() is check


def test_deleting_a_task_offers_to_bring_it_back(room: PrepareRoom, qtbot: QtBot) -> None:
    said: list[str] = []
    room.undo_toast.connect(lambda icon, sentence: said.append(sentence))
    line = row(room, "Skriv pinke sedler")
    line.open()
    assert line._form is not None
    line._form.trash.click()
    assert said == ["Slettet: »Skriv pinke sedler«"]
    assert room.checklist.count.text() == "0 af 11"
    room.bridge.undo(room.programme_id)
    assert room.checklist.count.text() == "0 af 12"


def test_the_task_about_sealed_notes_counts_them(room: PrepareRoom, qtbot: QtBot) -> None:
    assert row(room, "Skriv pinke sedler").extra.text() == ""
    for text in ("Mange oplever højt tempo", "Samarbejdet er godt"):
        qtbot.keyClicks(room.notes_card.entry, text)
        qtbot.keyClick(room.notes_card.entry, Qt.Key.Key_Return)
    assert row(room, "Skriv pinke sedler").extra.text() == "2 skrevet"
    assert row(room, "Find postkort, sedler og kuglepenne frem").extra.text() == ""
    assert sum(1 for _ in room.book.of(Note)) == 2


def test_undo_while_a_task_is_open_closes_nothing_else(room: PrepareRoom, qtbot: QtBot) -> None:
    refused: list[str] = []
    room.bridge.refused.connect(refused.append)
    room.checklist.add.click()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Væk igen")
    room.bridge.undo(room.programme_id)
    assert [each for each in tasks(room.book) if each.text == "Væk igen"] == []
    assert refused == []


def test_the_dates_fold_out_and_tasks_follow_them(room: PrepareRoom, qtbot: QtBot) -> None:
    dates = room.milestones
    assert not dates.is_open()
    assert dates.head.next.whole_text() == "næste: 30. juni"
    dates.chevron.click()
    assert dates.is_open()
    report = next(each for each in room.book.of(Milestone) if each.title == "Rapporterne er klar")
    line = dates.list.row(report.id)
    assert line is not None
    line.pencil.click()  # type: ignore[attr-defined]
    field = QApplication.focusWidget()
    assert field is not None
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, "7/5 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert room.book.get(Milestone, report.id).start == date(2026, 5, 7)
    assert task(room, "Læs resultaterne sammen").due == date(2026, 5, 13)


def test_all_dates_move_to_another_year_in_one_step(room: PrepareRoom) -> None:
    room.milestones.toggle()
    room.milestones.on.click()
    years = {each.start.year for each in room.book.of(Milestone) if each.start}
    assert years == {2027}
    assert {each.note for each in room.book.of(Milestone) if "august" in each.note} == {
        "august og september 2027"
    }
    assert task(room, "Evaluer sammen med MED").due == date(2027, 8, 31)
    room.bridge.undo(room.programme_id)
    assert {each.start.year for each in room.book.of(Milestone) if each.start} == {2026}


def test_a_role_that_owns_a_task_shows_who_holds_it(room: PrepareRoom, qtbot: QtBot) -> None:
    line = row(room, "Send invitation og rapport")
    assert line.owner.text() == "Leder"
    room.roles_card.set_editing(True)
    room.roles_card._assign("leder", "Birgit")
    assert line.owner.text() == "Birgit"
    assert line.owner.toolTip() == "Leder"
