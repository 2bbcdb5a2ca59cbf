"""Ways to hold the same meeting, and rows of the drejebog that begin at a fixed clock time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.domain.sample import run
from trivselsdesk.domain import agenda
from trivselsdesk.domain.actual import actual
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.commands.meetings import ChooseMeeting, ChooseWay
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.pack import Due, Pack, PackItem, PackMeeting, PackTask, Phase, Span, Tool
from trivselsdesk.domain.phases import meetings_of
from trivselsdesk.domain.records import AgendaItem, Meeting, Task
from trivselsdesk.domain.runsheet import run_sheet
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.timing import go_to, read
from trivselsdesk.domain.variants import Choice, choice_of
from trivselsdesk.ui.clock.face import face

ANY = Span(least=0, most=500)
HALF_PAST_EIGHT = datetime(2026, 3, 18, 8, 30).timestamp()


def meeting(key: str, *items: PackItem, **values: object) -> PackMeeting:
    rows = items or (PackItem(id="tal", title="Tal", minutes=30),)
    return PackMeeting(id=key, title=key.capitalize(), minutes=ANY, breaks=ANY, items=rows, **values)  # type: ignore[arg-type]


DAY = meeting(
    "dag",
    PackItem(id="velkomst", title="Velkomst", minutes=30),
    PackItem(id="del1", title="Del 1", minutes=50, at=9 * 60),
    PackItem(id="pause", title="Pause", minutes=20, at=9 * 60 + 55, tool=Tool(kind="break")),
    PackItem(id="del2", title="Del 2", minutes=70, at=10 * 60 + 15),
    start=8 * 60 + 30,
    variant_of=("trin1", "trin2"),
    way="Alt på ét møde",
    way_hint="Når alle er samlet.",
)
PACK = Pack(
    id="p",
    version="1",
    title="P",
    short_title="P",
    summary="",
    facts="",
    source="",
    phases=(Phase(id="afhold", title="Afhold", room="run", meetings=("trin1", "trin2", "dag", "andet")),),
    tasks=(PackTask(id="inviter", text="Inviter", owner="trio", due=Due(anchor="meeting", days=-7)),),
    meetings=(meeting("trin1", way="To halve timer"), meeting("trin2"), DAY, meeting("andet")),
)


@pytest.fixture
def book() -> Book:
    return Book(new_programme(PACK, "Kastanjen", datetime(2026, 1, 5, 8, 0)))


def row(book: Book, key: str) -> Meeting:
    return next(each for each in book.of(Meeting) if each.pack_meeting == key)


def choice(book: Book, key: str) -> Choice:
    found = choice_of(book, PACK, row(book, key))
    assert found is not None
    return found


def choose(book: Book, way_id: str) -> None:
    ways = choice(book, "trin1")
    way = next(each for each in ways.ways if each.id == way_id)
    run(book, ChooseWay(programme_id=book.programme.id, held=way.meetings, aside=ways.aside(way)))


def held(book: Book) -> list[str]:
    return [each.pack_meeting for each in meetings_of(book, PACK.phases[0])]


def test_a_process_is_held_as_a_rule_until_somebody_chooses_another_way(book: Book) -> None:
    assert held(book) == ["trin1", "trin2", "andet"]
    assert [(each.words, each.id) for each in choice(book, "trin2").ways] == [
        ("To halve timer", ""),
        ("Alt på ét møde", "dag"),
    ]
    assert choice_of(book, PACK, row(book, "andet")) is None

    choose(book, "dag")

    assert held(book) == ["dag", "andet"]
    assert book.meeting.pack_meeting == "dag"
    assert choice(book, "dag").chosen == "dag"


def test_what_was_written_in_the_other_way_is_kept_and_its_day_comes_along(book: Book) -> None:
    key = book.programme.id
    first = row(book, "trin1")
    run(book, SetMeetingDay(programme_id=key, meeting_id=first.id, day=date(2026, 3, 18)))
    item = book.items(first.id)[0]
    run(book, EditFields(programme_id=key, kind=AgendaItem, id=item.id, values={"title": "Vores egne ord"}))

    choose(book, "dag")
    assert book.meeting.day == date(2026, 3, 18)
    run(book, SetMeetingDay(programme_id=key, meeting_id=book.meeting.id, day=date(2026, 3, 25)))
    assert next(book.of(Task)).due == date(2026, 3, 18)

    choose(book, "")
    assert book.items(book.meeting.id)[0].title == "Vores egne ord"
    assert book.meeting.day == date(2026, 3, 18)
    assert next(book.of(Task)).due == date(2026, 3, 11)


def test_a_meeting_that_has_begun_is_not_set_aside(book: Book) -> None:
    first = row(book, "trin1")
    clock, logs = go_to(book, first, agenda.slots(book, first)[0], 1000.0)
    book.apply(book.changes([Put(clock), *(Put(each) for each in logs)]))
    with pytest.raises(Refused) as refused:
        choose(book, "dag")
    assert refused.value.reason == "meeting_begun"
    assert held(book) == ["trin1", "trin2", "andet"]


def test_a_meeting_under_way_stays_when_the_choice_of_it_is_undone(book: Book) -> None:
    day, first = row(book, "dag"), row(book, "trin1")
    command = ChooseWay(
        programme_id=book.programme.id, held=(day.id,), aside=(first.id, row(book, "trin2").id)
    )
    changes = book.changes(command.edits(book))
    book.apply(changes)
    clock, logs = go_to(book, day, agenda.slots(book, day)[0], 1000.0)
    book.apply(book.changes([Put(clock), *(Put(each) for each in logs)]))

    book.apply([each.inverted() for each in reversed(changes)])

    assert held(book) == ["trin1", "trin2", "dag", "andet"]
    run(book, ChooseMeeting(programme_id=book.programme.id, meeting_id=day.id))
    assert book.meeting.pack_meeting == "dag"
    choose(book, "dag")
    assert held(book) == ["dag", "andet"]


def test_a_fixed_time_leaves_air_or_is_overrun_and_the_paper_says_so(book: Book) -> None:
    choose(book, "dag")
    day = book.meeting
    rows = agenda.rows(book, day)
    assert [(each.start, each.gap) for each in rows] == [(510, 0), (540, 0), (595, 5), (615, 0)]
    assert agenda.budget(book, day, DAY).end == 11 * 60 + 25

    book.apply(book.changes([Put(replace(rows[0].item, minutes=40))]))
    assert [each.gap for each in agenda.rows(book, day)] == [0, -10, 5, 0]
    sheet = run_sheet(book, PACK, day, date(2026, 3, 1))
    assert [each.minutes for each in sheet.rows] == [
        "40 min",
        "50 min · fast",
        "20 min · fast",
        "70 min · fast",
    ]
    assert [part.text for part in sheet.rows[1].parts] == ["10 min for lidt før kl. 09.00"]
    assert [part.text for part in sheet.rows[2].parts] == ["5 min luft før kl. 09.55"]


def test_the_clock_waits_for_a_fixed_time_and_tells_when_it_will_be_late(book: Book) -> None:
    choose(book, "dag")
    day, minute = book.meeting, 60.0
    slots = agenda.slots(book, day)
    clock, logs = go_to(book, day, slots[0], HALF_PAST_EIGHT)
    book.apply(book.changes([Put(clock), *(Put(each) for each in logs)]))

    early = read(book, day, HALF_PAST_EIGHT, HALF_PAST_EIGHT + 10 * minute)
    assert early.fixed is not None
    assert (early.fixed[0].title, early.fixed[1]) == ("Del 1", HALF_PAST_EIGHT + 30 * minute)
    assert early.drift == 0

    # Twelve minutes over: five are caught in the air before the break.
    late = read(book, day, HALF_PAST_EIGHT, HALF_PAST_EIGHT + 42 * minute)
    starts = [(each.start - HALF_PAST_EIGHT) / minute for each in late.times]
    assert starts == [0, 42, 92, 112]
    assert late.drift == 7
    assert [
        (each.planned_start - HALF_PAST_EIGHT) / minute for each in actual(book, day, late.now).items
    ] == [
        0,
        30,
        85,
        105,
    ]


def test_the_face_of_the_clock_says_how_long_it_is_to_a_fixed_time(book: Book) -> None:
    choose(book, "dag")
    day, minute = book.meeting, 60.0
    clock, logs = go_to(book, day, agenda.slots(book, day)[0], HALF_PAST_EIGHT)
    book.apply(book.changes([Put(clock), *(Put(each) for each in logs)]))

    def said(minutes: float) -> tuple[str, bool]:
        reading = read(book, day, HALF_PAST_EIGHT, HALF_PAST_EIGHT + minutes * minute)
        shown = face(reading, False, False, date(2026, 3, 18), fixed="Del 1")
        return shown.fixed, shown.fixed_late

    assert said(12) == ("Kl. 09.00 (om 18 min): Del 1", False)
    assert said(30) == ("Skulle være begyndt kl. 09.00: Del 1", False)
    book.apply(book.changes([Put(replace(agenda.rows(book, day)[0].item, minutes=38))]))
    assert said(12) == ("8 min for sent til kl. 09.00: Del 1", True)
