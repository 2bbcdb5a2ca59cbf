"""A process with a unit's own texts laid over it: the same rules, the same checks, and nothing else changed.

An own text has a path such as ``questions.opnaa.title``: the keys of the pack, where a table of a list is
named by its id. Its value is JSON. A list of tables with ids takes ``{"order": [ids], "removed": [ids],
"added": {id: table}}``, so that what a later edition of the process adds still comes along.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date, time
from functools import lru_cache
from typing import Any

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs.checks import check
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.faults import Faults, TooMany
from trivselsdesk.packs.files import PACK_FILE
from trivselsdesk.packs.loader import HEAD, head_names, known_ids, read_pack, read_tables
from trivselsdesk.packs.locate import KeyPath
from trivselsdesk.packs.reader import Reader

Tables = dict[str, dict[str, Any]]
"""The plain tables of each file."""
_MOMENT = "$"
"""A table with this key alone is a day or a clock time, which JSON has no words for."""
_DEEPEST = 12
_FIXED = ("id", "schema", "version", "kind", "confidential", "min_n")
"""What the rest of the process and what people have written hangs on, and what keeps it to themselves."""
_KEPT = frozenset(each for each in _FIXED if each != "kind")
"""A table with any of these is changed key by key: none is ever put in the place of another."""


@dataclass(frozen=True)
class Own:
    """A process with own texts laid over it."""

    pack: Pack
    tables: Tables
    """What it was read from: written down, it is the same process again."""
    left_out: tuple[str, ...]
    """Paths of own texts that have no place in this edition of the process, or would break it."""


def own_pack(files: Mapping[str, str], texts: Mapping[str, str]) -> Own:
    """The process of these files with the own ``texts``, by path. Raises PackErrors as the files alone do.

    A text that does not fit is left out, never a reason to stop: the meeting goes on.
    """
    fixed = tuple(files.items())
    wanted, left_out = {path: text for path, text in texts.items() if text}, list[str]()
    while True:
        read = _read(fixed, tuple(sorted(wanted.items())))
        for path in read.dead:
            del wanted[path]
            left_out.append(path)
        if read.pack is not None:
            return Own(read.pack, read.tables, tuple(left_out))
        guilty = [
            path
            for path, (file, keys) in read.spots.items()
            if path in wanted and read.faults.touches(file, keys)
        ]
        if not wanted:
            raise PackErrors(read.faults.errors())
        lists = [path for path, text in wanted.items() if '"order"' in text]
        # What is missed elsewhere was most likely taken out of a list.
        for path in guilty or lists[:1] or list(wanted):
            del wanted[path]
            left_out.append(path)


def problem_with(files: Mapping[str, str], texts: Mapping[str, str], path: str) -> str:
    """What the rules of the process say against the text at ``path``, as one sentence; empty if nothing.

    Raises PackErrors when the files cannot be read at all.
    """
    wanted = {each: text for each, text in texts.items() if text}
    read = _read(tuple(files.items()), tuple(sorted(wanted.items())))
    if path in read.dead:
        return "Det sted findes ikke i processen."
    if read.pack is not None:
        return ""
    file, keys = read.spots.get(path, (PACK_FILE, ()))
    return read.faults.first_at(file, keys)


@lru_cache(maxsize=4)
def _plain(files: tuple[tuple[str, str], ...]) -> Tables:
    return read_tables(dict(files))


def laid_over(
    plain: Tables, texts: Mapping[str, str]
) -> tuple[Tables, dict[str, tuple[str, KeyPath]], list[str]]:
    """The tables with the texts in them, where each text went, and the paths that lead nowhere."""
    tables = deepcopy(plain)
    spots: dict[str, tuple[str, KeyPath]] = {}
    dead: list[str] = []
    # A list before what stands in it.
    for path in sorted(texts, key=lambda each: (each.count("."), each)):
        try:
            value = decoded(texts[path])
            spots[path] = _put(tables, path.split("."), value)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            dead.append(path)
    return tables, spots, dead


def encoded(value: Any) -> str:
    """A value as an own text holds it."""
    return json.dumps(_to_json(value), ensure_ascii=False)


def decoded(text: str) -> Any:
    """The value of an own text. Raises ValueError and RecursionError."""
    return _from_json(json.loads(text), 0)


def _to_json(value: Any) -> Any:
    if isinstance(value, date | time):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, dict):
        return {key: _to_json(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_to_json(each) for each in value]
    return value


def _from_json(value: Any, depth: int) -> Any:
    if depth > _DEEPEST:
        raise ValueError("too deep")
    if isinstance(value, dict):
        if set(value) == {_MOMENT}:
            text = str(value[_MOMENT])
            return time.fromisoformat(text) if ":" in text else date.fromisoformat(text)
        return {key: _from_json(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_from_json(each, depth + 1) for each in value]
    if value is None:
        raise ValueError("no value")
    return value


def _put(tables: Tables, path: list[str], value: Any) -> tuple[str, KeyPath]:
    file, node, done, rest = _entrance(tables, path)
    for key in rest[:-1]:
        if isinstance(node, list):
            place = _place_of(node, key)
            node, done = node[place], (*done, place)
        else:
            node, done = node[key], (*done, key)
    last = rest[-1]
    if last in _FIXED:
        raise KeyError(last)
    known = node.get(last) if isinstance(node, dict) else None
    if isinstance(node, list):
        place = _place_of(node, last)
        _keep_fixed(node[place], value)
        node[place] = value
        return file, (*done, place)
    if isinstance(value, dict) and "order" in value:
        node[last] = _arranged(known if known is not None else [], value)
    elif isinstance(known, list) and any(isinstance(each, dict) and "id" in each for each in known):
        # Only put in another order: what else hangs on the ids must not lose them.
        raise ValueError(last)
    else:
        _keep_fixed(known, value)
        node[last] = value
    return file, (*done, last)


def _keep_fixed(known: Any, value: Any) -> None:
    """Raises ValueError for a table that would take the place of one with something fixed in it."""
    if isinstance(known, dict) and (known.keys() | (value.keys() if isinstance(value, dict) else ())) & _KEPT:
        raise ValueError("fixed")


def _entrance(tables: Tables, path: list[str]) -> tuple[str, Any, KeyPath, list[str]]:
    """File, table, the keys down to it and the rest of the path."""
    if path[0] == "meetings" and len(path) > 2:
        for file, table in tables.items():
            if file != PACK_FILE and table.get("id") == path[1]:
                return file, table, (), path[2:]
        raise KeyError(path[1])
    top = tables[PACK_FILE]
    if path[0] in head_names():
        return PACK_FILE, top[HEAD], (HEAD,), path
    return PACK_FILE, top, (), path


def _place_of(rows: list[Any], key: str) -> int:
    for place, each in enumerate(rows):
        if isinstance(each, dict) and each.get("id") == key:
            return place
    if key.isdigit() and len(key) < 4 and int(key) < len(rows):
        return int(key)
    raise KeyError(key)


def _arranged(rows: list[Any], value: Mapping[str, Any]) -> list[Any]:
    """The rows in the order that is wanted; what a later edition has added stands last."""
    known = {each["id"]: each for each in rows}
    added = {key: {**table, "id": key} for key, table in value.get("added", {}).items() if key not in known}
    every = {**known, **added}
    removed = set(value.get("removed", ()))
    order = [key for key in dict.fromkeys(value["order"]) if key in every and key not in removed]
    rest = [key for key in known if key not in order and key not in removed]
    return [every[key] for key in (*order, *rest)]


@dataclass(frozen=True)
class _Read:
    tables: Tables
    spots: dict[str, tuple[str, KeyPath]]
    dead: list[str]
    pack: Pack | None
    faults: Faults


@lru_cache(maxsize=8)
def _read(files: tuple[tuple[str, str], ...], texts: tuple[tuple[str, str], ...]) -> _Read:
    """What the files say with these texts in them. Window, wall and fields ask for the same one."""
    tables, spots, dead = laid_over(_plain(files), dict(texts))
    faults = Faults(dict(files))
    names = [name for name in tables if name != PACK_FILE]
    pack: Pack | None = None
    try:
        pack = read_pack(tables, Reader(faults, known_ids(tables)))
        check(pack, names, faults)
    except TooMany:
        pack = None
    return _Read(tables, spots, dead, None if faults.errors() else pack, faults)
