"""What was agreed as plain tables, for a spreadsheet: the handleplan and the statuspil."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.apv import LACKING, ApvDeed, apv_plan
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.copying import copy_lines
from trivselsdesk.domain.due import due_source
from trivselsdesk.domain.follow import followed, owner_of
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.network import FINDING_WORDS, PART_WORDS, department_of, network
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Action, Initiative, Note, Theme
from trivselsdesk.domain.sheets import first_boards
from trivselsdesk.domain.told import deeds_of, efforts_words, is_marked, status_words, title_of

Cell = str | int | date | None


@dataclass(frozen=True)
class Column:
    """A column. ``wide`` is about how many signs it shows."""

    title: str
    wide: int = 20


@dataclass(frozen=True)
class Tableau:
    """A table with a title of at most 31 signs, which is what a sheet's tab takes."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_PLAN = (
    Column("Nr.", 5),
    Column("Tema", 28),
    Column("Kræver altid handling", 12),
    Column("Hvorfor", 36),
    Column("Mål", 36),
    Column("Tegn", 32),
    Column("Barrierer", 32),
    Column("Vurdering", 18),
    Column("Handling", 40),
    Column("Måde", 28),
    Column("Hvem er med", 24),
    Column("Ansvarlig", 20),
    Column("Hvornår", 12),
    Column("Sådan er det sagt", 18),
    Column("Status", 14),
    Column("Bemærkning", 28),
    Column("Opfølgning", 12),
    Column("Sted", 20),
    Column("Følger op", 18),
    Column("Evaluering", 30),
    Column("Tovholdere", 20),
    Column("Nyt til alle", 28),
    Column("Sat i gang", 12),
)
_STATUS = (
    Column("Aktivitet", 40),
    Column("Tema", 28),
    Column("Måde", 28),
    Column("Hvem er med", 24),
    Column("Tovholder", 20),
    Column("Deadline", 12),
    Column("Sådan er det sagt", 18),
    Column("Hvor langt er vi", 16),
    Column("Bemærkning", 32),
    Column("Over tiden", 10),
)


def plan_tableau(book: Book, pack: Pack, today: date) -> Tableau:
    """The handleplan, a row for each action (001: D72). An initiative without actions has one row."""
    rows: list[tuple[Cell, ...]] = []
    for number, initiative in enumerate(active_initiatives(book), start=1):
        actions: list[Action | None] = [*deeds_of(book, initiative)]
        rows += [_plan_row(book, pack, number, initiative, each) for each in actions or [None]]
    return Tableau("Handleplan", _PLAN, tuple(rows))


def status_tableau(book: Book, pack: Pack, today: date) -> Tableau:
    """The statuspil as a table, a row for each action that is set in motion, the one due first on top.

    With a column for the department of who sees to it, where the process asks for departments.
    """
    rows = tuple(
        (
            line.action.title.strip(),
            title_of(line.initiative),
            line.action.how.strip(),
            line.action.people.strip(),
            line.action.owner.strip(),
            *((department_of(book, owner_of(line)),) if pack.department_label else ()),
            line.action.due,
            line.said,
            status_words(pack, line.action),
            line.action.status_note.strip(),
            "ja" if line.late else "",
        )
        for line in followed(book, pack, today)
    )
    place = next(place for place, each in enumerate(_STATUS, 1) if each.title == "Tovholder")
    asked = (Column(pack.department_label, 20),) if pack.department_label else ()
    return Tableau("Statuspil", (*_STATUS[:place], *asked, *_STATUS[place:]), rows)


def apv_tableau(book: Book, pack: Pack, today: date) -> Tableau:
    """The APV plan, a row for each measure; below it what was seen of sickness absence."""
    form = pack.apv
    if form is None:
        return Tableau("APV-plan", (), ())
    labels = (form.measure_label, form.owner_label, form.time_label, form.followup_label)
    columns = (
        Column(pack.fill(form.problem_label), 30),
        Column("Kræver altid handling", 12),
        Column("Årsag", 36),
        Column("Mål", 36),
        *(Column(pack.fill(each), 28) for each in labels),
        Column("Status", 14),
        Column("Mangler", 24),
    )
    plan = apv_plan(book, pack)
    rows: list[tuple[Cell, ...]] = []
    for line in plan.lines:
        lacks = ", ".join(LACKING[part] for part in line.missing)
        marked = "ja" if line.marked else ""
        for deed in line.deeds or (ApvDeed("", "", ""),):
            facts = (deed.title, deed.owner, deed.time, line.followup, deed.status, lacks)
            rows.append((line.problem, marked, line.cause, line.goal, *facts))
    rows.append((pack.fill(form.sickness_question), "", plan.sickness.strip(), *[""] * 7))
    return Tableau("APV-plan", columns, tuple(rows))


def copy_tableau(book: Book, pack: Pack, today: date) -> Tableau:
    """The copy sheet, a row for each initiative and a column for each box of the other system."""
    sheet = pack.copy_sheet
    if sheet is None:
        return Tableau("Kopiark", (), ())
    rows: dict[str, list[Cell]] = {}
    for line in copy_lines(book, pack):
        rows.setdefault(line.initiative_id, []).append(line.text)
    columns = tuple(Column(pack.fill(each.label), 32) for each in sheet.fields)
    return Tableau("Kopiark", columns, tuple(tuple(each) for each in rows.values()))


_NOTES = (
    Column("Seddel", 60),
    Column("Felt", 24),
    Column("Tema", 30),
    Column("Antal", 8),
    Column("Slags", 14),
    Column("Sted", 14),
)


def notes_tableau(book: Book, pack: Pack, today: date) -> Tableau:
    """What hangs on the boards, a row for each note as it was written; never where one comes from."""
    rows: list[tuple[Cell, ...]] = []
    kinds = {each.id: each.label for each in pack.note_types}
    hanging = book.ranked(Note, lambda each: not each.sealed and not each.joint)
    for board in first_boards(book, pack):
        for zone in board.zones:
            here = (board.id, zone.id)
            notes = [each for each in hanging if (each.board, each.zone) == here]
            for note in notes:
                theme = book.find(Theme, note.theme_id)
                rows.append(
                    (
                        note.text.strip(),
                        zone.title,
                        theme.name.strip() if theme is not None else "",
                        note.said,
                        kinds.get(note.kind, ""),
                        pack.parking_title if note.parked or (theme is not None and theme.parked) else "",
                    )
                )
    return Tableau("Sedler", _NOTES, tuple(rows))


_NETWORK = (
    Column("Emne", 36),
    Column("Person", 24),
    Column("Afdeling", 24),
    Column("Hvordan", 22),
    Column("Møder", 32),
    Column("Se på", 40),
)


def network_tableau(book: Book, pack: Pack, today: date) -> Tableau:
    """The samarbejdskort, a row for each person in each subject; a subject without anybody has one row."""
    net = network(book)
    rows: list[tuple[Cell, ...]] = []
    for subject in net.subjects:
        about = dict.fromkeys(
            each.kind for each in net.findings if each.initiative_id == subject.initiative_id
        )
        sittings = ", ".join(each.title for each in subject.sittings)
        marks = ", ".join(FINDING_WORDS[kind] for kind in about)
        people: list[tuple[str, str, str]] = [
            (part.name, part.department, ", ".join(PART_WORDS[role] for role in part.roles))
            for part in subject.parts
        ]
        rows += [(subject.title, *person, sittings, marks) for person in people or [("", "", "")]]
    return Tableau("Samarbejdskort", _NETWORK, tuple(rows))


def _plan_row(
    book: Book, pack: Pack, number: int, initiative: Initiative, action: Action | None
) -> tuple[Cell, ...]:
    done: tuple[Cell, ...] = ("", "", "", "", None, "", "", "")
    if action is not None:
        done = (
            action.title.strip(),
            action.how.strip(),
            action.people.strip(),
            action.owner.strip(),
            action.due,
            due_source(book, action),
            status_words(pack, action) if initiative.launched else "",
            action.status_note.strip(),
        )
    return (
        number,
        initiative.name.strip(),
        "ja" if is_marked(book, initiative) else "",
        initiative.why.strip(),
        initiative.goal.strip(),
        initiative.signs.strip(),
        initiative.barriers.strip(),
        efforts_words(pack, initiative).replace("\n", ", "),
        *done,
        initiative.followup_day,
        initiative.followup_place.strip(),
        initiative.followup_owner.strip(),
        initiative.evaluation.strip(),
        initiative.leads.strip(),
        initiative.news.strip(),
        initiative.launched,
    )
