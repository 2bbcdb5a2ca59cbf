"""What has to be handed in: to whom and by when, the APV plan, the copy sheet and the short news."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass

HANDIN_KINDS = ("report", "apv", "copy", "news")
"""What can be handed in. Each is code, written once; packs name it and say to whom and by when."""

TOLD_FIELDS = (
    "name",
    "why",
    "goal",
    "signs",
    "barriers",
    "efforts",
    "actions",
    "people",
    "owner",
    "due",
    "status",
    "evaluation",
    "leads",
    "followup",
    "news",
)
"""The parts of an initiative that a copy sheet can hold; ``domain/told.py`` says them."""


@dataclass(frozen=True, kw_only=True)
class Handin:
    """Something that the unit hands in."""

    id: str
    title: str
    kind: str
    to: str = ""
    """To whom."""
    due: str = ""
    """Id of the milestone that it is due at."""
    countdown: str = ""
    """What is said behind »Om 25 dage«; the title when empty."""


@dataclass(frozen=True, kw_only=True)
class ApvForm:
    """The words of the APV plan, which says what the law asks for."""

    title: str
    sickness_question: str
    """Which working conditions play a part in sickness absence (003: P90)."""
    sickness_hint: str = ""
    problem_label: str = "Problem"
    measure_label: str = "Tiltag"
    owner_label: str = "Ansvarlig"
    time_label: str = "Tidsplan"
    followup_label: str = "Opfølgning"


@dataclass(frozen=True, kw_only=True)
class CopyField:
    """One box of the other system, and the part of the initiative that goes into it."""

    field: str
    label: str
    """What the box is called there."""


@dataclass(frozen=True, kw_only=True)
class CopySheet:
    """The boxes of another system, in its order, to copy the plan into by hand (003: E12)."""

    title: str
    system: str
    """What the other system is called."""
    fields: tuple[CopyField, ...]
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class NewsForm:
    """The words around the short news for the staff (002: P67, E17)."""

    title: str
    opening: str
    chosen_title: str
    lifted_title: str
    solved_title: str
    closing: str = ""
