"""Forms as they stand: what each is about, the times it was filled in, how far it is, what is proposed."""

from __future__ import annotations

from datetime import date, timedelta

from trivselsdesk.domain.answers import is_answered, spoken
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.months import months_on
from trivselsdesk.domain.pack import Form, FormColumn, FormField, Pack
from trivselsdesk.domain.pack.forms import (
    IN_COLUMNS,
    LAST_TIME,
    LINES,
    PER_INITIATIVE,
    PER_PERSON,
    PER_THEME,
    TEXT,
)
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import (
    FormAnswer,
    FormEntry,
    Initiative,
    Note,
    Person,
    Report,
    Theme,
    form_answer_id,
    form_entry_id,
    new_id,
)
from trivselsdesk.domain.standing import hangs

NO_THEME_NAME = "Tema uden navn"

_ONE_COLUMN = (FormColumn(id="", title=""),)


@dataclass(frozen=True)
class Subject:
    """What a form is filled in for. Both are empty for the unit as a whole."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True)
class Beside:
    """Something to look at while a question is answered: where it comes from, and its lines."""

    source: str
    lines: tuple[str, ...]
    proposal: str = ""
    """The text that it can be taken over with; empty where it can only be looked at."""


@dataclass(frozen=True)
class Filled:
    """How many of the answers are there."""

    done: int
    total: int
    missing: int = 0
    """Answers that the process needs and that are not there."""

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.done / self.total if self.total else 0.0


def forms_at(pack: Pack, place: str) -> list[Form]:
    """The forms that lie ready at a place (see ``pack.forms.FORM_PLACES``)."""
    return [form for form in pack.forms if form.place == place]


def form_of(pack: Pack, form_id: str) -> Form | None:
    """The form with that id, or None."""
    return next((form for form in pack.forms if form.id == form_id), None)


def columns_of(form: Form, field: FormField) -> tuple[FormColumn, ...]:
    """The comment columns that a question is answered in; one without id or title where there are none."""
    return form.columns if form.columns and field.kind in IN_COLUMNS and not field.shared else _ONE_COLUMN


def subjects(book: Book, form: Form) -> list[Subject]:
    """What the form is filled in for, in order: the unit, or every initiative, person or theme."""
    if form.per == PER_INITIATIVE:
        return [Subject(each.id, each.name.strip()) for each in active_initiatives(book)]
    if form.per == PER_PERSON:
        return [Subject(each.id, each.name.strip()) for each in book.ranked(Person)]
    if form.per == PER_THEME:
        return [Subject(each.id, _title(each)) for each in _themes(book)]
    return [Subject()]


def _themes(book: Book) -> list[Theme | Note]:
    """The themes that show, those that were chosen first; with them each note that was chosen alone."""
    alone = book.ranked(Note, lambda each: each.chosen and not each.theme_id and hangs(each))
    themes: list[Theme | Note] = [*book.ranked(Theme, lambda each: not each.parked), *alone]
    return sorted(themes, key=lambda each: not each.chosen)


def _title(card: Theme | Note) -> str:
    words = card.name if isinstance(card, Theme) else card.text
    return words.strip() or NO_THEME_NAME


def entries(book: Book, form: Form, subject_id: str = "") -> list[FormEntry]:
    """The times that the form was filled in for something, the first first."""
    found = [each for each in book.of(FormEntry) if each.form == form.id and each.subject_id == subject_id]
    return sorted(found, key=lambda each: (each.day or date.min, each.rank, each.id))


def blank_entry(book: Book, form: Form, subject_id: str, today: date) -> FormEntry:
    """An entry that is not there yet: the first of all, else one more."""
    earlier = entries(book, form, subject_id)
    key = form_entry_id(book.programme.id, form.id, subject_id)
    return FormEntry(
        id=key if not book.find(FormEntry, key) else new_id(),
        programme_id=book.programme.id,
        rank=max((each.rank for each in earlier), default=0.0) + 1.0,
        form=form.id,
        subject_id=subject_id,
        day=today if form.repeat else None,
        sealed=form.confidential,
    )


def entry_at(book: Book, form: Form, subject_id: str, today: date, wanted: str = "") -> FormEntry:
    """The entry to work on: the wanted one, else the latest, else one that is not there yet."""
    known = entries(book, form, subject_id)
    chosen = next((each for each in known if each.id == wanted), None)
    return chosen or (known[-1] if known else blank_entry(book, form, subject_id, today))


def entry_before(book: Book, form: Form, entry: FormEntry) -> FormEntry | None:
    """The time before this one, or None."""
    known = entries(book, form, entry.subject_id)
    place = next((place for place, each in enumerate(known) if each.id == entry.id), len(known))
    return known[place - 1] if place else None


def answer(book: Book, entry_id: str, field: str, column: str = "") -> str:
    """The text of an answer; empty while there is none."""
    found = book.find(FormAnswer, form_answer_id(entry_id, field, column))
    return found.text if found else ""


def filled(book: Book, form: Form, entry_id: str) -> Filled:
    """How much of the form is filled in. Each comment column of a question counts as an answer."""
    done = total = missing = 0
    for field in form.fields:
        for column in columns_of(form, field):
            there = is_answered(field, answer(book, entry_id, field.id, column.id))
            total += 1
            done += there
            missing += field.required and not there
    return Filled(done, total, missing)


def filled_in_all(book: Book, form: Form, today: date) -> Filled:
    """The same for the latest time of everything that the form is about, taken together."""
    parts = [
        filled(book, form, entry_at(book, form, subject.id, today).id) for subject in subjects(book, form)
    ]
    return Filled(
        sum(each.done for each in parts),
        sum(each.total for each in parts),
        sum(each.missing for each in parts),
    )


def entry_words(entry: FormEntry) -> str:
    """»20. maj 2026 · efter sommer«; empty for one without day and name."""
    day = format_date(entry.day) if entry.day else ""
    return " · ".join(each for each in (day, entry.title.strip()) if each)


def beside(
    book: Book, pack: Pack, form: Form, entry: FormEntry, field: FormField, column: str = ""
) -> list[Beside]:
    """What stands beside a question: what the plan or the report says, and last time's answer."""
    found = []
    if field.prefill and field.prefill != LAST_TIME:
        source, text = _written(book, field.prefill, entry.subject_id)
        lines = tuple(line.strip() for line in text.split("\n") if line.strip())
        if lines:
            takes = "\n".join(lines) if field.kind in (TEXT, LINES) else ""
            found.append(Beside(source, lines, takes))
    coming = _by_rhythm(book, form, entry, field)
    if coming is not None:
        found.append(
            Beside("Efter jeres rytme", tuple(spoken(field, coming.isoformat())), coming.isoformat())
        )
    before = entry_before(book, form, entry) if form.repeat else None
    if before is not None:
        text = answer(book, before.id, field.id, column)
        said = spoken(field, text)
        if said:
            day = f", {format_date(before.day)}" if before.day else ""
            found.append(Beside(f"Sidste gang{day}", tuple(said), text if field.prefill == LAST_TIME else ""))
    return found


def _by_rhythm(book: Book, form: Form, entry: FormEntry, field: FormField) -> date | None:
    """The day that the choice of how often leads to, counted from this time's own day."""
    asked = next((each for each in form.fields if field.follows and each.id == field.follows), None)
    if asked is None or entry.day is None:
        return None
    said = {answer(book, entry.id, asked.id, column.id) for column in columns_of(form, asked)}
    choice = next((each for each in asked.choices if each.id in said), None)
    if choice is None or not (choice.days or choice.months):
        return None
    day = months_on(entry.day, choice.months)
    return day + timedelta(days=choice.days) if day else None


def _written(book: Book, prefill: str, subject_id: str) -> tuple[str, str]:
    """Where a prefill comes from, and what stands there."""
    if prefill in ("successes", "reasons"):
        report = book.find(Report, book.programme.id)
        return "Fra afrapporteringen", str(getattr(report, prefill)) if report else ""
    initiative = book.find(Initiative, subject_id)
    if initiative is None:
        return "", ""
    if prefill == "actions":
        titles = [each.title for each in actions_of(book, initiative.id) if each.title.strip()]
        return "Fra handleplanen", "\n".join(titles)
    if prefill == "followup":
        day = format_date(initiative.followup_day) if initiative.followup_day else ""
        words = [day, initiative.followup_place, initiative.followup_owner]
        return "Fra handleplanen", " · ".join(each for each in words if each.strip())
    return "Fra handleplanen", str(getattr(initiative, prefill))
