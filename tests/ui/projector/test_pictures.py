"""What the room reads from six metres: every part of the shipped process, at every size of projector."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.domain.test_passes import TWICE
from tests.domain.test_passes import view as matrix_of
from tests.domain.wall.test_view import PACK, all_slots, book_at, scene_at, words, write
from tests.ui.projector.pictures import SIZES, assert_whole, shown, sizes_of, with_notes, words_of
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.pulse import result
from trivselsdesk.domain.records import Note, Pulse, Rule, Theme
from trivselsdesk.domain.wall.model import (
    Block,
    Countdown,
    Line,
    OnBoard,
    OnMatrix,
    PulseChart,
    Sheet,
    Wall,
    WallClock,
)
from trivselsdesk.domain.wall.view import at_time, wall_view
from trivselsdesk.ui.projector.strokes import Words
from trivselsdesk.ui.projector.window import AudienceWindow
from trivselsdesk.ui.surface.model import Aloft


def slot_of(book: Book, tool: str) -> Slot:
    return next(each for each in slots(book, book.meeting) if each.tool == tool)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stage", ["board", "matrix", "plan"])
def test_every_part_is_whole_at_every_size(qtbot: QtBot, stage: str, size: tuple[int, int]) -> None:
    for title in all_slots():
        book = book_at(stage)
        slot = next(each for each in slots(book, book.meeting) if each.title == title)
        for left in (252.0, -40.0):
            window = shown(qtbot, wall_view(scene_at(book, slot, left=left)), size)
            assert_whole(window)
            assert min(sizes_of(window)) >= 26
            window.hide()


@pytest.mark.parametrize("size", SIZES)
def test_the_question_of_the_moment_is_whole(qtbot: QtBot, size: tuple[int, int]) -> None:
    book = book_at("plan")
    slot = slot_of(book, "questions")
    for initiative in active_initiatives(book):
        for question in ("", *(each.id for each in PACK.questions)):
            scene = replace(scene_at(book, slot), initiative=initiative.id, question=question)
            window = shown(qtbot, wall_view(scene), size)
            assert_whole(window)
            assert initiative.name in " ".join(words_of(window))
            window.hide()


@pytest.mark.parametrize("size", SIZES)
def test_a_pulse_is_whole_with_many_open_answers_and_with_none(qtbot: QtBot, size: tuple[int, int]) -> None:
    book = book_at("follow")
    pulse = next(iter(book.of(Pulse)))
    found = result(book, PACK, pulse, for_room=True)
    assert found is not None
    long = "Vi kunne godt bruge, at nogen siger det højt, når det er gået godt. "
    for texts in ((), found.texts, tuple((str(n), long) for n in range(9)), (("x", long * 12),)):
        content = PulseChart(replace(found, texts=texts))
        window = shown(qtbot, Wall("Siden sidst", "Hvordan går det?", content), size)
        assert_whole(window)
        assert min(sizes_of(window)) >= 26
        assert "3,4 af 5 – omkring midten" in " ".join(words_of(window))
        window.hide()


def test_twenty_four_notes_are_set_in_thirty_px_or_more(qtbot: QtBot) -> None:
    book = book_at("board")
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"))))
    assert len(window.board.tile_ids()) == 24
    assert 30 <= window.board.type_size <= 40


def test_forty_notes_are_set_in_twenty_six_px_or_more(qtbot: QtBot) -> None:
    book = book_at("board")
    with_notes(book, 40)
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"))))
    assert len(window.board.tile_ids()) == 40
    assert window.board.type_size >= 26
    assert_whole(window)


def test_with_two_hundred_notes_the_room_sees_how_many_more_there_are(qtbot: QtBot) -> None:
    book = book_at("board")
    with_notes(book, 200)
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"))))
    assert window.board.type_size >= 26
    assert_whole(window)
    more = [each for each in words_of(window) if each.startswith("og ") and each.endswith("sedler mere")]
    shown_notes = len(window.board.tile_ids()) - len(more)
    assert shown_notes + sum(int(each.split()[1]) for each in more) == 200


def test_the_clock_goes_on_while_something_is_carried_over_it(qtbot: QtBot) -> None:
    book = book_at("board")
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"), left=252.0)), (1920, 1080))
    note = next(book.of(Note))
    before = window.head.grab().toImage()
    window.follow(Aloft((note.id,), "", note.zone, 0.5, 0.0))
    assert window.head.grab().toImage() == before
    window.show_wall(wall_view(scene_at(book, slot_of(book, "board"), left=251.0)), PACK)
    carried = window.head.grab().toImage()
    assert carried != before
    window.follow(Aloft())
    assert window.head.grab().toImage() == carried


def on_screen(window: AudienceWindow) -> QImage:
    """The board as the window has sent it to the screen."""
    for _ in range(5):
        QApplication.processEvents()
    shot = window.screen().grabWindow(window.winId(), 0, 0, window.width(), window.height())
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32).copy(window.board.geometry())


def by_scene(window: AudienceWindow) -> QImage:
    """The board painted anew by the scene, with what is carried over it."""
    window.board._end_still()
    shot = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return shot.copy(window.board.geometry())


def test_under_what_is_carried_the_wall_is_as_it_would_be_painted(qtbot: QtBot) -> None:
    book = book_at("board")
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"))), (1280, 720))
    qtbot.waitUntil(lambda: on_screen(window) == by_scene(window))
    first, other = [each for each in book.of(Note) if each.id in window.board.tile_ids()][:2]
    for u in (0.2, 0.4, 0.6):
        window.follow(Aloft((first.id,), "", first.zone, u, 0.5))
        on_screen(window)
    assert window.board._still is not None
    assert on_screen(window) == by_scene(window)
    window.follow(Aloft())
    window.follow(Aloft((first.id,), "", first.zone, 0.3, 0.5))
    on_screen(window)
    write(book, replace(other, text="Skrevet om, mens der bæres"))
    window.show_wall(wall_view(scene_at(book, slot_of(book, "board"))), PACK)
    window.follow(Aloft((first.id,), "", first.zone, 0.7, 0.4))
    assert on_screen(window) == by_scene(window)
    window.follow(Aloft())
    assert window.board._still is None and on_screen(window) == by_scene(window)


def test_a_note_put_down_while_the_room_sees_another_screen_is_not_left_pale(qtbot: QtBot) -> None:
    book = book_at("board")
    board = wall_view(scene_at(book, slot_of(book, "board")))
    window = shown(qtbot, board)
    note = next(each for each in book.of(Note) if each.id in window.board.tile_ids())
    window.follow(Aloft((note.id,), "", note.zone, 0.5, 0.5))
    assert window.floating.isVisible()
    window.show_wall(replace(board, content=Sheet()), PACK)
    window.follow(Aloft())
    window.show_wall(board, PACK)
    assert not window.floating.isVisible() and window.board._still is None
    assert all(each.opacity() == 1.0 for each in window.board._tile_items.values())


def test_a_note_that_is_only_counted_is_seen_all_the_same_when_it_is_carried(qtbot: QtBot) -> None:
    book = book_at("board")
    with_notes(book, 200)
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"))))
    hidden = next(each for each in book.of(Note) if each.board and each.id not in window.board.tile_ids())
    window.follow(Aloft((hidden.id,), "", hidden.zone, 0.5, 0.5))
    assert window.floating.isVisible() and window.rect().contains(window.floating.geometry())
    assert window.floating.width() > 100 and window.floating.height() > 40
    middle = window.floating.grab().toImage().pixelColor(window.floating.width() - 12, 10)
    assert middle.alpha() == 255
    window.follow(Aloft())
    assert not window.floating.isVisible()


def test_few_notes_are_set_larger(qtbot: QtBot) -> None:
    book = book_at("board")
    notes = [each for each in book.of(Note) if not each.theme_id][:3]
    for each in [n for n in book.of(Note) if n not in notes]:
        write(book, replace(each, sealed=True))
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"))))
    assert window.board.type_size == 40


@pytest.mark.parametrize("size", SIZES)
def test_long_names_of_themes_are_not_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    book = book_at("board")
    for theme in list(book.of(Theme)):
        write(book, replace(theme, name="Samarbejdet på tværs af stuerne"))
    window = shown(qtbot, wall_view(scene_at(book, slot_of(book, "board"))), size)
    assert_whole(window)
    assert "…" not in " ".join(words_of(window))


def test_what_nobody_may_see_is_not_painted(qtbot: QtBot) -> None:
    book = book_at("board")
    secret = next(each for each in book.of(Note) if each.kind == "pink")
    write(book, replace(secret, sealed=True, text="Noget ingen må se endnu"))
    for slot in slots(book, book.meeting):
        window = shown(qtbot, wall_view(scene_at(book, slot)))
        read = " ".join(words_of(window))
        assert "ingen må se" not in read
        texts = [slot.item.script, slot.item.tips]
        texts += [slot.step.script, slot.step.tips] if slot.step else []
        for line in "\n".join(texts).splitlines():
            assert not line.strip() or line.strip() not in read
        window.hide()


def test_what_calls_for_action_is_not_told_of_a_single_note(qtbot: QtBot) -> None:
    book = book_at("matrix")
    slot = slot_of(book, "matrix")
    window = shown(qtbot, wall_view(scene_at(book, slot)))
    assert "Kræver handling" in words_of(window)
    content = wall_view(scene_at(book, slot)).content
    cards = [card for card, _, _ in content.view.placed]  # type: ignore[union-attr]
    assert all(card.is_theme for card in cards if card.must_act)


def test_the_time_is_amber_and_silent_when_it_is_over(qtbot: QtBot) -> None:
    book = book_at("board")
    slot = slot_of(book, "board")
    window = shown(qtbot, wall_view(scene_at(book, slot, left=252.0)))
    assert "4:12" in words_of(window)
    over = wall_view(scene_at(book, slot, left=-40.0))
    window.show_wall(over, PACK)
    digits = next(each for each in window.head.elements() if getattr(each, "text", "") == "+0:40")
    assert digits.token == "warnInk"  # type: ignore[union-attr]


def test_a_break_says_how_long_and_until_when(qtbot: QtBot) -> None:
    book = book_at("board")
    wall = wall_view(scene_at(book, slot_of(book, "break"), left=450.0))
    assert isinstance(wall.content, Countdown)
    window = shown(qtbot, wall)
    read = words_of(window)
    assert read[:2] == ["Vi holder pause", "7:30"] and read[2].startswith("Vi fortsætter kl. ")
    assert not window.head.isVisible() and not window.foot.isVisible()
    assert_whole(window)


def test_many_words_turn_pages_and_lose_none(qtbot: QtBot) -> None:
    lines = tuple(
        Line(f"Handling nummer {number} med nogle ord", aside="Sanne · 12. juni") for number in range(90)
    )
    wall = Wall("Opsamling", "Det har vi aftalt", Sheet((Block("Aftalt", lines, "primary", "flag"),)))
    window = shown(qtbot, wall)
    read = words_of(window)
    assert window.sheet.pages > 1
    for _ in range(window.sheet.pages):
        assert_whole(window)
        read += words_of(window)
        window.sheet.turn()
    assert all(any(f"nummer {number} " in each for each in read) for number in range(90))


@pytest.mark.parametrize("size", SIZES)
def test_a_long_heading_is_as_large_as_a_short_one_beside_it(qtbot: QtBot, size: tuple[int, int]) -> None:
    long = "Overleveringen om morgenen er hurtig og rar, også når nogen er syge"
    blocks = tuple(Block(title, (Line("Vi siger det højt"),), "primary", "flag") for title in ("Ro", long))
    window = shown(qtbot, Wall("Opsamling", "Det har vi aftalt", Sheet(blocks)), size)
    assert_whole(window)
    headings = [each for each in window.sheet.elements() if isinstance(each, Words) and each.weight == 700]
    assert " ".join(each.text for each in headings) == f"Ro {long}"
    assert len({each.size for each in headings}) == 1


def test_a_long_line_for_the_room_is_set_in_two(qtbot: QtBot) -> None:
    words_ = "Skriv alt det, der skal til, for at det går helt galt hos jer – og vend det bagefter"
    wall = Wall("Negativ brainstorm", words_, Sheet(), WallClock("running", 4000.0, 4200.0))
    for size in SIZES:
        window = shown(qtbot, wall, size)
        assert_whole(window)
        assert " ".join(words_of(window)).endswith(words_)
        assert max(sizes_of(window)) == 96
        window.hide()


def test_a_second_changes_only_the_time(qtbot: QtBot) -> None:
    book = book_at("board")
    scene = scene_at(book, slot_of(book, "board"), left=252.0)
    wall = wall_view(scene)
    later = at_time(wall, replace(scene.reading, left=251.0))
    assert isinstance(later.content, OnBoard) and later.content is wall.content
    window = shown(qtbot, wall)
    window.show_wall(later, PACK)
    assert "4:11" in words_of(window)


def test_the_rules_are_read_in_one_column(qtbot: QtBot) -> None:
    book = book_at("board")
    window = shown(qtbot, wall_view(replace(scene_at(book, slot_of(book, "board")), mode="rules")))
    read = words_of(window)
    assert [each.text for each in sorted(book.of(Rule), key=lambda rule: rule.rank)] == read[-5:]
    assert window.sheet.type_size >= 48


def test_a_dark_wall_is_black(qtbot: QtBot) -> None:
    book = book_at("board")
    window = shown(qtbot, wall_view(replace(scene_at(book, slot_of(book, "board")), mode="dark")))
    picture = window.grab().toImage()
    assert not list(words(window.wall)) or not any(words(window.wall))
    assert {picture.pixelColor(x, y).name() for x in (5, 900) for y in (5, 500, 1070)} == {"#000000"}


def test_where_one_axis_is_asked_at_a_time_a_card_stands_as_soon_as_it_is_said(qtbot: QtBot) -> None:
    half = matrix_of(TWICE, a=(0.2, None), b=(None, None))
    window = shown(qtbot, Wall("", "", OnMatrix(half, (), "")))
    window.matrix.elements()
    assert set(window.matrix.boxes) == {"a"}, "b waits below the field"
    field, box = window.matrix.field, window.matrix.boxes["a"]
    assert box.x + box.w / 2 < field.center().x()
    assert abs(box.y + box.h / 2 - field.center().y()) < field.height() * 0.2
    window.show_wall(Wall("", "", OnMatrix(matrix_of(TWICE, a=(0.2, 0.9), b=(0.6, 0.1)), (), "")), PACK)
    window.matrix.elements()
    assert set(window.matrix.boxes) == {"a", "b"}
