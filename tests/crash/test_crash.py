"""A few kills in the ordinary suite; ``make crash`` does hundreds."""

from __future__ import annotations

from pathlib import Path

from tests.crash.harness import Harness


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    report = Harness(tmp_path / "desk", seed=7, longest=0.2, least=4).run(15)
    assert report.counts["kills"] == 15
    assert report.counts["acknowledged"] > 15
    assert report.counts["last steps undone and redone"] > 10
