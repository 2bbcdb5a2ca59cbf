"""The årshjul on paper: every date with its number and words, on A4 and on A3."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from trivselsdesk import paths
from trivselsdesk.documents import yearwheel
from trivselsdesk.documents.catalogue import offered
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Event
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.loader import load_pack

NOW = datetime(2026, 6, 5, 9, 0)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.resource_dir() / "packs" / "trivselsdialog")


@pytest.fixture
def book(pack: Pack) -> Book:
    return Book(build_example(pack, paths.example_file().read_text(encoding="utf-8"), "follow"))


def put(book: Book, key: str, **values: Any) -> None:
    event = replace(Event(id=key, programme_id=book.programme.id, title="Personalemøde"), **values)
    book.apply(book.changes([Put(event)]))


def words(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def test_the_dates_of_the_year_stand_on_it(book: Book, pack: Pack) -> None:
    put(book, "a", ring="staff", day=date(2026, 9, 1), start=870, place="Køkkenet")
    put(book, "b", title="Næste år", day=date(2027, 2, 1))
    said = words(yearwheel.make(book, pack, NOW))
    assert "Årshjul 2026" in said and "Børnehuset Kastanjen" in said
    assert "Personalemøde 1. september kl. 14.30 · Personalemøder · Køkkenet" in said
    assert "Trivselsdialog 20. maj kl. 13.00" in said
    assert "Sidste frist: handleplanerne er skrevet ind 30. juni" in said
    assert "Næste år" not in said
    for ring in ("Forløbet", "Personalemøder", "Trio og arbejdsmiljøgruppe", "MED"):
        assert ring in said


@pytest.mark.parametrize(("large", "high"), [(False, 841.9), (True, 1190.6)])
def test_it_comes_on_a4_and_on_a3(book: Book, pack: Pack, large: bool, high: float) -> None:
    reader = PdfReader(io.BytesIO(yearwheel.make(book, pack, NOW, large=large)))
    assert float(reader.pages[0].mediabox.height) == pytest.approx(high, abs=0.5)
    assert reader.outline and reader.metadata is not None
    assert reader.metadata.title == "Årshjul 2026 – Børnehuset Kastanjen"
    assert reader.trailer["/Root"]["/Lang"] == "da-DK"


def test_a_full_year_goes_on_to_the_next_page(book: Book, pack: Pack) -> None:
    for number in range(70):
        put(book, f"e{number}", title=f"Møde {number}", day=date(2026, 1 + number % 12, 1 + number % 28))
    data = yearwheel.make(book, pack, NOW)
    assert len(PdfReader(io.BytesIO(data)).pages) > 1
    assert all(f"Møde {number} " in words(data) for number in range(70))


def test_a_year_with_nothing_in_it_says_so(book: Book, pack: Pack) -> None:
    assert "Der står ingen datoer i år endnu." in words(yearwheel.make(book, pack, datetime(2031, 1, 2)))


def test_a_process_without_a_wheel_does_not_offer_it(pack: Pack) -> None:
    assert {"aarshjul", "aarshjul_a3"} <= {each.id for each in offered(pack)}
    assert not {"aarshjul", "aarshjul_a3"} & {each.id for each in offered(replace(pack, wheel=None))}
