"""What the wall shows: the meeting as it stands, the picture it was frozen at, or one that is tried out."""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain.wall.follow import FollowScene
from trivselsdesk.domain.wall.model import DARK, FOLLOW, FREEZE, Wall
from trivselsdesk.domain.wall.view import Scene, at_time, wall_view
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.projector.state import WallState


class Showing:
    """Of one programme at a time. It only says what the picture is; ``Lead`` says when and where."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._work = Clockwork(bridge)
        self._programme_id = ""
        self.talk = ("", "")
        """The initiative and question that the room is at in the handleplan; empty when it is at none."""
        self.followed: FollowScene | None = None
        """What the room after the meeting is at."""
        self.tried: Wall | None = None
        """A picture of the rehearsal: it goes before everything else."""
        self._frozen: dict[bool, Wall] = {}
        """What the room saw when it was frozen, with names and without: they can be turned off meanwhile."""
        self._frozen_slot = ""

    def open(self, programme_id: str) -> None:
        """Show that programme."""
        self._programme_id = programme_id
        self._work.open(programme_id)

    def close(self) -> None:
        """Let go of the programme."""
        self._programme_id = ""
        self._frozen, self.talk, self.followed = {}, ("", ""), None

    def wall(self, state: WallState) -> Wall:
        """The picture now; a programme must be open."""
        if self.tried is not None:
            return self.tried
        if state.mode == FREEZE:
            if not self._frozen:
                self.freeze(state)
            return self._timed(self._frozen[state.names], state)
        return wall_view(self._scene(state.mode, names=state.names))

    def a_moment_later(self, shown: Wall, state: WallState) -> Wall:
        """The picture that is shown, with the time of now."""
        frozen = self._frozen.get(state.names) if state.mode == FREEZE else None
        return self._timed(frozen or shown, state)

    def freeze(self, state: WallState) -> None:
        """Keep what the room sees; its clock goes on as long as the part does."""
        mode = state.mode if state.mode not in (FREEZE, DARK) else FOLLOW
        self._frozen = {names: wall_view(self._scene(mode, names=names)) for names in (True, False)}
        self._frozen_slot = getattr(self._work.current(), "id", "")

    def thaw(self) -> None:
        """Follow the meeting again."""
        self._frozen = {}

    def _scene(self, mode: str, *, names: bool) -> Scene:
        book = self._bridge.book(self._programme_id)
        initiative, question = self.talk
        return Scene(
            book,
            self._bridge.pack(self._programme_id),
            book.meeting,
            self._work.read(),
            self._work.shown(),
            mode,
            names,
            initiative,
            question,
            self.followed,
        )

    def _timed(self, wall: Wall, state: WallState) -> Wall:
        reading = self._work.read()
        if state.mode == FREEZE and getattr(reading.slot, "id", "") != self._frozen_slot:
            return replace(wall, clock=None)
        return at_time(wall, reading)
