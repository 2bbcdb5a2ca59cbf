"""Answers of confidential forms: in the book they are sealed text, and only who has the key sees a book with
the words (robustness, »People's data«)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Form
from trivselsdesk.domain.records import FormAnswer, FormEntry, FormLock

SEAL = "age:"
"""What sealed text begins with."""


def is_sealed(text: str) -> bool:
    """Whether the text is sealed."""
    return text.startswith(SEAL)


def lock_of(book: Book) -> FormLock | None:
    """The lock of the programme's confidential forms; None until somebody has chosen a passphrase."""
    return book.find(FormLock, book.programme.id)


def clear_book(book: Book, unseal: Callable[[str], str]) -> Book:
    """A book for reading in which the sealed answers are words. It is never written anywhere."""
    return Book(
        replace(each, text=unseal(each.text))
        if isinstance(each, FormAnswer) and is_sealed(each.text)
        else each
        for each in book.everything()
    )


def holds_back(book: Book, form: Form) -> bool:
    """Whether the form's answers are sealed in this book, so that none of them can be shown."""
    if not form.confidential:
        return False
    known = {each.id for each in book.of(FormEntry) if each.form == form.id}
    return any(is_sealed(each.text) for each in book.of(FormAnswer) if each.entry_id in known)
