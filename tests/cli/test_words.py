"""Help and complaints: Danish, one sentence, the right exit code, never a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import trivselsdesk
from tests.cli.conftest import Ask
from trivselsdesk.cli.entry import COMMANDS

ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments?|show|help message|error|required|invalid|expected|unrecognized"
    r"|traceback|choose|default)\b"
)


def in_english(text: str) -> list[str]:
    """English words outside of the names of options."""
    return ENGLISH.findall(re.sub(r"--?\w+", "", text.lower()))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_danish(ask: Ask, command: str) -> None:
    answer = ask(*filter(None, [command, "--help"]))
    assert answer.code == 0
    assert answer.out.startswith("Brug: trivselsdesk")
    assert not in_english(answer.out)


def test_help_names_every_command(ask: Ask) -> None:
    lines = ask("--help").out.splitlines()
    for command in COMMANDS:
        assert any(line.split()[:1] == [command] for line in lines)


def test_version(ask: Ask) -> None:
    assert ask("--version").out == f"Trivselsdesk {trivselsdesk.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        "opret",
        "--hurtig",
        "list --hurtig",
        "list et",
        "list --help=ja",
        "export",
        "export Kastanjen",
        "export --example",
        "export --example postkort",
        "export Kastanjen drejebog --example",
        "export Kastanjen drejebog -o",
        "export a b c",
        "import",
        "import findes-ikke.trivsel",
        "check findes-ikke",
        "check a b",
        "packs",
        "packs se",
        "packs check",
        "packs check findes-ikke",
        "tour",
        "tour --out",
        "tour --out x --sizes stor",
        "tour --out x --theme blå",
    ],
)
def test_what_is_not_understood_gets_a_sentence(ask: Ask, words: str) -> None:
    answer = ask(*words.split())
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1 and answer.err.strip().endswith((".", "«"))
    assert not in_english(answer.err)


def test_a_fault_in_the_program_is_told_without_a_traceback(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(argv: list[str]) -> int:
        raise ValueError("hemmelig seddel")

    monkeypatch.setattr("trivselsdesk.cli.listing.run", fail)
    answer = ask("list")
    assert answer.code == 1
    assert "Noget gik galt" in answer.err and "Traceback" not in answer.err
    assert "hemmelig" not in answer.err


def start(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    source = str(Path(trivselsdesk.__file__).parents[1])
    surroundings = os.environ | {"PYTHONPATH": source, "TRIVSELSDESK_DATA": str(folder), **more}
    return subprocess.run(
        [sys.executable, "-m", "trivselsdesk", *words], capture_output=True, text=True, env=surroundings
    )


def test_the_program_itself_answers_and_does_without_qt(tmp_path: Path) -> None:
    program = "import sys; sys.modules['PySide6'] = None; from trivselsdesk.cli import main; sys.exit(main())"
    source = str(Path(trivselsdesk.__file__).parents[1])
    surroundings = os.environ | {"PYTHONPATH": source, "TRIVSELSDESK_DATA": str(tmp_path)}
    for words in (["list"], ["check"], ["export", "--example", "drejebog", "-o", str(tmp_path / "a.pdf")]):
        ran = subprocess.run(
            [sys.executable, "-c", program, *words], capture_output=True, text=True, env=surroundings
        )
        assert (ran.returncode, ran.stderr) == (0, "")


def test_an_old_code_page_does_not_stop_it(tmp_path: Path) -> None:
    ran = start(tmp_path, "--help", PYTHONIOENCODING="ascii")
    assert ran.returncode == 0 and "Brug: trivselsdesk" in ran.stdout


def test_exit_codes_reach_the_shell(tmp_path: Path) -> None:
    ran = start(tmp_path, "export", "Kastanjen", "drejebog", "-o", str(tmp_path / "nej" / "a.pdf"))
    assert ran.returncode == 2 and ran.stdout == "" and "Traceback" not in ran.stderr


def test_a_reader_that_has_had_enough(tmp_path: Path) -> None:
    source = str(Path(trivselsdesk.__file__).parents[1])
    surroundings = os.environ | {"PYTHONPATH": source, "TRIVSELSDESK_DATA": str(tmp_path)}
    read, write = os.pipe()
    os.close(read)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "trivselsdesk", "--help"],
            stdout=write,
            stderr=subprocess.PIPE,
            text=True,
            env=surroundings,
        )
    finally:
        os.close(write)
    assert ran.stderr == ""
