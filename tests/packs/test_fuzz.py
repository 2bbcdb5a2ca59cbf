"""Whatever happens to the text of a pack, the answer is a pack or a list of faults."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.loader import parse_pack, read_files
from trivselsdesk.packs.locate import lines_of

FOLDER = Path(__file__).parents[2] / "resources" / "packs" / "trivselsdialog"
NAMES = ("pack.toml", "meetings/workshop.toml")
VALUES = (
    *("1", "-1", "99999999999999999999", "1.5", "inf", "nan", "true", '""', '"x"', '"{x}"', "[]", "[1]"),
    *("[[]]", '["a"]', "{}", "{ a = 1 }", '{ kind = "board" }', "[{}]", "2026-01-01", "10:00:00"),
    *("2026-01-01T10:00:00Z", '"""a\nb"""', ""),
)
PAIR = re.compile(r"^(\w+) = .*$", re.MULTILINE)


@cache
def files() -> dict[str, str]:
    return read_files(FOLDER)


def answer(name: str, text: str) -> None:
    """Read the pack with that text in place of its own; check what comes back."""
    try:
        pack = parse_pack({**files(), name: text})
    except PackErrors as found:
        last = text.count("\n") + 1
        assert found.errors
        for error in found.errors:
            assert error.problem
            if error.file == name and error.line is not None:
                assert 1 <= error.line <= last
    else:
        assert isinstance(pack, Pack)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_cut_off(name: str, data: st.DataObject) -> None:
    text = files()[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    answer(name, text[:start] + text[end:] if data.draw(st.booleans()) else text[:end])


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_signs_changed(name: str, data: st.DataObject) -> None:
    text = list(files()[name])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        text[place] = data.draw(st.sampled_from("[]{}=\"'\\#,.\n\t 0aæ\x00\x7f\ud800😀"))
    answer(name, "".join(text))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_values_swapped(name: str, data: st.DataObject) -> None:
    text = files()[name]
    pairs = list(PAIR.finditer(text))
    for found in sorted(
        data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=3)), key=lambda each: -each.start()
    ):
        key = data.draw(st.sampled_from([found[1], found[1] + "x", "id", "tool", "zones"]))
        text = text[: found.start()] + f"{key} = {data.draw(st.sampled_from(VALUES))}" + text[found.end() :]
    answer(name, text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    answer("pack.toml", text)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines_of(text).values())
