"""`list`, `check` and `packs check`: what is there, whether it holds together, and what to do if not."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Ask, Fill
from trivselsdesk import paths
from trivselsdesk.store.lock import InstanceLock
from trivselsdesk.store.store import Store

PACK = paths.resource_dir() / "packs" / "trivselsdialog"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_an_empty_machine(ask: Ask, data_folder: Path) -> None:
    assert ask("list").out.strip() == "Der er ingen forløb på denne computer endnu."
    answer = ask("check")
    assert answer.code == 0 and "Alt er i orden." in answer.out
    assert not data_folder.exists()


def test_the_list(ask: Ask, fill: Fill) -> None:
    key = fill(stage="prepare")
    fill("Borgerservice\nSkranken", stage="follow")
    fill("Lukket", closed=True)
    lines = ask("list").out.splitlines()
    assert len(lines) == 4
    kastanjen = next(line for line in lines if "Kastanjen" in line)
    assert kastanjen.split("  ")[0] == key[:8]
    assert "Forbered" in kastanjen and "20. maj 2026 kl. 13.00" in kastanjen
    assert any("Borgerservice Skranken" in line and "Statuspil" in line for line in lines)
    assert any("Lukket" in line and "afsluttet" in line for line in lines)


def test_reading_goes_on_while_the_window_is_open_and_changes_nothing(
    ask: Ask, fill: Fill, data_folder: Path, tmp_path: Path
) -> None:
    fill()
    lock = InstanceLock(data_folder)
    assert lock.acquire()
    with Store.open(paths.database_file()) as store:
        store.back_up()
        before = contents(data_folder)
        assert "Kastanjen" in ask("list").out
        assert ask("check").code == 0
        assert ask("export", "kastanjen", "drejebog", "-o", str(tmp_path / "a.pdf")).code == 0
        assert contents(data_folder) == before
    lock.release()


def test_writing_waits_until_the_window_is_closed(
    ask: Ask, fill: Fill, data_folder: Path, tmp_path: Path
) -> None:
    fill()
    target = tmp_path / "a.trivsel"
    ask("export", "kastanjen", "trivsel", "-o", str(target))
    lock = InstanceLock(data_folder)
    assert lock.acquire()
    answer = ask("import", str(target))
    assert answer.code == 1 and "Luk vinduet" in answer.err
    lock.release()
    assert ask("import", str(target)).code == 0


def test_check_tells_what_is_there(ask: Ask, fill: Fill) -> None:
    fill()
    fill("Slettet", deleted=True)
    with Store.open(paths.database_file()) as store:
        store.back_up("start")
    answer = ask("check")
    assert answer.code == 0
    assert "Skema" in answer.out and "Forløb: 1, og 1 slettede" in answer.out
    assert "Sikkerhedskopier: 1" in answer.out and "1 forløb" in answer.out


def test_a_damaged_database(ask: Ask, fill: Fill) -> None:
    fill()
    path = paths.database_file()
    data = bytearray(path.read_bytes())
    data[4096:9000] = b"\x00" * 4904
    path.write_bytes(data)
    for words in (("list",), ("check",), ("export", "kastanjen", "drejebog")):
        answer = ask(*words)
        assert answer.code == 1 and "beskadiget" in answer.err
    assert path.read_bytes() == data


def test_a_damaged_backup(ask: Ask, fill: Fill) -> None:
    fill()
    with Store.open(paths.database_file()) as store:
        copy = store.back_up("start")
    assert copy is not None
    copy.write_bytes(copy.read_bytes()[:5000])
    answer = ask("check")
    assert answer.code == 1 and copy.name in answer.out and "beskadiget" in answer.out


def test_a_database_of_a_newer_version_is_read_and_left_alone(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    fill()
    path = paths.database_file()
    target = tmp_path / "a.trivsel"
    ask("export", "kastanjen", "trivsel", "-o", str(target))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    answer = ask("list")
    assert answer.code == 0 and "Kastanjen" in answer.out and "nyere udgave" in answer.err
    assert "Skema 99" in ask("check").out
    answer = ask("import", str(target))
    assert answer.code == 1 and "nyere udgave" in answer.err
    assert path.read_bytes() == before


def test_a_programme_whose_process_is_missing(ask: Ask, fill: Fill) -> None:
    fill(pack_id="fremmed")
    assert "ukendt proces" in ask("list").out
    answer = ask("check")
    assert answer.code == 1 and "fremmed" in answer.out


def test_a_sound_pack(ask: Ask) -> None:
    for words in (("packs", "check"), ("check",)):
        answer = ask(*words, str(PACK))
        assert answer.code == 0 and "kan bruges" in answer.out
    assert ask("packs", "check", str(PACK.parent)).code == 0


def test_a_faulty_pack_is_told_by_file_and_line(ask: Ask, data_folder: Path) -> None:
    own = paths.user_pack_dir() / "vores"
    shutil.copytree(PACK, own)
    path = own / "pack.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("schema = 1", 'schema = "et"'), encoding="utf-8")
    for words in (("packs", "check", str(own)), ("packs", "check", str(own.parent)), ("check", str(own))):
        answer = ask(*words)
        assert answer.code == 1 and "pack.toml, linje 6:" in answer.out
    answer = ask("check")
    assert answer.code == 1 and "pack.toml, linje 6:" in answer.out


def test_a_pack_for_a_newer_program_or_with_an_unknown_tool(ask: Ask) -> None:
    for text, wrong, told in (
        ("schema = 1", "schema = 7", "nyere udgave af programmet. Opdatér programmet."),
        ('tool = { kind = "talk" }', 'tool = { kind = "hologram" }', "Værktøjet »hologram« findes ikke."),
        ("[[roles]]", "[[rolles]]", "Mente du »roles«?"),
    ):
        own = paths.user_pack_dir() / "vores"
        shutil.rmtree(own, ignore_errors=True)
        shutil.copytree(PACK, own)
        for path in own.rglob("*.toml"):
            path.write_text(path.read_text(encoding="utf-8").replace(text, wrong, 1), encoding="utf-8")
        answer = ask("packs", "check", str(own))
        assert answer.code == 1 and told in answer.out and ", linje " in answer.out
