"""A process pack: one process (its phases, meetings, boards, questions and words) as plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)

SCHEMA = 1
"""The newest pack format that this program reads."""

ROOMS = ("prepare", "run", "plan", "follow")
"""The rooms of the window; a phase of a process opens one of them."""

TOOL_KINDS = ("talk", "write", "board", "sort", "matrix", "questions", "closing", "break")
"""What a step can be held with. Each kind is code, written once; packs only name it."""

TONES = ("good", "less", "primary", "warn", "med", "plain")
"""Colour roles of the design tokens that a zone or a corner may use."""

_VARIABLE = re.compile(r"\{([a-z0-9_-]+)\}")

MEETING_GROUP, TRIO_GROUP = "meeting", "trio"
"""Roles are looked after at the meeting itself, or make up the trio."""

INITIATIVE_FIELDS = ("why", "goal", "signs", "barriers", "efforts", "actions", "evaluation", "followup")
"""The parts of an initiative that a question or a SMTTE letter may ask for."""


@dataclass(frozen=True, kw_only=True)
class Variable:
    """A word that the texts use as ``{id}``, filled in for each programme."""

    id: str
    label: str
    default: str = ""


@dataclass(frozen=True, kw_only=True)
class Role:
    """Something one person looks after at the meeting, or in the trio."""

    id: str
    title: str
    hint: str = ""
    group: str = MEETING_GROUP
    """``meeting`` (facilitator, tidsstyrer …) or ``trio`` (leder, AMR, TR)."""
    several: bool = False
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class NoteType:
    """A colour of note and who writes on it."""

    id: str
    label: str
    colour: str
    """``yellow`` or ``pink``."""
    origin: str
    """``participant`` or ``trio``."""
    mark: str = ""
    """Short word printed on the note beside its dots, such as »Trio«."""
    sealed: bool = False
    """Written before the meeting and hidden until somebody hangs them up."""
    least: int = 0
    most: int = 0
    """Advised number of notes a person and zone; 0 means no advice."""


@dataclass(frozen=True, kw_only=True)
class AlwaysAct:
    """The topics that may never be parked or voted away."""

    label: str
    short: str
    hint: str = ""
    examples: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """More words that speak of such a topic; a note with one gets a quiet hint."""


@dataclass(frozen=True, kw_only=True)
class Lift:
    """Somewhere a matter can be carried to when the unit cannot decide it."""

    id: str
    title: str
    label: str
    """The words on the mark, such as »Løftes til MED«."""


@dataclass(frozen=True, kw_only=True)
class Phase:
    """One tab in the top bar."""

    id: str
    title: str
    room: str
    purpose: str = ""
    tips: tuple[str, ...] = ()
    """What to consider (*Overvej*) outside the meeting's own items."""


@dataclass(frozen=True, kw_only=True)
class Zone:
    """A field on a board."""

    id: str
    title: str
    short: str = ""
    hint: str = ""
    tone: str = "plain"
    icon: str = ""
    key: str = ""
    """Sign that picks the zone when a note begins with it, such as ``+``."""


@dataclass(frozen=True, kw_only=True)
class Board:
    """A surface with zones. A board that ``takes`` another sorts the cards that stand on it."""

    id: str
    title: str
    zones: tuple[Zone, ...]
    takes: str = ""


@dataclass(frozen=True, kw_only=True)
class Axis:
    """One direction of a matrix."""

    title: str
    low: str
    high: str


@dataclass(frozen=True, kw_only=True)
class Corner:
    """What it means to stand in one quarter of a matrix."""

    title: str
    text: str
    tone: str = "plain"
    icon: str = ""
    exit: str = ""
    """Where the quarter points: ``choose``, ``lift`` or nothing."""


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """A surface with two axes; ``takes`` names the board whose cards it places."""

    id: str
    title: str
    takes: str
    zones: tuple[str, ...]
    """Zones of the taken board whose cards come along; empty means all."""
    x: Axis
    y: Axis
    corners: dict[str, Corner]
    """Keys ``tl tr bl br``: top or bottom, left or right; top and right are the high ends."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A short answer to tick."""

    id: str
    label: str


@dataclass(frozen=True, kw_only=True)
class QuestionField:
    """One box under a question; ``field`` is a part of the initiative."""

    field: str
    label: str = ""
    prompt: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """One of the questions that turn a theme into an initiative."""

    id: str
    title: str
    hint: str = ""
    fields: tuple[QuestionField, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SmtteLetter:
    """One letter of SMTTE and the part of the initiative it shows."""

    letter: str
    title: str
    prompt: str
    field: str
    on_report: bool = False


@dataclass(frozen=True, kw_only=True)
class StatusStep:
    """One chevron of the statuspil."""

    id: str
    title: str
    done: bool = False


@dataclass(frozen=True, kw_only=True)
class PackMilestone:
    """A date in the process that somebody else has set."""

    id: str
    title: str
    start: date | None = None
    end: date | None = None
    days: tuple[date, ...] = ()
    """Single days, where the thing happens more than once."""
    months: tuple[str, ...] = ()
    """Months as ``2026-08`` where no day is set."""
    open_end: bool = False
    hard: bool = False


@dataclass(frozen=True, kw_only=True)
class Due:
    """When something is due, counted from a milestone or the meeting.

    ``days`` is negative before the anchor, positive after it, 0 on the day.
    """

    anchor: str
    days: int = 0


@dataclass(frozen=True, kw_only=True)
class PackTask:
    """A line of the trio's checklist."""

    id: str
    text: str
    owner: str
    hint: str = ""
    due: Due | None = None


@dataclass(frozen=True, kw_only=True)
class Tool:
    """What a step is held with. ``params`` differ with the kind; the loader checks them."""

    kind: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PackStep:
    """A part of an agenda item with minutes of its own."""

    id: str
    title: str
    minutes: int
    tool: Tool
    heading: str = ""
    """Headline over the surface while the step runs; the title when empty."""
    instruction: str = ""
    """One line for the wall."""
    script: tuple[str, ...] = ()
    """Takes the place of the item's script while the step runs; the item's when empty. No quotation marks."""
    tips: tuple[str, ...] = ()
    """Takes the place of the item's tips while the step runs; the item's when empty."""
    point: str = ""
    """What the run sheet says about it; the title when empty."""


@dataclass(frozen=True, kw_only=True)
class PackItem:
    """A row of the drejebog."""

    id: str
    title: str
    minutes: int
    speaker: str = ""
    """Role id of the person who has the floor."""
    purpose: str = ""
    tool: Tool = Tool(kind="talk")
    instruction: str = ""
    points: tuple[str, ...] = ()
    """What to do and remember; the run sheet prints it above the steps."""
    script: tuple[str, ...] = ()
    """What to say (*Sig*), without quotation marks."""
    tips: tuple[str, ...] = ()
    """What to consider (*Overvej*), shortest and most important first."""
    materials: tuple[str, ...] = ()
    steps: tuple[PackStep, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Span:
    """A range of whole numbers, both ends included."""

    least: int
    most: int


@dataclass(frozen=True, kw_only=True)
class PackMeeting:
    """A sitting of the process."""

    id: str
    title: str
    minutes: Span
    breaks: Span
    items: tuple[PackItem, ...]
    start: int = 13 * 60
    """Proposed start, minutes after midnight."""


@dataclass(frozen=True, kw_only=True)
class ListEntry:
    """One entry of a list."""

    title: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class PackList:
    """Words to look things up in, such as the themes of a survey."""

    id: str
    title: str
    hint: str = ""
    entries: tuple[ListEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReportForm:
    """The words of the one-page report."""

    title: str
    recipient: str
    unit_label: str
    authors_label: str
    author_roles: tuple[str, ...]
    status_title: str
    success_question: str
    reason_question: str
    lines: int
    areas_title: str
    area_label: str
    name_label: str
    goal_label: str
    actions_label: str


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A whole process."""

    id: str
    version: str
    title: str
    short_title: str
    summary: str
    facts: str
    """One caption line for the start screen."""
    source: str
    picture: str = "note"
    schema: int = SCHEMA
    themes: Span = Span(least=3, most=5)
    soft_max_people: int = 12
    votes_per_person: int = 0
    variables: tuple[Variable, ...] = ()
    roles: tuple[Role, ...] = ()
    note_types: tuple[NoteType, ...] = ()
    always_act: AlwaysAct | None = None
    lifts: tuple[Lift, ...] = ()
    parking_title: str = "P-plads"
    parking_hint: str = ""
    phases: tuple[Phase, ...] = ()
    rules: tuple[str, ...] = ()
    boards: tuple[Board, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    questions: tuple[Question, ...] = ()
    smtte: tuple[SmtteLetter, ...] = ()
    status_steps: tuple[StatusStep, ...] = ()
    milestones: tuple[PackMilestone, ...] = ()
    tasks: tuple[PackTask, ...] = ()
    lists: tuple[PackList, ...] = ()
    meetings: tuple[PackMeeting, ...] = ()
    report: ReportForm | None = None

    def fill(self, text: str, values: Mapping[str, str] | None = None) -> str:
        """The text with its ``{variables}`` filled in: from ``values``, else with the pack's defaults."""
        known = {each.id: (values or {}).get(each.id) or each.default for each in self.variables}
        # One pass, so that braces in what the user typed stay as typed.
        return _VARIABLE.sub(lambda found: known.get(found[1], found[0]), text)

    def board(self, board_id: str) -> Board:
        """The board with that id. Raises KeyError."""
        return _find(self.boards, board_id)

    def matrix(self, matrix_id: str) -> Matrix:
        """The matrix with that id. Raises KeyError."""
        return _find(self.matrices, matrix_id)

    def role(self, role_id: str) -> Role:
        """The role with that id. Raises KeyError."""
        return _find(self.roles, role_id)

    def note_type(self, type_id: str) -> NoteType:
        """The note type with that id. Raises KeyError."""
        return _find(self.note_types, type_id)

    def meeting(self, meeting_id: str) -> PackMeeting:
        """The meeting with that id. Raises KeyError."""
        return _find(self.meetings, meeting_id)

    def item(self, meeting_id: str, item_id: str) -> PackItem | None:
        """The row of the drejebog with that id, or None for one that the user added."""
        for meeting in self.meetings:
            if meeting.id == meeting_id:
                for item in meeting.items:
                    if item.id == item_id:
                        return item
        return None


def _find(things: tuple[N, ...], wanted: str) -> N:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
