"""Counting in months: a month on from the 31st, and days that come again every so many months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""The calendar that the program reckons in, both included."""
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Known by heart: the standard library has them beside its languages, which every start would wait for."""


def add_months(day: date, months: int) -> date:
    """The same day of the month, so many months on (negative: back); the month's last where it has none.

    31 January + 1 month is 28 or 29 February. Raises ValueError outside the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def months_on(day: date, months: int) -> date | None:
    """The same, or None outside the calendar: a file from elsewhere may hold any day."""
    try:
        return add_months(day, months)
    except ValueError:
        return None


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=_days_in(day.year, day.month))


def friday_of(day: date, weeks: int = 0) -> date:
    """Friday of the day's week, or of one so many weeks on."""
    return day + timedelta(days=4 - day.weekday() + 7 * weeks)


def repeats(first: date, every_months: int, start: date, end: date) -> list[date]:
    """The days from ``start`` to ``end``, both included, of something that comes every so many months.

    All are counted from the first, so that what begins on a 31st comes back to it after a short month.
    ``every_months`` of 0 is once.
    """
    return list(_counted(first, every_months, start, end))


def first_repeat(first: date, every_months: int, start: date, end: date) -> date | None:
    """The first of those days, or None."""
    return next(_counted(first, every_months, start, end), None)


def _counted(first: date, every_months: int, start: date, end: date) -> Iterator[date]:
    if every_months <= 0:
        if start <= first <= end:
            yield first
        return
    ahead = (start.year - first.year) * 12 + start.month - first.month
    number = max(0, ahead // every_months - 1)
    while True:
        try:
            day = add_months(first, number * every_months)
        except ValueError:
            return
        if day > end:
            return
        if day >= start:
            yield day
        number += 1


def _days_in(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap
