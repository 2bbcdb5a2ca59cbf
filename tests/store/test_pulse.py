"""What a file that is handed on tells of a pulse."""

from __future__ import annotations

from dataclasses import replace

from tests.store.desk import PACK, P, everything, uid
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Pulse, PulseAnswer
from trivselsdesk.store.exchange import export_programme, read_programme


def test_the_answers_of_a_pulse_that_is_not_counted_stay_at_home() -> None:
    records = [replace(each, closed=None) if isinstance(each, Pulse) else each for each in everything()]
    data = export_programme(Book(records), PACK)
    handed = read_programme(data)
    assert handed.count(Pulse) == 1 and handed.count(PulseAnswer) == 0
    assert "Mere ro" not in data.decode()


def test_a_counted_pulse_goes_along_in_an_order_that_tells_nothing() -> None:
    more = [PulseAnswer(id=uid(90 - n), programme_id=P, pulse_id=uid(54), text=f"nr. {n}") for n in range(4)]
    handed = read_programme(export_programme(Book([*everything(), *more]), PACK))
    ids = [each.id for each in handed.records if isinstance(each, PulseAnswer)]
    assert len(ids) == 5 and ids == sorted(ids)
