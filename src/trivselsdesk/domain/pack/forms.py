"""Forms: sheets of questions that a process wants filled in, such as a review or a follow-up plan."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack.agreeing import INITIATIVE_FIELDS

FORM_PLACES = ("follow", "prepare", "meeting")
"""Where a form lies ready: in the room after the meeting, in the preparation, or in a part of a meeting."""

PER_INITIATIVE, PER_PERSON, PER_THEME = "initiative", "person", "theme"
FORM_SUBJECTS = (PER_INITIATIVE, PER_PERSON, PER_THEME)
"""What a form is filled in for; once for the unit when it says nothing."""

TEXT, LINES, ROWS, DATE, CHOICE, SCALE, TICKS = "text", "lines", "rows", "date", "choice", "scale", "ticks"
FIELD_KINDS = (TEXT, LINES, ROWS, DATE, CHOICE, SCALE, TICKS)
"""How a question of a form is answered. Each kind is code, written once."""

IN_COLUMNS = (TEXT, LINES, CHOICE, SCALE)
"""Kinds that are answered once in each comment column; the others once across all of them."""

TYPED = (TEXT, LINES, ROWS, DATE)
"""Kinds that are typed; the others are pressed."""

CELL_KINDS = ("text", "date", "person")
"""What a column of a small table holds."""

LAST_TIME = "last"
PREFILLS = (
    *(each for each in INITIATIVE_FIELDS if each != "efforts"),
    "successes",
    "reasons",
    LAST_TIME,
)
"""What can be proposed as an answer: a part of the initiative, of the report, or what was said last time."""

SCALE_STEPS = 5
"""A scale runs from 1 to this (001: F28)."""


@dataclass(frozen=True, kw_only=True)
class FormColumn:
    """A column of comments, where two parties answer the same questions."""

    id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class RowColumn:
    """A column of a small table."""

    id: str
    title: str
    kind: str = "text"


@dataclass(frozen=True, kw_only=True)
class FormChoice:
    """Something to tick, or one of several answers."""

    id: str
    label: str
    hint: str = ""
    days: int = 0
    months: int = 0
    """How long until next time, where the choice says how often (001: R86)."""


@dataclass(frozen=True, kw_only=True)
class FormField:
    """One question of a form."""

    id: str
    label: str
    kind: str = TEXT
    hint: str = ""
    prompt: str = ""
    """Grey text in the empty box."""
    count: int = 0
    """Numbered lines, or lines to write by hand on paper; 0 leaves it to the program."""
    cells: tuple[RowColumn, ...] = ()
    """The columns of a small table."""
    choices: tuple[FormChoice, ...] = ()
    low: str = ""
    high: str = ""
    """The words at the ends of a scale."""
    required: bool = False
    examples: tuple[str, ...] = ()
    prefill: str = ""
    shared: bool = False
    """Answered once, also where the form has comment columns."""
    follows: str = ""
    """Id of a choice that says how often: the day that it leads to is proposed."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """A sheet of questions."""

    id: str
    title: str
    fields: tuple[FormField, ...]
    hint: str = ""
    place: str = "follow"
    per: str = ""
    """``initiative`` or ``person`` for one set of answers each; empty for one for the unit."""
    repeat: bool = False
    """It may be filled in again: each time has its day."""
    columns: tuple[FormColumn, ...] = ()
    confidential: bool = False
    """Its answers are sealed under the leader's passphrase, and are never on the wall or in a file."""
    by: tuple[str, ...] = ()
    """Roles of those who fill it in."""
    max_pages: int = 0
    """Pages that it may fill on paper; 0 for as many as it takes."""
    poster: bool = False
    """It can be printed as a poster too: name, goal and scales of each initiative."""
    source: str = ""
    """Where the questions come from, in own words."""
