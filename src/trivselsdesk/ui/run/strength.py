"""An initiative on something that works, from the menu of its card (000:145)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.commands.cards import ChooseCard
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.plan import is_good
from trivselsdesk.domain.records import Note, Theme, new_id
from trivselsdesk.ui.run.page import Page

_SHOWN = 60


def offered(page: Page, card_id: str) -> bool:
    """Whether the card is something that works, stands for itself and is not on the handleplan yet."""
    card = page.book.find(Theme, card_id) or page.book.find(Note, card_id)
    if card is None or card.chosen or card.parked or not is_good(page.pack, card):
        return False
    return isinstance(card, Theme) or not (card.theme_id or card.joined_into)


def words() -> str:
    """The line of the menu."""
    return _tr("Lav et tiltag på det, der virker")


def take_up(page: Page, card_id: str) -> None:
    """Put the card on the handleplan and say so."""
    card = page.book.card(card_id)
    text = card.text if isinstance(card, Note) else card.name
    command = ChooseCard(programme_id=page.programme_id, card_id=card_id, chosen=True, initiative_id=new_id())
    if page.bridge.run(command):
        page.undo_toast.emit("flag", _tr("På handleplanen: »{name}«").format(name=shortened(text, _SHOWN)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Strength", text)
