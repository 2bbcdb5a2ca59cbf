"""The paper of each room: which document belongs to it."""

from __future__ import annotations

from trivselsdesk.documents.catalogue import beside
from trivselsdesk.ui.bridge import Bridge

RUN_SHEET, REPORT = "drejebog", "afrapportering"
PAPERS = {"process": RUN_SHEET, "prepare": RUN_SHEET, "run": RUN_SHEET, "plan": REPORT, "follow": REPORT}
"""The document that belongs to each room."""


def paper_of_room(bridge: Bridge, programme_id: str, room_name: str) -> str:
    """The paper of the room, or the nearest that the process has: not every one has a report."""
    pack, book = bridge.pack(programme_id), bridge.book(programme_id)
    wanted = PAPERS[room_name]
    known = {each.id for each in beside(pack, wanted, book)}
    return next(each for each in (wanted, "handleplan", RUN_SHEET) if each in known)
