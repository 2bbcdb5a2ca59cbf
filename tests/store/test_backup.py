"""Backups: checked when they are taken, thinned out, put back with the old log out of the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.store.desk import P, crashed_copy, fill, note, same_as_disk, snapshot, uid
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.records import Note
from trivselsdesk.store import backup, opening
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import Store


def test_a_backup_is_a_whole_database_by_itself(store: Store, tmp_path: Path) -> None:
    store.run(AddNotes(programme_id=P, notes=(note(100, "Kun i loggen"),)))
    copy = store.back_up("start")
    assert copy and copy.parent == backup.folder_of(store.path)
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    elsewhere = tmp_path / "copy.db"
    elsewhere.write_bytes(copy.read_bytes())
    with Store.open(elsewhere) as other:
        assert snapshot(other.book(P)) == snapshot(store.book(P))
        other.undo(P)
        assert other.book(P).find(Note, uid(100)) is None
    same_as_disk(store)


def test_two_backups_in_one_second_are_two(store: Store) -> None:
    taken = [store.back_up("start") for _ in range(3)]
    assert len(set(taken)) == 3
    assert set(backup.listed(store.path)) == set(taken)
    (backup.folder_of(store.path) / "fremmed.db").touch()
    assert set(backup.listed(store.path)) == set(taken)
    assert all(abs(backup.taken_at(each) - datetime.now()) < timedelta(minutes=5) for each in taken if each)


def test_what_a_crash_left_behind_is_no_obstacle(store: Store) -> None:
    folder = backup.folder_of(store.path)
    folder.mkdir()
    (folder / ".draft").write_bytes(b"halv")
    (folder / ".draft-wal").write_bytes(b"halv")
    copy = store.back_up()
    assert copy and [each.name for each in folder.iterdir()] == [copy.name]


def test_a_backup_that_cannot_be_written_leaves_no_half_one(
    store: Store, files_at_most: Callable[[int], AbstractContextManager[None]]
) -> None:
    with files_at_most(20_000), pytest.raises(StoreError):
        store.back_up()
    assert list(backup.folder_of(store.path).iterdir()) == []
    assert store.trouble is None
    same_as_disk(store)


def test_a_damaged_database_is_not_copied(store: Store, tmp_path: Path) -> None:
    left = crashed_copy(store, tmp_path / "x")
    store.close()
    data = bytearray(left.read_bytes())
    with Store.open(left) as intact:
        fill_count = intact.change_count()
    data = bytearray(left.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    last = (len(data) // size - 1) * size
    data[last : last + size] = b"\x77" * size
    left.write_bytes(bytes(data))
    assert fill_count
    with pytest.raises(StoreError) as caught, Store.open(left) as broken:
        broken.back_up()
    assert caught.value.kind == "damaged"
    assert backup.listed(left) == []


# Thinning out

NOW = datetime(2026, 5, 20, 12, 0)


def kept(folder: Path, moments: list[datetime]) -> list[datetime]:
    """Which of these backups are left, newest first."""
    folder.mkdir()
    for moment in moments:
        (folder / f"{moment:{backup.STAMP}}-start.db").touch()
    backup.prune(folder, NOW)
    return [backup.taken_at(each) for each in sorted(folder.glob("*.db"), reverse=True)]


def test_two_days_are_kept_in_full(tmp_path: Path) -> None:
    moments = [NOW - timedelta(minutes=10 * number) for number in range(288)]
    assert kept(tmp_path / "b", moments) == moments


def test_then_one_a_day_and_one_a_week(tmp_path: Path) -> None:
    moments = [NOW - timedelta(hours=6 * number) for number in range(4 * 200)]
    left = [each for each in kept(tmp_path / "b", moments) if NOW - each > timedelta(days=2)]
    assert len(left) == backup.KEPT_DAYS + backup.KEPT_WEEKS
    days, weeks = left[: backup.KEPT_DAYS], left[backup.KEPT_DAYS :]
    assert len({each.date() for each in days}) == backup.KEPT_DAYS
    assert len({each.isocalendar()[:2] for each in weeks}) == backup.KEPT_WEEKS
    assert NOW - weeks[-1] > timedelta(days=55)


def test_a_program_rarely_used_keeps_its_past(tmp_path: Path) -> None:
    moments = [NOW - timedelta(days=90 * number) for number in range(6)]
    assert kept(tmp_path / "b", moments) == moments


def test_clocks_gone_wrong_and_other_peoples_files_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    assert kept(folder, [NOW + timedelta(days=900), NOW]) == [NOW + timedelta(days=900), NOW]
    (folder / "mine-egne.db").touch()
    backup.prune(folder, NOW + timedelta(days=9000))
    assert (folder / "mine-egne.db").exists()


# Putting back


def test_putting_back_sets_the_old_file_and_its_log_aside(store: Store, tmp_path: Path) -> None:
    before = snapshot(store.book(P))
    copy = store.back_up()
    assert copy
    store.run(AddNotes(programme_id=P, notes=(note(100),)))
    left = crashed_copy(store, tmp_path / "crash")
    old = {each.name: each.read_bytes() for each in left.parent.iterdir()}
    aside = backup.put_back(left, copy)
    assert aside and aside.read_bytes() == old[left.name]
    assert aside.with_name(aside.name + "-wal").read_bytes() == old[left.name + "-wal"]
    assert {each.name for each in left.parent.iterdir()} == {left.name, aside.name, aside.name + "-wal"}
    with Store.open(left) as again:
        assert snapshot(again.book(P)) == before
        again.run(AddNotes(programme_id=P, notes=(note(100),)))
        same_as_disk(again)
    assert copy.exists()


def test_putting_back_where_nothing_is(store: Store, tmp_path: Path) -> None:
    copy = store.back_up()
    assert copy
    there = tmp_path / "new" / "desk.db"
    assert backup.put_back(there, copy) is None
    with Store.open(there) as again:
        assert snapshot(again.book(P)) == snapshot(store.book(P))


def test_a_bad_backup_is_refused_before_anything_is_moved(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
        copy = store.back_up()
        assert copy
    before = path.read_bytes()
    whole = copy.read_bytes()
    alien = tmp_path / "alien.db"
    with closing(sqlite3.connect(alien)) as raw:
        raw.execute("CREATE TABLE x (y)")
    for content in (b"", b"sludder", whole[: len(whole) // 2], alien.read_bytes()):
        copy.write_bytes(content)
        with pytest.raises(StoreError) as caught:
            backup.put_back(path, copy)
        assert caught.value.kind == "damaged"
        assert path.read_bytes() == before
        assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]
    with pytest.raises(StoreError):
        backup.put_back(path, tmp_path / "findes-ikke.db")
    assert path.read_bytes() == before


def test_putting_back_cut_off_halfway_is_finished_at_the_next_start(store: Store, tmp_path: Path) -> None:
    before = snapshot(store.book(P))
    copy = store.back_up()
    assert copy
    store.run(AddNotes(programme_id=P, notes=(note(100),)))
    left = crashed_copy(store, tmp_path / "crash")
    opening.restoring(left).write_bytes(copy.read_bytes())
    left.rename(left.with_name(left.name + ".20260520-120000.damaged"))
    with Store.open(left) as again:
        assert snapshot(again.book(P)) == before
        same_as_disk(again)
    assert not opening.restoring(left).exists()
    assert left.with_name(left.name + "-wal.damaged").exists()


def test_putting_back_cut_off_before_anything_moved_leaves_the_old_file(path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
        before = snapshot(store.book(P))
    opening.restoring(path).write_bytes(b"en kopi")
    with Store.open(path) as store:
        assert snapshot(store.book(P)) == before
    assert not opening.restoring(path).exists()
