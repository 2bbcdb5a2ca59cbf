"""A process that is dated by the calendar, moved by whole years to the round that is still ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trivselsdesk.domain.pack import Pack, PackMilestone


def years_on(day: date | None, years: int) -> date | None:
    """The same day and month, so many years later."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        # The 29th of February in a year without one.
        return day.replace(year=day.year + years, day=28)


def coming_round(pack: Pack, today: date) -> Pack:
    """The pack with its dates in the first round whose last hard milestone has not passed.

    Whoever begins in November would else be told that everything is half a year late. A process
    without a hard milestone keeps its years.
    """
    ends = [end for each in pack.milestones if each.hard and (end := _last_day(each))]
    if not ends:
        return pack
    last, years = max(ends), 0
    while (years_on(last, years) or last) < today:
        years += 1
    if not years:
        return pack
    return replace(pack, milestones=tuple(_moved(each, years) for each in pack.milestones))


def _last_day(milestone: PackMilestone) -> date | None:
    days = [milestone.end, milestone.start, *milestone.days]
    days += [date.fromisoformat(f"{month}-28") for month in milestone.months]
    return max((day for day in days if day), default=None)


def _moved(milestone: PackMilestone, years: int) -> PackMilestone:
    return replace(
        milestone,
        start=years_on(milestone.start, years),
        end=years_on(milestone.end, years),
        days=tuple(moved for day in milestone.days if (moved := years_on(day, years))),
        months=tuple(f"{int(month[:4]) + years:04d}{month[4:]}" for month in milestone.months),
    )
