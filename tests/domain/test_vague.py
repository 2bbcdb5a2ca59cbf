"""Words that say too little to act on (003: D33)."""

from __future__ import annotations

import pytest

from trivselsdesk.domain.vague import vague_word

WORDS = ("bedre", "mere", "fokus på", "oftere", "huske", "styrke", "løbende")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vi skal blive bedre til at hilse", "bedre"),
        ("Mere tid sammen", "Mere"),
        ("Vi har  fokus  på tonen", "fokus  på"),
        ("Vi husker at rydde op", "husker"),
        ("Vi styrker holdet", "styrker"),
        ("Opgavetavle ved personaleindgangen", ""),
        ("Huskeliste på døren", ""),
        ("Tavlen hænger der mandag kl. 8", ""),
        ("Sommeren", ""),
        ("", ""),
    ],
)
def test_a_vague_word_is_found(text: str, word: str) -> None:
    assert vague_word(text, WORDS) == word


def test_without_words_nothing_is_vague() -> None:
    assert vague_word("Bedre", ()) == ""
