"""A programme that works across departments: people from four of them, and what they have agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from tests.domain.sample import counter
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Board, Pack
from trivselsdesk.domain.records import Action, Event, Initiative, Note, Person, Record, Theme
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.start_notes import as_notes, start_notes
from trivselsdesk.packs.loader import load_pack

PACK_ID = "trivsel_paa_tvaers"
NOW = datetime(2026, 9, 14, 8, 30)
PEOPLE = (
    ("Karin Holm", "Skole"),
    ("Omar Said", "Skole"),
    ("Lone Friis", "SSP"),
    ("Jens Bach", "Fritid og kultur"),
    ("Mette Bruun", "Familie og børn"),
    ("Sanne Lund", ""),
)
SUBJECTS = ("Ét sted at ringe hen", "Fritid i hver plan", "Barnet møder op", "Et fælles SSP-møde")


FOLDER = Path(__file__).parents[2] / "resources" / "packs" / PACK_ID


@cache
def pack() -> Pack:
    return load_pack(FOLDER)


def board() -> Board:
    return pack().board("kerneproblemer")


def records(*, agreed: bool = True, start: bool = True) -> tuple[Record, ...]:
    """The programme; ``agreed`` with initiatives, ``start`` with all the starting notes."""
    made = new_programme(pack(), "Trivsel på tværs i Havnebyen", NOW, counter())
    q: dict[str, Any] = {"programme_id": made[0].programme_id}
    every: list[Record] = [
        *made,
        *(
            Person(id=f"p{n}", rank=float(n), name=name, department=place, **q)
            for n, (name, place) in enumerate(PEOPLE)
        ),
    ]
    if start:
        book = Book(every)
        offers = {each.id for _, some in start_notes(book, pack(), board()) for each in some}
        every += [
            replace(each, rank=float(n)) for n, each in enumerate(as_notes(book, pack(), board(), offers), 1)
        ]
    if agreed:
        every += _agreed(q)
    return tuple(every)


def note(key: str, text: str, zone: str, **values: Any) -> Note:
    """A note of the room on the board."""
    known = {"programme_id": "i1", "board": "kerneproblemer", "kind": "gul", "rank": 200.0} | values
    return Note(id=key, text=text, zone=zone, **known)


def _agreed(q: dict[str, Any]) -> list[Record]:
    zones = ("paa_tvaers", "fritid", "faellesskaber", "ssp")
    made: list[Record] = []
    for n, (name, zone) in enumerate(zip(SUBJECTS, zones, strict=True)):
        theme = Theme(
            id=f"t{n}", rank=float(n), board="kerneproblemer", zone=zone, name=name, chosen=True, **q
        )
        made.append(theme)
        made += [
            Note(
                id=f"n{n}{m}",
                rank=100.0 + m,
                board="kerneproblemer",
                zone=zone,
                text=text,
                kind="gul",
                theme_id=theme.id,
                said=said,
                **q,
            )
            for m, (text, said) in enumerate(
                ((f"{name} mangler hos os", 14 + n), (f"Ingen ved, hvem der har »{name.lower()}«", 1))
            )
        ]
    day = date(2026, 10, 20)
    launched = date(2026, 9, 1)
    made += [
        Initiative(
            id="i0",
            rank=0.0,
            card_id="t0",
            name=SUBJECTS[0],
            leads="Karin Holm og Mette Bruun",
            launched=launched,
            followup_day=day,
            followup_place="Tværmøde",
            followup_owner="Karin",
            **q,
        ),
        Action(
            id="a0",
            rank=0.0,
            initiative_id="i0",
            title="Én telefon til alle fire afdelinger",
            owner="Karin",
            people="Mette og Lone",
            due=day,
            **q,
        ),
        Initiative(
            id="i1",
            rank=1.0,
            card_id="t1",
            name=SUBJECTS[1],
            launched=launched,
            followup_day=day,
            followup_place="Tværmøde.",
            followup_owner="Jens",
            **q,
        ),
        Action(
            id="a1",
            rank=0.0,
            initiative_id="i1",
            title="Fritid får sin egen linje i hver handleplan",
            owner="Jens Bach",
            due=day,
            **q,
        ),
        Initiative(id="i2", rank=2.0, card_id="t2", name=SUBJECTS[2], launched=launched, **q),
        Action(
            id="a2",
            rank=0.0,
            initiative_id="i2",
            title="Ring samme dag, når et barn ikke møder",
            people="Karin, Omar",
            **q,
        ),
        Initiative(
            id="i3",
            rank=3.0,
            card_id="t3",
            name=SUBJECTS[3],
            launched=launched,
            followup_day=day,
            followup_place="SSP-møde",
            followup_owner="Lone",
            **q,
        ),
        Action(
            id="a3",
            rank=0.0,
            initiative_id="i3",
            title="Saml de tre møder om unge til ét",
            owner="Lone Friis",
            people="Karin",
            due=day,
            **q,
        ),
        Event(
            id="e0", rank=0.0, title="Netværksmøde om unge", kind="meeting", day=day, initiative_id="i3", **q
        ),
    ]
    return made
