"""The text of the example programme: which keys it may hold, and what it says at each stage."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import Any

from trivselsdesk.domain.frozen import dataclass

Plain = dict[str, Any]

_SHARED = {"from", "away"}
_LIFT = {"reason", "carrier", "sent", "expected", "answer"}
_CARD = _SHARED | {"sort", "at", "votes", "chosen", "lift", "must", "parked_on"} | _LIFT
_NOTE = _CARD | {"text", "pink", "parked", "theme", "track"}
_ACTION = _SHARED | {"title", "people", "owner", "due", "status", "note", "moves"}
_INITIATIVE = _SHARED | {
    "theme",
    "actions",
    "why",
    "goal",
    "signs",
    "barriers",
    "efforts",
    "evaluation",
    "leads",
    "followup_day",
    "followup_place",
    "followup_owner",
    "news",
    "launched",
}
_TABLES: dict[str, set[str]] = {
    "programme": {"pack", "name", "core_task", "created"},
    "meeting": {"day", "start", "room", "room_until"},
    "clock": {"at", "took"},
    "report": _SHARED | {"day", "authors", "successes", "reasons"},
}
_NAMED: dict[str, set[str]] = {
    "people": {"title", "roles", "takes_part"},
    "tasks": {"owner", "text", "done"},
    "agenda": {"materials", "points"},
}
"""Tables whose keys are names, and the keys under each name."""
_LISTS: dict[str, set[str]] = {
    "themes": _CARD | {"key", "name", "zone", "notes"},
    "loose": {"zone", "from", "notes"},
    "initiatives": _INITIATIVE,
    "pulses": _SHARED | {"theme", "invited", "opened", "closed", "texts_shown", "answers"},
    "remarks": _SHARED | {"part", "at", "kind", "text"},
}


@dataclass(frozen=True)
class StagedText:
    """The text as it counts at one stage, with its days moved."""

    plain: Plain
    stages: tuple[str, ...]
    """Every stage, in order."""
    stage: str
    shift: timedelta

    def reached(self, stage: str) -> bool:
        """Whether that stage has come."""
        return self.stages.index(stage) <= self.stages.index(self.stage)

    def now(self, entry: Plain, first: str = "") -> Plain | None:
        """The entry as it is at the stage; None when it is not there yet, or taken out.

        ``first`` is the stage from which it exists where the entry itself says nothing.
        """
        if not self.reached(entry.get("from") or first or self.stages[0]):
            return None
        known = {key: value for key, value in entry.items() if key not in self.stages and key != "from"}
        for stage in self.stages:
            if stage in entry and self.reached(stage):
                known |= entry[stage]
        return None if known.pop("away", False) else known

    def day(self, day: date) -> date:
        """The day, moved."""
        return day + self.shift


def process_of(toml_text: str) -> str:
    """Id of the process that an example is written for; empty when it does not say. Raises ValueError."""
    return str(tomllib.loads(toml_text).get("programme", {}).get("pack", ""))


def read(toml_text: str, stages: tuple[str, ...]) -> Plain:
    """The tables of the text. Raises ValueError that names the first key which means nothing."""
    plain = tomllib.loads(toml_text)
    wanted = {*_TABLES, *_NAMED, *_LISTS}
    _check("the file", plain, wanted, ())
    if missing := sorted(wanted - plain.keys()):
        raise ValueError(f"missing: {', '.join(missing)}")
    for name, allowed in _TABLES.items():
        _check(name, plain[name], allowed, stages if "from" in allowed else ())
    _check("clock.at", plain["clock"].get("at", {}), set(), stages)
    for name, allowed in _NAMED.items():
        for each, entry in plain[name].items():
            _check(f"{name}.{each}", entry, allowed, ())
            _check_stage(entry.get("done"), stages)
    for name, allowed in _LISTS.items():
        for entry in plain[name]:
            _check(name, entry, allowed, stages)
            for note in entry.get("notes", ()):
                _check("notes", note, _NOTE, stages)
            for action in entry.get("actions", ()):
                _check("actions", action, _ACTION, stages)
            for answer in entry.get("answers", ()):
                _check("answers", answer, {"marks", "text"}, ())
    return plain


def _check(where: str, entry: dict[str, Any], allowed: set[str], stages: tuple[str, ...]) -> None:
    for key, value in entry.items():
        if key in stages:
            if isinstance(value, dict):
                _check(f"{where}.{key}", value, allowed, ())
        elif key not in allowed:
            raise ValueError(f"{where}: {key}")
    _check_stage(entry.get("from"), stages)


def _check_stage(stage: str | None, stages: tuple[str, ...]) -> None:
    if stage is not None and stage not in stages:
        raise ValueError(f"stage {stage}")
