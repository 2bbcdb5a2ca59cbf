"""Works on a desk without end, and says so, until it is killed. Arguments: folder, seed."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from tests.crash.protocol import Teller
from tests.store.desk import P, fill, note
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.cards import ChooseCard, MarkCard, PlaceCard
from trivselsdesk.domain.commands.desk import AddProgramme, ChangeProgramme, ChangeSetting, copied
from trivselsdesk.domain.commands.notes import (
    AddNotes,
    DeleteNotes,
    DissolveTheme,
    GroupNotes,
    MoveNotes,
    ParkCards,
)
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Note, Theme, new_id
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import DESK, Store

DATABASE = "trivselsdesk.db"
MANY_NOTES = 80


class Worker:
    """Somebody in a hurry."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.random = Random(seed)
        self.teller = Teller()
        self.store = self.open()

    def open(self) -> Store:
        """Open the desk; the first time, something is put on it."""
        store = Store.open(self.path)
        self.teller.ready(store, self.path)
        if not store.programmes():
            self.teller.about("do", DESK, turnable=False)
            fill(store)
            self.teller.done(store)
        return store

    def work(self) -> None:
        """Do one thing after another, for ever."""
        while True:
            chance = self.random.random()
            if chance < 0.15:
                self.turn("undo", self.random.choice([P, P, DESK]))
            elif chance < 0.25:
                self.turn("redo", self.random.choice([P, P, DESK]))
            elif chance < 0.27:
                self.store.back_up("crash")
            elif chance < 0.28:
                self.store.close()
                self.store = self.open()
            else:
                self.do(self.command())

    def turn(self, way: str, scope: str) -> None:
        """Undo or redo."""
        self.teller.about(way, scope, turnable=True)
        if way == "undo":
            self.store.undo(scope)
        else:
            self.store.redo(scope)
        self.teller.done(self.store)

    def do(self, command: Command) -> None:
        """Carry a command out."""
        scope = DESK if command.desk else command.programme_id
        # Undo lays a new programme in the bin rather than taking its rows away.
        turnable = command.journaled and not command.fold_key() and not isinstance(command, AddProgramme)
        self.teller.about("do", scope, turnable=turnable)
        try:
            self.store.run(command)
        except Refused:
            return
        except StoreError as error:
            print("trouble", error.kind, file=sys.stderr)
            raise
        self.teller.done(self.store)

    def command(self) -> Command:
        """Something to do."""
        book, pick = self.store.book(P), self.random.choice
        notes = sorted(each.id for each in book.of(Note))
        themes = sorted(each.id for each in book.of(Theme))
        if len(notes) > MANY_NOTES:
            return DeleteNotes(programme_id=P, ids=tuple(self.random.sample(notes, len(notes) // 2)))
        size = pick([3, 30, 300, 3000])
        fresh = note(0, "Æ" * size, zone=pick("abc"))
        added = AddNotes(programme_id=P, notes=tuple(_renewed(fresh) for _ in range(pick([1, 1, 5]))))
        if len(notes) < 4:
            return added
        one, other = self.random.sample(notes, 2)
        values = {"text": f"Skrevet {self.random.random()}"}
        options: list[Command] = [
            added,
            MoveNotes(programme_id=P, ids=(one, other), board="tavle", zone=pick("abc")),
            GroupNotes(programme_id=P, ids=(one,), onto=other, theme_id=new_id(), theme_name="Tema"),
            PlaceCard(programme_id=P, surface="matrix", card_id=one, x=self.random.random(), y=0.5),
            ChooseCard(programme_id=P, card_id=one, chosen=True, initiative_id=new_id()),
            MarkCard(programme_id=P, card_id=other, always_act=pick([True, False]), initiative_id=new_id()),
            ParkCards(programme_id=P, ids=(one,)),
            EditFields(programme_id=P, kind=Note, id=one, values=values),
            ChangeProgramme(programme_id=P, values={"name": f"Navn {self.random.random()}"}),
            ChangeSetting(programme_id=DESK, key="theme", text=pick(["light", "dark"])),
        ]
        if themes:
            options.append(DissolveTheme(programme_id=P, id=pick(themes)))
        if len(self.store.programmes()) < 4:
            records = copied(book.everything())
            options.append(AddProgramme(programme_id=records[0].programme_id, records=records))
        return pick(options)


def _renewed(fresh: Note) -> Note:
    return Note(**{**vars(fresh), "id": new_id()})


if __name__ == "__main__":
    Worker(Path(sys.argv[1]) / DATABASE, int(sys.argv[2])).work()
