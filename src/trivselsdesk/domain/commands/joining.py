"""Commands that let one note speak for several, and that let them speak for themselves again (003: R28)."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.agreement import doubted
from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.heirs import emptied, handed_over
from trivselsdesk.domain.commands.notes import loose_notes, must_act, theme_notes
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.joined import originals
from trivselsdesk.domain.records import Link, Note, Theme, link_id


@dataclass(frozen=True, kw_only=True)
class JoinNotes(Command):
    """Let one note speak for several. They are kept behind it as they were written, with their marks.

    ``into`` is one of the notes, which then speaks for the others in its own words; or a fresh id,
    for a note made up at the place of the first. ``text`` is what a made-up note says (empty: the
    words of the first). What was decided about the others becomes the speaker's, or its theme's.

    Raises Refused("sealed") for a note that has not been hung up, and Refused("own_words") when
    ``text`` would put other words on a note that somebody wrote.
    """

    name: ClassVar[str] = "join_notes"
    ids: tuple[str, ...]
    into: str
    text: str = ""

    def edits(self, book: Book) -> list[Edit]:
        known = book.find(Note, self.into) is not None
        ids = dict.fromkeys((*self.ids, self.into) if known else self.ids)
        notes = [book.note(each) for each in ids]
        if len(notes) < 2:
            return []
        if any(note.sealed for note in notes):
            raise Refused("sealed")
        speaker = book.note(self.into) if known else self._made_up(notes[0])
        if self.text and self.text != speaker.text and not speaker.joint:
            raise Refused("own_words")
        # What calls for action cannot lie on the P-plads, whatever it is joined with.
        parked = all(note.parked for note in notes) and not any(must_act(book, note) for note in notes)
        speaker = replace(speaker, text=self.text or speaker.text, parked=parked)
        others = [note for note in notes if note.id != self.into]
        return doubted(book, [*self._seated(book, speaker, others), *self._behind(book, others)])

    def _made_up(self, first: Note) -> Note:
        return replace(first, id=self.into, joint=True, always_act=False, chosen=False, votes=0, lift="")

    def _seated(self, book: Book, speaker: Note, others: list[Note]) -> list[Edit]:
        theme = book.find(Theme, speaker.theme_id) if speaker.theme_id else None
        # As if they were loose: whatever hangs on a note that will stand nowhere has to go along.
        loose = [replace(note, theme_id="") for note in others]
        edits: list[Edit] = []
        if theme is not None:
            theme, handed = handed_over(book, loose, theme)
            called = any(must_act(book, note) for note in others)
            edits = [Put(replace(theme, parked=theme.parked and not called)), *handed]
        else:
            speaker, edits = handed_over(book, loose, speaker)
        left = {note.theme_id for note in others} - {speaker.theme_id}
        return [Put(speaker), *edits, *emptied(book, left, {note.id for note in others})]

    def _behind(self, book: Book, others: list[Note]) -> list[Edit]:
        """Edits that put the others behind the speaker. One made up earlier goes, its originals stay."""
        edits: list[Edit] = []
        for note in others:
            edits += [Put(replace(each, joined_into=self.into)) for each in originals(book, note.id)]
            if not note.joint:
                behind = replace(note, joined_into=self.into, theme_id="", parked=False)
                edits.append(Put(replace(behind, chosen=False, votes=0, lift="")))
                continue
            if note.always_act:
                edits += [
                    Put(replace(each, joined_into=self.into, always_act=True))
                    for each in originals(book, note.id)
                ]
            edits += _links_to(book, note.id, [self.into])
            edits.append(Drop(Note, note.id))
        return edits

    def detail(self, book: Book) -> str:
        known = book.find(Note, self.into)
        return self.text or (known.text if known else str(len(self.ids)))


@dataclass(frozen=True, kw_only=True)
class UnjoinNote(Command):
    """Let the notes behind a note stand beside it again; one that was made up for them goes.

    What was decided about a made-up note becomes the first one's; its mark for action, all theirs.
    """

    name: ClassVar[str] = "unjoin_note"
    id: str

    def edits(self, book: Book) -> list[Edit]:
        speaker = book.note(self.id)
        behind = originals(book, speaker.id)
        if not behind:
            return []
        if speaker.theme_id:
            siblings = theme_notes(book, speaker.theme_id)
        else:
            siblings = loose_notes(book, speaker.board, speaker.zone)
        at = next(number for number, each in enumerate(siblings) if each.id == speaker.id)
        standing = [
            replace(
                note,
                joined_into="",
                board=speaker.board,
                zone=speaker.zone,
                theme_id=speaker.theme_id,
                parked=speaker.parked,
                always_act=note.always_act or (speaker.joint and speaker.always_act),
            )
            for note in behind
        ]
        if not speaker.joint:
            return doubted(book, insert_ranked(siblings, at + 1, standing))
        standing[0], handed = handed_over(book, [replace(speaker, theme_id="")], standing[0])
        others = [each for each in siblings if each.id != speaker.id]
        return doubted(
            book,
            [
                *insert_ranked(others, at, standing),
                *handed,
                *_links_to(book, speaker.id, [note.id for note in standing]),
                Drop(Note, speaker.id),
            ],
        )

    def detail(self, book: Book) -> str:
        return book.get(Note, self.id).text


def _links_to(book: Book, note_id: str, heirs: list[str]) -> list[Edit]:
    """Edits that let other notes be a way to solve whatever this one was a way to solve."""
    edits: list[Edit] = []
    for link in list(book.of(Link)):
        if link.note_id == note_id:
            edits.append(Drop(Link, link.id))
            edits += [Put(replace(link, id=link_id(link.theme_id, each), note_id=each)) for each in heirs]
    return edits
