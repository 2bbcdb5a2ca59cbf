"""`trivselsdesk list`: the programmes on this machine."""

from __future__ import annotations

from trivselsdesk.cli import desk
from trivselsdesk.cli.arguments import Arguments
from trivselsdesk.cli.say import err, out, plain, table
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_clock, format_date
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.phases import phase_index

ABOUT = "vis alle forløb på denne computer"


def run(argv: list[str]) -> int:
    """Print one line for each programme. Returns the exit code."""
    arguments = Arguments("list", "", "Viser alle forløb: nummer, navn, fase og mødets dag.")
    options, _ = arguments.read(argv, words=0)
    if options.help:
        out(arguments.format_help().rstrip())
        return 0
    with desk.looking() as store:
        programmes = desk.shown(store) if store is not None else []
        if store is None or not programmes:
            out("Der er ingen forløb på denne computer endnu.")
            return 0
        shelf = desk.library()
        short = desk.short_ids(programmes)
        rows = [("nummer", "navn", "fase", "møde")]
        for programme in programmes:
            book = store.book(programme.id)
            phase = "afsluttet" if programme.closed else _phase(book, desk.pack_of(store, shelf, programme))
            rows.append((short[programme.id], plain(programme.name, 40), phase, _meeting(book)))
        for line in table(rows):
            out(line)
        if store.closed_to_writing == "newer":
            err("Forløbene er lavet i en nyere udgave af Trivselsdesk. Noget vises måske ikke her.")
    return 0


def _phase(book: Book, pack: Pack | None) -> str:
    if pack is None or not pack.phases:
        return "ukendt proces"
    return pack.phases[phase_index(book, pack)].title


def _meeting(book: Book) -> str:
    meeting = next(iter(book.meetings()), None)
    if meeting is None or meeting.day is None:
        return "ingen dato"
    return f"{format_date(meeting.day)} kl. {format_clock(meeting.start)}"
