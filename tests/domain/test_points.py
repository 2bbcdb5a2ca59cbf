"""Plus and minus: nothing is told below five sheets, nothing can be subtracted, lists stay the unit's own."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from trivselsdesk import paths
from trivselsdesk.domain import points, pulse
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.pulse import ClosePulse, GiveAnswers, OpenPulse, TakeAnswerBack
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.domain.records import Meeting, Pulse, PulseAnswer, ToolState, new_id
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.timing import read
from trivselsdesk.domain.travel import travelling
from trivselsdesk.domain.wall import pulse as wall
from trivselsdesk.domain.wall.model import PointsChart, Sheet
from trivselsdesk.domain.wall.scene import Scene
from trivselsdesk.packs.loader import load_pack

DAY = date(2026, 5, 20)
MARKS = ("p1:1 p2:2", "p1:1", "p1:3", "p2:1", "p1:2 p7:1", "p7:2", "p1:1")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.resource_dir() / "packs" / "trivselsredskab")


def tool_of(pack: Pack) -> Tool:
    found = points.points_tool(pack)
    assert found is not None
    return found


def do(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def begun(pack: Pack) -> Book:
    """A programme with a round of sheets that takes them."""
    book = Book(new_programme(pack, "Kastanjen", datetime(2026, 5, 5)))
    key = book.programme.id
    kept = points.kept(points.points_now(book, pack, tool_of(pack)))
    do(book, OpenPulse(programme_id=key, pulse=Pulse(id="ark", programme_id=key, theme="+/−", points=kept)))
    state = ToolState(
        id=f"{book.meeting.id}:plusminus", programme_id=key, meeting_id=book.meeting.id, mode="ark"
    )
    do(book, SetToolState(programme_id=key, state=state))
    return book


def put_in(book: Book, *marks: str) -> list[str]:
    ids = []
    for each in marks:
        answer = PulseAnswer(id=new_id(), programme_id=book.programme.id, pulse_id="ark", marks=each)
        do(book, GiveAnswers(programme_id=book.programme.id, answers=(answer,)))
        ids.append(answer.id)
    return ids


def close(book: Book, *, floor: int = 5) -> None:
    ids = tuple(new_id() for _ in pulse.answers_of(book, "ark"))
    do(book, ClosePulse(programme_id=book.programme.id, pulse_id="ark", day=DAY, least=floor, ids=ids))


def sheets(book: Book) -> Pulse:
    return book.get(Pulse, "ark")


@pytest.mark.parametrize("n", range(5))
def test_fewer_than_five_sheets_are_never_counted(pack: Pack, n: int) -> None:
    book = begun(pack)
    put_in(book, *MARKS[:n])
    with pytest.raises(Refused, match="pulse_few"):
        close(book, floor=0)
    assert points.points_result(book, pack, sheets(book)) is None


def test_nothing_is_told_while_sheets_are_taken_and_none_is_taken_after(pack: Pack) -> None:
    book = begun(pack)
    ids = put_in(book, *MARKS)
    assert points.points_result(book, pack, sheets(book)) is None
    close(book)
    assert points.points_result(book, pack, sheets(book)) is not None
    with pytest.raises(Refused, match="pulse_closed"):
        put_in(book, "p1:1")
    with pytest.raises(Exception, match=r"PulseAnswer|pulse_closed"):
        do(book, TakeAnswerBack(programme_id=book.programme.id, answer_id=ids[0]))


def test_each_point_has_its_pluses_and_minuses_and_who_put_both_counts_twice(pack: Pack) -> None:
    book = begun(pack)
    put_in(book, *MARKS)
    close(book)
    found = points.points_result(book, pack, sheets(book))
    assert found is not None and found.n == len(MARKS)
    told = {each.point.title: (each.plus, each.minus) for each in found.counts}
    assert told["Indflydelse"] == (4, 2)
    assert told["Mening"] == (1, 1)
    assert told["Tillid"] == (1, 1)
    assert told["Krav"] == (0, 0)


def test_counted_sheets_are_torn_apart(pack: Pack) -> None:
    """Nobody can see that the one with the rare mark also put something else."""
    book = begun(pack)
    ids = put_in(book, *("p1:1 p2:1 p3:1 p4:1",) * 4, "p1:2 p2:2 p3:2 p4:2", *("p1:1 p2:1 p3:1 p4:1",) * 7)
    close(book)
    after = pulse.answers_of(book, "ark")
    assert not {each.id for each in after} & set(ids)
    whole = sum(each.marks == "p1:2 p2:2 p3:2 p4:2" for each in after)
    assert whole == 0


def test_sheets_are_no_pulse_and_stay_at_the_desk_until_they_are_counted(pack: Pack) -> None:
    book = begun(pack)
    put_in(book, *MARKS)
    assert pulse.pulses(book) == [] and pulse.open_pulses(book) == []
    assert not any(isinstance(each, PulseAnswer) for each in travelling(book.everything()))
    close(book)
    assert pulse.result(book, pack, sheets(book)) is None
    assert sum(isinstance(each, PulseAnswer) for each in travelling(book.everything())) == len(MARKS)


def test_a_local_list_is_empty_until_the_unit_writes_it(pack: Pack) -> None:
    book = begun(pack)
    key = book.programme.id
    local = next(each for each in pack.lists if each.local)
    assert points.entries_of(book, local) == () and len(local.proposal) == 3
    do(
        book,
        PutRecord(
            programme_id=key, record=points.own_list(key, local, " Makkerpar \n\nMakkerpar\nTavlemøde")
        ),
    )
    assert [each.title for each in points.entries_of(book, local)] == ["Makkerpar", "Tavlemøde"]
    now = points.points_now(book, pack, tool_of(pack))
    assert [each.title for each in now][-2:] == ["Makkerpar", "Tavlemøde"]
    # What people are in the midst of marking stays as it was worded.
    assert [each.title for each in points.points_of(sheets(book))][-1] == "Samarbejdsevne"


def test_the_wall_tells_how_many_sheets_are_in_and_no_number_before_the_count(pack: Pack) -> None:
    book = begun(pack)
    put_in(book, *MARKS)

    def shown() -> object:
        meeting = book.get(Meeting, book.meeting.id)
        scene = Scene(book, pack, meeting, read(book, meeting, 0.0, 0.0), None)
        return wall.points(scene, None, tool_of(pack))  # type: ignore[arg-type]

    before = shown()
    assert isinstance(before, Sheet) and before.question == "7 ark er lagt"
    assert not any(line.aside for block in before.blocks for line in block.lines)
    close(book)
    assert isinstance(shown(), PointsChart)


def test_words_on_several_lines_are_one_point() -> None:
    asked = [points.Point("p1", "Ro\nog tid", "Til\tbørn\n\nog voksne", "Vores"), points.Point("p2", "Plads")]
    again = points.points_of(Pulse(id="ark", programme_id="k", theme="+/−", points=points.kept(asked)))
    assert [(each.key, each.title, each.text, each.group) for each in again] == [
        ("p1", "Ro og tid", "Til børn og voksne", "Vores"),
        ("p2", "Plads", "", ""),
    ]
