"""The statuspil: every action with its arrow, moved by mouse and keys, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.follow import launched
from trivselsdesk.domain.records import Action, Task
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.follow.status.action_dialog import ActionDialog
from trivselsdesk.ui.follow.status.page import StatusSection
from trivselsdesk.ui.follow.status.row import StatusRow
from trivselsdesk.ui.widgets import dialog as dialog_module
from trivselsdesk.ui.widgets.fields import flush_all


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "follow")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def room(at: Desk, qtbot: QtBot) -> FollowRoom:
    return _enter(at, qtbot)


def _enter(at: Desk, qtbot: QtBot) -> FollowRoom:
    room = FollowRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1440, 840)
    room.show_programme(at.programme_id, "statuspil")
    room.show()
    QApplication.processEvents()
    return room


def _status(room: FollowRoom) -> StatusSection:
    page = room.page("status")
    assert isinstance(page, StatusSection)
    return page


def _row(room: FollowRoom, title: str) -> StatusRow:
    return next(row for row in _status(room).table.rows() if row.title.accessibleName() == title)


def test_every_action_stands_there_with_the_first_due_on_top(room: FollowRoom) -> None:
    assert [row.title.accessibleName() for row in _status(room).table.rows()] == [
        "10 min. overblik kl. 14.45",
        "Lukkeliste med navn på hver dag",
        "Opgavetavle ved personaleindgangen",
        "Fælles ord for en god tone",
        "Telefonfri samling kl. 9–10",
        "Én beskedbog pr. stue",
    ]
    assert _status(room).tally.text() == "1 færdig, 4 undervejs, 1 aftalt, 1 over tid"
    assert _status(room).when.whole_text() == "fredag 5. juni · 16 dage efter mødet"


def test_a_click_moves_the_arrow_and_undo_moves_it_back(room: FollowRoom, at: Desk) -> None:
    row = _row(room, "Én beskedbog pr. stue")
    assert row.arrow.value() == "aftalt"
    middle = row.arrow.step_rect(2).center().toPoint()
    QTest.mouseClick(row.arrow, Qt.MouseButton.LeftButton, pos=middle)
    assert at.book.get(Action, row.action_id).status == "godt_paa_vej"
    assert row.arrow.value() == "godt_paa_vej"
    at.undo()
    assert row.arrow.value() == "aftalt"


def test_arrow_keys_move_one_step_and_stop_at_the_ends(room: FollowRoom, at: Desk) -> None:
    row = _row(room, "Én beskedbog pr. stue")
    row.arrow.setFocus()
    QTest.keyClick(row.arrow, Qt.Key.Key_Left)
    assert row.arrow.value() == "aftalt"
    for _ in range(5):
        QTest.keyClick(row.arrow, Qt.Key.Key_Right)
    assert at.book.get(Action, row.action_id).status == "faerdig"
    assert row.arrow.hasFocus()
    assert "Færdig" in row.arrow.accessibleName()
    assert _status(room).tally.text().startswith("2 færdige")


def test_what_is_done_is_no_longer_late(room: FollowRoom, at: Desk) -> None:
    row = _row(room, "Lukkeliste med navn på hver dag")
    assert row._due_words.whole_text() == "4 dage over"
    QTest.keyClick(row.arrow, Qt.Key.Key_End)
    assert not _status(room).tally.late.isVisible()


def test_a_word_about_it_is_kept(room: FollowRoom, at: Desk, qtbot: QtBot) -> None:
    row = _row(room, "Én beskedbog pr. stue")
    row.note.setFocus()
    row.note.selectAll()
    QTest.keyClicks(row.note, "Bogen er bestilt")
    flush_all()
    again = _enter(at.reopen(), qtbot)
    assert _row(again, "Én beskedbog pr. stue").note.value() == "Bogen er bestilt"
    again.bridge.store.close()


def test_beside_the_table(room: FollowRoom, at: Desk) -> None:
    assert _status(room).followup._place.text() == "Personalemøde kl. 14.30"
    assert "Karin sørger for det" in _status(room).followup._owner.text()
    assert _status(room).lift_cards["med"]._title.whole_text() == "Løftet til MED"
    shown = _status(room).parking._shown or []
    assert [each.text for each in shown] == ["Ny kaffemaskine", "Fælles sommerfest"]
    assert [each.caption for each in shown] == ["", "Parkeret 20. maj"]
    lift = (_status(room).lift_cards["med"]._shown or [])[0]
    assert (lift.text, lift.caption) == ("Flere voksne efter kl. 15", "Sendt 26. maj · svar ventes 24. juni")
    task_id, line = next(iter(_status(room).reminders._lines.items()))
    line.box.click()
    assert at.book.get(Task, task_id).done


def test_what_is_typed_about_an_action_is_not_dropped_by_a_slip(
    room: FollowRoom, at: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ActionDialog(at.bridge, at.book, launched(at.book), None, room)
    qtbot.addWidget(dialog)
    dialog.show()
    answers, asked = [False, True], list[str]()

    def answer(_parent: object, title: str, *_words: str, **_named: bool) -> bool:
        asked.append(title)
        return answers[len(asked) - 1]

    monkeypatch.setattr(dialog_module, "ask", answer)
    dialog.what.setPlainText("Ny seddelkasse")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.what.value() == "Ny seddelkasse"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and asked == ["Skal det, du har skrevet, ikke gemmes?"] * 2
    fresh = ActionDialog(at.bridge, at.book, launched(at.book), None, room)
    qtbot.addWidget(fresh)
    fresh.show()
    QTest.keyClick(fresh, Qt.Key.Key_Escape)
    assert not fresh.isVisible() and len(asked) == 2, "where nothing was typed nothing is asked"


def test_an_action_is_added_in_a_dialog(room: FollowRoom, at: Desk, qtbot: QtBot) -> None:
    dialog = ActionDialog(at.bridge, at.book, launched(at.book), None, room)
    qtbot.addWidget(dialog)
    assert not dialog._yes.isEnabled()
    dialog.what.setPlainText("Ny\nseddelkasse")
    dialog.owner.setText("Ole")
    dialog.due.setText("den dag")
    dialog.accept()
    assert dialog.result() == 0
    dialog.due.setText("10/6")
    dialog.accept()
    answer = dialog.answer()
    assert (answer.title, answer.owner, answer.due.day) == ("Ny seddelkasse", "Ole", date(2026, 6, 10))


def test_a_deleted_action_can_be_brought_back(room: FollowRoom, at: Desk) -> None:
    said: list[str] = []
    room.undo_toast.connect(lambda _icon, words: said.append(words))
    row = _row(room, "Én beskedbog pr. stue")
    _status(room).remove_action(row.action_id)
    assert said == ["Slettet: »Én beskedbog pr. stue«"]
    assert len(_status(room).table.rows()) == 5
    at.undo()
    assert len(_status(room).table.rows()) == 6


def test_nothing_in_motion_leads_to_the_handleplan(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    at = example_desk(tmp_path, "prepare")
    room = _enter(at, qtbot)
    asked: list[str] = []
    room.go.connect(asked.append)
    assert _status(room).empty.isVisible()
    assert _status(room).empty.title.text() == "Intet er sat i gang endnu"
    _status(room).empty.button.click()
    assert asked == ["plan"]
    at.bridge.store.close()


def test_long_words_stay_inside(room: FollowRoom, at: Desk) -> None:
    row = _status(room).table.rows()[0]
    long = "Megetlangtordudenmellemrum" * 400
    at.bridge.run(
        EditFields(
            programme_id=at.programme_id, kind=Action, id=row.action_id, values={"title": long, "owner": long}
        )
    )
    QApplication.processEvents()
    assert row.width() <= _status(room).table.width()
    assert row.height() < 160


@pytest.mark.parametrize("size", [(1366, 708), (1440, 840), (1440, 500), (1920, 1020), (1100, 640)])
def test_the_head_stands_over_the_columns(room: FollowRoom, size: tuple[int, int]) -> None:
    room.resize(*size)
    QApplication.processEvents()
    _assert_head_fits(room)
    row = _status(room).table.rows()[2]
    row.arrow.setFocus()
    QTest.keyClick(row.arrow, Qt.Key.Key_Right)
    QApplication.processEvents()
    _assert_head_fits(room)


def _assert_head_fits(room: FollowRoom) -> None:
    row, head = _status(room).table.rows()[0], _status(room).table.head
    columns = (row._owner_column, row._due_column, row.arrow)
    assert head.starts() == tuple(
        each.mapTo(room, each.rect().topLeft()).x() - head.mapTo(room, head.rect().topLeft()).x()
        for each in columns
    )


@pytest.mark.parametrize("width", [1366, 1440, 1920])
def test_names_and_deadlines_are_not_cut(room: FollowRoom, at: Desk, width: int) -> None:
    room.resize(width, 708)
    row = _status(room).table.rows()[0]
    assert not any("\n" in each._owner.text() for each in _status(room).table.rows())
    values = {"owner": "Birgit Søgård-Andersen", "due": date(2026, 12, 30)}
    at.bridge.run(EditFields(programme_id=at.programme_id, kind=Action, id=row.action_id, values=values))
    QApplication.processEvents()
    row = next(each for each in _status(room).table.rows() if each.action_id == row.action_id)
    assert row._due.text() == "ons. 30. dec."
    assert "…" not in row._owner.text()
    assert row._owner.text().replace("\n", " ").replace("- ", "-") == "Birgit Søgård-Andersen"


def test_the_room_opens_with_the_focus_inside_it(at: Desk, qtbot: QtBot) -> None:
    room = _enter(at, qtbot)
    room.activateWindow()
    assert room.hasFocus()
    QTest.keyClick(room, Qt.Key.Key_Tab)
    assert room.isAncestorOf(QApplication.focusWidget())
