"""What the tools of a meeting hold: expectations, ideas, what is shown, and the notes that were put away."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.pack import ListEntry, Pack, Tool
from trivselsdesk.domain.records import (
    Action,
    Expectation,
    Idea,
    Initiative,
    Meeting,
    Note,
    Override,
    ToolState,
)

MET = ("held", "partly", "not_yet")
"""How an expectation can be ticked off at the end (003: R07)."""

MET_WORDS = {"held": "Holdt", "partly": "Delvist", "not_yet": "Ikke endnu"}
MET_ICONS = {"held": "check", "partly": "minus", "not_yet": "clock"}
"""Never colour alone: each answer has its word and its icon."""
MET_TONES = {"held": "good", "partly": "warn", "not_yet": "less"}

BRAINSTORM = ("turn", "collect", "instead", "send")
"""The four separated steps of a negative brainstorm: turn the question round, collect ways to fail,
turn each into a measure, send some on to the handleplan."""

ON_PAPER, AT_THE_KEYBOARD = "", "keyboard"
"""How notes are written in silence (``ToolState.mode``)."""


def expectations_of(book: Book, meeting_id: str) -> list[Expectation]:
    """What people hope for from the meeting, in order; empty lines left out."""
    return book.ranked(Expectation, lambda each: each.meeting_id == meeting_id and bool(each.text.strip()))


def ideas_of(book: Book, meeting_id: str, initiative_id: str = "") -> list[Idea]:
    """The ideas about one initiative, or about the meeting as a whole (empty), in order.

    Ideas about an initiative that is gone belong to the meeting as a whole: nothing is lost.
    """
    return book.ranked(
        Idea, lambda idea: idea.meeting_id == meeting_id and _about(book, idea.initiative_id) == initiative_id
    )


def sent_to(book: Book, idea: Idea) -> Initiative | None:
    """The initiative whose handleplan has the idea's measure, or None while it was not sent."""
    action = book.find(Action, idea.action_id) if idea.action_id else None
    return book.find(Initiative, action.initiative_id) if action else None


def state_of(book: Book, meeting: Meeting, kind: str) -> ToolState:
    """What a tool kind shows in a meeting; at its beginning when nobody has worked with it."""
    key = f"{meeting.id}:{kind}"
    found = book.find(ToolState, key)
    if found is None:
        return ToolState(id=key, programme_id=meeting.programme_id, meeting_id=meeting.id)
    return replace(found, initiative_id=_about(book, found.initiative_id))


def examples_of(pack: Pack, tool: Tool) -> tuple[ListEntry, ...]:
    """The entries that the tool shows one by one."""
    wanted = str(tool.params.get("list", ""))
    return next((each.entries for each in pack.lists if each.id == wanted), ())


def example_shown(book: Book, pack: Pack, meeting: Meeting, tool: Tool) -> int:
    """Which entry is shown, counted from 0; the first where the room has just looked at another list."""
    state, count = state_of(book, meeting, tool.kind), len(examples_of(pack, tool))
    return state.shown % count if count and state.mode == tool.params.get("list") else 0


def _about(book: Book, initiative_id: str) -> str:
    return initiative_id if initiative_id and book.find(Initiative, initiative_id) else ""


# The unit's own words for a tool


def own_text(book: Book, text: str) -> str:
    """A text of a tool as this unit wants it; the pack's where it has not been changed."""
    own = book.find(Override, override_id(book.programme.id, _key(text)))
    return own.text if own and own.text.strip() else text


def own_lines(book: Book, lines: tuple[str, ...]) -> list[str]:
    """The same for several texts, one a line."""
    return [line.strip() for line in own_text(book, "\n".join(lines)).split("\n") if line.strip()]


def own_record(programme_id: str, text: str, wanted: str) -> Override:
    """The record that lays ``wanted`` over the pack's ``text``; an empty one gives the pack's back."""
    key = _key(text)
    return Override(id=override_id(programme_id, key), programme_id=programme_id, key=key, text=wanted)


def _key(text: str) -> str:
    # A programme keeps its pack's texts for good, so a text can be known by itself.
    return f"tool.{sha256(text.encode()).hexdigest()[:16]}"


# Notes that are not hung up yet


def put_away(book: Book, pack: Pack, board_id: str) -> list[Note]:
    """Participants' notes that were written out of sight and wait to be hung up. Never the trio's."""
    return [note for note in _sealed(book, board_id) if not _is_trios(pack, note)]


def trios_sealed(book: Book, pack: Pack, board_id: str) -> list[Note]:
    """The trio's notes that were written beforehand and wait to be hung up."""
    return [note for note in _sealed(book, board_id) if _is_trios(pack, note)]


def _sealed(book: Book, board_id: str) -> list[Note]:
    return book.ranked(Note, lambda note: note.board == board_id and note.sealed and not note.track)


def _is_trios(pack: Pack, note: Note) -> bool:
    return any(kind.id == note.kind and kind.origin == "trio" for kind in pack.note_types)
