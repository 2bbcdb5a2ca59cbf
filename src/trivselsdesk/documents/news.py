"""The short news for the staff: one page to hang up, or plain text to send."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.ink import BOLD, PETROL_INK, REGULAR, Style
from trivselsdesk.documents.page import Block, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.news import news_text
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import NewsForm, Pack

TOP = 56.0

_HEADING = Style(BOLD, 27, 34)
_SECTION = Style(BOLD, 19, 25, PETROL_INK)
_STRONG = Style(BOLD, 17, 24)
_TEXT = Style(REGULAR, 17, 24)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The news as PDF. Raises DocumentError when the process has none."""
    form, text = _text(book, pack)
    unit = " ".join(book.programme.name.split())
    footer = " · ".join(each for each in (unit, format_date(now.date())) if each)
    title = " – ".join(each for each in (pack.fill(form.title), unit) if each)
    return writer.write(paged(_blocks(form, pack, text), TOP, BOTTOM), writer.Imprint(title, footer, now))


def make_text(book: Book, pack: Pack, now: datetime) -> bytes:
    """The same as UTF-8 text. Raises DocumentError."""
    return f"{_text(book, pack)[1].rstrip()}\n".encode()


def _text(book: Book, pack: Pack) -> tuple[NewsForm, str]:
    pack = with_own_words(pack, book)
    if pack.news is None:
        raise DocumentError(f"Processen »{pack.title}« har ikke noget kort nyt.")
    return pack.news, news_text(book, pack)


def _blocks(form: NewsForm, pack: Pack, text: str) -> list[Block]:
    """The first line is the headline; the titles of the form and those of the initiatives stand out."""
    sections = {pack.fill(each) for each in (form.chosen_title, form.lifted_title, form.solved_title)}
    blocks: list[Block] = []
    lines = [each.rstrip() for each in text.splitlines()]
    for place, line in enumerate(lines):
        if not line.strip():
            continue
        after_gap = place > 0 and not lines[place - 1].strip()
        if not blocks:
            blocks.append(Block((tuple(paragraph([Run(line, _HEADING)], LEFT, WIDE)),), outline=line))
        elif line.strip() in sections:
            set_lines = tuple(paragraph([Run(line, _SECTION)], LEFT, WIDE))
            blocks.append(Block((set_lines,), above=20, with_next=True, outline=line, level=1))
        elif line.startswith(("– ", "- ", "• ")):
            mark = paragraph([Run("–", _TEXT)], LEFT, 18)[0].marks
            set_lines = tuple(paragraph([Run(line[2:], _TEXT)], LEFT + 18, WIDE - 18, first=mark))
            blocks.append(Block((set_lines,), above=2))
        else:
            titled = (after_gap or lines[place - 1].strip() in sections) and place + 1 < len(lines)
            titled = titled and bool(lines[place + 1].strip())
            style = _STRONG if titled else _TEXT
            set_lines = tuple(paragraph([Run(line, style)], LEFT, WIDE))
            blocks.append(Block((set_lines,), above=12 if after_gap else 2, with_next=titled))
    return blocks
