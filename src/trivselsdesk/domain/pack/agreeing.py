"""What is agreed and reported: questions, SMTTE, the statuspil and the report."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass

INITIATIVE_FIELDS = ("why", "goal", "signs", "barriers", "efforts", "actions", "evaluation", "followup")
"""The parts of an initiative that a question or a SMTTE letter may ask for."""


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
    strength: str = ""
    """The question for an initiative that grew from something good; the title when empty (000:145)."""
    fields: tuple[QuestionField, ...] = ()


ACTION_FIELDS = ("title", "people", "owner", "how", "due")
"""The parts of an action that a column of the handleplan may show."""


@dataclass(frozen=True, kw_only=True)
class ActionColumn:
    """A column of the table of actions."""

    field: str
    label: str


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
