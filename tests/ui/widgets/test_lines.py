"""Text in painted lines: every word is there, and what does not fit says so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from trivselsdesk.ui import theme
from trivselsdesk.ui.surface.measure import Measure
from trivselsdesk.ui.widgets.lines import part_of, wrapped


@pytest.mark.parametrize(
    "text", ["Hele ordet skal stå der og meget mere til", "😀😀😀 hele ordet 👍 og mere til"]
)
def test_lines_hold_whole_words_also_with_signs_that_take_two_places(qapp: QApplication, text: str) -> None:
    lines = wrapped(text, theme.current().font("note", size=15), 120, 9)
    assert len(lines) > 1 and " ".join(lines) == text


def test_what_does_not_fit_ends_in_dots(qapp: QApplication) -> None:
    lines = wrapped("😀 ord " * 40, theme.current().font("note", size=15), 120, 2)
    assert len(lines) == 2 and lines[1].endswith("…")


def test_a_part_is_counted_as_qt_counts() -> None:
    assert part_of("a😀b", 1) == "😀b" and part_of("a😀b", 3) == "b" and part_of("a😀b", 0, 3) == "a😀"


def test_a_word_that_is_too_wide_is_divided_as_danish_divides_it(qapp: QApplication) -> None:
    font = theme.current().font("note", size=16)
    assert wrapped("Find mulighedsrummet", font, 110, 3) == ["Find mulig-", "hedsrummet"]
    assert Measure().lines("Samarbejdsudvalget", 100, 16) == ["Samarbejds-", "udvalget"]
    assert Measure().lines("dokumentation/opfølgning", 120, 16) == ["dokumentation/", "opfølgning"]


def test_a_word_without_a_place_to_divide_it_still_stands_there_whole(qapp: QApplication) -> None:
    lines = Measure().lines("å" * 40, 100, 16)
    assert len(lines) > 1 and "".join(lines) == "å" * 40


@given(st.text("abdefghijklmnoprstuvyæøåÆØÅ-/. »«", max_size=120), st.integers(50, 300))
@settings(max_examples=60, deadline=None)
def test_dividing_loses_no_letter(qapp: QApplication, text: str, width: int) -> None:
    lines = Measure().all_lines(text, width, 16)
    plain = "".join(text.split())
    together = "".join("".join(lines).split())
    assert together.replace("-", "") == plain.replace("-", "")
    widest = max(len(line) for line in lines)
    assert widest <= 1 or all(Measure().width(line, 16) <= width + 0.01 for line in lines)


@given(
    st.text("abdegå Æ-.\n😀", max_size=160),
    st.integers(20, 300),
    st.sampled_from((11, 16, 23)),
    st.sampled_from((0.0, 14.0)),
)
@settings(max_examples=120, deadline=None)
def test_the_shape_of_a_text_is_that_of_its_lines(
    qapp: QApplication, text: str, width: int, size: int, first: float
) -> None:
    measure = Measure()
    lines = measure.lines(text, width, size, first)
    assert measure.shape(text, width, size, first) == (len(lines), lines[-1])
