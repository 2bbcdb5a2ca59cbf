"""The trivselsproces pack holds what its source asks for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from trivselsdesk.domain.pack import Pack, PackMeeting
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.loader import load_pack, parse_pack, read_files

ROOT = Path(__file__).parents[2]


@cache
def pack() -> Pack:
    return load_pack(ROOT / "resources" / "packs" / "trivselsproces")


def minutes(meeting: PackMeeting) -> int:
    return sum(item.minutes for item in meeting.items)


def test_five_phases_and_every_meeting_belongs_to_one() -> None:
    assert [each.title for each in pack().phases] == [
        "Hvorfor",
        "God trivsel",
        "Temaer",
        "Arbejd",
        "Følg op",
    ]
    held = [each for phase in pack().phases for each in phase.meetings]
    assert sorted(held) == sorted(each.id for each in pack().meetings)


def test_the_minutes_of_the_booklet() -> None:
    half_hours = ("lyst", "besvaerligt", "resultat", "paavirkes", "prioriter")
    assert [minutes(pack().meeting(each)) for each in half_hours] == [30] * 5
    assert minutes(pack().meeting("handleplan")) == 60
    for each in ("lyst", "besvaerligt"):
        timer = pack().meeting(each).items[0].tool.params["timer"]
        assert (timer.least, timer.most) == (5, 5), "five minutes to think"
    speech = pack().first_tool("pitch")
    assert speech is not None and speech.params["seconds"] == 60


def test_themes_columns_and_forms() -> None:
    assert (pack().themes.least, pack().themes.most) == (2, 3)
    assert [each.label for each in pack().action_columns] == ["Handling", "Ansvarlig", "Måde", "Hvornår"]
    forms = {each.id: each for each in pack().forms}
    assert len(forms["tale"].fields) == 5 and len(forms["fire"].fields) == 4
    assert len(forms["tilbageblik"].fields) == 5
    ideas = next(each for each in forms["gryden"].fields if each.kind == "ticks")
    assert len(ideas.choices) == 4 and forms["gryden"].poster
    counts = {each.id: len(each.entries) for each in pack().lists}
    assert counts["guldkorn"] == 6 and counts["grunde"] == 3
    assert (counts["eksempler_lyst"], counts["eksempler_besvaerligt"]) == (3, 4)


def test_important_lies_to_the_left_and_urgent_at_the_top() -> None:
    matrix = pack().matrix("vigtigt_haster")
    assert matrix.passes == ("x", "y")
    assert (matrix.x.first, matrix.x.last) == ("vigtigt", "ikke vigtigt")
    assert (matrix.y.first, matrix.y.last) == ("haster ikke", "haster")
    assert matrix.x.grown(0.2) == 0.8 and matrix.y.grown(0.2) == 0.2


def test_the_two_scales_of_the_pulse_point_opposite_ways() -> None:
    pulse = pack().pulse
    assert pulse is not None
    assert [(each.kind, each.polarity) for each in pulse.questions[:2]] == [
        ("scale", "need"),
        ("scale", "better"),
    ]
    assert pulse.questions[2].kind == "open" and pulse.period == "det sidste halve år"


def test_a_board_with_sheets_stands_alone() -> None:
    """It takes no other, none takes it, and nobody votes across its sheets."""
    files = read_files(ROOT / "resources" / "packs" / "trivselsproces")
    head = files["pack.toml"]
    taking = head.replace('per = "initiative"\nminutes = 30\n', 'per = "initiative"\ntakes = "skru"\n', 1)
    with pytest.raises(PackErrors) as caught:
        parse_pack({**files, "pack.toml": taking})
    assert any("kan ikke have ark" in str(each) for each in caught.value.errors)
    lonely = head.replace('per = "initiative"\nminutes = 30\n', "minutes = 30\n", 1)
    with pytest.raises(PackErrors) as caught:
        parse_pack({**files, "pack.toml": lonely})
    assert any("minutter til hvert" in str(each) for each in caught.value.errors)
