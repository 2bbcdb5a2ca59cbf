"""What has been agreed, as the room sees it: one initiative while it is talked about, all at the end."""

from __future__ import annotations

from trivselsdesk.domain.board import cards_of, parked_cards
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.due import told_due
from trivselsdesk.domain.pack import Pack, Question
from trivselsdesk.domain.plan import actions_of, active_initiatives, is_answered
from trivselsdesk.domain.records import Action, Initiative
from trivselsdesk.domain.sheets import first_boards
from trivselsdesk.domain.wall.model import Block, Line, Sheet


def talk_of(book: Book, pack: Pack, initiative_id: str, question_id: str, *, names: bool = True) -> Sheet:
    """The initiative under discussion with the question the room is at; all chosen ones while none is."""
    initiatives = active_initiatives(book)
    found = next((each for each in initiatives if each.id == initiative_id), None)
    if found is None:
        lines = tuple(
            Line(each.name.strip() or "Uden navn", number=str(place), state=_state(book, pack, each))
            for place, each in enumerate(initiatives, start=1)
        )
        if not lines:
            return Sheet(question="Først vælger vi temaer")
        return Sheet((Block("Det har vi valgt", lines),))
    question = next((each for each in pack.questions if each.id == question_id), None)
    name = found.name.strip() or "Uden navn"
    if question is not None:
        block = Block(name, _answer(book, question, found, names), "primary", "flag")
        return Sheet((block,), question=pack.fill(question.title))
    answers = [(pack.fill(each.title), _answer(book, each, found, names)) for each in pack.questions]
    blocks = [Block(title, lines, "primary") for title, lines in answers if lines]
    return Sheet(tuple(blocks) or (Block(name, (), "primary", "flag"),), question=name if blocks else "")


def summary(book: Book, pack: Pack, *, names: bool = True) -> Sheet:
    """Decisions with owners and dates, what is lifted, and the P-plads."""
    blocks = [
        Block(each.name.strip() or "Uden navn", _action_lines(book, each, names), "primary", "flag")
        for each in active_initiatives(book)
    ]
    labels = {lift.id: lift.label for lift in pack.lifts}
    lifted = [card for board in first_boards(book, pack) for card in cards_of(book, pack, board) if card.lift]
    if lifted:
        lines = tuple(Line(card.title, aside=labels.get(card.lift, "")) for card in lifted)
        blocks.append(Block("Løftet videre", lines, "med", "arrow-u"))
    parked = parked_cards(book, pack)
    if parked:
        blocks.append(Block(pack.parking_title, tuple(Line(card.title) for card in parked), "plain", "park"))
    return Sheet(tuple(blocks))


def _state(book: Book, pack: Pack, initiative: Initiative) -> str:
    asked = pack.questions
    return "done" if asked and all(is_answered(book, initiative, each) for each in asked) else ""


def _answer(book: Book, question: Question, initiative: Initiative, names: bool) -> tuple[Line, ...]:
    """What is written to a question so far."""
    lines: list[Line] = []
    for box in question.fields:
        if box.field == "actions":
            lines += _action_lines(book, initiative, names)
        elif box.field == "followup":
            lines += _followup_lines(initiative, names)
        else:
            ticked = initiative.efforts.split()
            lines += [Line(each.label, icon="check") for each in box.choices if each.id in ticked]
            if box.field != "efforts":
                texts = str(getattr(initiative, box.field)).splitlines()
                lines += [Line(text.strip()) for text in texts if text.strip()]
    return tuple(lines)


def _action_lines(book: Book, initiative: Initiative, names: bool) -> tuple[Line, ...]:
    written = [action for action in actions_of(book, initiative.id) if action.title.strip()]
    return tuple(Line(action.title.strip(), aside=_who_and_when(book, action, names)) for action in written)


def _who_and_when(book: Book, action: Action, names: bool) -> str:
    due = told_due(book, action, action.due)
    return " · ".join(each for each in (action.owner.strip() if names else "", due) if each)


def _followup_lines(initiative: Initiative, names: bool) -> list[Line]:
    parts = [format_date(initiative.followup_day, year=False) if initiative.followup_day else ""]
    parts += [initiative.followup_place.strip(), initiative.followup_owner.strip() if names else ""]
    words = " · ".join(each for each in parts if each)
    return [Line(words, icon="calendar")] if words else []
