"""Forms that have been filled in: each time with its day, and the answers."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


def form_entry_id(programme_id: str, form: str, subject_id: str) -> str:
    """Id of the first time that a form is filled in for something; two machines make the same one."""
    return f"{programme_id}:form:{form}:{subject_id}"


def form_answer_id(entry_id: str, field: str, column: str) -> str:
    """Id of an answer; there is at most one for each question and comment column."""
    return f"{entry_id}:{field}:{column}"


@dataclass(frozen=True, kw_only=True)
class FormEntry(Ranked):
    """One time that a form was filled in."""

    form: str
    """Id of a form of the pack."""
    subject_id: str = ""
    """Id of the initiative or person that it is about; empty for the unit."""
    day: date | None = None
    title: str = ""
    """What the unit calls this time, beside its day."""
    sealed: bool = False
    """The form is confidential: its answers are sealed text, and it leaves in no copy and no file."""


@dataclass(frozen=True, kw_only=True)
class FormAnswer(Record):
    """One answer. ``id`` is ``entry:field:column``. The text is written as ``domain.answers`` says."""

    entry_id: str
    field: str
    column: str = ""
    """Id of the comment column; empty where the form has none."""
    text: str


@dataclass(frozen=True, kw_only=True)
class FormLock(Record):
    """The lock of the confidential forms. ``id`` is the programme's. See ``store.sealing``."""

    public: str
    """The key that seals."""
    secret: str
    """The key that opens, itself sealed under the passphrase."""
    made: date | None = None
