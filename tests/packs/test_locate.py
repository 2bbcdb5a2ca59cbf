"""Every way of writing a key in TOML leads back to its line."""

from __future__ import annotations

import tomllib
from typing import Any

from trivselsdesk.packs.locate import lines_of, nearest_line

TEXT = '''\
# first line
top = 1
"odd key" = 2
a.b = """
[not.a.table]
x = 1
"""
list = [
  1, # one ]
  { k = "}", l = [ "a",
    "b" ] },
]

[table]
k = 'c:\\'

[[rows]]
k = 1
[[rows.parts]]
m = 1
[[rows.parts]]
m = "say \\"hi\\""
[rows.deep.er]
n = 2026-05-20 13:00:00

[[rows]]
k = 2
[[rows.parts]]
m = 3
'''


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, inner in below for each in paths(inner, (*path, key)))]


def test_lines() -> None:
    lines = lines_of(TEXT)
    assert lines["top",] == 2
    assert lines["odd key",] == 3
    assert lines["a", "b"] == 4
    assert lines["list", 1, "l", 1] == 11
    assert lines["table", "k"] == 15
    assert lines["rows", 0] == 17
    assert lines["rows", 0, "parts", 1, "m"] == 22
    assert lines["rows", 0, "deep", "er", "n"] == 24
    assert lines["rows", 1, "k"] == 27
    assert lines["rows", 1, "parts", 0, "m"] == 29


def test_every_value_has_a_line() -> None:
    assert set(paths(tomllib.loads(TEXT))) - {()} == set(lines_of(TEXT))


def test_something_missing_is_told_at_what_is_around_it() -> None:
    lines = lines_of(TEXT)
    assert nearest_line(lines, ("rows", 1, "title")) == 26
    assert nearest_line(lines, ("nothing",)) is None
