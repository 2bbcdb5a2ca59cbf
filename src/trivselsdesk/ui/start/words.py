"""The words of the start room: how far a programme is, what comes next, and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.checklist import Progress
from trivselsdesk.domain.danish import format_clock, plural, relative_day, short_date, shortened
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.overview import Overview
from trivselsdesk.domain.records import Meeting

CONTEXT = "StartWords"
LONGEST = 80
"""A task's own words may be a page long; on this screen they are a reminder."""


@dataclass(frozen=True)
class Line:
    """Some words with the icon before them and the colour they stand in."""

    icon: str
    words: str
    token: str


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def status(overview: Overview, room: str) -> Line:
    """How far the programme is in its phase. ``room`` is the room of that phase."""
    done, total, late = overview.done, overview.total, overview.late
    if overview.programme.closed:
        return Line("check", _tr("Afsluttet"), "primaryInk")
    if room == "prepare":
        if late:
            words = plural(late, _tr("opgave er sen"), _tr("opgaver er sene"))
            return Line("warn", words, "mustInk")
        if not total:
            return Line("pencil", _tr("Klar til at gå i gang"), "infoInk")
        words = _tr("{done} af {total} opgaver er klar").format(done=done, total=total)
        return Line(
            "check" if done == total else "pencil", words, "primaryInk" if done == total else "infoInk"
        )
    if room == "run":
        return Line("note", plural(total, _tr("seddel på tavlen"), _tr("sedler på tavlen")), "infoInk")
    if room == "plan":
        words = _tr("{done} af {total} temaer har en plan").format(done=done, total=total)
        if not total:
            return Line("pencil", _tr("Ingen temaer valgt endnu"), "infoInk")
        return Line(
            "check" if done == total else "pencil", words, "primaryInk" if done == total else "infoInk"
        )
    stale = overview.stale
    if overview.answers and not late:
        words = plural(overview.answers, _tr("svar lader vente på sig"), _tr("svar lader vente på sig"))
        return Line("warn", words, "mustInk")
    if late:
        words = plural(late, _tr("tiltag er over tiden"), _tr("tiltag er over tiden"))
        if stale:
            words = _tr("{late} · {stale} står stille").format(late=words, stale=stale)
        return Line("warn", words, "mustInk")
    if stale:
        return Line("pause", plural(stale, _tr("tiltag står stille"), _tr("tiltag står stille")), "warnInk")
    if not total:
        return Line("flag", _tr("Ingen tiltag endnu"), "infoInk")
    return Line(
        "flag", _tr("{done} af {total} tiltag er færdige").format(done=done, total=total), "primaryInk"
    )


def next_step(overview: Overview, room: str) -> str:
    """What comes next, in words."""
    what, words = overview.next_what, short(overview.next_words)
    if overview.programme.closed:
        return _tr("Intet mere at gøre")
    if what == "meeting":
        return _tr("Gør mødet færdigt") if room == "run" else _tr("Hold mødet")
    if what == "answer":
        return _tr("Spørg efter svar: {what}").format(what=words)
    if what == "followup":
        return _tr("Opfølgning: {what}").format(what=words) if words else _tr("Opfølgning")
    if what == "event":
        return words or _tr("En dato uden navn")
    if what == "deadline":
        return words
    if what in ("task", "action"):
        return words or _tr("En opgave uden navn")
    if what == "start":
        return _tr("Sæt en dato for mødet")
    if what == "questions":
        return _tr("Skriv handleplanen")
    return _tr("Alt er gjort") if overview.done == overview.total else _tr("Sæt datoer på det næste")


def when(overview: Overview, today: date) -> Line | None:
    """The day of the next step: »ons. 27. maj · om 7 dage«, in red when it has passed."""
    day = overview.next_day
    if day is None or overview.programme.closed:
        return None
    late = day < today
    words = f"{short_date(day, year=day.year != today.year)} · {relative_day(day, today)}"
    return Line("warn" if late else "calendar", words, "mustInk" if late else "ink2")


def meeting_when(meeting: Meeting, today: date) -> str:
    """»I dag kl. 13.00«, »I morgen kl. 13.00« or »Om 3 dage«."""
    if meeting.day is None:
        return ""
    ahead = (meeting.day - today).days
    clock = format_clock(meeting.start)
    if ahead == 0:
        return _tr("I dag kl. {time}").format(time=clock)
    if ahead == 1:
        return _tr("I morgen kl. {time}").format(time=clock)
    return _tr("Om {days} dage").format(days=ahead)


def readiness(progress: Progress) -> tuple[str, str]:
    """How ready the meeting is, and what is missing: »9 af 10 opgaver er klar.«, »Mangler: …«."""
    if not progress.total:
        return _tr("Ingen opgaver på tjeklisten."), ""
    if progress.done == progress.total:
        return _tr("Alle opgaver er klar."), ""
    count = _tr("{done} af {total} opgaver er klar.").format(done=progress.done, total=progress.total)
    words = short(progress.next.text) if progress.next else ""
    if not words:
        return count, ""
    words = words[:1].lower() + words[1:]
    others = progress.total - progress.done - 1
    if others:
        return count, _tr("Mangler: {what} – og {others}.").format(
            what=words.rstrip("."), others=plural(others, _tr("opgave til"), _tr("opgaver til"))
        )
    return count, _tr("Mangler: {what}.").format(what=words.rstrip("."))


def short(text: str) -> str:
    """The first words of a text, on one line."""
    return shortened(text, LONGEST)
