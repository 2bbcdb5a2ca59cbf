"""A desk for each test, and disks that fail in known ways."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.store.desk import fill, is_root
from trivselsdesk.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of the test lies; nothing is there yet."""
    return tmp_path / "desk" / "trivselsdesk.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An open store with the test's programme in it."""
    with Store.open(path) as opened:
        fill(opened)
        yield opened


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if not is_root() or not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    with _mounted(tmp_path / "small", "size=2m") as folder:
        yield folder


@pytest.fixture
def turn_readonly(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Makes a folder that nothing can be written to any more, for the rest of the test."""
    locked: list[Path] = []

    def lock(folder: Path) -> None:
        if is_root():
            bind = ["mount", "--bind", str(folder), str(folder)]
            if not shutil.which("mount") or subprocess.run(bind, capture_output=True).returncode:
                pytest.skip("needs the right to mount a folder read-only")
            subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        else:
            folder.chmod(0o500)
            for each in folder.iterdir():
                each.chmod(0o400)
        locked.append(folder)

    yield lock
    for folder in locked:
        if is_root():
            subprocess.run(["umount", "-l", str(folder)], check=True)
        else:
            folder.chmod(0o700)


@pytest.fixture
def files_at_most() -> Callable[[int], AbstractContextManager[None]]:
    """Inside it, the system refuses to let any file grow beyond so many bytes."""

    resource = pytest.importorskip("resource")

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited
