"""The page gauge: how much of its one page a document fills, and which fields fill the most."""

from __future__ import annotations

from trivselsdesk.domain.danish import format_decimal, plural
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Record

NEAR = 0.9
"""From here the page counts as nearly full (design system, §8)."""


@dataclass(frozen=True)
class FieldFill:
    """How many lines one typed field takes on the page."""

    kind: type[Record]
    id: str
    field: str
    label: str
    lines: int

    def words(self) -> str:
        """»Mål« i »Plads til det svære« (6 linjer)."""
        return f"{self.label} ({plural(self.lines, 'linje', 'linjer')})"


@dataclass(frozen=True)
class PageFill:
    """How a document stands against its one page."""

    fill: float
    """1.0 is a full page."""
    lines_left: int
    lines_over: int
    longest: tuple[FieldFill, ...]
    """The longest fields first; only those of two lines or more."""

    @property
    def state(self) -> str:
        """``ok``, ``near`` or ``over``."""
        if self.lines_over:
            return "over"
        return "ok" if self.fill <= NEAR else "near"

    def number(self) -> str:
        """The share of the page as »0,8«. Never »1« for a page that is too full: then »1,1«."""
        tenths = round(self.fill * 10)
        return format_decimal((max(11, tenths) if self.lines_over else min(10, tenths)) / 10, 1)

    def over_words(self) -> str:
        """»8 linjer«."""
        return plural(self.lines_over, "linje", "linjer")

    def words(self) -> str:
        """»Plads til 9 linjer«, »Næsten fuld« or »Fylder 1,2 – forkort ca. 8 linjer«."""
        if self.state == "over":
            return f"Fylder {self.number()} – forkort ca. {self.over_words()}"
        if self.state == "near":
            return "Næsten fuld"
        return f"Plads til {plural(self.lines_left, 'linje', 'linjer')}"
