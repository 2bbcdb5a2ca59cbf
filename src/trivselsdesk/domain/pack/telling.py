"""The words around what a board came to, told in three minutes and in full."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass

READING_SPEED = 180
"""Words that somebody reads in a minute without hurry. Ours: the sources name the three minutes, no speed."""


@dataclass(frozen=True, kw_only=True)
class PixiForm:
    """The short print with a page for each zone of a board, and the full report (004: X42, X54)."""

    title: str
    board: str
    intro: str = ""
    """What it is about and whom it concerns."""
    minutes: int = 3
    """How long the short one may take to read."""
    most: int = 6
    """Points on a page of the short one."""
    further: str = ""
    """The line that leads from the short one to the report."""
    report_title: str = "Samlet rapport"
    method: str = ""
    """How what is told was gathered; opens the report."""
