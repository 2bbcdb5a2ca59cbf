"""Where a room was left, under keys that another room may set before it leads there, and its pages' names."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "FollowPages"
_TITLES: dict[str, str] = {
    "status": QT_TRANSLATE_NOOP("FollowPages", "Statuspil"),
    "lifts": QT_TRANSLATE_NOOP("FollowPages", "Løft"),
    "wheel": QT_TRANSLATE_NOOP("FollowPages", "Årshjul"),
    "forms": QT_TRANSLATE_NOOP("FollowPages", "Evaluering"),
    "handin": QT_TRANSLATE_NOOP("FollowPages", "Aflevering"),
    "pulse": QT_TRANSLATE_NOOP("FollowPages", "Puls"),
    "network": QT_TRANSLATE_NOOP("FollowPages", "Samarbejde"),
}

PLAN_QUESTIONS, PLAN_SMTTE = "questions", "smtte"


def plan_area(programme_id: str) -> str:
    """Key of the initiative, or part of the report, that the handleplan shows."""
    return f"plan_area:{programme_id}"


def plan_view(programme_id: str) -> str:
    """Key of how the handleplan shows it: ``PLAN_QUESTIONS`` or ``PLAN_SMTTE``."""
    return f"plan_view:{programme_id}"


def follow_page(programme_id: str, phase_id: str) -> str:
    """Key of the page that the room after the meeting shows in a phase."""
    return f"follow.page/{programme_id}/{phase_id}"


def page_title(kind: str) -> str:
    """What a page of that room is called (see ``domain.pack.FOLLOW_PAGES``)."""
    return QCoreApplication.translate(_CONTEXT, _TITLES[kind])
