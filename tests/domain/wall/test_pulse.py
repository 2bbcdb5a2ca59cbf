"""What the room sees of a pulse in a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain.wall.test_view import PACK, book_at, write
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Pulse, PulseAnswer, new_id
from trivselsdesk.domain.tools import state_of
from trivselsdesk.domain.wall.follow import FollowScene
from trivselsdesk.domain.wall.model import Content, PulseChart, Sheet
from trivselsdesk.domain.wall.view import Scene, wall_view
from trivselsdesk.packs.example import STAGES


def shown(book: Book) -> Content:
    """The wall in a part of the meeting that is held with a pulse."""
    meeting, now = book.meeting, STAGES["board"].timestamp()
    slot = slots(book, meeting)[0]
    write(book, replace(slot.item, tool="pulse"))
    slot = slots(book, meeting)[0]
    clock, logs = timing.go_to(book, meeting, slot, now)
    write(book, clock, *logs)
    return wall_view(Scene(book, PACK, meeting, timing.read(book, meeting, now - 3600, now), slot)).content


def asked(book: Book, n: int, **values: object) -> Pulse:
    pulse = Pulse(id="p", programme_id=book.programme.id, theme="Ro", invited=9, rank=9.0, **values)  # type: ignore[arg-type]
    write(book, pulse)
    for _ in range(n):
        write(
            book,
            PulseAnswer(
                id=new_id(), programme_id=book.programme.id, pulse_id="p", marks="bedre:4", text="Hemmeligt"
            ),
        )
    return pulse


@pytest.fixture
def book() -> Book:
    return book_at("plan")


def test_before_anybody_is_asked_it_says_so(book: Book) -> None:
    assert shown(book) == Sheet(question="Vi har ikke spurgt om noget endnu")


@pytest.mark.parametrize("n", [4, 7])
def test_a_pulse_that_is_not_counted_shows_only_how_many_have_answered(book: Book, n: int) -> None:
    asked(book, n)
    assert shown(book) == Sheet(question=f"Puls: Ro – {n} af 9 har svaret")


def test_a_counted_pulse_with_four_answers_tells_nothing(book: Book) -> None:
    asked(book, 4, closed=date(2026, 6, 1), texts_shown=True)
    assert shown(book) == Sheet(question="Puls: Ro – for få svar til at vise noget")


def test_a_counted_pulse_is_a_chart_and_texts_wait_until_they_are_read(book: Book) -> None:
    pulse = asked(book, 7, closed=date(2026, 6, 1))
    content = shown(book)
    assert isinstance(content, PulseChart) and "Hemmeligt" not in repr(content)
    assert [each.counts for each in content.result.scales] == [(), (0, 0, 0, 7, 0)]
    write(book, replace(pulse, texts_shown=True))
    assert "Hemmeligt" in repr(shown(book))


def test_the_meeting_talks_about_the_one_that_is_chosen() -> None:
    book = book_at("follow")
    first = next(iter(book.of(Pulse)))
    asked(book, 0)
    assert isinstance(shown(book), Sheet)
    write(book, replace(state_of(book, book.meeting, "pulse"), mode=first.id, id=f"{book.meeting.id}:pulse"))
    content = shown(book)
    assert isinstance(content, PulseChart) and content.result.theme == "Hård tone"


def test_after_the_meeting_the_wall_shows_the_pulse_that_the_page_is_at() -> None:
    book = book_at("follow")
    first, meeting = next(iter(book.of(Pulse))), book.meeting
    now = STAGES["follow"].timestamp()
    scene = Scene(book, PACK, meeting, timing.read(book, meeting, now, now), None)
    scene = replace(scene, follow=FollowScene(date(2026, 6, 5), pulse=first.id))
    content = wall_view(scene).content
    assert isinstance(content, PulseChart) and content.result.theme == "Hård tone"


def test_a_meeting_of_another_day_that_nobody_ended_does_not_hold_the_wall() -> None:
    book = book_at("plan")
    meeting, now = book.meeting, STAGES["plan"].timestamp()
    assert meeting.day is not None
    reading = timing.read(book, meeting, now, now)
    assert reading.state not in ("ready", "ended")
    scene = Scene(book, PACK, meeting, reading, slots(book, meeting)[0])
    later = replace(scene, follow=FollowScene(meeting.day + timedelta(days=42)))
    assert wall_view(later).instruction == "Hvor langt er vi?"
    same_day = replace(scene, follow=FollowScene(meeting.day))
    assert wall_view(same_day).instruction != "Hvor langt er vi?"
