"""A few seconds of it in the ordinary suite."""

from __future__ import annotations

from tests.soak.run import run


def test_a_restless_meeting_loses_no_window_and_no_time() -> None:
    code, said = run(4.0, 60, seed=7)
    assert code == 0, said
