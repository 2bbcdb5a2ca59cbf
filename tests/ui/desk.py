"""A real bridge on a real store, with the example at one of its moments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trivselsdesk import paths
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.library import Library
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment

PACK = "trivselsdialog"


@dataclass
class Desk:
    """A bridge, and the example programme that lies on it."""

    bridge: Bridge
    programme_id: str
    moment: FixedMoment
    path: Path

    @property
    def book(self) -> Book:
        return self.bridge.book(self.programme_id)

    def undo(self) -> None:
        self.bridge.undo(self.programme_id)

    def redo(self) -> None:
        self.bridge.redo(self.programme_id)

    def reopen(self) -> Desk:
        """Close the store and open it again, as after a restart."""
        self.bridge.store.close()
        return Desk(_bridge(self.path, self.moment), self.programme_id, self.moment, self.path)


def library() -> Library:
    return Library([paths.resource_dir() / "packs"])


def example_desk(
    folder: Path, stage: str = "board", *, paused: bool = False, edited: tuple[str, str] | None = None
) -> Desk:
    """The example at a stage, in a fresh database below ``folder``.

    ``edited`` replaces one text of pack.toml by another: a process that the program does not come with.
    """
    path = folder / "desk" / "trivselsdesk.db"
    moment = FixedMoment(STAGES[stage])
    bridge = _bridge(path, moment)
    shelf = bridge.library.find(PACK)
    assert shelf is not None
    text = (paths.resource_dir() / "examples" / "kastanjen.toml").read_text(encoding="utf-8")
    records = build_example(shelf.pack, text, stage, paused=paused)
    files = dict(shelf.files)
    if edited is not None:
        assert edited[0] in files["pack.toml"]
        files["pack.toml"] = files["pack.toml"].replace(*edited)
    bridge.keep_pack(shelf.pack, files)
    programme_id = records[0].programme_id
    assert bridge.run(AddProgramme(programme_id=programme_id, records=records))
    return Desk(bridge, programme_id, moment, path)


def _bridge(path: Path, moment: FixedMoment) -> Bridge:
    return Bridge(Store.open(path), library(), moment)
