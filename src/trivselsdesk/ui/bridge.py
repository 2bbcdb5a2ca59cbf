"""The only door between the window and the store: commands in, committed changes out."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.desk import ChangeSetting
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Programme
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.library import Library
from trivselsdesk.packs.loader import parse_pack
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import DESK, ChangeSet, StepName, Store
from trivselsdesk.ui import sentences
from trivselsdesk.ui.moment import Moment

__all__ = ["DESK", "Bridge"]


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
        self.waiting: Command | None = None
        """The command that could not be written; ``try_again`` runs it."""
        self._packs: dict[tuple[str, str], Pack] = {}

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

    def pack(self, programme_id: str) -> Pack:
        """The process that the programme was made with, in the unit's own words.

        It is the version that the programme was made with. Raises PackErrors when its kept text
        cannot be read and KeyError when it is unknown.
        """
        programme = self.book(programme_id).programme
        key = (programme.pack_id, programme.pack_version)
        if key not in self._packs:
            files = self.store.pack_files(*key)
            shelf = None if files else self.library.find(programme.pack_id)
            if not files and shelf is None:
                raise KeyError(programme.pack_id)
            self._packs[key] = shelf.pack if shelf else parse_pack(files)
        return with_own_words(self._packs[key], self.book(programme_id))

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

    def run(self, command: Command) -> bool:
        """Carry a command out. False when it was refused or could not be written."""
        try:
            changes = self.store.run(command)
        except Refused as refusal:
            self.refused.emit(sentences.refused(refusal.reason))
            return False
        except NotThere:
            self.refused.emit(sentences.refused("gone"))
            return False
        except StoreError as error:
            self.waiting = command
            self.failed.emit(error.kind)
            return False
        self._written()
        if changes is not None:
            self.changed.emit(changes)
        return True

    def remember(self, key: str, text: str) -> None:
        """Remember a choice of this machine; one that cannot be written is let go."""
        if self.store.readonly or self.setting(key) == text:
            return
        try:
            self.store.run(ChangeSetting(programme_id=DESK, key=key, text=text))
        except StoreError as error:
            self.failed.emit(error.kind)

    def try_again(self) -> bool:
        """Write what could not be written, or see whether writing works again. True when it does."""
        command, self.waiting = self.waiting, None
        if command is not None:
            return self.run(command)
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
        try:
            changes = self.store.redo(scope) if redo else self.store.undo(scope)
        except StoreError as error:
            self.failed.emit(error.kind)
            return None
        if changes is not None:
            self._written()
            self.changed.emit(changes)
        return changes

    def _written(self) -> None:
        self.saved_at = self.now()
        if self.waiting is not None:
            self.waiting = None
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
