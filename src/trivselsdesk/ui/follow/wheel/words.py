"""How the dates of the year are named: kinds, repeats, and a mark in one line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trivselsdesk.domain.danish import format_clock, format_date, plural, relative_day
from trivselsdesk.domain.pack import Ring
from trivselsdesk.domain.wheel import FOLLOWUP, MEETING, MILESTONE, Mark, Warned

CONTEXT = "Wheel"

KINDS: dict[str, tuple[str, str]] = {
    "meeting": ("users", QT_TRANSLATE_NOOP("Wheel", "Møde")),
    "followup": ("eye", QT_TRANSLATE_NOOP("Wheel", "Opfølgning")),
    "evaluation": ("search", QT_TRANSLATE_NOOP("Wheel", "Evaluering")),
    "discussion": ("say", QT_TRANSLATE_NOOP("Wheel", "Arbejdsmiljødrøftelse")),
    "apv": ("list", QT_TRANSLATE_NOOP("Wheel", "APV")),
    "pulse": ("heart", QT_TRANSLATE_NOOP("Wheel", "Pulsmåling")),
    "other": ("calendar", QT_TRANSLATE_NOOP("Wheel", "Andet")),
}
"""Kind of event to its icon and its word."""

REPEATS = (0, 1, 2, 3, 6, 12, 36)
"""Months to choose from; another number that a process proposes stands beside them."""

_REPEAT_WORDS = {
    0: QT_TRANSLATE_NOOP("Wheel", "Kun én gang"),
    1: QT_TRANSLATE_NOOP("Wheel", "Hver måned"),
    2: QT_TRANSLATE_NOOP("Wheel", "Hver anden måned"),
    3: QT_TRANSLATE_NOOP("Wheel", "Hvert kvartal"),
    6: QT_TRANSLATE_NOOP("Wheel", "Hvert halve år"),
    12: QT_TRANSLATE_NOOP("Wheel", "Hvert år"),
    36: QT_TRANSLATE_NOOP("Wheel", "Hvert tredje år"),
}


def tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def outer() -> str:
    """What the outermost ring is called."""
    return tr(QT_TRANSLATE_NOOP("Wheel", "Forløbet"))


def kind_word(kind: str) -> str:
    return tr(KINDS.get(kind, KINDS["other"])[1])


def icon_of(mark: Mark) -> str:
    """The sign of a mark: what is late or done says so before what it is."""
    if mark.late:
        return "warn"
    if mark.done:
        return "check"
    if mark.source == MILESTONE:
        return "flag"
    return KINDS.get(mark.kind, KINDS["other"])[0]


def repeat_words(months: int) -> str:
    known = _REPEAT_WORDS.get(months)
    if known:
        return tr(known)
    return tr(QT_TRANSLATE_NOOP("Wheel", "Hver {months}. måned")).format(months=months)


def ring_title(rings: tuple[Ring, ...], ring: str) -> str:
    return next((each.title for each in rings if each.id == ring), outer())


def day_words(mark: Mark, today: date) -> str:
    """»3. juni kl. 14.30«, »8.–22. april«, with the year where it is not today's."""
    if mark.day == date.max:
        return tr(QT_TRANSLATE_NOOP("Wheel", "Ingen dato endnu"))
    year = mark.end.year != today.year
    if mark.end != mark.day:
        if (mark.day.year, mark.day.month) == (mark.end.year, mark.end.month):
            return f"{mark.day.day}.–{format_date(mark.end, year=year)}"
        return f"{format_date(mark.day, year=False)} – {format_date(mark.end, year=year)}"
    words = format_date(mark.day, year=year)
    if mark.start is not None:
        words = tr(QT_TRANSLATE_NOOP("Wheel", "{day} kl. {clock}")).format(
            day=words, clock=format_clock(mark.start)
        )
    return words


def title(mark: Mark) -> str:
    name = mark.title.strip() or tr(QT_TRANSLATE_NOOP("Wheel", "Uden navn"))
    if mark.source == FOLLOWUP:
        return tr(QT_TRANSLATE_NOOP("Wheel", "Opfølgning: {name}")).format(name=name)
    return name


def facts(mark: Mark, rings: tuple[Ring, ...]) -> str:
    """The line below the title: ring, place, who, how often."""
    parts = [ring_title(rings, mark.ring), mark.place.strip(), mark.owner.strip()]
    if mark.again:
        parts.append(repeat_words(mark.again).lower())
    if mark.hard:
        parts.append(tr(QT_TRANSLATE_NOOP("Wheel", "fast frist")))
    return " · ".join(each for each in parts if each)


def state(mark: Mark, today: date) -> str:
    """How far off it is, that it is done or passed, or how late it is."""
    if mark.late:
        return tr(QT_TRANSLATE_NOOP("Wheel", "ikke markeret som holdt · {late}")).format(
            late=relative_day(mark.day, today)
        )
    if mark.done:
        passed = mark.source in (FOLLOWUP, MEETING, MILESTONE) or mark.kind == "meeting"
        return (
            tr(QT_TRANSLATE_NOOP("Wheel", "passeret")) if passed else tr(QT_TRANSLATE_NOOP("Wheel", "holdt"))
        )
    if mark.day == date.max:
        return ""
    if mark.day < today:
        return tr(QT_TRANSLATE_NOOP("Wheel", "i gang nu"))
    return relative_day(mark.day, today)


def spoken(mark: Mark, rings: tuple[Ring, ...], today: date) -> str:
    """A mark as a screen reader says it."""
    parts = (title(mark), day_words(mark, today), facts(mark, rings), state(mark, today))
    return ", ".join(each for each in parts if each)


def warning(warned: Warned, today: date) -> str:
    """What to say about what the law wants again."""
    name, latest = warned.event.title, format_date(warned.latest)
    if warned.what == "late":
        words = QT_TRANSLATE_NOOP("Wheel", "»{name}« skulle være holdt senest {day}. Aftal en dag nu.")
    elif warned.what == "planned_late":
        words = QT_TRANSLATE_NOOP(
            "Wheel", "»{name}« skal holdes senest {day}, men står senere. Flyt den frem i god tid."
        )
    else:
        words = QT_TRANSLATE_NOOP("Wheel", "»{name}« skal holdes senest {day}. Er dagen aftalt med alle?")
    return tr(words).format(name=name, day=latest)


def count_words(count: int) -> str:
    return plural(count, tr(QT_TRANSLATE_NOOP("Wheel", "dato")), tr(QT_TRANSLATE_NOOP("Wheel", "datoer")))
