"""Spreadsheets from anywhere are read as text, or refused with a sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from trivselsdesk.documents import table_file
from trivselsdesk.documents.table_file import TableRefused, read_table
from trivselsdesk.domain import intake as limits

ROWS = 'Seddel;Felt\nÆbler & Ø;SSP\n"To\nlinjer; og mere";Fritid\n'


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_danish_csv_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    table = read_table(file(tmp_path, "a.csv", ROWS.encode(encoding)))
    assert table.head == ("Seddel", "Felt")
    assert table.rows == (("Æbler & Ø", "SSP"), ("To linjer; og mere", "Fritid"))


def test_a_single_column_is_not_cut_at_its_commas(tmp_path: Path) -> None:
    text = "Seddel\nVi mangler tid, ro og plads\nIngen ved, hvem der har den\n"
    table = read_table(file(tmp_path, "a.txt", text.encode()))
    assert table.rows == (("Vi mangler tid, ro og plads",), ("Ingen ved, hvem der har den",))


def test_commas_and_tabs(tmp_path: Path) -> None:
    comma = read_table(file(tmp_path, "a.csv", b'Seddel,Felt\n"Tid, ro",SSP\n'))
    tab = read_table(file(tmp_path, "a.tsv", b"Seddel\tFelt\nTid, ro\tSSP\n"))
    assert comma.rows == tab.rows == (("Tid, ro", "SSP"),)


def workbook(*rows: list[object]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_excel_file_gives_values_and_never_formulas(tmp_path: Path) -> None:
    data = workbook(["Seddel", "Antal"], ["Larm", 12], ["Uro", 3.0], ['=CMD("calc")', 1])
    table = read_table(file(tmp_path, "a.xlsx", data))
    assert table.rows == (("Larm", "12"), ("Uro", "3"), ("", "1"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.exe", b"MZ", "regneark"),
        ("a.csv", b"\x00\x01\x02;x", "ikke tekst"),
        ("a.csv", b"Seddel;Felt\n", "ingen rækker"),
        ("a.csv", b"", "ingen rækker"),
        ("a.xlsx", b"PK\x03\x04 slet ikke", "beskadiget"),
        ("a.csv", b'Seddel\n"' + b"x" * 200_000, "alt for lang"),
        ("a.csv", b"Seddel\n" + b"x\n" * (limits.MOST_ROWS + 5), "20000 rækker"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    with pytest.raises(TableRefused, match=words):
        read_table(file(tmp_path, name, data))


def test_a_small_file_that_holds_a_very_large_one_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_file, "LARGEST_INSIDE", 4_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 5_000_000)
    assert len(out.getvalue()) < 10_000
    with pytest.raises(TableRefused, match="for stort"):
        read_table(file(tmp_path, "bomb.xlsx", out.getvalue()))


def test_a_small_file_whose_every_cell_points_at_a_long_text_is_refused(tmp_path: Path) -> None:
    data = workbook(["Seddel"], *(["Larm" * 8_000] for _ in range(700)))
    assert len(data) < 100_000
    with pytest.raises(TableRefused, match="for meget tekst"):
        read_table(file(tmp_path, "a.xlsx", data))


def test_a_sheet_that_says_it_goes_to_the_last_column_is_as_wide_as_what_stands_in_it(tmp_path: Path) -> None:
    """Else each row is filled with sixteen thousand empty cells, and the desk asks about sixty columns."""
    there = workbook(["Seddel", "Felt"], ["Larm", "SSP"])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(there)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    table = read_table(file(tmp_path, "a.xlsx", out.getvalue()))
    assert (table.head, table.rows) == (("Seddel", "Felt"), (("Larm", "SSP"),))
