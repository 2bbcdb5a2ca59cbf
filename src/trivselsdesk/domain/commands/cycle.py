"""Commands of a new round: begin it, and decide what becomes of each thing that the last one left."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.cycle import BOARD, LEFT, PLAN, Thing, brought_up_to_date, carried_words, thing
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Action, Carried, Initiative, Note, Theme, new_id
from trivselsdesk.domain.standing import loose_notes, zone_themes


@dataclass(frozen=True, kw_only=True)
class BeginCycle(AddProgramme):
    """Put the next round on the desk. Undo lays it in the bin; the round before is never touched."""

    name: ClassVar[str] = "begin_cycle"


@dataclass(frozen=True, kw_only=True)
class TakeAlong(Command):
    """Take a thing of the last round along: onto the board, or onto the handleplan.

    ``ids`` are fresh ids: its own, one for its card, and one for each of its parts (see ``ids_for``).
    ``zones`` is where notes can hang (board and zone), the first where its own is gone, and ``kinds`` the
    kinds of note the process has, the first likewise. Raises Refused("decided") for one that is taken along
    already.
    """

    name: ClassVar[str] = "take_along"
    carried_id: str
    to: str
    ids: tuple[str, ...]
    zones: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]

    def edits(self, book: Book) -> list[Edit]:
        found = thing(book, self.carried_id)
        if found.choice in (BOARD, PLAN):
            raise Refused("decided")
        if self.to not in found.ways or len(self.ids) < len(ids_for(found)) or not self.zones:
            raise Refused("gone")
        if self.to == PLAN:
            made = self._on_plan(book, found)
        elif found.carried.what == "theme":
            made = self._as_theme(book, found)
        else:
            made = list(self._as_note(book, found.carried, self.ids[0]))
        return [*made, Put(replace(found.carried, choice=self.to, taken_id=self.ids[0]))]

    def detail(self, book: Book) -> str:
        return carried_words(thing(book, self.carried_id))

    def _place(self, each: Carried) -> tuple[str, str]:
        own = (each.board, each.zone)
        return own if own in self.zones else self.zones[0]

    def _note(self, each: Carried, note_id: str, place: tuple[str, str], theme_id: str = "") -> Note:
        kind = each.kind if each.kind in self.kinds else self.kinds[0]
        return Note(
            id=note_id,
            programme_id=self.programme_id,
            board=place[0],
            zone=place[1],
            text=carried_words(Thing(each, (), "")),
            kind=kind,
            theme_id=theme_id,
            always_act=each.always_act,
            from_last=True,
        )

    def _as_note(self, book: Book, each: Carried, note_id: str, *, chosen: bool = False) -> list[Put]:
        place = self._place(each)
        note = replace(self._note(each, note_id, place), chosen=chosen)
        siblings = loose_notes(book, *place)
        return insert_ranked(siblings, len(siblings), [note])

    def _as_theme(self, book: Book, found: Thing) -> list[Edit]:
        each, place = found.carried, self._place(found.carried)
        theme = Theme(
            id=self.ids[0],
            programme_id=self.programme_id,
            board=place[0],
            zone=place[1],
            name=carried_words(found),
            always_act=each.always_act and not any(part.always_act for part in found.parts),
        )
        siblings = zone_themes(book, *place)
        notes = [
            self._note(part, note_id, place, theme.id)
            for part, note_id in zip(found.parts, self.ids[2:], strict=False)
        ]
        return [*insert_ranked(siblings, len(siblings), [theme]), *insert_ranked([], 0, notes)]

    def _on_plan(self, book: Book, found: Thing) -> list[Edit]:
        """The initiative with what was not done; under a card of its own where it always calls for action."""
        each = found.carried
        initiative = Initiative(
            id=self.ids[0],
            programme_id=self.programme_id,
            card_id=self.ids[1] if each.always_act else "",
            name=each.text,
            why=each.why,
            goal=each.goal,
            signs=each.signs,
            barriers=each.barriers,
            leads=each.owner,
        )
        siblings = book.ranked(Initiative)
        edits: list[Edit] = list(insert_ranked(siblings, len(siblings), [initiative]))
        if each.always_act:
            edits += self._as_note(book, each, self.ids[1], chosen=True)
        left = [
            Action(
                id=action_id,
                programme_id=self.programme_id,
                initiative_id=initiative.id,
                title=part.text,
                how=part.how,
                people=part.people,
                owner=part.owner,
            )
            for part, action_id in zip(found.parts, self.ids[2:], strict=False)
            if not part.done
        ]
        return [*edits, *insert_ranked([], 0, left)]


@dataclass(frozen=True, kw_only=True)
class LeaveBehind(Command):
    """Say that a thing of the last round is not taken along, or (``back``) that it is to be decided again.

    Raises Refused("always_act") for what always calls for action, and Refused("decided") for what is
    taken along already.
    """

    name: ClassVar[str] = "leave_behind"
    carried_id: str
    back: bool = False

    def edits(self, book: Book) -> list[Edit]:
        found = thing(book, self.carried_id)
        if found.choice in (BOARD, PLAN):
            raise Refused("decided")
        if not self.back and LEFT not in found.ways:
            raise Refused("always_act" if found.carried.always_act else "gone")
        return [Put(replace(found.carried, choice="" if self.back else LEFT, taken_id=""))]

    def detail(self, book: Book) -> str:
        return carried_words(thing(book, self.carried_id))


@dataclass(frozen=True, kw_only=True)
class BringUpToDate(Command):
    """Take over how far the last round has come since. Decisions stay."""

    name: ClassVar[str] = "bring_up_to_date"
    records: tuple[Carried, ...]
    """What the earlier programme leaves now (see ``cycle.left_behind``)."""

    def edits(self, book: Book) -> list[Edit]:
        known = book.ranked(Carried)
        wanted = brought_up_to_date(known, self.records)
        kept = {each.id for each in wanted}
        ranked = [replace(each, rank=float(number)) for number, each in enumerate(wanted, start=1)]
        return [
            *(Put(each) for each in ranked),
            *(Drop(Carried, each.id) for each in known if each.id not in kept),
        ]


def ids_for(found: Thing) -> tuple[str, ...]:
    """Fresh ids for a thing that is taken along: its own, its card's, and one for each of its parts."""
    return tuple(new_id() for _ in range(2 + len(found.parts)))


def take_along(book: Book, pack: Pack, carried_id: str, to: str) -> TakeAlong:
    """The command that takes a thing along in this process. Raises NotThere."""
    found = thing(book, carried_id)
    boards = [board for board in pack.boards if not board.takes]
    zones = [(board.id, zone.id, zone.tone) for board in boards for zone in board.zones]
    # What is taken up again is something to work on: not among what works well.
    zones.sort(key=lambda each: each[2] == "good")
    written = [kind.id for kind in pack.note_types if kind.origin == "trio"]
    kinds = [*written, *(kind.id for kind in pack.note_types if kind.id not in written)]
    return TakeAlong(
        programme_id=book.programme.id,
        carried_id=carried_id,
        to=to,
        ids=ids_for(found),
        zones=tuple(each[:2] for each in zones),
        kinds=tuple(kinds),
    )


def is_behind(book: Book, fresh: tuple[Carried, ...]) -> bool:
    """Whether the round before has moved on since its things were copied."""
    command = BringUpToDate(programme_id=book.programme.id, records=fresh)
    plain = [edit for edit in command.edits(book) if not (isinstance(edit, Put) and _same(book, edit))]
    return bool(plain)


def _same(book: Book, edit: Put) -> bool:
    known = book.find(Carried, edit.record.id)
    new = edit.record
    if known is None or not isinstance(new, Carried):
        return False
    # How far a lift is says also whether the answer is late: that alone is no news.
    status = known.status if new.what == "lift" else new.status
    return known == replace(new, rank=known.rank, status=status)
