"""The short speech about why: what to say, part by part, and about how long it takes to say it (001: P27)."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain import part
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.forms import answer, entry_at, form_of
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Form, Pack, Tool

SECONDS = 60
"""How long the speech should take where the pack does not say (001: P27)."""

WORDS_A_MINUTE = 130
"""A calm pace for somebody who speaks to colleagues. Ours."""


@dataclass(frozen=True)
class Said:
    """One part of the speech: what it answers, and the words; empty while nothing is written."""

    prompt: str
    words: str


def pitch_tool(pack: Pack) -> Tool | None:
    """The first speech of a process, or None where it has none."""
    return pack.first_tool("pitch")


def pitch_form(pack: Pack, tool: Tool) -> Form | None:
    """The form in which the words are written."""
    return form_of(pack, str(tool.params.get("form", "")))


def seconds_of(tool: Tool) -> int:
    """How long the speech should take."""
    return int(tool.params.get("seconds", 0)) or SECONDS


def parts(book: Book, pack: Pack, form: Form) -> list[Said]:
    """The parts of the speech in order."""
    # The day plays no part: an entry that is not there yet has no answers.
    entry = entry_at(book, form, "", date.min)
    return [
        Said(part.fill(book, pack, field.label), answer(book, entry.id, field.id).strip())
        for field in form.fields
    ]


def seconds_to_say(said: list[Said]) -> int:
    """About how long it takes to say all of it, in seconds."""
    words = sum(len(each.words.split()) for each in said)
    return round(words * 60 / WORDS_A_MINUTE)
