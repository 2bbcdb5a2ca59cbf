"""Matters that stay off the board: settled at once and told, or on a track of their own (003: P91–P93)."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.lifts import escalation_of
from trivselsdesk.domain.pack import Pack, Track
from trivselsdesk.domain.records import Escalation, Note


@dataclass(frozen=True)
class Tracked:
    """A note on a track."""

    note: Note
    seen_to: Escalation

    @property
    def about(self) -> str:
        """What may be told of the matter. One that always calls for action could point at a person."""
        return "" if self.note.always_act else " ".join(self.note.text.split())

    @property
    def done(self) -> str:
        """What is done about it."""
        return " ".join(self.seen_to.answer.split())


def on_track(book: Book, track_id: str) -> list[Tracked]:
    """The notes on a track, in their order."""
    notes = book.ranked(Note, lambda note: bool(track_id) and note.track == track_id and note.sealed)
    return [Tracked(note, escalation_of(book, note)) for note in notes]


def told(book: Book, pack: Pack) -> list[tuple[Track, list[Tracked]]]:
    """What everybody is told at the opening, in the minutes and in the news (003: P92, 002: P67)."""
    found = [(track, on_track(book, track.id)) for track in pack.tracks if track.wall]
    return [(track, notes) for track, notes in found if notes]


def track_of(pack: Pack, track_id: str) -> Track | None:
    """The track with that id; None for one that the pack does not know."""
    return next((each for each in pack.tracks if each.id == track_id), None)
