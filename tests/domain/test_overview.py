"""A programme in one line: its phase, how far it is, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.domain.sample import OPENING, PACK, fresh, note, put, run, theme
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.checklist import tasks
from trivselsdesk.domain.commands.cards import ChooseCard
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.overview import Overview, overview
from trivselsdesk.domain.phases import phase_index
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Action, Event, Initiative

TODAY = date(2026, 5, 12)


def line(book: Book, today: date = TODAY) -> Overview:
    return overview(book, PACK, today)


def phase(book: Book) -> str:
    return PACK.phases[phase_index(book, PACK)].title


def start(book: Book) -> None:
    first = slots(book, book.meeting)[0]
    clock, logs = timing.go_to(book, book.meeting, first, OPENING)
    run(book, SetClock(programme_id=book.programme.id, clock=clock, logs=tuple(logs)))


def end(book: Book) -> None:
    clock, logs = timing.end(book, book.meeting, OPENING + 9000)
    run(book, SetClock(programme_id=book.programme.id, clock=clock, logs=tuple(logs)))


def choose(book: Book, *names: str) -> list[Initiative]:
    for name in names:
        theme(book, name, "mindre", name)
        note(book, f"seddel {name}", "mindre", theme_id=name)
        key = book.programme.id
        run(book, ChooseCard(programme_id=key, card_id=name, chosen=True, initiative_id=f"i {name}"))
    return active_initiatives(book)


def launch(book: Book, each: Initiative) -> None:
    put(book, replace(each, launched=date(2026, 5, 20)))


def act(book: Book, each: Initiative, title: str, due: date | None = None, status: str = "aftalt") -> None:
    put(
        book,
        Action(
            id=title,
            programme_id=book.programme.id,
            initiative_id=each.id,
            title=title,
            due=due,
            status=status,
        ),
    )


def test_a_new_programme_is_being_prepared() -> None:
    found = line(fresh())
    assert (PACK.phases[found.phase].title, found.done, found.total, found.share) == ("Forbered", 0, 3, 0.0)
    assert found.late == 1
    assert (found.next_what, found.next_words, found.next_day) == (
        "task",
        "Læs resultaterne",
        date(2026, 5, 11),
    )


def test_when_all_is_prepared_the_meeting_comes_next() -> None:
    book = fresh()
    put(book, *(replace(each, done=True) for each in tasks(book)))
    found = line(book)
    assert (found.share, found.late, found.next_what, found.next_day) == (
        1.0,
        0,
        "meeting",
        date(2026, 5, 20),
    )


def test_a_meeting_without_a_day_wants_one() -> None:
    book = fresh(day=None)
    put(book, *(replace(each, done=True) for each in tasks(book)))
    assert (line(book).next_what, line(book).next_day) == ("start", None)


def test_a_meeting_under_way_counts_its_notes() -> None:
    book = fresh()
    start(book)
    note(book, "larm", "mindre")
    note(book, "griner", "godt")
    assert (phase(book), line(book).total, line(book).next_what) == ("Afhold", 2, "meeting")


def test_after_the_meeting_the_plan_is_written() -> None:
    book = fresh()
    start(book)
    first, _ = choose(book, "Hård tone", "Hvem gør hvad?")
    end(book)
    assert (phase(book), line(book).done, line(book).total) == ("Handleplan", 0, 2)
    assert line(book).next_what == "questions"
    put(
        book,
        replace(
            first,
            why="v",
            goal="m",
            signs="t",
            barriers="b",
            followup_day=date(2026, 6, 17),
            followup_owner="Karin",
        ),
    )
    act(book, first, "Fælles ord")
    assert (line(book).done, line(book).share) == (1, 0.5)


def test_the_first_answer_of_the_meeting_begins_the_plan() -> None:
    book = fresh()
    start(book)
    (only,) = choose(book, "Hård tone")
    assert phase(book) == "Afhold"
    put(book, replace(only, why="Nogle har mødt en hård tone"))
    assert phase(book) == "Handleplan"


def test_setting_one_theme_going_does_not_end_the_plan_while_the_room_works_on() -> None:
    book = fresh()
    start(book)
    first, second = choose(book, "Hård tone", "Hvem gør hvad?")
    put(book, replace(first, why="v"))
    launch(book, book.get(Initiative, first.id))
    assert phase(book) == "Handleplan"
    launch(book, second)
    assert phase(book) == "Statuspil"


def test_when_the_meeting_is_over_one_initiative_under_way_is_enough() -> None:
    book = fresh()
    start(book)
    first, _ = choose(book, "Hård tone", "Hvem gør hvad?")
    launch(book, first)
    end(book)
    assert phase(book) == "Statuspil"


def followed() -> tuple[Book, Initiative]:
    book = fresh()
    start(book)
    (only,) = choose(book, "Hvem gør hvad?")
    launch(book, only)
    end(book)
    only = book.get(Initiative, only.id)
    act(book, only, "Overblik", date(2026, 5, 27), "faerdig")
    act(book, only, "Lukkeliste", date(2026, 6, 1))
    act(book, only, "Opgavetavle", date(2026, 6, 12))
    return book, only


def test_the_status_counts_what_is_done_and_what_is_late() -> None:
    book, _ = followed()
    found = line(book, date(2026, 6, 5))
    assert (found.done, found.total, found.late) == (1, 3, 1)


def test_the_next_follow_up_comes_first() -> None:
    book, only = followed()
    put(book, replace(only, followup_day=date(2026, 6, 17), followup_place="Personalemøde"))
    found = line(book, date(2026, 6, 5))
    assert (found.next_what, found.next_words, found.next_day) == (
        "followup",
        "Personalemøde",
        date(2026, 6, 17),
    )
    later = line(book, date(2026, 6, 18))
    assert (later.next_what, later.next_day) == ("followup", date(2026, 6, 17))
    put(book, replace(only, followup_day=None))
    later = line(book, date(2026, 6, 18))
    assert (later.next_what, later.next_words) == ("action", "Lukkeliste")


def test_what_stands_still_is_counted() -> None:
    book, _ = followed()
    launched = next(each for each in book.of(Initiative) if each.launched is not None)
    assert launched.launched is not None
    assert line(book, launched.launched + timedelta(days=27)).stale == 0
    late = line(book, launched.launched + timedelta(days=28))
    assert late.stale == late.total - late.done


def test_a_follow_up_of_what_is_not_under_way_is_not_the_next_step() -> None:
    book, only = followed()
    *_, waiting = choose(book, "Hård tone")
    put(book, replace(waiting, followup_day=date(2026, 6, 8)))
    put(book, replace(only, followup_day=date(2026, 6, 17)))
    assert line(book, date(2026, 6, 5)).next_day == date(2026, 6, 17)


def test_a_date_of_the_year_comes_first_when_it_is_nearer_or_overdue() -> None:
    book, only = followed()
    put(book, replace(only, followup_day=date(2026, 6, 17)))
    event = Event(id="e", programme_id=book.programme.id, title="Årlig drøftelse", kind="discussion")
    put(book, replace(event, day=date(2026, 6, 20)))
    assert line(book, date(2026, 6, 5)).next_what == "followup"
    put(book, replace(event, day=date(2026, 6, 10)))
    found = line(book, date(2026, 6, 5))
    assert (found.next_what, found.next_words, found.next_day) == (
        "event",
        "Årlig drøftelse",
        date(2026, 6, 10),
    )
    put(book, replace(event, day=date(2026, 6, 1)))
    assert line(book, date(2026, 6, 5)).next_day == date(2026, 6, 1)


def test_nothing_comes_next_when_everything_is_done() -> None:
    book, only = followed()
    for title in ("Lukkeliste", "Opgavetavle"):
        put(book, replace(book.get(Action, title), status="faerdig"))
    found = line(book, date(2026, 6, 18))
    assert (found.share, found.late, found.next_what) == (1.0, 0, "")
    assert only.launched is not None


def test_after_the_last_meeting_its_phase_goes_on_with_what_was_agreed() -> None:
    book = fresh()
    start(book)
    last = replace(PACK.phases[0], room="run", also=("plan", "follow"), meetings=(book.meeting.pack_meeting,))
    pack = replace(PACK, phases=(last,))
    (only,) = choose(book, "Støj")
    act(book, only, "Lukkeliste", date(2026, 6, 1))
    launch(book, only)
    assert overview(book, pack, TODAY).next_what == "meeting"
    end(book)
    found = overview(book, pack, TODAY)
    assert (found.next_what, found.next_words) == ("action", "Lukkeliste")
