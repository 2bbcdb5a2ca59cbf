"""The parameters of each tool kind, as dataclasses that the reader fills in."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import CircleRound, RoleCard, Span

FOCUSES = ("votes", "place", "choose")
"""What a step does with a matrix: dots on the themes, the place of each theme, which go on."""

ORDERS = ("round", "all")
"""How notes go up: one person after the other, or everybody at once."""

DONE = ("actions", "people", "owner", "date", "followup_date", "followup_owner", "news")
"""What an initiative can be asked to hold before it is set going."""


TIES = ("room", "all")
"""Who takes the last places when themes have as many strokes: the room says, or all of them go on."""

RESTS = ("p", "stay")
"""What becomes of the themes that do not go on: to the P-plads, or they stay where they are."""


@dataclass(frozen=True, kw_only=True)
class Plain:
    """Talk, closing, break and pulse need nothing but their name."""


@dataclass(frozen=True, kw_only=True)
class Write:
    """Each person writes notes alone."""

    board: str
    zones: tuple[str, ...] = ()
    note: str = ""
    timer: Span | None = None
    """Advised minutes of quiet."""
    in_groups: bool = False
    """Each small group writes together, in place of each person alone."""


@dataclass(frozen=True, kw_only=True)
class OnBoard:
    """The room works on a board."""

    board: str
    turn: tuple[str, ...] = ()
    """Zones from which each person shows one note when it is their turn; empty: no turns."""
    then: tuple[str, ...] = ()
    """Note types that are shown when everybody has had their turns."""
    by: str = ""
    """Role of the one who shows them."""
    order: str = "round"
    """One of ``ORDERS``; the facilitator can change it on the spot."""
    rule: str = ""
    """The rule of the moment, on the wall and beside the board."""
    group: bool = False
    """The step is about making themes."""


@dataclass(frozen=True, kw_only=True)
class Round:
    """Everybody says one thing, one after the other."""

    prompt: str
    """What each says something about."""
    last: str = ""
    """Role of those who come last."""
    may_pass: bool = True
    """Whether somebody may be passed over."""


@dataclass(frozen=True, kw_only=True)
class Sort:
    """Cards of one board are sorted into the zones of another, which ``takes`` the first."""

    board: str


@dataclass(frozen=True, kw_only=True)
class OnMatrix:
    """Cards find their place between two axes."""

    matrix: str
    focus: str = "place"


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Each chosen theme goes through the pack's questions."""

    done: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Expectations:
    """What people hope for is collected, or ticked off at the end."""

    tick: bool = False
    """The part is about seeing whether they held."""


@dataclass(frozen=True, kw_only=True)
class Icebreaker:
    """One prompt at a time to talk about, two and two."""

    prompts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Negative:
    """The question is turned round, and each way to fail turned into a measure."""

    question: str
    """What the room wants to succeed with."""
    turned: str
    """The same, turned round."""
    instead: str
    """Before each measure."""


@dataclass(frozen=True, kw_only=True)
class Vote:
    """Strokes on the themes; those with the most go on (003: D18–D21)."""

    matrix: str = ""
    """The matrix whose cards are voted on; either this or ``board``."""
    board: str = ""
    """The board whose cards are voted on, where the process has no matrix."""
    zones: tuple[str, ...] = ()
    """Zones of that board whose cards are voted on; empty means all."""
    votes: int = 0
    """Strokes for each person; 0 takes ``votes_per_person`` of the pack."""
    distinct: bool = True
    """Each person puts their strokes on different themes."""
    top: Span | None = None
    """How many go on; the ``themes`` of the pack where it is left out."""
    ties: str = "room"
    rest: str = "p"
    hidden: bool = False
    """The room sees no standing until everything is counted."""


@dataclass(frozen=True, kw_only=True)
class Groups:
    """The room works in small groups and reports back (003: R32–R38)."""

    size: Span
    """People in a group."""
    roles: tuple[RoleCard, ...] = ()
    questions: tuple[str, ...] = ()
    """The questions that a group answers; empty means all."""
    plenary: tuple[str, ...] = ()
    """The questions that everybody takes together when a group has reported back."""
    minutes: int = 0
    """Minutes to propose for the talk in groups; 0 where the clock of the part counts."""


@dataclass(frozen=True, kw_only=True)
class FillIn:
    """A form is filled in together, one question at a time (000: F16–F25)."""

    form: str


@dataclass(frozen=True, kw_only=True)
class Pitch:
    """A short speech: its words are written in a form, and rehearsed against the clock (001: P27)."""

    form: str
    seconds: int = 60


@dataclass(frozen=True, kw_only=True)
class Examples:
    """The entries of a list, one at a time (001: R101)."""

    list: str
    word: str = ""
    """What one of them is called; »Eksempel« when empty."""


@dataclass(frozen=True, kw_only=True)
class OnPage:
    """A page of the room after the meeting is gone through together."""

    page: str
    """One of ``FOLLOW_PAGES``."""


@dataclass(frozen=True, kw_only=True)
class Signup:
    """People divide between the initiatives (000:164, 001: D74)."""

    each: Span | None = None
    """People that an initiative wants; 2–5 where it is left out."""


@dataclass(frozen=True, kw_only=True)
class PlusMinus:
    """Each person puts plus and minus at the points of lists, alone (000: R62–R64)."""

    lists: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Circle:
    """Small groups in which one person at a time is in focus, through rounds (000: R65–R67)."""

    size: Span
    """People in a group."""
    rounds: tuple[CircleRound, ...]
    prompts: tuple[str, ...] = ()
    """What the others can ask."""
    source: str = ""
    """Where the rounds come from, shown below them until the unit has changed them."""


PARAMS: dict[str, type] = {
    "talk": Plain,
    "write": Write,
    "board": OnBoard,
    "round": Round,
    "sort": Sort,
    "matrix": OnMatrix,
    "questions": Ask,
    "vote": Vote,
    "groups": Groups,
    "closing": Plain,
    "break": Plain,
    "expectations": Expectations,
    "icebreaker": Icebreaker,
    "negative": Negative,
    "form": FillIn,
    "signup": Signup,
    "pulse": Plain,
    "plusminus": PlusMinus,
    "circle": Circle,
    "pitch": Pitch,
    "examples": Examples,
    "page": OnPage,
}
