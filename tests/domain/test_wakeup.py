"""Sleep and clocks that are set are told apart from time that simply passes."""

from __future__ import annotations

import pytest

from trivselsdesk.domain import timing
from trivselsdesk.domain.records import ClockState
from trivselsdesk.domain.wakeup import Jump, Tick, follow_set_back, jump

START = Tick(1_000_000.0, 500.0)


def after(wall: float, steady: float) -> Tick:
    return Tick(START.wall + wall, START.steady + steady)


@pytest.mark.parametrize(("wall", "steady"), [(0.25, 0.25), (2.0, 0.25), (0.0, 1.9), (25.0, 25.0)])
def test_time_that_passes_is_no_jump(wall: float, steady: float) -> None:
    assert jump(START, after(wall, steady)) is None


def test_sleep_shows_where_the_steady_clock_stood_still() -> None:
    assert jump(START, after(1200.25, 0.25)) == Jump(START.wall, 1200.25)


def test_sleep_shows_where_both_clocks_ran_on() -> None:
    assert jump(START, after(1200.0, 1200.0)) == Jump(START.wall, 1200.0)


def test_a_clock_set_back_is_a_negative_jump() -> None:
    assert jump(START, after(-3599.75, 0.25)) == Jump(START.wall, -3600.0)


def test_a_clock_set_back_leaves_the_time_that_was_left() -> None:
    running = ClockState(id="m", programme_id="p", state="running", slot="s", deadline=START.wall + 600)
    found = jump(START, after(-3599.75, 0.25))
    assert found is not None
    followed = follow_set_back(running, found)
    assert timing.seconds_left(followed, START.wall - 3599.75) == pytest.approx(599.75)


def test_a_held_clock_is_left_alone() -> None:
    held = ClockState(id="m", programme_id="p", state="paused", slot="s", left=600)
    assert follow_set_back(held, Jump(START.wall, -3600)) == held
