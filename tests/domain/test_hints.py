"""Hints while writing: quiet, and silent on what is ordinary."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.domain.hints import PERSON, TWO, VIOLATION, Hint, has_two_topics, hint
from trivselsdesk.domain.pack import AlwaysAct

NAMES = ("Karin Holm", "Søren Ø", "Anne-Marie Bach", "Liv Storm", "Bo Lund", "Jens", "")
ALWAYS = AlwaysAct(
    label="", short="", examples=("mobning", "chikane"), words=("mobbe", "vold", "truet", "krænkelse")
)


def kind(text: str) -> str:
    found = hint(text, NAMES, ALWAYS)
    return found.kind if found else ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Karin kommer altid for sent", "Karin"),
        ("vi venter altid på karin", "karin"),
        ("Karins vagter", "Karins"),
        ("Jens’ nøgler", "Jens’"),
        ("SØREN afbryder", "SØREN"),
        ("Anne-Marie får de bedste vagter", "Anne-Marie"),
        ("Vi savner Liv på stuen", "Liv"),
        (unicodedata.normalize("NFD", "Søren sover"), "Søren"),
    ],
)
def test_a_participant_is_noticed(text: str, word: str) -> None:
    assert hint(text, NAMES) == Hint(PERSON, word)


@pytest.mark.parametrize(
    "text",
    [
        "Liv og glade dage på stuen",
        "Der er liv på stuen",
        "Støj. Liv og larm",
        "Bo er for kort et navn til at vide det",
        "Karina er en anden",
        "Marie er kun det halve navn",
        "karinsk",
        "",
    ],
)
def test_an_ordinary_word_is_no_person(text: str) -> None:
    found = hint(text, NAMES)
    assert found is None or found.kind != PERSON


@pytest.mark.parametrize(
    "text",
    [
        "Mobning i pauserne",
        "Chikanen tager til",
        "nogen mobbes",
        "Nogle MOBBER",
        "Frygt for volden",
        "Jeg er blevet truet af en borger",
        "krænkelser, som Karin så",
    ],
)
def test_words_of_the_pack_speak_of_a_violation(text: str) -> None:
    assert kind(text) == VIOLATION


@pytest.mark.parametrize("text", ["Voldsomt travlt om morgenen", "Mobiler i pausen", "utruet"])
def test_words_that_only_begin_alike_do_not(text: str) -> None:
    assert kind(text) == ""


def test_without_words_from_the_pack_no_violation_is_seen() -> None:
    assert hint("Mobning i pauserne") is None
    assert hint("Mobning i pauserne", (), AlwaysAct(label="", short="")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Der er for meget larm. Vi mangler pauser.",
        "Møderne er for lange!\nIngen læser referatet",
        "Vi mangler tid til at tale sammen om børnene og rummene er alt for små til os alle",
        "Vagtplanen kommer alt for sent hver måned, samt at ingen spørger os om ønsker",
    ],
)
def test_two_topics_are_seen(text: str) -> None:
    assert kind(text) == TWO


@pytest.mark.parametrize(
    "text",
    [
        "Vi griner sammen og hjælper hinanden",
        "Mødet kl. 13 er for sent",
        "Vi mangler ro til f.eks. Frokost sammen",
        "Nej! Larm",
        "Vi er gode til at hjælpe hinanden, når der er mange syge i huset og travlt",
        "Sten og saks",
    ],
)
def test_one_topic_is_left_in_peace(text: str) -> None:
    assert not has_two_topics(text)


@given(st.text(max_size=200), st.lists(st.text(max_size=10), max_size=4))
def test_any_text_and_any_name_will_do(text: str, names: list[str]) -> None:
    found = hint(text, names, ALWAYS)
    assert found is None or found.kind in (PERSON, VIOLATION, TWO)
