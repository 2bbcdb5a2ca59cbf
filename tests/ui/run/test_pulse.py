"""A part of the meeting that is held with a pulse."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from tests.ui.run.test_pages import filled, go_to, texts
from trivselsdesk.domain.commands.pulse import GiveAnswers, OpenPulse
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import AgendaItem, Pulse, PulseAnswer
from trivselsdesk.ui.run.pages import pulse as pulse_module
from trivselsdesk.ui.run.pages.pulse import PulsePage


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Held:
    return Held(qtbot, tmp_path, "plan")


def open_part(held: Held) -> PulsePage:
    item = held.room.rail.entries[6].row.item
    held.run(EditFields(programme_id=held.key, kind=AgendaItem, id=item.id, values={"tool": "pulse"}))
    go_to(held, item.title)
    page = held.room.page
    assert isinstance(page, PulsePage)
    return page


def test_without_a_pulse_the_page_says_where_one_is_made(held: Held) -> None:
    assert "Ingen puls endnu" in texts(open_part(held))


def test_an_open_pulse_is_answered_here_and_shows_how_many_have(
    held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    pulse = Pulse(id="p", programme_id=held.key, theme="Ro", invited=9)
    held.run(OpenPulse(programme_id=held.key, pulse=pulse))
    given = PulseAnswer(id="a", programme_id=held.key, pulse_id="p", marks="bedre:4", text="Hemmeligt")
    held.run(GiveAnswers(programme_id=held.key, answers=(given,)))
    page = open_part(held)
    words = texts(page)
    assert "Ro: 1 af 9 har svaret" in words and not page.chart.isVisible()
    assert not any("Hemmeligt" in each for each in words)
    assert filled(page) == ["Giv computeren rundt"]
    asked: list[list[Pulse]] = []
    monkeypatch.setattr(pulse_module, "give_round", lambda *args: asked.append(args[2]))
    page.give.click()
    assert [each.id for each in asked[0]] == ["p"]


def test_the_counted_pulse_stands_there_as_a_chart(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, "follow")
    page = open_part(held)
    words = texts(page)
    assert "3,4 af 5" in words and page.chart.isVisible()
    assert any("De fælles ord virker" in each for each in words)
    held.run(OpenPulse(programme_id=held.key, pulse=Pulse(id="p", programme_id=held.key, theme="Ro")))
    assert "Ro: 0 har svaret" in texts(page)
    page.which.edited.emit(page.which.itemData(1))
    assert "3,4 af 5" in texts(page)
