"""Starts a child, kills it at a random moment, and looks for what was lost; again on the same database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.crash.protocol import digest
from trivselsdesk.store.store import DESK, Store

WORKER = "tests.crash.child"
ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0
EARLY = 0.2
"""Share of the kills that may come before the database is open."""


class Lost(AssertionError):
    """Something that was acknowledged is not there, or does not hold together."""


@dataclass
class Report:
    """What a row of kills has shown."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest_opening: float = 0.0

    def __str__(self) -> str:
        told = ", ".join(f"{name} {number}" for name, number in sorted(self.counts.items()))
        return f"{told}, slowest opening after a kill {self.slowest_opening * 1000:.0f} ms"


@dataclass
class Told:
    """What a child has said up to its end."""

    least: int = 0
    """Changes that it acknowledges before it may be killed."""
    database: Path | None = None
    state: dict[str, Any] | None = None
    about: dict[str, Any] | None = None
    acknowledged: int = 0
    tells_beginnings: bool = False

    def hear(self, line: bytes) -> None:
        """Take in a line; one that was cut off says nothing."""
        try:
            words = json.loads(line)
        except ValueError:
            return
        if "ready" in words:
            self.database, self.state, self.about = Path(words["ready"]), words, None
        elif "about" in words:
            self.about, self.tells_beginnings = words, True
        else:
            self.state, self.about = words, None
            self.acknowledged += 1


class Harness:
    """Kills children on one data folder. ``child`` is a module that takes folder and seed.

    ``least``: changes that a child acknowledges before it is killed, but for those killed at their start.
    """

    def __init__(
        self, folder: Path, *, child: str = WORKER, seed: int = 1, longest: float = 0.25, least: int = 0
    ) -> None:
        self.folder = folder
        self.least = least
        self.child = child
        self.random = Random(seed)
        self.longest = longest
        self.report = Report()
        self._database: Path | None = None
        self._state: dict[str, Any] | None = None

    def run(self, kills: int) -> Report:
        """Kill so many children. Raises Lost."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for number in range(kills):
            told = self._one_life(number)
            self.report.counts["kills"] += 1
            self.report.counts["acknowledged"] += told.acknowledged
            if told.database is None:
                self.report.counts["killed before ready"] += 1
            self._database = told.database or self._database
            self._state = told.state or self._state
            if self._database is not None and self._state is not None:
                self._look(self._database, self._state, told)
        return self.report

    def _one_life(self, number: int) -> Told:
        command = [sys.executable, "-m", self.child, str(self.folder), str(self.random.randrange(10**6))]
        paths = [str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
        surroundings = os.environ | {
            "TRIVSELSDESK_DATA": str(self.folder),
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        }
        started = time.monotonic()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings, cwd=ROOT
        ) as process:
            told, ready = Told(self.least), threading.Event()
            listener = threading.Thread(target=_listen, args=(process, told, ready))
            listener.start()
            if self._database is not None and self.random.random() < EARLY:
                time.sleep(self.random.uniform(0.0, 1.0))
            elif ready.wait(START_SECONDS):
                time.sleep(self.random.uniform(0.0, self.longest))
            ended = process.poll()
            process.kill()
            listener.join()
            assert process.stderr
            words = process.stderr.read().decode()
        if ended is not None or "Traceback" in words:
            raise Lost(f"life {number}, seconds {time.monotonic() - started:.1f}: {words}")
        return told

    def _look(self, database: Path, state: dict[str, Any], told: Told) -> None:
        about = told.about
        started = time.monotonic()
        with Store.open(database) as store:
            self.report.slowest_opening = max(self.report.slowest_opening, time.monotonic() - started)
            store.verify()
            more = store.change_count() - state["changes"]
            if more < 0:
                raise Lost(f"{-more} acknowledged changes are gone")
            if more == 0 and digest(store) != state["digest"]:
                raise Lost("the file does not hold what was acknowledged")
            if more and about is None and told.tells_beginnings:
                raise Lost("a change that nobody began")
            if more:
                self.report.counts["committed but not yet acknowledged"] += 1
            if more == 1 and about and about["turnable"]:
                self._turn_back(store, state, about)
            for scope in (DESK, *(each.id for each in store.programmes())):
                self._undo_works(store, scope)
            self._state = {"changes": store.change_count(), "digest": digest(store)}

    def _turn_back(self, store: Store, state: dict[str, Any], about: dict[str, Any]) -> None:
        """What was under way is there as a whole: one turn leads to the moment before it."""
        back, again = (store.redo, store.undo) if about["about"] == "undo" else (store.undo, store.redo)
        held = digest(store)
        back(about["scope"])
        if digest(store) != state["digest"]:
            raise Lost(f"half of a change is there: {about}")
        again(about["scope"])
        if digest(store) != held:
            raise Lost("a turn and back is not where we were")
        self.report.counts["found whole though killed under way"] += 1

    def _undo_works(self, store: Store, scope: str) -> None:
        held = digest(store)
        if store.undo(scope) is None:
            return
        store.redo(scope)
        if digest(store) != held:
            raise Lost("undo and redo do not lead back")
        store.verify()
        self.report.counts["last steps undone and redone"] += 1


def _listen(process: subprocess.Popen[bytes], told: Told, ready: threading.Event) -> None:
    assert process.stdout
    for line in process.stdout:
        told.hear(line)
        if told.database is not None and told.acknowledged >= told.least:
            ready.set()
