"""The records of a programme: everything a unit has written, as frozen rows with ids."""

from __future__ import annotations

from trivselsdesk.domain.records.agreeing import Signup, ThemeTime
from trivselsdesk.domain.records.base import CardState, Ranked, Record, new_id
from trivselsdesk.domain.records.board import Link, Note, Placement, Theme, link_id
from trivselsdesk.domain.records.deciding import Ballot, GroupMember, GroupWork, TalkGroup, group_member_id
from trivselsdesk.domain.records.forms import FormAnswer, FormEntry, form_answer_id, form_entry_id
from trivselsdesk.domain.records.lifting import Escalation
from trivselsdesk.domain.records.meeting import AgendaItem, ClockState, Meeting, SlotLog, Step
from trivselsdesk.domain.records.minutes import Absence, Remark, absence_id
from trivselsdesk.domain.records.plan import Action, Initiative, Report, StatusChange
from trivselsdesk.domain.records.programme import (
    Milestone,
    Override,
    Person,
    Programme,
    RoleHolder,
    Rule,
    Setting,
    Task,
)
from trivselsdesk.domain.records.tools import Expectation, Idea, ToolState
from trivselsdesk.domain.records.turns import PASSING, Round, Turn
from trivselsdesk.domain.records.wheel import Event

__all__ = [
    "PASSING",
    "RECORD_TYPES",
    "Absence",
    "Action",
    "AgendaItem",
    "Ballot",
    "CardState",
    "ClockState",
    "Escalation",
    "Event",
    "Expectation",
    "FormAnswer",
    "FormEntry",
    "GroupMember",
    "GroupWork",
    "Idea",
    "Initiative",
    "Link",
    "Meeting",
    "Milestone",
    "Note",
    "Override",
    "Person",
    "Placement",
    "Programme",
    "Ranked",
    "Record",
    "Remark",
    "Report",
    "RoleHolder",
    "Round",
    "Rule",
    "Setting",
    "Signup",
    "SlotLog",
    "StatusChange",
    "Step",
    "TalkGroup",
    "Task",
    "Theme",
    "ThemeTime",
    "ToolState",
    "Turn",
    "absence_id",
    "form_answer_id",
    "form_entry_id",
    "group_member_id",
    "link_id",
    "new_id",
]

RECORD_TYPES: tuple[type[Record], ...] = (
    Programme,
    Override,
    Person,
    RoleHolder,
    Task,
    Milestone,
    Rule,
    Meeting,
    AgendaItem,
    Step,
    Note,
    Theme,
    Link,
    Placement,
    Escalation,
    Initiative,
    Action,
    Report,
    Event,
    ClockState,
    SlotLog,
    Expectation,
    Idea,
    ToolState,
    Ballot,
    TalkGroup,
    GroupMember,
    GroupWork,
    Round,
    Turn,
    Remark,
    Absence,
    FormEntry,
    FormAnswer,
    StatusChange,
    ThemeTime,
    Signup,
    Setting,
)
