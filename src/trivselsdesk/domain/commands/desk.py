"""Commands on the list of programmes: new, copy, delete and bring back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.codec import from_plain, to_plain
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import PASSING, Programme, Record, Setting, new_id
from trivselsdesk.domain.travel import travelling


@dataclass(frozen=True, kw_only=True)
class AddProgramme(Command):
    """Put a whole programme on the desk: a new one, a copy, the example.

    Undo lays it in the bin rather than tearing the rows out, so that work done in it since
    is still there after redo.
    """

    name: ClassVar[str] = "add_programme"
    desk: ClassVar[bool] = True
    records: tuple[Record, ...]

    def groundwork(self, book: Book) -> list[Edit]:
        return [
            Put(replace(each, deleted=True) if isinstance(each, Programme) else each) for each in self.records
        ]

    def edits(self, book: Book) -> list[Edit]:
        return [Put(each) for each in self.records if isinstance(each, Programme)]

    def detail(self, book: Book) -> str:
        return next((each.name for each in self.records if isinstance(each, Programme)), "")


@dataclass(frozen=True, kw_only=True)
class ChangeProgramme(Command):
    """Rename, finish, delete or bring back a programme from the list."""

    name: ClassVar[str] = "change_programme"
    desk: ClassVar[bool] = True
    values: dict[str, Any]

    def edits(self, book: Book) -> list[Edit]:
        return [Put(replace(book.programme, **self.values))]

    def detail(self, book: Book) -> str:
        return book.programme.name


@dataclass(frozen=True, kw_only=True)
class ChangeSetting(Command):
    """Remember a choice of this machine. ``programme_id`` is empty."""

    name: ClassVar[str] = "change_setting"
    journaled: ClassVar[bool] = False
    key: str
    text: str

    def edits(self, book: Book) -> list[Edit]:
        return [Put(Setting(id=self.key, programme_id="", text=self.text))]


def copied(records: Iterable[Record]) -> tuple[Record, ...]:
    """The same records under fresh ids, every reference between them kept.

    An id counts as a reference wherever it stands, also inside a composed id such as
    ``surface:card``. What lives with a meeting alone is left out, and what must not leave the desk.
    """
    plain = [
        (type(record), to_plain(record)) for record in travelling(records) if not isinstance(record, PASSING)
    ]
    fresh = {str(values["id"]): new_id() for _, values in plain if ":" not in str(values["id"])}

    def renew(value: Any) -> Any:
        if not isinstance(value, str) or not value:
            return value
        if value in fresh:
            return fresh[value]
        if ":" in value:
            return ":".join(fresh.get(part, part) for part in value.split(":"))
        return value

    id_fields = (
        "id",
        "programme_id",
        "slot",
        "came_from",
        "mode",
        "joined_into",
        # A sheet of a board names the initiative that it is about.
        "board",
        "due_event",
        "followup_event",
    )
    return tuple(
        from_plain(
            kind,
            {
                name: renew(value) if name in id_fields or name.endswith("_id") else value
                for name, value in values.items()
            },
        )
        for kind, values in plain
    )
