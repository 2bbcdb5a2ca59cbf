"""The parameters of each tool kind, as dataclasses that the reader fills in."""

from __future__ import annotations

from dataclasses import dataclass

from trivselsdesk.domain.pack import Span

FOCUSES = ("votes", "place", "choose")
"""What a step does with a matrix: dots on the themes, the place of each theme, which go on."""

DONE = ("actions", "people", "owner", "date", "followup_date", "followup_owner", "news")
"""What an initiative can be asked to hold before it is set going."""


@dataclass(frozen=True, kw_only=True)
class Plain:
    """Talk, closing and break need nothing but their name."""


@dataclass(frozen=True, kw_only=True)
class Write:
    """Each person writes notes alone."""

    board: str
    zones: tuple[str, ...] = ()
    note: str = ""
    timer: Span | None = None
    """Advised minutes of quiet."""


@dataclass(frozen=True, kw_only=True)
class OnBoard:
    """The room works on a board."""

    board: str
    turn: tuple[str, ...] = ()
    """Zones from which each person shows one note when it is their turn; empty: no turns."""
    then: tuple[str, ...] = ()
    """Note types that are shown when everybody has had their turns."""
    group: bool = False
    """The step is about making themes."""


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
    groups: Span | None = None
    """People in a group, when time is short."""


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


PARAMS: dict[str, type] = {
    "talk": Plain,
    "write": Write,
    "board": OnBoard,
    "sort": Sort,
    "matrix": OnMatrix,
    "questions": Ask,
    "closing": Plain,
    "break": Plain,
    "expectations": Expectations,
    "icebreaker": Icebreaker,
    "negative": Negative,
}
