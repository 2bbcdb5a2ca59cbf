"""`trivselsdesk import`: a file that somebody handed on becomes a programme on this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from trivselsdesk.cli import desk, say
from trivselsdesk.cli.arguments import Arguments
from trivselsdesk.cli.say import FAILED, Stop, out, plain
from trivselsdesk.domain.commands.desk import AddProgramme, copied
from trivselsdesk.domain.records import Programme, Record
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.loader import parse_pack
from trivselsdesk.store.errors import FileRefused
from trivselsdesk.store.exchange import Handed, read_programme
from trivselsdesk.store.handed import MAX_BYTES
from trivselsdesk.store.store import Store

ABOUT = "læg et forløb fra en fil ind på denne computer"


def run(argv: list[str]) -> int:
    """Take one file in. Returns the exit code."""
    arguments = Arguments(
        "import",
        "FIL",
        "Lægger et forløb fra en fil ind. Vinduet skal være lukket. Intet overskrives.",
    )
    arguments.word("FIL", "en fil, der ender på .trivsel")
    options, words = arguments.read(argv, words=1)
    if options.help:
        out(arguments.format_help().rstrip())
        return 0
    if not words:
        raise Stop(f"Der mangler en fil. {arguments.hint()}")
    path = desk.file_to_read(words[0], "filen")
    handed = _read(path)
    with desk.writing() as store:
        handed = _with_process(store, handed, path.name)
        store.back_up("import")
        if handed.pack_files:
            store.keep_pack(handed.pack_id, handed.pack_version, handed.pack_files)
        records = _as_own(store, handed)
        programme = _programme(records)
        store.run(AddProgramme(programme_id=programme.id, records=records))
        out(f"»{plain(programme.name)}« er lagt ind som {desk.short_ids(desk.shown(store))[programme.id]}.")
    return 0


def _read(path: Path) -> Handed:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileRefused("too_large")
        return read_programme(path.read_bytes())
    except OSError as error:
        sentence = "Vi kan ikke læse »{name}«. Intet er ændret. Se efter, om du må åbne den."
        raise Stop(sentence.format(name=plain(path.name)), FAILED) from error
    except FileRefused as refusal:
        raise Stop(_refused(refusal.reason, path.name), FAILED) from refusal


def _with_process(store: Store, handed: Handed, name: str) -> Handed:
    """The file with a process that can be read here, safe beside the ones we have."""
    if not handed.pack_files:
        if desk.library().find(handed.pack_id) is None:
            raise Stop(_refused("process", name), FAILED)
        return handed
    try:
        parse_pack(handed.pack_files)
    except PackErrors as errors:
        raise Stop(_refused("process", name), FAILED) from errors
    known = store.pack_files(handed.pack_id, handed.pack_version)
    shelf = desk.library().find(handed.pack_id)
    if not known and shelf is not None and shelf.pack.version == handed.pack_version:
        known = shelf.files
    return handed.settled(known)


def _as_own(store: Store, handed: Handed) -> tuple[Record, ...]:
    """The records under fresh ids and a name that no other programme has."""
    records = copied(handed.records)
    programme = _programme(records)
    taken = {each.name for each in desk.shown(store)}
    name, number = programme.name, 1
    while name in taken:
        number += 1
        name = f"{programme.name} ({number})"
    own = replace(programme, name=name, deleted=False)
    return tuple(own if each is programme else each for each in records)


def _programme(records: tuple[Record, ...]) -> Programme:
    return next(each for each in records if isinstance(each, Programme))


def _refused(reason: str, name: str) -> str:
    return say.REFUSED.get(reason, say.REFUSED_DAMAGED).format(name=plain(name))
