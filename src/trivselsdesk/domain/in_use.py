"""Whether somebody has written under a part of the process, so that it cannot be taken out any more."""

from __future__ import annotations

from collections.abc import Callable

from trivselsdesk.domain.answers import read_ticks
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack.surfaces import base_of
from trivselsdesk.domain.records import (
    Action,
    AgendaItem,
    Event,
    FormAnswer,
    FormEntry,
    Initiative,
    Note,
    Placement,
    Pulse,
    Remark,
    RoleHolder,
    Theme,
)
from trivselsdesk.domain.sealed import is_sealed

Asked = Callable[[Book, tuple[str, ...], str], bool]


def in_use(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    """Whether something in the programme hangs on that row of the list at ``path`` in the pack.

    Ids are what notes, answers and placements are stored under: without its zone a note would stand nowhere.
    """
    asked = _ASKED.get(path[-1])
    return asked is not None and asked(book, path, row_id)


def _zone(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    surface = path[-2]
    return (
        any((base_of(each.board), each.zone) == (surface, row_id) for each in book.of(Note))
        or any((base_of(each.board), each.zone) == (surface, row_id) for each in book.of(Theme))
        or any(each.surface == surface and each.zone == row_id for each in book.of(Placement))
    )


def _kind(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.kind == row_id for each in book.of(Note))


def _role(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.role == row_id for each in book.of(RoleHolder)) or any(
        each.speaker_role == row_id for each in book.of(AgendaItem)
    )


def _lift(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.lift == row_id for each in (*book.of(Note), *book.of(Theme)))


def _track(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.track == row_id for each in book.of(Note))


def _status(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.status == row_id for each in book.of(Action))


def _form(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.form == row_id for each in book.of(FormEntry))


def _field(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    mine = {each.id for each in book.of(FormEntry) if path[0] == "forms" and each.form == path[1]}
    return any(row_id in (each.field, each.column) for each in book.of(FormAnswer) if each.entry_id in mine)


def _cell(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return _field(book, path[:3], path[3])


def _choice(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    if path[0] == "forms":
        mine = {each.id for each in book.of(FormEntry) if each.form == path[1]}
        answers = [each for each in book.of(FormAnswer) if each.entry_id in mine and each.field == path[3]]
        # What is sealed may say it: nobody can look.
        return any(
            is_sealed(each.text) or row_id == each.text or row_id in read_ticks(each.text).chosen
            for each in answers
        )
    return any(row_id in each.efforts.split() for each in book.of(Initiative))


def _question(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return path[0] == "pulse" and any(book.of(Pulse))


def _remark(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.kind == row_id for each in book.of(Remark))


def _ring(book: Book, path: tuple[str, ...], row_id: str) -> bool:
    return any(each.ring == row_id for each in book.of(Event))


_ASKED: dict[str, Asked] = {
    "zones": _zone,
    "note_types": _kind,
    "roles": _role,
    "lifts": _lift,
    "tracks": _track,
    "status_steps": _status,
    "forms": _form,
    "fields": _field,
    "columns": _field,
    "cells": _cell,
    "choices": _choice,
    "questions": _question,
    "remark_kinds": _remark,
    "rings": _ring,
}
"""Key of a list to what hangs on its rows."""
