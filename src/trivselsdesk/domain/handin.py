"""What has to be handed in: to whom, by when, and how far each is (003: E13, 002: E14, X14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trivselsdesk.domain.apv import apv_plan
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.copying import copy_lines, progress
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.news import is_behind
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Handin, Pack
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Delivery, Milestone, Report, StaffNews, delivery_id

MISSING, READY, CHANGED, DELIVERED = "missing", "ready", "changed", "delivered"


@dataclass(frozen=True)
class HandinLine:
    """One thing that is handed in, as it stands."""

    item: Handin
    due: date | None
    hard: bool
    """Nobody can move the day."""
    state: str
    """``missing`` something, ``ready``, ``changed`` since it was typed or written, or ``delivered``."""
    words: str
    """The state in words, such as »3 linjer mangler noget«."""
    delivered: date | None

    def late(self, today: date) -> bool:
        """Its day has passed, and it has not been handed in."""
        return self.due is not None and self.due < today and self.state != DELIVERED


def handins(book: Book, pack: Pack) -> list[HandinLine]:
    """Everything that the process wants handed in, in its order."""
    pack = with_own_words(pack, book)
    return [_line(book, pack, _filled(pack, each)) for each in pack.handins]


@dataclass(frozen=True)
class Deadline:
    """The last day of something that has not been handed in."""

    words: str
    """What is said of it in a countdown."""
    day: date
    hard: bool


def next_deadline(book: Book, pack: Pack) -> Deadline | None:
    """The deadline that comes first among what has not been handed in; one that has passed too.

    Only dates and ticks are looked at: the start screen asks for every programme.
    """
    pack = with_own_words(pack, book)
    found = []
    for item in (_filled(pack, each) for each in pack.handins):
        day, hard = due_of(book, pack, item)
        if day is not None and book.find(Delivery, delivery_id(book.programme.id, item.id)) is None:
            found.append(Deadline(item.countdown or item.title, day, hard))
    return min(found, key=lambda each: each.day, default=None)


def countdown(deadline: Deadline, today: date) -> str:
    """»Om 25 dage: Handleplanerne tastes ind«, »I dag: …« or »3 dage over tiden: …« (E13)."""
    days = (deadline.day - today).days
    if days == 0:
        when = "I dag"
    elif days == 1:
        when = "I morgen"
    elif days > 0:
        when = f"Om {days} dage"
    else:
        when = f"{plural(-days, 'dag', 'dage')} over tiden"
    return f"{when}: {deadline.words}"


def due_of(book: Book, pack: Pack, item: Handin) -> tuple[date | None, bool]:
    """The last day of its milestone as the unit has it, and whether nobody can move it."""
    if not item.due:
        return None, False
    known = book.find(Milestone, f"{book.programme.id}:milestone:{item.due}")
    return (known.end or known.start, known.hard) if known is not None else (None, False)


def _filled(pack: Pack, item: Handin) -> Handin:
    """The item with the unit's own words in it."""
    words = {name: pack.fill(getattr(item, name)) for name in ("title", "to", "countdown")}
    return replace(item, **words)


def _line(book: Book, pack: Pack, item: Handin) -> HandinLine:
    due, hard = due_of(book, pack, item)
    state, words = _STATES[item.kind](book, pack)
    mark = book.find(Delivery, delivery_id(book.programme.id, item.id))
    if mark is not None:
        # What has changed since is said beside it: it was handed in as it stood.
        state = DELIVERED
    return HandinLine(item, due, hard, state, words, mark.day if mark else None)


def _report(book: Book, pack: Pack) -> tuple[str, str]:
    report = book.find(Report, book.programme.id)
    lacks = []
    if report is None or not report.successes.strip():
        lacks.append("hvad der er lykkedes")
    if report is None or not report.reasons.strip():
        lacks.append("hvorfor det lykkedes")
    areas = active_initiatives(book)
    without = sum(1 for each in areas if not each.goal.strip())
    if not areas:
        lacks.append("indsatser")
    elif without:
        lacks.append(plural(without, "mål", "mål"))
    return (MISSING, f"Mangler {_listed(lacks)}") if lacks else (READY, "Klar til at sende")


def _apv(book: Book, pack: Pack) -> tuple[str, str]:
    plan = apv_plan(book, pack)
    if not plan.lines:
        return MISSING, "Ingen indsatser endnu"
    without = len(plan.lines) - plan.complete
    if without:
        return MISSING, plural(without, "linje mangler noget", "linjer mangler noget")
    if not plan.sickness.strip():
        return MISSING, "Mangler jeres blik på sygefraværet"
    return READY, "Klar"


def _copy(book: Book, pack: Pack) -> tuple[str, str]:
    sums = progress(copy_lines(book, pack))
    if not sums.total:
        return MISSING, "Ingen indsatser endnu"
    words = f"{sums.done} af {sums.total} felter indtastet"
    if sums.changed:
        return CHANGED, f"{words} · {sums.changed} ændret siden"
    return (READY, "Alle felter er indtastet") if sums.done == sums.total else (MISSING, words)


def _news(book: Book, pack: Pack) -> tuple[str, str]:
    if not active_initiatives(book):
        return MISSING, "Ingen indsatser endnu"
    if is_behind(book, pack):
        return CHANGED, "Planen er ændret, siden teksten blev rettet"
    written = book.find(StaffNews, book.programme.id)
    return READY, "Rettet og klar" if written and written.text.strip() else "Lavet ud fra det aftalte"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


_STATES = {"report": _report, "apv": _apv, "copy": _copy, "news": _news}
