"""A process made of a programme: its pack with the unit's own texts, drejebog, rules and checklist in it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack, PackItem, PackMeeting, PackStep
from trivselsdesk.domain.records import AgendaItem, Meeting, Rule, Step, Task
from trivselsdesk.domain.setup import owner_word
from trivselsdesk.packs.files import PACK_FILE
from trivselsdesk.packs.own import Own, Tables
from trivselsdesk.packs.places import plain
from trivselsdesk.packs.rules import OWNERS

LONGEST_ITEMS, LONGEST_STEPS = 40, 12
_PLAIN = "talk"
"""What a part is held with when the process knows nothing of its kind."""


def tables_of(own: Own, book: Book) -> Tables:
    """The process as this programme has it, as plain tables. Nothing that people have written on notes,
    sheets or forms is in it, and no names.
    """
    tables = deepcopy(own.tables)
    top = tables[PACK_FILE]
    mine = with_own_words(own.pack, book)
    for name in ("variables", "note_types"):
        if name in top:
            top[name] = plain(getattr(mine, name))
    _set(top["pack"], "rules", [each.text.strip() for each in book.ranked(Rule) if each.text.strip()])
    _set(top, "tasks", _tasks(own.pack, book, top.get("tasks", [])))
    if mine.stale_weeks != own.pack.stale_weeks:
        top["pack"]["stale_weeks"] = mine.stale_weeks
    for meeting in book.ranked(Meeting):
        for name, table in tables.items():
            if name != PACK_FILE and table.get("id") == meeting.pack_meeting:
                _meeting(own.pack, book, meeting, table)
    return tables


def _tasks(pack: Pack, book: Book, known: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_id = {each["id"]: each for each in known}
    tasks = {each.id: each for each in pack.tasks}
    anchors = {"meeting", *(each.id for each in pack.milestones), *(each.id for each in pack.meetings)}
    owners = {owner_word(pack, each): each for each in (*OWNERS, *(role.id for role in pack.roles))}
    found: list[dict[str, Any]] = []
    for task in book.ranked(Task):
        if not task.text.strip():
            continue
        own_id = task.id.rpartition(":task:")[2]
        table = dict(by_id.get(own_id, {"id": _new_id({*by_id, *(each["id"] for each in found)})}))
        before = tasks.get(own_id)
        table["text"] = task.text.strip()
        table["owner"] = owners.get(task.owner, before.owner if before else OWNERS[0])
        _set(table, "hint", task.hint.strip())
        if task.due_anchor in anchors:
            table["due"] = {"anchor": task.due_anchor, "days": task.due_days}
        else:
            table.pop("due", None)
        found.append(table)
    return found


def _meeting(pack: Pack, book: Book, meeting: Meeting, table: dict[str, Any]) -> None:
    source = next(each for each in pack.meetings if each.id == meeting.pack_meeting)
    raw = {each["id"]: each for each in table["items"]}
    items: list[dict[str, Any]] = []
    for item in book.items(meeting.id)[:LONGEST_ITEMS]:
        taken = {*raw, *(each["id"] for each in items)}
        made = dict(raw.get(item.pack_item, {"id": _new_id(taken)}))
        if made["id"] in {each["id"] for each in items}:
            made["id"] = _new_id(taken)
        _item(pack, book, source, item, made)
        items.append(made)
    if items:
        table["items"] = items
    table["title"] = meeting.title.strip() or table["title"]
    total = sum(each["minutes"] for each in items)
    table["minutes"] = _wide(table["minutes"], total)
    table["breaks"] = _wide(table["breaks"], sum(each.tool == "break" for each in book.items(meeting.id)))


def _item(pack: Pack, book: Book, source: PackMeeting, item: AgendaItem, table: dict[str, Any]) -> None:
    before = next((each for each in source.items if each.id == item.pack_item), None)
    steps = book.steps(item.id)[:LONGEST_STEPS]
    table["title"] = item.title.strip() or "Punkt"
    table["minutes"] = sum(each.minutes for each in steps) if steps else max(1, item.minutes)
    _set(table, "speaker", item.speaker_role)
    for name in ("purpose", "instruction"):
        _set(table, name, getattr(item, name).strip())
    for name in ("points", "script", "tips"):
        _set(table, name, _lines(getattr(item, name)))
    if before is None or item.materials != ", ".join(before.materials):
        _set(table, "materials", [each.strip() for each in item.materials.split(",") if each.strip()])
    if not steps:
        _set_tool(pack, source, Slot(item, None, 0), before, table)
    raw = {each["id"]: each for each in table.get("steps", [])}
    known = {each.id: each for each in before.steps} if before else {}
    made: list[dict[str, Any]] = []
    for number, step in enumerate(steps, 1):
        taken = {*raw, *(each["id"] for each in made)}
        one = dict(raw.get(step.pack_step, {"id": _new_id(taken)}))
        _step(pack, source, Slot(item, step, number), step, known.get(step.pack_step), one)
        made.append(one)
    _set(table, "steps", made)
    if table.get("least", 0) > table["minutes"]:
        del table["least"]


def _step(
    pack: Pack, source: PackMeeting, slot: Slot, step: Step, before: PackStep | None, table: dict[str, Any]
) -> None:
    table["title"] = step.title.strip() or "Trin"
    table["minutes"] = max(1, step.minutes)
    for name in ("instruction", "point"):
        _set(table, name, getattr(step, name).strip())
    for name in ("script", "tips"):
        _set(table, name, _lines(getattr(step, name)))
    _set_tool(pack, source, slot, before, table)
    if table.get("least", 0) > table["minutes"]:
        del table["least"]


def _set_tool(
    pack: Pack, source: PackMeeting, slot: Slot, before: PackItem | PackStep | None, table: dict[str, Any]
) -> None:
    """A row of the unit's own borrows from the first part of the process that is held with the same kind."""
    if before is not None and before.tool.kind == slot.tool:
        return
    known = next((each for each in source.tools if each.kind == slot.tool), pack.first_tool(slot.tool))
    table["tool"] = plain(known) if known is not None else {"kind": _PLAIN}


def _set(table: dict[str, Any], name: str, value: Any) -> None:
    if value:
        table[name] = value
    else:
        table.pop(name, None)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _wide(span: dict[str, int], number: int) -> dict[str, int]:
    return {"least": min(span["least"], number), "most": max(span["most"], number)}


def _new_id(taken: set[str]) -> str:
    number = 1
    while f"egen{number}" in taken:
        number += 1
    return f"egen{number}"
