"""Initiatives as the handleplan shows them: which count, how far each is, what still is missing."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import ActionColumn, Pack, Question
from trivselsdesk.domain.records import Action, Initiative, Meeting, Note, Signup, Theme
from trivselsdesk.domain.routes import stays
from trivselsdesk.domain.standing import theme_notes

NEEDED = ("people", "owner", "due")
"""What each action must say before its initiative is set in motion, beside what it is."""
WRITTEN = (
    "why",
    "goal",
    "signs",
    "barriers",
    "efforts",
    "evaluation",
    "leads",
    "news",
    "followup_place",
    "followup_owner",
)
"""What a person writes in an initiative, beside its name, which its card gave it."""
COLUMNS = (
    ActionColumn(field="title", label="Indsats"),
    ActionColumn(field="people", label="Hvem er med?"),
    ActionColumn(field="owner", label="Ansvarlig"),
    ActionColumn(field="due", label="Hvornår?"),
)
"""The columns of the table of actions where the pack does not say (003: D35–D38)."""


@dataclass(frozen=True)
class Gap:
    """Something that must be agreed before »Sæt i gang« and is not (003: D35–D38).

    ``what`` is ``actions``, ``people``, ``owner``, ``due``, ``followup_day`` or
    ``followup_owner``; ``action_id`` names the action it is missing on.
    """

    what: str
    action_id: str = ""


def active_initiatives(book: Book) -> list[Initiative]:
    """The initiatives of the handleplan: written by hand, or grown from a card that counts.

    A card counts while it is chosen, and when it always calls for action and nobody carries it on.
    """
    return book.ranked(Initiative, lambda initiative: _counts(book, initiative))


def _counts(book: Book, initiative: Initiative) -> bool:
    if not initiative.card_id:
        return True
    card = book.find(Theme, initiative.card_id) or book.find(Note, initiative.card_id)
    # A card that undo has taken away takes its initiative along, and redo brings both back.
    return card is not None and (card.chosen or stays(book, card))


def hidden_plans(book: Book) -> list[Initiative]:
    """Initiatives that something is written in and that are not on the handleplan, in their order.

    Their card was left out or carried on, or a note that always calls for action left its theme. What is
    written must be found again: choosing the card brings it back.
    """
    shown = {each.id for each in active_initiatives(book)}
    return book.ranked(
        Initiative,
        lambda each: (
            each.id not in shown
            and (book.find(Theme, each.card_id) or book.find(Note, each.card_id)) is not None
            and is_written(book, each)
        ),
    )


def is_written(book: Book, initiative: Initiative) -> bool:
    """Whether somebody has written anything in an initiative beyond the name that its card gave it."""
    words = (getattr(initiative, each) for each in WRITTEN)
    days = (initiative.followup_day, initiative.launched)
    return (
        any(each.strip() for each in words)
        or any(each is not None for each in days)
        or any(each.title.strip() for each in actions_of(book, initiative.id))
    )


def agreed_at(book: Book, meeting: Meeting) -> Meeting | None:
    """The later meeting that asks who does what; None where ``meeting`` or one before asks it, or none."""
    sittings = book.meetings()
    asking = next((at for at, each in enumerate(sittings) if _asks(book, each)), None)
    here = next((at for at, each in enumerate(sittings) if each.id == meeting.id), None)
    return sittings[asking] if asking is not None and here is not None and asking > here else None


def _asks(book: Book, meeting: Meeting) -> bool:
    return any(item.tool == "questions" for item in book.items(meeting.id))


def actions_of(book: Book, initiative_id: str) -> list[Action]:
    """The actions of an initiative, in their order."""
    return book.ranked(Action, lambda action: action.initiative_id == initiative_id)


def notes_behind(book: Book, initiative: Initiative) -> list[Note]:
    """The notes that the initiative grew from."""
    if book.find(Theme, initiative.card_id):
        return theme_notes(book, initiative.card_id)
    note = book.find(Note, initiative.card_id)
    return [note] if note else []


def is_filled(book: Book, initiative: Initiative, field: str) -> bool:
    """Whether a part of the initiative (see ``pack.INITIATIVE_FIELDS``) has been answered."""
    if field == "actions":
        return any(action.title.strip() for action in actions_of(book, initiative.id))
    if field == "followup":
        return initiative.followup_day is not None and bool(initiative.followup_owner.strip())
    if field == "evaluation" and is_filled(book, initiative, "followup"):
        # Who looks at it again, and when, is how it will be evaluated.
        return True
    return bool(str(getattr(initiative, field)).strip())


def is_answered(book: Book, initiative: Initiative, question: Question) -> bool:
    """Whether a question is answered: every box that is written in freely has something in it."""
    boxes = [each for each in question.fields if not each.choices]
    return all(is_filled(book, initiative, each.field) for each in boxes or question.fields)


def answered(book: Book, pack: Pack, initiative: Initiative) -> list[bool]:
    """For each question of the process, whether it is answered."""
    return [is_answered(book, initiative, question) for question in pack.questions]


def action_columns(pack: Pack) -> tuple[ActionColumn, ...]:
    """The columns of the table of actions, from left to right."""
    return pack.action_columns or COLUMNS


def asked_of_actions(pack: Pack) -> tuple[str, ...]:
    """What each action must say before its initiative is set in motion: the needed that are shown."""
    shown = {each.field for each in action_columns(pack)}
    return tuple(each for each in NEEDED if each in shown)


def is_strength(book: Book, pack: Pack, initiative: Initiative) -> bool:
    """Whether it grew from something that works: its card stands in a zone with the tone ``good``
    (000:145)."""
    card = book.find(Theme, initiative.card_id) or book.find(Note, initiative.card_id)
    return card is not None and is_good(pack, card)


def is_good(pack: Pack, card: Note | Theme) -> bool:
    """Whether a card stands in a zone with the tone ``good``: something that works (000:145)."""
    return any(
        zone.id == card.zone and zone.tone == "good"
        for board in pack.boards
        if board.id == card.board
        for zone in board.zones
    )


def gaps(book: Book, initiative: Initiative, asked: tuple[str, ...] = NEEDED) -> list[Gap]:
    """What must still be agreed before the initiative is set in motion (003: D35–D38)."""
    actions = [action for action in actions_of(book, initiative.id) if action.title.strip()]
    # Whoever has signed up for the initiative is in on its actions.
    signed = any(each.initiative_id == initiative.id for each in book.of(Signup))
    found = [] if actions else [Gap("actions")]
    for action in actions:
        found += [
            Gap(what, action.id)
            for what, value in (
                ("people", action.people or signed),
                ("owner", action.owner),
                ("due", action.due),
            )
            if what in asked and not value
        ]
    if initiative.followup_day is None:
        found.append(Gap("followup_day"))
    if not initiative.followup_owner.strip():
        found.append(Gap("followup_owner"))
    return found
