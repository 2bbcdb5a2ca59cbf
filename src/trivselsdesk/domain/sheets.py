"""Boards with a sheet for each initiative: the room takes one theme at a time (001: D65, D66).

A sheet is a board of its own: its id is the board's with the initiative's behind it, and notes hang on it as
on any other. So nothing that works with boards has to know of sheets, and what hangs on the sheet of a theme
that has left the handleplan is there when the theme comes back.
"""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Board, Pack, Zone
from trivselsdesk.domain.pack.surfaces import base_of, sheet_id, subject_of
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, Note, Theme
from trivselsdesk.domain.standing import hangs


@dataclass(frozen=True)
class Proposal:
    """A note on the sheet of an initiative: something that could be done about it."""

    note: Note
    zone: str
    """The zone's short word, such as »Mere«."""
    deed: str = ""
    """The words that its zone puts before it when it becomes an action."""

    @property
    def words(self) -> str:
        """»Stop med: lange mails«: what it reads as on the handleplan, on one line."""
        return " ".join(f"{self.deed} {self.note.text}".split())


def sheet_for(pack: Pack, board: Board, initiative_id: str) -> Board:
    """The sheet of an initiative; the board itself where it has no sheets, or no initiative is named."""
    return pack.board(sheet_id(board.id, initiative_id)) if board.per and initiative_id else board


def zones_of(book: Book, board: Board) -> tuple[Zone, ...]:
    """The zones of a board; on a sheet each says which theme it is about, as paper does."""
    about = book.find(Initiative, subject_of(board.id))
    if about is None:
        return board.zones
    words = f"Tema: {about.name.strip() or 'Uden navn'}"
    return tuple(replace(zone, hint=words) for zone in board.zones)


def first_boards(book: Book, pack: Pack) -> list[Board]:
    """Every board that notes hang on: those that take no other, or each of their sheets in use."""
    found: list[Board] = []
    for board in pack.boards:
        if not board.takes:
            found += sheets_in_use(book, pack, board) if board.per else [board]
    return found


def sheets_in_use(book: Book, pack: Pack, board: Board) -> list[Board]:
    """The sheets with something on them, in the order of the handleplan; then those whose theme has left it,
    and the board itself where somebody wrote before a theme was chosen."""
    used = {each.board for each in book.of(Note) if base_of(each.board) == board.id}
    used |= {each.board for each in book.of(Theme) if base_of(each.board) == board.id}
    order = [sheet_id(board.id, each.id) for each in active_initiatives(book)]
    shown = [each for each in order if each in used]
    return [pack.board(each) for each in (*shown, *sorted(used - set(shown)))]


def proposals(book: Book, pack: Pack, initiative_id: str) -> list[Proposal]:
    """What the sheets say about an initiative, board by board and zone by zone. Nothing that is put away."""
    found = []
    for board in pack.boards:
        if board.per:
            wanted = sheet_id(board.id, initiative_id)
            for zone in board.zones:
                found += [
                    Proposal(note, zone.short or zone.title, zone.deed)
                    for note in book.ranked(Note)
                    if (note.board, note.zone) == (wanted, zone.id) and hangs(note)
                ]
    return found
