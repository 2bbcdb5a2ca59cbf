"""The hand that moves arrows: whose it is, and the commands it makes."""

from __future__ import annotations

from trivselsdesk.domain.commands.status import MoveStatus, NoteStatus
from trivselsdesk.domain.records import new_id
from trivselsdesk.ui.bridge import Bridge


class Hand:
    """Shared by the table and the round, so that a name given in one counts in the other."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.programme_id = ""

    @property
    def who(self) -> str:
        """The name given last on this machine; empty when nobody has said."""
        return self._bridge.setting(self._key())

    def set_who(self, name: str) -> None:
        """From now on it is this one who moves."""
        self._bridge.remember(self._key(), " ".join(name.split())[:80])

    def move(self, action_id: str, status: str, change_id: str = "") -> bool:
        """Move an action to a step. ``change_id`` names the line of its history that the move belongs to."""
        return self._bridge.run(
            MoveStatus(
                programme_id=self.programme_id,
                action_id=action_id,
                status=status,
                change_id=change_id or new_id(),
                day=self._bridge.today(),
                at=self._bridge.seconds(),
                who=self.who,
            )
        )

    def note(self, action_id: str, change_id: str, text: str, earlier: str) -> NoteStatus:
        """The command that keeps what was said."""
        return NoteStatus(
            programme_id=self.programme_id,
            action_id=action_id,
            change_id=change_id,
            text=text,
            earlier=earlier,
            day=self._bridge.today(),
            at=self._bridge.seconds(),
            who=self.who,
        )

    def _key(self) -> str:
        return f"status.who/{self.programme_id}"
