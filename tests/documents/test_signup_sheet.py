"""The sign-up on paper: a box for each initiative, lines to write on, and the names that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.test_catalogue import NOW, PACK, kastanjen
from tests.ui.desk import example_desk
from trivselsdesk.documents import signup_sheet
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.commands.agreeing import SpreadSignups
from trivselsdesk.domain.signup import signups, spread


def test_it_is_made_with_and_without_names(tmp_path: Path, qapp: object) -> None:
    at = example_desk(tmp_path, "plan")
    pack = at.bridge.pack(at.programme_id)
    empty = signup_sheet.make(at.book, pack, NOW)
    assert empty.startswith(b"%PDF-")
    at.bridge.run(SpreadSignups(programme_id=at.programme_id, seats=spread(signups(at.book))))
    assert signup_sheet.make(at.book, pack, NOW) != empty


def test_without_initiatives_it_says_so() -> None:
    with pytest.raises(DocumentError, match="ingen indsatser"):
        signup_sheet.make(kastanjen(), PACK, NOW)
