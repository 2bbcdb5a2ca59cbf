"""How an action has moved along its arrow: its history, since when it stands, and whether it stands still."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Action, Initiative, StatusChange


@dataclass(frozen=True)
class Standing:
    """Where an arrow stands. ``day`` is None where nobody knows since when."""

    day: date | None
    who: str = ""
    weeks: int = 0
    """Whole weeks without movement, up to today."""


def history(book: Book, action_id: str) -> list[StatusChange]:
    """What happened to an action's arrow, the latest on top."""
    return list(book.kept(_by_action).get(action_id, ()))


def _by_action(book: Book) -> dict[str, list[StatusChange]]:
    found: dict[str, list[StatusChange]] = {}
    for change in book.of(StatusChange):
        found.setdefault(change.action_id, []).append(change)
    for lines in found.values():
        lines.sort(key=lambda each: (each.at, each.id), reverse=True)
    return found


def standing(book: Book, action: Action, today: date, *, first: bool) -> Standing:
    """Since when the arrow stands where it is: the last move, else the day that it was set in motion.

    A word about it is no movement (003: F45). One that is past the ``first`` step without a history was
    moved by an older version of the program: nobody knows when, and it counts from the day of setting out.
    """
    moved = next((each for each in history(book, action.id) if each.before != each.after), None)
    if moved is not None and moved.after == action.status:
        return Standing(moved.day, moved.who, _weeks(moved.day, today))
    initiative = book.find(Initiative, action.initiative_id)
    begun = initiative.launched if initiative is not None else None
    return Standing(begun if first else None, "", _weeks(begun, today) if begun else 0)


def _weeks(day: date, today: date) -> int:
    return max(0, (today - day).days // 7)
