"""How the answers of a form are kept as text: lines, rows of cells, ticks, days and steps of a scale."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import FormField
from trivselsdesk.domain.pack.forms import CHOICE, DATE, LINES, ROWS, SCALE, SCALE_STEPS, TICKS

_TICKED, _OWN_ON, _OWN_OFF = "=", "+", "-"


@dataclass(frozen=True)
class OwnTick:
    """A line that the unit added to a list of ticks."""

    text: str
    ticked: bool = True


@dataclass(frozen=True)
class Ticks:
    """What is ticked in a list: ids of the pack's choices, and the unit's own lines."""

    chosen: frozenset[str] = frozenset()
    own: tuple[OwnTick, ...] = ()


def read_lines(text: str, count: int) -> list[str]:
    """The numbered lines, at least ``count`` of them. A line that stays empty keeps its number."""
    lines = text.split("\n")
    return lines + [""] * (count - len(lines))


def write_lines(lines: list[str]) -> str:
    """Numbered lines as text; empty when nothing is in any of them."""
    return "\n".join(" ".join(line.split()) for line in lines).rstrip("\n")


def read_rows(text: str, width: int) -> list[list[str]]:
    """The rows of a small table, each with ``width`` cells."""
    rows = [line.split("\t") for line in text.split("\n")] if text else []
    return [(row + [""] * width)[:width] for row in rows]


def write_rows(rows: list[list[str]]) -> str:
    """Rows as text. Rows without any words are left out."""
    plain = [[" ".join(cell.split()) for cell in row] for row in rows]
    return "\n".join("\t".join(row) for row in plain if any(row))


def read_ticks(text: str) -> Ticks:
    """What is ticked."""
    chosen, own = set(), []
    for line in text.split("\n"):
        mark, words = line[:1], line[1:]
        if mark == _TICKED:
            chosen.add(words)
        elif mark in (_OWN_ON, _OWN_OFF) and words.strip():
            own.append(OwnTick(words, mark == _OWN_ON))
    return Ticks(frozenset(chosen), tuple(own))


def write_ticks(ticks: Ticks) -> str:
    """Ticks as text."""
    own = [
        f"{_OWN_ON if each.ticked else _OWN_OFF}{' '.join(each.text.split())}"
        for each in ticks.own
        if each.text.strip()
    ]
    return "\n".join([*(f"{_TICKED}{each}" for each in sorted(ticks.chosen)), *own])


def read_day(text: str) -> date | None:
    """The day, or None for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_answered(field: FormField, text: str) -> bool:
    """Whether the question has been answered. Own lines that nobody has ticked do not count."""
    if field.kind == TICKS:
        ticks = read_ticks(text)
        return bool(ticks.chosen) or any(each.ticked for each in ticks.own)
    return bool(text.strip())


def spoken(field: FormField, text: str, *, names: bool = True) -> list[str]:
    """The answer as plain lines: for paper, for the wall, and for what stands beside it next time.

    Without ``names`` the cells that hold a person are left out.
    """
    if not text.strip():
        return []
    if field.kind == LINES:
        lines = text.split("\n")
        return [f"{number}. {line}" for number, line in enumerate(lines, 1) if line.strip()]
    if field.kind == ROWS:
        shown = [place for place, each in enumerate(field.cells) if names or each.kind != "person"]
        rows = read_rows(text, len(field.cells))
        found = [[_cell(field, place, row[place]) for place in shown] for row in rows]
        return [" · ".join(cell for cell in row if cell) for row in found if any(row)]
    if field.kind == DATE:
        day = read_day(text)
        return [format_date(day, weekday=True) if day else text]
    if field.kind == CHOICE:
        return [next((each.label for each in field.choices if each.id == text), text)]
    if field.kind == SCALE:
        return [f"{text} af {SCALE_STEPS}"]
    if field.kind == TICKS:
        ticks = read_ticks(text)
        known = [each.label for each in field.choices if each.id in ticks.chosen]
        return [*known, *(each.text for each in ticks.own if each.ticked)]
    return [line for line in text.split("\n") if line.strip()]


def cell_words(field: FormField, place: int, text: str) -> str:
    """A cell of a small table in words."""
    return _cell(field, place, text)


def _cell(field: FormField, place: int, text: str) -> str:
    if field.cells[place].kind == "date":
        day = read_day(text)
        return format_date(day) if day else text
    return text
