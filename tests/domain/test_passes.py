"""Two passes: first one axis for every card, then the other within what was said (001: D59)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.domain import passes
from trivselsdesk.domain.board import Card, MatrixView
from trivselsdesk.domain.pack import Axis, Matrix

AXIS = Axis(title="Vigtigt", low="lidt", high="meget")
ONCE = Matrix(id="m", title="", takes="b", zones=(), x=AXIS, y=AXIS, corners={})
TWICE = replace(ONCE, passes=("x", "y"))


def card(name: str) -> Card:
    return Card(name, name, "plain", "", (), 1, False, False, "", False, 0, True)


def view(matrix: Matrix, **said: passes.Said) -> MatrixView:
    cards = {name: card(name) for name in said}
    whole = {name: place for name, place in said.items() if None not in place}
    placed = tuple((cards[name], float(x or 0), float(y or 0)) for name, (x, y) in whole.items())
    rest = [name for name in said if name not in whole]
    partly = tuple((cards[name], *said[name]) for name in rest if said[name] != (None, None))
    return MatrixView(matrix, tuple(cards[name] for name in rest), placed, 0, partly)


def test_the_first_axis_is_asked_of_every_card_before_the_second() -> None:
    assert passes.pass_now(view(TWICE, a=(0.2, None), b=(None, None))) == "x"
    assert passes.pass_now(view(TWICE, a=(0.2, None), b=(0.4, None))) == "y"
    assert passes.pass_now(view(TWICE, a=(0.2, 0.0), b=(0.4, None))) == "y"
    assert passes.pass_now(view(TWICE, a=(0.2, 0.0), b=(0.4, 1.0))) == ""
    assert passes.pass_now(view(replace(TWICE, passes=("y", "x")), a=(0.2, None))) == "y"


def test_a_matrix_without_passes_has_none() -> None:
    assert passes.pass_now(view(ONCE, a=(None, None))) == ""


def test_a_card_placed_on_one_axis_stands_on_the_line_but_not_in_the_field() -> None:
    shown = view(TWICE, a=(0.2, None), b=(None, None), c=(0.7, 0.8))
    assert [(each.id, x, y) for each, x, y in passes.standing_on(shown, "x")] == [
        ("c", 0.7, 0.8),
        ("a", 0.2, 0.5),
    ]
    assert [each.id for each in passes.waiting_for(shown, "x")] == ["b"]
    assert [each.id for each in passes.waiting_for(shown, "y")] == ["a", "b"]
    assert [each.id for each, _, _ in passes.standing_on(shown, "")] == ["c"]


def test_the_second_pass_stays_within_what_was_said() -> None:
    shown = view(TWICE, a=(0.2, None), b=(None, None))
    assert passes.lock_of(shown, "y", "a") == (0.2, None)
    assert passes.asked(shown, "x", 0.3, 0.9, (None, None)) == (0.3, None)
    assert passes.asked(shown, "y", 0.2, 0.9, (0.2, None)) == (None, 0.9)
    assert passes.asked(shown, "y", 0.3, 0.9, (None, None)) == (0.3, 0.9)
    assert passes.asked(shown, "", 0.3, 0.9, (0.2, None)) == (0.3, 0.9)


values = st.one_of(st.none(), st.floats(0, 1))


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(values, values)))
def test_every_card_is_either_in_the_tray_or_in_the_field(said: dict[str, passes.Said]) -> None:
    shown = view(TWICE, **said)
    for axis in ("", "x", "y"):
        waiting = [each.id for each in passes.waiting_for(shown, axis)]
        standing = [each.id for each, _, _ in passes.standing_on(shown, axis)]
        assert sorted([*waiting, *standing]) == sorted(said)
