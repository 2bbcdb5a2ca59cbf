"""The result of the pulses on paper, and the questionnaire to cut into slips."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    OUTLINE,
    PETROL,
    REGULAR,
    RULE,
    RULE_PALE,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Box, Line, Mark, Page, Text, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, format_decimal
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.pack.pulse import OPEN, PulseForm, PulseQuestion
from trivselsdesk.domain.pulse import (
    STEPS,
    Result,
    ScaleResult,
    least,
    open_pulses,
    pulses,
    question_text,
    result,
)

TOP = 48.0
NOT_YET = "……………………………………"
"""Stands for the theme on a questionnaire that is to be filled in by hand."""
_MOST_SLIPS = 3
_STEP = 30.0

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_FACTS = Style(REGULAR, 16, 24, INK_SOFT)
_QUESTION = Style(BOLD, 18, 25)
_SAID = Style(SEMIBOLD, 16, 23)
_SMALL = Style(REGULAR, 14, 20, INK_SOFT)
_NUMBER = Style(SEMIBOLD, 15, 26)
_ANSWER = Style(REGULAR, 16, 23)
_SLIP_HEAD = Style(BOLD, 17, 24)
_SLIP_QUESTION = Style(SEMIBOLD, 15, 20)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """A page for each pulse that is counted, the newest first. Raises DocumentError when there is none.

    Open answers stand there only when they have been read for names.
    """
    shown = [found for each in pulses(book) if (found := result(book, pack, each, for_room=True)) is not None]
    if not shown:
        raise DocumentError(
            "Der er ingen puls at vise. "
            f"En puls kan vises, når mindst {least(pack)} har svaret, og den er talt op."
        )
    pages: list[Page] = []
    for each in shown:
        pages += paged(_result(each), TOP, BOTTOM)
    unit = book.programme.name
    title = " – ".join(each for each in ("Puls", unit) if each)
    return writer.write(pages, writer.Imprint(title, unit, now))


def make_questions(book: Book, pack: Pack, now: datetime) -> bytes:
    """A sheet of slips to cut for each open pulse; with room for the theme when none is open.

    Raises DocumentError where the process has no pulse.
    """
    form = pack.pulse
    if form is None:
        raise DocumentError("Forløbets proces har ingen puls, så der er intet spørgeskema.")
    themes = [each.theme for each in open_pulses(book)] or [NOT_YET]
    pages = [page for theme in themes for page in _sheet(book, pack, form, theme)]
    unit = book.programme.name
    title = " – ".join(each for each in ("Spørgeskema", unit) if each)
    return writer.write(pages, writer.Imprint(title, unit, now))


# The result


def _result(shown: Result) -> list[Block]:
    people = f"{shown.n} svar"
    if shown.invited:
        people = f"{shown.n} af {shown.invited} svarede"
    head = [
        *paragraph([Run("Puls", _KICKER)], LEFT, WIDE),
        *paragraph([Run(shown.theme, _HEADING)], LEFT, WIDE),
        *paragraph([Run(f"{people} · talt op {format_date(shown.day)}", _FACTS)], LEFT, WIDE),
    ]
    blocks = [Block((tuple(head),), outline=shown.theme)]
    blocks += [_scale(each, shown) for each in shown.scales]
    if shown.texts:
        title = paragraph([Run(shown.open_question, _QUESTION)], LEFT, WIDE)
        blocks.append(Block((tuple(title),), above=26, with_next=True))
        for _, text in shown.texts:
            lines = [
                line
                for part in text.split("\n")
                for line in paragraph([Run(part, _ANSWER)], LEFT + 16, WIDE - 16)
            ]
            mark = Box(LEFT, 8, 6, 6, fill=PETROL)
            first = Line(lines[0].height, (mark, *lines[0].marks)) if lines else Line(0)
            blocks.append(Block(((first, *lines[1:]),), above=6))
    return blocks


def _scale(scale: ScaleResult, shown: Result) -> Block:
    lines = paragraph([Run(scale.question, _QUESTION)], LEFT, WIDE)
    if not scale.counts:
        few = "For få har svaret på lige det spørgsmål til, at vi viser noget."
        return Block(((*lines, *paragraph([Run(few, _SMALL)], LEFT, WIDE)),), above=26)
    said = f"{format_decimal(scale.mean, 1)} af 5 · {scale.n} svar · {scale.words}"
    lines += paragraph([Run(said, _SAID)], LEFT, WIDE)
    aside = ". ".join(each for each in (scale.polarity, scale.before) if each)
    lines += [*paragraph([Run(aside, _SMALL)], LEFT, WIDE), Line(8)]
    tallest = max(scale.counts)
    ends = {1: shown.low, 5: shown.high}
    for step, count in zip(STEPS, scale.counts, strict=True):
        left = LEFT + 150
        room = WIDE - 150 - 60
        marks: list[Mark] = [
            Text(LEFT, _NUMBER.baseline, str(step), _NUMBER),
            Text(LEFT + 22, _SMALL.baseline + 3, ends.get(step, ""), _SMALL),
            Box(left, 3, room, 20, fill=RULE_PALE, radius=2),
            Text(left + room + 12, _NUMBER.baseline, str(count), _NUMBER),
        ]
        if count:
            marks.insert(3, Box(left, 3, room * count / tallest, 20, fill=PETROL, radius=2))
        lines.append(Line(_NUMBER.leading, tuple(marks)))
    return Block((tuple(lines),), above=26)


# The questionnaire


def _sheet(book: Book, pack: Pack, form: PulseForm, theme: str) -> list[Page]:
    """As many slips on a page as there is room for, with a line to cut along between them."""
    slip = _slip(book, pack, form, theme)
    tall = sum(line.height for line in slip)
    count = next((n for n in range(_MOST_SLIPS, 1, -1) if tall * n + 40 * (n - 1) <= BOTTOM - TOP), 1)
    blocks = []
    spare = (BOTTOM - TOP - tall * count) / count if count > 1 else 0.0
    for place in range(count):
        lines = [*slip]
        if place + 1 < count:
            dashes = tuple(Box(LEFT + x * 12, spare / 2, 6, 1, fill=RULE) for x in range(int(WIDE // 12)))
            lines.append(Line(spare, dashes))
        outline = f"Spørgeskema: {theme}" if place == 0 else ""
        blocks.append(Block((tuple(lines),), outline=outline))
    return paged(blocks, TOP, BOTTOM + 1)


def _slip(book: Book, pack: Pack, form: PulseForm, theme: str) -> list[Line]:
    lines = paragraph([Run(f"Puls: {theme}", _SLIP_HEAD)], LEFT, WIDE)
    if form.intro:
        lines += paragraph([Run(form.intro, _SMALL)], LEFT, WIDE)
    for question in form.questions:
        lines += _asked(question, question_text(book, pack, question, theme), form)
    return lines


def _asked(question: PulseQuestion, words: str, form: PulseForm) -> list[Line]:
    if question.kind == OPEN:
        rules = [Line(_STEP, (Box(LEFT, _STEP - 1, WIDE, 1, fill=RULE),)) for _ in range(2)]
        return [Line(6), *paragraph([Run(words, _SLIP_QUESTION)], LEFT, WIDE), *rules]
    marks: list[Mark] = [Text(LEFT, 20, form.low, _SMALL)]
    first = LEFT + 110
    for place, step in enumerate(STEPS):
        x = first + place * 62
        marks.append(Box(x, 3, 26, 26, stroke=OUTLINE, radius=13))
        marks.append(Text(x + 9, 21, str(step), _SMALL))
    marks.append(Text(first + len(STEPS) * 62, 20, form.high, _SMALL))
    return [Line(6), *paragraph([Run(words, _SLIP_QUESTION)], LEFT, WIDE), Line(34, tuple(marks))]
