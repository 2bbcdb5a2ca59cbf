"""The short news for the staff: what we chose, who does what, what was carried further (002: P67, E17)."""

from __future__ import annotations

from collections.abc import Iterable

from trivselsdesk.domain import tracks
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.copying import digest
from trivselsdesk.domain.danish import format_date, join_names
from trivselsdesk.domain.due import told_due
from trivselsdesk.domain.follow import followups_held
from trivselsdesk.domain.lifts import lifted_in_sight
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Action, Initiative, Note, StaffNews, Theme
from trivselsdesk.domain.standing import must_act
from trivselsdesk.domain.told import deeds_of, title_of, what_of


def news_text(book: Book, pack: Pack) -> str:
    """The text as it goes out: as somebody wrote it, else as it is made. Empty without a form."""
    written = book.find(StaffNews, book.programme.id)
    if written is not None and written.text.strip():
        return written.text
    return made_news(book, pack)


def is_behind(book: Book, pack: Pack) -> bool:
    """Whether somebody has written the text, and what was agreed has changed since."""
    written = book.find(StaffNews, book.programme.id)
    if written is None or not written.text.strip():
        return False
    return written.digest != digest(made_news(book, pack))


def made_news(book: Book, pack: Pack) -> str:
    """The text made of what stands in the plan now, with or without names as the unit wants it."""
    form = pack.news
    if form is None:
        return ""
    written = book.find(StaffNews, book.programme.id)
    names = written is None or not written.anonymous
    chosen = [_initiative(book, each, names) for each in active_initiatives(book)]
    parts = [
        " – ".join(each for each in (pack.fill(form.title), book.programme.name.strip()) if each),
        pack.fill(form.opening),
        _part(pack.fill(form.chosen_title), chosen, gap=True),
        _part(pack.fill(form.lifted_title), _lifted(book, pack)),
        _part(pack.fill(form.solved_title), _solved(book, pack)),
        pack.fill(form.closing),
    ]
    return "\n\n".join(each for each in parts if each)


def _part(title: str, lines: Iterable[str], *, gap: bool = False) -> str:
    made = list(lines)
    return "\n".join([title, ("\n\n" if gap else "\n").join(made)]) if made else ""


def _initiative(book: Book, initiative: Initiative, names: bool) -> str:
    lines = [title_of(initiative)]
    goal = " ".join(initiative.goal.split())
    if goal:
        lines.append(f"Mål: {goal}")
    lines += [f"– {_deed(book, each, names)}" for each in deeds_of(book, initiative)]
    day = format_date(initiative.followup_day, year=False) if initiative.followup_day else ""
    words = [day, initiative.followup_place.strip(), initiative.followup_owner.strip() if names else ""]
    followup = " · ".join(each for each in words if each)
    if followup:
        lines.append(f"Vi følger op: {followup}")
    held = followups_held(book, initiative.id)
    if held:
        lines.append(f"Vi har fulgt op: {join_names(format_date(each, year=False) for each in held)}")
    heard = " ".join(initiative.news.split())
    if heard:
        lines.append(f"Nyt til alle: {heard}")
    return "\n".join(lines)


def _deed(book: Book, action: Action, names: bool) -> str:
    due = told_due(book, action)
    owner, people = action.owner.strip(), action.people.strip()
    who = [owner, f"med: {people}" if people else ""] if names else []
    words = " · ".join(each for each in (*who[:1], due, *who[1:]) if each)
    title = what_of(action)
    return f"{title} ({words})" if words else title


def _lifted(book: Book, pack: Pack) -> list[str]:
    labels = {each.id: each.label for each in pack.lifts}
    return [
        f"– {_card(book, card)} ({labels.get(target, target)})"
        for target, cards in lifted_in_sight(book).items()
        for card in cards
        if _card(book, card)
    ]


def _solved(book: Book, pack: Pack) -> list[str]:
    """What is settled at once, as everybody may hear it (003: P91, 002: P67)."""
    lines = []
    for _, notes in tracks.told(book, pack):
        for each in notes:
            about = each.about or "En sag, der altid kræver handling"
            lines.append(f"– {about}: {each.done}" if each.done else f"– {about}")
    return lines


def _card(book: Book, card: Note | Theme) -> str:
    """What may be told of it: the words of a matter that always calls for action could point at somebody."""
    if must_act(book, card):
        return "En sag, der altid kræver handling"
    return " ".join((card.text if isinstance(card, Note) else card.name).split())
