"""A new round of a process: what it takes over, and what the last one left (001: F35–F37, 003: D06)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from trivselsdesk.domain.board import Card, cards_of, matrix_view, parked_cards, sort_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.carry_on import coming_again, last_talks, with_own_agendas
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.follow import step_index
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.lifts import lifts_by_target, state_words
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.phases import phase_index
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import (
    Carried,
    Initiative,
    Meeting,
    Milestone,
    Note,
    Override,
    Person,
    Programme,
    Record,
    RoleHolder,
    Rule,
    Theme,
    new_id,
)
from trivselsdesk.domain.routes import REPORTED
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.standing import must_act, theme_notes

BOARD, PLAN, LEFT = "board", "plan", "left"
"""What can be decided about a thing of the last round: on the board, on the handleplan, left alone."""
_OF_THE_ROUND = (REPORTED,)
"""Answers about the results that a round begins with: the next one begins with others."""
_LONGEST_AHEAD = timedelta(days=800)
"""A milestone further ahead than this is a slip of the keys, and moves no round."""


@dataclass(frozen=True)
class Thing:
    """One thing of the last round with what belongs to it."""

    carried: Carried
    parts: tuple[Carried, ...]
    """The actions of an initiative, or the notes of a theme."""
    choice: str
    """What was decided and still stands; empty while it is open."""

    @property
    def open(self) -> bool:
        """Whether something is still to be decided: what is done, or only told, asks for nothing."""
        return not self.choice and bool(self.ways)

    @property
    def ways(self) -> tuple[str, ...]:
        """What can be decided about it. What always calls for action is never left alone (003: D15)."""
        each = self.carried
        if each.what == "lift" or (each.what == "initiative" and each.done):
            return ()
        taken = (PLAN, BOARD) if each.what == "initiative" else (BOARD,)
        return taken if each.always_act else (*taken, LEFT)


@dataclass(frozen=True)
class LastTime:
    """Everything the last round left, in the order in which it is told."""

    agreed: tuple[Thing, ...]
    parked: tuple[Thing, ...]
    waiting: tuple[Thing, ...]
    """Themes that were neither chosen, parked nor lifted."""
    lifts: tuple[Thing, ...]

    @property
    def everything(self) -> tuple[Thing, ...]:
        return (*self.agreed, *self.parked, *self.waiting, *self.lifts)

    @property
    def open(self) -> int:
        """How many still wait for a decision."""
        return sum(1 for each in self.everything if each.open)


def may_begin(book: Book, pack: Pack) -> bool:
    """Whether a new round can begin: the programme is finished, or in its follow phase."""
    if book.programme.closed:
        return True
    place = phase_index(book, pack)
    return place < len(pack.phases) and pack.phases[place].room == "follow"


def last_time(book: Book) -> LastTime:
    """What the last round left, as this programme knows it."""
    parts: dict[str, list[Carried]] = {}
    for each in book.ranked(Carried, lambda one: bool(one.parent_id)):
        parts.setdefault(each.parent_id, []).append(each)
    things = [
        Thing(each, tuple(parts.get(each.id, ())), _standing_choice(book, each))
        for each in book.ranked(Carried, lambda one: not one.parent_id)
    ]
    return LastTime(
        tuple(each for each in things if each.carried.what == "initiative"),
        tuple(each for each in things if each.carried.what in ("theme", "note") and each.carried.parked),
        tuple(each for each in things if each.carried.what in ("theme", "note") and not each.carried.parked),
        tuple(each for each in things if each.carried.what == "lift"),
    )


def opens_round(book: Book, meeting: Meeting) -> bool:
    """Whether a meeting is the first of its round: there the last one is told of."""
    return bool(meetings := book.meetings()) and meetings[0].id == meeting.id


def thing(book: Book, carried_id: str) -> Thing:
    """One thing of the last round. Raises NotThere."""
    book.get(Carried, carried_id)
    return next(each for each in last_time(book).everything if each.carried.id == carried_id)


def progress(each: Thing) -> str:
    """»2 af 3 gjort«: how far an initiative had come; its own words where it has no actions."""
    if each.carried.what != "initiative" or not each.parts:
        return each.carried.status
    done = sum(1 for part in each.parts if part.done)
    return f"{done} af {len(each.parts)} gjort"


def answer_words(each: Thing) -> str:
    """What came of a lift: the answer, else how far it was."""
    return " ".join(each.carried.answer.split()) or each.carried.status


def counted(last: LastTime) -> str:
    """»3 indsatser · 2 på P-pladsen«: what the last round left, in one line."""
    words = [
        plural(len(last.agreed), "indsats", "indsatser") if last.agreed else "",
        f"{len(last.parked)} parkeret" if last.parked else "",
        f"{len(last.lifts)} løftet" if last.lifts else "",
    ]
    return " · ".join(each for each in words if each)


def _standing_choice(book: Book, each: Carried) -> str:
    if each.choice in ("", LEFT):
        return each.choice
    # What was taken along and then deleted is open again: nothing goes without somebody saying so.
    kinds = (Note, Theme, Initiative)
    return each.choice if any(book.find(kind, each.taken_id) is not None for kind in kinds) else ""


# From the programme before


def new_cycle(
    old: Book,
    old_pack: Pack,
    pack: Pack,
    name: str,
    now: datetime,
    *,
    keep_roles: bool = True,
    keep_agenda: bool = True,
    make_id: Callable[[], str] = new_id,
) -> tuple[Record, ...]:
    """All records of the round after ``old``: its people, rules, core task, own words, what comes again in
    the year, the last talk with each person, dates of the coming round, and what was left. With
    ``keep_agenda`` the drejebog is that of last time, as long as the process is the same. ``old`` itself is
    not touched. Local time.
    """
    fresh = new_programme(pack, name, now, make_id, after=_round_after(old, now.date()))
    first = next(each for each in fresh if isinstance(each, Programme))
    key = first.id
    if keep_agenda and pack.id == old_pack.id:
        fresh = tuple(with_own_agendas(old, fresh, make_id))
    programme = replace(
        first, core_task=old.programme.core_task, previous_id=old.programme.id, last_on_wall=True
    )
    rules = old.ranked(Rule)
    records: list[Record] = [programme]
    records += [each for each in fresh if each is not first and not (rules and isinstance(each, Rule))]
    records += [replace(each, id=make_id(), programme_id=key) for each in rules]
    people = {each.id: make_id() for each in old.ranked(Person)}
    records += [replace(each, id=people[each.id], programme_id=key) for each in old.ranked(Person)]
    if keep_roles:
        known = {role.id for role in pack.roles}
        records += [
            replace(
                each,
                id=f"{key}:{each.role}:{people[each.person_id]}",
                programme_id=key,
                person_id=people[each.person_id],
            )
            for each in sorted(old.of(RoleHolder), key=lambda one: one.id)
            if each.role in known and each.person_id in people
        ]
    records += [
        Override(id=override_id(key, each.key), programme_id=key, key=each.key, text=each.text)
        for each in sorted(old.of(Override), key=lambda one: one.id)
        if each.key not in _OF_THE_ROUND
    ]
    records += coming_again(old, key, now.date(), make_id)
    records += last_talks(old, pack, key, people)
    return (*records, *left_behind(old, old_pack, key, now.date(), make_id))


def left_behind(
    old: Book, pack: Pack, programme_id: str, today: date, make_id: Callable[[], str] = new_id
) -> tuple[Carried, ...]:
    """What ``old`` leaves to the next round, under the next one's id.

    What it got from the round before and nobody has decided about is handed on. Sealed notes, and those on a
    track, are nobody else's business and stay where they are.
    """
    found: list[Carried] = []

    def add(what: str, text: str, source_id: str, **values: Any) -> Carried:
        made = Carried(
            id=make_id(),
            programme_id=programme_id,
            rank=float(len(found) + 1),
            what=what,
            text=text,
            source_id=source_id,
            **values,
        )
        found.append(made)
        return made

    for initiative in active_initiatives(old):
        _add_initiative(old, pack, initiative, add)
    spoken_for = {each.card_id for each in active_initiatives(old)}
    for card in (*parked_cards(old, pack), *_not_chosen(old, pack)):
        source = old.card(card.id)
        inside = old.find(Theme, source.theme_id) if isinstance(source, Note) else None
        if card.id not in spoken_for and not card.lift and not (inside is not None and inside.parked):
            _add_card(old, source, add)
    for target, lines in lifts_by_target(old, pack, today):
        for line in lines:
            if not (isinstance(line.card, Note) and line.card.sealed):
                add(
                    "lift",
                    line.title,
                    line.card.id,
                    target=target.title,
                    answer=line.note.answer,
                    status=state_words(line, today),
                    done=bool(line.note.answer.strip()),
                )
    for each in last_time(old).everything:
        if each.open:
            again = add("x", "", "")
            found[-1] = handed = replace(
                each.carried, id=again.id, programme_id=programme_id, rank=again.rank, choice="", taken_id=""
            )
            for part in each.parts:
                made = add("x", "", "")
                found[-1] = replace(
                    part, id=made.id, programme_id=programme_id, rank=made.rank, parent_id=handed.id
                )
    return tuple(found)


def brought_up_to_date(known: Iterable[Carried], fresh: Iterable[Carried]) -> list[Carried]:
    """``fresh`` under the ids and with the decisions of ``known``, the same things found by their source.

    What somebody has decided about stays, though the earlier programme has it no longer.
    """
    before = {(each.what, each.source_id): each for each in known}
    ids: dict[str, str] = {}
    found = []
    for each in fresh:
        match = before.pop((each.what, each.source_id), None)
        if match is not None:
            ids[each.id] = match.id
            each = replace(each, id=match.id, choice=match.choice, taken_id=match.taken_id)
        found.append(replace(each, parent_id=ids.get(each.parent_id, each.parent_id)))
    decided = {each.id for each in before.values() if each.choice}
    found += [each for each in before.values() if each.id in decided or each.parent_id in decided]
    return found


def _add_initiative(old: Book, pack: Pack, initiative: Initiative, add: Callable[..., Carried]) -> None:
    card = old.find(Theme, initiative.card_id) or old.find(Note, initiative.card_id)
    written = [each for each in actions_of(old, initiative.id) if each.title.strip()]
    steps = [
        pack.status_steps[step_index(pack, each.status)] if pack.status_steps else None for each in written
    ]
    started = initiative.launched is not None
    done = started and bool(written) and all(step is not None and step.done for step in steps)
    made = add(
        "initiative",
        initiative.name,
        initiative.id,
        **(_card_values(old, card) if card is not None else {}),
        why=initiative.why,
        goal=initiative.goal,
        signs=initiative.signs,
        barriers=initiative.barriers,
        owner=initiative.leads,
        status="" if started else "Ikke sat i gang",
        done=done,
    )
    for action, step in zip(written, steps, strict=True):
        add(
            "action",
            action.title,
            action.id,
            parent_id=made.id,
            how=action.how,
            people=action.people,
            owner=action.owner,
            due=action.due,
            status=step.title if step is not None and started else "",
            done=started and step is not None and step.done,
        )


def _not_chosen(old: Book, pack: Pack) -> list[Card]:
    """The cards that the room wanted to change, or had in the matrix, and did not choose (001: F37)."""
    found: dict[str, Card] = {}
    for matrix in pack.matrices:
        source = pack.board(matrix.takes)
        if source.takes:
            # The first of the zones is what the matrix is for; the others were taken along to be seen.
            for zone, cards in sort_view(old, pack, source).zones:
                if zone.id in matrix.zones[:1]:
                    found |= {each.id: each for each in cards}
        found |= {each.id: each for each, _, _ in matrix_view(old, pack, matrix).placed}
    if not pack.matrices:
        first = [board for board in pack.boards if not board.takes]
        every = [each for board in first for each in cards_of(old, pack, board)]
        found = {each.id: each for each in every if each.is_theme and each.tone != "good"}
    return [each for each in found.values() if not each.parked]


def _add_card(old: Book, card: Note | Theme, add: Callable[..., Carried]) -> None:
    values = _card_values(old, card) | {"parked": card.parked}
    if isinstance(card, Note):
        add("note", card.text, card.id, kind=card.kind, **values)
        return
    made = add("theme", card.name, card.id, **values)
    for note in theme_notes(old, card.id):
        if note.sealed or note.joined_into or (note.parked and not card.parked):
            continue
        add(
            "note",
            note.text,
            note.id,
            parent_id=made.id,
            kind=note.kind,
            board=note.board,
            zone=note.zone,
            always_act=note.always_act,
        )


def _card_values(old: Book, card: Note | Theme) -> dict[str, Any]:
    return {"board": card.board, "zone": card.zone, "always_act": must_act(old, card)}


def _round_after(old: Book, today: date) -> date:
    """The day from which the coming round is looked for: after the last hard date of the round before."""
    ends = [
        day
        for each in old.of(Milestone)
        if each.hard and (day := each.end or each.start) and day < today + _LONGEST_AHEAD
    ]
    return max([today, *(day + timedelta(days=1) for day in ends)])


def carried_words(each: Thing) -> str:
    """What a thing says, on one line; a word where it says nothing."""
    return " ".join(each.carried.text.split()) or "Uden navn"
