"""The stroke vote: what is voted on, how many strokes are left, and who is among the first (003: D18–D21).

Each participant puts two strokes on two different themes; the 3–5 with the most go on, the rest goes to the
P-plads. What always calls for action goes on whatever it gets and takes nobody's place (003: D15), what is
lifted to others stands outside. A tie at the cut is shown, never decided here.
"""

from __future__ import annotations

from collections.abc import Sequence

from trivselsdesk.domain.board import Card, board_view, cards_of, matrix_view, sort_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Board, Pack, Span, Tool
from trivselsdesk.domain.records import Ballot, Meeting
from trivselsdesk.domain.remarks import attendance


@dataclass(frozen=True)
class VoteRules:
    """How a process votes."""

    each: int
    """Strokes for each person."""
    distinct: bool
    """A person's strokes go to different themes."""
    top: Span
    """How many go on."""
    all_tied: bool
    """Themes that stand alike at the cut are all proposed; else the room chooses among them."""
    park_rest: bool
    hidden: bool
    """The room sees no standing until everything is counted."""


@dataclass(frozen=True)
class Standing:
    """How the vote stands. Cards keep the order of the board: no row jumps while it is counted."""

    cards: tuple[Card, ...]
    """What is voted on."""
    always: tuple[Card, ...]
    """Goes on whatever it gets: it calls for action and nobody carries it on."""
    lifted: tuple[Card, ...]
    people: int
    allowed: int
    """Strokes that may be given: people × strokes for each."""
    given: int
    over: tuple[str, ...]
    """Ids of the cards with more strokes than there are people, where strokes must be spread."""

    @property
    def left(self) -> int:
        """Strokes that are still to be counted; negative when there are too many."""
        return self.allowed - self.given

    @property
    def fits(self) -> bool:
        """Whether no more is counted than the people can have given."""
        return self.left >= 0 and not self.over


@dataclass(frozen=True)
class Cut:
    """Who is above the line when ``places`` go on, as ids of cards, those with the most strokes first."""

    places: int
    sure: tuple[str, ...]
    tied: tuple[str, ...]
    """Stand alike at the line, and there is not room for all of them."""
    rest: tuple[str, ...]

    @property
    def open(self) -> int:
        """Places that the tied ones are to share."""
        return self.places - len(self.sure) if self.tied else 0


def vote_rules(pack: Pack, tool: Tool) -> VoteRules:
    """What the pack says about the vote, with what it leaves out."""
    params = tool.params
    return VoteRules(
        each=params.get("votes") or pack.votes_per_person,
        distinct=params.get("distinct", True),
        top=params.get("top") or pack.themes,
        all_tied=params.get("ties") == "all",
        park_rest=params.get("rest", "p") == "p",
        hidden=params.get("hidden", False),
    )


def ballot_of(book: Book, meeting: Meeting) -> Ballot:
    """How the meeting's vote stands."""
    return book.find(Ballot, meeting.id) or Ballot(id=meeting.id, programme_id=meeting.programme_id)


def standing(book: Book, pack: Pack, meeting: Meeting, tool: Tool) -> Standing:
    """The cards with their strokes, held against what the people in the room can have given."""
    rules = vote_rules(pack, tool)
    everything = _voted_on(book, pack, tool)
    people = ballot_of(book, meeting).people or len(attendance(book, meeting)[0])
    counted = [card for card in everything if card.stays or not card.lift]
    most = people if rules.distinct else people * rules.each
    return Standing(
        cards=tuple(card for card in counted if not card.must_act),
        always=tuple(card for card in counted if card.must_act),
        lifted=tuple(card for card in everything if card.lift and not card.stays),
        people=people,
        allowed=people * rules.each,
        given=sum(card.votes for card in counted),
        over=tuple(card.id for card in counted if card.votes > most),
    )


def cut(cards: Sequence[Card], places: int, *, all_tied: bool = False) -> Cut:
    """The first ``places`` by strokes. A card without a stroke is never among them.

    With ``all_tied`` those that stand alike at the line all go on; else they are told apart for the room.
    """
    order = sorted(cards, key=lambda card: -card.votes)
    voted = [card for card in order if card.votes > 0]
    if len(voted) <= places:
        return Cut(places, _ids(voted), (), _ids(order[len(voted) :]))
    line = voted[places - 1].votes
    above = [card for card in voted if card.votes > line]
    alike = [card for card in voted if card.votes == line]
    below = [card for card in order if card.votes < line]
    if all_tied or len(above) + len(alike) == places:
        return Cut(places, _ids([*above, *alike]), (), _ids(below))
    return Cut(places, _ids(above), _ids(alike), _ids(below))


def proposed_places(cards: Sequence[Card], top: Span) -> int:
    """How many to let go on: where it is farthest down to the next, of two alike the larger (003: D20)."""
    votes = sorted((card.votes for card in cards if card.votes > 0), reverse=True)
    sizes = range(top.least, top.most + 1)
    if len(votes) < top.least:
        return top.least

    def step_down(size: int) -> tuple[int, int]:
        below = votes[size] if size < len(votes) else 0
        return (votes[size - 1] - below if size <= len(votes) else -1, size)

    return max(sizes, key=step_down)


def _voted_on(book: Book, pack: Pack, tool: Tool) -> list[Card]:
    matrix_id, board_id = tool.params.get("matrix", ""), tool.params.get("board", "")
    if matrix_id:
        matrix = pack.matrix(str(matrix_id))
        view = matrix_view(book, pack, matrix)
        there = {card.id: card for card in (*view.waiting, *(card for card, _, _ in view.placed))}
        source = pack.board(matrix.takes)
        order = _sorted_cards(book, pack, source) if source.takes else cards_of(book, pack, source)
        return [there[card.id] for card in order if card.id in there]
    board = pack.board(str(board_id))
    wanted = tool.params.get("zones", ())
    if board.takes:
        lying = sort_view(book, pack, board).zones
        chosen = [card for zone, cards in lying if zone.id in wanted for card in cards]
        # Where nobody has sorted, there is everything to choose between: a skipped step loses nothing.
        return chosen or _sorted_cards(book, pack, board)
    hanging = {
        each.id
        for zone in board_view(book, board).zones
        if zone.zone.id in wanted
        for each in (*(group.theme for group in zone.themes), *zone.loose)
    }
    cards = cards_of(book, pack, board)
    return [card for card in cards if card.id in hanging] or cards


def _sorted_cards(book: Book, pack: Pack, board: Board) -> list[Card]:
    """The cards of a sorting board as the mulighedsrum lines them up: the last zone first."""
    sorting = sort_view(book, pack, board)
    return [*(card for _, cards in reversed(sorting.zones) for card in cards), *sorting.waiting]


def _ids(cards: Sequence[Card]) -> tuple[str, ...]:
    return tuple(card.id for card in cards)
