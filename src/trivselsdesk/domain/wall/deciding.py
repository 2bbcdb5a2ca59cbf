"""What the room sees while it votes with strokes or works in groups."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.domain.board import Card
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_clock, plural
from trivselsdesk.domain.groups import (
    REPORTING,
    TALKING,
    GroupRules,
    GroupView,
    group_rules,
    groups_of,
    work_of,
)
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.domain.people import participants, short_names
from trivselsdesk.domain.records import Meeting, Person
from trivselsdesk.domain.signup import signups, wanted
from trivselsdesk.domain.start_notes import origin_words
from trivselsdesk.domain.voting import ballot_of, standing, vote_rules
from trivselsdesk.domain.wall.model import Block, Line, Sheet


def vote(book: Book, pack: Pack, meeting: Meeting, tool: Tool) -> Sheet:
    """The themes with their strokes, as they are counted; without them while the standing is hidden.

    The mark »kræver handling« stands on themes only: on a single note it could point at a person.
    """
    rules, now = vote_rules(pack, tool), standing(book, pack, meeting, tool)
    secret = rules.hidden and not ballot_of(book, meeting).counted
    always = [card for card in now.always if card.is_theme]
    plain = [*now.cards, *(card for card in now.always if not card.is_theme)]
    title = "Sæt jeres streger" if secret or now.left > 0 else "Sådan har vi valgt"
    # The numbers that the facilitator has: the room can call them out.
    numbers = {card.id: str(place) for place, card in enumerate((*now.cards, *now.always), start=1)}
    lines = tuple(_stroked(pack, numbers[card.id], card, secret) for card in plain)
    blocks = [Block(title, lines, "primary", "tally")]
    if always:
        lines = tuple(_stroked(pack, numbers[card.id], card, secret) for card in always)
        blocks.append(Block("Tager vi altid med", lines, "warn", "must"))
    return Sheet(tuple(blocks))


def _stroked(pack: Pack, number: str, card: Card, secret: bool) -> Line:
    counted = "" if secret or not card.votes else f"{strokes(card.votes)} · {card.votes}"
    aside = " · ".join(each for each in (origin_words(pack, card.notes), counted) if each)
    return Line(card.title.strip() or "Uden navn", number=number, aside=aside)


def strokes(count: int) -> str:
    """Tally strokes as letters, in fives: »IIII/ II« is seven."""
    fives, rest = divmod(count, 5)
    return " ".join([*["IIII/"] * fives, *(["I" * rest] if rest else [])])


def groups(book: Book, pack: Pack, meeting: Meeting, tool: Tool, *, names: bool = True) -> Sheet:
    """Who sits where with which theme and task; while the groups report back, the one that does."""
    rules = group_rules(pack, tool)
    made, work = groups_of(book, meeting, rules), work_of(book, meeting)
    if not made:
        return Sheet((Block("Vi deler os i grupper", ()),))
    if work.stage == REPORTING:
        here = next((each for each in made if each.group.id == work.group_id), made[0])
        return _report(here, made, rules)
    questions = Block(
        "Spørgsmål",
        tuple(Line(each.title, number=str(pack.questions.index(each) + 1)) for each in rules.questions),
        "primary",
    )
    together = ""
    if work.stage == TALKING and work.deadline:
        at = datetime.fromtimestamp(work.deadline)
        together = f"Vi samles igen kl. {format_clock(at.hour * 60 + at.minute)}"
    called = short_names(_people(book, made)) if names else None
    return Sheet((*(_group(each, called) for each in made), questions), question=together)


def signup(book: Book, tool: Tool, *, names: bool = True) -> Sheet:
    """Each initiative with who works on it and how many it still needs; then those who have not chosen."""
    now = signups(book, wanted(tool))
    everyone = [*participants(book), *(person for column in now.columns for person in column.people)]
    called = short_names(dict.fromkeys(everyone))
    blocks = []
    for column in now.columns:
        count = len(column.people)
        lines = [Line(called[each.id]) for each in column.people] if names else []
        if count and not names:
            lines = [Line(plural(count, "deltager", "deltagere"), icon="users")]
        if column.missing:
            words = plural(column.missing, "mere", "mere")
            lines.append(Line(f"Mangler {words}", icon="users", tone="warn"))
        title = column.initiative.name.strip() or "Uden navn"
        blocks.append(Block(title, tuple(lines), "primary", "flag"))
    if now.not_yet and blocks and names:
        left = tuple(Line(called[each.id]) for each in now.not_yet)
        blocks.append(Block("Ikke med endnu", left, "plain", "users"))
    return Sheet(tuple(blocks))


def _people(book: Book, made: list[GroupView]) -> list[Person]:
    """Everybody whose name has to be told from the others: participants, and who else sits in a group."""
    seated = [seat.person for view in made for seat in view.seats]
    return list({person.id: person for person in (*participants(book), *seated)}.values())


def _group(view: GroupView, called: dict[str, str] | None) -> Block:
    """``called`` is what each person is called on the wall; None where names are switched off."""
    theme = view.initiative.name.strip() if view.initiative else ""
    title = f"Gruppe {view.number}" + (f" · {theme}" if theme else "")
    if called is None:
        return Block(title, (Line(plural(len(view.seats), "deltager", "deltagere"), icon="users"),))
    lines = tuple(
        Line(called[seat.person.id], aside=", ".join(role.title for role in seat.roles))
        for seat in view.seats
    )
    return Block(title, lines)


def _report(here: GroupView, made: list[GroupView], rules: GroupRules) -> Sheet:
    order = [each.group.id for each in made]
    place = order.index(here.group.id)
    lines = tuple(
        Line(
            each.initiative.name.strip() if each.initiative else "Intet tema endnu",
            number=str(each.number),
            state="now" if number == place else "done" if number < place else "",
        )
        for number, each in enumerate(made)
    )
    blocks = [Block("Grupperne", lines)]
    if rules.plenary:
        asked = tuple(Line(each.title) for each in rules.plenary)
        blocks.append(Block("Det tager vi sammen", asked, "primary"))
    return Sheet(tuple(blocks), question=f"Gruppe {here.number} fremlægger")
