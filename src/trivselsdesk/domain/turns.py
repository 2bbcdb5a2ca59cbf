"""The word goes round: who has it, who is next, and what changes when it is given on (003: R20-R25).

Everybody shows one note from each zone at a time, so that all are heard early. Next is always the one who
has had the word least often, in the order of the round; so whoever comes late catches up by itself. Nobody
has the word twice in a row unless there is nobody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Aid, Pack, Tool
from trivselsdesk.domain.people import holders, participants, short_names
from trivselsdesk.domain.records import Meeting, Note, Person, Round, Turn, new_id

HERE, LATER, DONE, AWAY = "", "later", "done", "away"
"""How somebody stands in the round: takes part, comes later, has nothing more to show, has left."""
GIVEN, PASSED = "given", "passed"
ONE_BY_ONE, AT_ONCE = "round", "all"

NOBODY, READY, GOING, WAITING, THEN, OVER = "nobody", "ready", "going", "waiting", "then", "over"
"""Stages of a round: no participants, somebody may begin, somebody has the word, the rest comes later,
the notes that come last are shown, all are up."""


@dataclass(frozen=True)
class Course:
    """What the pack says about the round of a tool."""

    zones: tuple[str, ...] = ()
    """Zones from which one note each is shown."""
    then: tuple[str, ...] = ()
    """Note types that are shown when everybody has had their turns."""
    by: str = ""
    """The role that shows them."""
    way: str = ONE_BY_ONE
    once: bool = False
    """One turn each, and the round is over."""
    last: str = ""
    """The role whose holders come last."""
    may_pass: bool = True


@dataclass(frozen=True)
class Seat:
    """One person in the round."""

    person: Person
    name: str
    """Short: the first name, with more of it where two share it."""
    state: str
    turns: int
    """Times this person has had the word, the turn under way included."""
    shown: tuple[str, ...]
    """Zones of the notes shown in this lap."""
    speaking: bool


@dataclass(frozen=True)
class Table:
    """The round of one part of the meeting as it stands."""

    record: Round
    turns: tuple[Turn, ...]
    course: Course
    people: tuple[Person, ...]
    names: Mapping[str, str]
    closing: frozenset[str]
    """Those who come last."""
    sealed: tuple[Note, ...]
    """Notes that are shown when everybody has had their turns."""

    @property
    def way(self) -> str:
        """``round`` or ``all``."""
        return self.record.way or self.course.way

    @cached_property
    def line(self) -> tuple[str, ...]:
        """Everybody in the order of the round; whoever is new to the list comes at the end of it."""
        own = self.record.line.split()
        place = {each: number for number, each in enumerate(own)}
        ids = [person.id for person in self.people]
        order = {each: (each in self.closing, place.get(each, len(own)), ids.index(each)) for each in ids}
        return tuple(sorted(ids, key=order.__getitem__))

    def state_of(self, person_id: str) -> str:
        """How somebody stands in the round."""
        for state, listed in ((AWAY, self.record.away), (LATER, self.record.later), (DONE, self.record.done)):
            if person_id in listed.split():
                return state
        mine = self.turns_of(person_id)
        return DONE if mine and mine[-1].state == DONE else HERE

    def turns_of(self, person_id: str) -> list[Turn]:
        """The turns of one person, oldest first."""
        return self._by_person.get(person_id, [])

    @cached_property
    def _by_person(self) -> dict[str, list[Turn]]:
        found: dict[str, list[Turn]] = {}
        for turn in self.turns:
            found.setdefault(turn.person_id, []).append(turn)
        return found

    def count(self, person_id: str, zone: str) -> int:
        """Notes that somebody has shown from a zone."""
        return sum(turn.shown.split().count(zone) for turn in self.turns_of(person_id))

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """Those who can have the word, in order."""
        here = [each for each in self.line if self.state_of(each) == HERE]
        if self.course.once:
            here = [each for each in here if not self.turns_of(each)]
        return tuple(here)

    @cached_property
    def speaker(self) -> str:
        """Id of who has the word; empty when nobody has."""
        last = self.turns[-1] if self.turns else None
        if last is None or last.state or last.person_id not in self.line:
            return ""
        return last.person_id if self.state_of(last.person_id) == HERE else ""

    @cached_property
    def next(self) -> str:
        """Id of who gets the word next; empty when nobody is left."""
        counts = {each: len(self.turns_of(each)) for each in self.line}
        return next_up(self.waiting, counts, self.turns[-1].person_id if self.turns else "")

    @cached_property
    def stage(self) -> str:
        """Where the round is."""
        if not self.people:
            return NOBODY
        if self.way == AT_ONCE:
            return THEN if self.sealed else OVER
        if self.turns and not self.turns[-1].person_id:
            return THEN if self.sealed else OVER
        if self.speaker:
            return GOING
        if self.next:
            return READY
        if any(self.state_of(each) == LATER for each in self.line):
            return WAITING
        return THEN if self.sealed else OVER

    @cached_property
    def lap(self) -> int:
        """Which time round it is, from 1; the one who is behind does not hold it back."""
        had = [len(self.turns_of(each)) for each in self.waiting]
        most = max(had, default=0)
        return max(1, most if self.speaker else min(most + 1, min(had, default=0) + 1))

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Everybody, in order."""
        return tuple(self._seat(each) for each in self.line)

    def _seat(self, person_id: str) -> Seat:
        person = next(each for each in self.people if each.id == person_id)
        mine = self.turns_of(person_id)
        state = self.state_of(person_id)
        speaking = person_id == self.speaker
        current = speaking or (bool(mine) and (len(mine) >= self.lap or state != HERE))
        shown = tuple(mine[-1].shown.split()) if current else ()
        return Seat(person, self.names[person_id], state, len(mine), shown, speaking)


@dataclass(frozen=True)
class Move:
    """What becomes of a round: its record, turns to write and turns to take out."""

    record: Round
    turns: tuple[Turn, ...] = ()
    gone: tuple[str, ...] = ()


def round_id(slot: Slot, aid: Aid | None) -> str:
    """Id of the round in a part of the meeting."""
    return f"{slot.id}:{aid.id}" if aid is not None else slot.id


def course_of(tool: Tool) -> Course | None:
    """How the word goes round with a tool, or None where it does not."""
    params = tool.params
    if tool.kind == "round":
        return Course(
            once=True, last=str(params.get("last", "")), may_pass=bool(params.get("may_pass", True))
        )
    if tool.kind != "board" or not params.get("turn"):
        return None
    return Course(
        zones=tuple(params["turn"]),
        then=tuple(params.get("then", ())),
        by=str(params.get("by", "")),
        way=str(params.get("order", "") or ONE_BY_ONE),
    )


def read(book: Book, meeting: Meeting, slot: Slot, aid: Aid | None, tool: Tool) -> Table | None:
    """The round of a part as it stands, or None where the word does not go round."""
    course = course_of(tool)
    if course is None:
        return None
    key = round_id(slot, aid)
    fresh = Round(id=key, programme_id=meeting.programme_id, meeting_id=meeting.id)
    people = tuple(participants(book))
    board = str(tool.params.get("board", ""))
    return Table(
        record=book.find(Round, key) or fresh,
        turns=tuple(book.ranked(Turn, lambda turn: turn.round_id == key)),
        course=course,
        people=people,
        names=short_names(people),
        closing=frozenset(each.id for each in holders(book, course.last)) if course.last else frozenset(),
        sealed=tuple(
            book.ranked(
                Note,
                lambda note: (
                    note.sealed and not note.track and note.board == board and note.kind in course.then
                ),
            )
        ),
    )


def next_up(line: Sequence[str], counts: Mapping[str, int], last: str) -> str:
    """Who of the line gets the word: the one with the fewest turns, but not ``last`` if others are there."""
    others = [each for each in line if each != last] or list(line)
    if not others:
        return ""
    fewest = min(counts.get(each, 0) for each in others)
    return next(each for each in others if counts.get(each, 0) == fewest)


# What can be done


def give_on(table: Table, state: str = GIVEN, to: str = "", make_id: Callable[[], str] = new_id) -> Move:
    """End the turn under way and give the word to the next, or to ``to``.

    Whoever gave it on with no square filled has shown one note from each zone: many put their paper notes
    up themselves, and nobody wants to click for them. ``state`` is ``given``, ``passed`` or ``done``.
    """
    turns: list[Turn] = []
    if table.speaker:
        last = table.turns[-1]
        assumed = " ".join(table.course.zones) if state == GIVEN and not last.shown else last.shown
        turns.append(replace(last, state=state, shown=assumed))
    after = replace(table, turns=(*table.turns[: len(table.turns) - len(turns)], *turns))
    who = to or after.next
    if who and (who != table.speaker or state == GIVEN):
        turns.append(_turn(table, who, make_id))
    return Move(table.record, tuple(turns))


def give_last(table: Table, make_id: Callable[[], str] = new_id) -> Move:
    """Give the word to those who come when everybody has had their turns, now."""
    turns = [replace(table.turns[-1], state=GIVEN)] if table.speaker else []
    return Move(table.record, (*turns, _turn(table, "", make_id)))


def give_back(table: Table) -> Move | None:
    """The word back to the one who had it before; None when nobody had."""
    if not table.turns:
        return None
    last = table.turns[-1]
    if last.state:
        return Move(_with_state(table.record, last.person_id, HERE), (replace(last, state=""),))
    if len(table.turns) == 1:
        return Move(table.record, (), (last.id,))
    before = table.turns[-2]
    return Move(_with_state(table.record, before.person_id, HERE), (replace(before, state=""),), (last.id,))


def set_state(table: Table, person_id: str, state: str, make_id: Callable[[], str] = new_id) -> Move:
    """Somebody comes later, is done, has left, or takes part again. The word goes on if they had it."""
    speaking = table.speaker == person_id
    record = _with_state(table.record, person_id, state)
    turns: list[Turn] = []
    mine = table.turns_of(person_id)
    if state == HERE and mine and mine[-1].state == DONE:
        turns.append(replace(mine[-1], state=GIVEN))
    if speaking and state != HERE:
        turns.append(replace(table.turns[-1], state=DONE if state == DONE else PASSED))
        after = replace(table, record=record, turns=(*table.turns[:-1], turns[-1]))
        if after.next:
            turns.append(_turn(table, after.next, make_id))
    return Move(record, tuple(turns))


def toggle(table: Table, person_id: str, zone: str) -> Move | None:
    """Fill or empty a square by hand; None for somebody who has not had the word in this lap."""
    mine = table.turns_of(person_id)
    if not mine or zone not in table.course.zones:
        return None
    shown = mine[-1].shown.split()
    shown = [each for each in shown if each != zone] if zone in shown else [*shown, zone]
    return Move(table.record, (replace(mine[-1], shown=" ".join(shown)),))


def note_up(table: Table, zone: str, count: int = 1) -> Move | None:
    """A note was typed while somebody has the word: it counts as theirs; which one it was is not kept."""
    if not table.speaker or zone not in table.course.zones:
        return None
    last = table.turns[-1]
    return Move(table.record, (replace(last, shown=" ".join([*last.shown.split(), *[zone] * count])),))


def note_gone(table: Table, turn_id: str, zone: str) -> Move | None:
    """A note that was typed in that turn was taken away again: one less is shown there."""
    turn = next((each for each in table.turns if each.id == turn_id), None)
    shown = turn.shown.split() if turn is not None else []
    if turn is None or zone not in shown:
        return None
    shown.remove(zone)
    return Move(table.record, (replace(turn, shown=" ".join(shown)),))


def note_back(table: Table, turn_id: str, zone: str) -> Move | None:
    """The note is there again."""
    turn = next((each for each in table.turns if each.id == turn_id), None)
    if turn is None:
        return None
    return Move(table.record, (replace(turn, shown=" ".join([*turn.shown.split(), zone])),))


def put_in_order(table: Table, ids: Sequence[str]) -> Move:
    """Another order for those who have not had the word yet in this lap, and for the laps to come."""
    return Move(replace(table.record, line=" ".join(ids)))


def begin_with(table: Table, person_id: str) -> Move:
    """The same order, begun at another place."""
    line = [each for each in table.line if each not in table.closing]
    at = line.index(person_id) if person_id in line else 0
    return put_in_order(
        table, [*line[at:], *line[:at], *(each for each in table.line if each in table.closing)]
    )


def set_way(table: Table, way: str) -> Move:
    """One after the other, or everybody at once."""
    return Move(replace(table.record, way=way))


@dataclass(frozen=True)
class Advice:
    """Somebody has shown fewer or more notes from a zone than was agreed. For the facilitator alone."""

    person_id: str
    zone: str
    count: int
    agreed: int


def advice(table: Table, pack: Pack) -> list[Advice]:
    """Who is outside the advised number of notes (003: R15, R16), as far as can be told by now."""
    kind = next((each for each in pack.note_types if each.origin == "participant"), None)
    if kind is None or table.way == AT_ONCE:
        return []
    found = []
    for seat in table.seats:
        mine = table.turns_of(seat.person.id)
        ended = sum(1 for turn in mine if turn.state)
        out = seat.state == DONE or table.stage in (THEN, OVER)
        if seat.state in (AWAY, LATER) or not mine:
            continue
        for zone in table.course.zones:
            count = table.count(seat.person.id, zone)
            if count < kind.least and (out or ended >= kind.least) and not seat.speaking:
                found.append(Advice(seat.person.id, zone, count, kind.least))
            elif kind.most and count > kind.most:
                found.append(Advice(seat.person.id, zone, count, kind.most))
    return found


def _turn(table: Table, person_id: str, make_id: Callable[[], str]) -> Turn:
    record = table.record
    rank = table.turns[-1].rank + 1.0 if table.turns else 1.0
    return Turn(
        id=make_id(), programme_id=record.programme_id, rank=rank, round_id=record.id, person_id=person_id
    )


def _with_state(record: Round, person_id: str, state: str) -> Round:
    lists = {
        name: [each for each in getattr(record, name).split() if each != person_id]
        for name in (LATER, DONE, AWAY)
    }
    if state in lists:
        lists[state].append(person_id)
    return replace(record, **{name: " ".join(ids) for name, ids in lists.items()})
