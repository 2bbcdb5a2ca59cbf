"""Reads CSV and XLSX that come from anywhere: as text alone, within limits, or not at all.

Formulas are never run: a CSV has the signs that were typed, an XLSX the values that were last worked out.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from trivselsdesk.domain.intake import MOST_ROWS, Table, table_of

LARGEST = 10 * 1024 * 1024
"""Bytes of a file."""
LARGEST_INSIDE = 150 * 1024 * 1024
"""Bytes of an XLSX when it is unpacked: a small file can hold a very large one."""
MOST_COLUMNS = 60
LONGEST_CELL = 100_000
MOST_SIGNS = 20_000_000
"""Of all cells together: a workbook says a long text once and may point at it from every cell."""
DELIMITERS = ";\t,|"
KINDS = (".csv", ".txt", ".tsv", ".xlsx")


class TableRefused(Exception):
    """The file cannot be used. The sentence says why, and what to do."""


def read_table(path: Path) -> Table:
    """The first sheet with something in it. Raises TableRefused."""
    ending = path.suffix.lower()
    if ending not in KINDS:
        raise TableRefused(
            "Filen skal være et regneark: CSV eller Excel (.xlsx). Gem den sådan, og prøv igen."
        )
    try:
        if path.stat().st_size > LARGEST:
            raise TableRefused("Filen fylder mere end 10 MB. Del den i flere, og hent dem en ad gangen.")
        data = path.read_bytes()
    except OSError as error:
        raise TableRefused(
            "Vi kan ikke åbne filen. Luk den i Excel, eller se efter, om du må læse den."
        ) from error
    rows = _xlsx(data) if ending == ".xlsx" else _csv(data)
    table = table_of(rows)
    if not table.rows:
        raise TableRefused("Der er ingen rækker i filen. Skriv en seddel på hver linje.")
    return table


def _csv(data: bytes) -> list[list[str]]:
    text = _decoded(data)
    csv.field_size_limit(LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return _limited(reader)
    except csv.Error as error:
        raise TableRefused(
            "Filen har en celle, der er alt for lang, eller et anførselstegn, der ikke bliver lukket. "
            "Gem den igen som CSV eller som Excel."
        ) from error


def _decoded(data: bytes) -> str:
    """As UTF-8 or UTF-16 where it says so, else as a Danish Windows writes it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        if b"\x00" in data:
            raise TableRefused("Filen er ikke tekst. Gem den som CSV eller som Excel (.xlsx), og prøv igen.")
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableRefused("Filens tegn kan ikke læses. Gem den som »CSV UTF-8«, og prøv igen.")


def _delimiter(text: str) -> str:
    """The sign between the columns: the one that is in most of the first lines, outside quotation marks.

    A single column has none, and then a comma in a sentence must not cut it in two.
    """
    lines = [_bare(line) for line in text.splitlines()[:30] if line.strip()]
    head = lines[0] if lines else ""
    for sign in DELIMITERS:
        if sign in head and all(line.count(sign) >= head.count(sign) for line in lines):
            return sign
    for sign in ";\t|":
        if sign in head:
            return sign
    # A sign that no text has: everything is one column.
    return "," if "," in head and not head.endswith(".") and " " not in head.split(",")[0].strip() else "\x1f"


def _bare(line: str) -> str:
    return "".join(line.split('"')[::2])


def _xlsx(data: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST_INSIDE:
                raise TableRefused(
                    "Regnearket er for stort, når det pakkes ud. Kopiér kolonnerne til et nyt ark."
                )
        # Loaded with the first spreadsheet: few starts of the program need it.
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                # How far the sheet says that it goes proves nothing, and each row is filled up to there.
                wide = min(sheet.max_column or MOST_COLUMNS, MOST_COLUMNS)
                found = sheet.iter_rows(max_col=wide, values_only=True)
                rows = _limited(_without_end([_words(cell) for cell in row]) for row in found)
                if any(any(row) for row in rows):
                    return rows
        finally:
            book.close()
    except TableRefused:
        raise
    except Exception as error:
        # Whatever a damaged or hostile workbook makes the reader stumble over, the answer is the same.
        raise TableRefused(
            "Regnearket er beskadiget eller låst med en kode. Gem det på ny, og prøv igen."
        ) from error
    return []


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    return str(value)[:LONGEST_CELL]


def _without_end(row: list[str]) -> list[str]:
    """The row up to its last cell with something in it."""
    while row and not row[-1]:
        row.pop()
    return row


def _limited(rows: Iterable[list[str]]) -> list[list[str]]:
    found: list[list[str]] = []
    filled = signs = 0
    for row in rows:
        found.append(row[:MOST_COLUMNS])
        signs += sum(len(each) for each in found[-1])
        if signs > MOST_SIGNS:
            raise TableRefused("Filen har for meget tekst. Kopiér kolonnerne med sedlerne til et nyt ark.")
        filled += any(row)
        # Empty rows count less: a sheet that was once formatted to its end has a million of them.
        if filled > MOST_ROWS + 1 or len(found) > 10 * MOST_ROWS:
            raise TableRefused(
                f"Filen har flere end {MOST_ROWS} rækker. Del den i flere, og hent dem en ad gangen."
            )
    return found
