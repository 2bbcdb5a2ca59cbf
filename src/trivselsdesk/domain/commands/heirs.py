"""What becomes of all that hangs on cards when they go into another card, or leave a theme empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put
from trivselsdesk.domain.commands.rows import by_hand, is_untouched, unhook_card
from trivselsdesk.domain.lifts import together
from trivselsdesk.domain.records import (
    Escalation,
    FormEntry,
    Initiative,
    Link,
    Note,
    Placement,
    Theme,
    link_id,
)

C = TypeVar("C", Note, Theme)


def handed_over(book: Book, notes: Iterable[Note], heir: C) -> tuple[C, list[Edit]]:
    """The theme or note with what was decided about loose notes that go into it, and the edits along.

    Votes are added up, a choice and a lift live on with what is written about it, an initiative and
    places on later surfaces become the heir's where it has none of its own.
    """
    edits: list[Edit] = []
    known = {each.card_id for each in book.of(Initiative)}
    surfaces = surfaces_of(book, heir.id)
    loose = [note for note in notes if not note.theme_id]
    edits += lifts_for(book, [note.id for note in loose], heir.id)
    for note in loose:
        heir = replace(
            heir,
            chosen=heir.chosen or note.chosen,
            votes=heir.votes + note.votes,
            lift=heir.lift or note.lift,
        )
        for initiative in list(book.of(Initiative)):
            if initiative.card_id != note.id:
                continue
            if heir.id in known:
                edits.append(by_hand(book, initiative))
            else:
                edits.append(Put(replace(initiative, card_id=heir.id)))
                known.add(heir.id)
        edits += places_for(book, note.id, heir.id, surfaces)
        edits += forms_for(book, note.id, heir.id)
    return heir, edits


def merged_initiatives(book: Book, source: str, target: str) -> list[Edit]:
    """The initiative of a theme that goes into another: it follows, or goes when nothing is in it."""
    has_one = any(each.card_id == target for each in book.of(Initiative))
    edits: list[Edit] = []
    for initiative in list(book.of(Initiative)):
        if initiative.card_id != source:
            continue
        if not has_one:
            edits.append(Put(replace(initiative, card_id=target)))
        elif is_untouched(book, initiative):
            edits.append(Drop(Initiative, initiative.id))
        else:
            edits.append(Put(replace(initiative, card_id="")))
    return edits


def places_for(book: Book, card_id: str, heir: str, surfaces: set[str]) -> list[Edit]:
    """Edits that take a card off the later surfaces; its heir takes the place where it has none.

    ``surfaces`` are those that the heir stands on; the new ones are added to it.
    """
    edits: list[Edit] = []
    for place in list(book.of(Placement)):
        if place.card_id == card_id:
            edits.append(Drop(Placement, place.id))
            if place.surface not in surfaces:
                surfaces.add(place.surface)
                edits.append(Put(replace(place, id=f"{place.surface}:{heir}", card_id=heir)))
    return edits


def surfaces_of(book: Book, card_id: str) -> set[str]:
    """The later surfaces that a card stands on."""
    return {each.surface for each in book.of(Placement) if each.card_id == card_id}


def lifts_for(book: Book, card_ids: Iterable[str], heir: str) -> list[Edit]:
    """Edits that hand what is written about lifted cards to their heir, beside what stands there."""
    gone = [note for each in card_ids if each != heir and (note := book.find(Escalation, each))]
    if not gone:
        return []
    there = book.find(Escalation, heir)
    whole = together([*([there] if there else []), *gone])
    assert whole is not None
    return [*(Drop(Escalation, each.id) for each in gone), Put(replace(whole, id=heir))]


def links_for(book: Book, theme_id: str, heir: str) -> list[Edit]:
    """Edits that hand a theme's ways to solve it to another theme."""
    edits: list[Edit] = []
    for link in list(book.of(Link)):
        if link.theme_id == theme_id:
            edits.append(Drop(Link, link.id))
            edits.append(Put(replace(link, id=link_id(heir, link.note_id), theme_id=heir)))
    return edits


def forms_for(book: Book, theme_id: str, heir: str) -> list[Edit]:
    """Edits that hand what was answered about a theme to another theme, beside what was answered there."""
    return [
        Put(replace(entry, subject_id=heir))
        for entry in list(book.of(FormEntry))
        if entry.subject_id == theme_id
    ]


def emptied(book: Book, theme_ids: set[str], leaving: set[str]) -> Iterator[Edit]:
    """Drop themes that lose their last note, unless something has been decided or written about them."""
    decided = {initiative.card_id for initiative in book.of(Initiative)}
    decided |= {entry.subject_id for entry in book.of(FormEntry)}
    for theme_id in sorted(theme_ids - {""}):
        theme = book.find(Theme, theme_id)
        if theme is None or theme.chosen or theme.always_act or theme.lift or theme_id in decided:
            continue
        if all(note.id in leaving for note in book.of(Note) if note.theme_id == theme_id):
            yield from unhook_card(book, theme_id)
            yield Drop(Theme, theme_id)
