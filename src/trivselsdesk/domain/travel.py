"""What may leave the desk in a copy or a file."""

from __future__ import annotations

from collections.abc import Iterable

from trivselsdesk.domain.records import Pulse, PulseAnswer, Record


def travelling(records: Iterable[Record]) -> list[Record]:
    """The records without the answers of a pulse that is not counted: together with its later showing they
    could tell what somebody said (002: P60)."""
    every = list(records)
    counted = {each.id for each in every if isinstance(each, Pulse) and each.closed is not None}
    return [each for each in every if not isinstance(each, PulseAnswer) or each.pulse_id in counted]
