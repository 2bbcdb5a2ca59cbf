"""Tables for a spreadsheet, read back as a spreadsheet reads them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.documents.sample import NOW, PACK, P, programme, syd
from trivselsdesk.documents.sheets import CSV, XLSX, csv_of, make_sheet, neutral, xlsx_of
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import StatusStep
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.domain.tableau import Column, Tableau

RISKY = ["=1+1", "+45 12 34", "-5", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(1)", "＝1", "\x01=1"]


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def _book(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def _table(*cells: Any) -> Tableau:
    return Tableau("Prøve", tuple(Column(f"K{n}") for n in range(len(cells))), (cells,))


def test_csv_is_what_a_danish_excel_opens() -> None:
    data = make_sheet(syd(), PACK, NOW, "handleplan", CSV)
    assert data.startswith(b"\xef\xbb\xbfNr.;Tema;") and b"\r\n" in data
    head, *rows = _rows(data)
    assert len(rows) == 6
    first = dict(zip(head, rows[0], strict=True))
    assert first["Tema"] == "Plads til det svære" and first["Hvornår"] == "01-08-2026"
    assert first["Handling"] == "Makkerpar, der skifter hvert kvartal" and first["Ansvarlig"] == "Hanne"


def test_signs_that_part_cells_and_lines_stay_inside_their_cell() -> None:
    words = 'Først; så "det"\nog så Åse'
    assert _rows(csv_of(_table(words, 3, None, date(2026, 6, 30))))[1] == [words, "3", "", "30-06-2026"]


@pytest.mark.parametrize("text", RISKY)
def test_no_cell_can_be_run(text: str) -> None:
    [cell] = _rows(csv_of(_table(text)))[1]
    assert cell.startswith("'") and cell[1:] == neutral(text)[1:]
    read = _book(xlsx_of([_table(text)], title="T", made=NOW)).active["A2"]
    assert read.data_type == "s" and read.quotePrefix
    assert read.value.strip().lstrip("=+-@＝\t\r \n") == text.strip("\x01").strip().lstrip("=+-@＝\t\r \n")


@pytest.mark.parametrize("text", ["Ro på stuen", "10-12", "a=b", "'citat", ""])
def test_what_is_harmless_is_left_alone(text: str) -> None:
    assert neutral(text) == text
    assert _rows(csv_of(_table(text, "x")))[1] == [text, "x"]


def test_headings_and_names_of_the_unit_are_harmless_too() -> None:
    table = Tableau("=Ark/1", (Column("=1"),), (("x",),))
    assert _rows(csv_of(table))[0] == ["'=1"]
    book = _book(xlsx_of([table], title="=T", made=NOW))
    assert book.sheetnames == ["=Ark 1"] and book.active["A1"].data_type == "s"


def test_the_workbook_has_every_table_with_dates_that_sort() -> None:
    pack = replace(PACK, status_steps=(StatusStep(id="a", title="Aftalt"),))
    records = [
        programme("Huset"),
        Initiative(
            id="i", programme_id=P, name="Ro", launched=date(2026, 5, 20), followup_day=date(2026, 9, 1)
        ),
        Action(id="a", programme_id=P, initiative_id="i", title="Pauser", due=date(2026, 6, 1), status="a"),
    ]
    book = _book(make_sheet(Book(records), pack, datetime(2026, 6, 10), "statuspil", XLSX))
    assert book.sheetnames[:2] == ["Statuspil", "Handleplan"]
    sheet = book["Statuspil"]
    assert [cell.value for cell in sheet[1]][:2] == ["Aktivitet", "Tema"]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:J2"
    row = [cell.value for cell in sheet[2]]
    assert row[0] == "Pauser" and row[5].date() == date(2026, 6, 1) and row[7] == "Aftalt" and row[9] == "ja"
    assert sheet["F2"].number_format == "dd-mm-yyyy"
    assert book.properties.title == "Statuspil – Huset" and book.properties.creator == "Trivselsdesk"


def test_a_text_that_is_too_long_for_a_cell_ends_in_dots() -> None:
    [cell] = _rows(csv_of(_table("a" * 40_000)))[1]
    assert len(cell) == 32_000 and cell.endswith("…")


def test_an_unknown_table_is_told() -> None:
    with pytest.raises(KeyError):
        make_sheet(syd(), PACK, NOW, "findes ikke", CSV)
