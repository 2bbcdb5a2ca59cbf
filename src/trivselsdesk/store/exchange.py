"""The file that is handed on (``.trivsel``): one programme and its process as strict JSON.

``{"format": "trivsel", "schema": 3, "sha256": …, "body": {"exported", "pack", "records"}}``. The
sum is taken over the body with sorted keys and no blanks; each record carries a revision, which is
the start of such a sum over its own values, so that two copies can be compared record by record.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.codec import to_plain
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.plan import is_written
from trivselsdesk.domain.records import PASSING, Initiative, Note, Programme, Record, Setting, Theme
from trivselsdesk.domain.travel import travelling
from trivselsdesk.store.errors import FileRefused
from trivselsdesk.store.files import write_safely
from trivselsdesk.store.handed import (
    MAX_BYTES,
    MAY_BE_EMPTY,
    clean,
    lost_links,
    read_body,
    revision_of,
    target_ids,
)
from trivselsdesk.store.schema import table_name
from trivselsdesk.store.strict_json import parse, sum_of

__all__ = ["ENDING", "FileRefused", "Handed", "export_programme", "read_programme", "write_safely"]

ENDING = ".trivsel"
FORMAT = "trivsel"
FILE_SCHEMA = 4
"""1 knew no joined notes, no links and no agreement, 2 no vote and no groups, 3 no vote that is settled; such
files are read as well."""
_START = re.compile(rb'\s*\{\s*"format"\s*:\s*"trivsel"')


@dataclass(frozen=True)
class Handed:
    """What a file holds, checked; nothing of it is in the store yet."""

    records: tuple[Record, ...]
    pack_id: str
    pack_version: str
    pack_files: dict[str, str]
    exported: str
    """Local date and time as the other machine had it, ISO."""

    @property
    def programme(self) -> Programme:
        """The programme's own record."""
        return next(each for each in self.records if isinstance(each, Programme))

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind there are, for »what will be opened«."""
        return Counter(type(each) for each in self.records)[kind]

    def settled(self, known: dict[str, str]) -> Handed:
        """The same, safe beside ``known``, the text that this machine has for the pack's version.

        Where the texts differ, the handed one gets a version name of its own, so that a file from
        elsewhere can never change the process behind other programmes.
        """
        if not self.pack_files or known == self.pack_files:
            return self
        version = f"{self.pack_version.partition('+')[0]}+{sum_of(self.pack_files)[:8]}"
        programme = replace(self.programme, pack_version=version)
        others = (each for each in self.records if not isinstance(each, Programme))
        return replace(self, records=(programme, *others), pack_version=version)


def export_programme(book: Book, pack_files: dict[str, str], now: datetime | None = None) -> bytes:
    """The whole programme as a file, read back once before it is let go.

    Raises FileRefused when it would break a limit of the format, NotThere for an empty book.
    """
    programme = book.programme
    unseen = _unseen(book)
    there = [each for each in travelling(book.everything()) if each.id not in unseen]
    records = _tidy([each for each in there if not isinstance(each, (Setting, *PASSING))])
    entries = [_entry(record) for record in records]
    entries.sort(key=lambda each: (each["kind"], each["values"]["id"]))
    body = {
        "exported": (now or datetime.now()).isoformat(timespec="seconds"),
        "pack": {"id": programme.pack_id, "version": programme.pack_version, "files": dict(pack_files)},
        "records": entries,
    }
    whole = {"format": FORMAT, "schema": FILE_SCHEMA, "sha256": sum_of(body), "body": body}
    data = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    read_programme(data)
    return data


def read_programme(data: bytes) -> Handed:
    """What the file holds. Raises FileRefused, and nothing else, for any bytes."""
    if len(data) > MAX_BYTES:
        raise FileRefused("too_large")
    try:
        whole = parse(data)
    except FileRefused as refusal:
        if refusal.reason == "not_trivsel" and _START.match(data):
            raise FileRefused("damaged", "cut off") from None
        raise
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise FileRefused("not_trivsel")
    schema = whole.get("schema")
    if type(schema) is not int or schema < 1:
        raise FileRefused("damaged", "schema")
    if schema > FILE_SCHEMA:
        raise FileRefused("newer")
    if set(whole) != {"format", "schema", "sha256", "body"} or whole["sha256"] != sum_of(whole["body"]):
        raise FileRefused("damaged", "sum")
    exported, pack, records = read_body(whole["body"])
    return Handed(
        records=tuple(records),
        pack_id=pack.id,
        pack_version=pack.version,
        pack_files=pack.files,
        exported=exported,
    )


def _entry(record: Record) -> dict[str, Any]:
    plain = to_plain(record)
    values = {name: clean(value) if isinstance(value, str) else value for name, value in plain.items()}
    return {"kind": table_name(type(record)), "revision": revision_of(values), "values": values}


def _unseen(book: Book) -> set[str]:
    """Initiatives whose card undo took away, and that nobody has written in. Cut loose from it they would
    stand on the handleplan there, with the words that were taken back."""
    return {
        each.id
        for each in book.of(Initiative)
        if each.card_id
        and not (book.find(Theme, each.card_id) or book.find(Note, each.card_id))
        and not is_written(book, each)
    }


def _tidy(records: list[Record]) -> list[Record]:
    """The records without links that lead nowhere: nobody sees them here, and there they are refused."""
    while True:
        there = target_ids(records)
        tidied = [kept for record in records for kept in _without_lost(record, lost_links(record, there))]
        if tidied == records:
            return records
        records = tidied


def _without_lost(record: Record, lost: list[str]) -> Iterable[Record]:
    if set(lost) <= MAY_BE_EMPTY.get(type(record), frozenset()):
        cut: dict[str, Any] = dict.fromkeys(lost, "")
        yield replace(record, **cut)
    elif not lost:
        yield record
