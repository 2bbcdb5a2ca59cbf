"""What is already being seen to, as the room is told at the opening (003: P92). Never who sees to it."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.tracks import told
from trivselsdesk.domain.wall.model import Block, Line


def told_blocks(book: Book, pack: Pack) -> tuple[Block, ...]:
    """A block for each track that everybody is told of: what is done about it, else what it is about."""
    found = []
    for track, notes in told(book, pack):
        said = [each.done or each.about for each in notes]
        lines = tuple(Line(words, icon="check") for words in said if words)
        found.append(Block(track.wall, lines, "good", "heart"))
    return tuple(block for block in found if block.lines)
