"""Text that Lato can show, and what happens to the rest."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.documents import fonts, ink
from trivselsdesk.paths import resource_dir


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Smørrebrød på åen – »ja« 5 € ½", "Smørrebrød på åen – »ja« 5 € ½"),
        ("Łukasz, Müller, Ğül, Đặng, Иван, Ελένη", "Łukasz, Müller, Ğül, Đặng, Иван, Ελένη"),
        ("e\u0301n", "én"),
        ("godt 😀 nok", "godt □ nok"),
        ("familie 👨\u200d👩\u200d👧 og ❤️", "familie □ og □"),
        ("مرحبا بالعالم", "□ □"),
        ("שלום", "□"),
        ("你好", "□"),
        ("en\ttabulator\r\nog linje", "en tabulator og linje"),
        ("blød\u00adbindestreg", "blødbindestreg"),
        ("APV\u2011gruppe", "APV-gruppe"),
        ("𝐟𝐞𝐝 tekst ﷺ", "fed tekst □"),
        ("□ typed by hand", "□ typed by hand"),
    ],
)
def test_clean(typed: str, shown: str) -> None:
    assert fonts.clean(typed) == shown


@given(st.text())
def test_cleaned_text_can_always_be_measured_and_stays_as_it_is(text: str) -> None:
    once = fonts.clean(text)
    assert fonts.clean(once) == once
    for font in ink.FONTS:
        assert fonts.width(once, font, 15) >= 0


def test_a_lone_surrogate_does_no_harm() -> None:
    assert fonts.clean("a\ud83db") == "a□b"


def test_paper_and_window_have_the_same_colours() -> None:
    tokens = json.loads((resource_dir() / "themes" / "tokens.json").read_text("utf-8"))["color"]["light"]
    assert tokens["ink"] == ink.INK
    assert tokens["ink2"] == ink.INK_SOFT
    assert tokens["primary"] == ink.PETROL
    assert tokens["primaryInk"] == ink.PETROL_INK
    assert tokens["primaryTint"] == ink.PETROL_TINT
    assert tokens["canvas"] == ink.LINEN
    assert tokens["lineStrong"] == ink.OUTLINE
    assert tokens["line"] == ink.RULE_PALE
