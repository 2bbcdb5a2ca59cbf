"""The database as the command line sees it: opened to look, programmes found by what people call them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trivselsdesk import paths
from trivselsdesk.cli import say
from trivselsdesk.cli.say import FAILED, Stop
from trivselsdesk.domain.own_words import own_texts
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Programme
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.library import Library
from trivselsdesk.packs.own import own_pack
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.lock import InstanceLock
from trivselsdesk.store.store import Store

SHORT = 8
"""Signs of an id that are shown; more when two programmes share them."""
LEAST = 4
"""Signs of an id that are enough to name a programme."""


def library() -> Library:
    """The process packs of this machine."""
    return Library(paths.pack_dirs())


@contextmanager
def looking() -> Iterator[Store | None]:
    """The database to read from, also while a window has it open; None when there is none yet.

    Nothing in the data folder is changed. Raises Stop.
    """
    path = paths.database_file()
    if not path.exists():
        yield None
        return
    try:
        with Store.open_to_look(path) as store:
            yield store
    except StoreError as error:
        # A window may keep even readers away; then that is what to say.
        if error.kind != "damaged" and _window_open():
            raise Stop(say.WINDOW_OPEN, FAILED) from error
        raise Stop(say.READING.get(error.kind, say.READING_FAILED), FAILED) from error


@contextmanager
def writing() -> Iterator[Store]:
    """The database to write to, ours alone. Raises Stop."""
    lock = InstanceLock(paths.data_dir())
    try:
        if not lock.acquire():
            raise Stop(say.WINDOW_OPEN, FAILED)
        with Store.open(paths.database_file()) as store:
            if store.readonly:
                raise StoreError(store.closed_to_writing)
            store.verify()
            yield store
    except StoreError as error:
        raise Stop(say.WRITING.get(error.kind, say.WRITING_FAILED), FAILED) from error
    finally:
        lock.release()


def _window_open() -> bool:
    lock = InstanceLock(paths.data_dir())
    try:
        return not lock.acquire()
    except StoreError:
        return False
    finally:
        lock.release()


def shown(store: Store) -> list[Programme]:
    """The programmes that are not in the bin, newest first."""
    return [each for each in store.programmes() if not each.deleted]


def short_ids(programmes: list[Programme]) -> dict[str, str]:
    """A short name for each id, long enough to tell them apart."""
    for length in range(SHORT, 33):
        short = {each.id: each.id[:length] for each in programmes}
        if len(set(short.values())) == len(programmes):
            break
    return short


def find(programmes: list[Programme], wanted: str) -> Programme:
    """The programme that somebody means by its name, a part of it, or its id. Raises Stop."""
    asked = " ".join(wanted.casefold().split())
    by_id = [each for each in programmes if len(asked) >= LEAST and each.id.startswith(asked)]
    exact = [each for each in programmes if " ".join(each.name.casefold().split()) == asked]
    part = [each for each in programmes if asked and asked in " ".join(each.name.casefold().split())]
    found = next((each for each in (by_id, exact, part) if each), [])
    if len(found) == 1:
        return found[0]
    if not found:
        raise Stop(f"Vi finder intet forløb, der hedder »{say.plain(wanted)}«. Se dem alle med »list«.")
    short = short_ids(programmes)
    names = [f"  {short[each.id]}  {say.plain(each.name)}" for each in found]
    raise Stop("\n".join([f"»{say.plain(wanted)}« passer på flere forløb. Skriv nummeret på ét:", *names]))


def pack_files(store: Store, shelf: Library, programme: Programme) -> dict[str, str]:
    """The text of the programme's process; empty when it is not on this machine. Raises StoreError."""
    files = store.pack_files(programme.pack_id, programme.pack_version)
    if files:
        return files
    found = shelf.find(programme.pack_id)
    return found.files if found else {}


def pack_of(store: Store, shelf: Library, programme: Programme) -> Pack | None:
    """The programme's process; None when its text is missing or cannot be read. Raises StoreError."""
    files = pack_files(store, shelf, programme)
    try:
        return own_pack(files, own_texts(store.book(programme.id))).pack if files else None
    except PackErrors:
        return None


def file_to_read(text: str, what: str) -> Path:
    """A file that the user names. Raises Stop when it is not there."""
    path = Path(text)
    if not path.is_file():
        raise Stop(f"Vi finder ikke {what} »{text}«. Se efter, om stien er rigtig.")
    return path
