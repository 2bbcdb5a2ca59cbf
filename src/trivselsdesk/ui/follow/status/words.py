"""The words about an arrow: since when it stands, how long it stands still, what happened to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.danish import format_date, plural
from trivselsdesk.domain.follow import Followed
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import StatusChange

CONTEXT = "StatusWords"


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def day_words(day: date, today: date) -> str:
    """»1. juni«, with its year when that is another."""
    return format_date(day, year=day.year != today.year)


def since(line: Followed, pack: Pack, today: date) -> list[str]:
    """Since when the arrow stands, from the longest words to the shortest; empty when nobody knows."""
    stands = line.stands
    if line.stale:
        weeks = plural(stands.weeks, _tr("uge"), _tr("uger"))
        return [
            _tr("Ingen bevægelse i {weeks}").format(weeks=weeks),
            _tr("Står stille i {weeks}").format(weeks=weeks),
            _tr("{weeks} stille").format(weeks=weeks),
        ]
    if stands.day is None or not pack.status_steps:
        return []
    short = _tr("siden {day}").format(day=day_words(stands.day, today))
    named = f"{short} · {stands.who}" if stands.who else short
    whole = f"{pack.status_steps[line.step].title} {named}"
    return list(dict.fromkeys((whole, named, short)))


def said(line: Followed, pack: Pack, today: date) -> str:
    """The whole of it, for a screen reader."""
    stands = line.stands
    parts = []
    if stands.day is not None and pack.status_steps:
        words = _tr("{step} siden {day}").format(
            step=pack.status_steps[line.step].title, day=day_words(stands.day, today)
        )
        parts.append(f"{words} · {stands.who}" if stands.who else words)
    if line.stale:
        weeks = plural(stands.weeks, _tr("uge"), _tr("uger"))
        parts.append(_tr("Ingen bevægelse i {weeks}").format(weeks=weeks))
    return ". ".join(parts)


def change(line: StatusChange, pack: Pack) -> str:
    """»Aftalt → I gang«, or »Talt om det« where nothing moved."""
    if line.before == line.after:
        return _tr("Talt om i statusrunden")
    titles = {each.id: each.title for each in pack.status_steps}
    first = pack.status_steps[0].title if pack.status_steps else ""
    return f"{titles.get(line.before, first)} → {titles.get(line.after, first)}"
