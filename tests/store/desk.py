"""A small desk to test on: a programme with a row of every kind, under ids that can be told in advance."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.notes import AddNotes, DissolveTheme, GroupNotes, MergeThemes, MoveNotes
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import (
    Absence,
    Action,
    AgendaItem,
    ApvPlan,
    Ballot,
    Carried,
    CircleWalk,
    ClockState,
    Delivery,
    EntryMark,
    Escalation,
    Event,
    Expectation,
    FormAnswer,
    FormEntry,
    FormLock,
    GroupMember,
    GroupWork,
    Idea,
    Initiative,
    Link,
    Meeting,
    Milestone,
    Note,
    Override,
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
    Rule,
    Signup,
    SlotLog,
    StaffNews,
    StatusChange,
    Step,
    TalkGroup,
    Task,
    Theme,
    ThemeTime,
    ToolState,
    Turn,
)
from trivselsdesk.store.store import Store

BOARD = "tavle"
PACK = {"pack.toml": 'id = "prøve"\n', "meetings/møde.toml": 'title = "Mødet"\n'}


def uid(number: int) -> str:
    """The id with that number."""
    return f"{number:032x}"


P = uid(1)


def note(number: int, text: str = "", **values: Any) -> Note:
    """A yellow note in the first zone."""
    known = {"board": BOARD, "zone": "a", "kind": "gul", "programme_id": P} | values
    return Note(id=uid(number), text=text or f"Seddel {number}", **known)


def programme(key: str = P, name: str = "Børnehuset Kastanjen") -> Programme:
    """A programme's own record."""
    return Programme(
        id=key, programme_id=key, pack_id="prøve", pack_version="1", name=name, created="2026-05-12T09:00:00"
    )


def everything() -> tuple[Record, ...]:
    """A programme with at least one record of every kind but settings."""
    q: dict[str, Any] = {"programme_id": P}
    return (
        programme(),
        Override(id=f"{P}:word.note", key="word.note", text="Lap", **q),
        Person(id=uid(10), name="Lone Æblegård", title="AMR", department="Skole", rank=1.0, **q),
        Person(id=uid(11), name="Søren Ø", takes_part=False, rank=2.0, **q),
        RoleHolder(id=f"{P}:facilitator:{uid(10)}", role="facilitator", person_id=uid(10), **q),
        Task(id=f"{P}:task:rum", text="Bestil rum", owner="Trioen", due=date(2026, 5, 1), rank=1.0, **q),
        Milestone(
            id=f"{P}:milestone:start", title="Opstart", start=date(2026, 3, 1), hard=True, rank=1.0, **q
        ),
        Rule(id=uid(20), text="Én taler ad gangen – og »vi« frem for »I«", rank=1.0, **q),
        Meeting(id=uid(30), pack_meeting="værksted", title="Mødet", day=date(2026, 5, 20), rank=1.0, **q),
        AgendaItem(
            id=uid(31), meeting_id=uid(30), title="Velkommen", minutes=10, points="én\nto", rank=1.0, **q
        ),
        Step(id=uid(32), item_id=uid(31), title="Runde", minutes=5, rank=1.5, **q),
        Theme(id=uid(40), board=BOARD, zone="a", name="Ro på stuen 🌿", always_act=True, rank=1.0, **q),
        note(41, "Larm i garderoben", theme_id=uid(40), rank=1.0),
        note(42, "שלום – og emoji 👩‍👩‍👧", rank=2.0),
        Link(id=f"{uid(40)}:{uid(42)}", theme_id=uid(40), note_id=uid(42), **q),
        Placement(id=f"matrix:{uid(40)}", surface="matrix", card_id=uid(40), x=0.25, y=0.75, **q),
        Escalation(
            id=uid(42), reason="Ikke vores bord", carrier="Søren", sent=date(2026, 5, 26), status="sent", **q
        ),
        Initiative(id=uid(50), card_id=uid(40), name="Ro", goal="Færre afbrydelser", rank=1.0, **q),
        Action(id=uid(51), initiative_id=uid(50), title="Skilte", due=date(2026, 6, 5), rank=1.0, **q),
        StatusChange(
            id=uid(54),
            action_id=uid(51),
            day=date(2026, 6, 1),
            at=1780300800.0,
            before="aftalt",
            after="i_gang",
            who="Ole",
            note="Skiltene er bestilt",
            **q,
        ),
        Report(id=P, day=date(2026, 6, 10), successes="Alle var med\nGod stemning", **q),
        ClockState(id=uid(30), state="paused", slot=uid(31), left=312.5, started=1779275940.25, **q),
        Expectation(
            id=uid(80), meeting_id=uid(30), text="Én ting, vi gør i morgen", met="held", rank=1.0, **q
        ),
        Idea(id=uid(81), meeting_id=uid(30), text="Lad være at hilse", turned="Vi hilser", rank=1.0, **q),
        ToolState(id=f"{uid(30)}:negative", meeting_id=uid(30), shown=2, **q),
        SlotLog(id=uid(32), meeting_id=uid(30), started=1779275940.0, used=61.5, **q),
        Ballot(id=uid(30), people=11, counted=True, settled=True, **q),
        TalkGroup(id=uid(52), meeting_id=uid(30), initiative_id=uid(50), rank=1.0, **q),
        GroupMember(
            id=f"{uid(30)}:{uid(10)}", group_id=uid(52), person_id=uid(10), roles="tid noter", rank=1.0, **q
        ),
        GroupWork(id=uid(30), stage="report", group_id=uid(52), deadline=1779276000.0, **q),
        CircleWalk(id=uid(30), meeting_id=uid(30), state="paused", left=95.0, **q),
        Round(id=uid(32), meeting_id=uid(30), line=f"{uid(10)} {uid(11)}", later=uid(11), **q),
        Turn(id=uid(90), round_id=uid(32), person_id=uid(10), shown="a b", state="given", rank=1.0, **q),
        Remark(
            id=uid(80),
            meeting_id=uid(30),
            slot_id=uid(32),
            at=1779275960.5,
            text="Vi prøver",
            kind="aftale",
            **q,
        ),
        Absence(id=f"{uid(30)}:{uid(10)}", meeting_id=uid(30), person_id=uid(10), **q),
        Event(
            id=uid(53),
            title="Personalemøde",
            ring="staff",
            kind="meeting",
            day=date(2026, 6, 3),
            start=870,
            every_months=1,
            held=date(2026, 6, 3),
            rank=1.0,
            **q,
        ),
        FormEntry(id=f"{P}:form:gensyn:", form="gensyn", day=date(2026, 9, 1), rank=1.0, **q),
        FormAnswer(
            id=f"{P}:form:gensyn::godt:", entry_id=f"{P}:form:gensyn:", field="godt", text="Roen", **q
        ),
        FormLock(id=P, public="age1", secret="c2VjcmV0", made=date(2026, 9, 1), **q),
        ThemeTime(id=uid(31), meeting_id=uid(30), initiative_id=uid(50), since=90.0, sharers=3, **q),
        Signup(id=uid(10), initiative_id=uid(50), person_id=uid(10), rank=1.0, **q),
        EntryMark(
            id=f"{uid(50)}:goal",
            initiative_id=uid(50),
            field="goal",
            digest="0123456789abcdef",
            day=date(2026, 6, 4),
            **q,
        ),
        ApvPlan(id=P, sickness="Mange travle dage i træk", revised=date(2026, 6, 5), **q),
        StaffNews(id=P, text="Nyt om trivslen", digest="0123456789abcdef", anonymous=True, **q),
        Delivery(id=f"{P}:handin:rapport", handin="rapport", day=date(2026, 6, 6), **q),
        Pulse(
            id=uid(54),
            theme="Ro på stuen",
            initiative_id=uid(50),
            invited=11,
            opened=date(2026, 9, 1),
            closed=date(2026, 9, 8),
            texts_shown=True,
            rank=1.0,
            **q,
        ),
        PulseAnswer(id=uid(55), pulse_id=uid(54), marks="bedre:4 behov:2", text="Mere ro", **q),
        Carried(id=uid(56), what="initiative", text="Hilse om morgenen", status="Aftalt", rank=1.0, **q),
        Carried(id=uid(57), what="action", text="Skilt", parent_id=uid(56), done=True, rank=2.0, **q),
    )


def fill(store: Store) -> None:
    """Put everything on the desk and work a little, so that there is something to undo."""
    store.keep_pack("prøve", "1", PACK)
    store.run(AddProgramme(programme_id=P, records=everything()))
    store.run(AddNotes(programme_id=P, notes=(note(60, zone="b"), note(61, zone="b"))))
    store.run(GroupNotes(programme_id=P, ids=(uid(60),), onto=uid(61), theme_id=uid(70), theme_name="Tid"))
    store.run(EditFields(programme_id=P, kind=Theme, id=uid(70), values={"name": "Tid til hinanden"}))
    store.run(MoveNotes(programme_id=P, ids=(uid(42),), board=BOARD, zone="b", theme_id=uid(70)))
    store.run(MergeThemes(programme_id=P, source=uid(70), target=uid(40)))
    store.undo(P)
    store.run(DissolveTheme(programme_id=P, id=uid(70)))


def snapshot(book: Book) -> dict[tuple[str, str], Record]:
    """A book as it can be compared."""
    return {(type(record).__name__, record.id): record for record in book.everything()}


def same_as_disk(store: Store, programme_id: str = P) -> None:
    """Assert that memory and rows tell the same, and that the file holds together."""
    held = snapshot(store.book(programme_id))
    forgotten = store._books.pop(programme_id)
    try:
        assert snapshot(store.book(programme_id)) == held
    finally:
        store._books[programme_id] = forgotten
    store.verify()


def crashed_copy(store: Store, folder: Path) -> Path:
    """File and log as they would lie there had the power gone now: copied while the store is open."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in store.path.parent.glob(store.path.name + "*"):
        (folder / each.name).write_bytes(each.read_bytes())
    return folder / store.path.name


def edit_raw(path: Path, *statements: str) -> None:
    """Change a closed database behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def is_root() -> bool:
    """Whether rights do not hold us back."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
