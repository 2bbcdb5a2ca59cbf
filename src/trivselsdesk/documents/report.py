"""The afrapporteringsskema on one A4 page, and the gauge that says how full the page is."""

from __future__ import annotations

import math
from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError, TooLong
from trivselsdesk.documents.frames import cells, tinted_heading
from trivselsdesk.documents.gauge import FieldFill, PageFill
from trivselsdesk.documents.ink import (
    BOLD,
    INK,
    INK_SOFT,
    LINEN_PALE,
    OUTLINE,
    PETROL_INK,
    REGULAR,
    RULE_PALE,
    Style,
)
from trivselsdesk.documents.page import Block, Box, Line, Mark, stacked
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.report import Answers, Area, Deed, Field, ReportPaper, report_paper

TITLE = "Afrapporteringen"
TOP = 60.0
_INSET = 13.0
_LABEL_WIDE = 118.0
_NUMBER_WIDE = 20.0
_MOST_FIELDS = 5

_HEADING = Style(BOLD, 26, 32)
_RECIPIENT = Style(REGULAR, 15, 20, INK_SOFT)
_BOX_LABEL = Style(REGULAR, 13, 17, INK_SOFT)
_STRONG = Style(BOLD, 15, 20)
_SECTION = Style(BOLD, 17, 22, PETROL_INK)
_TEXT = Style(REGULAR, 15, 20)
_SOFT = Style(REGULAR, 15, 20, INK_SOFT)
_LABEL = Style(REGULAR, 14, 20, INK_SOFT)
_AREA = Style(BOLD, 13, 18)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The report as PDF of exactly one page. Raises TooLong when it needs more, or DocumentError."""
    laid = _Layout(_paper(book, pack, now))
    fill = laid.fill()
    if fill.state == "over":
        raise TooLong(TITLE, fill)
    paper = laid.paper
    unit = paper.unit.text.strip()
    title = " – ".join(each for each in (paper.title, unit) if each)
    footer = " · ".join(each for each in (unit, paper.day) if each)
    return writer.write([laid.page], writer.Imprint(title, footer, now))


def measure(book: Book, pack: Pack, now: datetime) -> PageFill:
    """How full the page is, by the very layout that is printed. Raises DocumentError."""
    return _Layout(_paper(book, pack, now)).fill()


def _paper(book: Book, pack: Pack, now: datetime) -> ReportPaper:
    if pack.report is None:
        raise DocumentError(f"Processen »{pack.title}« har ingen afrapportering.")
    return report_paper(book, pack, pack.report, now.date())


class _Layout:
    """The report laid out, with a tally of the lines that each typed field takes."""

    def __init__(self, paper: ReportPaper) -> None:
        self.paper = paper
        self.tally: list[FieldFill] = []
        self.page, self.end = stacked(self._blocks(), TOP)

    def fill(self) -> PageFill:
        """How the end of the layout stands against the end of the page."""
        # Heights are sums of floats; a thousandth of a px is no line.
        spare = BOTTOM - self.end + 0.001
        longest = sorted((each for each in self.tally if each.lines > 1), key=lambda each: -each.lines)
        return PageFill(
            fill=(self.end - TOP) / (BOTTOM - TOP),
            lines_left=max(0, math.floor(spare / _TEXT.leading)),
            lines_over=max(0, math.ceil(-spare / _TEXT.leading)),
            longest=tuple(longest[:_MOST_FIELDS]),
        )

    def _blocks(self) -> list[Block]:
        paper = self.paper
        heading = paragraph([Run(paper.title, _HEADING)], LEFT, WIDE)
        recipient = paragraph([Run(paper.recipient, _RECIPIENT)], LEFT, WIDE)
        blocks = [Block((tuple(heading),)), Block((tuple(recipient),), above=2), self._facts()]
        blocks += [tinted_heading(paper.status_title, _SECTION, above=20), self._status(paper.answers)]
        blocks.append(tinted_heading(paper.areas_title, _SECTION, above=20))
        blocks += [self._area(area) for area in paper.areas]
        if not paper.areas:
            empty = paragraph(
                [Run("Der er ikke aftalt noget endnu.", _SOFT)], LEFT + _INSET, WIDE - 2 * _INSET
            )
            blocks.append(Block((tuple(empty),), above=8))
        return blocks

    def _typed(self, field: Field, lines: list[Line]) -> list[Line]:
        """The lines as they are, counted as this field's."""
        if lines:
            self.tally.append(FieldFill(field.kind, field.id, field.name, field.label, len(lines)))
        return lines

    def _facts(self) -> Block:
        paper = self.paper
        facts = (
            (1.2, paper.unit_label, paper.unit.text, paper.unit),
            (1.3, paper.authors_label, paper.authors.text, paper.authors),
            (0.7, "Dato", paper.day, None),
        )
        whole = sum(share for share, *_ in facts)
        columns, edges, x = [], [], LEFT
        for share, label, text, field in facts:
            wide = WIDE * share / whole
            value = paragraph([Run(text, _STRONG)], x + _INSET, wide - 2 * _INSET)
            if field is not None:
                value = self._typed(field, value)
            columns.append((*paragraph([Run(label, _BOX_LABEL)], x + _INSET, wide - 2 * _INSET), *value))
            edges.append(x)
            x += wide
        return Block(tuple(columns), top=8, bottom=9, above=16, frame=cells(edges))

    def _status(self, questions: tuple[Answers, ...]) -> Block:
        wide = (WIDE - 24 - 24) / 2
        columns = []
        for number, answers in enumerate(questions):
            x = LEFT + 12 + number * (wide + 24)
            said: list[Line] = []
            for place, line in enumerate(answers.lines, start=1):
                runs = [Run(f"{place}.", _STRONG)]
                mark = paragraph(runs, x + 2, _NUMBER_WIDE)[0].marks
                text = paragraph([Run(line, _TEXT)], x + _NUMBER_WIDE, wide - _NUMBER_WIDE, first=mark)
                said += [*(text or [Line(_TEXT.leading, mark)]), Line(3)]
            typed = sum(1 for line in said if line.height > 3)
            if answers.field.text.strip():
                field = answers.field
                self.tally.append(FieldFill(field.kind, field.id, field.name, field.label, typed))
            columns.append((*paragraph([Run(answers.question, _STRONG)], x, wide), Line(3), *said))
        return Block(tuple(columns), above=8)

    def _area(self, area: Area) -> Block:
        x = LEFT + _INSET
        wide = WIDE - 2 * _INSET
        title = paragraph([Run(area.title, _AREA)], x, wide)
        band = 4 + sum(line.height for line in title) + 4
        dot = [Run("·", _TEXT)] if area.name.text.strip() and area.leads.text.strip() else []
        name = _value([Run(area.name.text, _STRONG), *dot, Run(area.leads.text, _TEXT)])
        paper = self.paper
        lines = [
            *title,
            Line(9),
            *_labelled(paper.name_label, self._typed(area.name, name)),
            Line(6),
            *_labelled(paper.goal_label, self._typed(area.goal, _many(area.goal.text))),
            Line(6),
            *_labelled(paper.actions_label, [line for deed in area.deeds for line in self._deed(deed)]),
        ]

        def frame(height: float, first: bool) -> tuple[Mark, ...]:
            return (
                Box(LEFT, 0, WIDE, band + 4, fill=LINEN_PALE, radius=4),
                Box(LEFT + 1, band, WIDE - 2, 4, fill="#FFFFFF"),
                Box(LEFT, band, WIDE, 1, fill=RULE_PALE),
                Box(LEFT, 0, WIDE, height, stroke=OUTLINE, radius=4),
            )

        return Block(
            (tuple(lines),),
            top=5,
            bottom=7,
            above=8,
            frame=frame,
            outline=area.name.text or area.title,
            level=1,
        )

    def _deed(self, deed: Deed) -> list[Line]:
        bullet = (Box(_value_x() + 1, 8.3, 4.4, 4.4, fill=INK, radius=2.2),)
        short = [Run(f"({deed.short})", _SOFT)] if deed.short else []
        x, wide = _value_x() + 14, _value_wide() - 14
        return self._typed(
            deed.field, paragraph([Run(deed.field.text, _TEXT), *short], x, wide, first=bullet)
        )


def _value_x() -> float:
    return LEFT + _INSET + _LABEL_WIDE


def _value_wide() -> float:
    return WIDE - 2 * _INSET - _LABEL_WIDE


def _value(runs: list[Run]) -> list[Line]:
    return paragraph(runs, _value_x(), _value_wide())


def _many(text: str) -> list[Line]:
    return [line for each in text.splitlines() for line in _value([Run(each, _TEXT)])]


def _labelled(label: str, lines: list[Line]) -> list[Line]:
    """The lines with the label at the left of the first; an empty line is kept to write on."""
    first, *rest = lines or [Line(_TEXT.leading)]
    marks = [
        mark
        for line in paragraph([Run(label, _LABEL)], LEFT + _INSET, _LABEL_WIDE - 8)[:1]
        for mark in line.marks
    ]
    return [Line(first.height, (*marks, *first.marks)), *rest]
