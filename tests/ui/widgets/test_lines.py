"""Text in painted lines: every word is there, and what does not fit says so."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from trivselsdesk.ui import theme
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
