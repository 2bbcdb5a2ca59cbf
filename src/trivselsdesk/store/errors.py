"""What can go wrong with the database, told apart so that the user can be told what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager


class StoreError(Exception):
    """The store could not do it. ``kind`` is a key that the window turns into a sentence.

    Kinds: ``full`` (no room on the disk), ``readonly`` (may not write), ``busy`` (another program
    holds the file), ``damaged``, ``newer`` (written by a newer version), ``folder`` (the folder is
    not there and cannot be made), ``pragma`` (SQLite does not offer the safety asked for),
    ``unfit`` (a value that no file can hold, such as half an emoji), ``failed``.
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind = kind


class FileRefused(Exception):
    """A file that somebody handed on cannot be opened. ``reason`` names why; nothing was changed.

    Reasons: ``too_large``, ``not_trivsel``, ``newer``, ``damaged`` (not what was written),
    ``too_many``, ``too_deep``, ``text_too_long``, ``bad_text`` (control characters, half letters),
    ``bad_value`` (a number, date or id that cannot be), ``broken_link`` (names a record that is
    not in the file).
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


LASTING = ("full", "readonly", "damaged", "folder", "failed")
"""Kinds after which a store asks the disk before it believes a write again."""

_NUMBERS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "readonly",
    errno.EROFS: "readonly",
    errno.EPERM: "readonly",
    errno.ENOENT: "folder",
    errno.ENOTDIR: "folder",
    errno.EISDIR: "folder",
    errno.ENAMETOOLONG: "folder",
}
_NAMES = {
    "SQLITE_FULL": "full",
    "SQLITE_READONLY": "readonly",
    "SQLITE_CANTOPEN": "readonly",
    "SQLITE_PERM": "readonly",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
}


def kind_of(error: BaseException) -> str:
    """The kind of StoreError that an error from SQLite or the operating system stands for."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, OSError):
        return _NUMBERS.get(original.errno or 0, "failed")
    name = getattr(original, "sqlite_errorname", "") or ""
    for start, kind in _NAMES.items():
        if name.startswith(start):
            return kind
    # The driver itself finds broken letters, and gives them no error name.
    return "damaged" if "Could not decode to UTF-8" in str(original) else "failed"


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn errors of SQLite and the operating system into StoreError."""
    # Here, because the lock is asked before the window is there, and SQLite only after.
    import sqlite3

    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(kind_of(error), type(error).__name__) from error
    except Exception as error:
        # SQLAlchemy wraps the driver's error in ``orig``. Loading it here to name its class would
        # make the window wait for it at start.
        if isinstance(getattr(error, "orig", None), sqlite3.Error):
            raise StoreError(kind_of(error), type(error).__name__) from error
        raise
