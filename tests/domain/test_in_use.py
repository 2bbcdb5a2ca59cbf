"""A row of the process that somebody has written under cannot be taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain import sample
from trivselsdesk.domain.in_use import in_use
from trivselsdesk.domain.pack.surfaces import sheet_id


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
