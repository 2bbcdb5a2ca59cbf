"""The command line as a user meets it: words in, lines and an exit code out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from trivselsdesk import paths
from trivselsdesk.cli import main
from trivselsdesk.domain.commands.desk import AddProgramme, copied
from trivselsdesk.domain.records import Programme, Record
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.library import Library
from trivselsdesk.store.store import Store


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str


Ask = Callable[..., Answer]
Fill = Callable[..., str]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], data_folder: Path) -> Ask:
    """Runs a command against the test's own data folder."""

    def asked(*words: str) -> Answer:
        code = main(words)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return asked


@pytest.fixture
def fill(data_folder: Path) -> Fill:
    """Puts the example on the desk under a name. Returns its id."""

    def filled(name: str = "Børnehuset Kastanjen", stage: str = "plan", **values: object) -> str:
        shelf = Library(paths.pack_dirs()).find("trivselsdialog")
        assert shelf is not None
        text = paths.example_file().read_text(encoding="utf-8")
        records = tuple(_named(each, name, values) for each in copied(build_example(shelf.pack, text, stage)))
        key = records[0].programme_id
        with Store.open(paths.database_file()) as store:
            store.keep_pack(shelf.pack.id, shelf.pack.version, shelf.files)
            store.run(AddProgramme(programme_id=key, records=records))
        return key

    return filled


def _named(record: Record, name: str, values: dict[str, object]) -> Record:
    return Programme(**{**vars(record), "name": name, **values}) if isinstance(record, Programme) else record
