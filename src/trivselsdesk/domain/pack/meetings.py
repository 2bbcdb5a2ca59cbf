"""A sitting of the process: the rows of its drejebog, their steps and tools."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack.base import Span

TOOL_KINDS = (
    "talk",
    "write",
    "board",
    "round",
    "sort",
    "matrix",
    "questions",
    "vote",
    "groups",
    "closing",
    "break",
    "expectations",
    "icebreaker",
    "negative",
    "form",
    "signup",
    "pulse",
    "plusminus",
    "circle",
    "pitch",
    "examples",
    "page",
)
"""What a step can be held with. Each kind is code, written once; packs only name it."""


@dataclass(frozen=True, kw_only=True)
class Tool:
    """What a step is held with. ``params`` differ with the kind; the loader checks them."""

    kind: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RoleCard:
    """A task that somebody has in a small group, such as leading the talk."""

    id: str
    title: str
    hint: str = ""
    """What one does with it, in a few words."""


@dataclass(frozen=True, kw_only=True)
class CircleRound:
    """A round of a cirkelsparring, held once for each person in focus."""

    title: str
    minutes: int
    who: str = "others"
    """Who speaks: ``focus``, ``others`` or ``all``."""


@dataclass(frozen=True, kw_only=True)
class Aid:
    """A tool that lies ready beside the part's own, such as a vote, groups or a list of expectations."""

    id: str
    title: str
    tool: Tool
    when: str = ""
    """When it helps, in a few words; shown where somebody chooses it."""
    saves: int = 0
    """Minutes that it can win back when the meeting is behind; 0 for one that saves no time (003: R31)."""
    heading: str = ""
    """Headline over the surface while it is open; the title when empty."""
    instruction: str = ""
    """One line for the wall; the part's own when empty."""
    script: tuple[str, ...] = ()
    """Takes the place of the part's script while it is open; the part's when empty."""
    tips: tuple[str, ...] = ()
    """Takes the place of the part's tips while it is open; the part's when empty."""


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
    least: int = 0
    """Minutes that it cannot do with less of when time is caught up; 0: two thirds of its own."""
    aids: tuple[Aid, ...] = ()
    """Tools that can be taken up while the step runs, beside those of the item."""


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
    each: tuple[str, ...] = ()
    """Those of the materials that every participant gets one of."""
    least: int = 0
    """As for a step, for an item without steps."""
    at: int | None = None
    """A fixed clock time that it begins at, minutes after midnight (002: R46)."""
    steps: tuple[PackStep, ...] = ()
    aids: tuple[Aid, ...] = ()
    """Tools that can be taken up while the item or any of its steps runs."""


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
    variant_of: tuple[str, ...] = ()
    """Ids of the meetings that it can be held instead of; empty for one held as a rule (001: R109)."""
    way: str = ""
    """What the choice between the ways is called for this one; the title when empty."""
    way_hint: str = ""
    """When this way suits."""

    @property
    def length(self) -> int:
        """Minutes from the start to the end, waiting for fixed clock times included."""
        clock = self.start
        for item in self.items:
            clock = (clock if item.at is None else item.at) + item.minutes
        return clock - self.start

    @property
    def tools(self) -> tuple[Tool, ...]:
        """Every tool of the sitting: those of its parts in their order, then the aids of each item."""
        found: list[Tool] = []
        for item in self.items:
            found += [item.tool, *(step.tool for step in item.steps)]
            found += [aid.tool for aid in item.aids]
            found += [aid.tool for step in item.steps for aid in step.aids]
        return tuple(found)
