"""Processes that nobody has thought of: made from the rules of the format, and mended until they are valid.

Each value is drawn from its type hint and its rule; what does not fit together – a zone of another board, a
list that lacks its table – is taken out again, as its author would, until the loader has nothing to say.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, time
from typing import Any, get_args, get_origin

from hypothesis import assume
from hypothesis import strategies as st

from trivselsdesk.domain.pack import TOOL_KINDS, Pack, PackMeeting, Span, Tool
from trivselsdesk.packs.checks import check
from trivselsdesk.packs.faults import Faults, TooMany
from trivselsdesk.packs.files import PACK_FILE
from trivselsdesk.packs.loader import head_names, known_ids, read_pack, table_names
from trivselsdesk.packs.reader import Reader, bare_hint, hints, required
from trivselsdesk.packs.rules import ID, Rule, rule
from trivselsdesk.packs.tools import PARAMS
from trivselsdesk.packs.writing import texts_of

WORDS = (
    "Ro",
    "Latter på stuen",
    "Æbler, øl & ål",
    "»Sådan«",
    "Hvem gør hvad?",
    "a",
    "Tid – og pauser",
    "100 %",
)
ROUNDS = 25
_DEEPEST = 5


@st.composite
def packs(draw: st.DrawFn) -> dict[str, str]:
    """The files of a valid pack, by name."""
    maker = _Maker(draw)
    top = {"pack": maker.table(Pack, names=head_names())}
    for name in table_names():
        hint = bare_hint(hints(Pack)[name])
        if name in ("phases", "note_types", "boards", "roles") or draw(st.booleans()):
            top[name] = maker.value(hint, rule(Pack, name), 0, want=True)
    tables: dict[str, Any] = {PACK_FILE: top}
    for number in range(draw(st.integers(1, 2))):
        tables[f"meetings/{number}.toml"] = maker.table(PackMeeting)
    maker.ids.update(known_ids(tables))
    for name in list(tables):
        tables[name] = maker.point(tables[name])
    return texts_of(_mended(tables))


class _Maker:
    """Draws values. Ids are counted, so that those of one list differ."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.ids: dict[str, list[str]] = {}
        self._count = 0

    def table(self, cls: type, depth: int = 0, names: list[str] | None = None) -> dict[str, Any]:
        """A table with its needed keys and some of the others."""
        made: dict[str, Any] = {}
        for each in fields(cls):
            if names is not None and each.name not in names:
                continue
            hint, law = bare_hint(hints(cls)[each.name]), rule(cls, each.name)
            needed = required(cls, each.name)
            if needed or (depth < _DEEPEST and self.draw(st.integers(0, 2)) == 0):
                value = self.value(hint, law, depth + 1, want=needed)
                if needed or value not in ([], ""):
                    made[each.name] = value
        return made

    def value(self, hint: Any, law: Rule, depth: int, *, want: bool = False) -> Any:
        """One value of that type."""
        origin = get_origin(hint)
        if origin is tuple:
            least = max(law.least or 0, 1 if want else 0)
            most = min(law.most or 3, max(least, 2 if depth else 3))
            inner = Rule(**{**law.__dict__, "least": None, "most": None})
            return [
                self.value(get_args(hint)[0], inner, depth)
                for _ in range(self.draw(st.integers(least, most)))
            ]
        if origin is dict:
            return {key: self.table(get_args(hint)[1], depth) for key in law.allowed}
        if hint is Tool:
            kind = self.draw(st.sampled_from(TOOL_KINDS))
            return {"kind": kind, **self.table(PARAMS[kind], depth)}
        if hint is Span:
            least = self.draw(st.integers(0, 9))
            return {"least": least, "most": least + self.draw(st.integers(0, 9))}
        if is_dataclass(hint) and isinstance(hint, type):
            return self.table(hint, depth)
        if hint is bool:
            return self.draw(st.booleans())
        if hint is int:
            if law.clock:
                return time(self.draw(st.integers(7, 20)), 15)
            most = law.most if law.most is not None else 99
            return self.draw(st.integers(law.least or 0, min(most, max(law.least or 0, 40))))
        if hint is date:
            return self.draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
        return self._text(law)

    def _text(self, law: Rule) -> Any:
        if law.refers:
            return _Points(law.refers, self.draw(st.integers(0, 20)))
        if law.allowed:
            return self.draw(st.sampled_from(law.allowed))
        if law.pattern == ID:
            self._count += 1
            return f"id{self._count}"
        if law.pattern:
            return law.example.strip('[]"')
        return self.draw(st.sampled_from(WORDS))[: law.most or None].strip() or "a"

    def point(self, value: Any) -> Any:
        """The same with every reference pointing to something that is there, or left out."""
        if isinstance(value, dict):
            found = {key: self.point(each) for key, each in value.items()}
            return {key: each for key, each in found.items() if each is not None}
        if isinstance(value, list):
            found_list = [each for each in (self.point(each) for each in value) if each is not None]
            plain = all(isinstance(each, str) for each in found_list)
            return list(dict.fromkeys(found_list)) if plain else found_list
        if isinstance(value, _Points):
            known = self.ids.get(value.kind, [])
            return known[value.number % len(known)] if known else None
        return value


class _Points:
    def __init__(self, kind: str, number: int) -> None:
        self.kind, self.number = kind, number


def _mended(tables: dict[str, Any]) -> dict[str, Any]:
    for _ in range(ROUNDS):
        _add_up(tables)
        faults = Faults(dict.fromkeys(tables, ""))
        names = [name for name in tables if name != PACK_FILE]
        try:
            pack = read_pack(tables, Reader(faults, known_ids(tables)))
            check(pack, names, faults)
        except TooMany:
            pass
        if not faults.errors():
            return tables
        for file, path, _ in reversed(faults._found):
            _take_out(tables.get(file, {}), list(path))
    assume(False)
    return tables


def _take_out(table: Any, path: list[Any]) -> None:
    """Remove what is at fault; where a needed key is missing, the table that lacks it."""
    way: list[tuple[Any, Any]] = []
    node = table
    for key in path:
        way.append((node, key))
        inside = isinstance(node, dict) and key in node
        if not inside and not (isinstance(node, list) and isinstance(key, int) and key < len(node)):
            way.pop()
            break
        node = node[key]
    if "tool" in path and (len(way) < len(path) or _is_needed(way)):
        # A tool that lacks what it needs: somebody speaks instead.
        while way and way[-1][1] != "tool":
            way.pop()
        if way:
            way[-1][0]["tool"] = {"kind": "talk"}
        return
    if len(way) < len(path) or (way and _is_needed(way)):
        # The key is not there, or cannot go alone: the row of the list that it stands in goes.
        while way and not isinstance(way[-1][0], list):
            way.pop()
    if way:
        node, key = way[-1]
        if isinstance(node, list) or len(way) > 1 or key not in ("pack", "phases"):
            del node[key]


def _is_needed(way: list[tuple[Any, Any]]) -> bool:
    return way[-1][1] in ("minutes", "breaks", "id", "title", "kind", "tool", "zones", "fields", "questions")


def _add_up(tables: dict[str, Any]) -> None:
    """What every process has to have, and sums that have to be right."""
    top = tables[PACK_FILE]
    kinds = top.setdefault("note_types", [])
    if not any(each.get("origin") == "participant" for each in kinds):
        kinds.append({"id": "gul", "label": "Gul", "colour": "yellow", "origin": "participant"})
    if not any(each.get("room") == "run" for each in top.get("phases", [])):
        top["phases"] = [*top.get("phases", [])[:11], {"id": "afhold", "title": "Afhold", "room": "run"}]
    if top.get("status_steps"):
        top["status_steps"][-1]["done"] = True
    for column in ("title", "due"):
        known = top.get("action_columns", [])
        if known and not any(each["field"] == column for each in known):
            top["action_columns"] = [*known[-4:], {"field": column, "label": column}]
    if "pulse" in top:
        for number, question in enumerate(top["pulse"].get("questions", [])):
            question["kind"] = "open" if number == 1 else "scale"
    elif any("pulse" in each.get("pages", []) for each in top["phases"]):
        for each in top["phases"]:
            each["pages"] = [page for page in each.get("pages", []) if page != "pulse"]
    for name, table in tables.items():
        if name != PACK_FILE:
            _add_up_meeting(table)


def _add_up_meeting(table: dict[str, Any]) -> None:
    if not table.get("items"):
        table["items"] = [{"id": "tal", "title": "Vi taler om det", "minutes": 10}]
    total = 0
    for item in table["items"]:
        steps = item.get("steps", [])
        if steps:
            item["minutes"] = sum(step.get("minutes", 1) for step in steps)
        for each in (item, *steps):
            if each.get("least", 0) > each.get("minutes", 1):
                del each["least"]
        item.pop("at", None)
        total += item.get("minutes", 1)
    table["minutes"] = {"least": 0, "most": max(1, min(999, total))}
    table["breaks"] = {"least": 0, "most": 99}
