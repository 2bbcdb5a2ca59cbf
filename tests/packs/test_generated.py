"""Any valid process, whoever wrote it, can be opened, run to its end on console and wall, and printed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from hypothesis import given
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.reading import reader
from tests.packs.examples import few
from tests.packs.generated import packs
from tests.packs.walk import walked
from trivselsdesk.documents.catalogue import beside, form_document_id, offered
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain import part, timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.records import Meeting
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.wall.view import Scene, wall_view
from trivselsdesk.packs.loader import parse_pack
from trivselsdesk.packs.own import own_pack
from trivselsdesk.packs.places import tree
from trivselsdesk.packs.writing import texts_of, write_folder

NOW = datetime(2026, 5, 20, 9, 0)


@few(8)
@given(packs())
def test_it_runs_to_its_end_and_is_printed(files: dict[str, str]) -> None:
    pack = parse_pack(files)
    book = Book(new_programme(pack, "Kastanjen", NOW))
    for meeting in book.ranked(Meeting):
        for slot in slots(book, meeting):
            clock, _ = timing.go_to(book, meeting, slot, NOW.timestamp())
            held = Book([*book.everything(), clock])
            reading = timing.read(
                held, meeting, planned_start(meeting, clock, NOW.timestamp()), NOW.timestamp()
            )
            for aid in (None, *part.aids(pack, meeting, slot)):
                assert part.heading(held, pack, meeting, slot, aid)
                wall = wall_view(Scene(held, pack, meeting, reading, slot))
                assert wall.instruction
    papers = offered(pack, book)
    for form in pack.forms:
        papers += beside(pack, form_document_id(form), book)
    for each in papers:
        try:
            assert len(reader(each.make(book, pack, NOW)).pages) > 0
        except DocumentError as nothing:
            assert str(nothing)


@few(8)
@given(packs())
def test_it_can_be_changed_and_written_down(files: dict[str, str]) -> None:
    pack = parse_pack(files)
    assert all(node.title for top in tree(pack) for node in top.all())
    assert parse_pack(texts_of(own_pack(files, {}).tables)) == pack


@few(2)
@given(packs())
def test_it_is_walked_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, files: dict[str, str]
) -> None:
    folder = tmp_path / f"{abs(hash(tuple(files.items())))}"
    write_folder(folder / "packs" / "en", files)
    assert walked(qtbot, folder, parse_pack(files).id, [folder / "packs"])
