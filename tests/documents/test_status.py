"""The statuspil on paper: A3 and A4 across, every action on it, arrows a magnet can stand on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.ui.desk import Desk, example_desk
from trivselsdesk.documents import status
from trivselsdesk.documents.catalogue import document
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.records import Action, new_id

MM = 72 / 25.4


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "follow")
    yield desk
    desk.bridge.store.close()


def _made(at: Desk, kind: str) -> PdfReader:
    data = document(kind).make(at.book, at.bridge.pack(at.programme_id), at.bridge.now())
    return PdfReader(io.BytesIO(data))


@pytest.mark.parametrize(("kind", "wide", "high"), [("statuspil", 420, 297), ("statuspil_a4", 297, 210)])
def test_it_lies_across_on_its_paper(at: Desk, kind: str, wide: float, high: float) -> None:
    made = _made(at, kind)
    (page,) = made.pages
    assert abs(float(page.mediabox.width) - wide * MM) < 1
    assert abs(float(page.mediabox.height) - high * MM) < 1
    words = " ".join(page.extract_text().split())
    for text in (
        "10 min. overblik kl. 14.45",
        "Fælles ord for en god tone",
        "Jonas",
        "Godt på vej",
        "Deadline",
    ):
        assert text in words
    assert made.metadata is not None and "Statuspil" in str(made.metadata.title)


def test_an_arrow_step_is_large_enough_for_a_magnet() -> None:
    assert status._ARROW * 0.75 * 2**0.5 / MM >= 20


def test_sixty_actions_take_several_pages_each_with_the_head(at: Desk) -> None:
    action = next(iter(at.book.of(Action)))
    for number in range(54):
        more = replace(action, id=new_id(), title=f"Aktivitet nummer {number}", due=None)
        assert at.bridge.run(AddRow(programme_id=at.programme_id, record=more))
    pages = [page.extract_text() for page in _made(at, "statuspil").pages]
    assert len(pages) > 5
    assert all("Tovholder" in page for page in pages)
    assert all(
        sum(f"Aktivitet nummer {number}\n" in f"{page}\n" for page in pages) == 1 for number in range(54)
    )


def test_long_words_stay_in_their_column(at: Desk) -> None:
    action = next(iter(at.book.of(Action)))
    long = replace(action, id=new_id(), title="Ualmindeligtlangtord" * 30, owner="Navn " * 30)
    assert at.bridge.run(AddRow(programme_id=at.programme_id, record=long))
    assert len(_made(at, "statuspil_a4").pages) <= 3


def test_nothing_in_motion_is_said(tmp_path: Path) -> None:
    at = example_desk(tmp_path, "prepare")
    with pytest.raises(DocumentError, match="tom"):
        _made(at, "statuspil")
    at.bridge.store.close()
