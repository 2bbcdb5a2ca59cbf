"""Words on the wall, in blocks: set as large as they all fit, over columns, and over pages if it must be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.wall.model import Block, Line, Sheet
from trivselsdesk.ui.projector.strokes import (
    LEFT,
    MIDDLE,
    RIGHT,
    SMALLEST,
    Element,
    Ground,
    Plate,
    Sign,
    Words,
    fitted,
    measure,
    width,
)
from trivselsdesk.ui.surface.box_item import TONES

SIZES = (72, 64, 58, 52, 48, 44, 40, 37, 34, 32, 30, 28, SMALLEST)
WHOLE = 30
"""Blocks are kept whole down to this size; below, one may go on in the next column."""
GAP = 18.0
PAD = 20.0
PAGE_MS = 12_000
"""How long a page is shown when the words take more than one."""
PAGE_LINE = 44.0


@dataclass(frozen=True)
class _Row:
    """A line of a block as it is broken."""

    line: Line
    words: tuple[str, ...]
    aside: tuple[str, ...]
    beside: bool
    """The aside stands at the right end, not below."""
    high: float


@dataclass(frozen=True)
class _Part:
    """A block, or the part of one that fits in a column."""

    block: Block
    rows: tuple[_Row, ...]
    high: float


class SheetPlate(Plate):
    """Shows a sheet."""

    sheet = Sheet()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type_size = SIZES[0]
        self.pages = 1
        self.page = 0
        self._turn = QTimer(self)
        self._turn.setInterval(PAGE_MS)
        self._turn.timeout.connect(self.turn)

    def show_sheet(self, sheet: Sheet) -> None:
        """Take other words."""
        if sheet != self.sheet:
            if [each.title for each in sheet.blocks] != [each.title for each in self.sheet.blocks]:
                self.page = 0
            self.sheet = sheet
            self.changed()

    def turn(self) -> None:
        """The next page."""
        self.page = (self.page + 1) % max(1, self.pages)
        self.changed()

    def lay_out(self, wide: float, high: float) -> list[Element]:
        found: list[Element] = []
        top = 0.0
        if self.sheet.question and not self.sheet.blocks:
            self.pages = 1
            self._turn.stop()
            return _alone(self.sheet.question, wide, high)
        if self.sheet.question:
            lines, size = fitted(self.sheet.question, wide, (60, 54, 48, 42, 38, 34), 700, lines=2)
            for line in lines:
                found.append(Words(line, QRectF(0, top, wide, size * 1.2), size, 700, "primaryInk"))
                top += size * 1.2
            top += 14
        blocks = [each for each in self.sheet.blocks if each.lines or each.title or each.hint]
        self.pages = 1
        if blocks and not any(each.lines for each in blocks):
            found += _posters(blocks, wide, top, high)
        elif blocks:
            found += self._columns(blocks, wide, top, high)
        if self.pages > 1 and not self._turn.isActive():
            self._turn.start()
        elif self.pages == 1:
            self._turn.stop()
        return found

    def _columns(self, blocks: list[Block], wide: float, top: float, high: float) -> list[Element]:
        most = 3 if wide >= 1700 else 2
        tries = [(size, True) for size in SIZES if size >= WHOLE] + [(size, False) for size in SIZES]
        for size, whole in tries:
            for count in range(most, 0, -1):
                room = (wide - GAP * (count - 1)) / count
                if _breaks_words(blocks, size, room) and size > SMALLEST:
                    continue
                columns = _fill(blocks, size, room, high - top)
                split = sum(len(each) for each in columns) > len(blocks)
                if split and whole:
                    continue
                if len(columns) <= count <= max(len(blocks), len(columns)):
                    self.type_size = size
                    return _paint(_balanced(blocks, size, room, high - top, count), size, room, top)
        size = SIZES[-1]
        self.type_size = size
        room = (wide - GAP * (most - 1)) / most
        columns = _fill(blocks, size, room, high - top - PAGE_LINE)
        self.pages = -(-len(columns) // most)
        self.page = min(self.page, self.pages - 1)
        shown = columns[self.page * most : (self.page + 1) * most]
        words = self.tr("Side {page} af {pages}").format(page=self.page + 1, pages=self.pages)
        box = QRectF(0, high - PAGE_LINE, wide, PAGE_LINE)
        return [*_paint(shown, size, room, top), Words(words, box, 30, 600, "ink2", RIGHT)]


def _alone(question: str, wide: float, high: float) -> list[Element]:
    """A question and nothing else: large, in the middle, to be read while one thinks."""
    room = wide * 0.86
    lines, size = fitted(question, room, (112, 100, 88, 76, 66, 58, 50, 44, 38, 34), 700, lines=4)
    step = size * 1.22
    # A little above the middle, where the eye looks for it.
    top = max(0.0, (high - len(lines) * step) * 0.44)
    return [
        Words(words, QRectF((wide - room) / 2, top + at * step, room, step), size, 700, "primaryInk", MIDDLE)
        for at, words in enumerate(lines)
    ]


def _posters(blocks: list[Block], wide: float, top: float, high: float) -> list[Element]:
    """Blocks without lines: large fields side by side."""
    found: list[Element] = []
    # Four stand two and two, so that none is left alone below.
    count = 2 if len(blocks) == 4 else min(3, len(blocks))
    rows = -(-len(blocks) // count)
    room = (wide - GAP * (count - 1)) / count
    tall = (high - top - GAP * (rows - 1)) / rows
    for number, block in enumerate(blocks):
        row, column = divmod(number, count)
        box = QRectF(column * (room + GAP), top + row * (tall + GAP), room, tall)
        tint, ink, line = TONES.get(block.tone, TONES["plain"])
        found.append(Ground(box, tint, line, 2, 14))
        sign = min(150.0, tall * 0.3) if block.icon else 0.0
        for most in (68, 60, 52, 46, 40, 34, 30):
            sizes = tuple(each for each in (68, 60, 52, 46, 40, 34, 30) if each <= most)
            title, size = fitted(block.title, room - 60, sizes, 700, lines=2)
            hints = tuple(each for each in (44, 40, 36, 32, 30, SMALLEST) if each <= most)
            hint, small = fitted(block.hint, room - 60, hints, 500, lines=3)
            hint = hint if block.hint else []
            whole = sign + (28 if sign else 0) + len(title) * size * 1.2 + len(hint) * small * 1.3 + 8
            if whole <= tall - 24:
                break
        y = box.center().y() - whole / 2
        if block.icon:
            disc = QRectF(box.center().x() - sign / 2, y, sign, sign)
            found.append(Sign(block.icon, disc, ink, "surface"))
            y += sign + 28
        for lines, each, weight in ((title, size, 700), (hint, small, 500)):
            step = each * (1.2 if weight == 700 else 1.3)
            for words in lines:
                where = QRectF(box.x() + 20, y, room - 40, step)
                found.append(Words(words, where, each, weight, ink, MIDDLE))
                y += step
            y += 8
    return found


# Setting lines


def _head_high(block: Block, size: int, room: float) -> float:
    lines, title = _title(block, size, room)
    hint = len(_hint(block, size, room)) * max(SMALLEST, size * 0.85) * 1.25
    return max(58.0, len(lines) * title * 1.2 + 16) + (hint + 8 if hint else 0) if block.title else hint


def _title(block: Block, size: int, room: float) -> tuple[list[str], int]:
    large = round(size * 1.1)
    # The same size in all blocks, or the room reads one heading and not the other.
    return measure(700).lines(block.title, room - _before_title(block), large), large


def _before_title(block: Block) -> float:
    return 2 * PAD + (60 if block.icon else 0)


def _hint(block: Block, size: int, room: float) -> list[str]:
    small = max(SMALLEST, round(size * 0.85))
    return measure(500).lines(block.hint, room - 2 * PAD, small) if block.hint else []


def _before(block: Block, size: int) -> float:
    """Room before the words for a number or a sign."""
    numbers = max((width(each.number, size, 700) for each in block.lines), default=0.0)
    signs = size * 1.1 if any(each.icon or each.state for each in block.lines) else 0.0
    return (numbers + size * 0.5 if numbers else 0.0) + (signs + size * 0.3 if signs else 0.0)


def _row(line: Line, block: Block, size: int, room: float) -> _Row:
    inner = room - 2 * PAD - _before(block, size)
    small = max(SMALLEST, round(size * 0.85))
    aside = width(line.aside, small, 600) if line.aside else 0.0
    weight = 700 if line.state == "now" else 600
    beside = bool(line.aside) and width(line.text, size, weight) + size + aside <= inner
    words = measure(weight).lines(line.text, inner - (aside + size if beside else 0), size)
    below: list[str] = []
    if line.aside:
        below = [line.aside] if beside else measure(600).lines(line.aside, inner, small)
    high = len(words) * size * 1.2 + (0 if beside else len(below) * small * 1.25)
    return _Row(line, tuple(words), tuple(below), beside, high + size * 0.34)


def _breaks_words(blocks: list[Block], size: int, room: float) -> bool:
    """Whether a single word is wider than its column."""
    for block in blocks:
        title = room - _before_title(block)
        if any(width(word, round(size * 1.1), 700) > title for word in block.title.split()):
            return True
        inner = room - 2 * PAD - _before(block, size)
        for line in block.lines:
            if any(width(word, size, 700) > inner for word in line.text.split()):
                return True
    return False


def _split(block: Block, size: int, room: float, high: float) -> list[_Part]:
    """The block, in as many parts as a column of that height makes necessary."""
    head = _head_high(block, size, room) + PAD
    parts: list[_Part] = []
    rows: list[_Row] = []
    used = head
    for line in block.lines:
        row = _row(line, block, size, room)
        if rows and used + row.high > high:
            parts.append(_Part(block, tuple(rows), used))
            rows, used = [], head
        rows.append(row)
        used += row.high
    parts.append(_Part(block, tuple(rows), used))
    return parts


def _fill(
    blocks: list[Block], size: int, room: float, high: float, whole: float | None = None
) -> list[list[_Part]]:
    """Columns no higher than ``high``. ``whole``: the height at which blocks are split."""
    columns: list[list[_Part]] = [[]]
    used = 0.0
    for block in blocks:
        for part in _split(block, size, room, whole or high):
            if columns[-1] and used + GAP + part.high > high:
                columns.append([])
                used = 0.0
            used += part.high + (GAP if columns[-1] else 0.0)
            columns[-1].append(part)
    if any(part.high > high for column in columns for part in column):
        # A single line is higher than the wall: no size at which this fits so wide.
        return columns + [[]] * 99 if size > SMALLEST else columns
    return columns


def _balanced(blocks: list[Block], size: int, room: float, high: float, count: int) -> list[list[_Part]]:
    """As many columns, as equally long as the order allows."""
    limit = high
    best = _fill(blocks, size, room, high)
    while limit > high * 0.25:
        limit -= 20
        attempt = _fill(blocks, size, room, limit, high)
        if len(attempt) > count:
            break
        best = attempt
    return best


def _paint(columns: list[list[_Part]], size: int, room: float, top: float) -> list[Element]:
    found: list[Element] = []
    for number, column in enumerate(columns):
        y = top
        for part in column:
            found += _paint_part(part, size, QRectF(number * (room + GAP), y, room, part.high))
            y += part.high + GAP
    return found


def _paint_part(part: _Part, size: int, box: QRectF) -> list[Element]:
    block = part.block
    tint, ink, line = TONES.get(block.tone, TONES["plain"])
    found: list[Element] = [Ground(box, "surface", line, 2, 14)]
    y = box.y()
    head = _head_high(block, size, box.width())
    if block.title or block.hint:
        found.append(Ground(QRectF(box.x() + 2, y + 2, box.width() - 4, head), tint, radius=12))
    if block.title:
        lines, large = _title(block, size, box.width())
        hint = _hint(block, size, box.width())
        small = max(SMALLEST, round(size * 0.85))
        tall = head - (len(hint) * small * 1.25 + 8 if hint else 0)
        x = box.x() + PAD
        if block.icon:
            found.append(Sign(block.icon, QRectF(x - 2, y + (tall - 44) / 2 + 1, 44, 44), ink, "surface"))
            x += 56
        at = y + (tall - len(lines) * large * 1.2) / 2
        for words in lines:
            where = QRectF(x, at, box.right() - PAD - x, large * 1.2)
            found.append(Words(words, where, large, 700, ink))
            at += large * 1.2
        at = y + tall
        for words in hint:
            found.append(
                Words(words, QRectF(box.x() + PAD, at, box.width() - 2 * PAD, small * 1.25), small, 500, ink)
            )
            at += small * 1.25
    y += head + PAD * 0.5
    for row in part.rows:
        found += _paint_row(row, block, size, QRectF(box.x() + PAD, y, box.width() - 2 * PAD, row.high))
        y += row.high
    return found


def _paint_row(row: _Row, block: Block, size: int, box: QRectF) -> list[Element]:
    line, step = row.line, size * 1.2
    found: list[Element] = []
    now, done = line.state == "now", line.state == "done"
    token = "primaryInk" if now else "ink3" if done else "ink"
    if now:
        found.append(Ground(box.adjusted(-12, -size * 0.1, 12, -size * 0.22), "primaryTint", radius=10))
    before = _before(block, size)
    x = box.x()
    numbers = max((width(each.number, size, 700) for each in block.lines), default=0.0)
    if numbers:
        where = QRectF(x, box.y(), numbers + 2, step)
        found.append(Words(line.number, where, size, 700, token, RIGHT if _short(block) else LEFT))
        x += numbers + size * 0.5
    icon = "check" if done else "arrow-r" if now else line.icon
    if icon:
        side = size * 0.95
        ink = (
            TONES.get(line.tone, TONES["plain"])[1]
            if line.tone != "plain"
            else "okInk"
            if done
            else "primary"
        )
        found.append(Sign(icon, QRectF(x, box.y() + (step - side) / 2, side, side), ink))
    x = box.x() + before
    weight = 700 if now else 600
    y = box.y()
    small = max(SMALLEST, round(size * 0.85))
    aside = width(line.aside, small, 600) if row.beside else 0.0
    for words in row.words:
        room = box.right() - x - (aside + size * 0.5 if row.beside else 0)
        found.append(Words(words, QRectF(x, y, room, step), size, weight, token))
        y += step
    if row.beside:
        where = QRectF(box.right() - aside - 2, box.y(), aside + 2, step)
        found.append(Words(line.aside, where, small, 600, "ink2", RIGHT))
    else:
        for words in row.aside:
            found.append(Words(words, QRectF(x, y, box.right() - x, small * 1.25), small, 600, "ink2"))
            y += small * 1.25
    return found


def _short(block: Block) -> bool:
    return all(len(each.number) <= 5 for each in block.lines)
