"""How the wall was set, as it is remembered with the meeting: on or off, where, in which mode."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.wall.model import FOLLOW, MODES


@dataclass(frozen=True)
class WallState:
    """Holds for one meeting on one day; on another day only whether names are shown is kept."""

    meeting: str = ""
    day: str = ""
    on: bool = False
    screen: str = ""
    """Identity of the screen that the wall stands on, or stood on last."""
    mode: str = FOLLOW
    names: bool = True
    accepted: tuple[str, ...] = ()
    """Screens that somebody has said yes to in this meeting."""
    declined: tuple[str, ...] = ()
    """Screens that somebody has said no to in this meeting."""

    def to_text(self) -> str:
        """For the settings."""
        return json.dumps(asdict(self), ensure_ascii=False)


def from_text(text: str, meeting: str, day: str) -> WallState:
    """What was remembered, as far as it still counts. Text that cannot be read is as none."""
    try:
        found = json.loads(text)
        names = bool(found["names"])
        if (found["meeting"], found["day"]) != (meeting, day):
            return WallState(meeting, day, names=names)
        state = WallState(
            meeting,
            day,
            bool(found["on"]),
            str(found["screen"]),
            str(found["mode"]),
            names,
            tuple(str(each) for each in found["accepted"]),
            tuple(str(each) for each in found["declined"]),
        )
    except (ValueError, TypeError, KeyError):
        return WallState(meeting, day)
    return state if state.mode in MODES else replace(state, mode=FOLLOW)
