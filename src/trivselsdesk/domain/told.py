"""Every part of an initiative as words: the one place that copy sheet, APV plan, tables and news read.

So that the same initiative never says one thing on one sheet and another on the next.
"""

from __future__ import annotations

from collections.abc import Callable

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.due import told_due
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import actions_of
from trivselsdesk.domain.records import Action, Initiative, Note, Theme
from trivselsdesk.domain.standing import must_act

NO_NAME = "Uden navn"


def told(book: Book, pack: Pack, initiative: Initiative, part: str) -> str:
    """A part of the initiative (see ``TOLD``) as it is read, several lines where it has several.

    Raises KeyError for a part that there is not.
    """
    return TOLD[part](book, pack, initiative)


def title_of(initiative: Initiative) -> str:
    """Its name, or words for one that has none."""
    return initiative.name.strip() or NO_NAME


def deeds_of(book: Book, initiative: Initiative) -> list[Action]:
    """Its actions that say what is done."""
    return [each for each in actions_of(book, initiative.id) if each.title.strip()]


def what_of(action: Action) -> str:
    """What is done, and in what way where that is said (001: Handling, Måde)."""
    title, how = " ".join(action.title.split()), " ".join(action.how.split())
    return f"{title} – {how}" if how else title


def status_words(pack: Pack, action: Action) -> str:
    """How far an action is: the title of its step; the first where it has none. Empty without steps."""
    steps = {each.id: each.title for each in pack.status_steps}
    first = pack.status_steps[0].title if pack.status_steps else ""
    return steps.get(action.status, first)


def is_marked(book: Book, initiative: Initiative) -> bool:
    """Whether it grew from something that always calls for action (003: D15)."""
    card = book.find(Theme, initiative.card_id) or book.find(Note, initiative.card_id)
    return card is not None and must_act(book, card)


def efforts_words(pack: Pack, initiative: Initiative) -> str:
    """The ticked short answers, one a line."""
    labels = {
        choice.id: choice.label
        for question in pack.questions
        for box in question.fields
        for choice in box.choices
    }
    return "\n".join(labels.get(each, each) for each in initiative.efforts.split())


def followup_words(initiative: Initiative) -> str:
    """When, where and by whom it is looked at again: »17. juni 2026 · Personalemøde · Karin«."""
    day = format_date(initiative.followup_day) if initiative.followup_day else ""
    parts = (day, initiative.followup_place.strip(), initiative.followup_owner.strip())
    return " · ".join(each for each in parts if each)


def _deed_line(book: Book, action: Action) -> str:
    people = action.people.strip()
    parts = (action.owner.strip(), told_due(book, action), f"med: {people}" if people else "")
    facts = " · ".join(each for each in parts if each)
    return f"{what_of(action)} ({facts})" if facts else what_of(action)


def _each_once(words: list[str]) -> str:
    return ", ".join(dict.fromkeys(each.strip() for each in words if each.strip()))


def _field(name: str) -> Callable[[Book, Pack, Initiative], str]:
    def read(book: Book, pack: Pack, initiative: Initiative) -> str:
        return str(getattr(initiative, name)).strip()

    return read


def _of_deeds(what: Callable[[Book, Pack, Action], str]) -> Callable[[Book, Pack, Initiative], str]:
    """One line for each action; the action is named where there are several and they differ."""

    def read(book: Book, pack: Pack, initiative: Initiative) -> str:
        deeds = deeds_of(book, initiative)
        said = [what(book, pack, each) for each in deeds]
        if len(set(said)) <= 1:
            return said[0] if said else ""
        return "\n".join(
            f"{deed.title.strip()}: {words}" for deed, words in zip(deeds, said, strict=True) if words
        )

    return read


def _status_line(book: Book, pack: Pack, action: Action) -> str:
    note = action.status_note.strip()
    words = status_words(pack, action)
    return f"{words} – {note}" if words and note else words or note


TOLD: dict[str, Callable[[Book, Pack, Initiative], str]] = {
    "name": _field("name"),
    "why": _field("why"),
    "goal": _field("goal"),
    "signs": _field("signs"),
    "barriers": _field("barriers"),
    "efforts": lambda book, pack, initiative: efforts_words(pack, initiative),
    "actions": lambda book, pack, initiative: "\n".join(
        _deed_line(book, each) for each in deeds_of(book, initiative)
    ),
    "people": lambda book, pack, initiative: _each_once([each.people for each in deeds_of(book, initiative)]),
    "owner": lambda book, pack, initiative: _each_once([each.owner for each in deeds_of(book, initiative)]),
    "due": _of_deeds(lambda book, pack, action: told_due(book, action)),
    "status": _of_deeds(_status_line),
    "evaluation": _field("evaluation"),
    "leads": _field("leads"),
    "followup": lambda book, pack, initiative: followup_words(initiative),
    "news": _field("news"),
}
"""Parts of an initiative by the word that packs use for them."""
