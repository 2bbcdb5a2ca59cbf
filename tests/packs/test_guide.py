"""The guide for pack writers says what the loader does: every key, what it may hold, examples that load."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from trivselsdesk.domain import pack as p
from trivselsdesk.packs import tools
from trivselsdesk.packs.loader import head_names, parse_pack, table_names
from trivselsdesk.packs.reader import hints, required
from trivselsdesk.packs.rules import ID, LONGEST_LIST, LONGEST_TEXT, RULES, Rule, rule

GUIDE = Path(__file__).parents[2] / "docs" / "packs.md"

TABLES: dict[str, type] = {
    "`[pack]`": p.Pack,
    "`[[variables]]`": p.Variable,
    "`[[roles]]`": p.Role,
    "`[[remark_kinds]]`": p.RemarkKind,
    "`[[note_types]]`": p.NoteType,
    "`[always_act]`": p.AlwaysAct,
    "`[[lifts]]`": p.Lift,
    "`[[tracks]]`": p.Track,
    "`[[tags]]`": p.TagKind,
    "`[[phases]]`": p.Phase,
    "`[[occasions]]`": p.Occasion,
    "`[[occasions.words]]`": p.OccasionWords,
    "`[[boards]]`": p.Board,
    "Zones of a board": p.Zone,
    "`[[matrices]]`": p.Matrix,
    "Axes of a matrix": p.Axis,
    "Corners of a matrix": p.Corner,
    "`[[questions]]`": p.Question,
    "Fields of a question": p.QuestionField,
    "Choices of a field": p.Choice,
    "`[[action_columns]]`": p.ActionColumn,
    "`[[smtte]]`": p.SmtteLetter,
    "`[[status_steps]]`": p.StatusStep,
    "`[[milestones]]`": p.PackMilestone,
    "`[[tasks]]`": p.PackTask,
    "Due": p.Due,
    "`[[lists]]`": p.PackList,
    "Entries of a list": p.ListEntry,
    "`[invitation]`": p.InvitationForm,
    "`[[forms]]`": p.Form,
    "Fields of a form": p.FormField,
    "Comment columns of a form": p.FormColumn,
    "Cells of a small table": p.RowColumn,
    "Choices of a form": p.FormChoice,
    "`[pixi]`": p.PixiForm,
    "`[report]`": p.ReportForm,
    "`[wheel]`": p.Wheel,
    "Rings of the wheel": p.Ring,
    "`[[wheel.events]]`": p.WheelEvent,
    "`[[handins]]`": p.Handin,
    "`[apv]`": p.ApvForm,
    "`[copy_sheet]`": p.CopySheet,
    "Fields of a copy sheet": p.CopyField,
    "`[news]`": p.NewsForm,
    "`[pulse]`": p.PulseForm,
    "Questions of a pulse": p.PulseQuestion,
    "Top of a meeting file": p.PackMeeting,
    "`[[items]]`": p.PackItem,
    "`[[items.steps]]`": p.PackStep,
    "`[[items.aids]]`": p.Aid,
    "Least and most": p.Span,
    "Tool `write`": tools.Write,
    "Tool `board`": tools.OnBoard,
    "Tool `round`": tools.Round,
    "Tool `sort`": tools.Sort,
    "Tool `matrix`": tools.OnMatrix,
    "Tool `questions`": tools.Ask,
    "Tool `expectations`": tools.Expectations,
    "Tool `icebreaker`": tools.Icebreaker,
    "Tool `negative`": tools.Negative,
    "Tool `plusminus`": tools.PlusMinus,
    "Tool `vote`": tools.Vote,
    "Tool `circle`": tools.Circle,
    "Rounds of a circle": p.CircleRound,
    "Tool `groups`": tools.Groups,
    "Tool `form`": tools.FillIn,
    "Tool `pitch`": tools.Pitch,
    "Tool `examples`": tools.Examples,
    "Tool `page`": tools.OnPage,
    "Tool `signup`": tools.Signup,
    "Role cards of groups": p.RoleCard,
}
"""Heading in the guide to the dataclass whose keys the table below it lists."""


def keys(cls: type) -> list[str]:
    """The keys that the table lists."""
    return head_names() if cls is p.Pack else [each.name for each in fields(cls)]


def described(cls: type, name: str) -> str:
    """What a key may hold, in the words of the guide."""
    return _kind(hints(cls)[name], rule(cls, name)) + (", needed" if required(cls, name) else "")


def _kind(hint: Any, law: Rule) -> str:
    inner = [each for each in get_args(hint) if each is not type(None)]
    if get_origin(hint) is tuple:
        element = "table" if is_dataclass(inner[0]) else _kind(inner[0], replace(law, least=None, most=None))
        return f"{law.least or 0}–{law.most or LONGEST_LIST} × {element}"
    if get_origin(hint) is dict:
        return "table with " + ", ".join(law.allowed)
    if inner:
        return _kind(inner[0], law)
    if law.clock:
        return "clock time"
    if hint is int:
        return f"number {law.least}–{law.most}"
    if hint is not str:
        return {bool: "true or false", date: "date"}.get(hint, "table")
    if law.allowed:
        return "one of " + ", ".join(f"`{word}`" for word in law.allowed)
    if law.refers:
        return f"id of `{law.refers}`"
    if law.pattern == ID:
        return "id"
    return f"text like `{law.example}`" if law.pattern else f"text ≤ {law.most or LONGEST_TEXT}"


def guide_tables() -> dict[str, dict[str, list[str]]]:
    """Heading to key to the other cells of its row."""
    tables: dict[str, dict[str, list[str]]] = {}
    heading = ""
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        row = re.match(r"\| `([a-z_]+)` \| (.*) \|$", line)
        if row:
            tables.setdefault(heading, {})[row[1]] = [cell.strip() for cell in row[2].split(" | ")]
    return tables


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_is_described_as_the_loader_reads_it(heading: str) -> None:
    cls = TABLES[heading]
    table = guide_tables()[heading]
    assert list(table) == keys(cls)
    for name, (holds, meaning, _) in table.items():
        assert holds == described(cls, name), name
        assert meaning


def test_every_table_of_a_pack_is_in_the_guide() -> None:
    headings = " ".join(TABLES)
    for name in table_names():
        assert f"[{name}]" in headings
    assert set(tools.PARAMS) == set(p.TOOL_KINDS)
    for kind, params in tools.PARAMS.items():
        assert (f"Tool `{kind}`" in TABLES) == bool(fields(params)), kind


def test_examples_of_the_tables_are_toml_and_pass_their_own_rule() -> None:
    for heading, table in guide_tables().items():
        for name, (_, _, example) in table.items():
            if not example:
                continue
            code = example.strip("`")
            assert tomllib.loads(code), (heading, name)
            assert code.startswith(f"{name} = "), (heading, name)


def test_rules_name_real_keys_and_bound_every_number() -> None:
    for cls, rules in RULES.items():
        assert set(rules) <= {each.name for each in fields(cls)}, cls
    for cls in TABLES.values():
        for name in keys(cls):
            if hints(cls)[name] is int:
                assert rule(cls, name).most is not None, (cls, name)


def test_the_smallest_pack_of_the_guide_loads() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n# (\S+)\n(.*?)```", text, re.DOTALL)
    pack = parse_pack(dict(blocks))
    assert [item.title for item in pack.meetings[0].items]
