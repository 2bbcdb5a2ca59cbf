"""One running program for each data folder, held by a lock that dies with the program."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from trivselsdesk.store.errors import StoreError, kind_of

NAME = "trivselsdesk.lock"

if sys.platform == "win32":
    import msvcrt

    _PLACE = 1 << 30
    """The locked byte lies far behind the text, so that others can still read who holds the lock."""

    def _lock(handle: int) -> bool:
        os.lseek(handle, _PLACE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class InstanceLock:
    """The right to be the program that uses ``folder``.

    The operating system holds it for the open file: however the program ends, it is free again,
    and a file left behind means nothing. The file itself is never deleted, or two could hold it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    def acquire(self) -> bool:
        """Take the lock. False when another program has it.

        Raises StoreError: ``folder`` when the folder cannot be made, ``readonly``, ``full``.
        """
        if self._handle is not None:
            return True
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError("full" if kind_of(error) == "full" else "folder", "lock") from error
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError(kind_of(error), "lock") from error
        taken = False
        try:
            taken = _lock(handle)
        except OSError as error:
            raise StoreError("failed", "lock") from error
        finally:
            if not taken:
                os.close(handle)
        if not taken:
            return False
        self._handle = handle
        # Only a hint for people; a full disk must not keep the program from starting.
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, str(os.getpid()).encode())
        return True

    def holder(self) -> int | None:
        """The process that wrote its number last; None when none is known."""
        with suppress(OSError, ValueError):
            return int(self.path.read_bytes()[:20])
        return None

    def release(self) -> None:
        """Give the lock back."""
        if self._handle is None:
            return
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
        os.close(self._handle)
        self._handle = None
