"""Processes that were read and found sound, kept as plain data so that the next start need not do it again.

Only processes that come with the program are kept, so the folder holds nothing that anybody wrote. What is
kept is never trusted further than this: it goes by the texts it was read from, letter for letter, and by the
program that read them; it was seen to give the very same process before it was written; and a file that is
not whole, or says anything unknown, counts as none. Then the texts are read as ever.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from trivselsdesk import __version__
from trivselsdesk.domain import pack as p
from trivselsdesk.domain.pack import Pack

MOST = 24
"""Files in the folder. Older ones go: they are of earlier editions or an earlier program."""
ENDING = ".json"
_MAPPING = ""
_MOMENTS: dict[str, Callable[[str], Any]] = {"date": date.fromisoformat, "time": time.fromisoformat}


def find(folder: Path, files: Mapping[str, str]) -> Pack | None:
    """The process that these texts hold, when it has been kept; None otherwise."""
    try:
        text = _place(folder, files).read_text(encoding="utf-8")
        digest, _, body = text.partition("\n")
        if digest != _digest(body):
            return None
        found = _back(json.loads(body))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return found if isinstance(found, Pack) else None


def keep(folder: Path, files: Mapping[str, str], pack: Pack) -> None:
    """Keep the process that these sound texts hold, where that can be done."""
    place = _place(folder, files)
    if place.exists():
        return
    try:
        body = json.dumps(_plain(pack), ensure_ascii=False, separators=(",", ":"))
        if repr(_back(json.loads(body))) != repr(pack):
            return
    except (ValueError, TypeError, KeyError):
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}")
        beside.write_text(f"{_digest(body)}\n{body}", encoding="utf-8")
        beside.replace(place)
        by_age = sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime_ns, reverse=True)
        for old in by_age[MOST:]:
            old.unlink()


def _place(folder: Path, files: Mapping[str, str]) -> Path:
    texts = json.dumps([_reader(), sorted(files.items())], ensure_ascii=False)
    return folder / f"{_digest(texts)}{ENDING}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _reader() -> str:
    """What the program that reads is known by. Its files too: a change may come without a version."""
    here = Path(__file__)
    files = [Path(sys.executable)] if getattr(sys, "frozen", False) else []
    if not files:
        for folder in (here.parent, Path(p.__file__).parent):
            with suppress(OSError):
                files += sorted(folder.glob("*.py"))
    told = [f"{each.stat().st_size}.{each.stat().st_mtime_ns}" for each in files if each.exists()]
    return " ".join([__version__, *told])


# A value and its plain form: a tuple is a list, and a table with one key says what else there is


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date | time):
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, Mapping):
        return {_MAPPING: [[key, _plain(each)] for key, each in value.items()]}
    kind, names = _kinds()[type(value).__name__]
    if kind is not type(value):
        raise TypeError(kind.__name__)
    return {kind.__name__: [_plain(getattr(value, each)) for each in names]}


def _back(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple([_back(each) for each in plain])
    if not isinstance(plain, dict):
        return plain
    ((name, said),) = plain.items()
    if name == _MAPPING:
        return {key: _back(each) for key, each in said}
    if name in _MOMENTS:
        return _MOMENTS[name](said)
    kind, names = _kinds()[name]
    made: Any = object.__new__(kind)
    # What was read before has its values; filling them in again would only repeat the defaults.
    vars(made).update(zip(names, [_back(each) for each in said], strict=True))
    return made


@cache
def _kinds() -> dict[str, tuple[type, tuple[str, ...]]]:
    """The classes that a process is made of, with their fields in order."""
    found = [each for each in vars(p).values() if isinstance(each, type) and is_dataclass(each)]
    return {each.__name__: (each, tuple(one.name for one in fields(each))) for each in found}
