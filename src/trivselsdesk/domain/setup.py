"""A new programme from a process: its drejebog, checklist, rules and dates as the unit's own rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from trivselsdesk.domain.danish import MONTHS, format_date, join_names
from trivselsdesk.domain.pack import Due, Pack, PackItem, PackMeeting, PackMilestone
from trivselsdesk.domain.records import (
    AgendaItem,
    Meeting,
    Milestone,
    Programme,
    Record,
    Report,
    Rule,
    Step,
    Task,
    new_id,
)
from trivselsdesk.domain.years import coming_round

MEETING_ANCHOR = "meeting"
"""Due dates that name this anchor count from the meeting; others from a milestone."""


def new_programme(
    pack: Pack,
    name: str,
    now: datetime,
    make_id: Callable[[], str] = new_id,
    *,
    after: date | None = None,
) -> tuple[Record, ...]:
    """All records of a fresh programme. ``now`` is local time; the meeting has no date yet.

    The process's own dates are those of the round that is still ahead, seen from the day ``after``
    (today).
    """
    pack = coming_round(pack, after or now.date())
    key = make_id()
    programme = Programme(
        id=key,
        programme_id=key,
        pack_id=pack.id,
        pack_version=pack.version,
        name=name,
        created=now.isoformat(timespec="seconds"),
    )
    records: list[Record] = [programme, Report(id=key, programme_id=key)]
    records += [
        Rule(id=make_id(), programme_id=key, rank=float(number), text=text)
        for number, text in enumerate(pack.rules, start=1)
    ]
    records += [
        Milestone(
            id=f"{key}:milestone:{milestone.id}",
            programme_id=key,
            rank=float(number),
            title=milestone.title,
            start=milestone.start or (milestone.days[0] if milestone.days else None),
            end=milestone.end,
            note=milestone_words(milestone),
            hard=milestone.hard,
        )
        for number, milestone in enumerate(pack.milestones, start=1)
    ]
    records += [
        Task(
            id=f"{key}:task:{task.id}",
            programme_id=key,
            rank=float(number),
            text=task.text,
            hint=task.hint,
            owner=owner_word(pack, task.owner),
            due=due_date(pack, task.due, None),
            due_anchor=task.due.anchor if task.due else "",
            due_days=task.due.days if task.due else 0,
        )
        for number, task in enumerate(pack.tasks, start=1)
    ]
    for number, meeting in enumerate(pack.meetings, start=1):
        records += _meeting(pack, meeting, key, number, make_id)
    return tuple(records)


def _meeting(
    pack: Pack, source: PackMeeting, key: str, number: int, make_id: Callable[[], str]
) -> Iterable[Record]:
    meeting = Meeting(
        id=make_id(),
        programme_id=key,
        rank=float(number),
        pack_meeting=source.id,
        title=source.title,
        start=source.start,
        set_aside=bool(source.variant_of),
    )
    yield meeting
    for item_rank, item in enumerate(source.items, start=1):
        yield from _item(item, meeting, float(item_rank), make_id)


def _item(source: PackItem, meeting: Meeting, rank: float, make_id: Callable[[], str]) -> Iterable[Record]:
    item = AgendaItem(
        id=make_id(),
        programme_id=meeting.programme_id,
        rank=rank,
        meeting_id=meeting.id,
        title=source.title,
        minutes=source.minutes,
        tool=source.tool.kind,
        pack_item=source.id,
        speaker_role=source.speaker,
        purpose=source.purpose,
        points="\n".join(source.points),
        script="\n".join(source.script),
        tips="\n".join(source.tips),
        materials=", ".join(source.materials),
        instruction=source.instruction,
        at=source.at,
    )
    yield item
    for number, step in enumerate(source.steps, start=1):
        yield Step(
            id=make_id(),
            programme_id=meeting.programme_id,
            rank=float(number),
            item_id=item.id,
            title=step.title,
            minutes=step.minutes,
            tool=step.tool.kind,
            pack_step=step.id,
            instruction=step.instruction,
            point=step.point,
            script="\n".join(step.script),
            tips="\n".join(step.tips),
        )


def due_date(pack: Pack, due: Due | None, meeting_day: date | None) -> date | None:
    """The day a task of the pack is due, or None while its anchor has no day.

    Counted from the meeting, or from the first day of a milestone (of its first month where it
    has no days; its end where it has nothing else).
    """
    if due is None:
        return None
    if due.anchor == MEETING_ANCHOR or any(each.id == due.anchor for each in pack.meetings):
        anchor = meeting_day
    else:
        milestone = next((each for each in pack.milestones if each.id == due.anchor), None)
        anchor = _first_day(milestone) if milestone else None
    return anchor + timedelta(days=due.days) if anchor else None


def _first_day(milestone: PackMilestone) -> date | None:
    months = [date.fromisoformat(f"{month}-01") for month in milestone.months]
    return next((day for day in (milestone.start, *milestone.days, *months) if day), milestone.end)


def owner_word(pack: Pack, owner: str) -> str:
    """The word for an owner that the pack names by role, such as »Leder« or »Trioen«."""
    for role in pack.roles:
        if role.id == owner:
            return role.title
    return {"trio": pack.trio, "all": "Alle"}.get(owner, owner)


def milestone_words(milestone: PackMilestone) -> str:
    """Dates that a day and a span do not say: several days, months, an open end."""
    if milestone.days:
        *early, last = milestone.days
        same_month = all((day.month, day.year) == (last.month, last.year) for day in early)
        if early and same_month:
            return join_names([*(f"{day.day}." for day in early), format_date(last)])
        return join_names([format_date(day) for day in milestone.days])
    if milestone.months:
        names = [MONTHS[int(month[5:7]) - 1] for month in milestone.months]
        onwards = " og frem" if milestone.open_end else ""
        return f"{join_names(names)} {milestone.months[-1][:4]}{onwards}"
    return "og frem" if milestone.open_end else ""
