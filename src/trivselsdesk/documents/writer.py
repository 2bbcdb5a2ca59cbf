"""Writing pages to PDF: marks to reportlab, the footer, bookmarks, and what the file says of itself."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

from trivselsdesk.documents import fonts
from trivselsdesk.documents.ink import INK_SOFT, REGULAR, RULE_PALE, Style
from trivselsdesk.documents.page import Box, Circle, Cup, Mark, Page, Shape, Stroke, Text
from trivselsdesk.documents.wrap import shortened
from trivselsdesk.domain.frozen import dataclass

PT = 0.75
"""Points in one px."""
PAPER = (595.275591, 841.889764)
"""A4 in points."""
A3 = 2**0.5
"""How much larger A3 is than A4, each way."""
LEFT = 64.0
RIGHT = PAPER[0] / PT - LEFT
WIDE = RIGHT - LEFT
HIGH = PAPER[1] / PT
FOOT = HIGH - 65.0
"""The rule above the footer."""
BOTTOM = FOOT - 12.0
"""Where the text of a page ends."""

ACROSS_WIDE = HIGH - 2 * LEFT
ACROSS_BOTTOM = PAPER[0] / PT - (HIGH - BOTTOM)
"""How wide the text is, and where it ends, on a page that lies across."""

PROGRAM = "Trivselsdesk"
_FOOT = Style(REGULAR, 13, 22, INK_SOFT)


@dataclass(frozen=True)
class Imprint:
    """What a file says of itself. No text that people wrote, beyond the unit's name."""

    title: str
    footer: str
    made: datetime


def write(pages: list[Page], imprint: Imprint, scale: float = 1.0, *, across: bool = False) -> bytes:
    """The pages as a PDF. The same pages and imprint give the same bytes.

    ``scale`` makes paper and all that is on it larger: ``A3`` gives A3. ``across`` lays it on its side.
    """
    from reportlab.pdfgen.canvas import Canvas

    fonts.register()
    out = io.BytesIO()
    wide, high = (PAPER[1], PAPER[0]) if across else PAPER
    # Without initialFontName an unembedded Helvetica would stand in the list of fonts.
    canvas = Canvas(
        out,
        pagesize=(wide * scale, high * scale),
        pdfVersion=(1, 7),
        pageCompression=1,
        invariant=1,
        initialFontName=REGULAR,
        lang="da-DK",
    )
    stamp = f"D:{imprint.made:%Y%m%d%H%M%S}"
    canvas.setDateFormatter(lambda *_: stamp)
    canvas.setTitle(fonts.clean(imprint.title))
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _outline(canvas, pages)
    for number, page in enumerate(pages, start=1):
        if scale != 1.0:
            canvas.scale(scale, scale)
        # Marks are measured from the upper edge of an upright page.
        canvas.translate(0, high - PAPER[1])
        _page(canvas, page, number, len(pages), imprint.footer, across)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _outline(canvas: Any, pages: list[Page]) -> None:
    level = -1
    for number, page in enumerate(pages, start=1):
        for place, placed in enumerate(page):
            title = fonts.clean(placed.block.outline).strip()
            if title:
                # A bookmark can stand at most one step below the one before it.
                level = min(placed.block.level, level + 1)
                canvas.addOutlineEntry(title, _anchor(number, place), level)


def _anchor(page: int, place: int) -> str:
    return f"{page}-{place}"


def _page(canvas: Any, page: Page, number: int, count: int, footer: str, across: bool) -> None:
    marks: list[Mark] = []
    for place, placed in enumerate(page):
        block = placed.block
        if block.outline:
            canvas.bookmarkPage(_anchor(number, place), fit="FitH", top=(HIGH - placed.y + 8) * PT)
        if block.frame:
            marks += _moved(block.frame(block.height, placed.first), placed.y)
        for column in block.columns:
            y = placed.y + block.top
            for line in column:
                marks += _moved(line.marks, y)
                y += line.height
    legend = any(isinstance(mark, Text) and fonts.STAND_IN in mark.text for mark in marks)
    left = f"{PROGRAM} · {fonts.STAND_IN_LEGEND}" if legend else PROGRAM
    marks += _footer(left, footer, number, count, across)
    _draw(canvas, marks)


def _moved(marks: tuple[Mark, ...], down: float) -> list[Mark]:
    result: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Text):
            result.append(Text(mark.x, mark.y + down, mark.text, mark.style))
        elif isinstance(mark, Box):
            result.append(
                Box(mark.x, mark.y + down, mark.width, mark.height, mark.fill, mark.stroke, mark.radius)
            )
        elif isinstance(mark, Shape):
            result.append(replace(mark, corners=tuple((x, y + down) for x, y in mark.corners)))
        elif isinstance(mark, Circle):
            result.append(replace(mark, y=mark.y + down))
        elif isinstance(mark, Stroke):
            result.append(replace(mark, y=mark.y + down, to_y=mark.to_y + down))
        else:
            result.append(Cup(mark.x, mark.y + down, mark.size, mark.colour))
    return result


def _footer(left: str, middle: str, number: int, count: int, across: bool) -> list[Mark]:
    wide, foot = (ACROSS_WIDE, ACROSS_BOTTOM + 12.0) if across else (WIDE, FOOT)
    right = f"Side {number} af {count}"
    left_wide = fonts.width(left, _FOOT.font, _FOOT.size)
    right_wide = fonts.width(right, _FOOT.font, _FOOT.size)
    room = wide - left_wide - right_wide
    middle = shortened(middle, _FOOT, room - 32)
    gap = (room - fonts.width(middle, _FOOT.font, _FOOT.size)) / 2
    y = foot + 9 + _FOOT.baseline
    return [
        Box(LEFT, foot, wide, 1, fill=RULE_PALE),
        Text(LEFT, y, left, _FOOT),
        Text(LEFT + left_wide + gap, y, middle, _FOOT),
        Text(LEFT + wide - right_wide, y, right, _FOOT),
    ]


def _draw(canvas: Any, marks: list[Mark]) -> None:
    fill = ""
    for mark in marks:
        if isinstance(mark, Text):
            if fill != mark.style.colour:
                fill = mark.style.colour
                canvas.setFillColorRGB(*_rgb(fill))
            canvas.setFont(mark.style.font, mark.style.size * PT)
            canvas.drawString(mark.x * PT, (HIGH - mark.y) * PT, mark.text)
        elif isinstance(mark, Box):
            if mark.fill and fill != mark.fill:
                fill = mark.fill
                canvas.setFillColorRGB(*_rgb(fill))
            _box(canvas, mark)
        elif isinstance(mark, Circle):
            if mark.fill and fill != mark.fill:
                fill = mark.fill
                canvas.setFillColorRGB(*_rgb(fill))
            _circle(canvas, mark)
        elif isinstance(mark, Stroke):
            canvas.setStrokeColorRGB(*_rgb(mark.colour))
            canvas.setLineWidth(mark.thick * PT)
            canvas.line(mark.x * PT, (HIGH - mark.y) * PT, mark.to_x * PT, (HIGH - mark.to_y) * PT)
        elif isinstance(mark, Shape):
            if mark.fill and fill != mark.fill:
                fill = mark.fill
                canvas.setFillColorRGB(*_rgb(fill))
            _shape(canvas, mark)
        else:
            _cup(canvas, mark)


def _box(canvas: Any, box: Box) -> None:
    # A stroke runs along the middle of its line: half a px in, or it would be drawn outside.
    inset = 0.5 if box.stroke else 0.0
    x, y = (box.x + inset) * PT, (HIGH - box.y - box.height + inset) * PT
    wide, high = (box.width - 2 * inset) * PT, (box.height - 2 * inset) * PT
    if box.stroke:
        canvas.setStrokeColorRGB(*_rgb(box.stroke))
        canvas.setLineWidth(PT)
    flags = {"fill": int(bool(box.fill)), "stroke": int(bool(box.stroke))}
    if box.radius:
        canvas.roundRect(x, y, wide, high, min(box.radius * PT, wide / 2, high / 2), **flags)
    else:
        canvas.rect(x, y, wide, high, **flags)


def _circle(canvas: Any, circle: Circle) -> None:
    if circle.stroke:
        canvas.setStrokeColorRGB(*_rgb(circle.stroke))
        canvas.setLineWidth(PT)
    flags = {"fill": int(bool(circle.fill)), "stroke": int(bool(circle.stroke))}
    canvas.circle(circle.x * PT, (HIGH - circle.y) * PT, circle.radius * PT, **flags)


def _shape(canvas: Any, shape: Shape) -> None:
    path = canvas.beginPath()
    for place, (x, y) in enumerate(shape.corners):
        (path.lineTo if place else path.moveTo)(x * PT, (HIGH - y) * PT)
    path.close()
    if shape.stroke:
        canvas.setStrokeColorRGB(*_rgb(shape.stroke))
        canvas.setLineWidth(shape.line * PT)
    canvas.drawPath(path, fill=int(bool(shape.fill)), stroke=int(bool(shape.stroke)))


def _cup(canvas: Any, cup: Cup) -> None:
    """The coffee icon, on its own grid of 24 × 24."""
    canvas.saveState()
    canvas.translate(cup.x * PT, (HIGH - cup.y) * PT)
    canvas.scale(cup.size / 24 * PT, -cup.size / 24 * PT)
    canvas.setStrokeColorRGB(*_rgb(cup.colour))
    canvas.setLineWidth(2)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(5, 9)
    path.lineTo(16, 9)
    path.lineTo(16, 15.5)
    path.curveTo(16, 17.7, 14.2, 19.5, 12, 19.5)
    path.lineTo(9, 19.5)
    path.curveTo(6.8, 19.5, 5, 17.7, 5, 15.5)
    path.close()
    path.moveTo(16, 10.5)
    path.lineTo(17.5, 10.5)
    path.curveTo(18.94, 10.5, 20.1, 11.66, 20.1, 13.1)
    path.curveTo(20.1, 14.54, 18.94, 15.7, 17.5, 15.7)
    path.lineTo(16, 15.7)
    for x in (8.5, 12.5):
        path.moveTo(x, 3.5)
        path.lineTo(x, 6)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _rgb(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255
