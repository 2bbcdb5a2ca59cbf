"""From a finished workshop to the next round: begun, opened with »Siden sidst«, and taken up on the board."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from tests.ui.start.hands import in_dialog
from trivselsdesk.domain.commands.desk import ChangeProgramme
from trivselsdesk.domain.commands.lifts import WriteEscalation
from trivselsdesk.domain.phases import phase_index
from trivselsdesk.domain.records import Carried, Note, Programme, Theme
from trivselsdesk.store.exchange import export_programme, read_programme
from trivselsdesk.store.store import DESK
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.prepare.since_card import SinceCard, _Group
from trivselsdesk.ui.prepare.since_row import SinceRow
from trivselsdesk.ui.start import making
from trivselsdesk.ui.start.asking import NewCycleDialog


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = example_desk(tmp_path, "follow")
    yield made
    made.bridge.store.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.begin(desk.bridge)
    made.resize(1366, 768)
    made.show()
    made.open_programme(desk.programme_id)
    yield made
    made.end()


def accept(dialog: QWidget) -> None:
    assert isinstance(dialog, NewCycleDialog)
    dialog.roles.setChecked(True)
    dialog.accept()


def begin(window: MainWindow) -> SinceCard:
    """Press »Begynd en ny runde« in the room after the meeting, and say yes."""
    assert window.shell.room is not None
    button = window.shell.room.header_button()
    assert button is not None
    in_dialog(accept)
    button.click()  # type: ignore[attr-defined]
    room = window.shell.room
    assert isinstance(room, PrepareRoom), "the new round opens in its preparation"
    return room.since_card


def rows(card: SinceCard) -> dict[str, SinceRow]:
    found = {}
    for group in card._groups():
        for row in group.list.rows():
            assert isinstance(row, SinceRow)
            found[row.words.text()] = row
    return found


class Windows(QObject):
    """What shows itself as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_of_the_card_flashes_up_as_a_window_while_it_is_made(qtbot: QtBot) -> None:
    windows, app = Windows(), QApplication.instance()
    assert app is not None
    app.installEventFilter(windows)
    try:
        qtbot.addWidget(_Group("Det valgte I ikke", folded=True))
    finally:
        app.removeEventFilter(windows)
    assert windows.seen == []


def test_a_finished_workshop_leads_to_a_round_whose_board_has_what_was_taken_along(
    window: MainWindow, desk: Desk
) -> None:
    old = list(desk.book.everything())
    card = begin(window)
    key = window.programme_id
    assert key != desk.programme_id and not card.isHidden()
    book = desk.bridge.book(key)
    before = rows(card)
    assert before["Hvem gør hvad?"].facts.text() == "1 af 3 gjort"
    assert before["Flere voksne efter kl. 15"].facts.text().startswith("MED · Sendt 26. maj")
    assert before["Hård tone"].leave.isHidden(), "what always calls for action is not left"
    before["Ny kaffemaskine"].board.click()
    before["Fælles sommerfest"].leave.click()
    before["Hvem gør hvad?"].menu().actions()[0].trigger()
    after = rows(card)
    assert after["Ny kaffemaskine"].decided.text() == "Hænger på tavlen"
    assert after["Fælles sommerfest"].decided.text() == "Ladt ligge"
    assert after["Hvem gør hvad?"].decided.text() == "Er på handleplanen"
    assert [each.text for each in book.of(Note)] == ["Ny kaffemaskine"]
    assert phase_index(book, desk.bridge.pack(key)) == 0, "what was taken along does not skip the meeting"
    window.undo()
    assert rows(card)["Hvem gør hvad?"].decided.text() == ""
    window.redo()
    assert list(desk.book.everything()) == old, "the round before is as it was"
    window.close()
    again = desk.reopen()
    kept = again.bridge.book(key)
    assert [(each.text, each.from_last) for each in kept.of(Note)] == [("Ny kaffemaskine", True)]
    assert {each.choice for each in kept.of(Carried)} == {"", "board", "left", "plan"}
    again.bridge.store.close()


def test_the_round_is_one_step_on_the_list_and_leads_back_to_the_one_before(
    window: MainWindow, desk: Desk
) -> None:
    card = begin(window)
    key = window.programme_id
    card.earlier.click()
    assert window.programme_id == desk.programme_id
    window.show_desk()
    window.undo()
    assert [each.id for each in desk.bridge.programmes() if not each.deleted] == [desk.programme_id]
    window.redo()
    assert not desk.bridge.book(key).programme.deleted
    assert desk.bridge.next_step(DESK) is not None


def test_the_round_before_may_go_and_the_words_are_still_here(window: MainWindow, desk: Desk) -> None:
    card = begin(window)
    gone = ChangeProgramme(programme_id=desk.programme_id, values={"deleted": True})
    assert desk.bridge.run(gone)
    card.refresh()
    assert card.earlier.isHidden() and card.newest.isHidden()
    rows(card)["Ny kaffemaskine"].board.click()
    assert rows(card)["Ny kaffemaskine"].decided.text() == "Hænger på tavlen"


def test_an_answer_that_comes_later_is_brought_over(window: MainWindow, desk: Desk) -> None:
    card = begin(window)
    assert card.newest.isHidden()
    lifted = next(each for each in desk.book.of(Theme) if each.lift)
    answer = WriteEscalation(
        programme_id=desk.programme_id,
        card_id=lifted.id,
        values={"answer": "To timer mere"},
        today=desk.moment.today(),
    )
    assert desk.bridge.run(answer)
    card.refresh()
    assert not card.newest.isHidden()
    card.newest.click()
    assert rows(card)["Flere voksne efter kl. 15"].facts.text() == "MED · To timer mere"
    assert card.newest.isHidden()


def test_the_last_round_is_gone_through_anew_only_when_it_has_changed(window: MainWindow, desk: Desk) -> None:
    card = begin(window)
    seen = card._fresh
    assert seen
    rows(card)["Ny kaffemaskine"].board.click()
    card.refresh()
    assert card._fresh is seen
    lifted = next(each for each in desk.book.of(Theme) if each.lift)
    values = {"answer": "Ja"}
    today = desk.moment.today()
    assert desk.bridge.run(
        WriteEscalation(programme_id=desk.programme_id, card_id=lifted.id, values=values, today=today)
    )
    card.refresh()
    assert card._fresh is not seen and not card.newest.isHidden()


def test_the_unit_says_whether_the_wall_opens_with_it(window: MainWindow, desk: Desk) -> None:
    card = begin(window)
    assert card.on_wall.isChecked()
    card.on_wall.click()
    assert not desk.bridge.book(window.programme_id).programme.last_on_wall
    window.undo()
    assert card.on_wall.isChecked()


def test_a_first_round_has_no_card_and_no_way_on(desk: Desk, window: MainWindow) -> None:
    window.shell.open_room("prepare")
    room = window.shell.room
    assert isinstance(room, PrepareRoom) and room.since_card.isHidden()
    window._pages._fit_menu()
    assert window._pages._cycle_action.isVisible(), "the example is in its follow phase"
    started = making.new(desk.bridge, "trivselsdialog", "Skovly")
    window.open_programme(started)
    window._pages._fit_menu()
    assert not window._pages._cycle_action.isVisible()


def test_a_file_keeps_the_words_and_drops_a_link_that_leads_nowhere(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    begin(window)
    key = window.programme_id
    told = sorted(each.text for each in desk.bridge.book(key).of(Carried))
    path = tmp_path / "runde.trivsel"
    book = desk.bridge.book(key)
    files = desk.bridge.store.pack_files(book.programme.pack_id, book.programme.pack_version)
    path.write_bytes(export_programme(book, files))
    assert read_programme(path.read_bytes()).records
    here = desk.bridge.book(making.from_file(desk.bridge, path))
    assert here.programme.previous_id == desk.programme_id
    elsewhere = example_desk(tmp_path / "anden", "prepare")
    there = elsewhere.bridge.book(making.from_file(elsewhere.bridge, path))
    assert isinstance(there.programme, Programme) and there.programme.previous_id == ""
    assert sorted(each.text for each in there.of(Carried)) == told
    elsewhere.bridge.store.close()


def test_a_row_of_the_list_begins_the_next_round(window: MainWindow, desk: Desk) -> None:
    window.show_desk()
    row = window.start.list.rows[desk.programme_id]
    first = row.menu().actions()[0]
    assert first.text() == "Begynd en ny runde …"
    in_dialog(accept)
    first.trigger()
    key = window.programme_id
    assert desk.bridge.book(key).programme.previous_id == desk.programme_id
    window.show_desk()
    assert window.start.list.rows[key]._process.whole_text().endswith("· ny runde")
    assert "Begynd en ny runde …" not in [
        each.text() for each in window.start.list.rows[key].menu().actions()
    ]
