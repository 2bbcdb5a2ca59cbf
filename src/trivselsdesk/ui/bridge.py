"""The only door between the window and the store: commands in, committed changes out."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.own_words import own_texts, with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Programme
from trivselsdesk.domain.sealed import clear_book
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.library import Library
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import DESK, ChangeSet, Parts, StepName, Store
from trivselsdesk.ui import sentences
from trivselsdesk.ui.moment import Moment
from trivselsdesk.ui.patience import Patience, Stopped

if TYPE_CHECKING:
    from trivselsdesk.store.sealing import Key

__all__ = ["DESK", "Bridge"]

MOST_PACKS = 40
UNFIT = "unfit"
"""Kind of StoreError about a text itself, not about the disk."""


class Bridge(QObject):
    """Runs commands and tells every view what was committed.

    A view changes only when ``changed`` reaches it, which is after the commit. ``refused`` carries
    a Danish sentence about a command that may not be carried out, ``failed`` the kind of a
    StoreError; in both cases nothing was changed and what the user typed must stay where it is.
    """

    changed = Signal(ChangeSet)
    refused = Signal(str)
    failed = Signal(str)
    recovered = Signal()

    def __init__(self, store: Store, library: Library, moment: Moment | None = None) -> None:
        super().__init__()
        self.store = store
        self.library = library
        self.moment = moment or Moment()
        self.saved_at: datetime | None = None
        """When something was last written."""
        self.unwritten: dict[str, Command] = {}
        """What could not be written, by ``Command.retry_key``, oldest first. What somebody typed waits
        here until it can be, and is written before anything else; of gestures (no key) only the last
        waits, for ``try_again``."""
        self._kind = ""
        """Why the last command could not be written: a kind of StoreError."""
        self._packs: dict[tuple[str, str, tuple[tuple[str, str], ...]], Pack] = {}
        self._keys: dict[str, Key] = {}
        self.patience = Patience(self)

    # Reading

    def now(self) -> datetime:
        """Local date and time."""
        return self.moment.now()

    def today(self) -> date:
        """Today, local."""
        return self.moment.today()

    def seconds(self) -> float:
        """Seconds since 1970, UTC."""
        return self.moment.seconds()

    def programmes(self) -> list[Programme]:
        """Every programme, also finished and deleted ones, newest first."""
        return self.store.programmes()

    def book(self, programme_id: str) -> Book:
        """The programme's records. Read only: changes go through ``run``."""
        return self.store.book(programme_id)

    def opened_book(self, programme_id: str) -> Book:
        """The same with the words of confidential forms while they are open; never to be written."""
        book, key = self.book(programme_id), self._keys.get(programme_id)
        return clear_book(book, key.unseal) if key is not None else book

    def key_of(self, programme_id: str) -> Key | None:
        """The key of the confidential forms while they are open."""
        return self._keys.get(programme_id)

    def keep_key(self, programme_id: str, key: Key | None) -> None:
        """Hold the key of the programme's confidential forms while they are open; None lets go of it."""
        if key is None:
            self._keys.pop(programme_id, None)
        else:
            self._keys[programme_id] = key

    def pack(self, programme_id: str) -> Pack:
        """The process that the programme was made with, in the unit's own words.

        It is the version that the programme was made with. Raises PackErrors when its kept text
        cannot be read and KeyError when it is unknown.
        """
        book = self.book(programme_id)
        programme, texts = book.programme, own_texts(book)
        key = (programme.pack_id, programme.pack_version, tuple(sorted(texts.items())))
        if key not in self._packs:
            if len(self._packs) >= MOST_PACKS:
                # Each word that is typed in a process makes another one.
                self._packs.clear()
            self._packs[key] = self._read_pack(programme, texts)
        return with_own_words(self._packs[key], book)

    def _read_pack(self, programme: Programme, texts: dict[str, str]) -> Pack:
        files = self.store.pack_files(programme.pack_id, programme.pack_version)
        if not files:
            shelf = self.library.find(programme.pack_id)
            if shelf is None:
                raise KeyError(programme.pack_id)
            files = shelf.files
        # What is kept is read by itself: asking the shelf would read every process there is.
        if not texts:
            return self.library.same_pack(files)
        from trivselsdesk.packs.own import own_pack

        return own_pack(files, texts).pack

    def pack_texts(self, programme_id: str) -> dict[str, str]:
        """The files of the process that the programme was made with, as they came; empty when not here."""
        programme = self.book(programme_id).programme
        kept = self.store.pack_files(programme.pack_id, programme.pack_version)
        shelf = self.library.find(programme.pack_id)
        return kept or (shelf.files if shelf else {})

    def known_pack(self, programme_id: str) -> Pack | None:
        """The same, or None when its text cannot be read or is not on this machine."""
        try:
            return self.pack(programme_id)
        except (PackErrors, KeyError):
            return None

    def known_texts(self, pack_id: str, version: str) -> dict[str, str]:
        """The texts of a pack in that version, as kept with a programme or as they lie on the shelf."""
        kept = self.store.pack_files(pack_id, version)
        shelf = self.library.find(pack_id)
        if not kept and shelf is not None and shelf.pack.version == version:
            return shelf.files
        return kept

    def setting(self, key: str, default: str = "") -> str:
        """A remembered choice of this machine."""
        return self.store.setting(key, default)

    # Writing

    def run(self, command: Command, before: Generator[float, None, None] | None = None) -> bool:
        """Carry a command out. False when it was refused or could not be written.

        With ``before`` it may be a long one: that is work to do first, and the window stays alive until
        everything is ready to be written. False also when the user gave it up.
        """
        self.unwritten.pop(command.retry_key(), None)
        if not self._catch_up():
            self.unwritten[command.retry_key()] = command
            return False
        return self._carry_out(command, before)

    def waits(self, command: Command) -> bool:
        """Whether this very command could not be written, and still waits for it."""
        return any(each is command for each in self.unwritten.values())

    def let_go(self, command: Command) -> None:
        """Do not write it after all: who asked for it has thrown it away."""
        if self.waits(command):
            del self.unwritten[command.retry_key()]

    def _carry_out(self, command: Command, before: Generator[float, None, None] | None = None) -> bool:
        key = command.retry_key()
        try:
            if before is None:
                changes = self.store.run(command)
            else:
                changes = self.patience.do(_one_after_the_other(before, self.store.run_in_parts(command)))
        except Stopped:
            return False
        except (Refused, NotThere) as refusal:
            self.unwritten.pop(key, None)
            reason = refusal.reason if isinstance(refusal, Refused) else "gone"
            self.refused.emit(sentences.refused(reason))
            return False
        except StoreError as error:
            self.unwritten[key] = command
            self._kind = error.kind
            self.failed.emit(error.kind)
            return False
        self.unwritten.pop(key, None)
        self._written()
        if changes is not None:
            self.changed.emit(changes)
        return True

    def _catch_up(self) -> bool:
        """Write what waits, in the order it was typed. False when the disk still takes nothing."""
        for key, command in list(self.unwritten.items()):
            if not key or self.unwritten.get(key) is not command:
                continue
            # A text that no file can hold must not keep the others from being written.
            if not self._carry_out(command) and self.waits(command) and self._kind != UNFIT:
                return False
        return True

    def remember(self, key: str, text: str) -> None:
        """Remember a choice of this machine; one that cannot be written is let go."""
        if self.store.readonly or self.setting(key) == text:
            return
        from trivselsdesk.domain.commands.desk import ChangeSetting

        try:
            self.store.run(ChangeSetting(programme_id=DESK, key=key, text=text))
        except StoreError as error:
            self.failed.emit(error.kind)

    def try_again(self) -> bool:
        """Write what could not be written, or see whether writing works again. True when all is written."""
        if self.unwritten:
            gesture = self.unwritten.get("")
            caught_up = self._catch_up()
            if gesture is not None:
                self.unwritten[""] = gesture
                if caught_up:
                    self._carry_out(gesture)
            return not self.unwritten
        try:
            works = self.store.try_again()
        except StoreError as error:
            self.failed.emit(error.kind)
            return False
        if works:
            self.recovered.emit()
        return works

    def undo(self, scope: str) -> ChangeSet | None:
        """Take the latest step back; None when there is none, or when it could not be written."""
        return self._turn(scope, redo=False)

    def redo(self, scope: str) -> ChangeSet | None:
        """Do the step that was taken back again."""
        return self._turn(scope, redo=True)

    def next_step(self, scope: str, *, redo: bool = False) -> StepName | None:
        """What undo or redo would take up."""
        return self.store.next_step(scope, redo=redo)

    def _turn(self, scope: str, *, redo: bool) -> ChangeSet | None:
        if self.patience.busy:
            # What is taken back is what has not happened yet.
            self.patience.stop()
            return None
        if not self._catch_up():
            return None
        try:
            changes = self.patience.do(self.store.turn_in_parts(scope, redo=redo))
        except Stopped:
            return None
        except StoreError as error:
            self.failed.emit(error.kind)
            return None
        if changes is not None:
            self._written()
            self.changed.emit(changes)
        return changes

    def _written(self) -> None:
        self.saved_at = self.now()
        self.unwritten.pop("", None)
        if not self.unwritten:
            self.recovered.emit()

    # Packs and safety copies

    def keep_pack(self, pack: Pack, files: dict[str, str]) -> None:
        """Remember the text of the pack that a programme is about to be made with. Raises StoreError."""
        self.store.keep_pack(pack.id, pack.version, files)

    def back_up(self, reason: str) -> Path | None:
        """Write a checked copy of everything. None when it could not be written."""
        try:
            return self.store.back_up(reason)
        except StoreError as error:
            self.failed.emit(error.kind)
            return None


def _one_after_the_other(first: Generator[float, None, None], then: Parts) -> Parts:
    """Both as one, each half of the way."""
    for share in first:
        yield share / 2
    while True:
        try:
            share = next(then)
        except StopIteration as end:
            done: ChangeSet | None = end.value
            return done
        yield (1 + share) / 2
