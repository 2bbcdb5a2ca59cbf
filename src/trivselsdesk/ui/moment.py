"""What time it is: the machine's clock, or a fixed moment for pictures and rehearsals."""

from __future__ import annotations

import time
from datetime import date, datetime


class Moment:
    """The machine's clock."""

    def now(self) -> datetime:
        """Local date and time."""
        return datetime.now()

    def seconds(self) -> float:
        """Seconds since 1970, UTC."""
        return time.time()

    def today(self) -> date:
        """Today, local."""
        return self.now().date()


class FixedMoment(Moment):
    """A clock that stands where it is set. ``at`` is local time."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()
