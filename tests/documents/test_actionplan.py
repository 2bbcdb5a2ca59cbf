"""The handleplan and the poster of the board on paper, in the columns and fields of the process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.documents.reading import reader, words
from tests.ui.desk import Desk
from tests.ui.process_desk import NOW, process_desk
from trivselsdesk.documents import actionplan, boardposter
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.commands.notes import AddNotes, GroupNotes
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.records import Action, Initiative, Note, Record

BOARD = "to_spoergsmaal"


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = process_desk(tmp_path, "trivselsproces")
    yield desk
    desk.bridge.store.close()


def printed(at: Desk, make: object) -> bytes:
    return make(at.book, at.bridge.pack(at.programme_id), NOW)  # type: ignore[operator, no-any-return]


def add(at: Desk, record: Record) -> None:
    assert at.bridge.run(AddRow(programme_id=at.programme_id, record=record))  # type: ignore[arg-type]


def hang(at: Desk, zone: str, *texts: str, board: str = BOARD) -> None:
    q = {"programme_id": at.programme_id, "board": board, "zone": zone, "kind": "gul"}
    notes = tuple(Note(id=f"n-{text}", text=text, **q) for text in texts)
    assert at.bridge.run(AddNotes(programme_id=at.programme_id, notes=notes))


def test_the_plan_has_the_columns_of_the_process_also_before_anything_is_written(at: Desk) -> None:
    empty = words(printed(at, actionplan.make))
    assert "Tema Handling Ansvarlig Måde Hvornår" in empty
    q = {"programme_id": at.programme_id}
    add(at, Initiative(id="i", name="Tonen", **q))
    due = {"due": date(2026, 7, 20), "due_words": "om 2 måneder"}
    add(at, Action(id="a", initiative_id="i", title="Mødes", owner="Ali", how="Hver fredag", **q, **due))
    full = words(printed(at, actionplan.make))
    assert "Tonen" in full and "Hver fredag" in full and "Ali" in full and "om 2" in full


def test_the_poster_says_what_was_found_first_zest_then_trouble(at: Desk) -> None:
    with pytest.raises(DocumentError, match="hænger ikke noget"):
        printed(at, boardposter.make)
    hang(at, "besvaerligt", "Larm", "Kulde")
    hang(at, "lyst", "Gode kolleger")
    group = GroupNotes(
        programme_id=at.programme_id, ids=("n-Larm",), onto="n-Kulde", theme_id="t", theme_name="Lokalet"
    )
    assert at.bridge.run(group)
    told = words(printed(at, boardposter.make))
    assert told.index("Gode kolleger") < told.index("Lokalet (2 sedler)") < told.index("Larm")
    width = reader(printed(at, boardposter.make)).pages[0].mediabox.width
    assert round(float(width)) == 842, "A3"


def test_a_poster_with_much_on_it_goes_on(at: Desk) -> None:
    hang(at, "lyst", *(f"Nummer {each} af mange, der alle fylder lidt" for each in range(90)))
    assert len(reader(printed(at, boardposter.make)).pages) > 1
