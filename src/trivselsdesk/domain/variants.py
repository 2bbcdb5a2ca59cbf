"""Ways to hold the same meeting: as a rule, or as one of the variants that the process offers (001: R109)."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack, PackMeeting
from trivselsdesk.domain.records import Meeting


@dataclass(frozen=True)
class Way:
    """One of the ways. ``id`` is the variant's in the pack, empty for what is held as a rule."""

    id: str
    words: str
    hint: str
    meetings: tuple[str, ...]
    """Ids of the meetings that are held this way, in their order."""


@dataclass(frozen=True)
class Choice:
    """The ways to hold a meeting, and which of them is chosen."""

    ways: tuple[Way, ...]
    chosen: str

    @property
    def way(self) -> Way:
        return next(each for each in self.ways if each.id == self.chosen)

    def aside(self, way: Way) -> tuple[str, ...]:
        """Ids of the meetings that are not held when ``way`` is chosen."""
        every = dict.fromkeys(each for one in self.ways for each in one.meetings)
        return tuple(each for each in every if each not in way.meetings)


def choice_of(book: Book, pack: Pack, meeting: Meeting) -> Choice | None:
    """The ways to hold ``meeting``, or None where the process has but one."""
    kin = _kin(pack, meeting.pack_meeting)
    variants = [each for each in kin if each.variant_of]
    if not variants:
        return None
    usual = [each for each in kin if not each.variant_of]
    rows = {each.pack_meeting: each for each in book.ranked(Meeting)}
    words = next((each.way for each in usual if each.way), "") or " og ".join(each.title for each in usual)
    hint = next((each.way_hint for each in usual if each.way_hint), "")
    ways = [Way("", pack.fill(words), pack.fill(hint), _held(rows, usual))]
    for each in variants:
        kept = [one for one in usual if one.id not in each.variant_of]
        held = _held(rows, [one for one in kin if one is each or one in kept])
        ways.append(Way(each.id, pack.fill(each.way or each.title), pack.fill(each.way_hint), held))
    ways = [each for each in ways if each.meetings and (not each.id or each.id in rows)]
    if len(ways) < 2:
        return None
    chosen = next((each.id for each in ways if each.id and not rows[each.id].set_aside), ways[0].id)
    return Choice(tuple(ways), chosen)


def _kin(pack: Pack, meeting_id: str) -> list[PackMeeting]:
    """The meetings that are variants of each other, however many steps apart, in the order of the pack."""
    known, grown = set[str](), {meeting_id}
    while grown != known:
        known = set(grown)
        for each in pack.meetings:
            family = {each.id, *each.variant_of}
            if each.variant_of and family & known:
                grown |= family
    return [each for each in pack.meetings if each.id in known]


def _held(rows: dict[str, Meeting], meetings: list[PackMeeting]) -> tuple[str, ...]:
    return tuple(rows[each.id].id for each in meetings if each.id in rows)
