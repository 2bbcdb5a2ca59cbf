"""What may leave the desk in a copy or a file."""

from __future__ import annotations

from collections.abc import Iterable

from trivselsdesk.domain.records import FormAnswer, FormEntry, FormLock, Pulse, PulseAnswer, Record
from trivselsdesk.domain.sealed import is_sealed


def travelling(records: Iterable[Record]) -> list[Record]:
    """The records without the answers of a pulse that is not counted: together with its later showing they
    could tell what somebody said (002: P60). Nor with confidential forms and their lock: sealed or not, they
    stay on the machine that they were written on."""
    every = list(records)
    counted = {each.id for each in every if isinstance(each, Pulse) and each.closed is not None}
    sealed = {each.id for each in every if isinstance(each, FormEntry) and each.sealed}
    return [each for each in every if not _stays(each, counted, sealed)]


def _stays(record: Record, counted: set[str], sealed: set[str]) -> bool:
    if isinstance(record, PulseAnswer):
        return record.pulse_id not in counted
    if isinstance(record, FormAnswer):
        return record.entry_id in sealed or is_sealed(record.text)
    return isinstance(record, FormLock) or record.id in sealed
