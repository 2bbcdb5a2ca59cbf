"""Databases to measure on: a board full of notes, ten programmes, a long journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from trivselsdesk import paths
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.desk import AddProgramme, ChangeSetting, copied
from trivselsdesk.domain.commands.notes import MoveNotes
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import ClockState, Note, Record, Theme, new_id
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.library import Library, ShelfPack
from trivselsdesk.store.store import DESK, Store

BOARD = "hverdag"
ZONES = ("godt", "mindre")
WORDS = (
    "Vi hjælper hinanden, når en stue er presset",
    "Telefonen ringer midt i samling",
    "Uklart, hvem der lukker huset",
    "Gode kurser i år",
    "Beskeder bliver væk mellem stuerne om fredagen",
)
TO_A_THEME = 8


def shelf() -> ShelfPack:
    """The process that everything here is made with."""
    found = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert found is not None
    return found


def board_of(count: int) -> tuple[Record, ...]:
    """The example in the middle of its meeting, with exactly so many notes, most of them in themes."""
    pack = shelf().pack
    text = paths.example_file().read_text(encoding="utf-8")
    made = copied(build_example(pack, text, "board", (datetime.now() - STAGES["board"]).days))
    kept = [each for each in made if not isinstance(each, Note | Theme)]
    key = kept[0].programme_id
    cards: list[Record] = []
    for start in range(0, count, TO_A_THEME):
        number = start // TO_A_THEME
        zone = ZONES[number % 2]
        # Every sixth lot hangs loose, as on a real board.
        theme_id = new_id() if number % 6 else ""
        if theme_id:
            cards.append(
                Theme(
                    id=theme_id,
                    programme_id=key,
                    rank=float(number),
                    board=BOARD,
                    zone=zone,
                    name=f"Tema {number}",
                )
            )
        for place in range(start, min(start + TO_A_THEME, count)):
            cards.append(
                Note(
                    id=new_id(),
                    programme_id=key,
                    rank=float(place),
                    board=BOARD,
                    zone=zone,
                    text=f"{WORDS[place % len(WORDS)]} {place}",
                    kind="pink" if place % 9 == 0 else "gul",
                    theme_id=theme_id,
                )
            )
    return tuple(_at_board(each, Book(kept)) for each in kept) + tuple(cards)


def _at_board(record: Record, book: Book) -> Record:
    """The meeting stands still at the step where notes are gathered into themes."""
    if not isinstance(record, ClockState):
        return record
    slot = next(
        each for each in slots(book, book.meeting) if each.step is not None and each.step.pack_step == "saml"
    )
    return replace(record, state="paused", slot=slot.id, deadline=0.0, left=600.0)


def make(folder: Path, *programmes: tuple[Record, ...], open_at: str = "") -> str:
    """A data folder with these programmes. ``open_at``: the phase to come back to, in the first one.

    Returns the id of the first programme.
    """
    pack = shelf()
    first = programmes[0][0].programme_id if programmes else ""
    with Store.open(folder / "trivselsdesk.db") as store:
        store.keep_pack(pack.pack.id, pack.pack.version, pack.files)
        for records in programmes:
            store.run(AddProgramme(programme_id=records[0].programme_id, records=records))
        place = f"{first}/{_phase(pack.pack, open_at)}" if open_at else ""
        store.run(ChangeSetting(programme_id=DESK, key="place", text=place))
    return first


def _phase(pack: Pack, room: str) -> str:
    return next(phase.id for phase in pack.phases if phase.room == room)


def run_phase() -> str:
    """The phase in which the meeting is held."""
    return _phase(shelf().pack, "run")


def work(folder: Path, gestures: int) -> None:
    """Make so many gestures, spread over every programme: notes moved back and forth."""
    with Store.open(folder / "trivselsdesk.db") as store:
        # The bench fills the journal; how long that takes is not what it measures.
        store._connection.execute("PRAGMA synchronous=OFF")
        keys = [each.id for each in store.programmes()]
        notes = {key: [note.id for note in store.book(key).of(Note)] for key in keys}
        for number in range(gestures):
            key = keys[number % len(keys)]
            ids = notes[key]
            store.run(
                MoveNotes(
                    programme_id=key,
                    ids=(ids[(number // 7) % len(ids)],),
                    board=BOARD,
                    zone=ZONES[(number // len(keys)) % 2],
                )
            )
