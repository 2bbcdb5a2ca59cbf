"""A process pack: one process (its phases, meetings, boards, questions and words) as plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack.agreeing import (
    ACTION_FIELDS,
    INITIATIVE_FIELDS,
    ActionColumn,
    Choice,
    Question,
    QuestionField,
    ReportForm,
    SmtteLetter,
    StatusStep,
)
from trivselsdesk.domain.pack.base import TONES, Named, Span, find
from trivselsdesk.domain.pack.forms import Form, FormChoice, FormColumn, FormField, RowColumn
from trivselsdesk.domain.pack.handing import (
    HANDIN_KINDS,
    TOLD_FIELDS,
    ApvForm,
    CopyField,
    CopySheet,
    Handin,
    NewsForm,
)
from trivselsdesk.domain.pack.meetings import (
    TOOL_KINDS,
    Aid,
    CircleRound,
    PackItem,
    PackMeeting,
    PackStep,
    RoleCard,
    Tool,
)
from trivselsdesk.domain.pack.preparing import (
    FOLLOW_PAGES,
    MEETING_GROUP,
    ROOMS,
    TRIO_GROUP,
    Due,
    InvitationForm,
    ListEntry,
    Occasion,
    OccasionWords,
    PackList,
    PackMilestone,
    PackTask,
    Phase,
    RemarkKind,
    Role,
    Variable,
)
from trivselsdesk.domain.pack.pulse import PulseForm, PulseQuestion
from trivselsdesk.domain.pack.surfaces import (
    AlwaysAct,
    Axis,
    Board,
    Corner,
    Lift,
    Matrix,
    NoteType,
    TagKind,
    Track,
    Zone,
    base_of,
)
from trivselsdesk.domain.pack.telling import PixiForm
from trivselsdesk.domain.pack.wheel import EVENT_KINDS, Ring, Wheel, WheelEvent

__all__ = [
    "ACTION_FIELDS",
    "EVENT_KINDS",
    "FOLLOW_PAGES",
    "HANDIN_KINDS",
    "INITIATIVE_FIELDS",
    "MEETING_GROUP",
    "ROOMS",
    "SCHEMA",
    "TOLD_FIELDS",
    "TONES",
    "TOOL_KINDS",
    "TRIO_GROUP",
    "ActionColumn",
    "Aid",
    "AlwaysAct",
    "ApvForm",
    "Axis",
    "Board",
    "Choice",
    "CircleRound",
    "CopyField",
    "CopySheet",
    "Corner",
    "Due",
    "Form",
    "FormChoice",
    "FormColumn",
    "FormField",
    "Handin",
    "InvitationForm",
    "Lift",
    "ListEntry",
    "Matrix",
    "Named",
    "NewsForm",
    "NoteType",
    "Occasion",
    "OccasionWords",
    "Pack",
    "PackItem",
    "PackList",
    "PackMeeting",
    "PackMilestone",
    "PackStep",
    "PackTask",
    "Phase",
    "PixiForm",
    "PulseForm",
    "PulseQuestion",
    "Question",
    "QuestionField",
    "RemarkKind",
    "ReportForm",
    "Ring",
    "Role",
    "RoleCard",
    "RowColumn",
    "SmtteLetter",
    "Span",
    "StatusStep",
    "TagKind",
    "Tool",
    "Track",
    "Variable",
    "Wheel",
    "WheelEvent",
    "Zone",
]

SCHEMA = 1
"""The newest pack format that this program reads."""

_VARIABLE = re.compile(r"\{([a-z0-9_-]+)\}")
_THEMES = Span(least=3, most=5)


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
    themes: Span = _THEMES
    soft_max_people: int = 12
    votes_per_person: int = 0
    variables: tuple[Variable, ...] = ()
    roles: tuple[Role, ...] = ()
    remark_kinds: tuple[RemarkKind, ...] = ()
    note_types: tuple[NoteType, ...] = ()
    always_act: AlwaysAct | None = None
    lifts: tuple[Lift, ...] = ()
    tracks: tuple[Track, ...] = ()
    tags: tuple[TagKind, ...] = ()
    department_label: str = ""
    """What people come from, such as »Afdeling«; empty where the process does not ask."""
    trio: str = "Trioen"
    """What those who prepare the meeting are called, in the definite."""
    parking_title: str = "P-plads"
    parking_hint: str = ""
    phases: tuple[Phase, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    rules: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    """Words in goals and actions that get a »Hvordan?«."""
    boards: tuple[Board, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    questions: tuple[Question, ...] = ()
    action_columns: tuple[ActionColumn, ...] = ()
    """The columns of the table of actions; as the program has them when empty."""
    smtte: tuple[SmtteLetter, ...] = ()
    status_steps: tuple[StatusStep, ...] = ()
    stale_weeks: int = 4
    """Weeks without movement after which an action stands out (003: F05, F45; the number is ours)."""
    milestones: tuple[PackMilestone, ...] = ()
    tasks: tuple[PackTask, ...] = ()
    lists: tuple[PackList, ...] = ()
    invitation: InvitationForm | None = None
    forms: tuple[Form, ...] = ()
    meetings: tuple[PackMeeting, ...] = ()
    report: ReportForm | None = None
    wheel: Wheel | None = None
    handins: tuple[Handin, ...] = ()
    apv: ApvForm | None = None
    copy_sheet: CopySheet | None = None
    news: NewsForm | None = None
    pulse: PulseForm | None = None
    pixi: PixiForm | None = None

    def fill(self, text: str, values: Mapping[str, str] | None = None) -> str:
        """The text with its ``{variables}`` filled in: from ``values``, else with the pack's defaults."""
        known = {each.id: (values or {}).get(each.id) or each.default for each in self.variables}
        # One pass, so that braces in what the user typed stay as typed.
        return _VARIABLE.sub(lambda found: known.get(found[1], found[0]), text)

    def board(self, board_id: str) -> Board:
        """The board with that id, or the sheet that it has for an initiative. Raises KeyError."""
        board = find(self.boards, base_of(board_id))
        return replace(board, id=board_id) if board.per else board

    def matrix(self, matrix_id: str) -> Matrix:
        """The matrix with that id. Raises KeyError."""
        return find(self.matrices, matrix_id)

    def role(self, role_id: str) -> Role:
        """The role with that id. Raises KeyError."""
        return find(self.roles, role_id)

    def note_type(self, type_id: str) -> NoteType:
        """The note type with that id. Raises KeyError."""
        return find(self.note_types, type_id)

    def lift(self, lift_id: str) -> Lift:
        """The lift target with that id. Raises KeyError."""
        return find(self.lifts, lift_id)

    def meeting(self, meeting_id: str) -> PackMeeting:
        """The meeting with that id. Raises KeyError."""
        return find(self.meetings, meeting_id)

    def has_page(self, kind: str) -> bool:
        """Whether a phase names that page of the room after the meeting."""
        return any(kind in phase.pages for phase in self.phases)

    def first_tool(self, kind: str) -> Tool | None:
        """The first tool of a kind in any meeting, or None where the process does without."""
        return next((tool for each in self.meetings for tool in each.tools if tool.kind == kind), None)

    def item(self, meeting_id: str, item_id: str) -> PackItem | None:
        """The row of the drejebog with that id, or None for one that the user added."""
        for meeting in self.meetings:
            if meeting.id == meeting_id:
                for item in meeting.items:
                    if item.id == item_id:
                        return item
        return None
