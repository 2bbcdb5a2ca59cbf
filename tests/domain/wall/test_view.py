"""What the room sees at every part of the shipped process, and what it never sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from trivselsdesk import paths
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.board import matrix_view
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.domain.records import ClockState, Initiative, Note, Record
from trivselsdesk.domain.wall import agreed
from trivselsdesk.domain.wall.contents import CONTENTS, talk
from trivselsdesk.domain.wall.model import Arrows, Countdown, Dark, OnBoard, OnMatrix, Sheet, Sorting, Wall
from trivselsdesk.domain.wall.view import Scene, wall_view
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.loader import load_pack

PACK = load_pack(paths.resource_dir() / "packs" / "trivselsdialog")
TEXT = (paths.resource_dir() / "examples" / "kastanjen.toml").read_text(encoding="utf-8")


def book_at(stage: str) -> Book:
    return Book(build_example(PACK, TEXT, stage))


def write(book: Book, *records: Record) -> None:
    book.apply(book.changes([Put(each) for each in records]))


def scene_at(book: Book, slot: Slot, pack: Pack = PACK, *, left: float = 120.0) -> Scene:
    """The meeting at that part with ``left`` seconds to go."""
    meeting, now = book.meeting, STAGES["board"].timestamp()
    clock, logs = timing.go_to(book, meeting, slot, now)
    clock = replace(clock, deadline=now + left)
    write(book, clock, *logs)
    return Scene(book, pack, meeting, timing.read(book, meeting, now - 3600, now), slot)


def words(thing: object) -> Iterator[str]:
    """Every text of the picture, however deep."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, (tuple, list)):
        for each in thing:
            yield from words(each)
    elif isinstance(thing, dict):
        for each in thing.values():
            yield from words(each)
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from words(getattr(thing, each.name))


def all_slots() -> list[str]:
    book = book_at("board")
    return [each.title for each in slots(book, book.meeting)]


@pytest.mark.parametrize("title", all_slots())
def test_every_part_says_in_one_line_what_the_room_does(title: str) -> None:
    book = book_at("board")
    slot = next(each for each in slots(book, book.meeting) if each.title == title)
    wall = wall_view(scene_at(book, slot))
    assert wall.instruction and len(wall.instruction) <= 80
    assert wall.caption == slot.item.title
    assert wall.clock is not None and wall.clock.left == pytest.approx(120.0)


@pytest.mark.parametrize("title", all_slots())
def test_what_to_say_and_consider_never_reaches_the_wall(title: str) -> None:
    book = book_at("board")
    slot = next(each for each in slots(book, book.meeting) if each.title == title)
    shown = " ".join(words(wall_view(scene_at(book, slot))))
    item = slot.item
    private = (item.script + "\n" + item.tips).splitlines()
    if slot.step:
        private += (slot.step.script + "\n" + slot.step.tips).splitlines()
    for line in private:
        assert not line.strip() or line not in shown


@pytest.mark.parametrize(
    ("tool", "content"),
    [("board", OnBoard), ("sort", Sorting), ("matrix", OnMatrix), ("break", Countdown), ("talk", Sheet)],
)
def test_each_tool_has_its_picture(tool: str, content: type) -> None:
    book = book_at("board")
    slot = [each for each in slots(book, book.meeting) if each.tool == tool][-1]
    assert isinstance(wall_view(scene_at(book, slot)).content, content)


@pytest.mark.parametrize(("page", "content"), [("status", Arrows), ("network", Sheet), ("handin", Sheet)])
def test_a_part_about_a_page_shows_it_where_the_room_can_read_it(page: str, content: type) -> None:
    book = book_at("follow")
    slot = next(each for each in slots(book, book.meeting) if each.tool == "break")
    scene = scene_at(book, slot)
    shown = CONTENTS["page"](scene, slot, Tool(kind="page", params={"page": page}))
    assert isinstance(shown, content)
    assert (shown == talk(scene, slot, Tool(kind="talk"))) is (page == "handin")


def test_while_dots_are_set_the_room_sees_all_it_can_choose_between() -> None:
    book = book_at("board")
    slot = next(each for each in slots(book, book.meeting) if each.tool == "matrix")
    content = wall_view(scene_at(book, slot)).content
    assert isinstance(content, Sheet)
    shown = {line.text for block in content.blocks for line in block.lines}
    matrix = PACK.matrix("mulighedsrum")
    assert shown == {card.title for card in matrix_view(book, PACK, matrix).waiting}


def test_sealed_notes_stay_hidden_until_they_are_hung_up() -> None:
    book = book_at("board")
    secret = next(each for each in book.of(Note) if each.kind == "pink")
    write(book, replace(secret, sealed=True, text="Noget ingen må se endnu"))
    for slot in slots(book, book.meeting):
        content = wall_view(scene_at(book, slot)).content
        if isinstance(content, OnBoard):
            hung = [
                n for z in content.view.zones for n in (*z.loose, *(m for t in z.themes for m in t.notes))
            ]
            assert secret.id not in {each.id for each in hung}


def test_names_can_be_switched_off() -> None:
    book = book_at("plan")
    slot = next(each for each in slots(book, book.meeting) if each.tool == "board")
    scene = scene_at(book, slot)
    assert wall_view(scene).foot.speaker
    assert not wall_view(replace(scene, names=False)).foot.speaker


def test_a_dark_wall_says_nothing() -> None:
    book = book_at("board")
    slot = slots(book, book.meeting)[2]
    wall = wall_view(replace(scene_at(book, slot), mode="dark"))
    assert isinstance(wall.content, Dark)
    assert not [each for each in words(wall) if each]


def test_the_ground_rules_can_be_shown_at_any_time() -> None:
    book = book_at("board")
    wall = wall_view(replace(scene_at(book, slots(book, book.meeting)[2]), mode="rules"))
    assert isinstance(wall.content, Sheet)
    assert [line.text for line in wall.content.blocks[0].lines] == list(PACK.rules)


def test_the_break_counts_down_to_when_the_meeting_goes_on() -> None:
    book = book_at("board")
    slot = next(each for each in slots(book, book.meeting) if each.tool == "break")
    content = wall_view(scene_at(book, slot, left=450.0)).content
    assert isinstance(content, Countdown)
    assert content.left == pytest.approx(450.0)
    assert content.until == pytest.approx(STAGES["board"].timestamp() + 450.0)


def test_how_the_meeting_stands_to_its_plan_is_not_told() -> None:
    book = book_at("board")
    slot = slots(book, book.meeting)[2]
    on_time = wall_view(scene_at(book, slot))
    scene = scene_at(book, slot)
    late = wall_view(replace(scene, reading=replace(scene.reading, drift=25.0, end=scene.reading.end + 1500)))
    assert late == on_time


def test_before_the_meeting_the_day_and_the_rules_stand_there() -> None:
    book = book_at("board")
    for clock in list(book.of(ClockState)):
        write(book, replace(clock, state="ready", slot=""))
    meeting, now = book.meeting, STAGES["board"].timestamp()
    reading = timing.read(book, meeting, now, now)
    wall: Wall = wall_view(Scene(book, PACK, meeting, reading, slots(book, meeting)[0]))
    assert wall.clock is None
    assert isinstance(wall.content, Sheet)
    assert [block.title for block in wall.content.blocks] == ["Dagens program", "Spilleregler"]


def test_the_questions_say_large_that_themes_are_chosen_first() -> None:
    kept = [each for each in build_example(PACK, TEXT, "plan") if not isinstance(each, Initiative)]
    book = Book(kept)
    wall = agreed.talk_of(book, PACK, "", "")
    assert wall == Sheet(question="Først vælger vi temaer")


def test_many_names_in_the_closing_round_stand_side_by_side() -> None:
    book = book_at("plan")
    tool = Tool(kind="round", params={"prompt": "Én ting", "last": "leder"})
    slot = slots(book, book.meeting)[-1]
    content = CONTENTS["round"](scene_at(book, slot), slot, tool)
    assert isinstance(content, Sheet)
    said = [line.text for block in content.blocks for line in block.lines]
    assert len(said) > 5 and len(content.blocks) in (2, 3)
    assert max(len(block.lines) for block in content.blocks) - len(content.blocks[-1].lines) <= 2
