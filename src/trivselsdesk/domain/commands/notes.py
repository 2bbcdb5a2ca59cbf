"""Commands on the board: put up, move, group, park and take down notes and themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import ClassVar, TypeVar

from trivselsdesk.domain.agreement import doubted
from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.heirs import (
    emptied,
    forms_for,
    handed_over,
    lifts_for,
    links_for,
    merged_initiatives,
    places_for,
    surfaces_of,
)
from trivselsdesk.domain.commands.rows import unhook_card
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.joined import originals
from trivselsdesk.domain.lifts import is_carried
from trivselsdesk.domain.records import Note, Ranked, Theme
from trivselsdesk.domain.routes import may_be_deleted, standing_card
from trivselsdesk.domain.standing import hangs as hangs
from trivselsdesk.domain.standing import loose_notes as loose_notes
from trivselsdesk.domain.standing import must_act as must_act
from trivselsdesk.domain.standing import theme_notes as theme_notes
from trivselsdesk.domain.standing import zone_themes as zone_themes

K = TypeVar("K", bound=Ranked)


@dataclass(frozen=True, kw_only=True)
class AddNotes(Command):
    """Put up notes, last among the loose notes of their zone or in their theme."""

    name: ClassVar[str] = "add_notes"
    notes: tuple[Note, ...]

    def edits(self, book: Book) -> list[Edit]:
        edits: list[Edit] = []
        places = dict.fromkeys((note.board, note.zone, note.theme_id) for note in self.notes)
        for board, zone, theme_id in places:
            siblings = theme_notes(book, theme_id) if theme_id else loose_notes(book, board, zone)
            arriving = [n for n in self.notes if (n.board, n.zone, n.theme_id) == (board, zone, theme_id)]
            edits += insert_ranked(siblings, len(siblings), arriving)
        return doubted(book, edits)

    def detail(self, book: Book) -> str:
        only = self.notes[0] if len(self.notes) == 1 else None
        return only.text if only and not only.sealed else str(len(self.notes))


@dataclass(frozen=True, kw_only=True)
class HangStartNotes(AddNotes):
    """Hang up starting notes that the process comes with."""

    name: ClassVar[str] = "hang_start_notes"


@dataclass(frozen=True, kw_only=True)
class TakeInNotes(AddNotes):
    """Put up notes that were read from a spreadsheet: all of them or none, in one step."""

    name: ClassVar[str] = "take_in_notes"


@dataclass(frozen=True, kw_only=True)
class MoveNotes(Command):
    """Move notes to ``index`` in a theme, or among the loose notes of a zone (None: last).

    ``index`` counts the other notes that hang there; those on the P-plads keep their places between.
    """

    name: ClassVar[str] = "move_notes"
    ids: tuple[str, ...]
    board: str
    zone: str
    theme_id: str = ""
    index: int | None = None

    def edits(self, book: Book) -> list[Edit]:
        moved = move_notes(book, self.ids, self.board, self.zone, self.theme_id, self.index)
        return doubted(book, moved)

    def detail(self, book: Book) -> str:
        return one_text(book, self.ids)


@dataclass(frozen=True, kw_only=True)
class GroupNotes(Command):
    """Make a theme of notes: at the place of ``onto`` if it is loose, else in ``onto``'s theme.

    Nothing happens when there is no other note than ``onto``.
    """

    name: ClassVar[str] = "group_notes"
    ids: tuple[str, ...]
    onto: str
    theme_id: str
    """Id for the theme, should one be made."""
    theme_name: str

    def edits(self, book: Book) -> list[Edit]:
        target = book.note(self.onto)
        moving = tuple(dict.fromkeys(each for each in self.ids if each != self.onto))
        if not moving:
            return []
        if target.theme_id:
            moved = move_notes(book, moving, target.board, target.zone, target.theme_id, None)
            return doubted(book, moved)
        themes = zone_themes(book, target.board, target.zone)
        theme = Theme(
            id=self.theme_id,
            programme_id=self.programme_id,
            board=target.board,
            zone=target.zone,
            name=self.theme_name,
        )
        members = [target, *(book.note(each) for each in moving)]
        seated = insert_ranked([], 0, [_seated(note, theme.board, theme.zone, theme.id) for note in members])
        theme, handed = handed_over(book, members, theme)
        edits = [
            *insert_ranked(themes, len(themes), [theme]),
            *seated,
            *handed,
            *emptied(book, {note.theme_id for note in members}, {note.id for note in members}),
        ]
        return doubted(book, edits)


@dataclass(frozen=True, kw_only=True)
class MoveTheme(Command):
    """Move a theme with its notes to ``index`` among the themes of a zone (None: last).

    ``index`` counts the other themes that show there; those on the P-plads keep their places between.
    Nothing happens when it stands there already.
    """

    name: ClassVar[str] = "move_theme"
    id: str
    board: str
    zone: str
    index: int | None = None

    def edits(self, book: Book) -> list[Edit]:
        theme = book.get(Theme, self.id)
        others = [each for each in zone_themes(book, self.board, self.zone) if each.id != self.id]
        shown = [each for each in others if not each.parked]
        now = sum(1 for each in shown if (each.rank, each.id) < (theme.rank, theme.id))
        wanted = len(shown) if self.index is None else min(max(0, self.index), len(shown))
        if (theme.board, theme.zone, now) == (self.board, self.zone, wanted):
            return []
        index = place_among(others, shown, self.index)
        moved = insert_ranked(others, index, [replace(theme, board=self.board, zone=self.zone)])
        notes = [Put(replace(n, board=self.board, zone=self.zone)) for n in theme_notes(book, self.id)]
        return [*moved, *notes]

    def detail(self, book: Book) -> str:
        return book.get(Theme, self.id).name


@dataclass(frozen=True, kw_only=True)
class MergeThemes(Command):
    """Put all notes of one theme into another; the first is gone, its marks live on."""

    name: ClassVar[str] = "merge_themes"
    source: str
    target: str

    def edits(self, book: Book) -> list[Edit]:
        source, target = book.get(Theme, self.source), book.get(Theme, self.target)
        if source.id == target.id:
            return []
        ids = tuple(note.id for note in theme_notes(book, source.id))
        edits = [
            *move_notes(book, ids, target.board, target.zone, target.id, None, keep={source.id}),
            Put(
                replace(
                    target,
                    always_act=target.always_act or source.always_act,
                    parked=target.parked and not must_act(book, source),
                    lift=target.lift or source.lift,
                    chosen=target.chosen or source.chosen,
                    votes=target.votes + source.votes,
                )
            ),
            *merged_initiatives(book, source.id, target.id),
            *places_for(book, source.id, target.id, surfaces_of(book, target.id)),
            *lifts_for(book, [source.id], target.id),
            *links_for(book, source.id, target.id),
            *forms_for(book, source.id, target.id),
            Drop(Theme, source.id),
        ]
        return doubted(book, edits)

    def detail(self, book: Book) -> str:
        return book.get(Theme, self.target).name


@dataclass(frozen=True, kw_only=True)
class DissolveTheme(Command):
    """Take a theme apart; its notes become loose, and its mark for action goes to them.

    A lift goes to the first of them, with what is written about it, and so does what was answered about it.
    """

    name: ClassVar[str] = "dissolve_theme"
    id: str

    def edits(self, book: Book) -> list[Edit]:
        theme = book.get(Theme, self.id)
        loose = loose_notes(book, theme.board, theme.zone)
        freed = [
            replace(note, theme_id="", always_act=note.always_act or theme.always_act)
            for note in theme_notes(book, theme.id)
        ]
        if theme.always_act and not freed:
            raise Refused("always_act")
        answered = forms_for(book, theme.id, freed[0].id) if freed else []
        if not freed or not theme.lift:
            return [
                *insert_ranked(loose, len(loose), freed),
                *answered,
                *unhook_card(book, theme.id),
                Drop(Theme, theme.id),
            ]
        freed[0] = replace(freed[0], lift=freed[0].lift or theme.lift)
        return [
            *insert_ranked(loose, len(loose), freed),
            *answered,
            *unhook_card(book, theme.id),
            *lifts_for(book, [theme.id], freed[0].id),
            Drop(Theme, theme.id),
        ]

    def detail(self, book: Book) -> str:
        return book.get(Theme, self.id).name


@dataclass(frozen=True, kw_only=True)
class ParkCards(Command):
    """Send notes or themes to the P-plads, or take them back to where they stood.

    Raises Refused("always_act") for a card that calls for action (003: D15).
    """

    name: ClassVar[str] = "park_cards"
    ids: tuple[str, ...]
    parked: bool = True
    day: date | None = None
    """Since when they stand there, for those that come."""

    def edits(self, book: Book) -> list[Edit]:
        cards = [book.card(each) for each in self.ids]
        if self.parked and any(must_act(book, card) for card in cards):
            raise Refused("always_act")
        return doubted(
            book,
            [
                Put(
                    replace(
                        card,
                        parked=self.parked,
                        parked_on=(card.parked_on if card.parked else self.day) if self.parked else None,
                        chosen=card.chosen and not self.parked,
                    )
                )
                for card in cards
            ],
        )

    def detail(self, book: Book) -> str:
        return one_text(book, self.ids)


@dataclass(frozen=True, kw_only=True)
class DeleteNotes(Command):
    """Throw notes away, with those that they speak for; themes left without notes go with them.

    Raises Refused("delete_must_act") for a note that calls for action, itself or by one that it speaks for,
    while it is not written elsewhere what happens to it (see ``domain/routes.py``): the mark must be taken
    off first, so that it never disappears by a slip.
    """

    name: ClassVar[str] = "delete_notes"
    ids: tuple[str, ...]

    def edits(self, book: Book) -> list[Edit]:
        standing = [book.note(each) for each in self.ids]
        notes = [*standing, *(each for note in standing for each in originals(book, note.id))]
        gone = {note.id for note in notes}
        if not all(may_be_deleted(book, note, gone) for note in notes):
            raise Refused("delete_must_act")
        edits: list[Edit] = []
        for note in notes:
            card = standing_card(book, note)
            if note.always_act and card.id not in gone and not (card.chosen or is_carried(book, card)):
                # Its mark goes with the note; what is planned about it stays on the handleplan.
                edits.append(Put(replace(card, chosen=True)))
            edits += unhook_card(book, note.id)
            edits.append(Drop(Note, note.id))
        return doubted(book, [*edits, *emptied(book, {note.theme_id for note in standing}, set(self.ids))])

    def detail(self, book: Book) -> str:
        return one_text(book, self.ids)


@dataclass(frozen=True, kw_only=True)
class HangUp(Command):
    """Bring notes that were written beforehand onto the board."""

    name: ClassVar[str] = "hang_up"
    ids: tuple[str, ...]

    def edits(self, book: Book) -> list[Edit]:
        return doubted(book, [Put(replace(book.note(each), sealed=False, track="")) for each in self.ids])

    def detail(self, book: Book) -> str:
        return one_text(book, self.ids)


@dataclass(frozen=True, kw_only=True)
class SplitNote(Command):
    """Divide one note in two: the first keeps its place, the second comes right after.

    Raises Refused("joint") for one that was made up to speak for others.
    """

    name: ClassVar[str] = "split_note"
    id: str
    first: str
    second: str
    second_id: str

    def edits(self, book: Book) -> list[Edit]:
        note = book.note(self.id)
        if note.joint:
            raise Refused("joint")
        if note.theme_id:
            siblings = theme_notes(book, note.theme_id)
        else:
            siblings = loose_notes(book, note.board, note.zone)
        place = next(number for number, each in enumerate(siblings) if each.id == note.id)
        newcomer = replace(note, id=self.second_id, text=self.second, votes=0, chosen=False)
        siblings[place] = replace(note, text=self.first)
        # Written first: where the notes have to be numbered afresh, the first half gets its new number.
        return doubted(book, [Put(siblings[place]), *insert_ranked(siblings, place + 1, [newcomer])])


def move_notes(
    book: Book,
    ids: Iterable[str],
    board: str,
    zone: str,
    theme_id: str,
    index: int | None,
    keep: frozenset[str] | set[str] = frozenset(),
) -> Iterator[Edit]:
    """Edits that seat notes in a theme or among the loose ones; emptied themes go, but ``keep``."""
    moving = [book.note(each) for each in ids]
    leaving = {note.id for note in moving}
    if theme_id:
        theme = book.get(Theme, theme_id)
        board, zone = theme.board, theme.zone
        place = theme_notes(book, theme_id)
    else:
        place = loose_notes(book, board, zone)
    siblings = [note for note in place if note.id not in leaving]
    at = place_among(siblings, [note for note in siblings if hangs(note)], index)
    yield from insert_ranked(siblings, at, [_seated(note, board, zone, theme_id) for note in moving])
    if theme_id:
        theme, handed = handed_over(book, moving, book.get(Theme, theme_id))
        # What calls for action cannot lie on the P-plads, whatever it is laid in (003: D15).
        yield Put(replace(theme, parked=theme.parked and not any(must_act(book, each) for each in moving)))
        yield from handed
    left_behind = {note.theme_id for note in moving if note.theme_id != theme_id} - set(keep)
    yield from emptied(book, left_behind, leaving)


def place_among(every: list[K], shown: list[K], index: int | None) -> int:
    """Where ``index`` among the shown ones (None: last) lies among all, as an index of ``every``."""
    if index is None or index >= len(shown):
        return len(every)
    return every.index(shown[max(0, index)])


def _seated(note: Note, board: str, zone: str, theme_id: str) -> Note:
    """The note in its new place; inside a theme, what was decided about it is the theme's from now on."""
    if theme_id and not note.theme_id:
        note = replace(note, chosen=False, votes=0, lift="")
    return replace(note, board=board, zone=zone, theme_id=theme_id, parked=False)


def one_text(book: Book, ids: tuple[str, ...]) -> str:
    """The text of the only card, or how many there are. A sealed note's text is told to nobody."""
    if len(ids) != 1:
        return str(len(ids))
    card = book.card(ids[0])
    if isinstance(card, Note) and card.sealed:
        return "1"
    return card.name if isinstance(card, Theme) else card.text
