"""Begun after the year's last deadline, a programme is dated for the round that comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests.domain.sample import PACK
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.checklist import preparation
from trivselsdesk.domain.pack import PackMilestone
from trivselsdesk.domain.records import Milestone, Task
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.years import coming_round, years_on


def begun(now: datetime) -> Book:
    return Book(new_programme(PACK, "Kastanjen", now))


def test_in_spring_the_dates_of_the_process_count() -> None:
    for now in (datetime(2026, 3, 2, 9, 0), datetime(2026, 6, 30, 23, 0)):
        days = {each.title: each.start or each.end for each in begun(now).of(Milestone)}
        assert days["Rapporten er klar"] == date(2026, 5, 5)
        assert days["Sidste frist"] == date(2026, 6, 30)


def test_in_november_all_of_it_is_next_years_and_nothing_is_late() -> None:
    now = datetime(2026, 11, 21, 9, 0)
    book = begun(now)
    days = {each.title: each.start or each.end for each in book.of(Milestone)}
    assert days["Rapporten er klar"] == date(2027, 5, 5)
    assert days["Sidste frist"] == date(2027, 6, 30)
    notes = {each.title: each.note for each in book.of(Milestone)}
    assert notes["Webinar"] == "5., 6. og 11. maj 2027"
    dues = [each.due for each in book.of(Task) if each.due_anchor == "rapport"]
    assert dues and all(due is not None and due.year == 2027 for due in dues)
    assert preparation(book, now.date()).late == ()


def test_years_after_it_takes_as_many_steps_as_it_needs() -> None:
    pack = coming_round(PACK, date(2030, 7, 1))
    assert {each.id: each.end for each in pack.milestones}["frist"] == date(2031, 6, 30)


def test_months_move_too_and_a_process_without_a_deadline_stays() -> None:
    months = PackMilestone(id="evaluering", title="Evaluering", months=("2026-08", "2026-09"))
    pack = replace(PACK, milestones=(*PACK.milestones, months))
    assert coming_round(pack, date(2026, 11, 21)).milestones[-1].months == ("2027-08", "2027-09")
    soft = replace(PACK, milestones=(months,))
    assert coming_round(soft, date(2026, 11, 21)) is soft


def test_the_29th_of_february_becomes_the_28th() -> None:
    assert years_on(date(2028, 2, 29), 1) == date(2029, 2, 28)
