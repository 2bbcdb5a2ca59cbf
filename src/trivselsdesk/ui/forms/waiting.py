"""What stands in a question of a form: what was typed and waits for the disk goes before what is stored."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.forms import WriteAnswer, answer_key
from trivselsdesk.domain.forms import answer
from trivselsdesk.domain.records import FormEntry
from trivselsdesk.domain.sealed import is_sealed
from trivselsdesk.ui.bridge import Bridge


def standing(bridge: Bridge, book: Book, entry: FormEntry, field: str, column: str) -> str:
    """The answer as it is to be shown, and as what is typed next is compared with."""
    waiting = bridge.unwritten.get(answer_key(entry.id, field, column))
    if not isinstance(waiting, WriteAnswer):
        return answer(book, entry.id, field, column)
    key = bridge.key_of(entry.programme_id)
    return key.unseal(waiting.text) if key is not None and is_sealed(waiting.text) else waiting.text
