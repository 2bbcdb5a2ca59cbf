"""The pack for work across departments holds what its source asks for, in words of its own."""

from __future__ import annotations

from tests.domain.across import board, pack
from trivselsdesk.domain.note_text import NOTE_LIMIT


def test_it_says_that_it_is_not_about_the_staff() -> None:
    assert "Børn og unges trivsel" in pack().summary and "ikke personalets" in pack().summary
    # Nothing that gathers the wellbeing of a staff: no pulse, no APV, no news to the staff.
    assert (pack().pulse, pack().apv, pack().news) == (None, None, None)


def test_four_phases_and_four_zones_with_their_own_signs() -> None:
    assert [each.title for each in pack().phases] == ["Forbered", "Kerneproblemer", "Ansvar", "Følg op"]
    zones = board().zones
    assert [each.tone for each in zones[2:]] == ["primary", "warn"]
    assert len({each.icon for each in zones}) == 4
    # Nothing on it »works well«: no initiative from here is asked the questions of a strength.
    assert not any(each.tone == "good" for each in zones)


def test_six_four_five_and_three_core_problems_that_fit_on_a_note() -> None:
    assert [len(each.start) for each in board().zones] == [6, 4, 5, 3]
    assert all(len(text) <= NOTE_LIMIT for zone in board().zones for text in zone.start)


def test_the_four_questions_can_be_asked_of_any_theme() -> None:
    form = next(each for each in pack().forms if each.per == "theme")
    assert [each.label for each in form.fields] == [
        "Hvad skal vi?",
        "Hvad kan vi?",
        "Hvad må vi?",
        "Hvem kan hjælpe os?",
    ]


def test_where_notes_come_from_and_three_minutes() -> None:
    assert [each.id for each in pack().tags] == ["forvaltning", "fagomraade", "doegn", "ekstern"]
    assert pack().pixi is not None and pack().pixi.minutes == 3
    assert "300–350" in {each.id: each.default for each in pack().variables}["bidrag"]


def test_what_the_source_does_not_name_is_marked_as_ours() -> None:
    assert "vores forslag" in pack().source
    assert pack().wheel is not None
    assert all(each.source == "Vores forslag" for each in pack().wheel.events)
