"""Reads plain TOML tables into the dataclasses of a pack, led by their type hints and the rules."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date, datetime, time
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import TOOL_KINDS, Span, Tool
from trivselsdesk.packs.faults import Faults, choices, nearest, shown, suggestion
from trivselsdesk.packs.locate import KeyPath
from trivselsdesk.packs.rules import LONGEST_LIST, LONGEST_TEXT, Rule, rule
from trivselsdesk.packs.tools import PARAMS, Ask

RETIRED: dict[type, tuple[str, ...]] = {Ask: ("groups",)}
"""Keys that once meant something, passed over in silence: programmes keep the pack text of their time."""
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Spot:
    """A place in a pack: the file and the keys down to it."""

    file: str
    path: KeyPath = ()

    def down(self, *keys: str | int) -> Spot:
        """The place below."""
        return Spot(self.file, (*self.path, *keys))

    @property
    def label(self) -> str:
        """The key in a sentence: »minutes«, or »rules« nr. 2."""
        keys = [key for key in self.path if isinstance(key, str)]
        name = f"»{shown(keys[-1])}«" if keys else "Filen"
        last = self.path[-1] if self.path else ""
        return f"{name} nr. {last + 1}" if isinstance(last, int) else name


class Reader:
    """Reads the tables of one pack. Faults are collected; a faulty value becomes an empty one."""

    def __init__(self, faults: Faults, known: dict[str, list[str]]) -> None:
        self.faults = faults
        self.known = known
        """Kind of id (``roles``, ``variables`` …) to the ids that the pack has."""

    def table(
        self, cls: type, raw: Any, spot: Spot, names: list[str] | None = None, left_out: str = ""
    ) -> dict[str, Any]:
        """The values of a table, ready for the dataclass; ``names`` limits it to some of the keys."""
        if not isinstance(raw, dict):
            self._wrong(spot, "skal være en tabel i krøllede parenteser", _sample(cls))
            return {name: blank(hint) for name, hint in hints(cls).items() if required(cls, name)}
        wanted = {each.name: each for each in fields(cls) if names is None or each.name in names}
        misspelt: set[str] = set()
        passed = (left_out, *RETIRED.get(cls, ()))
        for key in raw:
            if key not in wanted and key not in passed:
                misspelt.update(self._unknown(spot.down(key), key, wanted))
        values: dict[str, Any] = {}
        for name, each in wanted.items():
            if name in raw:
                values[name] = self.value(
                    hints(cls)[name], raw[name], spot.down(name), rule(cls, name), needed=_bare(each)
                )
            elif required(cls, name):
                if name not in misspelt:
                    self._missing(spot, cls, name)
                values[name] = blank(hints(cls)[name])
        return values

    def value(self, hint: Any, raw: Any, spot: Spot, law: Rule, needed: bool = True) -> Any:
        """One value of the type that the hint says."""
        hint = bare_hint(hint)
        origin = get_origin(hint)
        if origin is tuple:
            return self._list(get_args(hint)[0], raw, spot, law)
        if origin is dict:
            return self._corners(get_args(hint)[1], raw, spot, law)
        if hint is Tool:
            return self._tool(raw, spot)
        if is_dataclass(hint) and isinstance(hint, type):
            return self._object(hint, raw, spot)
        if hint is str:
            return self._text(raw, spot, law, needed)
        if hint is int:
            return self._number(raw, spot, law)
        if hint is bool:
            if isinstance(raw, bool):
                return raw
            self._wrong(spot, "skal være true eller false", Rule(example="true"))
            return False
        if hint is date:
            if isinstance(raw, date) and not isinstance(raw, datetime):
                return raw
            self._wrong(
                spot, "skal være en dato uden citationstegn", Rule(example=law.example or "2026-05-20")
            )
            return date.min
        raise TypeError(hint)

    def _object(self, cls: type, raw: Any, spot: Spot) -> Any:
        made = cls(**self.table(cls, raw, spot))
        if (
            isinstance(made, Span)
            and made.least > made.most
            and not self.faults.touches(spot.file, spot.path)
        ):
            self.add(spot, f"{spot.label} har least større end most.", "Byt de to tal om.")
        return made

    def _list(self, inner: Any, raw: Any, spot: Spot, law: Rule) -> tuple[Any, ...]:
        tables = is_dataclass(inner)
        if law.alone and isinstance(raw, str):
            raw = [raw]
        if not isinstance(raw, list):
            self._wrong(spot, "skal være en liste i kantede parenteser", law, headed=tables)
            return ()
        most = law.most or LONGEST_LIST
        if len(raw) > most:
            self.add(spot, f"{spot.label} har {len(raw)}, og der er plads til {most}.", "Slet nogle.")
            return ()
        if len(raw) < (law.least or 0):
            self._wrong(spot, "er tom", law, headed=tables)
            return ()
        element = replace(law, least=None, most=None)
        read = tuple(self.value(inner, each, spot.down(place), element) for place, each in enumerate(raw))
        self._unique(raw, spot)
        return read

    def _unique(self, raw: list[Any], spot: Spot) -> None:
        seen: dict[str, int] = {}
        for place, each in enumerate(raw):
            own = each.get("id") if isinstance(each, dict) else None
            if not isinstance(own, str):
                continue
            if own in seen:
                before = self.faults.line(spot.file, (*spot.path, seen[own], "id"))
                self.add(
                    spot.down(place, "id"),
                    f"»id« er »{shown(own)}«, som også står i linje {before}.",
                    "Giv hver sit id.",
                )
            seen.setdefault(own, place)

    def _corners(self, inner: Any, raw: Any, spot: Spot, law: Rule) -> dict[str, Any]:
        if not isinstance(raw, dict):
            self._wrong(spot, "skal være en tabel med tl, tr, bl og br", Rule())
            raw = {}
        for key in raw:
            if key not in law.allowed:
                self._unknown(spot.down(key), key, law.allowed)
        for key in law.allowed:
            if key not in raw:
                self.add(spot, f"Hjørnet »{key}« mangler.", f"Skriv fx {key} = {law.example}.")
        return {
            key: self._object(inner, raw[key], spot.down(key)) if key in raw else blank(inner)
            for key in law.allowed
        }

    def _tool(self, raw: Any, spot: Spot) -> Tool:
        kind = raw.get("kind") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or kind is None:
            self._wrong(spot, "skal være en tabel med et kind", Rule(example='{ kind = "talk" }'))
            return Tool(kind="talk")
        if not isinstance(kind, str) or kind not in PARAMS:
            name = shown(kind) if isinstance(kind, str) else "…"
            mend = suggestion(name, TOOL_KINDS) or choices(TOOL_KINDS)
            self.add(spot.down("kind"), f"Værktøjet »{name}« findes ikke.", mend)
            return Tool(kind="talk")
        cls = PARAMS[kind]
        return Tool(kind=kind, params=self.table(cls, raw, spot, left_out="kind"))

    def _text(self, raw: Any, spot: Spot, law: Rule, needed: bool) -> str:
        if not isinstance(raw, str):
            self._wrong(spot, "skal være en tekst i citationstegn", law)
            return ""
        if not raw.strip():
            if needed:
                self._wrong(spot, "er tom", law)
            return ""
        most = LONGEST_TEXT if law.most is None else law.most
        if len(raw) > most:
            self.add(
                spot, f"{spot.label} har {len(raw)} tegn, og der er plads til {most}.", "Gør teksten kortere."
            )
        elif any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or 0xD800 <= ord(sign) < 0xE000 for sign in raw):
            self.add(spot, f"{spot.label} har et usynligt tegn.", "Skriv teksten på én linje.")
        elif law.allowed and raw not in law.allowed:
            mend = suggestion(raw, law.allowed) or choices(law.allowed)
            self.add(spot, f"{spot.label} kan ikke være »{shown(raw)}«.", mend)
        elif law.pattern and not re.fullmatch(law.pattern, raw):
            if law.words:
                self.add(spot, f"{spot.label} kan ikke være »{shown(raw)}«.", law.words)
            else:
                self._wrong(spot, f"kan ikke være »{shown(raw)}«", law)
        elif law.refers:
            self._reference(raw, spot, law.refers)
        else:
            self._variables(raw, spot, law.filled)
        return raw

    def _reference(self, raw: str, spot: Spot, kind: str) -> None:
        known = self.known.get(kind, [])
        if raw in known:
            return
        mend = suggestion(raw, known) or choices(known[:12]) or f"Pakken mangler [[{kind}]]."
        self.add(spot, f"{spot.label} peger på »{shown(raw)}«, som ikke findes.", mend)

    def _variables(self, raw: str, spot: Spot, filled: tuple[str, ...]) -> None:
        known = [*self.known.get("variables", []), *filled]
        for name in _BRACES.findall(raw):
            if name not in known:
                words = [f"{{{each}}}" for each in known]
                mend = suggestion(name, known) or choices(words) or "Opret den med [[variables]]."
                self.add(spot, f"Variablen {{{shown(name)}}} findes ikke.", mend)
        if set(_BRACES.sub("", raw)) & {"{", "}"}:
            self.add(
                spot,
                f"{spot.label} har en enlig krøllet parentes.",
                "De bruges kun til variable, fx {organisation}.",
            )

    def _number(self, raw: Any, spot: Spot, law: Rule) -> int:
        if law.clock:
            if isinstance(raw, time) and not raw.second:
                return raw.hour * 60 + raw.minute
            self._wrong(spot, "skal være et klokkeslæt uden citationstegn", law)
            return 0
        least, most = law.least or 0, law.most if law.most is not None else 9999
        if isinstance(raw, int) and not isinstance(raw, bool) and least <= raw <= most:
            return raw
        between = f"{least}" if least == most else f"mellem {least} og {most}"
        self._wrong(
            spot, f"skal være et helt tal {between}" if least != most else f"skal være {between}", law
        )
        return 0

    def add(self, spot: Spot, problem: str, mend: str) -> None:
        """Note a fault."""
        self.faults.add(spot.file, spot.path, problem, mend)

    def _wrong(self, spot: Spot, problem: str, law: Rule, headed: bool = False) -> None:
        key = next((each for each in reversed(spot.path) if isinstance(each, str)), "")
        example = f"Skriv fx {shown(key)} = {law.example}." if law.example else ""
        if headed and not law.example:
            head = ".".join(each for each in spot.path if isinstance(each, str))
            example = f"Skriv [[{shown(head)}]] på en linje for sig over hver."
        self.add(spot, f"{spot.label} {problem}.", example)

    def _missing(self, spot: Spot, cls: type, name: str) -> None:
        example = rule(cls, name).example or ('"…"' if hints(cls)[name] is str else "")
        head = ".".join([*(each for each in spot.path if isinstance(each, str)), name])
        mend = (
            f"Skriv fx {name} = {example}." if example else f"Skriv [[{head}]] på en linje for sig over hver."
        )
        self.add(spot.down(name), f"»{name}« mangler.", mend)

    def _unknown(self, spot: Spot, key: str, wanted: Iterable[str]) -> list[str]:
        """Note a key that has no business here; returns the key that was probably meant."""
        near = nearest(key, wanted)
        mend = (
            f"Mente du »{near[0]}«?" if near else "Slet den, eller se i vejledningen, hvad der kan stå her."
        )
        meant = (*spot.path[:-1], near[0]) if near else None
        self.faults.add(spot.file, spot.path, f"»{shown(key)}« kendes ikke her.", mend, meant)
        return near


@cache
def hints(cls: type) -> dict[str, Any]:
    """Field name to type hint."""
    return get_type_hints(cls)


def required(cls: type, name: str) -> bool:
    """Whether the key has to be there: it has no default, or its list may not be empty."""
    each = next(each for each in fields(cls) if each.name == name)
    return _bare(each) or (get_origin(hints(cls)[name]) is tuple and (rule(cls, name).least or 0) > 0)


def blank(hint: Any) -> Any:
    """An empty value that stands in for a faulty one, so that the rest can be checked as well."""
    hint = bare_hint(hint)
    if get_origin(hint) is tuple:
        return ()
    if get_origin(hint) is dict:
        return {}
    if is_dataclass(hint) and isinstance(hint, type):
        return hint(**{each.name: blank(hints(hint)[each.name]) for each in fields(hint) if _bare(each)})
    return {str: "", int: 0, bool: False, date: date.min}.get(hint)


def _sample(cls: type) -> Rule:
    """An example for a whole table, made of its needed keys."""
    named = [each.name for each in fields(cls) if _bare(each) and rule(cls, each.name).example]
    body = ", ".join(f"{name} = {rule(cls, name).example}" for name in named)
    return Rule(example=f"{{ {body} }}" if body else "")


def _bare(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def bare_hint(hint: Any) -> Any:
    """The hint of a value that is there: without its »or None«."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(each for each in get_args(hint) if each is not type(None))
    return hint
