"""Which notes a search finds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.domain.search import following, matches

NOTE = "Én kollega på Rådhuset ØNSKER sig færre møder"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "kollega",
        "KOLLEGA",
        "møder",
        "MØDER færre",
        "færre   kollega",
        "rådhus",
        "en",
        "én",
        "ønsk",
    ],
)
def test_found(query: str) -> None:
    assert matches(NOTE, query)


@pytest.mark.parametrize(
    "query", ["moder", "radhus", "raadhus", "onsker", "faerre", "farre", "kollega ferie", "kolle ga på x"]
)
def test_not_found(query: str) -> None:
    assert not matches(NOTE, query)


def test_danish_letters_are_letters_of_their_own_however_they_are_written() -> None:
    for letter, base in (("å", "a"), ("ø", "o"), ("æ", "a"), ("Å", "A"), ("Ø", "O")):
        assert matches(f"x{letter}x", letter.lower())
        assert not matches(f"x{letter}x", f"x{base}x")
        assert not matches(f"x{base}x", letter)
    loose = unicodedata.normalize("NFD", "Rådgivning på é")
    assert matches(loose, "rådgivning")
    assert matches("Rådgivning", unicodedata.normalize("NFD", "råd"))


def test_foreign_letters_are_found_by_the_danish_ones() -> None:
    assert matches("André og Renée", "andre renee")
    assert matches("andre", "André")
    assert matches("Jörgen", "jørgen")
    assert matches("Müller", "muller")
    assert matches("Straße", "STRASSE")


def test_invisible_signs_from_word_do_not_matter() -> None:
    assert matches("trivsels\u00addialog", "trivselsdialog")
    assert matches("to\u00a0kolleger", "to kolleger")


@given(st.text(), st.text())
def test_every_text_finds_itself_whatever_is_around_it(text: str, around: str) -> None:
    assert matches(f"{around} {text} {around}", text)


def test_the_next_hit_goes_round() -> None:
    order = ["a", "b", "c", "d", "e"]
    found = {"b", "d"}
    assert following(order, found, "") == "b"
    assert following(order, found, "b") == "d"
    assert following(order, found, "d") == "b"
    assert following(order, found, "b", -1) == "d"
    assert following(order, found, "", -1) == "d"
    assert following(order, found, "c") == "d"
    assert following(order, found, "c", -1) == "b"
    assert following(order, found, "e") == "b"
    assert following(order, found, "a", -1) == "d"
    assert following(order, set(), "b") == ""
    assert following(order, {"not there"}, "b") == ""
