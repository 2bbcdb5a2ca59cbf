"""What is pasted from Word, Excel or a mail becomes notes without the signs of the list it was."""

from __future__ import annotations

import pytest

from trivselsdesk.domain.paste import note_lines


@pytest.mark.parametrize(
    "pasted",
    [
        "\u2022\tVi griner sammen",
        "o\tVi griner sammen",
        "\uf0b7\tVi griner sammen",
        "§\tVi griner sammen",
        "a) Vi griner sammen",
        "(b) Vi griner sammen",
        "iv.\tVi griner sammen",
        "2.3.\tVi griner sammen",
        "  12) Vi griner sammen ",
        "— Vi griner sammen",
    ],
)
def test_bullets_and_numbers_are_taken_off(pasted: str) -> None:
    assert note_lines(pasted) == ["Vi griner sammen"]


@pytest.mark.parametrize(
    "text",
    [
        "o hvilken dag",
        "I morgen er der møde",
        "3 nye kolleger",
        "3.5 timer",
        "20.5. er der møde",
        "+ godt",
        "v. Hanne",
        "A B",
    ],
)
def test_words_that_look_a_little_like_a_bullet_stay(text: str) -> None:
    assert note_lines(text) == [text]


def test_the_cells_of_a_row_are_one_note() -> None:
    assert note_lines("7\tVi griner\tsammen\r\n\r\n \t\r\nRo") == ["7 Vi griner sammen", "Ro"]
