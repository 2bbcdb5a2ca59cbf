"""Plus and minus on a list of points, each person alone, and what may be counted of it (000: R62–R64).

A round of sheets is a pulse with points in place of questions (``Pulse.points``): the same answers outside
undo, the same closing that tears them apart, the same least number. So the small-group guard is one.
"""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.own_words import LIST, override_id
from trivselsdesk.domain.pack import ListEntry, Pack, PackList, Tool
from trivselsdesk.domain.pulse import answers_of, count, least, read_marks
from trivselsdesk.domain.records import Meeting, Override, Pulse
from trivselsdesk.domain.tools import state_of

KIND = "plusminus"
PLUS, MINUS, BOTH = 1, 2, 3
"""What stands at a point; a point without a mark is missing."""
_PARTS = "\t"


@dataclass(frozen=True)
class Point:
    """Something to put a plus or a minus at."""

    key: str
    title: str
    text: str = ""
    group: str = ""
    """Title of the list that it stands on."""


@dataclass(frozen=True)
class PointCount:
    """How many put a plus, and how many a minus. Somebody who put both counts in both."""

    point: Point
    plus: int
    minus: int


@dataclass(frozen=True)
class PointResult:
    """What may be shown of a round of sheets."""

    n: int
    """Sheets that were counted."""
    day: date
    counts: tuple[PointCount, ...]


def lists_of(pack: Pack, tool: Tool) -> list[PackList]:
    """The lists that the tool goes through, in its order."""
    known = {each.id: each for each in pack.lists}
    return [known[each] for each in tool.params.get("lists", ()) if each in known]


def points_tool(pack: Pack) -> Tool | None:
    """The tool of the process, or None where it has none."""
    return pack.first_tool(KIND)


def list_text(book: Book, source: PackList) -> str:
    """The entries of a list as they were written, one a line."""
    return _own_text(book, source) or "\n".join(each.title for each in source.entries)


def _own_text(book: Book, source: PackList) -> str:
    own = book.find(Override, override_id(book.programme.id, LIST + source.id))
    return own.text if own is not None and own.text.strip() else ""


def entries_of(book: Book, source: PackList) -> tuple[ListEntry, ...]:
    """A list as the unit has it: what it has written itself, else the pack's."""
    own = _own_text(book, source)
    if not own:
        return source.entries
    known = {each.title: each for each in (*source.entries, *source.proposal)}
    lines = dict.fromkeys(" ".join(line.split()) for line in own.splitlines())
    return tuple(known.get(line) or ListEntry(title=line) for line in lines if line)


def own_list(programme_id: str, source: PackList, lines: str) -> Override:
    """The record with the unit's own entries, one a line; an empty one gives the pack's back."""
    key = LIST + source.id
    return Override(id=override_id(programme_id, key), programme_id=programme_id, key=key, text=lines)


def points_now(book: Book, pack: Pack, tool: Tool) -> list[Point]:
    """The points as they stand on the lists now."""
    found: list[Point] = []
    for source in lists_of(pack, tool):
        for entry in entries_of(book, source):
            title = pack.fill(entry.title)
            found.append(Point(_key(len(found)), title, pack.fill(entry.text), pack.fill(source.title)))
    return found


def kept(points: list[Point]) -> str:
    """The points as a round of sheets keeps them: what was counted stays what people saw."""
    words = ((each.group, each.title, each.text) for each in points)
    return "\n".join(_PARTS.join(" ".join(part.split()) for part in parts) for parts in words)


def points_of(sheets: Pulse) -> list[Point]:
    """The points that a round of sheets is about, as they were worded then."""
    found = []
    for place, line in enumerate(sheets.points.splitlines()):
        group, title, text = (*line.split(_PARTS), "", "")[:3]
        found.append(Point(_key(place), title, text, group))
    return found


def rounds(book: Book) -> list[Pulse]:
    """All rounds of sheets, the newest first."""
    return list(reversed(book.ranked(Pulse, lambda each: bool(each.points))))


def round_of(book: Book, meeting: Meeting) -> Pulse | None:
    """The round of sheets of a meeting, or None before its first sheet."""
    found = book.find(Pulse, state_of(book, meeting, KIND).mode)
    return found if found is not None and found.points else None


def points_result(book: Book, pack: Pack, sheets: Pulse) -> PointResult | None:
    """What may be shown, or None: while sheets are still taken, or with too few of them (002: P60).

    Every view of a count – window, wall, paper – comes through here.
    """
    if sheets.closed is None or count(book, sheets) < least(pack):
        return None
    answers = [read_marks(each.marks) for each in answers_of(book, sheets.id)]
    counts = []
    for point in points_of(sheets):
        marks = [each.get(point.key) for each in answers]
        plus = sum(1 for each in marks if each in (PLUS, BOTH))
        counts.append(PointCount(point, plus, sum(1 for each in marks if each in (MINUS, BOTH))))
    return PointResult(len(answers), sheets.closed, tuple(counts))


def grouped(points: list[Point]) -> list[tuple[str, list[Point]]]:
    """The points under the titles of their lists."""
    found: dict[str, list[Point]] = {}
    for each in points:
        found.setdefault(each.group, []).append(each)
    return list(found.items())


def _key(place: int) -> str:
    return f"p{place + 1}"
