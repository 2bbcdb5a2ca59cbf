"""Commands of the confidential forms: choose the passphrase or another, begin anew when it is forgotten."""

from __future__ import annotations

from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import FormAnswer, FormEntry, FormLock
from trivselsdesk.domain.sealed import is_sealed, lock_of


@dataclass(frozen=True, kw_only=True)
class LockForms(Command):
    """Take the lock into use. There is one for each programme."""

    name: ClassVar[str] = "lock_forms"
    lock: FormLock

    def edits(self, book: Book) -> list[Edit]:
        if lock_of(book) is not None:
            raise Refused("locked_already")
        return [Put(self.lock)]


@dataclass(frozen=True, kw_only=True)
class ChangePhrase(Command):
    """Put the same keys under another passphrase. What is sealed stays sealed as it is.

    Raises Refused("other_keys") when the lock has other keys than the programme's: they would open nothing.
    """

    name: ClassVar[str] = "change_phrase"
    lock: FormLock

    def edits(self, book: Book) -> list[Edit]:
        known = lock_of(book)
        if known is None or known.public != self.lock.public:
            raise Refused("other_keys")
        return [Put(self.lock)]


@dataclass(frozen=True, kw_only=True)
class ForgetForms(Command):
    """Delete the lock and all that is sealed with it."""

    name: ClassVar[str] = "forget_forms"

    def edits(self, book: Book) -> list[Edit]:
        sealed = {each.id for each in book.of(FormEntry) if each.sealed}
        answers = [each for each in book.of(FormAnswer) if each.entry_id in sealed or is_sealed(each.text)]
        return [
            *(Drop(FormLock, each.id) for each in book.of(FormLock)),
            *(Drop(FormAnswer, each.id) for each in answers),
            *(Drop(FormEntry, each) for each in sorted(sealed)),
        ]
