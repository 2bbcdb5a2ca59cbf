"""The meeting's time: start, next, back, more and less, pause, and where it was after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.records import AgendaItem

OPENING = datetime(2026, 5, 20, 13, 0)


@pytest.fixture
def waiting(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "prepare", OPENING)


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "board")


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def test_before_the_start_there_is_one_thing_to_do(waiting: Held, qtbot: QtBot) -> None:
    panel = waiting.room.side.clock
    assert waiting.clock == "13.00"
    assert waiting.room.rail.chip.text() == "Ikke begyndt"
    assert (panel.next.text(), panel.next.kind()) == ("Start mødet", "primary")
    assert not panel.pause.isVisible() and not panel.more.isVisible()
    click(qtbot, panel.next)
    assert waiting.clock == "10:00"
    assert (panel.next.text(), panel.next.kind()) == ("Næste trin", "tint")


def test_the_rail_stands_as_in_the_middle_of_a_late_meeting(held: Held) -> None:
    rail = held.room.rail
    assert (held.clock, held.words) == ("4:12", "tilbage af 20 min")
    assert rail.now.text() == "kl. 13.39"
    assert rail.chip.text() == "4 min bagefter"
    assert [each.item.meta() for each in rail.entries] == [
        "12 min · plan 10",
        "12 min · plan 10",
        "40 min · til 14.04",
        "10 min",
        "20 min",
        "60 min",
        "10 min",
    ]
    assert [row[:5] for row in held.rail()] == ["13.00", "13.12", "13.24", "14.04", "14.14", "14.34", "15.34"]
    assert rail.end.accessibleName() == "15.44 Slut, planlagt 15.40"
    assert [each.text() for each in rail.entries[2].steps] == [
        "Præsentér sedler",
        "Saml i temaer",
        "Bevare eller forandre?",
    ]


def test_time_goes_on_turns_amber_and_runs_over_quietly(waiting: Held) -> None:
    waiting.room.next_step()
    panel = waiting.room.side.clock
    waiting.pass_time(7.5)
    assert (waiting.clock, panel.disc.is_amber()) == ("2:30", False)
    waiting.pass_time(1)
    assert (waiting.clock, panel.disc.is_amber()) == ("1:30", True)
    waiting.pass_time(1.5 + 40 / 60)
    assert (waiting.clock, waiting.words) == ("+0:40", "over tid")
    assert panel.digits.token() == "warnInk"
    assert (panel.next.text(), panel.next.kind()) == ("Næste trin", "primary")
    assert [panel.more.text(), panel.five.text()] == ["+2 min", "+5 min"]
    assert panel.five.isVisible()
    assert waiting.said == []


def test_two_minutes_more_after_the_time_is_up(waiting: Held, qtbot: QtBot) -> None:
    waiting.room.next_step()
    waiting.pass_time(10.5)
    click(qtbot, waiting.room.side.clock.more)
    assert waiting.clock == "1:30"
    assert waiting.words == "tilbage af 12 min"
    assert waiting.room.rail.entries[0].item.meta() == "12 min · til 13.12"


def test_a_step_back_keeps_the_time_that_was_left(waiting: Held) -> None:
    waiting.room.next_step()
    waiting.pass_time(4)
    waiting.room.next_step()
    assert (waiting.title, waiting.clock) == ("Individuel refleksion", "10:00")
    waiting.pass_time(1)
    waiting.room.step_back()
    assert (waiting.title, waiting.clock) == ("Velkomst", "6:00")
    waiting.pass_time(1)
    waiting.room.next_step()
    assert (waiting.title, waiting.clock) == ("Individuel refleksion", "9:00")


def test_minutes_are_added_and_taken_from_menu_and_keys(held: Held) -> None:
    panel = held.room.side.clock
    by_words = {choice.text().split("\t")[0]: choice for choice in panel.choices}
    by_words["5 minutter mere"].trigger()
    assert (held.clock, held.words) == ("9:12", "tilbage af 25 min")
    assert held.room.rail.chip.text() == "9 min bagefter"
    by_words["1 minut mindre"].trigger()
    assert held.clock == "8:12"
    own = held.room.actions_here()
    own["five_less"]()
    own["minute_more"]()
    assert held.clock == "4:12"


def test_no_more_is_taken_than_is_left(held: Held) -> None:
    held.room.five_less()
    assert held.clock == "0:00"
    held.room.five_less()
    assert held.clock == "0:00"


def test_a_pause_holds_the_clock_and_moves_the_end(held: Held, qtbot: QtBot) -> None:
    click(qtbot, held.room.side.clock.pause)
    held.pass_time(10)
    assert (held.clock, held.words) == ("4:12", "på pause · 20 min")
    assert held.room.rail.chip.text() == "14 min bagefter"
    click(qtbot, held.room.side.clock.pause)
    held.pass_time(1)
    assert held.clock == "3:12"


@pytest.mark.parametrize("paused", [False, True])
def test_after_a_restart_the_meeting_is_where_it_was(held: Held, paused: bool) -> None:
    held.room.minute_more()
    if paused:
        held.room.toggle_clock()
    held.moment.at += timedelta(minutes=2)
    held.restart()
    assert held.title == "Præsentér sedler"
    assert held.clock == ("5:12" if paused else "3:12")
    assert held.room.rail.chip.text() == ("7 min bagefter" if paused else "5 min bagefter")


def test_after_the_last_part_the_meeting_ends_and_offers_the_plan(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, "plan")
    held.room.next_step()
    panel = held.room.side.clock
    assert (held.title, panel.next.text()) == ("Opsamling og tak", "Slut mødet")
    held.pass_time(3)
    click(qtbot, panel.next)
    assert held.room.rail.chip.text() == "Mødet er slut"
    assert (panel.next.text(), panel.next.kind()) == ("Åbn handleplanen", "primary")
    click(qtbot, panel.next)
    assert held.asked == ["plan"]
    held.room.next_step()
    assert held.room.rail.chip.text() == "Mødet er slut"
    click(qtbot, panel.back_button)
    assert (held.title, held.clock) == ("Opsamling og tak", "7:00")


def test_the_drejebog_may_change_while_the_clock_runs(held: Held) -> None:
    items = held.bridge.book(held.key).items(held.bridge.book(held.key).meeting.id)
    rename = {"title": "Kaffe"}
    held.run(EditFields(programme_id=held.key, kind=AgendaItem, id=items[3].id, values=rename))
    assert any("Kaffe" in row for row in held.rail())
    held.run(RemoveRow(programme_id=held.key, kind=AgendaItem, id=items[3].id))
    assert not any("Kaffe" in row for row in held.rail())
    assert held.room.rail.end.accessibleName().startswith("15.34")
    # Even the item under way: the clock waits at the next one until somebody lets it go on.
    held.run(RemoveRow(programme_id=held.key, kind=AgendaItem, id=items[2].id))
    assert held.title == "Sæt prikker"
    assert held.words.startswith("på pause")
    held.room.toggle_clock()
    held.pass_time(1)
    assert held.clock == "3:00"


def test_an_empty_drejebog_leads_to_the_preparation(held: Held, qtbot: QtBot) -> None:
    for item in held.bridge.book(held.key).items(held.bridge.book(held.key).meeting.id):
        held.run(RemoveRow(programme_id=held.key, kind=AgendaItem, id=item.id))
    assert held.room.centre.empty.isVisible()
    click(qtbot, held.room.centre.empty.button)
    assert held.asked == ["prepare"]
