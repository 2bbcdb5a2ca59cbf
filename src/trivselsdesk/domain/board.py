"""What stands on a surface: zones, themes and notes in order, and the cards of later stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.joined import spoken_for, voices_in
from trivselsdesk.domain.pack import Board, Matrix, Pack, Zone
from trivselsdesk.domain.pack.surfaces import base_of
from trivselsdesk.domain.records import Link, Note, Placement, Theme
from trivselsdesk.domain.routes import stays
from trivselsdesk.domain.sheets import zones_of
from trivselsdesk.domain.standing import hangs, must_act, placement_id, theme_notes


@dataclass(frozen=True)
class ThemeView:
    """A theme with the notes that show in it."""

    theme: Theme
    notes: tuple[Note, ...]
    count: int
    """Notes in it as people wrote them."""


@dataclass(frozen=True)
class ZoneView:
    """A zone of the first stage: its themes, then the loose notes."""

    zone: Zone
    themes: tuple[ThemeView, ...]
    loose: tuple[Note, ...]
    count: int
    """Notes in the zone as people wrote them."""


@dataclass(frozen=True)
class Card:
    """A theme or a loose note as one thing to sort, place and choose."""

    id: str
    title: str
    tone: str
    """Tone of the zone it came from."""
    icon: str
    notes: tuple[Note, ...]
    count: int
    """Its notes as people wrote them; a joint note counts as those it speaks for."""
    parked: bool
    must_act: bool
    lift: str
    chosen: bool
    votes: int
    is_theme: bool
    stays: bool = False
    """Stands on the handleplan although nobody chose it: it calls for action, and nobody carries it on."""
    parked_on: date | None = None
    """Since when it stands on the P-plads, where somebody noted it."""


@dataclass(frozen=True)
class BoardView:
    """A board of the first stage."""

    board: Board
    zones: tuple[ZoneView, ...]
    sealed: tuple[Note, ...]
    """Notes written beforehand and not yet hung up; those on a track stay where they are seen to."""
    joined: Mapping[str, int] = field(default_factory=dict)
    """Each note that speaks for others, with how many it stands for."""

    @property
    def count(self) -> int:
        """Notes that hang on the board, as people wrote them."""
        return sum(zone.count for zone in self.zones)


@dataclass(frozen=True)
class SortView:
    """A sorting board: what waits, and what lies in each zone."""

    board: Board
    waiting: tuple[Card, ...]
    zones: tuple[tuple[Zone, tuple[Card, ...]], ...]


@dataclass(frozen=True)
class MatrixView:
    """A matrix: what waits in the tray, and what lies where (x, y in 0..1)."""

    matrix: Matrix
    waiting: tuple[Card, ...]
    placed: tuple[tuple[Card, float, float], ...]
    chosen: int
    """Chosen cards, anywhere."""
    partly: tuple[tuple[Card, float | None, float | None], ...] = ()
    """Those of the waiting that have their place on one axis only: they are not in the field yet."""


def board_view(book: Book, board: Board) -> BoardView:
    """The board's notes in order. Parked and sealed notes are left out of the zones."""
    by_theme: dict[str, list[Note]] = {}
    sealed = []
    for note in book.ranked(Note, lambda n: n.board == board.id):
        if note.sealed:
            if not note.track:
                sealed.append(note)
        elif hangs(note):
            by_theme.setdefault(note.theme_id or f"loose:{note.zone}", []).append(note)
    themes: dict[str, list[ThemeView]] = {}
    for theme in book.ranked(Theme, lambda t: t.board == board.id and not t.parked):
        notes = tuple(by_theme.get(theme.id, ()))
        themes.setdefault(theme.zone, []).append(ThemeView(theme, notes, voices_in(book, notes)))
    zones = []
    for zone in zones_of(book, board):
        mine, loose = tuple(themes.get(zone.id, ())), tuple(by_theme.get(f"loose:{zone.id}", ()))
        count = sum(each.count for each in mine) + voices_in(book, loose)
        zones.append(ZoneView(zone, mine, loose, count))
    return BoardView(board, tuple(zones), tuple(sealed), spoken_for(book))


def parked_cards(book: Book, pack: Pack) -> list[Card]:
    """What stands on the P-plads: parked themes and parked notes."""
    zones = _zones(pack)
    cards = [_card(book, theme, zones) for theme in book.ranked(Theme, lambda t: t.parked)]
    return cards + [
        _card(book, note, zones)
        for note in book.ranked(Note, lambda n: n.parked and not n.sealed and not n.joined_into)
    ]


def links_of(book: Book, card_id: str) -> list[Note]:
    """The notes that show a way to solve a theme (003: D04), in their order.

    A note that has been joined shows as the one that speaks for it; a note of the theme is left out.
    """
    speakers: set[str] = set()
    for link in book.of(Link):
        if link.theme_id == card_id:
            note = book.get(Note, link.note_id)
            speakers.add(note.joined_into or note.id)
    return book.ranked(Note, lambda note: note.id in speakers and note.theme_id != card_id)


def cards_of(book: Book, pack: Pack, board: Board, only: tuple[str, ...] = ()) -> list[Card]:
    """The themes and loose notes of a board as cards, zone by zone; parked ones left out.

    ``only`` names the zones that are wanted; all where it is empty.
    """
    zones = _zones(pack)
    found: list[Card] = []
    for zone in board_view(book, board).zones:
        if only and zone.zone.id not in only:
            continue
        found += [_card(book, each.theme, zones) for each in zone.themes]
        found += [_card(book, note, zones) for note in zone.loose]
    return found


def sort_view(book: Book, pack: Pack, board: Board) -> SortView:
    """How the cards of the taken board are sorted."""
    cards = cards_of(book, pack, pack.board(board.takes), board.taken)
    places = {each.card_id: each for each in book.of(Placement) if each.surface == board.id}
    lying: dict[str, list[tuple[float, str, Card]]] = {zone.id: [] for zone in board.zones}
    waiting = []
    for card in cards:
        place = places.get(card.id)
        if place is None or place.zone not in lying:
            waiting.append(card)
        else:
            lying[place.zone].append((place.rank, card.id, card))
    zones = tuple(
        (zone, tuple(card for _, _, card in sorted(lying[zone.id], key=_first_two))) for zone in board.zones
    )
    return SortView(board, tuple(waiting), zones)


def matrix_view(book: Book, pack: Pack, matrix: Matrix) -> MatrixView:
    """Which cards wait and which are placed. A placed card stays, wherever it was sorted since."""
    source = pack.board(matrix.takes)
    if source.takes:
        sorting = sort_view(book, pack, source)
        wanted = [zone for zone in sorting.zones if not matrix.zones or zone[0].id in matrix.zones]
        candidates = [card for _, cards in reversed(wanted) for card in cards]
        # Where nobody has sorted, everything is taken along: a skipped step loses nothing.
        candidates += sorting.waiting
    else:
        candidates = cards_of(book, pack, source)
    known = {card.id for card in candidates}
    if source.takes:
        every = cards_of(book, pack, pack.board(source.takes))
        candidates += [
            c for c in every if c.id not in known and book.find(Placement, placement_id(matrix.id, c.id))
        ]
    waiting, placed, partly = [], [], []
    for card in candidates:
        place = book.find(Placement, placement_id(matrix.id, card.id))
        if place is not None and place.x is not None and place.y is not None:
            placed.append((card, place.x, place.y))
            continue
        waiting.append(card)
        if place is not None and (place.x is not None or place.y is not None):
            partly.append((card, place.x, place.y))
    chosen = sum(1 for card in candidates if card.chosen)
    return MatrixView(matrix, tuple(waiting), tuple(placed), chosen, tuple(partly))


def corner_of(x: float, y: float) -> str:
    """The quarter that a place lies in: ``tl tr bl br``."""
    return ("t" if y >= 0.5 else "b") + ("r" if x >= 0.5 else "l")


def card(book: Book, pack: Pack, card_id: str) -> Card:
    """One theme or note as a card. Raises NotThere."""
    return _card(book, book.card(card_id), _zones(pack))


def _card(book: Book, source: Note | Theme, zones: dict[tuple[str, str], Zone]) -> Card:
    is_theme = isinstance(source, Theme)
    notes = (
        tuple(note for note in theme_notes(book, source.id) if hangs(note))
        if isinstance(source, Theme)
        else (source,)
    )
    zone = zones.get((base_of(source.board), source.zone))
    return Card(
        id=source.id,
        title=source.name if isinstance(source, Theme) else source.text,
        tone=zone.tone if zone else "plain",
        icon=zone.icon if zone else "note",
        notes=notes,
        count=voices_in(book, notes),
        parked=source.parked,
        must_act=must_act(book, source),
        stays=stays(book, source),
        lift=source.lift,
        chosen=source.chosen,
        votes=source.votes,
        is_theme=is_theme,
        parked_on=source.parked_on if source.parked else None,
    )


def _zones(pack: Pack) -> dict[tuple[str, str], Zone]:
    return {(board.id, zone.id): zone for board in pack.boards for zone in board.zones}


def _first_two(entry: tuple[float, str, Card]) -> tuple[float, str]:
    return entry[:2]
