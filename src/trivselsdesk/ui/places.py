"""Where a room was left, under keys that another room may set before it leads there."""

from __future__ import annotations

PLAN_QUESTIONS, PLAN_SMTTE = "questions", "smtte"


def plan_area(programme_id: str) -> str:
    """Key of the initiative, or part of the report, that the handleplan shows."""
    return f"plan_area:{programme_id}"


def plan_view(programme_id: str) -> str:
    """Key of how the handleplan shows it: ``PLAN_QUESTIONS`` or ``PLAN_SMTTE``."""
    return f"plan_view:{programme_id}"
