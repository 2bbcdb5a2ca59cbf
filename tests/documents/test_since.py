"""»Siden sidst« on paper: agreed, parked, not chosen and lifted, on one page for the example."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.documents.reading import reader
from tests.domain.test_cycle import BOARD, followed, take
from tests.domain.wall.test_view import PACK, book_at
from trivselsdesk.documents import since
from trivselsdesk.documents.catalogue import SINCE, offered
from trivselsdesk.documents.errors import DocumentError

NOW = datetime(2027, 2, 1, 9, 0)


def test_the_page_tells_what_was_agreed_and_what_became_of_the_rest() -> None:
    book = followed()
    take(book, "Ny kaffemaskine", BOARD)
    pages = [" ".join(page.extract_text().split()) for page in reader(since.make(book, PACK, NOW)).pages]
    assert len(pages) == 1
    for said in (
        "Siden sidst",
        "4 indsatser · 2 parkeret · 1 løftet",
        "Hvem gør hvad? 1 af 3 gjort",
        "10 min. overblik kl. 14.45 · Færdig",
        "Ny kaffemaskine hænger på tavlen",
        "Det valgte vi ikke",
        "Flere voksne efter kl. 15",
        "udskrevet 1. februar 2027",
    ):
        assert said in pages[0], said


def test_a_first_round_has_nothing_to_print_and_says_so() -> None:
    assert SINCE not in {each.id for each in offered(PACK, book_at("follow"))}
    assert SINCE in {each.id for each in offered(PACK, followed())}
    with pytest.raises(DocumentError, match="første runde"):
        since.make(book_at("follow"), PACK, NOW)
