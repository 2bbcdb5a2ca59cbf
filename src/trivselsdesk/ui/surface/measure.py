"""How much room a text takes: widths of words measured once, lines broken by arithmetic."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import hyphens

REFERENCE = 100
"""Pixel size at which words are measured; without hinting, widths grow in step with the size."""
LINE = 19 / 16
"""Line height in font sizes (design tokens, type »note«)."""
MAX_LINES = 9
"""A note shows at most so many lines; the whole text is a key away and is never cut in the data."""

SHOWN = 1200
"""Characters that can be seen at all in so many lines."""
PIECE = 60
"""A word longer than this is measured in pieces, which is quicker; no Danish word comes near it."""


class Measure:
    """Breaks texts into lines for the notes' typeface."""

    def __init__(self, weight: int = 500) -> None:
        self._weight = weight
        self._metrics = QFontMetricsF(self.font(REFERENCE))
        self._space = self._metrics.horizontalAdvance(" ") / REFERENCE
        self._words = lru_cache(maxsize=60_000)(self._split)
        self._advance = lru_cache(maxsize=60_000)(self._advance_of)

    def font(self, size: int) -> QFont:
        """The notes' font at a pixel size."""
        font = theme.current().font("note", size=size, weight=self._weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def width(self, text: str, size: int) -> float:
        """The width of a line in px."""
        return self._advance(text) * size

    def learn(self, text: str) -> None:
        """Measure the words of a text that will be asked about."""
        self._words(text)

    def widest_word(self, text: str, size: int) -> float:
        """The width of the longest word in px."""
        return max((advance for _, advance, _ in self._words(text)), default=0.0) * size

    def lines(self, text: str, width: float, size: int, first: float = 0.0) -> list[str]:
        """The text in lines no wider than ``width`` px; the first is ``first`` px narrower.

        At most ``MAX_LINES``; the last of them ends in »…« when there is more.
        """
        done = self._broken(self._words(text), width, size, first, MAX_LINES)
        if len(done) > MAX_LINES:
            done = [*done[: MAX_LINES - 1], done[MAX_LINES - 1].rstrip()[:-1] + "…"]
        return done

    def shape(self, text: str, width: float, size: int, first: float = 0.0) -> tuple[int, str]:
        """How many lines ``lines`` would give, and the last of them.

        A board is tried at many sizes before one is shown, so the lines themselves are not put together here.
        """
        words = self._words(text)
        space, wide = self._space, max(1.0, width / size)
        room = max(1.0, (width - first) / size)
        count, begun, used, empty = 1, 0, 0.0, True
        for number, (word, advance, gap) in enumerate(words):
            extra = space + advance if gap and not empty else advance
            if word == "\n" or (advance > room and advance > wide):
                break
            if used + extra <= room:
                used, empty = used + extra, False
                continue
            if empty:
                # A first word that has to be divided.
                break
            count, begun, used, room = count + 1, number, advance, wide
        else:
            if count <= MAX_LINES:
                return count, _joined(words[begun:])
        done = self.lines(text, width, size, first)
        return len(done), done[-1]

    def all_lines(self, text: str, width: float, size: int) -> list[str]:
        """The whole text in lines no wider than ``width`` px, however many."""
        return self._broken(self._split(text, len(text)), width, size, 0.0, len(text) + 1)

    def _broken(
        self, words: tuple[tuple[str, float, bool], ...], width: float, size: int, first: float, most: int
    ) -> list[str]:
        room = max(1.0, (width - first) / size)
        wide = max(1.0, width / size)
        done: list[str] = []
        line, used = "", 0.0
        for word, advance, gap in words:
            if word == "\n":
                done.append(line)
                line, used, room = "", 0.0, wide
                continue
            blank = " " if gap and line else ""
            extra = self._space + advance if blank else advance
            if used + extra <= room:
                line, used = f"{line}{blank}{word}", used + extra
                continue
            if line:
                done.append(line)
                room = wide
            line, used = word, advance
            while used > room and len(line) > 1:
                head, line = self._divided(line, room)
                done.append(head)
                used = self._metrics.horizontalAdvance(line) / REFERENCE
                room = wide
            if len(done) > most:
                break
        done.append(line)
        return done

    @staticmethod
    def is_cut(lines: list[str], text: str) -> bool:
        """Whether these lines are not the whole text."""
        return bool(lines) and lines[-1].endswith("…") and not text.endswith("…")

    def _split(self, text: str, shown: int = SHOWN) -> tuple[tuple[str, float, bool], ...]:
        """Words with their widths in font sizes, and whether a blank stands before them."""
        found: list[tuple[str, float, bool]] = []
        for number, paragraph in enumerate(text[:shown].split("\n")):
            if number:
                found.append(("\n", 0.0, False))
            for word in paragraph.split():
                for start in range(0, len(word), PIECE):
                    piece = word[start : start + PIECE]
                    found.append((piece, self._advance(piece), start == 0))
        return tuple(found)

    def _advance_of(self, piece: str) -> float:
        """The width of a word in font sizes; the same words come again in note after note."""
        return self._metrics.horizontalAdvance(piece) / REFERENCE

    def _divided(self, word: str, room: float) -> tuple[str, str]:
        """A word that is too wide, in what fits and the rest: as Danish divides it, else anywhere."""

        def fits(part: str) -> bool:
            return self._metrics.horizontalAdvance(part) / REFERENCE <= room

        parts = hyphens.head(word, fits)
        if parts is None:
            place = self._head(word, room)
            parts = word[:place], word[place:]
        return parts

    def _head(self, word: str, room: float) -> int:
        low, high = 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            if self._metrics.horizontalAdvance(word[:middle]) / REFERENCE <= room:
                low = middle
            else:
                high = middle - 1
        return low


def _joined(words: tuple[tuple[str, float, bool], ...]) -> str:
    line = ""
    for word, _, gap in words:
        line = f"{line} {word}" if gap and line else f"{line}{word}"
    return line
