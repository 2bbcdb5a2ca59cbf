"""Writing files so that nobody ever meets a half one."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from trivselsdesk.store.errors import StoreError, told_apart


def write_safely(path: Path, data: bytes) -> None:
    """Write a whole file or none: beside its place first, on the disk, then into its place.

    What stood there before stays until the new file is complete. Raises StoreError: ``folder``
    (not there), ``full``, ``readonly``, ``failed``.
    """
    with told_apart():
        if not path.parent.is_dir() or path.is_dir():
            raise StoreError("folder", "target")
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.chmod(_mode(path))
            replace_patiently(draft, path)
            sync(path.parent)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those of any new file."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def replace_patiently(source: Path, target: Path, seconds: float = 3.0) -> None:
    """A replacing rename that waits while a virus scanner or indexer holds the file (Windows)."""
    deadline = time.monotonic() + (seconds if os.name == "nt" else 0.0)
    while True:
        try:
            source.replace(target)
            return
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def sync(path: Path) -> None:
    """Push a file or folder to the disk; folders cannot be opened so on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
