"""The one-page report (afrapporteringsskema) as words, each tied to the field it was typed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, shortened
from trivselsdesk.domain.forms import answer, columns_of
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack, ReportForm
from trivselsdesk.domain.people import holders
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Action, FormEntry, Initiative, Person, Programme, Record, Report

_MOST_SIGNS = 40
"""Of an initiative's name, where it tells which field is meant."""


@dataclass(frozen=True)
class Field:
    """A text and where it was typed; ``label`` names the place to a reader."""

    kind: type[Record]
    id: str
    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Answers:
    """A question about the year that went, with at least as many numbered lines as the form asks for."""

    question: str
    field: Field
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Deed:
    """An action, and in short who sees to it and by when."""

    field: Field
    short: str


@dataclass(frozen=True)
class Area:
    """One initiative as the form wants it."""

    title: str
    name: Field
    leads: Field
    goal: Field
    deeds: tuple[Deed, ...]


@dataclass(frozen=True)
class ReportPaper:
    """The whole form."""

    title: str
    recipient: str
    unit_label: str
    unit: Field
    authors_label: str
    authors: Field
    day: str
    status_title: str
    answers: tuple[Answers, ...]
    areas_title: str
    name_label: str
    goal_label: str
    actions_label: str
    areas: tuple[Area, ...]


def report_paper(book: Book, pack: Pack, form: ReportForm, today: date) -> ReportPaper:
    """The form filled in from the book. Without a date of its own it bears ``today``."""
    programme = book.programme
    report = book.find(Report, programme.id) or Report(id=programme.id, programme_id=programme.id)
    day = report.day or today
    initiatives = active_initiatives(book)
    return ReportPaper(
        title=pack.fill(form.title),
        recipient=report.recipient.strip() or pack.fill(form.recipient),
        unit_label=form.unit_label,
        unit=Field(Programme, programme.id, "name", f"»{form.unit_label}«", programme.name),
        authors_label=form.authors_label,
        authors=Field(Report, report.id, "authors", f"»{form.authors_label}«", _authors(book, report, form)),
        day=format_date(day),
        status_title=form.status_title,
        answers=(
            _answers(form.success_question, report, "successes", report.successes, form.lines),
            _answers(form.reason_question, report, "reasons", report.reasons, form.lines),
        ),
        areas_title=form.areas_title,
        name_label=form.name_label,
        goal_label=form.goal_label,
        actions_label=form.actions_label,
        areas=tuple(
            _area(book, form, initiative, number if len(initiatives) > 1 else 0, day)
            for number, initiative in enumerate(initiatives, start=1)
        ),
    )


def _authors(book: Book, report: Report, form: ReportForm) -> str:
    if report.authors.strip():
        return report.authors
    people: list[Person] = []
    for role in form.author_roles:
        people += [person for person in holders(book, role) if person not in people]
    return " · ".join(person.name for person in people)


def _answers(question: str, report: Report, name: str, text: str, least: int) -> Answers:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines += [""] * (least - len(lines))
    return Answers(question, Field(Report, report.id, name, f"»{question}«", text), tuple(lines))


def _area(book: Book, form: ReportForm, initiative: Initiative, number: int, day: date) -> Area:
    title = f"{form.area_label} {number}" if number else form.area_label
    where = initiative.name.strip() or title

    def field(name: str, label: str, text: str) -> Field:
        return Field(Initiative, initiative.id, name, f"»{label}« i »{shortened(where, _MOST_SIGNS)}«", text)

    return Area(
        title=title,
        name=field("name", form.name_label, initiative.name),
        leads=field("leads", "Tovholdere", initiative.leads),
        goal=field("goal", form.goal_label, initiative.goal),
        deeds=tuple(
            Deed(
                _action_field(action, form.actions_label, where),
                ", ".join(each for each in _who_and_when(action, day) if each),
            )
            for action in actions_of(book, initiative.id)
            if action.title.strip() or action.owner or action.people or action.due
        ),
    )


def _action_field(action: Action, label: str, where: str) -> Field:
    return Field(Action, action.id, "title", f"»{label}« i »{shortened(where, _MOST_SIGNS)}«", action.title)


def _who_and_when(action: Action, day: date) -> tuple[str, str]:
    due = format_date(action.due, year=action.due.year != day.year) if action.due else ""
    return (action.owner or action.people).strip(), due


@dataclass(frozen=True)
class Proposal:
    """A line that the year proposes for a question of the report."""

    field: str
    """``successes`` or ``reasons``."""
    text: str
    source: str
    """Where it comes from."""


def proposals(book: Book, pack: Pack) -> list[Proposal]:
    """What the year has shown and the report does not say yet (E07–E09): what is done, and reviews."""
    report = book.find(Report, book.programme.id)
    said = {
        name: _lines(str(getattr(report, name))) if report else set() for name in ("successes", "reasons")
    }
    done = {step.id for step in pack.status_steps if step.done}
    found = [
        Proposal("successes", " ".join(action.title.split()), f"Færdig på statuspilen · {initiative.name}")
        for initiative in active_initiatives(book)
        for action in actions_of(book, initiative.id)
        if action.status in done and action.title.strip()
    ]
    found += _from_forms(book, pack)
    fresh = [each for each in found if each.text.casefold() not in said[each.field]]
    return list({(each.field, each.text.casefold()): each for each in reversed(fresh)}.values())[::-1]


def _from_forms(book: Book, pack: Pack) -> Iterator[Proposal]:
    """Lines that were written in a form where it asks for what the report asks for."""
    for form in (each for each in pack.forms if not each.confidential):
        asked = [each for each in form.fields if each.prefill in ("successes", "reasons")]
        for entry in book.of(FormEntry):
            for field in asked if entry.form == form.id else ():
                for column in columns_of(form, field):
                    for line in answer(book, entry.id, field.id, column.id).splitlines():
                        if line.strip():
                            yield Proposal(field.prefill, " ".join(line.split()), f"Fra »{form.title}«")


def _lines(text: str) -> set[str]:
    return {line.strip().casefold() for line in text.splitlines()}
