"""Where a note comes from: words under the tags of the process, such as an administration (004: X53).

Never who: a result about people needs at least five answers, so what comes from fewer is not told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack, TagKind
from trivselsdesk.domain.pack.pulse import LEAST_ANSWERS
from trivselsdesk.domain.records import Note

OTHERS = "andre steder"

Tags = dict[str, "Counter[str]"]
"""Tag id to the words, and how many said the note from there."""


def tags_of(note: Note) -> Tags:
    """What is known of where a note comes from."""
    found: Tags = {}
    for line in note.tags.split("\n"):
        key, sign, rest = line.partition("=")
        count, blank, word = rest.partition(" ")
        if sign and blank and word and count.isascii() and count.isdigit() and len(count) <= 9:
            found.setdefault(key, Counter())[word] += int(count)
    return found


def tags_text(tags: Mapping[str, Mapping[str, int]]) -> str:
    """How tags are stored in a note: a line »forvaltning=3 Børn og Unge« for each word."""
    return "\n".join(
        f"{key}={count} {' '.join(word.split())}"
        for key, words in tags.items()
        for word, count in words.items()
        if word.strip() and count > 0
    )


def known_words(book: Book, kind: str) -> list[str]:
    """The words that stand under a tag already, so that a place is spelt in one way."""
    return sorted({word for note in book.of(Note) for word in tags_of(note).get(kind, ())})


def breakdown(notes: Iterable[Note], pack: Pack) -> list[tuple[TagKind, list[tuple[str, int]]]]:
    """For each tag, how many said something from each place, most first.

    Places with fewer than five are added up as ``OTHERS``, with as many of the next as it takes to make two
    places and five people: nobody can be picked out by taking one number from another.
    """
    every = [tags_of(note) for note in notes]
    found = []
    for kind in pack.tags:
        counts: Counter[str] = Counter()
        for tags in every:
            counts.update(tags.get(kind.id, Counter()))
        large = [(word, count) for word, count in counts.most_common() if count >= LEAST_ANSWERS]
        pool = [count for count in counts.values() if count < LEAST_ANSWERS]
        while pool and large and (len(pool) < 2 or sum(pool) < LEAST_ANSWERS):
            pool.append(large.pop()[1])
        if len(pool) > 1 and sum(pool) >= LEAST_ANSWERS:
            large.append((OTHERS, sum(pool)))
        # The sum of all alone says nothing.
        if [word for word, _ in large] not in ([], [OTHERS]):
            found.append((kind, large))
    return found
