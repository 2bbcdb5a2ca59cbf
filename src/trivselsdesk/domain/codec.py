"""Records to plain values and back: the one mapping behind database, journal and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar, get_type_hints

from trivselsdesk.domain.records import Record

R = TypeVar("R", bound=Record)
Plain = dict[str, str | int | float | None]

_PLAIN = frozenset((str, int, float, type(None)))
"""What needs no translation, which is nearly all."""
_SHAPES: dict[type[Record], dict[str, type]] = {}
_READERS: dict[type[Record], tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]]]] = {}
_CONVERTERS: dict[type[Record], list[tuple[str, Callable[[Any], Any] | None]]] = {}


def shape(kind: type[Record]) -> dict[str, type]:
    """Field name to value type (``str int float bool date``); optional types count as the type."""
    if kind not in _SHAPES:
        _SHAPES[kind] = _read_shape(kind)
    return _SHAPES[kind]


def _read_shape(kind: type[Record]) -> dict[str, type]:
    hints = get_type_hints(kind)
    result: dict[str, type] = {}
    for each in fields(kind):
        hint = hints[each.name]
        options = [arg for arg in getattr(hint, "__args__", (hint,)) if arg is not type(None)]
        result[each.name] = options[0]
    return result


def to_plain(record: Record) -> Plain:
    """The record's values as text, numbers and None."""
    kind = type(record)
    if kind not in _READERS:
        names = tuple(shape(kind))
        _READERS[kind] = (names, attrgetter(*names))
    names, values_of = _READERS[kind]
    plain = dict(zip(names, values_of(record), strict=True))
    for name, value in plain.items():
        if type(value) not in _PLAIN:
            plain[name] = int(value) if type(value) is bool else _flatten(value)
    return plain


def from_plain(kind: type[R], values: Mapping[str, Any]) -> R:
    """The record with these values; missing ones take their default, unknown ones are passed over.

    Raises TypeError when a needed value is missing or of the wrong kind, ValueError when a date
    cannot be read.
    """
    read: dict[str, Any] = {}
    for name, convert in _converters(kind):
        if name in values:
            value = values[name]
            read[name] = value if value is None or convert is None else convert(value)
    return kind(**read)


def _converters(kind: type[Record]) -> list[tuple[str, Callable[[Any], Any] | None]]:
    if kind not in _CONVERTERS:
        by_type: dict[type, Callable[[Any], Any]] = {bool: bool, float: float, date: date.fromisoformat}
        _CONVERTERS[kind] = [(name, by_type.get(value_type)) for name, value_type in shape(kind).items()]
    return _CONVERTERS[kind]


def _flatten(value: Any) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(type(value).__name__)
