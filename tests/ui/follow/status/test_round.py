"""The status round: by keys and clicker, with notes, moves and a summary, in the window and on the wall."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.follow.status.following import enter, row
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.records import Action
from trivselsdesk.domain.status import history
from trivselsdesk.domain.wall.follow import follow_wall
from trivselsdesk.domain.wall.model import Arrows, Sheet
from trivselsdesk.ui.follow.status.page import StatusSection
from trivselsdesk.ui.projector.window import AudienceWindow
from trivselsdesk.ui.widgets.fields import flush_all


def _begin(page: StatusSection) -> None:
    page.round_button.click()
    QApplication.processEvents()


def _key(page: StatusSection, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page.round, key)
    QApplication.processEvents()


def _action(page: StatusSection, at: Desk) -> Action:
    assert page.round.going is not None
    return at.book.get(Action, page.round.going.current)


def _summary(page: StatusSection) -> list[str]:
    return [each.text() for each in page.round.summary.content.findChildren(QLabel) if each.isVisible()]


def test_it_goes_through_what_is_not_done_by_the_clicker(page: StatusSection, at: Desk) -> None:
    _begin(page)
    assert page.round.isVisible()
    seen = [page.round.what.text()]
    assert page.round.count.whole_text() == "1 af 5"
    for _ in range(4):
        _key(page, Qt.Key.Key_PageDown)
        seen.append(page.round.what.text())
    assert "10 min. overblik kl. 14.45" not in seen and len(set(seen)) == 5
    _key(page, Qt.Key.Key_PageUp)
    assert page.round.what.text() == seen[3]


def test_the_arrow_moves_on_the_spot_and_what_is_said_is_kept(page: StatusSection, at: Desk) -> None:
    page.hand.set_who("Karin")
    _begin(page)
    action = _action(page, at)
    _key(page, Qt.Key.Key_Right)
    assert at.book.get(Action, action.id).status == "godt_paa_vej"
    page.round.note.setFocus()
    QTest.keyClicks(page.round.note, "Fredage er dækket")
    _key(page, Qt.Key.Key_PageDown)
    line = history(at.book, action.id)[0]
    assert (line.before, line.after, line.who, line.note) == (
        "i_gang",
        "godt_paa_vej",
        "Karin",
        "Fredage er dækket",
    )
    assert at.book.get(Action, action.id).status_note == "Fredage er dækket"
    assert page.round.note.value() == ""
    _key(page, Qt.Key.Key_PageUp)
    assert page.round.note.value() == "Fredage er dækket"
    at.undo()
    assert at.book.get(Action, action.id).status_note == "Mangler fredage"
    at.undo()
    assert at.book.get(Action, action.id).status == "i_gang"


def test_the_summary_tells_moved_done_and_still(page: StatusSection, at: Desk) -> None:
    _begin(page)
    _key(page, Qt.Key.Key_End)
    _key(page, Qt.Key.Key_PageDown)
    _key(page, Qt.Key.Key_Left)
    _key(page, Qt.Key.Key_Escape)
    words = _summary(page)
    assert "Lukkeliste med navn på hver dag – I gang → Færdig" in words
    assert "Opgavetavle ved personaleindgangen – Godt på vej → I gang" in words
    assert "Fælles ord for en god tone – I gang" in words
    _key(page, Qt.Key.Key_Escape)
    assert page.table.isVisible() and page.round.going is None
    assert row(page, "Lukkeliste med navn på hver dag").arrow.value() == "faerdig"


def test_a_round_goes_on_where_it_was_after_a_restart(page: StatusSection, at: Desk, qtbot: QtBot) -> None:
    _begin(page)
    _key(page, Qt.Key.Key_PageDown)
    _key(page, Qt.Key.Key_PageDown)
    said = page.round.what.text()
    again = at.reopen()
    page = enter(again, qtbot)
    assert page.round.isVisible()
    assert (page.round.what.text(), page.round.count.whole_text()) == (said, "3 af 5")
    page.round.finish()
    page.round.finish()
    assert not page.round.isVisible()
    last = again.reopen()
    page = enter(last, qtbot)
    assert not page.round.isVisible(), "a round that is over stays over"
    last.bridge.store.close()


def test_a_round_of_another_day_is_not_taken_up(page: StatusSection, at: Desk, qtbot: QtBot) -> None:
    _begin(page)
    at.moment.at += timedelta(days=1)
    again = at.reopen()
    assert not enter(again, qtbot).round.isVisible()
    again.bridge.store.close()


def test_escape_right_away_is_just_out_again(page: StatusSection) -> None:
    _begin(page)
    _key(page, Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_an_action_that_goes_meanwhile_is_left_out(page: StatusSection, at: Desk) -> None:
    _begin(page)
    _key(page, Qt.Key.Key_PageDown)
    gone = _action(page, at)
    at.bridge.run(RemoveRow(programme_id=at.programme_id, kind=Action, id=gone.id))
    assert page.round.count.whole_text() == "2 af 4"
    assert page.round.what.text() != gone.title
    at.undo()
    assert page.round.isVisible()


def test_the_room_tells_the_wall_what_it_is_at(page: StatusSection, at: Desk) -> None:
    told: list[object] = []
    page.followed.connect(told.append)
    scene = page.on_wall()
    assert scene is not None and scene.round is None
    _begin(page)
    _key(page, Qt.Key.Key_PageDown)
    assert told[-1] == page.on_wall() and page.on_wall() != scene
    page.round.finish()
    page.round.finish()
    assert told[-1] == scene


def test_the_wall_reads_from_across_the_room(page: StatusSection, at: Desk, qtbot: QtBot) -> None:
    from tests.ui.projector.pictures import SIZES, assert_whole, shown, words_of

    _begin(page)
    for size in SIZES:
        for steps in (0, 99):
            assert page.round.going is not None
            page.round.going = page.round.going.moved(steps)
            scene = page.on_wall()
            assert scene is not None
            wall = follow_wall(at.book, page.pack, scene, names=True)
            window = shown(qtbot, wall, size)
            assert_whole(window)
            if not steps:
                assert isinstance(wall.content, Arrows)
                assert "Lukkeliste med navn på hver dag" in " ".join(words_of(window))
                assert "Godt på vej" in words_of(window)
            else:
                assert isinstance(wall.content, Sheet)
            page.round.going = page.round.going.moved(-99)
            _assert_type(window)
    page.round.going = None
    scene = page.on_wall()
    assert scene is not None
    for size in SIZES:
        window = shown(qtbot, follow_wall(at.book, page.pack, scene, names=True), size)
        assert_whole(window)
        assert "Én beskedbog pr. stue" in words_of(window)


def _assert_type(window: AudienceWindow) -> None:
    from tests.ui.projector.pictures import sizes_of

    assert min(sizes_of(window)) >= 26


def test_what_is_typed_is_written_when_the_round_is_left(page: StatusSection, at: Desk) -> None:
    _begin(page)
    action = _action(page, at)
    page.round.note.setFocus()
    QTest.keyClicks(page.round.note, "Vi venter")
    flush_all()
    assert at.book.get(Action, action.id).status_note == "Vi venter"
    assert history(at.book, action.id)[0].note == "Vi venter"
