"""Cirkelsparring: one person in focus at a time, in rounds with minutes of their own (000: R65–R67).

The whole talk is one line of steps, person by person and round by round, and two numbers say where it is: how
long it still lasts, and when it is over. So nothing has to be stored while it walks on by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.groups import GroupView
from trivselsdesk.domain.pack import CircleRound, Tool
from trivselsdesk.domain.records import CircleWalk, Meeting, Override
from trivselsdesk.domain.tools import own_record, own_text

KIND = "circle"
MAKING, RUNNING, PAUSED = "", "running", "paused"
"""How far it is: the groups are made, the talk walks on, it is held."""
FOCUS, OTHERS, ALL = "focus", "others", "all"
WHO = {FOCUS: "Den, der er i fokus, taler", OTHERS: "De andre har ordet", ALL: "Alle taler"}
"""Who speaks in a round, as the room reads it."""
MOST_ROUNDS = 8
_PARTS = " | "


@dataclass(frozen=True)
class CircleStep:
    """One round with one person in focus."""

    turn: int
    """Which person of each group is in focus, from 0."""
    round: int
    """From 0."""
    title: str
    who: str
    seconds: float


@dataclass(frozen=True)
class CircleNow:
    """Where the talk is at a moment."""

    place: int
    """Index of the step; the last one when the talk is over."""
    step: CircleStep
    left: float
    """Seconds left of the step; 0 when the talk is over."""
    whole: float
    """Seconds left of the whole talk, never below 0."""

    @property
    def over(self) -> bool:
        """Whether everybody has been in focus."""
        return self.whole <= 0


def rounds_of(book: Book, tool: Tool) -> tuple[CircleRound, ...]:
    """The rounds as the unit wants them; the process's where it has changed nothing."""
    standard = tool.params.get("rounds", ())
    text = _written(standard)
    own = own_text(book, text)
    return tuple(standard) if own == text else read_rounds(own) or tuple(standard)


def own_rounds(programme_id: str, tool: Tool, rounds: Sequence[CircleRound]) -> Override:
    """The record with the unit's own rounds; without any the process's are given back."""
    return own_record(programme_id, _written(tool.params.get("rounds", ())), _written(rounds))


def are_own(book: Book, tool: Tool) -> bool:
    """Whether the unit has rounds of its own."""
    return rounds_of(book, tool) != tuple(tool.params.get("rounds", ()))


def read_rounds(text: str) -> tuple[CircleRound, ...]:
    """Rounds from lines as they are stored; a line that is none is passed over."""
    found = []
    for line in text.splitlines():
        minutes, _, rest = line.partition(_PARTS)
        who, _, title = rest.partition(_PARTS)
        if minutes.isascii() and minutes.isdigit() and len(minutes) <= 2 and who in WHO and title.strip():
            found.append(CircleRound(title=title.strip(), minutes=max(1, int(minutes)), who=who))
    return tuple(found[:MOST_ROUNDS])


def _written(rounds: Sequence[CircleRound]) -> str:
    return "\n".join(_PARTS.join((str(each.minutes), each.who, each.title)) for each in rounds)


def steps(rounds: Sequence[CircleRound], people: int) -> tuple[CircleStep, ...]:
    """The whole talk: each person of the largest group in focus, through all rounds."""
    return tuple(
        CircleStep(turn, number, each.title, each.who, 60.0 * each.minutes)
        for turn in range(people)
        for number, each in enumerate(rounds)
    )


def largest(groups: Sequence[GroupView]) -> int:
    """People in the largest group: so many are in focus one after the other."""
    return max((len(each.seats) for each in groups), default=0)


def walk_of(book: Book, meeting: Meeting) -> CircleWalk:
    """How the meeting's talk stands."""
    found = book.find(CircleWalk, meeting.id)
    return found or CircleWalk(id=meeting.id, programme_id=meeting.programme_id, meeting_id=meeting.id)


def whole_left(walk: CircleWalk, now: float) -> float:
    """Seconds left of the whole talk at ``now``, never below 0."""
    return max(0.0, walk.deadline - now if walk.state == RUNNING else walk.left)


def where(plan: Sequence[CircleStep], whole: float) -> CircleNow | None:
    """Where a talk with so many seconds left is; None without any steps."""
    if not plan:
        return None
    if whole <= 0:
        return CircleNow(len(plan) - 1, plan[-1], 0.0, 0.0)
    after = 0.0
    for place in range(len(plan) - 1, -1, -1):
        step = plan[place]
        if whole <= after + step.seconds or place == 0:
            return CircleNow(place, step, min(step.seconds, whole - after), whole)
        after += step.seconds
    return None


def left_from(plan: Sequence[CircleStep], place: int) -> float:
    """Seconds that the talk lasts from the beginning of a step."""
    return sum(step.seconds for step in plan[max(0, place) :])
