"""Collects what is wrong while a pack is read, and finds the line of each fault."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from trivselsdesk.packs.errors import PackError
from trivselsdesk.packs.locate import KeyPath, lines_of, nearest_line

MOST = 50
"""After so many faults the reading stops: nobody mends more in one go."""


class TooMany(Exception):
    """The list of faults is full."""


class Faults:
    """The faults of all files of one pack."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts
        self._lines: dict[str, dict[KeyPath, int]] = {}
        self._found: list[tuple[str, KeyPath, PackError]] = []

    def add(self, file: str, path: KeyPath, problem: str, mend: str, meant: KeyPath | None = None) -> None:
        """Note a fault at a key; ``meant`` is the key it was probably meant to be.

        Raises TooMany when the list is full.
        """
        self._found.append((file, meant or path, PackError(file, self.line(file, path), problem, mend)))
        if len(self._found) >= MOST:
            raise TooMany

    def touches(self, file: str, path: KeyPath) -> bool:
        """Whether something at, under or around the path is at fault already."""
        return any(
            known == file and (where[: len(path)] == path or path[: len(where)] == where)
            for known, where, _ in self._found
        )

    def first_at(self, file: str, path: KeyPath) -> str:
        """What is wrong at, under or around the path, else anywhere: the first sentence; empty if nothing."""
        near = [
            error
            for known, where, error in self._found
            if known == file and (where[: len(path)] == path or path[: len(where)] == where)
        ]
        found = near or [error for _, _, error in self._found]
        return found[0].problem if found else ""

    def line(self, file: str, path: KeyPath) -> int | None:
        """The 1-based line of a key, or of what is around it."""
        if file not in self._lines:
            self._lines[file] = lines_of(self._texts.get(file, ""))
        return nearest_line(self._lines[file], path)

    def errors(self) -> list[PackError]:
        """All faults, file by file from the top."""
        files = list(self._texts)
        order = {file: number for number, file in enumerate(files)}
        return sorted(
            (error for _, _, error in self._found),
            key=lambda error: (order.get(error.file, len(files)), error.line or 0),
        )


def shown(word: str) -> str:
    """The user's own word in a sentence: without invisible characters and not too long."""
    clean = "".join(sign if sign.isprintable() else "?" for sign in word[:60])
    return clean + ("…" if len(word) > 60 else "")


def suggestion(word: str, known: Iterable[str]) -> str:
    """»Mente du »x«?« where something near is known, else nothing."""
    near = nearest(word, known)
    return f"Mente du »{near[0]}«?" if near else ""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known word that looks most like this one; none when nothing does."""
    return difflib.get_close_matches(word[:60].lower(), list(known), n=1, cutoff=0.6)


def choices(known: Iterable[str]) -> str:
    """»Vælg mellem a, b og c.«"""
    words = list(dict.fromkeys(known))
    if len(words) < 2:
        return f"Skriv {words[0]}." if words else ""
    return f"Vælg mellem {', '.join(words[:-1])} og {words[-1]}."
