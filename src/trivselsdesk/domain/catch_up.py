"""Hent tiden ind: what the drejebog allows when a meeting is behind, in minutes.

A *way* is something that could be done, with the most it can win. ``share`` spreads what is needed over
the ways that somebody chose, so that each gives up no more than it has to.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import BREAK, Slot
from trivselsdesk.domain.board import card, matrix_view, sort_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import INITIATIVE_FIELDS, Aid, Pack, Span
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.plan import active_initiatives, is_filled
from trivselsdesk.domain.records import Meeting, Note, Theme
from trivselsdesk.domain.timing import Reading, allotted, log_of

LEAST_SHARE = 2 / 3
"""The share of its planned minutes that a part keeps where the process does not say. Ours."""
LEAST_BREAK = 5
"""Minutes that a break keeps. Ours: less is no break."""
LEAST_OF_ALL = 1 / 3
"""The share that a part keeps however many ways are chosen for it. Ours."""
MUCH_LEFT = 10
"""Minutes left of the part under way from which it can be made shorter itself. Ours."""
SINGLE_STEPS = 3
"""How many steps are offered one by one; the others together."""

SHORTER, PAUSE, SPREAD, AID, GROUPS, FEWER, CHOOSE, PARK = (
    "shorter",
    "break",
    "spread",
    "aid",
    "groups",
    "fewer",
    "choose",
    "park",
)


@dataclass(frozen=True)
class Give:
    """A part that can give minutes up."""

    slot: Slot
    minutes: int
    """What it has now."""
    most: int
    """What it can give."""
    floor: int
    """What it keeps, whatever is chosen."""


@dataclass(frozen=True)
class Way:
    """One way to win time."""

    id: str
    kind: str
    gives: tuple[Give, ...]
    aid: Aid | None = None
    """The tool that makes it possible."""
    cards: tuple[str, ...] = ()
    """Cards that go to the P-plads, those that matter least first. With ``each`` only as many as needed."""
    each: int = 0
    """Minutes for one theme."""
    themes: int = 0
    """Themes to work with now, before any is left out."""

    @property
    def most(self) -> int:
        """The most minutes it can win by itself."""
        return sum(give.most for give in self.gives)


@dataclass(frozen=True)
class Share:
    """What a chosen way contributes."""

    way: Way
    minutes: tuple[int, ...]
    """Minutes for each of the way's parts."""

    @property
    def total(self) -> int:
        """Minutes won."""
        return sum(self.minutes)

    @property
    def themes_left_out(self) -> int:
        """How many themes wait for another time."""
        return math.ceil(self.total / self.way.each) if self.way.each else 0

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards that go to the P-plads."""
        if not self.total:
            return ()
        return self.way.cards[: self.themes_left_out] if self.way.each else self.way.cards


@dataclass(frozen=True)
class CatchUpPlan:
    """What the chosen ways come to. ``end`` is seconds since 1970."""

    shares: tuple[Share, ...]
    saved: int
    end: float
    missing: int
    """Minutes that are still behind."""


def minutes_behind(reading: Reading) -> int:
    """Whole minutes to win back; 0 where the meeting is on plan, ahead, or not under way."""
    if reading.state not in ("running", "paused"):
        return 0
    return max(0, math.floor(reading.drift + 0.5))


def ways(book: Book, pack: Pack, meeting: Meeting, reading: Reading) -> tuple[Way, ...]:
    """Everything that the rest of the drejebog allows, the plain ways first. Empty when not under way."""
    if reading.state not in ("running", "paused"):
        return ()
    shorter: list[Give] = []
    breaks: list[Way] = []
    others: list[Way] = []
    for each in reading.times:
        if each.state == "done":
            continue
        slot, now = each.slot, each.state == "current"
        rest = int(max(0.0, reading.left) // 60) - 1 if now else int(each.seconds // 60)
        given = round(allotted(book, meeting, slot) / 60)
        if slot.tool == BREAK:
            give = _give(slot, given, rest, part.least_minutes(pack, meeting, slot) or LEAST_BREAK)
            if give.most > 0 and not now:
                breaks.append(Way(f"break:{slot.id}", PAUSE, (give,)))
            continue
        special = [
            *_by_tools(book, pack, meeting, slot, given, rest),
            *_by_themes(book, pack, slot, given, rest),
        ]
        if now:
            special += _by_parking(book, pack, meeting, slot, given, rest)
        special = [way for way in special if way.most > 0]
        others += special
        if special or (now and rest < MUCH_LEFT):
            continue
        least = part.least_minutes(pack, meeting, slot) or math.ceil(slot.minutes * LEAST_SHARE)
        give = _give(slot, given, rest, least)
        if give.most > 0:
            shorter.append(give)
    return (*_by_steps(shorter), *breaks, *others)


def share(chosen: Iterable[Way], need: int, end: float) -> CatchUpPlan:
    """Spread ``need`` minutes over the chosen ways, a minute at a time, after how much each can give.

    ``end`` is the forecast without them, in seconds since 1970.
    """
    picked = list(chosen)
    taken = [[0] * len(way.gives) for way in picked]
    lost: dict[str, int] = {}
    places = [(row, column) for row, way in enumerate(picked) for column in range(len(way.gives))]
    saved = 0

    def free(place: tuple[int, int]) -> bool:
        give = picked[place[0]].gives[place[1]]
        whole = give.minutes - lost.get(give.slot.id, 0)
        return taken[place[0]][place[1]] < give.most and whole > give.floor

    def used(place: tuple[int, int]) -> tuple[float, int, int]:
        give = picked[place[0]].gives[place[1]]
        return (taken[place[0]][place[1]] / give.most, *place)

    while saved < need:
        open_places = [place for place in places if free(place)]
        if not open_places:
            break
        row, column = min(open_places, key=used)
        taken[row][column] += 1
        slot_id = picked[row].gives[column].slot.id
        lost[slot_id] = lost.get(slot_id, 0) + 1
        saved += 1
    shares = tuple(Share(way, tuple(minutes)) for way, minutes in zip(picked, taken, strict=True))
    return CatchUpPlan(shares, saved, end - 60 * saved, max(0, need - saved))


def _give(slot: Slot, given: int, rest: int, least: int) -> Give:
    # What has been used of it already cannot be given up.
    floor = max(min(given, math.ceil(slot.minutes * LEAST_OF_ALL)), given - rest)
    return Give(slot, given, max(0, given - max(least, floor)), floor)


def _by_steps(gives: list[Give]) -> list[Way]:
    """The steps that can give most one by one, in their order; the others together."""
    best = sorted(gives, key=lambda give: -give.most)[:SINGLE_STEPS]
    found = [Way(f"shorter:{give.slot.id}", SHORTER, (give,)) for give in gives if give in best]
    rest = tuple(give for give in gives if give not in best)
    return [*found, Way("spread", SPREAD, rest)] if rest else found


def _by_tools(book: Book, pack: Pack, meeting: Meeting, slot: Slot, given: int, rest: int) -> list[Way]:
    """Small groups and other tools of the part that win time (002: R31)."""
    found = []
    taken = log_of(book, meeting, slot.id).aid
    for aid in part.aids(pack, meeting, slot):
        if aid.saves and aid.id != taken:
            give = _give(slot, given, rest, given - aid.saves)
            found.append(Way(f"aid:{slot.id}:{aid.id}", AID, (give,), aid=aid))
    span = part.tool_of(book, pack, meeting, slot).params.get("groups")
    if not found and isinstance(span, Span):
        themes = len(active_initiatives(book)) or pack.themes.most
        groups = len(participants(book)) // max(1, span.least)
        if groups > 1 and themes > 1:
            # Three of the five questions are answered by all groups at once, the others together.
            alone, together = 0.6 * slot.minutes / themes, 0.4 * slot.minutes
            minutes = math.ceil(math.ceil(themes / groups) * alone + together)
            found.append(Way(f"groups:{slot.id}", GROUPS, (_give(slot, given, rest, minutes),)))
    return found


def _by_themes(book: Book, pack: Pack, slot: Slot, given: int, rest: int) -> list[Way]:
    """Fewer themes than were chosen, or than may be chosen (design system, §8: goal 3–5)."""
    if slot.tool != "questions":
        return []
    initiatives = active_initiatives(book)
    count = len(initiatives) or pack.themes.most
    least = max(1, pack.themes.least)
    each = (given if initiatives else slot.minutes) // count if count else 0
    if not initiatives and each:
        # As many as the minutes that are left of it give room for.
        count -= max(0, math.ceil((slot.minutes - given) / each))
    if count <= least or not each:
        return []
    cards: tuple[str, ...] = ()
    if initiatives:
        waiting = [
            card(book, pack, one.card_id) for one in reversed(initiatives) if _not_begun(book, one.card_id)
        ]
        loose = [one for one in waiting if not one.must_act]
        cards = tuple(one.id for one in sorted(loose, key=lambda one: one.votes))[: count - least]
    spare = len(cards) if initiatives else count - least
    give = _give(slot, given, rest, given - spare * each)
    kind = FEWER if initiatives else CHOOSE
    return [Way(f"{kind}:{slot.id}", kind, (give,), cards=cards, each=each, themes=count)]


def _by_parking(book: Book, pack: Pack, meeting: Meeting, slot: Slot, given: int, rest: int) -> list[Way]:
    """What still waits to be sorted or placed goes to the P-plads, and the part ends."""
    tool = part.tool_of(book, pack, meeting, slot)
    if tool.kind == "sort":
        boards = [each for each in pack.boards if each.id == tool.params.get("board")]
        waiting = sort_view(book, pack, boards[0]).waiting if boards and boards[0].takes else ()
    elif tool.kind == "matrix":
        matrices = [each for each in pack.matrices if each.id == tool.params.get("matrix")]
        waiting = matrix_view(book, pack, matrices[0]).waiting if matrices else ()
    else:
        return []
    cards = tuple(each.id for each in waiting if not each.must_act)
    if not cards:
        return []
    return [Way(f"park:{slot.id}", PARK, (_give(slot, given, rest, given - rest),), cards=cards)]


def _not_begun(book: Book, card_id: str) -> bool:
    """Whether a theme is there and nothing has been written about it yet."""
    if not card_id or not (book.find(Theme, card_id) or book.find(Note, card_id)):
        return False
    mine = [each for each in active_initiatives(book) if each.card_id == card_id]
    return not any(is_filled(book, each, field) for each in mine for field in INITIATIVE_FIELDS)
