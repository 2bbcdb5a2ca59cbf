"""Frozen classes of our own make behave as those of the standard library, field for field."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from threading import Thread
from typing import Any, ClassVar

import pytest

from trivselsdesk.domain import frozen


def _standard(*, kw_only: bool = False) -> Callable[[type], type]:
    return dataclasses.dataclass(frozen=True, kw_only=kw_only)


def _ours(*, kw_only: bool = False) -> Callable[[type], type]:
    return frozen.dataclass(frozen=True, kw_only=kw_only)


def _family(make: Callable[..., Callable[[type], type]]) -> tuple[Any, Any, Any]:
    @make(kw_only=True)
    class Base:
        id: str
        rank: float = 0.0

    @make(kw_only=True)
    class Note(Base):
        kind: ClassVar[str] = "note"
        text: str = ""
        marks: list[str] = field(default_factory=list)

    @make()
    class Place:
        x: int
        y: int = 2

    return Base, Note, Place


STANDARD, OURS = _family(_standard), _family(_ours)


@pytest.mark.parametrize("family", [STANDARD, OURS])
def test_it_is_made_compared_changed_and_told(family: tuple[Any, Any, Any]) -> None:
    base, note, place = family
    one = note(id="a", text="Åbent hus")
    assert (one.id, one.rank, one.text, one.marks, note.kind) == ("a", 0.0, "Åbent hus", [], "note")
    assert one == note(id="a", text="Åbent hus") and one != note(id="b", text="Åbent hus")
    assert base(id="a") != note(id="a")
    assert note(id="a").marks is not note(id="a").marks
    assert replace(one, text="") == note(id="a")
    assert asdict(one) == {"id": "a", "rank": 0.0, "text": "Åbent hus", "marks": []}
    assert [each.name for each in fields(note)] == ["id", "rank", "text", "marks"]
    assert repr(one).endswith("Note(id='a', rank=0.0, text='Åbent hus', marks=[])")
    assert place(1) == place(1, 2) == place(x=1, y=2)
    assert len({place(1), place(1, 2), place(2)}) == 2
    match place(1):
        case place(x, y):
            assert (x, y) == (1, 2)


@pytest.mark.parametrize("family", [STANDARD, OURS])
def test_it_cannot_be_changed_or_made_wrongly(family: tuple[Any, Any, Any]) -> None:
    _, note, place = family
    one = place(1)
    with pytest.raises(FrozenInstanceError):
        one.x = 3
    with pytest.raises(FrozenInstanceError):
        del one.x
    assert one.x == 1
    for wrong in (
        lambda: note("a"),
        lambda: note(),
        lambda: place(),
        lambda: place(1, z=1),
        lambda: place(1, 2, 3),
    ):
        with pytest.raises(TypeError):
            wrong()


def test_both_makes_may_stand_in_one_family() -> None:
    base, _, _ = OURS

    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Heir(base):  # type: ignore[misc, valid-type]
        more: str = ""

    @frozen.dataclass(frozen=True, kw_only=True)
    class Last(Heir):
        last: str = ""

    assert Last(id="a", more="b") == Last(id="a", more="b", last="")
    with pytest.raises(FrozenInstanceError):
        Last(id="a").more = "c"  # type: ignore[misc]


def test_while_forebears_are_told_as_another_kind_no_other_thread_makes_a_class(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @frozen.dataclass(frozen=True)
    class Base:
        id: str = ""

    free: list[bool] = []
    standard = dataclasses.dataclass

    def in_between(**chosen: Any) -> Any:
        asked = Thread(target=lambda: free.append(frozen._TELLING.acquire(blocking=False)))
        asked.start()
        asked.join()
        return standard(**chosen)

    monkeypatch.setattr(dataclasses, "dataclass", in_between)

    @frozen.dataclass(frozen=True)
    class Heir(Base):
        text: str = ""

    assert free == [False]
    assert Heir("1", "a") == Heir("1", "a")
