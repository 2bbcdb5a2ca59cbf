"""Opening the database: settings, strangers, newer and damaged files, logs of another file."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.desk import P, crashed_copy, edit_raw, fill, note, programme, same_as_disk, snapshot, uid
from trivselsdesk.domain.commands.desk import AddProgramme, ChangeProgramme
from trivselsdesk.domain.commands.notes import AddNotes, DeleteNotes
from trivselsdesk.domain.records import Note
from trivselsdesk.store import backup
from trivselsdesk.store.engine import APPLICATION_ID, PRAGMAS
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.migrations import SCHEMA_VERSION
from trivselsdesk.store.store import Store


def kind_on_open(path: Path) -> str:
    """The kind of the error that opening gives, or nothing."""
    try:
        Store.open(path).close()
    except StoreError as error:
        return error.kind
    return ""


def everything_below(folder: Path) -> dict[str, bytes]:
    """All files of a folder with their bytes."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_the_safety_settings_are_in_force(store: Store) -> None:
    raw = store._connection
    for name, _, accepted in PRAGMAS:
        row = raw.execute(f"PRAGMA {name}").fetchone()
        assert (row[0] if row else None) in accepted, name
    assert raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def test_a_missing_folder_is_made_and_only_its_owner_may_look_in(path: Path) -> None:
    with Store.open(path) as store:
        assert store.programmes() == []
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_name_with_odd_signs_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "Åse's 100% #mappe? ja" / "desk.db"
    with Store.open(path) as store:
        fill(store)
    assert path.exists()
    with Store.open(path) as store:
        assert store.programmes()[0].id == P


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("i vejen")
    assert kind_on_open(tmp_path / "file" / "desk.db") == "folder"


def test_a_second_program_is_told_that_the_file_is_busy(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from trivselsdesk.store.store import Store; from trivselsdesk.store.errors import StoreError\n"
        "try: Store.open(Path(sys.argv[1]))\n"
        "except StoreError as error: print(error.kind)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(store.path)], capture_output=True, text=True)
    assert done.stdout.strip() == "busy", done.stderr
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    same_as_disk(store)


def test_everything_comes_back_as_it_was(path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
        before = snapshot(store.book(P))
    with Store.open(path) as store:
        assert snapshot(store.book(P)) == before
        store.verify()


def test_programmes_are_listed_newest_first(path: Path) -> None:
    with Store.open(path) as store:
        for number, day in ((5, "01"), (6, "03"), (7, "02")):
            made = programme(uid(number), f"Nr. {number}")
            store.run(AddProgramme(programme_id=made.id, records=(made,)))
            store.run(ChangeProgramme(programme_id=made.id, values={"created": f"2026-01-{day}T08:00:00"}))
        assert [each.name for each in store.programmes()] == ["Nr. 6", "Nr. 7", "Nr. 5"]


@pytest.mark.parametrize("content", [b"Dette er ikke en database", b"SQLite format 3\0", b"\0" * 5000])
def test_a_file_that_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert kind_on_open(path) == "damaged"
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    edit_raw(path, "CREATE TABLE bookmarks (url TEXT)")
    before = everything_below(path.parent)
    assert kind_on_open(path) == "damaged"
    edit_raw(path, "PRAGMA application_id=77")
    assert kind_on_open(path) == "damaged"
    edit_raw(path, "PRAGMA application_id=0")
    assert everything_below(path.parent).keys() == before.keys()


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Store.open(path) as store:
        fill(store)


def test_a_program_that_died_while_making_the_file_leaves_no_trap(path: Path) -> None:
    path.parent.mkdir()
    edit_raw(path, "PRAGMA journal_mode=WAL", "PRAGMA user_version=0")
    assert path.stat().st_size > 0
    with Store.open(path) as store:
        fill(store)
        same_as_disk(store)


def damage(path: Path, *, from_page: int = 2, step: int = 1) -> None:
    """Flip bytes in the middle of pages."""
    data = bytearray(path.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    for page in range(from_page - 1, len(data) // size, step):
        for place in range(page * size, page * size + size, 7):
            data[place] ^= 0x5A
    path.write_bytes(bytes(data))


def test_damaged_pages_are_told_and_nothing_is_made_anew(path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
    damage(path)
    broken = path.read_bytes()
    with pytest.raises(StoreError) as caught, Store.open(path) as store:
        store.programmes()
        store.book(P)
        store.back_up()
    assert caught.value.kind == "damaged"
    assert path.read_bytes() == broken


def test_a_single_damaged_page_never_reaches_the_user_as_another_error(path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
    whole = path.read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    for page in range(1, len(whole) // size):
        path.write_bytes(whole)
        damage(path, from_page=page + 1, step=10_000)
        try:
            with Store.open(path) as store:
                store.programmes()
                store.book(P)
                store.run(AddNotes(programme_id=P, notes=(note(90),)))
                store.undo(P)
                store.verify()
        except StoreError as error:
            assert error.kind == "damaged", page


def test_a_value_that_no_record_can_hold_is_damage(path: Path) -> None:
    for statement in (
        "UPDATE task SET due='i morgen'",
        "UPDATE note SET text=x'ff00'",
        "UPDATE note SET text=CAST(x'ff41' AS TEXT)",
        "UPDATE meeting SET start='sent'",
    ):
        with Store.open(path) as store:
            fill(store)
        edit_raw(path, statement)
        with Store.open(path) as store:
            with pytest.raises(StoreError) as caught:
                store.book(P)
            assert caught.value.kind == "damaged", statement
            assert store.trouble is caught.value
            with pytest.raises(StoreError):
                store.run(AddProgramme(programme_id=uid(5), records=(programme(uid(5)),)))
        path.unlink()


# A newer version


@pytest.fixture
def newer(path: Path) -> Path:
    """A file that a later version has written: new column, new table, one of ours gone."""
    with Store.open(path) as store:
        fill(store)
    edit_raw(
        path,
        "PRAGMA user_version=99",
        "ALTER TABLE note ADD COLUMN mood TEXT DEFAULT 'glad'",
        "CREATE TABLE hologram (id TEXT)",
        "DROP TABLE slot_log",
        "ALTER TABLE report DROP COLUMN authors",
    )
    return path


def test_a_newer_file_is_read_and_its_bytes_are_untouched(newer: Path) -> None:
    before = everything_below(newer.parent)
    with Store.open(newer) as store:
        assert store.readonly and store.closed_to_writing == "newer"
        assert [each.id for each in store.programmes()] == [P]
        assert store.book(P).get(Note, uid(41)).text == "Larm i garderoben"
        assert store.pack_files("prøve", "1")
        assert store.next_step(P) is None
        assert store.undo(P) is None
        assert store.back_up() is None
        attempts: list[Callable[[], object]] = [
            lambda: store.run(AddNotes(programme_id=P, notes=(note(90),))),
            lambda: store.keep_pack("andet", "1", {"pack.toml": ""}),
        ]
        for attempt in attempts:
            with pytest.raises(StoreError) as caught:
                attempt()
            assert caught.value.kind == "newer"
        assert store.book(P).find(Note, uid(90)) is None
    assert everything_below(newer.parent) == before


def test_a_newer_file_whose_program_crashed_is_read_with_its_log(newer: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(newer, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE note SET text='Fra loggen' WHERE id=?", (uid(41),))
        folder = tmp_path / "crash"
        folder.mkdir()
        for ending in ("", "-wal"):
            shutil.copyfile(f"{newer}{ending}", folder / f"{newer.name}{ending}")
    before = everything_below(folder)
    with Store.open(folder / newer.name) as store:
        assert store.book(P).get(Note, uid(41)).text == "Fra loggen"
    assert everything_below(folder) == before


def test_a_version_that_stands_only_in_the_log_counts(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA user_version=99")
        folder = tmp_path / "crash"
        folder.mkdir()
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", folder / f"{path.name}{ending}")
    assert int.from_bytes((folder / path.name).read_bytes()[60:64], "big") == SCHEMA_VERSION
    before = everything_below(folder)
    with Store.open(folder / path.name) as store:
        assert store.closed_to_writing == "newer"
    assert everything_below(folder) == before


# Folders that may not be written


def test_a_folder_that_may_not_be_written_is_told_and_can_be_looked_at(
    path: Path, turn_readonly: Callable[[Path], None]
) -> None:
    with Store.open(path) as store:
        fill(store)
        before = snapshot(store.book(P))
    turn_readonly(path.parent)
    assert kind_on_open(path) == "readonly"
    with Store.open_to_look(path) as store:
        assert store.readonly and store.closed_to_writing == "readonly"
        assert snapshot(store.book(P)) == before


def test_looking_works_while_another_has_the_file(store: Store) -> None:
    store.run(AddNotes(programme_id=P, notes=(note(90, "Lige skrevet"),)))
    code = (
        "import sys; from pathlib import Path\n"
        "from trivselsdesk.store.store import Store; from trivselsdesk.domain.records import Note\n"
        "store = Store.open_to_look(Path(sys.argv[1]))\n"
        "print(store.book(sys.argv[2]).get(Note, sys.argv[3]).text)"
    )
    command = [sys.executable, "-c", code, str(store.path), P, uid(90)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.strip() == "Lige skrevet", done.stderr


def test_there_must_be_something_to_look_at(path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Store.open_to_look(path)
    assert caught.value.kind == "folder"
    assert not path.exists()


# Logs


def test_the_log_of_a_crash_is_taken_in(store: Store, tmp_path: Path) -> None:
    for number in range(100, 120):
        store.run(AddNotes(programme_id=P, notes=(note(number),)))
    before = snapshot(store.book(P))
    left = crashed_copy(store, tmp_path / "crash")
    assert left.with_name(left.name + "-wal").stat().st_size > 0
    with Store.open(left) as again:
        assert snapshot(again.book(P)) == before
        again.undo(P)
        assert again.book(P).find(Note, uid(119)) is None
        same_as_disk(again)


def test_a_log_cut_off_in_the_middle_loses_only_what_was_not_committed(store: Store, tmp_path: Path) -> None:
    store.run(AddNotes(programme_id=P, notes=(note(100),)))
    left = crashed_copy(store, tmp_path / "crash")
    log = left.with_name(left.name + "-wal")
    log.write_bytes(log.read_bytes()[:-100])
    with Store.open(left) as again:
        assert again.book(P).find(Note, uid(100)) is None
        assert again.book(P).find(Note, uid(42))
        same_as_disk(again)


def test_a_backup_laid_over_a_live_file_is_noticed(store: Store, tmp_path: Path) -> None:
    copy = store.back_up()
    assert copy
    store.run(AddNotes(programme_id=P, notes=(note(100),)))
    left = crashed_copy(store, tmp_path / "crash")
    shutil.copyfile(copy, left)
    before = everything_below(left.parent)
    assert kind_on_open(left) == "damaged"
    assert everything_below(left.parent) == before


def test_an_old_copy_of_the_file_beside_a_newer_log_is_noticed(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
    old = tmp_path / "old.db"
    shutil.copyfile(path, old)
    with Store.open(path) as store:
        store.run(AddNotes(programme_id=P, notes=tuple(note(n, "tekst " * 50) for n in range(200, 400))))
    with Store.open(path) as store:
        store.run(DeleteNotes(programme_id=P, ids=(uid(200),)))
        left = crashed_copy(store, tmp_path / "crash")
    shutil.copyfile(old, left)
    before = everything_below(left.parent)
    assert kind_on_open(left) == "damaged"
    assert everything_below(left.parent) == before


def test_a_log_whose_file_is_gone_is_not_thrown_away(store: Store, tmp_path: Path) -> None:
    store.run(AddNotes(programme_id=P, notes=(note(100),)))
    left = crashed_copy(store, tmp_path / "crash")
    left.unlink()
    before = everything_below(left.parent)
    assert kind_on_open(left) == "damaged"
    assert everything_below(left.parent) == before


def test_putting_back_a_backup_mends_each_of_them(store: Store, tmp_path: Path) -> None:
    copy = store.back_up()
    assert copy
    before = snapshot(store.book(P))
    store.run(AddNotes(programme_id=P, notes=(note(100),)))
    left = crashed_copy(store, tmp_path / "crash")
    shutil.copyfile(copy, left)
    aside = backup.put_back(left, copy)
    assert aside and aside.exists() and aside.with_name(aside.name + "-wal").exists()
    with Store.open(left) as again:
        assert snapshot(again.book(P)) == before
        same_as_disk(again)


def test_nothing_is_written_into_a_file_that_does_not_hold_together(path: Path) -> None:
    """Opening reads only what the first picture needs; the first write waits for the whole file."""
    with Store.open(path) as store:
        fill(store)
    edit_raw(path, "UPDATE note SET text='en anden'")
    with Store.open(path) as store:
        assert store.programmes() and not store.checked
        before = store.change_count()
        with pytest.raises(StoreError) as caught:
            store.run(AddNotes(programme_id=P, notes=(note(90),)))
        assert caught.value.kind == "damaged" and store.trouble is caught.value
        assert store.change_count() == before and store.book(P).find(Note, uid(90)) is None


def test_a_file_is_read_through_once_before_the_first_write(path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
    with Store.open(path) as store:
        said: list[str] = []
        store._connection.set_trace_callback(said.append)
        store.run(AddNotes(programme_id=P, notes=(note(90),)))
        store.undo(P)
        assert store.checked
        assert [each.startswith("BEGIN IMMEDIATE") for each in said].index(True) > said.index(
            "PRAGMA integrity_check"
        )
        assert said.count("PRAGMA integrity_check") == 1
