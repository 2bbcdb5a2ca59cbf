"""JSON from strangers: parsed only within limits, and without what JSON readers usually let pass."""

from __future__ import annotations

import hashlib
import json
import re
from math import isfinite
from typing import Any, NoReturn

from trivselsdesk.store.errors import FileRefused

MAX_DEPTH = 20
MAX_BRACKETS = 200_000
MAX_VALUES = 2_000_000
_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")
_BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and newline, and halves of letters."""


def parse(data: bytes) -> Any:
    """The value that the bytes stand for.

    Raises FileRefused: ``not_trivsel`` (no UTF-8, no JSON), ``too_deep``, ``too_many``,
    ``bad_text``, ``bad_value`` (NaN, endless numbers), ``damaged`` (the same key twice).
    """
    _measure(data)
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=_constant,
            strict=False,
        )
    except (ValueError, RecursionError):
        raise FileRefused("not_trivsel") from None
    _check_texts(value)
    return value


def sum_of(value: Any) -> str:
    """SHA-256 over the value as JSON with sorted keys and no blanks."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _check_texts(value: Any) -> None:
    if isinstance(value, str):
        if _BAD.search(value):
            raise FileRefused("bad_text")
    elif isinstance(value, dict):
        for key, each in value.items():
            _check_texts(key)
            _check_texts(each)
    elif isinstance(value, list):
        for each in value:
            _check_texts(each)


def _measure(data: bytes) -> None:
    """Count before parsing: a small file can hold millions of empty lists, or nest them too deep."""
    bare = _STRING.sub(b"", data)
    if bare.count(b"[") + bare.count(b"{") > MAX_BRACKETS or bare.count(b",") > MAX_VALUES:
        raise FileRefused("too_many")
    depth = 0
    for bracket in _BRACKET.finditer(bare):
        depth += 1 if bracket.group() in b"[{" else -1
        if depth > MAX_DEPTH:
            raise FileRefused("too_deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise FileRefused("damaged", "key twice")
    return found


def _whole_number(digits: str) -> int:
    if len(digits) > 16:
        raise FileRefused("bad_value", "number")
    return int(digits)


def _number(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise FileRefused("bad_value", "number")
    return value


def _constant(_name: str) -> NoReturn:
    raise FileRefused("bad_value", "number")
