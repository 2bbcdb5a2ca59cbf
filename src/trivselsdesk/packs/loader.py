"""Loads a process pack from a folder or from the texts that a programme keeps."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

from trivselsdesk.domain.pack import SCHEMA, Pack, PackMeeting, Span
from trivselsdesk.packs.checks import check
from trivselsdesk.packs.errors import PackError, PackErrors, fault
from trivselsdesk.packs.faults import Faults, TooMany
from trivselsdesk.packs.files import MEETING_FOLDER, MOST_MEETINGS, PACK_FILE, read_files
from trivselsdesk.packs.reader import Reader, Spot, blank, hints, required
from trivselsdesk.packs.rules import MEETING, OWNERS
from trivselsdesk.packs.syntax import parse

__all__ = [
    "head_names",
    "known_ids",
    "load_pack",
    "parse_pack",
    "read_files",
    "read_pack",
    "read_tables",
    "table_names",
]

HEAD = "pack"
"""The table of pack.toml with the keys that are no tables of their own."""


def load_pack(folder: Path) -> Pack:
    """The pack in that folder. Raises PackErrors."""
    return parse_pack(read_files(folder))


def parse_pack(files: dict[str, str]) -> Pack:
    """The pack that these texts hold, by file name. Raises PackErrors with as many faults as can be found."""
    tables = read_tables(files)
    names = list(tables)
    faults = Faults({name: files[name] for name in names})
    try:
        pack = read_pack(tables, Reader(faults, known_ids(tables)))
        check(pack, names[1:], faults)
    except TooMany:
        raise PackErrors(faults.errors()) from None
    if faults.errors():
        raise PackErrors(faults.errors())
    return pack


def read_tables(files: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The plain tables of each file, pack.toml first. Raises PackErrors for what is no TOML or too new."""
    names = [PACK_FILE, *sorted(name for name in files if _is_meeting(name))]
    if PACK_FILE not in files:
        raise fault(PACK_FILE, None, "Filen mangler.", "En procespakke skal have en fil med det navn.")
    if len(names) - 1 > MOST_MEETINGS:
        raise fault(
            MEETING_FOLDER, None, "Der er for mange møder.", f"En pakke har højst {MOST_MEETINGS} møder."
        )
    tables: dict[str, dict[str, Any]] = {}
    errors: list[PackError] = []
    for name in names:
        try:
            tables[name] = parse(name, files[name])
        except PackErrors as found:
            errors.extend(found.errors)
    _check_schema(tables.get(PACK_FILE, {}), files)
    if errors:
        raise PackErrors(errors)
    return tables


def head_names() -> list[str]:
    """The keys of the ``[pack]`` table; the other fields of a pack are tables of their own."""
    return [each.name for each in fields(Pack) if not _is_table(hints(Pack)[each.name])]


def table_names() -> list[str]:
    """The tables of pack.toml beside ``[pack]``."""
    return [
        each.name for each in fields(Pack) if _is_table(hints(Pack)[each.name]) and each.name != "meetings"
    ]


def read_pack(tables: dict[str, dict[str, Any]], reader: Reader) -> Pack:
    """The pack of these tables; what is wrong with them goes to the reader's faults."""
    top = tables[PACK_FILE]
    spot = Spot(PACK_FILE)
    body = {key: value for key, value in top.items() if key != HEAD}
    for key in [each for each in body if each in head_names()]:
        if HEAD in top:
            reader.add(spot.down(key), f"»{key}« står et forkert sted.", "Flyt den op under [pack].")
        del body[key]
    if "meetings" in body:
        reader.add(
            spot.down("meetings"), "Møder står ikke i denne fil.", "Læg hvert møde i sin egen fil i meetings."
        )
        del body["meetings"]
    if HEAD not in top:
        reader.add(spot, "[pack] mangler.", 'Begynd filen med [pack] og fx id = "trivselsdialog".')
        values = {name: blank(hints(Pack)[name]) for name in head_names() if required(Pack, name)}
    else:
        values = reader.table(Pack, top[HEAD], spot.down(HEAD), head_names())
    values |= reader.table(Pack, body, spot, table_names())
    values["meetings"] = tuple(
        PackMeeting(**reader.table(PackMeeting, table, Spot(name)))
        for name, table in tables.items()
        if name != PACK_FILE
    )
    return Pack(**values)


def _check_schema(top: dict[str, Any], files: dict[str, str]) -> None:
    head = top.get(HEAD)
    schema = head.get("schema", SCHEMA) if isinstance(head, dict) else SCHEMA
    if isinstance(schema, int) and not isinstance(schema, bool) and schema > SCHEMA:
        line = Faults(files).line(PACK_FILE, (HEAD, "schema"))
        raise fault(
            PACK_FILE, line, "Pakken er lavet til en nyere udgave af programmet.", "Opdatér programmet."
        )


def known_ids(tables: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Every id that a key may point to, read before the rest so that order does not matter."""
    top = tables[PACK_FILE]
    known = {name: _ids(top.get(name)) for name in table_names()}
    boards = top.get("boards")
    known["zones"] = [
        zone
        for board in (boards if isinstance(boards, list) else [])
        if isinstance(board, dict)
        for zone in _ids(board.get("zones"))
    ]
    meetings = [
        table["id"]
        for name, table in tables.items()
        if name != PACK_FILE and isinstance(table.get("id"), str)
    ]
    known["meetings"] = meetings
    known["anchors"] = [MEETING, *known["milestones"], *meetings]
    wheel = top.get("wheel")
    known["rings"] = _ids(wheel.get("rings")) if isinstance(wheel, dict) else []
    known["owners"] = [*OWNERS, *known["roles"]]
    return known


def _ids(raw: Any) -> list[str]:
    rows = raw if isinstance(raw, list) else []
    return [each["id"] for each in rows if isinstance(each, dict) and isinstance(each.get("id"), str)]


def _is_table(hint: Any) -> bool:
    inner = get_args(hint)[0] if get_args(hint) else hint
    return is_dataclass(inner) and inner is not Span


def _is_meeting(name: str) -> bool:
    return name.startswith(f"{MEETING_FOLDER}/") and name.endswith(".toml")
