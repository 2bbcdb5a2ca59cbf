"""The databases that the tour looks at: empty, one programme at each stage, and a desk full of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path

from trivselsdesk import paths
from trivselsdesk.domain.checklist import is_afterwards, tasks
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Meeting, Programme, Record, Task
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.example_text import process_of
from trivselsdesk.packs.library import Library, ShelfPack
from trivselsdesk.packs.loader import load_pack
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment

MORNING = datetime(2026, 5, 20, 9, 0)
"""The day of the example's meeting, before it."""


class NotHere(Exception):
    """The process or the example is not part of this installation."""


class NoSuchPack(Exception):
    """No usable process has that id. ``known`` are the ids to choose from."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__()
        self.known = tuple(known)


class Desks:
    """Makes databases in a folder. The same ones each time: ids are counted, not drawn by lot."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._open: list[Store] = []
        # Not the packs of this machine's user: the pictures are of what everybody has.
        self._library = Library([paths.resource_dir() / "packs"])
        if not paths.example_file().is_file():
            raise NotHere
        self._text = paths.example_file().read_text(encoding="utf-8")
        shelf = self._library.find(process_of(self._text))
        if shelf is None:
            raise NotHere
        self._shelf: ShelfPack = shelf

    @property
    def pack(self) -> Pack:
        """The process of every programme here."""
        return self._shelf.pack

    def make_id(self) -> str:
        """The next id."""
        return f"{next(self._numbers):032x}"

    def close(self) -> None:
        """Let go of every database."""
        for store in self._open:
            store.close()
        self._open.clear()

    def empty(self) -> Bridge:
        """A machine where nobody has begun."""
        return self._new_bridge(MORNING)

    def example(self, stage: str) -> Bridge:
        """The example alone, at one of its stages."""
        bridge = self._new_bridge(STAGES[stage])
        self._add(bridge, build_example(self.pack, self._text, stage, make_id=self.make_id))
        return bridge

    def fresh(self) -> Bridge:
        """A new programme in which nothing has been written."""
        bridge = self._new_bridge(MORNING)
        self._add(bridge, new_programme(self.pack, "Børnehuset Kastanjen", MORNING, self.make_id))
        return bridge

    def fresh_of(self, wanted: str) -> Bridge:
        """A new programme of another process: one that comes along, by its id, or one in a folder.

        Raises NoSuchPack, and PackErrors for a folder that cannot be read.
        """
        folder = Path(wanted)
        if folder.is_dir():
            library = Library([folder.absolute().parent])
            shelf = library.find(load_pack(folder).id)
        else:
            library = self._library
            shelf = library.find(wanted)
        if shelf is None:
            raise NoSuchPack(each.pack.id for each in library.packs)
        bridge = self._new_bridge(MORNING, library)
        records = new_programme(shelf.pack, "Børnehuset Kastanjen", MORNING, self.make_id)
        bridge.keep_pack(shelf.pack, shelf.files)
        bridge.run(AddProgramme(programme_id=records[0].programme_id, records=records))
        return bridge

    def full(self) -> Bridge:
        """The example on the morning of its meeting, and others in every phase."""
        bridge = self._new_bridge(MORNING)
        for name in ("Tandplejen", "Biblioteket", "Hjemmeplejen Nord"):
            self._add(bridge, self._like_the_example(name, "follow", -180, closed=True))
        self._add_late(bridge, "Fritid og Skole på tværs")
        self._add(bridge, self._like_the_example("Lindegaard Tømrer & Byg", "board", -1, paused=True))
        self._add(bridge, self._like_the_example("Dagplejegruppe Syd", "plan", -8))
        self._add(bridge, self._like_the_example("Borgerservice, Skranken", "follow", -16))
        key = self._add(bridge, build_example(self.pack, self._text, "prepare", make_id=self.make_id))
        self._tick_all_but_one(bridge, key)
        return bridge

    def _new_bridge(self, at: datetime, library: Library | None = None) -> Bridge:
        place = self._folder / f"{next(self._numbers)}"
        store = Store.open(place / "trivselsdesk.db")
        self._open.append(store)
        return Bridge(store, library or self._library, FixedMoment(at))

    def _add(self, bridge: Bridge, records: Iterable[Record]) -> str:
        whole = tuple(records)
        key = whole[0].programme_id
        bridge.keep_pack(self.pack, self._shelf.files)
        bridge.run(AddProgramme(programme_id=key, records=whole))
        return key

    def _like_the_example(
        self, name: str, stage: str, days: int, *, closed: bool = False, paused: bool = False
    ) -> tuple[Record, ...]:
        records = build_example(self.pack, self._text, stage, days, paused=paused, make_id=self.make_id)
        return tuple(
            replace(each, name=name, example=False, closed=closed) if isinstance(each, Programme) else each
            for each in records
        )

    def _add_late(self, bridge: Bridge, name: str) -> None:
        key = self._add(bridge, new_programme(self.pack, name, datetime(2026, 4, 13, 9, 0), self.make_id))
        meeting = bridge.book(key).meeting
        self._edit(bridge, key, Meeting, meeting.id, day=date(2026, 6, 3))
        for number, task in enumerate(tasks(bridge.book(key))):
            due = date(2026, 5, 18) if number in (2, 3) else date(2026, 5, 27)
            self._edit(bridge, key, Task, task.id, done=number < 2, due=due)

    def _tick_all_but_one(self, bridge: Bridge, key: str) -> None:
        book = bridge.book(key)
        *done, _ = [each for each in tasks(book) if not is_afterwards(book, each)]
        for task in done:
            self._edit(bridge, key, Task, task.id, done=True)

    def _edit(self, bridge: Bridge, key: str, kind: type[Record], record_id: str, **values: object) -> None:
        bridge.run(EditFields(programme_id=key, kind=kind, id=record_id, values=values, fold=False))
