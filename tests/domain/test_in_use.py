"""A row of the process that somebody has written under cannot be taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain import sample
from trivselsdesk.domain.answers import OwnTick, Ticks, write_ticks
from trivselsdesk.domain.in_use import in_use
from trivselsdesk.domain.pack.surfaces import sheet_id
from trivselsdesk.domain.records import FormAnswer, FormEntry


@pytest.mark.parametrize("board", ["tavle", sheet_id("tavle", "i1")])
def test_a_zone_with_a_note_or_a_theme_also_on_the_sheet_of_an_initiative(board: str) -> None:
    path = ("boards", "tavle", "zones")
    book = sample.fresh()
    sample.put(book, replace(sample.note(book, "n", "mere"), board=board))
    assert in_use(book, path, "mere")
    assert not in_use(book, path, "nyt")
    assert not in_use(book, ("boards", "anden", "zones"), "mere")
    other = sample.fresh()
    sample.put(other, replace(sample.theme(other, "t", "nyt"), board=board))
    assert in_use(other, path, "nyt")


@pytest.mark.parametrize(
    "text", ["vand", write_ticks(Ticks(frozenset({"vand", "brod"}), (OwnTick("kaffe og te"),)))]
)
def test_a_choice_of_a_form_that_somebody_took_or_ticked(text: str) -> None:
    book, path = sample.fresh(), ("forms", "f", "fields", "q", "choices")
    key = book.programme.id
    sample.put(book, FormEntry(id="e", programme_id=key, form="f"))
    sample.put(book, FormAnswer(id="e:q:", programme_id=key, entry_id="e", field="q", text=text))
    assert in_use(book, path, "vand")
    assert not in_use(book, path, "saft")
    assert not in_use(book, path, "te"), "a word of one's own is no choice of the process"
    assert not in_use(book, ("forms", "f", "fields", "andet", "choices"), "vand")
