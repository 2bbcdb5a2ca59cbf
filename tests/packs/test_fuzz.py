"""Whatever happens to the text of a pack, the answer is a pack or a list of faults."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.examples import few
from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.loader import load_pack, parse_pack, read_files
from trivselsdesk.packs.locate import lines_of

SHIPPED = Path(__file__).parents[2] / "resources" / "packs"
FOLDER = SHIPPED / "trivselsdialog"
NAMES = tuple(
    f"{folder.name}/{path.relative_to(folder).as_posix()}"
    for folder in sorted(SHIPPED.iterdir())
    for path in sorted(folder.rglob("*.toml"))
)
"""Every file of every process: a key that only one of them uses is damaged too."""
VALUES = (
    *("1", "-1", "99999999999999999999", "1.5", "inf", "nan", "true", '""', '"x"', '"{x}"', "[]", "[1]"),
    *("[[]]", '["a"]', "{}", "{ a = 1 }", '{ kind = "board" }', "[{}]", "2026-01-01", "10:00:00"),
    *("2026-01-01T10:00:00Z", '"""a\nb"""', ""),
)
PAIR = re.compile(r"^(\w+) = .*$", re.MULTILINE)


@cache
def files(folder: str = FOLDER.name) -> dict[str, str]:
    return read_files(SHIPPED / folder)


def text_of(name: str) -> str:
    folder, _, file = name.partition("/")
    return files(folder)[file]


def answer(name: str, text: str) -> None:
    """Read the pack with that text in place of its own; check what comes back."""
    folder, _, name = name.partition("/")
    try:
        pack = parse_pack({**files(folder), name: text})
    except PackErrors as found:
        last = text.count("\n") + 1
        assert found.errors
        for error in found.errors:
            assert error.problem
            if error.file == name and error.line is not None:
                assert 1 <= error.line <= last
    else:
        assert isinstance(pack, Pack)


@few(40)
@given(st.sampled_from(NAMES), st.data())
def test_cut_off(name: str, data: st.DataObject) -> None:
    text = text_of(name)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    answer(name, text[:start] + text[end:] if data.draw(st.booleans()) else text[:end])


@few(50)
@given(st.sampled_from(NAMES), st.data())
def test_signs_changed(name: str, data: st.DataObject) -> None:
    text = list(text_of(name))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        text[place] = data.draw(st.sampled_from("[]{}=\"'\\#,.\n\t 0aæ\x00\x7f\ud800😀"))
    answer(name, "".join(text))


@few(90)
@given(st.sampled_from(NAMES), st.data())
def test_values_swapped(name: str, data: st.DataObject) -> None:
    text = text_of(name)
    pairs = list(PAIR.finditer(text))
    for found in sorted(
        data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=3)), key=lambda each: -each.start()
    ):
        key = data.draw(st.sampled_from([found[1], found[1] + "x", "id", "tool", "zones"]))
        text = text[: found.start()] + f"{key} = {data.draw(st.sampled_from(VALUES))}" + text[found.end() :]
    answer(name, text)


@few(40)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    answer(f"{FOLDER.name}/pack.toml", text)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines_of(text).values())


def many(count: int, row: str) -> str:
    return "".join(row.replace("N", str(number)) for number in range(count))


@pytest.mark.parametrize(
    "more",
    [
        "x = " + "[" * 4000 + "]" * 4000,
        "x = " + "{ a = " * 2000 + "1" + " }" * 2000,
        "a" + ".a" * 4000 + " = 1",
        "[" + "a." * 4000 + "a]",
        "[[items" + ".steps" * 300 + "]]",
        'x = "' + "æ" * 900_000 + '"',
        'x = """' + "linje\n" * 120_000 + '"""',
        many(40_000, "kN = 1\n"),
        many(20_000, '[[roles]]\nid = "rN"\ntitle = "x"\n'),
        many(3_000, '[[forms]]\nid = "fN"\ntitle = "x"\nfields = [{ id = "a", label = "b" }]\n'),
        "rules = [" + many(30_000, '"rN", ') + "]",
        "x = 1" + "0" * 5000,
        "\ud800 = 1",
        'title = "\ud800"',
        "\x00" * 1000,
        "# \u202e\n" * 1000,
        "x = 9999-99-99T99:99:99",
    ],
    ids=range(17),
)
@pytest.mark.parametrize("name", [f"{FOLDER.name}/pack.toml", f"{FOLDER.name}/meetings/workshop.toml"])
def test_deep_huge_and_strange(name: str, more: str) -> None:
    answer(name, f"{text_of(name)}\n{more}\n")


@few(40)
@given(st.binary(max_size=400), st.sampled_from(["", "title = ", "# "]))
def test_bytes_that_are_no_text(tmp_path_factory: pytest.TempPathFactory, data: bytes, before: str) -> None:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "meetings").mkdir()
    (folder / "pack.toml").write_bytes(before.encode() + data)
    (folder / "meetings" / "m.toml").write_bytes(data)
    with pytest.raises(PackErrors) as found:
        load_pack(folder)
    assert all(error.problem for error in found.value.errors)
