"""A meeting room on a real store, with a clock that is moved by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from trivselsdesk import paths
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Programme
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.library import Library
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.run.room import RunRoom

STEP = 15.0
"""Seconds between two looks at the clock while time passes."""


class Held:
    """The example at one of its stages, in the room that holds the meeting."""

    def __init__(self, qtbot: QtBot, folder: Path, stage: str, at: datetime | None = None) -> None:
        self._qtbot, self._path = qtbot, folder / "held.db"
        self.library = Library([paths.resource_dir() / "packs"])
        shelf = self.library.find("trivselsdialog")
        assert shelf is not None
        self.pack: Pack = shelf.pack
        self.moment = FixedMoment(at or STAGES[stage])
        text = (paths.resource_dir() / "examples" / "kastanjen.toml").read_text(encoding="utf-8")
        records = build_example(self.pack, text, stage)
        self.key = next(each.id for each in records if isinstance(each, Programme))
        self.store = Store.open(self._path)
        self.store.run(AddProgramme(programme_id=self.key, records=records))
        self.said: list[str] = []
        self.asked: list[str] = []
        self._enter()

    def _enter(self) -> None:
        self.bridge = Bridge(self.store, self.library, self.moment)
        self.steady = 0.0
        self.room = RunRoom(self.bridge, steady=self._steady)
        self._qtbot.addWidget(self.room)
        self.bridge.changed.connect(self.room.take)
        self.room.toast.connect(self._hear)
        self.room.go.connect(self.asked.append)
        self.room.resize(1440, 840)
        self.room.show_programme(self.key, "afhold")
        self.room.show()
        self.room.activateWindow()

    def _hear(self, icon: str, words: str) -> None:
        self.said.append(words)

    def _steady(self) -> float:
        return self.steady

    @property
    def clock(self) -> str:
        """The digits."""
        return self.room.side.clock.digits.text()

    @property
    def words(self) -> str:
        """The words under the digits."""
        return self.room.side.clock.caption.text()

    @property
    def title(self) -> str:
        """The headline over the page."""
        return self.room.centre.heading.whole_text()

    def rail(self) -> list[str]:
        """The rows of the drejebog as they are read aloud."""
        return [each.item.accessibleName() for each in self.room.rail.entries]

    def run(self, command: Command) -> None:
        assert self.bridge.run(command)

    def pass_time(self, minutes: float) -> None:
        """Let the meeting go on, looking at the clock now and then."""
        seconds = minutes * 60
        while seconds > 0:
            piece = min(STEP, seconds)
            self.moment.at += timedelta(seconds=piece)
            self.steady += piece
            self.room.tick()
            seconds -= piece

    def sleep(self, minutes: float) -> None:
        """The lid is closed: the clock on the wall goes on, nothing else does."""
        self.moment.at += timedelta(minutes=minutes)
        self.steady += 0.25
        self.room.tick()

    def restart(self) -> None:
        """Close the program and open the same file again."""
        self.room.leave()
        self.room.close()
        self.store.close()
        self.store = Store.open(self._path)
        self._enter()
