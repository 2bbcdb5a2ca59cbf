"""Hangs up what was written out of sight, in an order that does not tell who wrote what."""

from __future__ import annotations

from random import SystemRandom

from trivselsdesk.domain.commands.tools import HangPutAway
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.tools import put_away
from trivselsdesk.ui.run.page import Page


def hang_put_away(page: Page, board_id: str) -> None:
    """All of them together, each in its zone; one step that can be undone."""
    ids = [note.id for note in put_away(page.book, page.pack, board_id)]
    SystemRandom().shuffle(ids)
    if ids and page.bridge.run(HangPutAway(programme_id=page.programme_id, ids=tuple(ids))):
        count = plural(len(ids), page.tr("seddel"), page.tr("sedler"))
        page.undo_toast.emit("eye", page.tr("{n} hænger nu på tavlen").format(n=count))
