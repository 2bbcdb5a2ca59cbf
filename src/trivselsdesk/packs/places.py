"""Every place of a pack where a text, a list, a number or a choice can be changed, read from its type hints.

What a programme got as rows of its own when it was made – the drejebog, the checklist, the ground rules, the
dates – is changed there; the places here are what it still reads from the pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin

from trivselsdesk.domain import pack as p
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack, Span, Tool
from trivselsdesk.packs.key_words import CORNERS, word
from trivselsdesk.packs.reader import bare_hint, hints, required
from trivselsdesk.packs.rules import LONGEST_LIST, LONGEST_TEXT, Rule, rule
from trivselsdesk.packs.tools import PARAMS

TEXT, TEXTS, NUMBER, CLOCK, FLAG, SPAN, DAY = "text", "texts", "number", "clock", "flag", "span", "day"

Path = tuple[str, ...]

LEADS: dict[tuple[type, str], str] = {
    (p.Pack, "rules"): "prepare",
    (p.Pack, "tasks"): "prepare",
    (p.Pack, "milestones"): "prepare",
    (p.Pack, "variables"): "prepare",
}
"""Lists that the programme has as its own, and the room where they are changed."""

COPIED: dict[type, tuple[str, ...]] = {
    p.PackMeeting: ("title", "start"),
    p.PackItem: (
        "title",
        "minutes",
        "at",
        "speaker",
        "purpose",
        "instruction",
        "points",
        "script",
        "tips",
        "materials",
    ),
    p.PackStep: ("title", "minutes", "instruction", "point", "script", "tips"),
}
"""What stands in the rows of the drejebog once a programme is made."""

ELSEWHERE: dict[type, tuple[str, ...]] = {
    p.Pack: ("stale_weeks", "schema", "version", "id"),
    p.NoteType: ("least", "most"),
    p.Form: ("confidential",),
    p.FormField: ("shared",),
    p.PulseForm: ("min_n",),
}
"""What the program asks for in another place, what a process is known by, and what people were promised."""

WHOLE = ("phases", "boards", "matrices", "meetings", "items", "steps")
"""Lists that are the frame of the process: what stands in them is changed, but none comes or goes."""
_BY_HAND = (p.Question, p.QuestionField, p.ActionColumn, p.SmtteLetter, p.CopyField, p.Handin, p.Aid)
"""Tables that hang on something that the program must know: none is added here."""

_PAIRS = (p.FormColumn, p.RowColumn)
"""Tables that make no sense alone: the first of them is not added here."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Møder", ("meetings", "invitation")),
    ("Tavler", ("boards", "matrices", "note_types", "tags", "always_act", "lifts", "tracks")),
    ("Spørgsmål", ("questions", "action_columns", "smtte", "status_steps")),
    ("Skemaer", ("forms",)),
    ("Lister", ("lists",)),
    ("Tjekliste, regler og datoer", ("tasks", "rules", "milestones")),
    ("Roller", ("roles", "remark_kinds")),
    ("Faser", ("phases", "occasions")),
    ("Efter mødet", ("wheel", "pulse", "handins", "report", "apv", "copy_sheet", "news", "pixi")),
    ("Ord", ("variables", "vague")),
)
"""How the tables of a pack stand together in the window; what is named nowhere stands last."""
PROCESS, REST = "Processen", "Andet"


@dataclass(frozen=True)
class Place:
    """One thing that can be changed."""

    path: Path
    cls: type
    name: str
    kind: str
    """One of ``TEXT TEXTS NUMBER CLOCK FLAG SPAN DAY``."""
    label: str
    value: Any
    law: Rule
    needed: bool

    @property
    def key(self) -> str:
        """The path as an own text is stored under."""
        return ".".join(self.path)

    @property
    def most(self) -> int:
        """The most signs of a text, or the largest number."""
        if self.law.most is not None and self.kind != TEXTS:
            return self.law.most
        return LONGEST_TEXT if self.kind in (TEXT, TEXTS) else 9999


@dataclass(frozen=True)
class Rows:
    """A list of tables whose rows can be put in another order, added and taken out."""

    path: Path
    cls: type
    ids: tuple[str, ...]
    named: bool
    """The rows have ids; otherwise the list is written as a whole."""
    fixed: bool
    """None comes or goes here, and the order is the process's."""
    least: int
    most: int


@dataclass(frozen=True)
class Node:
    """A part of the process in the tree: what can be changed in it, and what stands below."""

    path: Path
    title: str
    places: tuple[Place, ...] = ()
    children: tuple[Node, ...] = ()
    rows: Rows | None = None
    lead: str = ""
    """The room where this is changed: ``prepare`` for what is the programme's own already."""
    item: str = ""
    """Id of the item of the drejebog that it belongs to, where it is one."""

    def all(self) -> Iterator[Node]:
        """This and everything below it."""
        yield self
        for each in self.children:
            yield from each.all()


def tree(pack: Pack) -> tuple[Node, ...]:
    """The whole process as a tree, in Danish words."""
    whole = _node(Pack, pack, (), PROCESS)
    below = {each.path[0]: each for each in whole.children}
    found = [replace(whole, children=())]
    for title, names in (*GROUPS, (REST, tuple(below))):
        mine = [below.pop(name) for name in names if name in below]
        vague = [each for each in whole.places if each.name == "vague" and "vague" in names]
        if len(mine) == 1 and mine[0].title == title:
            found.append(mine[0])
        elif mine or vague:
            found.append(Node((title,), title, tuple(vague), tuple(mine)))
    head = tuple(each for each in found[0].places if each.name != "vague")
    return (replace(found[0], places=head), *found[1:])


def places(pack: Pack) -> dict[str, Place]:
    """Every place by its key."""
    return {place.key: place for top in tree(pack) for node in top.all() for place in node.places}


def plain(value: Any) -> Any:
    """A value of a pack as plain tables and lists, without what is left at its default."""
    if isinstance(value, Tool):
        return {"kind": value.kind, **{key: plain(each) for key, each in value.params.items()}}
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: plain(getattr(value, each.name))
            for each in fields(value)
            if each.default is MISSING or getattr(value, each.name) != each.default
        }
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value


def addable(cls: type) -> bool:
    """Whether a new row of that kind can be made from a title alone."""
    if cls in _BY_HAND or ("id" not in hints(cls) and cls is not p.ListEntry):
        return False
    for name, hint in hints(cls).items():
        law = rule(cls, name)
        if name == "id" or not required(cls, name):
            continue
        inner = get_args(hint)[0] if get_origin(hint) is tuple and get_args(hint) else None
        if inner is not None and isinstance(inner, type) and is_dataclass(inner) and addable(inner):
            continue
        if hint is str and not (law.refers or (law.pattern and not law.allowed)):
            continue
        if hint in (int, bool):
            continue
        return False
    return True


def fresh(cls: type, title: str, row_id: str) -> dict[str, Any]:
    """A new row with that title as a plain table, whose needed keys are all there."""
    table: dict[str, Any] = {}
    for name, hint in hints(cls).items():
        law = rule(cls, name)
        if name == "id":
            table[name] = row_id
        elif not required(cls, name):
            continue
        elif get_origin(hint) is tuple:
            table[name] = [fresh(get_args(hint)[0], title, "a")]
        elif hint is str:
            table[name] = law.allowed[0] if law.allowed else title[: law.most or LONGEST_TEXT]
        elif hint is int:
            table[name] = law.least or 0
        else:
            table[name] = False
    return table


def title_of(row: Any) -> str:
    """What a row is called in the tree."""
    for name in ("title", "label", "text", "name", "letter", "field", "id"):
        text = getattr(row, name, "")
        if isinstance(text, str) and text.strip():
            return text
    return "…"


def _node(cls: type, value: Any, path: Path, title: str, item: str = "") -> Node:
    found: list[Place] = []
    children: list[Node] = []
    for name, raw_hint in hints(cls).items():
        hint, own = bare_hint(raw_hint), getattr(value, name)
        if name in COPIED.get(cls, ()) or name in ELSEWHERE.get(cls, ()) or own is None:
            continue
        if (cls, name) in LEADS:
            children.append(Node((*path, name), word(cls, name), lead=LEADS[cls, name]))
            continue
        if isinstance(own, Tool):
            found += _tool(own, (*path, name), children)
            continue
        _take(cls, name, hint, own, path, found, children)
    lead = "prepare" if cls in (p.PackItem, p.PackStep) else ""
    mine = path[-1] if cls is p.PackItem else item
    return Node(path, title, tuple(found), tuple(children), lead=lead, item=mine)


def _take(
    cls: type, name: str, hint: Any, own: Any, path: Path, found: list[Place], children: list[Node]
) -> None:
    law, here, label = rule(cls, name), (*path, name), word(cls, name)
    inner = get_args(hint)[0] if get_origin(hint) is tuple else None
    if inner is not None and isinstance(inner, type) and is_dataclass(inner):
        if own or (addable(inner) and inner not in _PAIRS):
            children.append(_list(inner, own, here, label, law))
    elif get_origin(hint) is dict:
        below = tuple(
            _node(type(each), each, (*here, key), CORNERS.get(key, key)) for key, each in own.items()
        )
        children.append(Node(here, label, children=below))
    elif is_dataclass(hint) and hint is not Span and isinstance(hint, type):
        if hint is not p.Due:
            children.append(_node(hint, own, here, label))
    else:
        kind = _kind(hint, inner, law, name)
        if kind:
            needed = required(cls, name)
            found.append(Place(here, cls, name, kind, label, own, law, needed))


def _list(inner: type, rows: tuple[Any, ...], path: Path, title: str, law: Rule) -> Node:
    named = "id" in hints(inner)
    ids = tuple(each.id if named else str(number) for number, each in enumerate(rows))
    below = tuple(
        _node(inner, each, (*path, key), title_of(each)) for key, each in zip(ids, rows, strict=True)
    )
    own = Rows(
        path,
        inner,
        ids,
        named,
        path[-1] in WHOLE or inner in _BY_HAND,
        law.least or 0,
        law.most or LONGEST_LIST,
    )
    return Node(path, title, children=below, rows=own)


def _tool(tool: Tool, path: Path, children: list[Node]) -> list[Place]:
    cls, found = PARAMS[tool.kind], list[Place]()
    for name, raw_hint in hints(cls).items():
        if name in tool.params and tool.params[name] is not None:
            _take(cls, name, bare_hint(raw_hint), tool.params[name], path, found, children)
    return found


def _kind(hint: Any, inner: Any, law: Rule, name: str) -> str:
    if law.allowed or law.refers or law.pattern or name in ("id", "icon", "picture"):
        return ""
    if hint is str:
        return TEXT
    if hint is bool:
        return FLAG
    if hint is int:
        return CLOCK if law.clock else NUMBER
    if hint is Span:
        return SPAN
    if hint is date:
        return DAY
    return TEXTS if inner is str else ""


@cache
def editable_keys() -> tuple[tuple[type, str], ...]:
    """Every key that some pack could let somebody change: each has a Danish word."""
    found: dict[tuple[type, str], None] = {}
    waiting, known = [Pack, *PARAMS.values()], set[type]()
    while waiting:
        cls = waiting.pop()
        if cls in known:
            continue
        known.add(cls)
        for name, raw_hint in hints(cls).items():
            hint = bare_hint(raw_hint)
            args = [each for each in get_args(hint) if isinstance(each, type)]
            tables = [each for each in (hint, *args) if isinstance(each, type) and is_dataclass(each)]
            waiting += [each for each in tables if each not in (Span, Tool)]
            inner = args[0] if get_origin(hint) is tuple and args else None
            if (tables and tables[0] not in (Span, Tool)) or _kind(hint, inner, rule(cls, name), name):
                found[cls, name] = None
    return tuple(found)
