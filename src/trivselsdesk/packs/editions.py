"""What a newer edition of a process changes for a programme that goes over to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from trivselsdesk.domain.danish import format_clock, format_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Span
from trivselsdesk.packs.own import own_pack
from trivselsdesk.packs.places import CLOCK, Node, Place, tree

_LONGEST = 300


@dataclass(frozen=True)
class Change:
    """One place that is another, new or gone."""

    where: str
    before: str
    after: str
    own: bool
    """The unit has words of its own there, which stay."""


def is_newer(version: str, than: str) -> bool:
    """Whether a version comes after another. What a copy of our own is marked with counts for nothing."""
    return _numbers(version) > _numbers(than)


def changes(before: Mapping[str, str], after: Mapping[str, str], own: Mapping[str, str]) -> list[Change]:
    """What is another in the newer files, in the order of the process. Raises PackErrors."""
    old, new = _placed(before), _placed(after)
    found = []
    for key, (where, place) in new.items():
        known = old.get(key)
        if known is None or known[1].value != place.value:
            was = value_words(known[1]) if known else ""
            found.append(Change(where, was, value_words(place), _is_own(key, own)))
    gone = [
        Change(where, value_words(place), "", _is_own(key, own))
        for key, (where, place) in old.items()
        if key not in new
    ]
    return [*found, *(each for each in gone if each.before)]


def gone_rows(
    before: Mapping[str, str], after: Mapping[str, str], own: Mapping[str, str]
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """List and id of each row that the newer files no longer have. Raises PackErrors."""
    left = set(_rows(after, own))
    return tuple(each for each in _rows(before, own) if each not in left)


def row_words(
    files: Mapping[str, str], own: Mapping[str, str], rows: Iterable[tuple[tuple[str, ...], str]]
) -> list[str]:
    """»Tavler › Vores hverdag › Fungerer godt«: where each of those rows stands, in its own words."""
    wanted, found = {(*path, row_id) for path, row_id in rows}, list[str]()
    pack = own_pack(files, own).pack

    def down(node: Node, way: tuple[str, ...]) -> None:
        here = (*way, pack.fill(node.title))
        if node.path in wanted:
            found.append(" › ".join(here))
        for each in node.children:
            down(each, here)

    for top in tree(pack):
        down(top, ())
    return found


def _rows(files: Mapping[str, str], own: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    for top in tree(own_pack(files, own).pack):
        for node in top.all():
            if node.rows is not None and node.rows.named:
                yield from ((node.rows.path, each) for each in node.rows.ids)


def value_words(place: Place) -> str:
    """The value of a place as somebody reads it."""
    value: Any = place.value
    if isinstance(value, tuple):
        text = " · ".join(map(str, value))
    elif isinstance(value, bool):
        text = "ja" if value else "nej"
    elif isinstance(value, Span):
        text = f"{value.least}–{value.most}"
    elif isinstance(value, date):
        text = format_date(value)
    elif place.kind == CLOCK:
        text = f"kl. {format_clock(value)}"
    else:
        text = f"»{value}«" if isinstance(value, str) and value else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _placed(files: Mapping[str, str]) -> dict[str, tuple[str, Place]]:
    pack = own_pack(files, {}).pack
    found: dict[str, tuple[str, Place]] = {}

    def down(node: Any, way: tuple[str, ...]) -> None:
        here = (*way, pack.fill(node.title))
        for place in node.places:
            found[place.key] = (" › ".join((*here, place.label)), place)
        for each in node.children:
            down(each, here)

    for top in tree(pack):
        down(top, ())
    return found


def _is_own(key: str, own: Mapping[str, str]) -> bool:
    return any(key == each or key.startswith(f"{each}.") for each in own)


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.partition("+")[0].split(".")
    return tuple(int(each) if each.isascii() and each.isdigit() and len(each) < 10 else 0 for each in parts)
