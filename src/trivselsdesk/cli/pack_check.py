"""`trivselsdesk packs check`: is a folder a process pack that can be used, and if not, what to mend?"""

from __future__ import annotations

from pathlib import Path

from trivselsdesk.cli.arguments import Arguments
from trivselsdesk.cli.say import FAILED, Stop, out, plain
from trivselsdesk.domain.danish import plural
from trivselsdesk.packs.errors import PackError, PackErrors
from trivselsdesk.packs.files import PACK_FILE
from trivselsdesk.packs.library import Library
from trivselsdesk.packs.loader import load_pack

ABOUT = "se efter, om en procespakke kan bruges: »packs check MAPPE«"


def run(argv: list[str]) -> int:
    """Check a folder. Returns the exit code."""
    arguments = Arguments(
        "packs", "check MAPPE", "Finder fejl i en procespakke: fil, linje og hvad der skal rettes."
    )
    arguments.word("MAPPE", "en procespakke, eller en mappe med flere")
    options, words = arguments.read(argv, words=2)
    if options.help:
        out(arguments.format_help().rstrip())
        return 0
    if words[:1] != ["check"]:
        raise Stop(f"Skriv »packs check MAPPE«. {arguments.hint()}")
    if len(words) < 2:
        raise Stop(f"Der mangler en mappe. {arguments.hint()}")
    return check_folder(words[1])


def check_folder(text: str) -> int:
    """Say whether the pack, or every pack, in a folder can be used. Returns the exit code."""
    folder = Path(text)
    if not folder.is_dir():
        raise Stop(f"Mappen »{text}« findes ikke. Se efter, om stien er rigtig.")
    # A folder of packs has no pack.toml of its own.
    if not (folder / PACK_FILE).exists() and any(folder.glob(f"*/{PACK_FILE}")):
        return FAILED if say_packs(Library([folder])) else 0
    try:
        pack = load_pack(folder)
    except PackErrors as errors:
        _say_faults(folder, errors.errors)
        return FAILED
    items = sum(len(meeting.items) for meeting in pack.meetings)
    meetings = plural(len(pack.meetings), "møde", "møder")
    words = f"{meetings}, {plural(items, 'punkt', 'punkter')}"
    out(f"»{plain(pack.title)}« {plain(pack.version)} kan bruges: {words}.")
    return 0


def say_packs(library: Library) -> bool:
    """Print the packs of a library. Returns whether one of them cannot be used."""
    out(f"Procespakker: {len(library.packs)}")
    for shelf in library.packs:
        out(f"  {plain(shelf.pack.title)} {plain(shelf.pack.version)}: kan bruges")
    for faulty in library.faulty:
        _say_faults(faulty.folder, faulty.errors)
    return bool(library.faulty)


def _say_faults(folder: Path, errors: tuple[PackError, ...]) -> None:
    out(f"{folder} kan ikke bruges: {plural(len(errors), 'fejl', 'fejl')}")
    for error in errors:
        out(f"  {error}")
