"""Hent tiden ind: the ways that the rest of the drejebog allows, and what they come to together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.sample import put, run
from trivselsdesk import paths
from trivselsdesk.domain import catch_up, timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.catch_up import CatchUpPlan, Way
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.commands.catch_up import CatchUp, Shorter
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.pack import Aid, Pack, Tool
from trivselsdesk.domain.records import ClockState, Meeting, SlotLog, Theme
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.library import Library


@pytest.fixture(scope="module")
def pack() -> Pack:
    shelf = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert shelf is not None
    return shelf.pack


def example(pack: Pack, stage: str) -> Book:
    """The meeting of the example as it stands at a stage."""
    text = Path(paths.resource_dir() / "examples" / "kastanjen.toml").read_text(encoding="utf-8")
    return Book(build_example(pack, text, stage))


class Late:
    """A meeting under way, with the ways that are open to it."""

    def __init__(self, book: Book, pack: Pack, now: float) -> None:
        self.book, self.pack, self.now = book, pack, now

    @property
    def meeting(self) -> Meeting:
        return self.book.meeting

    def read(self) -> timing.Reading:
        clock = timing.clock_of(self.book, self.meeting)
        return timing.read(self.book, self.meeting, planned_start(self.meeting, clock, self.now), self.now)

    def ways(self) -> dict[str, Way]:
        """By kind and title of the part, such as »shorter Saml i temaer«."""
        found = catch_up.ways(self.book, self.pack, self.meeting, self.read())
        return {
            f"{way.kind} {way.gives[0].slot.title}" if len(way.gives) == 1 else way.kind: way for way in found
        }

    def plan(self, *names: str, need: int | None = None) -> CatchUpPlan:
        reading = self.read()
        behind = catch_up.minutes_behind(reading) if need is None else need
        return catch_up.share([self.ways()[name] for name in names], behind, reading.end)

    def do(self, plan: CatchUpPlan) -> CatchUp:
        command = command_of(self.book, plan)
        run(self.book, command)
        return command


def command_of(book: Book, plan: CatchUpPlan) -> CatchUp:
    parts = tuple(
        Shorter(give.slot.id, minutes, each.way.aid.id if each.way.aid else "")
        for each in plan.shares
        for give, minutes in zip(each.way.gives, each.minutes, strict=True)
        if minutes
    )
    park = tuple(card for each in plan.shares for card in each.cards)
    return CatchUp(programme_id=book.programme.id, parts=parts, park=park)


def clock_words(moment: float) -> str:
    return f"{datetime.fromtimestamp(moment):%H.%M}"


@pytest.fixture
def board(pack: Pack) -> Late:
    """13.39, four minutes late."""
    return Late(example(pack, "board"), pack, STAGES["board"].timestamp())


def test_each_way_alone_brings_the_end_back(board: Late) -> None:
    assert catch_up.minutes_behind(board.read()) == 4
    ways = board.ways()
    assert list(ways)[:3] == ["shorter Saml i temaer", "shorter Placér temaer", "shorter Opsamling og tak"]
    assert ways["shorter Saml i temaer"].most == 4
    assert ways["break Pause"].most == 5
    for name in ("shorter Saml i temaer", "break Pause"):
        plan = board.plan(name)
        assert (plan.saved, plan.missing, clock_words(plan.end)) == (4, 0, "15.40")


def test_what_gives_too_little_says_how_much_is_missing(board: Late) -> None:
    plan = board.plan("shorter Placér temaer")
    assert (plan.saved, plan.missing, clock_words(plan.end)) == (3, 1, "15.41")
    assert catch_up.share([], 4, board.read().end).missing == 4


def test_several_ways_share_what_is_needed(board: Late) -> None:
    plan = board.plan("shorter Saml i temaer", "break Pause")
    assert [each.total for each in plan.shares] == [2, 2]
    assert plan.saved == 4
    board.do(plan)
    reading = board.read()
    assert (round(reading.drift), clock_words(reading.end)) == (0, "15.40")
    assert clock_words(reading.planned_end) == "15.40"


def test_the_many_small_steps_are_one_way(board: Late) -> None:
    spread = board.ways()["spread"]
    assert [give.slot.title for give in spread.gives] == [
        "Bevare eller forandre?",
        "Sæt prikker",
        "Vælg 3–5 temaer",
    ]
    plan = catch_up.share([spread], 3, board.read().end)
    assert plan.shares[0].minutes == (1, 1, 1)


def test_the_part_under_way_is_left_alone_while_little_is_left(board: Late) -> None:
    assert not any("Præsentér" in name for name in board.ways())


def test_the_pack_says_what_a_part_cannot_do_without(board: Late) -> None:
    meeting = board.pack.meetings[0]
    items = tuple(
        replace(
            item,
            least=8 if item.id == "pause" else 0,
            steps=tuple(replace(step, least=11 if step.id == "saml" else 0) for step in item.steps),
        )
        for item in meeting.items
    )
    late = Late(board.book, replace(board.pack, meetings=(replace(meeting, items=items),)), board.now)
    assert late.ways()["break Pause"].most == 2
    assert late.ways()["spread"].gives[0].slot.title == "Saml i temaer"
    assert late.ways()["spread"].gives[0].most == 1


def test_an_aid_that_wins_time_is_offered_and_taken_up_when_its_part_begins(board: Late) -> None:
    meeting = board.pack.meetings[0]
    groups = Aid(id="grupper", title="Små grupper", tool=Tool(kind="talk"), saves=15)
    items = tuple(replace(each, aids=(groups,)) if each.id == "hvad" else each for each in meeting.items)
    late = Late(board.book, replace(board.pack, meetings=(replace(meeting, items=items),)), board.now)
    way = late.ways()["aid Hvad skal vi gøre?"]
    assert (way.most, way.aid) == (15, groups)
    late.do(late.plan("aid Hvad skal vi gøre?"))
    slot = next(each for each in slots(late.book, late.meeting) if each.title == "Hvad skal vi gøre?")
    clock, _ = timing.go_to(late.book, late.meeting, slot, late.now)
    assert clock.aid == "grupper"
    assert clock.left == 56 * 60


def test_before_themes_are_chosen_fewer_may_be(board: Late) -> None:
    way = next(way for name, way in board.ways().items() if name.startswith(("choose", "fewer")))
    assert way.each and way.themes


def test_fewer_themes_send_the_least_wanted_to_the_parking(pack: Pack) -> None:
    book = example(pack, "plan")
    late = Late(book, pack, STAGES["plan"].timestamp())
    ways = {way.kind: way for way in late.ways().values()}
    if "fewer" not in ways:
        pytest.skip("the example has begun all its themes")
    way = ways["fewer"]
    plan = catch_up.share([way], 1, late.read().end)
    assert plan.shares[0].themes_left_out == 1
    late.do(plan)
    left_out = book.get(Theme, plan.shares[0].cards[0])
    assert left_out.parked and not left_out.chosen


def test_nothing_is_offered_before_and_after_the_meeting(pack: Pack) -> None:
    book = example(pack, "prepare")
    late = Late(book, pack, STAGES["board"].timestamp())
    assert late.ways() == {} and catch_up.minutes_behind(late.read()) == 0
    ended = Late(example(pack, "follow"), pack, STAGES["follow"].timestamp())
    assert ended.ways() == {} and catch_up.minutes_behind(ended.read()) == 0


def test_a_part_that_is_gone_is_refused(board: Late) -> None:
    key = board.book.programme.id
    with pytest.raises(Refused):
        CatchUp(programme_id=key, parts=(Shorter("findes ikke", 2),)).edits(board.book)
    slot = slots(board.book, board.meeting)[-1]
    with pytest.raises(Refused):
        CatchUp(programme_id=key, parts=(Shorter(slot.id, 11),)).edits(board.book)
    twice = (Shorter(slot.id, 6), Shorter(slot.id, 6))
    with pytest.raises(Refused):
        CatchUp(programme_id=key, parts=twice).edits(board.book)


def test_undo_gives_back_the_minutes_and_not_what_was_held_since(board: Late) -> None:
    plan = board.plan("shorter Saml i temaer")
    command = command_of(board.book, plan)
    board.book.apply(board.book.changes(command.groundwork(board.book)))
    step = board.book.changes(command.edits(board.book))
    assert [(each.kind, each.before and each.before.id) for each in step] == [
        (SlotLog, plan.shares[0].way.gives[0].slot.id)
    ]
    board.book.apply(step)
    # It begins, and what it has left follows the minutes that come back while it runs.
    slot = plan.shares[0].way.gives[0].slot
    clock, logs = timing.go_to(board.book, board.meeting, slot, board.now)
    run(board.book, SetClock(programme_id=board.book.programme.id, clock=clock, logs=tuple(logs)))
    board.now += 120
    assert board.read().left == 6 * 60
    log = timing.log_of(board.book, board.meeting, slot.id)
    put(board.book, replace(log, extra=0.0))
    assert board.read().left == 10 * 60


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_promised_is_what_comes_of_it(pack: Pack, data: st.DataObject) -> None:
    stage = data.draw(st.sampled_from(("board", "matrix", "plan")))
    book = example(pack, stage)
    late = Late(book, pack, STAGES[stage].timestamp() + data.draw(st.integers(0, 2400)))
    if data.draw(st.booleans()):
        held = timing.pause(timing.clock_of(book, book.meeting), late.now - data.draw(st.integers(0, 600)))
        run(book, SetClock(programme_id=book.programme.id, clock=held))
    open_ways = catch_up.ways(book, pack, book.meeting, late.read())
    chosen = (
        data.draw(st.lists(st.sampled_from(open_ways), unique_by=lambda way: way.id)) if open_ways else []
    )
    before = late.read()
    need = data.draw(st.integers(0, 60))
    plan = catch_up.share(chosen, need, before.end)
    assert 0 <= plan.saved <= need and plan.saved + plan.missing == need
    most = sum(way.most for way in chosen)
    if len({give.slot.id for way in chosen for give in way.gives}) == sum(len(way.gives) for way in chosen):
        assert plan.saved == min(need, most)
    late.do(plan)
    after = late.read()
    assert after.end == pytest.approx(plan.end, abs=0.01)
    assert after.end >= late.now and after.planned_end == before.planned_end
    for slot in slots(book, book.meeting):
        if timing.log_of(book, book.meeting, slot.id).extra < 0:
            assert timing.allotted(book, book.meeting, slot) / 60 >= slot.minutes / 3 - 0.01
    # Choosing more never makes it later.
    assert catch_up.share(open_ways, need, before.end).end <= plan.end + 0.01


def test_a_clock_that_nobody_started_has_nothing_to_catch_up(pack: Pack) -> None:
    book = example(pack, "board")
    put(book, ClockState(id=book.meeting.id, programme_id=book.programme.id))
    assert Late(book, pack, STAGES["board"].timestamp()).ways() == {}
