"""The pulsmåling: what may be seen of it, and when (002: P60; 001: F26–F31).

Nothing is told before five have answered. A pulse is closed when its result is first shown, and takes no
answers after that: two showings that differ by one answer would tell what that one said. On closing the
answers are torn apart (``commands/pulse.py``), so that what somebody wrote no longer stands beside what the
same person marked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from trivselsdesk.domain import part
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_decimal
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.pack.pulse import LEAST_ANSWERS, NEED, OPEN, SCALE, PulseForm, PulseQuestion
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, Meeting, Pulse, PulseAnswer
from trivselsdesk.domain.tools import state_of

STEPS = (1, 2, 3, 4, 5)
TEXT_LIMIT = 400
"""Characters of an open answer before the field says so; nothing is cut."""
SAME = 0.25
"""Means this close to each other count as the same."""
_PLACE = re.compile(r"(\{tema\}|\{periode\})")


@dataclass(frozen=True)
class ScaleResult:
    """What a question on the scale came to; without numbers where too few answered just that one."""

    question: str
    polarity: str
    """What a high number means, in words."""
    n: int
    """0 where too few answered it: not even how many is told."""
    counts: tuple[int, ...] = ()
    """Answers on 1, 2, 3, 4 and 5; empty where too few answered."""
    mean: float = 0.0
    words: str = ""
    """The mean in words."""
    before: str = ""
    """How it stands to last time, in words; empty where there is none to compare with."""


@dataclass(frozen=True)
class Result:
    """What may be shown of a pulse."""

    theme: str
    day: date
    n: int
    invited: int
    low: str
    high: str
    scales: tuple[ScaleResult, ...]
    open_question: str
    texts: tuple[tuple[str, str], ...]
    """Id and text of each open answer, shuffled."""


def form_of(pack: Pack) -> PulseForm | None:
    """The questions, or None where the process has no pulse."""
    return pack.pulse


def least(pack: Pack) -> int:
    """How many answers a result needs: five, or what the pack says when that is more."""
    return max(LEAST_ANSWERS, pack.pulse.min_n if pack.pulse else 0)


def pulses(book: Book) -> list[Pulse]:
    """All pulses, the newest first."""
    return list(reversed(book.ranked(Pulse, lambda each: not each.points)))


def open_pulses(book: Book) -> list[Pulse]:
    """Those that still take answers, in the order they were made."""
    return book.ranked(Pulse, lambda each: each.closed is None and not each.points)


def answers_of(book: Book, pulse_id: str) -> list[PulseAnswer]:
    """The answers to a pulse in an order that has nothing to do with when they came."""
    found = [each for each in book.of(PulseAnswer) if each.pulse_id == pulse_id]
    return sorted(found, key=lambda each: sha256(f"{pulse_id}:{each.id}".encode()).digest())


def taken_up(book: Book, meeting: Meeting) -> Pulse | None:
    """The pulse that a meeting talks about: the one somebody chose, else the newest."""
    chosen = book.find(Pulse, state_of(book, meeting, "pulse").mode)
    return (chosen if chosen is not None and not chosen.points else None) or next(iter(pulses(book)), None)


def count(book: Book, pulse: Pulse) -> int:
    """How many have answered."""
    return sum(1 for each in book.of(PulseAnswer) if each.pulse_id == pulse.id)


def missing(book: Book, pack: Pack, pulse: Pulse) -> int:
    """How many more answers it takes before anything can be shown; 0 when there are enough."""
    return max(0, least(pack) - count(book, pulse))


def themes(book: Book) -> list[Initiative]:
    """The initiatives that a pulse can be about."""
    return [each for each in active_initiatives(book) if each.name.strip()]


def question_text(book: Book, pack: Pack, question: PulseQuestion, theme: str) -> str:
    """A question about a theme, everything filled in."""
    period = pack.pulse.period if pack.pulse else ""
    known = {"{tema}": f"»{theme.strip()}«", "{periode}": part.fill(book, pack, period)}
    # Piece by piece, so that braces in a theme stay as typed.
    pieces = _PLACE.split(question.text)
    return "".join(known[each] if each in known else part.fill(book, pack, each) for each in pieces)


def questions(pack: Pack, kind: str = "") -> tuple[PulseQuestion, ...]:
    """The questions of the pack, or those of one kind."""
    every = pack.pulse.questions if pack.pulse else ()
    return tuple(each for each in every if not kind or each.kind == kind)


def polarity_words(polarity: str) -> str:
    """What a high number means (001: F29, F30)."""
    return "Højt tal = mere at gøre" if polarity == NEED else "Højt tal = bedre"


def read_marks(marks: str) -> dict[str, int]:
    """Question id to number; what is no number 1–5 is passed over."""
    found: dict[str, int] = {}
    for each in marks.split():
        key, _, number = each.rpartition(":")
        if key and number in ("1", "2", "3", "4", "5"):
            found[key] = int(number)
    return found


def write_marks(numbers: Mapping[str, int]) -> str:
    """The same as it is stored, always in the same order."""
    return " ".join(f"{key}:{numbers[key]}" for key in sorted(numbers))


def result(book: Book, pack: Pack, pulse: Pulse, *, for_room: bool = False) -> Result | None:
    """What may be shown of a pulse, or None: while it takes answers, or with too few of them.

    ``for_room`` leaves the open answers out until somebody has read them for names. Every view of a result –
    window, wall, paper, command line – comes through here.
    """
    if pack.pulse is None or pulse.points or pulse.closed is None or count(book, pulse) < least(pack):
        return None
    answers = answers_of(book, pulse.id)
    earlier = previous(book, pack, pulse)
    scales = tuple(
        _scale(book, pack, pulse, each, answers, earlier)
        for each in pack.pulse.questions
        if each.kind == SCALE
    )
    opened = next((each for each in pack.pulse.questions if each.kind == OPEN), None)
    texts = tuple((each.id, each.text.strip()) for each in answers if each.text.strip())
    if for_room and not pulse.texts_shown:
        texts = ()
    return Result(
        pulse.theme.strip(),
        pulse.closed,
        len(answers),
        pulse.invited,
        pack.pulse.low,
        pack.pulse.high,
        scales,
        question_text(book, pack, opened, pulse.theme) if opened else "",
        texts if opened else (),
    )


def previous(book: Book, pack: Pack, pulse: Pulse) -> Pulse | None:
    """The pulse before on the same initiative or theme that has enough answers to compare with."""
    earlier = [
        each
        for each in book.ranked(Pulse)
        if each.closed is not None
        and not each.points
        and (each.rank, each.id) < (pulse.rank, pulse.id)
        and _about(book, each) == _about(book, pulse)
        and count(book, each) >= least(pack)
    ]
    return earlier[-1] if earlier else None


def _about(book: Book, pulse: Pulse) -> str:
    if pulse.initiative_id and book.find(Initiative, pulse.initiative_id):
        return pulse.initiative_id
    return pulse.theme.strip().casefold()


def _scale(
    book: Book,
    pack: Pack,
    pulse: Pulse,
    question: PulseQuestion,
    answers: list[PulseAnswer],
    earlier: Pulse | None,
) -> ScaleResult:
    text = question_text(book, pack, question, pulse.theme)
    high = polarity_words(question.polarity)
    numbers = _numbers(answers, question)
    if len(numbers) < least(pack) or pack.pulse is None:
        return ScaleResult(text, high, 0)
    mean = sum(numbers) / len(numbers)
    before = ""
    if earlier is not None:
        old = _numbers(answers_of(book, earlier.id), question)
        if len(old) >= least(pack):
            before = _compared(mean, sum(old) / len(old), question)
    counts = tuple(numbers.count(each) for each in STEPS)
    return ScaleResult(text, high, len(numbers), counts, mean, _mean_words(mean, pack.pulse), before)


def _numbers(answers: list[PulseAnswer], question: PulseQuestion) -> list[int]:
    found = (read_marks(each.marks).get(question.id) for each in answers)
    return [each for each in found if each is not None]


def _mean_words(mean: float, form: PulseForm) -> str:
    if mean < 1.5:
        return f"tæt på »{form.low}«"
    if mean < 2.5:
        return "mest i den lave ende"
    if mean <= 3.5:
        return "omkring midten"
    if mean <= 4.5:
        return "mest i den høje ende"
    return f"tæt på »{form.high}«"


def _compared(mean: float, old: float, question: PulseQuestion) -> str:
    last = f"sidst {format_decimal(old, 1)}"
    if abs(mean - old) < SAME:
        return f"Omtrent som sidst ({last})"
    up = mean > old
    if question.polarity == NEED:
        return f"{'Højere: mere' if up else 'Lavere: mindre'} at gøre end sidst ({last})"
    return f"{'Højere: bedre' if up else 'Lavere: ikke så godt som'} {'end ' if up else ''}sidst ({last})"
