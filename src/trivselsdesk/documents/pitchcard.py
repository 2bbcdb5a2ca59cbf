"""The card of the short speech on A4: the words to say, with what each part answers (001: P27–P32)."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import BOLD, INK_SOFT, OUTLINE, PETROL, REGULAR, RULE, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Box, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain import part
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.pitch import Said, parts, pitch_form, pitch_tool, seconds_of

TOP = 48.0
_INSET = 24.0
_STEP = 32.0
_LINES = 2
"""Lines to write on below a part without words."""
_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 36)
_PROMPT = Style(SEMIBOLD, 14, 20, INK_SOFT)
_WORDS = Style(REGULAR, 20, 28)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """One card to cut out and keep at hand. Raises DocumentError where the process has no such speech."""
    tool = pitch_tool(pack)
    form = pitch_form(pack, tool) if tool else None
    if tool is None or form is None:
        raise DocumentError("Forløbets proces har ingen kort tale.")
    unit, name = book.programme.name.strip(), part.fill(book, pack, form.title)
    x, wide = LEFT + _INSET, WIDE - 2 * _INSET
    head = [
        *paragraph([Run(f"{seconds_of(tool)} sekunder", _KICKER)], x, wide),
        *paragraph([Run(name, _HEADING)], x, wide),
    ]
    lines = [*head, *(line for each in parts(book, pack, form) for line in _part(each, x, wide))]
    card = Block((tuple(lines),), top=20, bottom=24, frame=framed(stroke=OUTLINE, radius=10), outline=name)
    title = " – ".join(each for each in (name, unit) if each)
    return writer.write(paged([card], TOP, BOTTOM), writer.Imprint(title, unit, now))


def _part(said: Said, x: float, wide: float) -> list[Line]:
    lines = [Line(14), *paragraph([Run(said.prompt, _PROMPT)], x, wide)]
    if not said.words:
        rule = Line(_STEP, (Box(x, _STEP - 1, wide, 1, fill=RULE),))
        return [*lines, *([rule] * _LINES)]
    for words in said.words.splitlines():
        lines += paragraph([Run(words, _WORDS)], x, wide)
    return lines
