"""Notes from a spreadsheet by the command line: all or none."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Ask, Fill
from trivselsdesk import paths
from trivselsdesk.domain.records import Note
from trivselsdesk.store.store import Store


def count(programme: str) -> int:
    with Store.open(paths.database_file()) as store:
        return sum(1 for _ in store.book(programme).of(Note))


def test_faults_stop_everything_and_a_clean_file_is_hung_up(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    programme = fill("Kastanjen", "board")
    before = count(programme)
    path = tmp_path / "input.csv"
    path.write_text("Seddel;Felt\nNyt og godt;Godt\nNoget;Ukendt\n", encoding="utf-8")
    answer = ask("notes", "kastanjen", str(path))
    assert (answer.code, count(programme)) == (1, before)
    assert "Række 3: Feltet »Ukendt« findes ikke." in answer.err
    assert ask("notes", "kastanjen", str(path), "--skip", "--look").code == 0
    assert count(programme) == before
    answer = ask("notes", "kastanjen", str(path), "--skip")
    assert (answer.code, count(programme)) == (0, before + 1)
    assert "1 seddel hænger nu" in answer.out
    assert "1 hænger der allerede" in ask("notes", "kastanjen", str(path), "--skip").out
    assert count(programme) == before + 1


def test_what_is_missing_is_asked_for(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    fill("Kastanjen", "board")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    assert "mangler en fil" in ask("notes", "kastanjen").err
    assert "skal være et regneark" in ask("notes", "kastanjen", str(path)).err
