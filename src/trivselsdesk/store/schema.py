"""What the tables are called and how they look from a record's side: all that reading needs.

``tables.py`` tells SQLAlchemy the same. It is loaded by whatever writes, and no sooner: loading
SQLAlchemy takes longer than all else that stands between the click on the icon and the picture.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import get_type_hints

from trivselsdesk.domain.records import RECORD_TYPES, Record

SCHEMA_VERSION = 4
"""The schema that this program writes, kept in the file as ``user_version``."""


_NAMES: dict[type[Record], str] = {}
_OPTIONAL: dict[type[Record], frozenset[str]] = {}


def table_name(kind: type[Record]) -> str:
    """``AgendaItem`` is stored in ``agenda_item``."""
    if kind not in _NAMES:
        _NAMES[kind] = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    return _NAMES[kind]


def optional_fields(kind: type[Record]) -> frozenset[str]:
    """The fields that may be None."""
    if kind not in _OPTIONAL:
        hints = get_type_hints(kind)
        _OPTIONAL[kind] = frozenset(
            each.name for each in fields(kind) if type(None) in getattr(hints[each.name], "__args__", ())
        )
    return _OPTIONAL[kind]


KINDS: dict[str, type[Record]] = {table_name(kind): kind for kind in RECORD_TYPES}
"""Every kind of record by the name of its table."""
