"""The pulse of a pack: five answers at the least, and questions that can be asked."""

from __future__ import annotations

import pytest

from tests.packs.test_faults import PACK, damaged, files
from trivselsdesk.domain.pulse import least
from trivselsdesk.packs.loader import parse_pack


def test_a_pack_may_raise_the_number_of_answers_and_never_lower_it() -> None:
    raised = {**files(), PACK: files()[PACK].replace("min_n = 5", "min_n = 8", 1)}
    assert least(parse_pack(raised)) == 8
    (error,) = damaged(PACK, "min_n = 5", "min_n = 4")
    assert "»min_n« skal være et helt tal mellem 5 og 500" in str(error)
    unsaid = {**files(), PACK: files()[PACK].replace("min_n = 5", "", 1)}
    assert least(parse_pack(unsaid)) == 5


def test_the_questions_of_the_shipped_pack_point_opposite_ways() -> None:
    form = parse_pack(files()).pulse
    assert form is not None
    assert [(each.kind, each.polarity) for each in form.questions[:2]] == [
        ("scale", "need"),
        ("scale", "better"),
    ]
    assert form.questions[2].kind == "open"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("med {tema} {periode}?", "med {emne}?", "Variablen {emne} findes ikke"),
        ('polarity = "need"', 'polarity = "high"', "»polarity« kan ikke være »high«"),
        ('polarity = "need"', 'kind = "open"', "flere åbne spørgsmål"),
        ('\n[pulse]\nlow = "slet ikke"', '\n[pulse]\nlow = ""', "»low« er tom"),
    ],
)
def test_a_faulty_pulse_is_answered_with_a_sentence(old: str, new: str, said: str) -> None:
    assert any(said in str(error) for error in damaged(PACK, old, new))


def test_a_pack_without_a_pulse_has_no_page_for_it() -> None:
    text = files()[PACK]
    start = text.index("\n[pulse]")
    cut = text[:start] + text[text.index("\n[report]") :]
    with pytest.raises(Exception, match="Siden pulse har ingen spørgsmål"):
        parse_pack({**files(), PACK: cut})
