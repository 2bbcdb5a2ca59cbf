"""One running program for each data folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.lock import InstanceLock

CHILD = """
import sys, time
from pathlib import Path
from trivselsdesk.store.lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
time.sleep(60)
"""


def start(folder: Path) -> tuple[subprocess.Popen[str], bool]:
    """Another program on the folder, and whether it got the lock."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout
    return child, child.stdout.readline().strip() == "True"


def end(child: subprocess.Popen[str]) -> None:
    """End it without a word."""
    child.kill()
    child.wait()
    assert child.stdout
    child.stdout.close()


def test_the_second_start_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "new" / "folder")
    assert lock.acquire() and lock.held and lock.acquire()
    assert lock.holder() == os.getpid()
    assert not InstanceLock(lock.path.parent).acquire()
    child, got = start(lock.path.parent)
    end(child)
    assert not got
    lock.release()
    lock.release()
    assert not lock.held and lock.holder() is None
    assert InstanceLock(lock.path.parent).acquire()


def test_a_killed_program_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    child, got = start(tmp_path)
    try:
        assert got
        lock = InstanceLock(tmp_path)
        assert not lock.acquire()
        assert lock.holder() == child.pid
    finally:
        os.kill(child.pid, signal.SIGKILL) if os.name != "nt" else child.kill()
        end(child)
    assert lock.path.exists()
    assert lock.acquire()
    lock.release()


def test_a_lock_file_full_of_anything_means_nothing(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    lock.path.write_bytes(b"\xff\0 ikke et tal")
    assert lock.holder() is None
    assert lock.acquire()
    lock.release()


def test_each_folder_has_its_own_lock(tmp_path: Path) -> None:
    one, two = InstanceLock(tmp_path / "1"), InstanceLock(tmp_path / "2")
    assert one.acquire() and two.acquire()
    one.release()
    two.release()


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path, turn_readonly: Callable[[Path], None]) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError) as caught:
        InstanceLock(tmp_path / "file").acquire()
    assert caught.value.kind == "folder"
    (tmp_path / "locked").mkdir()
    turn_readonly(tmp_path / "locked")
    with pytest.raises(StoreError) as caught:
        InstanceLock(tmp_path / "locked").acquire()
    assert caught.value.kind == "readonly"
