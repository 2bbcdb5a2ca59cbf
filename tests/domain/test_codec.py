"""Records to plain values and back, for every kind and any values."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.desk import P, everything, note, uid
from trivselsdesk.domain.codec import from_plain, shape, to_plain
from trivselsdesk.domain.records import (
    RECORD_TYPES,
    Meeting,
    Note,
    Placement,
    Programme,
    Record,
    Task,
    new_id,
)

VALUES: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    date: st.dates(),
}


@given(st.data())
def test_any_record_comes_back_as_it_was(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(RECORD_TYPES))
    record = kind(**{name: data.draw(VALUES[of]) for name, of in shape(kind).items()})
    through_json = json.loads(json.dumps(to_plain(record)))
    assert from_plain(kind, through_json) == record


@pytest.mark.parametrize("record", everything(), ids=lambda record: type(record).__name__)
def test_the_sample_comes_back_as_it_was(record: Record) -> None:
    assert from_plain(type(record), to_plain(record)) == record


def test_every_kind_has_an_id_and_only_values_that_can_be_kept() -> None:
    for kind in RECORD_TYPES:
        assert {"id", "programme_id"} <= set(shape(kind))
        assert set(shape(kind).values()) <= set(VALUES)


def test_plain_values_are_text_numbers_and_nothing() -> None:
    plain = to_plain(Task(id=uid(1), programme_id=P, text="a", due=date(2026, 5, 1), done=True))
    assert plain["due"] == "2026-05-01"
    assert plain["done"] == 1 and type(plain["done"]) is int
    assert to_plain(Meeting(id=uid(1), programme_id=P, pack_meeting="", title=""))["day"] is None


def test_what_is_missing_takes_its_default_and_what_is_unknown_is_passed_over() -> None:
    values = {
        "id": uid(1),
        "programme_id": P,
        "board": "b",
        "zone": "z",
        "text": "t",
        "kind": "gul",
        "mood": "glad",
    }
    found = from_plain(Note, values)
    assert found.rank == 0.0 and not found.parked and found.theme_id == ""


def test_truth_and_numbers_are_read_as_the_field_says() -> None:
    found = from_plain(Note, to_plain(note(1)) | {"parked": 1, "rank": 3})
    assert found.parked is True and type(found.rank) is float
    assert from_plain(Placement, {"id": "a", "programme_id": P, "surface": "m", "card_id": "c"}).x is None


def test_what_cannot_be_read_is_said_so() -> None:
    with pytest.raises(TypeError):
        from_plain(Programme, {"id": uid(1)})
    with pytest.raises(ValueError, match="isoformat"):
        from_plain(Task, {"id": "a", "programme_id": P, "text": "", "due": "i morgen"})
    with pytest.raises(TypeError):
        to_plain(note(1, board=["liste"]))


def test_ids_are_new_each_time() -> None:
    assert len({new_id() for _ in range(100)}) == 100
    assert all(len(each) == 32 and each.isalnum() for each in (new_id(),))
