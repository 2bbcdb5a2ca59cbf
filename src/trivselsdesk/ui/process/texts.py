"""Reads and writes the own texts of one programme: what fields show and what the rules say to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from datetime import time
from typing import Any

from trivselsdesk.domain.commands.own_texts import WriteTexts
from trivselsdesk.domain.own_words import own_texts
from trivselsdesk.domain.pack import Span
from trivselsdesk.packs.own import decoded, encoded, own_pack, problem_with
from trivselsdesk.packs.places import CLOCK, Node, Path, Place, Rows, fresh, places, plain, tree
from trivselsdesk.ui.bridge import Bridge

_KEY = re.compile(r"»([a-z_]+)«")


class Texts:
    """Knows no widgets. ``open`` a programme before anything else."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self.programme_id = ""
        self._seen: tuple[object, object] = (None, None)
        self._tree: tuple[Node, ...] = ()
        self._base: dict[str, Place] = {}
        self._base_of: object = None

    def open(self, programme_id: str) -> None:
        """Work on this programme's process."""
        self.programme_id = programme_id

    # Reading

    @property
    def files(self) -> dict[str, str]:
        """The process as it came."""
        return self.bridge.pack_texts(self.programme_id)

    @property
    def own(self) -> dict[str, str]:
        """The own texts by path."""
        return own_texts(self.bridge.book(self.programme_id))

    def tree(self) -> tuple[Node, ...]:
        """The process as it is now."""
        seen = (self.files, self.own)
        if seen != self._seen:
            self._seen = seen
            self._tree = tree(own_pack(*seen).pack)
        return self._tree

    def node(self, path: Path) -> Node | None:
        """The part at a path, or None where it is gone."""
        return next((each for top in self.tree() for each in top.all() if each.path == path), None)

    def base(self, key: str) -> Place | None:
        """The place as the process has it, or None for one that the unit has added."""
        files = self.files
        if self._base_of != files:
            self._base_of, self._base = files, places(own_pack(files, {}).pack)
        return self._base.get(key)

    def is_own(self, place: Place) -> bool:
        """Whether the unit has words of its own there."""
        base = self.base(place.key)
        return base is not None and base.value != place.value

    def own_below(self, node: Node) -> bool:
        """Whether anything in or below a part is the unit's own."""
        mine = ".".join(node.path)
        within = [".".join(each.path) for each in node.children] if node.path and " " in mine else [mine]
        within += [each.key for each in node.places]
        return any(key == each or key.startswith(f"{each}.") for key in self.own for each in within if each)

    def list_is_own(self, rows: Rows) -> bool:
        """Whether the unit has changed which rows a list has, or their order."""
        return ".".join(rows.path) in self.own

    # Writing

    def write(self, place: Place, value: Any) -> str:
        """Change one place. Returns what is wrong with the value, as a sentence; then nothing was changed."""
        raw = _raw(place, value)
        whole = self._whole(place.path)
        if whole is not None:
            return self._write_in_whole(whole, place, raw)
        base = self.base(place.key)
        same = base is not None and _raw(base, base.value) == raw
        text = "" if same else encoded(raw)
        wrong = "" if same else self._wrong(place.key, text, place.label)
        if not wrong:
            self._run({place.key: text}, place.label)
        return wrong

    def reset(self, place: Place) -> None:
        """The process's own text again."""
        base = self.base(place.key)
        if base is not None and self._whole(place.path) is not None:
            self.write(place, base.value)
        else:
            self._run({place.key: ""}, place.label)

    def reset_list(self, rows: Rows) -> None:
        """The process's own rows in their own order again; refused where something hangs on an added one."""
        key = ".".join(rows.path)
        gone = tuple((rows.path, each) for each in self._arrangement(rows).get("added", {}))
        below = {each: "" for each in self.own if _below(each, [f"{key}.{row}" for _, row in gone])}
        self._run({key: "", **below}, "", gone)

    def move(self, rows: Rows, row_id: str, index: int) -> str:
        """Put a row at another place, counted without itself."""
        ids = [each for each in rows.ids if each != row_id]
        ids.insert(index, row_id)
        return self._arrange(rows, ids)

    def add(self, rows: Rows, title: str) -> str:
        """A new row with that title, last. Returns what is wrong, as a sentence."""
        if not rows.named:
            key = ".".join(rows.path)
            table = fresh(rows.cls, title, "")
            return self._try({key: encoded([*self._plain_list(rows), table])}, key, title)
        row_id = self._new_id(rows)
        arrangement = self._arrangement(rows)
        arrangement["added"][row_id] = fresh(rows.cls, title, row_id)
        arrangement["order"] = [*rows.ids, row_id]
        key = ".".join(rows.path)
        return self._try({key: encoded(arrangement)}, key, title)

    def remove(self, rows: Rows, row_id: str, title: str) -> str:
        """Take a row out. Returns what is wrong, as a sentence; the store refuses what is in use."""
        key = ".".join(rows.path)
        if not rows.named:
            left = self._plain_list(rows)
            del left[int(row_id)]
            return self._try({key: encoded(left)}, key, title)
        arrangement = self._arrangement(rows)
        arrangement["order"] = [each for each in rows.ids if each != row_id]
        if arrangement["added"].pop(row_id, None) is None:
            arrangement["removed"] = [*arrangement["removed"], row_id]
        below = {each: "" for each in self.own if _below(each, [f"{key}.{row_id}"])}
        return self._try({key: encoded(arrangement), **below}, key, title, ((rows.path, row_id),))

    def _arrange(self, rows: Rows, ids: list[str]) -> str:
        key = ".".join(rows.path)
        if not rows.named:
            known = self._plain_list(rows)
            return self._try({key: encoded([known[int(each)] for each in ids])}, key, "")
        arrangement = self._arrangement(rows)
        arrangement["order"] = ids
        return self._try({key: encoded(arrangement)}, key, "")

    def _arrangement(self, rows: Rows) -> dict[str, Any]:
        text = self.own.get(".".join(rows.path), "")
        known = decoded(text) if text and rows.named else {}
        return {
            "order": list(rows.ids),
            "removed": list(known.get("removed", ())),
            "added": dict(known.get("added", {})),
        }

    def _plain_list(self, rows: Rows) -> list[Any]:
        value: Any = own_pack(self.files, self.own).pack
        for key in rows.path:
            value = _step(value, key)
        found = plain(value)
        assert isinstance(found, list)
        return deepcopy(found)

    def _whole(self, path: Path) -> Rows | None:
        """The list without ids that a place stands in: it is written as a whole."""
        lists = (
            each.rows
            for top in self.tree()
            for each in top.all()
            if each.rows is not None and not each.rows.named
        )
        return next((each for each in lists if path[: len(each.path)] == each.path), None)

    def _write_in_whole(self, rows: Rows, place: Place, raw: Any) -> str:
        key, table = ".".join(rows.path), self._plain_list(rows)
        inside: Any = table
        *way, last = place.path[len(rows.path) :]
        for each in way:
            inside = inside[int(each)] if isinstance(inside, list) and each.isdigit() else _row(inside, each)
        inside[last] = raw
        base = own_pack(self.files, {key_: text for key_, text in self.own.items() if key_ != key}).pack
        value: Any = base
        for each in rows.path:
            value = _step(value, each)
        text = "" if plain(value) == table else encoded(table)
        wrong = self._wrong(key, text, place.label) if text else ""
        if not wrong:
            self._run({key: text}, place.label)
        return wrong

    def _try(
        self,
        texts: dict[str, str],
        key: str,
        about: str,
        taken_out: tuple[tuple[Path, str], ...] = (),
    ) -> str:
        after = {each: text for each, text in (self.own | texts).items() if text}
        wrong = _worded(problem_with(self.files, after, key), about)
        if not wrong:
            self._run(texts, about, taken_out)
        return wrong

    def _wrong(self, key: str, text: str, label: str) -> str:
        return _worded(problem_with(self.files, self.own | {key: text}, key), label)

    def _run(self, texts: dict[str, str], about: str, taken_out: tuple[tuple[Path, str], ...] = ()) -> None:
        self.bridge.run(
            WriteTexts(programme_id=self.programme_id, texts=texts, about=about, taken_out=taken_out)
        )

    def _new_id(self, rows: Rows) -> str:
        arrangement = self._arrangement(rows)
        taken = {*rows.ids, *arrangement["removed"], *arrangement["added"]}
        number = 1
        while f"egen{number}" in taken:
            number += 1
        return f"egen{number}"


def _raw(place: Place, value: Any) -> Any:
    if isinstance(value, Span):
        return {"least": value.least, "most": value.most}
    if place.kind == CLOCK:
        return time(value // 60, value % 60)
    return list(value) if isinstance(value, tuple) else value


def _worded(problem: str, label: str) -> str:
    """The sentence with the Danish word in place of the key."""
    return _KEY.sub(f"»{label}«", problem, count=1) if label else problem


def _below(key: str, paths: Iterable[str]) -> bool:
    return any(key.startswith(f"{each}.") for each in paths)


def _step(value: Any, key: str) -> Any:
    if isinstance(value, tuple | list):
        return _row(value, key)
    if isinstance(value, dict):
        return value[key]
    params = getattr(value, "params", None)
    return params[key] if params is not None and key in params else getattr(value, key)


def _row(rows: Any, key: str) -> Any:
    for each in rows:
        if (each.get("id") if isinstance(each, dict) else getattr(each, "id", None)) == key:
            return each
    return rows[int(key)]
