"""A few kills of the real window in the ordinary suite."""

from __future__ import annotations

from pathlib import Path

from tests.crash.harness import Harness


def test_what_the_window_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    harness = Harness(tmp_path / "desk", child="tests.crash.window_child", seed=3, longest=1.0, least=11)
    report = harness.run(3)
    assert report.counts["kills"] == 3
    assert report.counts["acknowledged"] > 10
