"""Work in groups as the facilitator leads it: making, moving, working, reporting back."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import GroupMember, Initiative, Person, TalkGroup, new_id
from trivselsdesk.ui.run.groups.card import GroupCard, WaitingCard
from trivselsdesk.ui.run.groups.page import GroupsPage
from trivselsdesk.ui.run.groups.seat import SeatRow
from trivselsdesk.ui.widgets.fields import flush_all


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    held = Held(qtbot, tmp_path, "plan")
    segments = held.room.centre.aids.choices
    assert segments is not None
    segments.chosen.emit("grupper")
    page(held).chance = Random(7)
    held.room.activateWindow()
    qtbot.waitUntil(held.room.isActiveWindow)
    return held


def page(held: Held) -> GroupsPage:
    shown = held.room.page
    assert isinstance(shown, GroupsPage)
    return shown


def shown(held: Held) -> list[list[str]]:
    """The names on each card."""
    return [[seat.name.whole_text() for seat in card.seats] for card in page(held).making.cards]


def seat(held: Held, name: str) -> SeatRow:
    return next(
        seat for card in page(held).making.cards for seat in card.seats if seat.name.whole_text() == name
    )


def seats_of(held: Held) -> dict[str, tuple[str, str]]:
    """Group and tasks of each person, as they are stored."""
    members = held.store.book(held.key).of(GroupMember)
    return {each.person_id: (each.group_id, each.roles) for each in members}


def test_everybody_is_shuffled_into_even_groups_with_a_theme_and_a_task(held: Held) -> None:
    making = page(held).making
    assert not making.intro.isHidden() and making.go_on.isHidden()
    making.shuffle.click()
    assert making.intro.isHidden() and not making.go_on.isHidden()
    book = held.store.book(held.key)
    groups = shown(held)[:-1]
    assert sorted(name for group in groups for name in group) == sorted(
        person.name for person in participants(book)
    )
    assert [len(group) for group in groups] == [3, 3, 3, 3]
    assert making.warning.isHidden()
    themes = [card.theme.value() for card in making.cards if isinstance(card, GroupCard)]
    assert themes == [each.id for each in active_initiatives(book)][: len(groups)]
    for card in making.cards[:-1]:
        tasks = ", ".join(each.roles.whole_text() for each in card.seats if each.roles.whole_text())
        assert sorted(tasks.split(", ")) == ["Fremlægger", "Ordstyrer", "Skriver", "Tidsholder"]


def test_more_groups_than_the_people_fill_are_warned_about_and_made(held: Held) -> None:
    making = page(held).making
    while making.number.text() != "6":
        making.more.click()
    assert not making.warning.isHidden() and making.warning.text() == "3–5 i hver er bedst"
    making.shuffle.click()
    assert len(shown(held)) == 6 + 1
    card = making.cards[0]
    assert isinstance(card, GroupCard) and card.chip.text() == "2 – 3–5 er bedst"


def test_arrows_move_a_person_and_undo_moves_them_back(qtbot: QtBot, held: Held) -> None:
    page(held).making.shuffle.click()
    before = shown(held)
    name = before[0][1]
    row = seat(held, name)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert name in shown(held)[1] and name not in shown(held)[0]
    step = held.store.next_step(held.key)
    assert step is not None and (step.name, step.detail) == ("seat_person", name)
    held.bridge.undo(held.key)
    assert shown(held) == before


def test_a_person_is_dragged_to_another_group(qtbot: QtBot, held: Held) -> None:
    making = page(held).making
    making.shuffle.click()
    qtbot.wait(10)
    name = shown(held)[0][0]
    row, target = seat(held, name), making.cards[1]
    row.dropped.emit(row.person_id, target.mapToGlobal(QPoint(30, 12)))
    assert name in shown(held)[1]


def test_a_task_is_handed_over_from_the_menu(held: Held) -> None:
    making = page(held).making
    making.shuffle.click()
    card = making.cards[0]
    giver = next(each for each in card.seats if "Tidsholder" in each.roles.whole_text())
    taker = next(each for each in card.seats if each is not giver)
    menu = making.menu_for(taker.person_id)
    texts = [action.text() for action in menu.actions()]
    assert texts[:4] == ["Ordstyrer", "Tidsholder", "Skriver", "Fremlægger"]
    assert "Flyt til gruppe 2" in texts and "Ikke med i en gruppe" in texts
    data = menu.actions()[1].data()
    names = giver.name.whole_text(), taker.name.whole_text()
    making.carry_out(taker.person_id, *data)
    assert "Tidsholder" in seat(held, names[1]).roles.whole_text()
    assert "Tidsholder" not in seat(held, names[0]).roles.whole_text()


def test_a_latecomer_waits_beside_the_groups_and_takes_a_seat(qtbot: QtBot, held: Held) -> None:
    making = page(held).making
    making.shuffle.click()
    held.run(
        AddRow(programme_id=held.key, record=Person(id=new_id(), programme_id=held.key, name="Sent Søren"))
    )
    waiting = making.cards[-1]
    assert isinstance(waiting, WaitingCard) and shown(held)[-1] == ["Sent Søren"]
    row = seat(held, "Sent Søren")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert "Sent Søren" in shown(held)[0]
    assert seat(held, "Sent Søren").hasFocus()
    assert shown(held)[-1] == []


def test_somebody_who_is_not_on_the_list_is_written_there_and_waits(qtbot: QtBot, held: Held) -> None:
    making = page(held).making
    making.shuffle.click()
    making.newcomer.setFocus()
    qtbot.keyClicks(making.newcomer, "  Ny  Nadja ")
    qtbot.keyClick(making.newcomer, Qt.Key.Key_Return)
    assert shown(held)[-1] == ["Ny Nadja"]
    assert making.newcomer.value() == "" and making.newcomer.hasFocus()
    assert "Ny Nadja" in [each.name for each in participants(held.store.book(held.key))]
    held.store.closed_to_writing = "readonly"
    qtbot.keyClicks(making.newcomer, "Ida")
    qtbot.keyClick(making.newcomer, Qt.Key.Key_Return)
    assert making.newcomer.value() == "Ida", "a name that could not be saved is still there"


def test_shuffling_again_leaves_out_those_who_are_not_there(held: Held) -> None:
    making = page(held).making
    making.shuffle.click()
    missing = making.cards[0].seats[0]
    name = missing.name.whole_text()
    making.carry_out(missing.person_id, "seat", "")
    making.shuffle.click()
    assert shown(held)[-1] == [name]
    assert sorted(len(group) for group in shown(held)[:-1]) == [2, 3, 3, 3]


def test_groups_can_be_filled_by_hand(held: Held) -> None:
    making = page(held).making
    making.by_hand.click()
    everybody = len(participants(held.store.book(held.key)))
    assert [len(group) for group in shown(held)] == [0, 0, 0, 0, everybody]
    row = making.cards[-1].seats[0]
    name = row.name.whole_text()
    making.carry_out(row.person_id, "seat", making.cards[1].group_id)
    assert shown(held)[1] == [name]


def test_what_a_group_writes_stands_in_its_initiative(held: Held) -> None:
    page(held).making.shuffle.click()
    page(held).making.go_on.click()
    answers = page(held).working.answers
    assert answers is not None
    assert list(answers.fields) == ["why", "goal", "signs", "barriers"]
    book = held.store.book(held.key)
    first = min(book.of(TalkGroup), key=lambda each: each.rank)
    answers.fields["barriers"].setPlainText("Vi glemmer det i travle uger")
    flush_all()
    assert book.get(Initiative, first.initiative_id).barriers == "Vi glemmer det i travle uger"


def test_the_groups_report_back_one_by_one(held: Held) -> None:
    page(held).making.shuffle.click()
    page(held).making.go_on.click()
    working = page(held).working
    working.forward_button.click()
    assert working._title.text().startswith("Gruppe 1 fremlægger")
    working.forward_button.click()
    assert working._title.text().startswith("Gruppe 2 fremlægger")
    assert working.place.text() == "2 af 4 grupper"
    working.back_button.click()
    assert working._title.text().startswith("Gruppe 1 fremlægger")
    for _ in range(3):
        working.forward_button.click()
    assert working.forward_button.text() == "Færdig med grupper"
    working.forward_button.click()
    assert not isinstance(held.room.page, GroupsPage)


def test_the_groups_have_minutes_of_their_own(held: Held) -> None:
    page(held).making.shuffle.click()
    page(held).making.go_on.click()
    working = page(held).working
    working.minutes.setValue(10)
    working.start.click()
    assert working.left.text() == "10:00 tilbage"
    held.pass_time(4)
    assert working.left.text() == "6:00 tilbage"
    held.pass_time(7)
    assert working.left.text() == "Tiden er gået"
    working.start.click()
    assert working.left.text() == ""


def test_the_sound_comes_when_the_groups_own_minutes_are_up(
    held: Held, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    # A machine without a player: what is not heard is seen.
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("sys.platform", "linux")
    held.bridge.remember("sound", "on")
    page(held).making.shuffle.click()
    page(held).making.go_on.click()
    page(held).working.minutes.setValue(3)
    page(held).working.start.click()
    held.pass_time(2.8)
    assert not held.room.side.clock.disc.is_pulsing()
    with qtbot.waitSignal(held.room.watch.pulse, timeout=5000):
        held.pass_time(0.4)
    assert held.clock[0] != "+", "the part itself has time left"


def test_groups_and_how_far_they_are_outlive_the_program(held: Held) -> None:
    page(held).making.shuffle.click()
    before = seats_of(held)
    page(held).making.go_on.click()
    page(held).working.forward_button.click()
    page(held).working.forward_button.click()
    held.restart()
    assert page(held).working._title.text().startswith("Gruppe 2 fremlægger")
    assert seats_of(held) == before


def test_the_group_sheets_are_asked_for(held: Held) -> None:
    wanted: list[str] = []
    held.room.open_document.connect(wanted.append)
    page(held).making.shuffle.click()
    page(held).making.print_button.click()
    assert wanted == ["gruppeark"]
