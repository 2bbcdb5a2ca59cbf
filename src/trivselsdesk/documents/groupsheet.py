"""The group sheets on A4: one for each group, with its theme, its tasks and lines to write answers on."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import even_cells, framed
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    PETROL,
    PETROL_TINT,
    REGULAR,
    RULE,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Box, Line, Page, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.groups import (
    GroupRules,
    GroupView,
    group_rules,
    groups_of,
    groups_tool,
    proposed_count,
)
from trivselsdesk.domain.pack import Pack, Question, RoleCard
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, TalkGroup
from trivselsdesk.domain.remarks import attendance

TOP = 48.0
_TEXTS = ("why", "goal", "signs", "barriers", "evaluation")
_MOST_LINES = 6
"""Lines to write on below a box, where there is room."""
_STEP = 30.0

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_NAMES = Style(REGULAR, 16, 22, INK_SOFT)
_ROLE = Style(BOLD, 15, 20)
_HINT = Style(REGULAR, 13, 17, INK_SOFT)
_HOLDER = Style(SEMIBOLD, 15, 22, PETROL)
_QUESTION = Style(BOLD, 18, 24)
_LABEL = Style(SEMIBOLD, 14, 20, INK_SOFT)
_WRITTEN = Style(REGULAR, 15, 21)
_TOGETHER = Style(REGULAR, 14, 20)
_TOGETHER_HEAD = Style(BOLD, 14, 20, PETROL)

Asked = list[Line | None]
"""A question: its words, and None wherever there is to be room to write."""


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """A page for each group; before groups are made, empty ones for as many as are proposed.

    What is already written stands on the sheet. Raises DocumentError when there is no meeting, or the
    process does not work in groups.
    """
    try:
        meeting = book.meeting
    except NotThere:
        raise DocumentError("Der er ikke noget møde i forløbet, så der er ingen gruppeark.") from None
    tool = groups_tool(pack)
    if tool is None:
        raise DocumentError("Forløbets proces arbejder ikke i grupper, så der er ingen gruppeark.")
    rules = group_rules(pack, tool)
    groups = groups_of(book, meeting, rules) or _proposed(book, rules)
    pages: list[Page] = []
    for view in groups:
        pages += _sheet(pack, rules, view)
    unit = book.programme.name
    title = " – ".join(each for each in ("Gruppeark", unit) if each)
    return writer.write(pages, writer.Imprint(title, unit, now))


def _proposed(book: Book, rules: GroupRules) -> list[GroupView]:
    """Groups that nobody sits in yet, one for each theme."""
    initiatives = active_initiatives(book)
    count = proposed_count(len(attendance(book, book.meeting)[0]), len(initiatives), rules.size)
    group = TalkGroup(id="", programme_id=book.programme.id, meeting_id="")
    return [
        GroupView(group, place + 1, (), initiatives[place] if place < len(initiatives) else None, True)
        for place in range(count)
    ]


def _sheet(pack: Pack, rules: GroupRules, view: GroupView) -> list[Page]:
    """One page with as many lines to write on as there is room for; more pages only for long answers."""
    parts = _parts(pack, rules, view)
    for lines in range(_MOST_LINES, 0, -1):
        pages = paged([_with_room(part, lines) for part in parts], TOP, BOTTOM)
        if len(pages) == 1:
            break
    return pages


def _with_room(part: Block | Asked, lines: int) -> Block:
    if isinstance(part, Block):
        return part
    room = _empty_lines(lines, _STEP)
    filled = [line for each in part for line in (room if each is None else (each,))]
    return Block((tuple(filled),), above=18)


def _parts(pack: Pack, rules: GroupRules, view: GroupView) -> list[Block | Asked]:
    theme = view.initiative.name.strip() if view.initiative else ""
    names = " · ".join(seat.person.name for seat in view.seats)
    head = [
        *paragraph([Run(f"Gruppe {view.number}", _KICKER)], LEFT, WIDE),
        *(paragraph([Run(theme, _HEADING)], LEFT, WIDE) if theme else _empty_lines(1, 44)),
        *paragraph([Run(names, _NAMES)], LEFT, WIDE),
    ]
    outline = " · ".join(e for e in (f"Gruppe {view.number}", theme) if e)
    parts: list[Block | Asked] = [Block((tuple(head),), outline=outline)]
    if rules.roles:
        parts.append(_roles(rules.roles, view))
    for question in rules.questions:
        parts.append(_question(pack, question, view.initiative))
    if rules.plenary:
        parts.append(_together(pack, rules))
    return parts


def _roles(roles: tuple[RoleCard, ...], view: GroupView) -> Block:
    wide = WIDE / len(roles)
    columns = []
    for place, role in enumerate(roles):
        x = LEFT + place * wide + 12
        holder = ", ".join(seat.person.name for seat in view.seats if role in seat.roles)
        columns.append(
            (
                *paragraph([Run(role.title, _ROLE)], x, wide - 20),
                *paragraph([Run(role.hint, _HINT)], x, wide - 20),
                Line(4),
                # An empty line where nobody holds the card: it can be filled in by hand.
                *(paragraph([Run(holder, _HOLDER)], x, wide - 20) or [Line(_HOLDER.leading)]),
            )
        )
    return Block(tuple(columns), top=8, bottom=8, above=14, frame=even_cells(len(roles)))


def _question(pack: Pack, question: Question, initiative: Initiative | None) -> Asked:
    number = pack.questions.index(question) + 1
    lines: Asked = [
        *paragraph([Run(f"{number}. {question.title}", _QUESTION)], LEFT, WIDE),
        *paragraph([Run(question.hint, _HINT)], LEFT, WIDE),
    ]
    boxes = [box for box in question.fields if box.field in _TEXTS]
    for box in boxes:
        if box.label:
            lines += [Line(6), *paragraph([Run(box.label, _LABEL)], LEFT, WIDE)]
        written = str(getattr(initiative, box.field)).strip() if initiative else ""
        for line in written.split("\n") if written else ():
            lines += paragraph([Run(line, _WRITTEN)], LEFT, WIDE)
        lines.append(None)
    if not boxes:
        lines.append(None)
    return lines


def _empty_lines(count: int, step: float) -> list[Line]:
    return [Line(step, (Box(LEFT, step - 1, WIDE, 1, fill=RULE),)) for _ in range(count)]


def _together(pack: Pack, rules: GroupRules) -> Block:
    x, wide = LEFT + 14, WIDE - 28
    lines = paragraph([Run("Det tager vi sammen bagefter", _TOGETHER_HEAD)], x, wide)
    for question in rules.plenary:
        number = pack.questions.index(question) + 1
        lines += paragraph([Run(f"{number}. {question.title}", _TOGETHER)], x, wide)

    return Block((tuple(lines),), top=7, bottom=7, above=18, frame=framed(PETROL_TINT))
