"""Setting text: runs of words broken into lines of a given width, measured in the printed letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trivselsdesk.documents import fonts
from trivselsdesk.documents.ink import Style
from trivselsdesk.documents.page import Line, Mark, Text
from trivselsdesk.domain.frozen import dataclass

# After a hyphen between letters a word may go on in the next line: »arbejdsmiljø-gruppe«, not »3-5«.
_HYPHEN = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])")


@dataclass(frozen=True)
class Run:
    """Words in one style. ``gap`` is the px before it where it follows another run on a line."""

    text: str
    style: Style
    gap: float = 4.0


class _Setter:
    """Fills one line after the other."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.lines: list[list[Text]] = []
        self.line: list[Text] = []
        self.used = 0.0

    def put(self, word: str, style: Style, joint: str | float) -> None:
        """Put a word after ``joint``, on the next line where it does not fit on this.

        A joint in letters makes one string of both: what is one sentence on paper is one in the
        file, too. A joint in px keeps them apart.
        """
        wide = fonts.width(word, style.font, style.size)
        lead = fonts.width(joint, style.font, style.size) if isinstance(joint, str) else joint
        if self.line and self.used + lead + wide > self.width:
            self.new_line()
        while wide > self.width:
            head, word = _cut(word, style, self.width)
            self.line.append(Text(0.0, 0.0, head, style))
            self.new_line()
            wide = fonts.width(word, style.font, style.size)
        if not self.line:
            lead = 0.0
        if self.line and isinstance(joint, str):
            last = self.line[-1]
            self.line[-1] = Text(last.x, 0.0, f"{last.text}{joint}{word}", style)
        else:
            self.line.append(Text(self.used + lead, 0.0, word, style))
        self.used += lead + wide

    def new_line(self) -> None:
        """Begin the next line."""
        self.lines.append(self.line)
        self.line, self.used = [], 0.0


def _cut(word: str, style: Style, width: float) -> tuple[str, str]:
    """The part of a too long word that fits, with a hyphen between letters; and the rest."""
    count = 0
    room = width - fonts.width("-", style.font, style.size)
    while count < len(word) and room >= 0:
        room -= fonts.width(word[count], style.font, style.size)
        count += 1
    count = max(1, count - 1)
    hyphen = "-" if word[count - 1].isalpha() and word[count : count + 1].isalpha() else ""
    return word[:count] + hyphen, word[count:]


def broken(runs: Iterable[Run], width: float) -> list[list[Text]]:
    """The lines of a paragraph; each is its texts with ``x`` from the left edge. Empty text: no line."""
    setter = _Setter(width)
    for run in runs:
        joint: str | float = run.gap
        for word in fonts.clean(run.text).split(" "):
            if word:
                for piece in _HYPHEN.split(word):
                    setter.put(piece, run.style, joint)
                    joint = ""
                joint = " "
    if setter.line:
        setter.new_line()
    return setter.lines


def natural_width(runs: Iterable[Run]) -> float:
    """How wide the runs are on one line without end."""
    lines = broken(runs, float("inf"))
    last = lines[0][-1] if lines else None
    return last.x + fonts.width(last.text, last.style.font, last.style.size) if last else 0.0


def paragraph(
    runs: Iterable[Run], x: float, width: float, *, leading: float = 0.0, first: tuple[Mark, ...] = ()
) -> list[Line]:
    """A paragraph as lines on the page, its left edge at ``x``. ``first`` is drawn with its first line.

    The first run sets the line height and the baseline of all.
    """
    runs = list(runs)
    style = runs[0].style
    height = leading or style.leading
    baseline = style.baseline + (height - style.leading) / 2
    lines = []
    for number, texts in enumerate(broken(runs, width)):
        marks: tuple[Mark, ...] = tuple(Text(x + each.x, baseline, each.text, each.style) for each in texts)
        lines.append(Line(height, (*first, *marks) if number == 0 else marks))
    return lines


def shortened(text: str, style: Style, width: float) -> str:
    """The text on one line of that width, with »…« where it has to be cut."""
    text = " ".join(fonts.clean(text).split())
    if fonts.width(text, style.font, style.size) <= width:
        return text
    while text and fonts.width(f"{text}…", style.font, style.size) > width:
        text = text[: min(len(text) - 1, int(len(text) * 0.98))]
    return f"{text.rstrip()}…"
