"""The lifted matters as the trio keeps them: table, form, a new one, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain.follow import launched
from trivselsdesk.domain.records import Escalation, Note, Theme
from trivselsdesk.ui.follow.lifts.new_dialog import NewLiftDialog
from trivselsdesk.ui.follow.lifts.page import LiftsSection
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.follow.status.action_dialog import ActionDialog


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "follow")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def room(at: Desk, qtbot: QtBot) -> FollowRoom:
    room = FollowRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 700)
    room.show_programme(at.programme_id, "statuspil")
    room.open_page("lifts")
    room.show()
    room.activateWindow()
    QApplication.processEvents()
    return room


@pytest.fixture
def page(room: FollowRoom) -> LiftsSection:
    found = room.page("lifts")
    assert isinstance(found, LiftsSection)
    return found


def adults(at: Desk) -> Escalation:
    theme = next(each for each in at.book.of(Theme) if each.name == "Flere voksne efter kl. 15")
    return at.book.get(Escalation, theme.id)


def test_each_matter_stands_under_its_target(page: LiftsSection) -> None:
    assert [group.title.whole_text() for group in page._groups.values()] == [
        "Løftet til MED",
        "Givet til Ejendomme",
    ]
    first = page.rows()[0]
    assert (first.title.text(), first.carrier.whole_text()) == ("Flere voksne efter kl. 15", "Sanne")
    assert (first.chip.text(), first.state.text()) == ("Sendt 26. maj", "svar ventes 24. juni")
    assert page.sum.whole_text() == "2 løftede sager · 0 med svar" and page.late.isHidden()


def test_a_late_answer_stands_out_and_an_answer_ends_the_waiting(
    page: LiftsSection, at: Desk, qtbot: QtBot
) -> None:
    at.moment.at = datetime(2026, 6, 26, 9)
    page.refresh()
    assert page.rows()[0].chip.text() == "Svaret mangler" and page.late.text() == "1 over tid"
    page.form.answer.setPlainText("Det tages med i budgettet")
    page.form.flush()
    assert adults(at).status == "answered" and page.late.isHidden()
    assert page.rows()[0].chip.text() == "Svar er kommet"
    at.undo()
    assert adults(at).answer == "" and page.rows()[0].chip.text() == "Svaret mangler"


def test_the_form_writes_what_stands_and_survives_a_restart(
    page: LiftsSection, at: Desk, qtbot: QtBot
) -> None:
    page.form.carrier.setFocus()
    page.form.carrier.selectAll()
    qtbot.keyClicks(page.form.carrier, "Karin")
    page.form.expected.setFocus()
    page.form.expected.selectAll()
    qtbot.keyClicks(page.form.expected, "1/7")
    page.form.expected.settle()
    page.form.flush()
    again = at.reopen()
    kept = adults(again)
    assert (kept.carrier, kept.expected, kept.sent) == ("Karin", date(2026, 7, 1), date(2026, 5, 26))
    again.bridge.store.close()


def test_an_unreadable_day_is_answered_and_loses_nothing(page: LiftsSection, at: Desk, qtbot: QtBot) -> None:
    page.form.expected.setFocus()
    page.form.expected.selectAll()
    qtbot.keyClicks(page.form.expected, "snart")
    page.form.expected.settle()
    assert page.form.expected.property("error") and adults(at).expected == date(2026, 6, 24)


def test_the_table_is_walked_with_the_keys(page: LiftsSection, qtbot: QtBot) -> None:
    first, second = page.rows()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus() and page.current == second.card_id
    assert page._title.text() == "Det trækker fra vinduerne på Blå stue"
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert page.current == first.card_id


def test_something_more_is_lifted_in_one_step(page: LiftsSection, at: Desk, qtbot: QtBot) -> None:
    dialog = NewLiftDialog(at.bridge, at.book, page.pack.lifts, page)
    qtbot.addWidget(dialog)
    system = next(each for each in at.book.of(Theme) if each.name == "Nyt system til at skrive i")
    dialog.card.set_value(system.id)
    dialog.lift.set_value("ledelse")
    dialog.reason.setPlainText("Systemet er kommunens")
    dialog.carrier.setText("Birgit")
    page.lift(dialog)
    assert page.rows()[0].title.text() == system.name and page.current == system.id
    assert at.book.get(Escalation, system.id).reason == "Systemet er kommunens"
    at.undo()
    assert not at.book.get(Theme, system.id).lift and at.book.find(Escalation, system.id) is None


def test_who_may_carry_a_lift_is_called_what_the_process_calls_them(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    desk = example_desk(tmp_path, "follow", edited=("[pack]\n", '[pack]\ntrio = "Leder og AMR"\n'))
    dialog = NewLiftDialog(desk.bridge, desk.book, desk.bridge.pack(desk.programme_id).lifts, None)
    qtbot.addWidget(dialog)
    assert dialog.carrier.placeholderText() == "Navn eller »Leder og AMR«"
    assert dialog.carrier._model.stringList()[-1] == "Leder og AMR"
    action = ActionDialog(desk.bridge, desk.book, launched(desk.book), None, None)
    qtbot.addWidget(action)
    assert action.owner._model.stringList()[-1] == "Leder og AMR"
    desk.bridge.store.close()


def test_a_lift_is_taken_back_and_moved_to_another_target(page: LiftsSection, at: Desk) -> None:
    said: list[str] = []
    page.undo_toast.connect(lambda _icon, words: said.append(words))
    page.target.set_value("ledelse")
    page._move_to("ledelse")
    assert [group.title.whole_text() for group in page._groups.values()][-1] == "Løftet til ledelsen"
    page.remove.click()
    assert said == ["Løftes ikke længere"] and len(page.rows()) == 1
    page.remove.click()
    assert page._main.currentIndex() == 1 and page.empty.title.text() == "Intet er løftet videre"
    at.undo()
    assert len(page.rows()) == 1
    note = next(each for each in at.book.of(Note) if each.track == "fysisk")
    assert note.lift == "ejendomme"
