"""What the room sees of the smaller tools: expectations, icebreaker, negative brainstorm."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.answers import spoken
from trivselsdesk.domain.forms import answer, columns_of, entry_at, form_of, subjects
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.pack.forms import PER_PERSON
from trivselsdesk.domain.pitch import parts, pitch_form, seconds_of
from trivselsdesk.domain.records import Idea, Initiative
from trivselsdesk.domain.tools import (
    BRAINSTORM,
    MET_ICONS,
    MET_TONES,
    MET_WORDS,
    example_shown,
    examples_of,
    expectations_of,
    ideas_of,
    own_lines,
    own_text,
    sent_to,
    state_of,
)
from trivselsdesk.domain.wall.model import Block, Content, Line, Sheet
from trivselsdesk.domain.wall.scene import Scene, heading


def expectations(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """What people hope for; at the end with whether it held."""
    lines = tuple(
        Line(
            each.text.strip(),
            aside=MET_WORDS.get(each.met, ""),
            icon=MET_ICONS.get(each.met, ""),
            tone=MET_TONES.get(each.met, "plain"),
        )
        for each in expectations_of(scene.book, scene.meeting.id)
    )
    title = heading(scene, slot)
    return Sheet((Block(title, lines),)) if lines else Sheet(question=title)


def icebreaker(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """One prompt, as large as it fits."""
    prompts = own_lines(scene.book, tuple(tool.params.get("prompts", ())))
    if not prompts:
        return Sheet(question=heading(scene, slot))
    shown = state_of(scene.book, scene.meeting, tool.kind).shown
    return Sheet(question=part.fill(scene.book, scene.pack, prompts[shown % len(prompts)]))


def negative(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The question of the step, and what has come of it so far."""
    book = scene.book
    state = state_of(book, scene.meeting, tool.kind)
    step = BRAINSTORM[max(0, min(state.shown, len(BRAINSTORM) - 1))]
    ideas = [idea for idea in ideas_of(book, scene.meeting.id, state.initiative_id) if idea.text.strip()]
    question, turned = _words(scene, tool, "question"), _words(scene, tool, "turned")
    if step == "turn":
        about = book.find(Initiative, state.initiative_id) if state.initiative_id else None
        wanted = tuple(Line(each) for each in (question,) if each)
        title = about.name.strip() if about else "Det vil vi gerne"
        return Sheet((Block(title, wanted),) if wanted or about else (), question=turned)
    if step == "collect":
        bad = tuple(Line(idea.text.strip()) for idea in ideas)
        return Sheet((Block(turned, bad, tone="warn"),)) if bad else Sheet(question=turned)
    instead = _words(scene, tool, "instead")
    if step == "instead":
        return Sheet((Block(instead, tuple(_turned(idea) for idea in ideas), tone="good"),))
    measures = [idea for idea in ideas if idea.turned.strip()]
    sent = {idea.id for idea in measures if sent_to(book, idea)}
    lines = tuple(
        Line(
            idea.turned.strip(),
            icon="check" if idea.id in sent else "",
            aside="På handleplanen" if idea.id in sent else "",
        )
        for idea in measures
    )
    return Sheet((Block(instead, lines, tone="good"),))


def form(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The question of the moment and what has been answered so far. Nothing about a single person."""
    book, pack = scene.book, scene.pack
    chosen = form_of(pack, str(tool.params.get("form", "")))
    if chosen is None or chosen.per == PER_PERSON or chosen.confidential:
        return Sheet(question=heading(scene, slot))
    state = state_of(book, scene.meeting, tool.kind)
    found = subjects(book, chosen)
    about = next((each for each in found if each.id == state.initiative_id), found[0] if found else None)
    field = chosen.fields[max(0, min(state.shown, len(chosen.fields) - 1))]
    question = part.fill(book, pack, field.label)
    if about is None:
        return Sheet(question=question)
    # The day plays no part: an entry that is not there yet has no answers.
    entry = entry_at(book, chosen, about.id, date.min, state.mode)
    blocks = []
    for column in columns_of(chosen, field):
        said = spoken(field, answer(book, entry.id, field.id, column.id), names=scene.names)
        if said:
            title = " · ".join(each for each in (about.title, part.fill(book, pack, column.title)) if each)
            lines = tuple(Line(part.fill(book, pack, each)) for each in said)
            blocks.append(Block(title or "Det siger vi", lines))
    if not blocks and about.title:
        blocks = [Block(about.title, ())]
    return Sheet(tuple(blocks), question=question)


def pitch(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """What the speech answers. Its words are for the one who rehearses them, until they are said aloud."""
    form = pitch_form(scene.pack, tool)
    if form is None:
        return Sheet(question=heading(scene, slot))
    lines = tuple(
        Line(each.prompt, number=str(place))
        for place, each in enumerate(parts(scene.book, scene.pack, form), start=1)
    )
    return Sheet((Block(f"{seconds_of(tool)} sekunder", lines, "primary", "say"),))


def examples(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """One example, as large as it fits."""
    entries = examples_of(scene.pack, tool)
    if not entries:
        return Sheet(question=heading(scene, slot))
    entry = entries[example_shown(scene.book, scene.pack, scene.meeting, tool)]
    words = " – ".join(each for each in (entry.title, entry.text) if each)
    return Sheet(question=part.fill(scene.book, scene.pack, words))


def _turned(idea: Idea) -> Line:
    """A measure with the way to fail beside it; only the latter while there is no measure."""
    if idea.turned.strip():
        return Line(idea.turned.strip(), icon="check", tone="good")
    return Line(idea.text.strip())


def _words(scene: Scene, tool: Tool, name: str) -> str:
    return part.fill(scene.book, scene.pack, own_text(scene.book, str(tool.params.get(name, ""))))
