"""The wall at a size, and what may never happen on it: cut words, words over words, type too small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from tests.domain.wall.test_view import PACK, write
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Note
from trivselsdesk.domain.wall.model import Wall
from trivselsdesk.ui.projector.board import WallBoard
from trivselsdesk.ui.projector.board_items import WallGroup, WallTile, WallZone, tile_height
from trivselsdesk.ui.projector.strokes import Plate, Words, width
from trivselsdesk.ui.projector.window import AudienceWindow

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]


def shown(qtbot: QtBot, wall: Wall, size: tuple[int, int] = (1920, 1080)) -> AudienceWindow:
    """The window with that picture, at that size."""
    window = AudienceWindow()
    qtbot.addWidget(window, before_close_func=_let_go)
    window.resize(*size)
    window.show()
    window.show_wall(wall, PACK)
    return window


def _let_go(window: AudienceWindow) -> None:
    window.hide()


def plates(window: AudienceWindow) -> Iterator[Plate]:
    """The painted parts that are seen."""
    for each in (
        window.head,
        window.foot,
        window.sheet,
        window.arrows,
        window.pulse,
        window.matrix,
        window.countdown,
    ):
        if each.isVisible():
            yield each


def words_of(window: AudienceWindow) -> list[str]:
    """Everything that can be read."""
    found = [each.text for plate in plates(window) for each in plate.elements() if isinstance(each, Words)]
    if window.middle is window.board:
        for zone in window.board._zone_items.values():
            assert isinstance(zone, WallZone)
            found += [each.text for each in zone.words()]
        for group in window.board._group_items.values():
            assert isinstance(group, WallGroup)
            found += [each.text for each in group.name()]
        found += [each.tile.text for each in window.board._tile_items.values()]
    return found


def sizes_of(window: AudienceWindow) -> list[int]:
    """Every size of type, in px of a picture 1080 px high."""
    found = [each.size for plate in plates(window) for each in plate.elements() if isinstance(each, Words)]
    return found + ([window.board.type_size] if window.middle is window.board else [])


def assert_whole(window: AudienceWindow) -> None:
    """Nothing is cut, nothing lies on anything else, nothing is outside."""
    inside = QRectF(window.rect())
    seen = [*plates(window), *([window.board] if window.middle is window.board else [])]
    for number, each in enumerate(seen):
        assert inside.contains(QRectF(each.geometry()).adjusted(1, 1, -1, -1))
        for other in seen[number + 1 :]:
            assert not each.geometry().intersects(other.geometry())
    for plate in plates(window):
        _assert_plate(plate)
    if window.middle is window.board:
        _assert_board(window.board)


def _assert_plate(plate: Plate) -> None:
    whole = QRectF(0, 0, plate.width() / plate.scale, plate.height() / plate.scale)
    words = [each for each in plate.elements() if isinstance(each, Words) and each.text]
    for number, each in enumerate(words):
        assert width(each.text, each.size, each.weight) <= each.box.width() + 2, each.text
        assert whole.adjusted(-2, -2, 2, 2).contains(each.box), each.text
        for other in words[number + 1 :]:
            assert not each.box.adjusted(1, 2, -1, -2).intersects(other.box), (each.text, other.text)


def _assert_board(board: WallBoard) -> None:
    wide, high = board._room()
    boxes = {key: QRectF(*box) for key, box in board.laid.tiles.items()}
    for key, item in board._tile_items.items():
        assert isinstance(item, WallTile)
        box = boxes[key]
        assert box.right() <= wide + 1 and box.bottom() <= high + 1
        assert (
            tile_height(item.tile, box.width(), board.type_size, board._measure, board._style)
            <= box.height() + 1
        )
        assert not any(line.endswith("…") for line in item.lines()), item.lines()
    keys = list(boxes)
    for number, key in enumerate(keys):
        assert not any(boxes[key].intersects(boxes[other]) for other in keys[number + 1 :])
    for zone in board._zone_items.values():
        assert isinstance(zone, WallZone)
        for words in zone.words():
            assert words.box.right() <= zone.size.width()
    for group in board._group_items.values():
        assert isinstance(group, WallGroup)
        for words in group.name():
            assert width(words.text, words.size, words.weight) <= words.box.width() + 2, words.text


def with_notes(book: Book, count: int) -> None:
    """So many notes hang on the first board."""
    hanging = [each for each in book.of(Note) if not each.sealed and not each.parked]
    for number in range(count - len(hanging)):
        source = hanging[number % len(hanging)]
        write(book, replace(source, id=f"more{number}", rank=source.rank + (number + 1) / 1000))
