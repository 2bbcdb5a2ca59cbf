"""How a programme comes onto the list: from a process, from the example, as a copy, or from a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from trivselsdesk import paths
from trivselsdesk.domain.book import NotThere
from trivselsdesk.domain.commands.cycle import BeginCycle
from trivselsdesk.domain.commands.desk import AddProgramme, copied
from trivselsdesk.domain.cycle import new_cycle as new_cycle_records
from trivselsdesk.domain.own_words import VARIABLE, override_id
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import ClockState, GroupWork, Override, Programme, Record, SlotLog, ToolState
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.example_text import process_of
from trivselsdesk.packs.loader import parse_pack
from trivselsdesk.store.errors import FileRefused, StoreError
from trivselsdesk.store.exchange import read_programme
from trivselsdesk.store.handed import MAX_BYTES
from trivselsdesk.ui.bridge import Bridge

EXAMPLE_STAGE = "plan"
ORGANISATION = "organisation"
"""The variable of a process that names the municipality or organisation."""


class CannotOpen(Exception):
    """A file that cannot be opened. ``reason`` is a key of file_words.REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def new(
    bridge: Bridge,
    pack_id: str,
    name: str,
    organisation: str = "",
    occasion: tuple[str, str] = ("", ""),
) -> str:
    """A fresh programme. Returns its id, or nothing when it could not be written.

    ``organisation`` takes the place of the process's own, where it has one. ``occasion`` is the id of one of
    the process's, or the unit's own words.
    """
    shelf = bridge.library.find(pack_id)
    if shelf is None:
        return ""
    records = new_programme(shelf.pack, name, bridge.now())
    begun = _programme(records)
    why = replace(begun, occasion=occasion[0], own_occasion=occasion[1])
    records = tuple(why if each is begun else each for each in records)
    usual = usual_organisation(shelf.pack)
    if organisation and usual is not None and organisation != usual:
        records += (_own_word(_programme(records).id, VARIABLE + ORGANISATION, organisation),)
    return _add(bridge, shelf.pack, shelf.files, records)


def usual_organisation(pack: Pack) -> str | None:
    """What the process calls the organisation, or None where it does not name any."""
    return next((each.default for each in pack.variables if each.id == ORGANISATION), None)


def _own_word(programme_id: str, key: str, text: str) -> Override:
    return Override(id=override_id(programme_id, key), programme_id=programme_id, key=key, text=text)


def example(bridge: Bridge) -> str:
    """A copy of the example, in the midst of its meeting now. Returns its id, or nothing."""
    text = paths.example_file().read_text(encoding="utf-8")
    shelf = bridge.library.find(process_of(text))
    if shelf is None:
        return ""
    records = build_example(shelf.pack, text, EXAMPLE_STAGE, paused=True, moment=bridge.now())
    return _add(bridge, shelf.pack, shelf.files, _named(bridge, records, "{name}"))


def copy(bridge: Bridge, programme_id: str, pattern: str) -> str:
    """A copy of a programme under a name made with ``pattern``. Returns its id, or nothing.

    How a meeting went in time belongs to that meeting alone: the copy's clock has not been started.
    """
    whole = bridge.book(programme_id).everything()
    passing = (ClockState, SlotLog, GroupWork, ToolState)
    records = copied(each for each in whole if not isinstance(each, passing))
    programme = _programme(records)
    fresh = replace(programme, closed=False, created=bridge.now().isoformat(timespec="seconds"))
    records = tuple(fresh if each is programme else each for each in records)
    return _run(bridge, _named(bridge, records, pattern))


def new_cycle(bridge: Bridge, programme_id: str, name: str, keep_roles: bool, keep_agenda: bool) -> str:
    """The round after a programme, by the process as it lies on the shelf, else as it was kept.

    Returns its id, or nothing when it could not be written.
    """
    old, old_pack = bridge.book(programme_id), bridge.pack(programme_id)
    shelf = bridge.library.find(old.programme.pack_id)
    if shelf is not None:
        pack, files = shelf.pack, shelf.files
    else:
        # The texts as they were made, not in the unit's own words: those come along beside them.
        files = bridge.store.pack_files(old.programme.pack_id, old.programme.pack_version)
        known = parse_pack(files) if files else old_pack
        pack = replace(known, id=old.programme.pack_id, version=old.programme.pack_version)
    records = new_cycle_records(
        old, old_pack, pack, name, bridge.now(), keep_roles=keep_roles, keep_agenda=keep_agenda
    )
    key = _programme(records).id
    try:
        if files:
            bridge.keep_pack(pack, files)
    except StoreError as error:
        bridge.failed.emit(error.kind)
        return ""
    return key if bridge.run(BeginCycle(programme_id=key, records=records)) else ""


def from_file(bridge: Bridge, path: Path) -> str:
    """The programme of a file, as one of our own. Returns its id, or nothing when it could not be
    written. Raises CannotOpen; then nothing was changed.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotOpen("too_large")
        handed = read_programme(path.read_bytes())
    except OSError as error:
        raise CannotOpen("unreadable") from error
    except FileRefused as refusal:
        raise CannotOpen(refusal.reason) from refusal
    files = handed.pack_files
    if files:
        handed = handed.settled(bridge.known_texts(handed.pack_id, handed.pack_version))
        try:
            pack = replace(parse_pack(files), id=handed.pack_id, version=handed.pack_version)
        except PackErrors as errors:
            raise CannotOpen("process") from errors
    else:
        shelf = bridge.library.find(handed.pack_id)
        if shelf is None:
            raise CannotOpen("process")
        pack, files = shelf.pack, {}
    records = copied(handed.records)
    programme = _programme(records)
    here = {each.id for each in bridge.programmes()}
    previous = programme.previous_id if programme.previous_id in here else ""
    ours = replace(programme, deleted=False, previous_id=previous)
    records = tuple(ours if each is programme else each for each in records)
    return _add(bridge, pack, files, _named(bridge, records, "{name}"))


def _add(bridge: Bridge, pack: Pack, files: dict[str, str], records: tuple[Record, ...]) -> str:
    try:
        if files:
            bridge.keep_pack(pack, files)
    except StoreError as error:
        bridge.failed.emit(error.kind)
        return ""
    return _run(bridge, records)


def _run(bridge: Bridge, records: tuple[Record, ...]) -> str:
    programme_id = _programme(records).id
    return programme_id if bridge.run(AddProgramme(programme_id=programme_id, records=records)) else ""


def _programme(records: tuple[Record, ...]) -> Programme:
    for each in records:
        if isinstance(each, Programme):
            return each
    raise NotThere("Programme")


def _named(bridge: Bridge, records: tuple[Record, ...], pattern: str) -> tuple[Record, ...]:
    """The records under a name that no other programme has."""
    programme = _programme(records)
    taken = {each.name for each in bridge.programmes() if not each.deleted}
    wanted = name = pattern.format(name=programme.name)
    number = 1
    while name in taken:
        number += 1
        name = f"{wanted} ({number})"
    return tuple(replace(programme, name=name) if each is programme else each for each in records)
