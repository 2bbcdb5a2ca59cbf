"""The samarbejdskort for the room: who is together about what, and where it is thin."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.network import (
    ALONE,
    FINDING_WORDS,
    IN,
    OWNS,
    PART_WORDS,
    Network,
    Subject,
    network,
)
from trivselsdesk.domain.wall.model import Block, Line, Sheet

MOST = 4
"""Lines below a subject; more could not be read from across the room."""


def network_sheet(book: Book, *, names: bool) -> Sheet:
    """A block for each subject with those who are in on it, and below them what is pointed out.

    Without names the departments stand there, and nobody is said to carry it alone.
    """
    net = network(book)
    return Sheet(tuple(_block(net, each, names) for each in net.subjects))


def _block(net: Network, subject: Subject, names: bool) -> Block:
    lines = _people(subject) if names else _departments(subject)
    if len(lines) > MOST:
        lines = [*lines[: MOST - 1], Line(f"og {len(lines) - MOST + 1} mere")]
    kinds = dict.fromkeys(
        each.kind
        for each in net.findings
        if each.initiative_id == subject.initiative_id and (names or each.kind != ALONE)
    )
    warnings = [Line(FINDING_WORDS[kind], icon="warn", tone="warn") for kind in kinds]
    return Block(subject.title, (*lines, *warnings), "warn" if warnings else "primary")


def _people(subject: Subject) -> list[Line]:
    return [
        Line(
            f"{each.name} · {each.department}" if each.department else each.name,
            aside=""
            if each.roles == (IN,)
            else ", ".join(PART_WORDS[role] for role in each.roles if role != IN),
        )
        for each in subject.parts
    ]


def _departments(subject: Subject) -> list[Line]:
    owners = {each.department for each in subject.parts if OWNS in each.roles}
    return [Line(name, aside="ansvarlig" if name in owners else "") for name in subject.departments]
