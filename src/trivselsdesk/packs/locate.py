"""On which line each key of a TOML text stands. Made for texts that the TOML reader has accepted."""

from __future__ import annotations

import bisect
import contextlib
import re

KeyPath = tuple[str | int, ...]
"""Keys and places in lists from the top of the file, such as ``("items", 2, "minutes")``."""

DEEPEST = 8
"""Longer paths are cut off here: a pack never goes as deep, and hostile files go much deeper."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]+|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'""")
_STRING = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"{3,5}'
    r"|'''[^']*(?:'(?!'')[^']*)*'{3,5}"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
"""Without possessive quantifiers, which Python 3.11.2 counts wrongly."""
_SCALAR = re.compile(r"[^,\]}\n#]*")


class _Lost(Exception):
    """The scanner does not understand the text; what it found so far still counts."""


def lines_of(text: str) -> dict[KeyPath, int]:
    """Key path to 1-based line, for every key, table and list element of the text."""
    scanner = _Scanner(text.replace("\r\n", "\n"))
    with contextlib.suppress(_Lost, RecursionError):
        scanner.document()
    return scanner.lines


def nearest_line(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """The line of the path, or of the closest thing around it; None for the whole file."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._counts: dict[KeyPath, int] = {}

    def document(self) -> None:
        base: KeyPath = ()
        while True:
            self._skip(_BLANK)
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                base = self._header()
            else:
                self._pair(base)

    def _header(self) -> KeyPath:
        start = self.at
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        parts = self._key()
        self._expect("]]" if many else "]")
        path: KeyPath = ()
        for number, part in enumerate(parts, start=1):
            path = (*path, part)
            if number == len(parts) and many:
                self._note(path, start)
                self._counts[path] = self._counts.get(path, 0) + 1
            else:
                self._note(path, start)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
                self._note(path, start)
        return path

    def _pair(self, base: KeyPath) -> None:
        start = self.at
        path = base
        for part in self._key():
            path = (*path, part)
            self._note(path, start)
        self._expect("=")
        self._value(path)

    def _key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            found = _KEY_PART.match(self.text, self.at)
            if not found:
                raise _Lost
            self.at = found.end()
            if len(parts) < DEEPEST:
                quoted = found[1] if found[1] is not None else found[2]
                parts.append(found[0] if quoted is None else quoted)
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return parts
            self.at += 1

    def _value(self, path: KeyPath) -> None:
        self._skip(_SPACE)
        string = _STRING.match(self.text, self.at)
        if string:
            self.at = string.end()
        elif self.text.startswith("[", self.at):
            self.at += 1
            self._list(path)
        elif self.text.startswith("{", self.at):
            self.at += 1
            self._table(path)
        else:
            self._skip(_SCALAR)

    def _list(self, path: KeyPath) -> None:
        place = 0
        while True:
            self._skip(_BLANK)
            if self._took("]"):
                return
            element = (*path, place) if len(path) < DEEPEST else path
            self._note(element, self.at)
            self._value(element)
            place += 1
            self._skip(_BLANK)
            if not self._took(","):
                self._expect("]")
                return

    def _table(self, path: KeyPath) -> None:
        while True:
            self._skip(_BLANK)
            if self._took("}"):
                return
            self._pair(path)
            self._skip(_BLANK)
            if not self._took(","):
                self._expect("}")
                return

    def _note(self, path: KeyPath, at: int) -> None:
        if len(path) <= DEEPEST:
            self.lines.setdefault(path, bisect.bisect_left(self._breaks, at) + 1)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()

    def _took(self, sign: str) -> bool:
        if self.text.startswith(sign, self.at):
            self.at += len(sign)
            return True
        return False

    def _expect(self, sign: str) -> None:
        self._skip(_SPACE)
        if not self._took(sign):
            raise _Lost
