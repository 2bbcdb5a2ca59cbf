"""Checking what a handed file says: every value, id and link, before a record is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any

from trivselsdesk.domain.codec import from_plain, shape
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import (
    Absence,
    Action,
    AgendaItem,
    ApvPlan,
    Ballot,
    Carried,
    ClockState,
    Delivery,
    EntryMark,
    Escalation,
    Event,
    Expectation,
    FormLock,
    GroupMember,
    GroupWork,
    Idea,
    Initiative,
    Link,
    Meeting,
    Note,
    Person,
    Placement,
    Programme,
    Pulse,
    PulseAnswer,
    Record,
    Remark,
    Report,
    RoleHolder,
    Round,
    Setting,
    Signup,
    SlotLog,
    StaffNews,
    StatusChange,
    Step,
    TalkGroup,
    Theme,
    ThemeTime,
    ToolState,
    Turn,
    absence_id,
    delivery_id,
    entry_mark_id,
    link_id,
)
from trivselsdesk.store.errors import FileRefused
from trivselsdesk.store.schema import KINDS, optional_fields
from trivselsdesk.store.strict_json import sum_of

MAX_BYTES = 20 * 1024 * 1024
MAX_RECORDS = 20_000
MAX_TEXT = 10_000
MAX_PACK_FILES = 100
MAX_PACK_TEXT = 1_000_000
_MAX_NUMBER = 1_000_000
_MAX_TIME = 1e11
"""Seconds since 1970, far beyond any calendar that is used here."""
_YEARS = range(1900, 2200)
_MOST_EXTRA = 10_000
"""Minutes that a part can be given in a meeting: with more its end leaves the calendar."""

_UUID = re.compile(r"[0-9a-f]{32}")
_WORD = re.compile(r"[A-Za-z0-9æøåÆØÅ_.\-]{1,200}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FILE_PART = re.compile(r"[A-Za-z0-9æøåÆØÅ_\-][A-Za-z0-9æøåÆØÅ_.\- ]{0,80}")
_TIMES = ("deadline", "started", "ended", "held", "meeting_started", "at")
_RANGES = {
    "minutes": (0, 1440),
    "start": (0, 2880),
    "room_until": (0, 2880),
    "votes": (0, 10_000),
    "people": (0, 10_000),
    "every_months": (0, 120),
    "invited": (0, 10_000),
    "said": (1, 1_000_000),
    "due_days": (-999, 999),
}
"""Whole numbers that the window reckons with; others may be anything up to ``_MAX_NUMBER``."""

LINKS: dict[type[Record], dict[str, tuple[type[Record], ...]]] = {
    RoleHolder: {"person_id": (Person,)},
    AgendaItem: {"meeting_id": (Meeting,)},
    Step: {"item_id": (AgendaItem,)},
    Note: {"theme_id": (Theme,), "joined_into": (Note,)},
    Link: {"theme_id": (Theme,), "note_id": (Note,)},
    Placement: {"card_id": (Theme, Note)},
    Initiative: {"card_id": (Theme, Note), "followup_event": (Event, Meeting)},
    Action: {"initiative_id": (Initiative,), "due_event": (Event, Meeting)},
    Event: {"initiative_id": (Initiative,)},
    Pulse: {"initiative_id": (Initiative,)},
    PulseAnswer: {"pulse_id": (Pulse,)},
    ClockState: {"id": (Meeting,)},
    SlotLog: {"meeting_id": (Meeting,)},
    Ballot: {"id": (Meeting,)},
    Escalation: {"id": (Theme, Note)},
    TalkGroup: {"meeting_id": (Meeting,), "initiative_id": (Initiative,)},
    GroupMember: {"group_id": (TalkGroup,), "person_id": (Person,)},
    GroupWork: {"id": (Meeting,)},
    Expectation: {"meeting_id": (Meeting,)},
    Idea: {"meeting_id": (Meeting,), "initiative_id": (Initiative,), "action_id": (Action,)},
    ToolState: {"meeting_id": (Meeting,), "initiative_id": (Initiative,)},
    Round: {"meeting_id": (Meeting,)},
    Turn: {"round_id": (Round,), "person_id": (Person,)},
    EntryMark: {"initiative_id": (Initiative,)},
    Remark: {"meeting_id": (Meeting,)},
    Absence: {"meeting_id": (Meeting,), "person_id": (Person,)},
    StatusChange: {"action_id": (Action,)},
    Signup: {"initiative_id": (Initiative,), "person_id": (Person,)},
    ThemeTime: {"meeting_id": (Meeting,), "initiative_id": (Initiative,)},
    Carried: {"parent_id": (Carried,)},
}
"""Fields that name another record of the same file, and of which kinds it may be."""

MAY_BE_EMPTY: dict[type[Record], frozenset[str]] = {
    Note: frozenset({"theme_id", "joined_into"}),
    Initiative: frozenset({"card_id", "followup_event"}),
    Action: frozenset({"due_event"}),
    Event: frozenset({"initiative_id"}),
    Pulse: frozenset({"initiative_id"}),
    Idea: frozenset({"initiative_id", "action_id"}),
    ToolState: frozenset({"initiative_id"}),
    TalkGroup: frozenset({"initiative_id"}),
    Carried: frozenset({"parent_id"}),
}
"""The fields among them that a record can do without."""


@dataclass(frozen=True)
class HandedPack:
    """The process that came along."""

    id: str
    version: str
    files: dict[str, str]


def clean(text: str) -> str:
    """The text as the file may hold it: plain line ends, no control characters."""
    text = text.replace("\r\n", "\n").translate({13: 10, 11: 10, 12: 10, 0x85: 10})
    return "".join(each for each in text if each in "\n\t" or not (ord(each) < 32 or 127 <= ord(each) < 160))


def read_body(body: Any) -> tuple[str, HandedPack, list[Record]]:
    """When it was written, the pack, and the records. Raises FileRefused."""
    found = _object(body, {"exported", "pack", "records"})
    exported = _text(found["exported"], 40)
    pack = _pack(found["pack"])
    if not isinstance(found["records"], list):
        raise FileRefused("damaged", "records")
    if len(found["records"]) > MAX_RECORDS:
        raise FileRefused("too_many")
    records = [_record(each) for each in found["records"]]
    _check_whole(records, pack)
    # A copy of something in the bin is wanted on the desk by the one who opens it.
    alive = [replace(each, deleted=False) if isinstance(each, Programme) else each for each in records]
    return exported, pack, alive


def revision_of(values: dict[str, Any]) -> str:
    """The revision of a record with these values."""
    return sum_of(values)[:16]


def target_ids(records: Iterable[Record]) -> set[tuple[type[Record], str]]:
    """Kind and id of everything that a link can lead to."""
    return {(type(record), record.id) for record in records}


def _object(value: Any, keys: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) != keys:
        raise FileRefused("damaged", "shape")
    return value


def _text(value: Any, longest: int = MAX_TEXT) -> str:
    if not isinstance(value, str):
        raise FileRefused("bad_value", "text")
    if len(value) > longest:
        raise FileRefused("text_too_long")
    return value


def _pack(value: Any) -> HandedPack:
    found = _object(value, {"id", "version", "files"})
    files = found["files"]
    if not isinstance(files, dict):
        raise FileRefused("damaged", "pack")
    if len(files) > MAX_PACK_FILES:
        raise FileRefused("too_many")
    for name, text in files.items():
        parts = name.split("/")
        if len(parts) > 5 or not all(_FILE_PART.fullmatch(part) for part in parts):
            raise FileRefused("bad_value", "file name")
        _text(text, MAX_PACK_TEXT)
    return HandedPack(_text(found["id"], 200), _text(found["version"], 200), files)


def lost_links(record: Record, there: set[tuple[type[Record], str]]) -> list[str]:
    """The fields of the record that name something which is not there."""
    found = []
    for name, kinds in LINKS.get(type(record), {}).items():
        value = getattr(record, name)
        may_be_empty = name in MAY_BE_EMPTY.get(type(record), ())
        if (value or not may_be_empty) and not any((kind, value) in there for kind in kinds):
            found.append(name)
    return found


def _record(entry: Any) -> Record:
    found = _object(entry, {"kind", "revision", "values"})
    kind = KINDS.get(found["kind"]) if isinstance(found["kind"], str) else None
    values = found["values"]
    if kind is None or kind is Setting or not isinstance(values, dict):
        raise FileRefused("damaged", "record")
    if found["revision"] != revision_of(values):
        raise FileRefused("damaged", "revision")
    known = shape(kind)
    needed = {each.name for each in fields(kind) if each.default is MISSING}
    if not set(values) <= set(known) or not needed <= set(values):
        raise FileRefused("damaged", "fields")
    optional = optional_fields(kind)
    for name, value in values.items():
        if value is None and name in optional:
            continue
        _check_value(name, known[name], value)
    record = from_plain(kind, values)
    _check_ids(record)
    return record


def _check_value(name: str, wanted: type, value: Any) -> None:
    if wanted is str:
        _text(value)
    elif wanted is bool:
        if type(value) is not int or value not in (0, 1):
            raise FileRefused("bad_value", name)
    elif wanted is int:
        lowest, highest = _RANGES.get(name, (-_MAX_NUMBER, _MAX_NUMBER))
        if type(value) is not int or not lowest <= value <= highest:
            raise FileRefused("bad_value", name)
    elif wanted is float:
        most = _MAX_TIME if name in _TIMES else _MOST_EXTRA if name == "extra" else 1e9
        if type(value) not in (int, float) or abs(value) > most:
            raise FileRefused("bad_value", name)
    else:
        _check_day(_text(value, 10))


def _check_day(text: str) -> None:
    try:
        right = bool(_DAY.fullmatch(text)) and date.fromisoformat(text).year in _YEARS
    except ValueError:
        right = False
    if not right:
        raise FileRefused("bad_value", "day")


def _check_ids(record: Record) -> None:
    """Ids are UUIDs, or words joined to UUIDs with colons; those that are composed say what they join."""
    parts = record.id.split(":")
    # A part is empty where there is nothing to name, such as the initiative of a form about the unit.
    if not any(_UUID.fullmatch(part) for part in parts) or not all(
        not part or _WORD.fullmatch(part) for part in parts
    ):
        raise FileRefused("bad_value", "id")
    composed = {
        Placement: f"{getattr(record, 'surface', '')}:{getattr(record, 'card_id', '')}",
        RoleHolder: f"{record.programme_id}:{getattr(record, 'role', '')}:{getattr(record, 'person_id', '')}",
        Link: link_id(getattr(record, "theme_id", ""), getattr(record, "note_id", "")),
        Absence: absence_id(getattr(record, "meeting_id", ""), getattr(record, "person_id", "")),
        EntryMark: entry_mark_id(getattr(record, "initiative_id", ""), getattr(record, "field", "")),
        Delivery: delivery_id(record.programme_id, getattr(record, "handin", "")),
        ApvPlan: record.programme_id,
        StaffNews: record.programme_id,
        FormLock: record.programme_id,
        Report: record.programme_id,
        Programme: record.programme_id,
    }
    if record.id != composed.get(type(record), record.id) or not _UUID.fullmatch(record.programme_id):
        raise FileRefused("bad_value", "id")
    if isinstance(record, Placement):
        for value in (record.x, record.y):
            if value is not None and not 0 <= value <= 1:
                raise FileRefused("bad_value", "place")


def _check_whole(records: list[Record], pack: HandedPack) -> None:
    programmes = [each for each in records if isinstance(each, Programme)]
    if len(programmes) != 1:
        raise FileRefused("damaged", "programme")
    programme = programmes[0]
    if (programme.pack_id, programme.pack_version) != (pack.id, pack.version):
        raise FileRefused("damaged", "pack")
    there = target_ids(records)
    if len(there) != len(records):
        raise FileRefused("damaged", "record twice")
    for record in records:
        if record.programme_id != programme.id:
            raise FileRefused("damaged", "programme")
        if lost_links(record, there):
            raise FileRefused("broken_link")
    behind = {each.id for each in records if isinstance(each, Note) and each.joined_into}
    for record in records:
        # One step from a note to the one that speaks for it, which stands on the board itself.
        if (
            isinstance(record, Note)
            and record.joined_into
            and (record.theme_id or record.joined_into in behind)
        ):
            raise FileRefused("broken_link")
