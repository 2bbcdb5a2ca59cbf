"""Breaking text into lines by its printed width."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.documents import fonts
from trivselsdesk.documents.ink import BOLD, REGULAR, Style
from trivselsdesk.documents.wrap import Run, broken, natural_width, shortened

STYLE = Style(REGULAR, 15, 20)
STRONG = Style(BOLD, 17, 20)


def lines(text: str, width: float) -> list[str]:
    return [" ".join(part.text for part in line) for line in broken([Run(text, STYLE)], width)]


def bare(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


@given(st.text(), st.floats(min_value=40, max_value=400))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float) -> None:
    found = broken([Run(text, STYLE), Run(text, STRONG)], width)
    for line in found:
        last = line[-1]
        assert last.x + fonts.width(last.text, last.style.font, last.style.size) <= width + 0.01
    joined = "".join(part.text for line in found for part in line)
    assert bare(joined) == bare(fonts.clean(text)) * 2


def test_words_stay_whole_where_they_can() -> None:
    assert lines("en to tre fire", 60) == ["en to tre", "fire"]


def test_a_long_word_is_cut_with_a_hyphen() -> None:
    first, *rest = lines("arbejdsmiljørepræsentantvalg", 80)
    assert first.endswith("-") and rest


def test_a_hyphen_between_letters_may_end_a_line_but_a_span_of_numbers_stays_together() -> None:
    assert lines("APV-gruppen mødes", 60) == ["APV-", "gruppen", "mødes"]
    assert lines("kl. 13-15 i dag", 42) == ["kl.", "13-15", "i dag"]


def test_empty_text_takes_no_line() -> None:
    assert broken([Run(" \n ", STYLE)], 100) == []
    assert natural_width([Run("", STYLE)]) == 0


def test_text_for_one_line_is_shortened_with_dots() -> None:
    short = shortened("Børnehuset Kastanjen med mange afdelinger", STYLE, 100)
    assert short.endswith("…") and fonts.width(short, STYLE.font, STYLE.size) <= 100
    assert shortened("Kort", STYLE, 100) == "Kort"
