"""Disks that fill up, turn read-only or fail: nothing is called saved that is not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.store.desk import P, crashed_copy, fill, note, same_as_disk, snapshot, uid
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.records import Note
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import Store


def write_until_trouble(store: Store) -> int:
    """Put up long notes until the store cannot. Returns how many were put up."""
    for number in range(1000, 3000):
        held = snapshot(store.book(P)), store.next_step(P)
        try:
            store.run(AddNotes(programme_id=P, notes=(note(number, "x" * 4000),)))
        except StoreError as error:
            assert store.trouble is error
            assert (snapshot(store.book(P)), store.next_step(P)) == held
            return number - 1000
    raise AssertionError("the disk never filled up")


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path) -> None:
    with Store.open(small_disk / "desk.db") as store:
        fill(store)
        ballast = small_disk / "ballast"
        ballast.write_bytes(b"\0" * 900_000)
        count = write_until_trouble(store)
        assert count > 3
        assert store.trouble and store.trouble.kind == "full"
        assert not store.try_again()
        with pytest.raises(StoreError) as caught:
            store.undo(P)
        assert caught.value.kind == "full"
        with pytest.raises(StoreError) as caught:
            store.back_up()
        assert caught.value.kind == "full"
        assert len(list(store.programmes())) == 1
        ballast.unlink()
        assert store.try_again() and store.trouble is None
        store.run(AddNotes(programme_id=P, notes=(note(90),)))
        held = snapshot(store.book(P))
        same_as_disk(store)
    with Store.open(small_disk / "desk.db") as store:
        assert snapshot(store.book(P)) == held
        store.undo(P)
        assert store.book(P).find(Note, uid(90)) is None
        assert store.book(P).find(Note, uid(1000 + count - 1))


def test_the_next_gesture_asks_the_disk_by_itself(small_disk: Path) -> None:
    with Store.open(small_disk / "desk.db") as store:
        fill(store)
        ballast = small_disk / "ballast"
        ballast.write_bytes(b"\0" * 900_000)
        write_until_trouble(store)
        ballast.unlink()
        store.run(AddNotes(programme_id=P, notes=(note(90),)))
        assert store.trouble is None
        same_as_disk(store)


def test_a_full_disk_stops_neither_opening_nor_reading(small_disk: Path) -> None:
    path = small_disk / "desk.db"
    with Store.open(path) as store:
        fill(store)
        held = snapshot(store.book(P))
    ballast = small_disk / "ballast"
    with pytest.raises(OSError), ballast.open("wb") as file:
        while True:
            file.write(b"\0" * 4096)
            file.flush()
    with Store.open(path) as store:
        assert snapshot(store.book(P)) == held
        with pytest.raises(StoreError) as caught:
            store.run(AddNotes(programme_id=P, notes=(note(90, "x" * 100_000),)))
        assert caught.value.kind == "full"
    with pytest.raises(StoreError) as caught:
        Store.open(small_disk / "new.db")
    assert caught.value.kind == "full"
    ballast.unlink()
    with Store.open(path) as store:
        assert snapshot(store.book(P)) == held
    with Store.open(small_disk / "new.db") as store:
        assert store.programmes() == []


def test_a_write_that_the_system_refuses_halfway_is_as_if_it_never_was(
    store: Store, tmp_path: Path, files_at_most: Callable[[int], AbstractContextManager[None]]
) -> None:
    log = store.path.with_name(store.path.name + "-wal")
    with files_at_most(log.stat().st_size + 5000):
        count = write_until_trouble(store)
        assert store.trouble and store.trouble.kind == "failed"
        held = snapshot(store.book(P))
    with Store.open(crashed_copy(store, tmp_path / "crash")) as left:
        assert snapshot(left.book(P)) == held
        same_as_disk(left)
    assert store.try_again()
    assert snapshot(store.book(P)) == held
    same_as_disk(store)
    for _ in range(count):
        store.undo(P)
    assert store.book(P).find(Note, uid(1000)) is None
    same_as_disk(store)


def test_a_folder_that_turns_readonly_under_us(path: Path, turn_readonly: Callable[[Path], None]) -> None:
    with Store.open(path) as store:
        fill(store)
        turn_readonly(path.parent)
        with pytest.raises(StoreError):
            store.back_up()
        assert store.book(P).find(Note, uid(42))
        assert store.pack_files("prøve", "1")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
def test_a_file_moved_away_under_us_is_told_before_anything_is_called_saved(
    store: Store, tmp_path: Path
) -> None:
    held = snapshot(store.book(P))
    away = store.path.parent.rename(tmp_path / "moved")
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            store.run(AddNotes(programme_id=P, notes=(note(90),)))
        assert caught.value.kind == "folder"
    assert snapshot(store.book(P)) == held
    store.path.parent.mkdir()
    store.path.write_bytes((away / store.path.name).read_bytes())
    assert not store.try_again()
    store.path.unlink()
    store.path.parent.rmdir()
    away.rename(store.path.parent)
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    same_as_disk(store)


CHILD = """
import json, sys
from pathlib import Path
from tests.store.desk import P, note, snapshot
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import Store
store = Store.open(Path(sys.argv[1]))
said, failed = [], 0
for number in range(1000, 1040):
    try:
        store.run(AddNotes(programme_id=P, notes=(note(number, "tekst " * 200),)))
        said.append(number)
    except StoreError as error:
        failed += 1
        assert store.trouble, error
print(json.dumps({"said": said, "failed": failed, "held": len(snapshot(store.book(P)))}), flush=True)
import os
os._exit(0)
"""


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace to make a disk fail")
@pytest.mark.parametrize(
    "fault",
    [
        "fsync,fdatasync:error=EIO:when=20",
        "fsync,fdatasync:error=EIO:when=1..4",
        "pwrite64:error=EIO:when=90..95",
        "pwrite64:error=ENOSPC:when=120",
    ],
)
def test_a_disk_that_fails_never_makes_us_lie(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "desk.db"
    calls = fault.partition(":")[0]
    with Store.open(path) as store:
        fill(store)
    command = [
        "strace",
        "-f",
        "-qq",
        "-o",
        str(tmp_path / "calls"),
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={fault}",
    ]
    code = [sys.executable, "-c", CHILD, str(path)]
    if subprocess.run([*command, "true"], capture_output=True).returncode:
        pytest.skip("strace may not be used here")
    done = subprocess.run([*command, *code], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["failed"] >= 1, "the fault was never met"
    with Store.open(path) as store:
        book = snapshot(store.book(P))
        for number in told["said"]:
            assert ("Note", uid(number)) in book
        same_as_disk(store)
        assert store.undo(P)
