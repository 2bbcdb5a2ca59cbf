"""What is done to the round of a part: each deed is one command, for the panel, the page and the list."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PySide6.QtCore import QObject

from trivselsdesk.domain import part, turns
from trivselsdesk.domain.commands.notes import HangUp
from trivselsdesk.domain.commands.prepare import AddPeople
from trivselsdesk.domain.commands.turns import SetTurns
from trivselsdesk.domain.crew import find_person, split_names
from trivselsdesk.domain.records import Note, Person, new_id
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.run.page import Page


class Turning(QObject):
    """Reads the round of a page's part and moves it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._typed: dict[str, tuple[str, str]] = {}
        """Notes typed in a turn: the turn and the zone."""

    @property
    def page(self) -> Page:
        return self._page

    def table(self) -> turns.Table | None:
        """The round as it stands, or None where the word does not go round."""
        page = self._page
        if page.slot is None or turns.course_of(page.tool) is None:
            return None
        book, meeting = page.book, page.book.meeting
        aid = part.aid_taken_up(book, page.pack, meeting, page.slot)
        return turns.read(book, meeting, page.slot, aid, page.tool)

    def give_on(self) -> None:
        """The word to the next; who had it has shown what is theirs this time."""
        table = self.table()
        if table is not None and (table.speaker or table.next):
            self._run(turns.give_on(table))

    def give_to(self, person_id: str) -> None:
        """The word to somebody in particular."""
        table = self.table()
        if table is not None and person_id != table.speaker:
            self._run(turns.give_on(table, to=person_id))

    def pass_over(self) -> None:
        """»Springer over«: the next one, and this one again in the next lap."""
        table = self.table()
        if table is not None and table.speaker:
            self._run(turns.give_on(table, turns.PASSED))

    def no_more(self) -> None:
        """»Har ikke flere«: is passed by from now on."""
        table = self.table()
        if table is not None and table.speaker:
            self._run(turns.give_on(table, turns.DONE))

    def give_back(self) -> None:
        """The word back to the one who had it before."""
        table = self.table()
        self._run(turns.give_back(table) if table is not None else None)

    def give_last(self) -> None:
        """The word to those who come when everybody has had their turns."""
        table = self.table()
        if table is not None:
            self._run(turns.give_last(table))

    def set_state(self, person_id: str, state: str) -> None:
        """Somebody comes later, is done, has left, or takes part again."""
        table = self.table()
        if table is not None and table.state_of(person_id) != state:
            self._run(turns.set_state(table, person_id, state))

    def toggle(self, person_id: str, zone: str) -> None:
        """Fill or empty a square."""
        table = self.table()
        self._run(turns.toggle(table, person_id, zone) if table is not None else None)

    def note_up(self, zone: str, ids: Sequence[str]) -> None:
        """Notes were typed while somebody has the word."""
        table = self.table()
        move = turns.note_up(table, zone, len(ids)) if table is not None else None
        if move is not None:
            self._typed.update(dict.fromkeys(ids, (move.turns[0].id, zone)))
        self._run(move)

    def follow_notes(self, changes: ChangeSet) -> None:
        """A note that was typed in somebody's turn went by undo or came back: the square goes with it.

        Which note was whose is known as long as the program runs, and kept nowhere: who wrote what is
        nobody's business afterwards.
        """
        table = self.table()
        if table is None:
            return
        for change in changes.changes:
            turn_id, zone = self._typed.get(change.id, ("", ""))
            if change.kind is Note and turn_id and (change.before is None) != (change.after is None):
                turn = turns.note_gone if change.after is None else turns.note_back
                self._run(turn(table, turn_id, zone))
                table = self.table() or table

    def move(self, person_id: str, by: int) -> None:
        """Another place in the order."""
        table = self.table()
        if table is None:
            return
        line = [each for each in table.line if each != person_id]
        at = max(0, min(len(line), table.line.index(person_id) + by))
        line.insert(at, person_id)
        self._run(turns.put_in_order(table, line))

    def draw_lots(self) -> None:
        """Begin with somebody at random."""
        table = self.table()
        if table is not None and table.waiting:
            self._run(turns.begin_with(table, random.choice(table.waiting)))

    def set_way(self, way: str) -> None:
        """One after the other, or everybody at once."""
        table = self.table()
        if table is not None and table.way != way:
            self._run(turns.set_way(table, way))

    def add(self, typed: str) -> bool:
        """Somebody who came late and is not on the list of people. False when nobody was put on it."""
        page = self._page
        names = [each for each in split_names(typed) if find_person(page.book, each.name) is None]
        people = tuple(
            Person(id=new_id(), programme_id=page.programme_id, name=each.name, title=each.title)
            for each in names
        )
        return bool(people) and page.bridge.run(AddPeople(programme_id=page.programme_id, people=people))

    def hang_up(self, count: int) -> None:
        """Bring the first of the notes that come last onto the board."""
        table, page = self.table(), self._page
        ids = tuple(note.id for note in table.sealed[:count]) if table is not None else ()
        if ids:
            page.bridge.run(HangUp(programme_id=page.programme_id, ids=ids))

    def _run(self, move: turns.Move | None) -> None:
        if move is not None:
            self._page.bridge.run(SetTurns(programme_id=self._page.programme_id, move=move))
