"""What can go wrong with the database, told apart so that the user can be told what to do."""

from __future__ import annotations

import errno
import sqlite3


class StoreError(Exception):
    """The store could not do it. ``kind`` is a key that the window turns into a sentence.

    Kinds: ``full`` (no room on the disk), ``readonly`` (may not write), ``busy`` (another program
    holds the file), ``damaged``, ``newer`` (written by a newer version), ``folder`` (the data
    folder cannot be made), ``pragma`` (SQLite does not offer the safety asked for), ``failed``.
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind = kind


def kind_of(error: BaseException) -> str:
    """The kind of StoreError that an error from SQLite or the operating system stands for."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, OSError):
        if original.errno in (errno.ENOSPC, errno.EDQUOT):
            return "full"
        return "readonly" if original.errno in (errno.EACCES, errno.EROFS, errno.EPERM) else "failed"
    name = getattr(original, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return "full"
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return "readonly"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "busy"
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return "damaged"
    if isinstance(original, sqlite3.DatabaseError) and "disk image is malformed" in str(original):
        return "damaged"
    return "failed"
