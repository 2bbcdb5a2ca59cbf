"""A real bridge with the programme that works across departments."""

from __future__ import annotations

from pathlib import Path

from tests.domain import across
from tests.ui.desk import Desk, library
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.store.store import Store
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.moment import FixedMoment


def across_desk(folder: Path, *, agreed: bool = True, start: bool = True) -> Desk:
    """The programme in a fresh database below ``folder``."""
    path = folder / "across.db"
    moment = FixedMoment(across.NOW)
    bridge = Bridge(Store.open(path), library(), moment)
    shelf = bridge.library.find(across.PACK_ID)
    assert shelf is not None
    bridge.keep_pack(shelf.pack, shelf.files)
    records = across.records(agreed=agreed, start=start)
    key = records[0].programme_id
    assert bridge.run(AddProgramme(programme_id=key, records=records))
    return Desk(bridge, key, moment, path)
