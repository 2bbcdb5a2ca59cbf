"""What every part of the room does with the programme: read it, change fields, add, move and remove rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.rows import AddRow, EditFields, MoveRow, RemoveRow
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.own_words import VARIABLE, override_id
from trivselsdesk.domain.pack import Pack, PackMeeting
from trivselsdesk.domain.records import Meeting, Override, Person, Ranked, Record
from trivselsdesk.ui.room import Room

_TOAST_CHARACTERS = 60


class Editor(QObject):
    """One for the room; the parts hold it and never the store."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room

    @property
    def programme_id(self) -> str:
        return self._room.programme_id

    @property
    def book(self) -> Book:
        return self._room.book

    @property
    def pack(self) -> Pack:
        return self._room.pack

    @property
    def meeting(self) -> Meeting:
        return self.book.meeting

    @property
    def process(self) -> PackMeeting:
        """What the process says about the meeting."""
        return self.pack.meeting(self.meeting.pack_meeting)

    def today(self) -> date:
        return self._room.bridge.today()

    def names(self) -> list[str]:
        """Names to choose from, in the order of the people list."""
        return [person.name for person in self.book.ranked(Person) if person.name.strip()]

    def variable(self, variable_id: str) -> str:
        """What the unit calls a variable of the process; empty where it has said nothing."""
        found = self.book.find(Override, override_id(self.programme_id, VARIABLE + variable_id))
        return found.text if found else ""

    def fill(self, text: str) -> str:
        """The text with the process's variables in the unit's words."""
        return self.pack.fill(text)

    def run(self, command: Command) -> bool:
        return self._room.bridge.run(command)

    def edit(self, kind: type[Record], record_id: str, **values: Any) -> bool:
        """Set fields. A row that is gone (undone while its field still had a draft) is left alone."""
        if self.book.find(kind, record_id) is None:
            return False
        return self.run(EditFields(programme_id=self.programme_id, kind=kind, id=record_id, values=values))

    def add(self, record: Ranked, index: int | None = None) -> bool:
        return self.run(AddRow(programme_id=self.programme_id, record=record, index=index))

    def move(self, kind: type[Ranked], record_id: str, index: int) -> bool:
        return self.run(MoveRow(programme_id=self.programme_id, kind=kind, id=record_id, index=index))

    def remove(self, kind: type[Record], record_id: str, words: str) -> bool:
        """Remove a row at once and offer to take it back; ``words`` name it in the toast."""
        if self.book.find(kind, record_id) is None:
            return False
        done = self.run(RemoveRow(programme_id=self.programme_id, kind=kind, id=record_id))
        if done:
            self.say_deleted(words)
        return done

    def say_deleted(self, words: str) -> None:
        """The toast that offers to bring back what was just deleted."""
        line = shortened(words, _TOAST_CHARACTERS)
        sentence = self.tr("Slettet: »{words}«").format(words=line) if line else self.tr("Slettet")
        self._room.undo_toast.emit("trash", sentence)

    def say(self, icon: str, sentence: str) -> None:
        """A short message without a way back."""
        self._room.toast.emit(icon, sentence)
