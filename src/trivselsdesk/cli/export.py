"""`trivselsdesk export`: a document, or the whole programme as a file to hand on."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from trivselsdesk import paths
from trivselsdesk.cli import desk, say
from trivselsdesk.cli.arguments import Arguments
from trivselsdesk.cli.say import FAILED, TOO_LONG, Stop, out
from trivselsdesk.documents import ics
from trivselsdesk.documents.catalogue import (
    DOCUMENTS,
    EMPTY,
    FORM,
    POSTER,
    SINCE,
    Document,
    beside,
    document,
    name_of,
    offered,
)
from trivselsdesk.documents.errors import DocumentError, TooLong
from trivselsdesk.documents.sheets import CSV, SHEETS, XLSX, make_sheet, sheets_of
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import join_names, plural
from trivselsdesk.domain.forms import entry_at, form_of, subjects
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.example_text import process_of
from trivselsdesk.store.errors import FileRefused, StoreError
from trivselsdesk.store.exchange import ENDING, export_programme, write_safely

ABOUT = "gem et dokument som PDF eller tekst, en tabel til regneark eller et helt forløb"
CALENDAR = "kalender"
"""The word for the calendar file of the årshjul."""
HANDED = "trivsel"
"""The word for the file that is handed on."""
EXAMPLE_STAGE = "follow"
"""The last stage: everything that can be printed is written by then."""


@dataclass(frozen=True)
class _Source:
    """What is printed: a programme with its process at a moment."""

    book: Book
    pack: Pack | None
    files: dict[str, str]
    now: datetime


def run(argv: list[str]) -> int:
    """Write one file. Returns the exit code."""
    arguments = _arguments()
    options, words = arguments.read(argv, words=2)
    if options.help:
        out(arguments.format_help().rstrip())
        return 0
    if options.example and len(words) > 1:
        raise Stop(f"Skriv enten et forløb eller --example. {arguments.hint()}")
    needed = 1 if options.example else 2
    if len(words) < needed:
        missing = "et forløb og et dokument" if not words and needed == 2 else "et dokument"
        raise Stop(f"Der mangler {missing}: {_ids()}. {arguments.hint()}")
    kind = words[-1].casefold()
    if options.csv or options.xlsx:
        _table(kind, words, options)
        return 0
    known = (CALENDAR, HANDED, *(each.id for each in DOCUMENTS))
    if kind not in known and not kind.startswith(FORM):
        raise Stop(f"Dokumentet »{say.plain(words[-1])}« findes ikke. Vælg {_ids()}.")
    with _example() if options.example else _own(words[0]) as source:
        data, name = _make(kind, source, text=options.text)
        too_long = _too_long(kind, source)
    _write(data, options.out, name)
    for line in too_long:
        say.err(line)
    return 0


def _arguments() -> Arguments:
    arguments = Arguments(
        "export", "FORLØB DOKUMENT [-o FIL]", "Gemmer et dokument som PDF, eller et helt forløb som fil."
    )
    arguments.word("FORLØB", "navnet, en del af det eller nummeret fra »list«")
    arguments.word("DOKUMENT", _ids())
    arguments.choice("-o", "--out", value="FIL", about="fil eller mappe at gemme i; uden: mappen her")
    arguments.flag("--text", "gem som ren tekst i stedet for PDF (kun referatet)")
    arguments.flag("--csv", f"gem en tabel til regneark: {_tables()}")
    arguments.flag("--xlsx", "gem den som Excel-fil med de andre tabeller på ark for sig")
    arguments.flag("--example", "brug eksemplet Børnehuset Kastanjen i stedet for et forløb")
    return arguments


def _ids() -> str:
    *others, last = (*(each.id for each in DOCUMENTS), CALENDAR, HANDED)
    return f"{', '.join(others)}, {FORM}NAVN, {FORM}NAVN{EMPTY} eller {last}"


def _tables() -> str:
    *others, last = (each.id for each in SHEETS)
    return f"{', '.join(others)} eller {last}"


def _table(kind: str, words: list[str], options: Namespace) -> None:
    """Write a table as CSV or XLSX. Raises Stop for anything that is in the way."""
    if options.text or (options.csv and options.xlsx):
        raise Stop("Vælg kun én af --csv, --xlsx og --text. Intet er gemt.")
    if kind not in (each.id for each in SHEETS):
        raise Stop(f"Tabellen »{say.plain(words[-1])}« findes ikke. Vælg {_tables()}.")
    ending = CSV if options.csv else XLSX
    with _example() if options.example else _own(words[0]) as source:
        if source.pack is None:
            raise Stop("Forløbets proces kan ikke læses her. Intet er gemt. Hent den nyeste udgave.", FAILED)
        if kind not in (each.id for each in sheets_of(source.pack)):
            titles = join_names(each.id for each in sheets_of(source.pack))
            raise Stop(f"Forløbets proces har ikke den tabel. Den har: {titles}.")
        try:
            data = make_sheet(source.book, source.pack, source.now, kind, ending)
        except DocumentError as error:
            raise Stop(str(error), FAILED) from error
        title = next(each.title for each in SHEETS if each.id == kind)
        name = name_of(title, source.book, ending)
    _write(data, options.out, name)


@contextmanager
def _own(wanted: str) -> Iterator[_Source]:
    with desk.looking() as store:
        programmes = desk.shown(store) if store is not None else []
        if store is None or not programmes:
            raise Stop("Der er ingen forløb på denne computer endnu. Lav ét i vinduet, eller brug --example.")
        programme = desk.find(programmes, wanted)
        shelf = desk.library()
        yield _Source(
            store.book(programme.id),
            desk.pack_of(store, shelf, programme),
            desk.pack_files(store, shelf, programme),
            datetime.now(),
        )


@contextmanager
def _example() -> Iterator[_Source]:
    try:
        text = paths.example_file().read_text(encoding="utf-8")
        shelf = desk.library().find(process_of(text))
    except (OSError, ValueError):
        text, shelf = "", None
    if shelf is None or not text:
        raise Stop("Eksemplet følger ikke med denne udgave. Installér programmet igen.", FAILED)
    records = build_example(shelf.pack, text, EXAMPLE_STAGE)
    yield _Source(Book(records), shelf.pack, shelf.files, STAGES[EXAMPLE_STAGE])


def _make(kind: str, source: _Source, *, text: bool = False) -> tuple[bytes, str]:
    """The bytes, and a name to propose for them."""
    if text and (kind in (CALENDAR, HANDED) or kind.startswith(FORM) or document(kind).text is None):
        titles = join_names(each.id for each in DOCUMENTS if each.text is not None)
        raise Stop(f"Som ren tekst kan kun gemmes: {titles}. Intet er gemt.")
    if kind == HANDED:
        return _handed(source)
    if source.pack is None:
        raise Stop("Forløbets proces kan ikke læses her. Intet er gemt. Hent den nyeste udgave.", FAILED)
    if kind == CALENDAR:
        return ics.make(source.book, source.pack, source.now), ics.file_name(source.book)
    has = offered(source.pack, source.book)
    # In a first round »Siden sidst« says itself that there is nothing yet.
    if not kind.startswith(FORM) and kind not in (SINCE, *(each.id for each in has)):
        titles = join_names(each.title for each in has)
        raise Stop(f"Forløbets proces har ikke det dokument. Den har: {titles}.")
    chosen = _form(kind, source.pack) if kind.startswith(FORM) else document(kind)
    try:
        make = chosen.text if text and chosen.text is not None else chosen.make
        return make(source.book, source.pack, source.now), chosen.file_name(source.book, text=text)
    except TooLong as error:
        raise Stop(str(error), TOO_LONG) from error
    except DocumentError as error:
        raise Stop(str(error), FAILED) from error


def _form(kind: str, pack: Pack) -> Document:
    """The document of a form. Raises Stop when the process has no such form."""
    try:
        return next(each for each in beside(pack, kind) if each.id == kind)
    except (KeyError, StopIteration):
        forms = join_names(f"{FORM}{each.id}" for each in pack.forms)
        has = f"Den har: {forms}." if forms else "Den har ingen skemaer."
        raise Stop(f"Forløbets proces har ikke skemaet »{say.plain(kind)}«. {has}") from None


def _too_long(kind: str, source: _Source) -> list[str]:
    """A sentence for each sheet of a filled-in form that takes more pages than it may."""
    named = kind.removeprefix(FORM)
    if source.pack is None or not kind.startswith(FORM) or named.endswith((EMPTY, POSTER)):
        return []
    form = form_of(source.pack, named)
    if form is None or not form.max_pages:
        return []
    from trivselsdesk.documents.forms import fill_of

    found = []
    for subject in subjects(source.book, form):
        entry = entry_at(source.book, form, subject.id, source.now.date())
        fill = fill_of(source.book, source.pack, form, subject, entry)
        if fill is not None and fill.lines_over:
            about = f"{form.title} – {subject.title}" if subject.title else form.title
            pages = plural(form.max_pages, "side", "sider")
            found.append(f"»{say.plain(about)}« fylder mere end {pages}. Forkort ca. {fill.over_words()}.")
    return found


def _handed(source: _Source) -> tuple[bytes, str]:
    pattern = DOCUMENTS[0].file_name(source.book)
    name = pattern.removeprefix(DOCUMENTS[0].title).removeprefix(" – ").removesuffix(".pdf") or "Forløb"
    try:
        return export_programme(source.book, source.files, source.now), name + ENDING
    except FileRefused as refusal:
        raise Stop(
            "Forløbet rummer mere, end en fil kan. Intet er gemt. Gør de længste tekster kortere.", FAILED
        ) from refusal


def _write(data: bytes, target: str | None, name: str) -> None:
    path = Path(target or ".")
    path = path / name if path.is_dir() else path
    try:
        write_safely(path, data)
    except StoreError as error:
        sentence = say.SAVING.get(error.kind, say.SAVING_FAILED)
        code = say.MISUSED if error.kind == "folder" else FAILED
        raise Stop(sentence.format(folder=path.parent, name=path.name), code) from error
    out(f"Gemt: {path}")
