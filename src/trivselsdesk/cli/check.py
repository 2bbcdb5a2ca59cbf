"""`trivselsdesk check`: does the database hold together, and does every programme open?"""

from __future__ import annotations

from pathlib import Path

from trivselsdesk import paths
from trivselsdesk.cli import desk, pack_check, say
from trivselsdesk.cli.arguments import Arguments
from trivselsdesk.cli.say import FAILED, out, plain
from trivselsdesk.domain.danish import format_clock, format_date, plural
from trivselsdesk.domain.phases import phase_index
from trivselsdesk.domain.records import Programme
from trivselsdesk.packs.library import Library
from trivselsdesk.store import backup, opening
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import Store

ABOUT = "se efter, om alt på denne computer er i orden"


def run(argv: list[str]) -> int:
    """Look at everything, change nothing. Returns the exit code: 0 only when all is well."""
    arguments = Arguments(
        "check",
        "[MAPPE]",
        "Ser efter, om databasen er hel, om alle forløb kan åbnes, og om sikkerhedskopierne kan bruges. "
        "Med en mappe: om den er en brugbar procespakke. Intet bliver ændret.",
    )
    arguments.word("MAPPE", "en procespakke")
    options, words = arguments.read(argv, words=1)
    if options.help:
        out(arguments.format_help().rstrip())
        return 0
    if words:
        return pack_check.check_folder(words[0])
    shelf = desk.library()
    faults = [_database(shelf), _backups(), pack_check.say_packs(shelf)]
    out()
    out("Alt er i orden." if not any(faults) else "Noget er ikke i orden. Se ovenfor.")
    return FAILED if any(faults) else 0


def _database(shelf: Library) -> bool:
    """Whether something is wrong with the database."""
    path = paths.database_file()
    out(f"Database: {path}")
    with desk.looking() as store:
        if store is None:
            out("  Der er ingen endnu. Den bliver lavet, når vinduet åbnes første gang.")
            return False
        found = opening.look(path)
        version = found.version if found else 0
        newer = " (fra en nyere udgave, kan kun læses)" if store.closed_to_writing == "newer" else ""
        out(f"  Hel. Skema {version}{newer}, {plural(store.change_count(), 'ændring', 'ændringer')}.")
        programmes = store.programmes()
        bin_count = sum(each.deleted for each in programmes)
        out(f"Forløb: {len(programmes) - bin_count}, og {bin_count} slettede")
        short = desk.short_ids(programmes) if programmes else {}
        states = [_programme(store, shelf, each, short[each.id]) for each in programmes]
        return not all(states)


def _programme(store: Store, shelf: Library, programme: Programme, short: str) -> bool:
    """Whether the programme opens with its process."""
    name = plain(programme.name, 40)
    try:
        book = store.book(programme.id)
        pack = desk.pack_of(store, shelf, programme)
    except StoreError:
        out(f"  {short}  {name}: kan ikke læses. Hent den seneste sikkerhedskopi i vinduet.")
        return False
    if pack is None:
        words = f"{plain(programme.pack_id)} {plain(programme.pack_version)}"
        out(f"  {short}  {name}: processen {words} kan ikke læses. Læg den i mappen {paths.user_pack_dir()}.")
        return False
    phase_index(book, pack)
    records = plural(sum(1 for _ in book.everything()), "post", "poster")
    out(f"  {short}  {name}: {records}, {plain(pack.short_title)} {plain(programme.pack_version)}")
    return True


def _backups() -> bool:
    """Whether a safety copy cannot be used."""
    copies = backup.listed(paths.database_file())
    out(f"Sikkerhedskopier: {len(copies)}")
    states = [_backup(each) for each in copies]
    return not all(states)


def _backup(copy: Path) -> bool:
    when = backup.taken_at(copy)
    words = f"{format_date(when.date())} kl. {format_clock(when.hour * 60 + when.minute)}"
    try:
        with Store.open_to_look(copy) as store:
            count = plural(len(desk.shown(store)), "forløb", "forløb")
    except StoreError as error:
        said = "beskadiget" if error.kind == "damaged" else "kan ikke læses"
        out(f"  {words}: {said} ({copy.name})")
        return False
    out(f"  {words}: {count}, {say.plain(copy.name)}")
    return True
