"""What the rail of the handleplan says, from the book."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.board import Card, card, parked_cards
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.danish import plural, short_date, shortened
from trivselsdesk.domain.lifts import lifted
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import active_initiatives, answered, hidden_plans, is_filled
from trivselsdesk.domain.records import Initiative, Note, Report, Theme
from trivselsdesk.domain.standing import hangs
from trivselsdesk.ui.plan.area_card import Area
from trivselsdesk.ui.plan.rail import Aside

_PLACE_WORDS = {"på", "i", "ved", "til", "hos", "under", "efter", "inden", "før", "mellem", "med", "over"}


def question_areas(book: Book, pack: Pack, initiatives: list[Initiative], running: str = "") -> list[Area]:
    """The cards of the five questions: how many are answered. ``running`` has the time in the meeting."""
    areas = []
    for initiative in initiatives:
        told = answered(book, pack, initiative)
        source = source_card(book, pack, initiative)
        count = sum(told)
        if initiative.launched is not None:
            caption = _tr("Sat i gang")
        elif count:
            caption = _tr("{count} af {total} svar").format(count=count, total=len(told))
        else:
            caption = _tr("Ikke begyndt")
        if initiative.id == running:
            caption = _tr("I gang nu · {caption}").format(caption=_lower(caption))
        areas.append(
            Area(
                id=initiative.id,
                name=name_of(initiative),
                caption=caption,
                tone=source.tone if source else "primary",
                icon=(source.icon if source else "pencil") or "note",
                flag=_flag(pack, source),
                done=initiative.launched is not None,
                filled=tuple(told) or (False,),
            )
        )
    return areas


def smtte_areas(book: Book, pack: Pack, initiatives: list[Initiative]) -> list[Area]:
    """The cards of the SMTTE: numbered, and how many letters are filled in."""
    areas = []
    for number, initiative in enumerate(initiatives, start=1):
        filled = [is_filled(book, initiative, letter.field) for letter in pack.smtte]
        areas.append(
            Area(
                id=initiative.id,
                name=name_of(initiative),
                caption=_tr("{count} af {total} felter").format(count=sum(filled), total=len(filled)),
                number=number,
                flag=_flag(pack, source_card(book, pack, initiative)),
                done=all(filled),
            )
        )
    return areas


def agreed_followup(initiative: Initiative) -> str:
    """What was agreed about the follow-up, in sentences; empty until there is a day and somebody for it."""
    day, owner = initiative.followup_day, initiative.followup_owner.strip()
    if day is None or not owner:
        return ""
    when = short_date(day, year=True)
    place, news = initiative.followup_place.strip().rstrip("."), initiative.news.strip().rstrip(".")
    if place:
        first = _tr("Vi følger op {when} {place}.").format(when=when, place=_at(place))
    else:
        first = _tr("Vi følger op {when}.").format(when=when)
    said = [first, _tr("{name} sørger for det.").format(name=owner)]
    if news:
        said.append(_tr("Alle hører nyt: {news}.").format(news=_lower(news)))
    return " ".join(said)


def _at(place: str) -> str:
    """»Personalemøde« as »på personalemøde«; »I køkkenet« says so itself."""
    lower = _lower(place)
    return lower if lower.split()[0] in _PLACE_WORDS else _tr("på {place}").format(place=lower)


def _lower(words: str) -> str:
    """As it stands in the middle of a sentence; »MED« stays as it is."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def status_areas(book: Book, pack: Pack) -> list[Area]:
    """The report's two questions about the year that went."""
    form = pack.report
    if form is None:
        return []
    report = book.find(Report, book.programme.id)
    areas = []
    for field, question, icon in (
        ("successes", form.success_question, "heart"),
        ("reasons", form.reason_question, "sparkle"),
    ):
        text = getattr(report, field) if report else ""
        count = sum(1 for line in text.splitlines() if line.strip())
        caption = plural(count, _tr("svar"), _tr("svar")) if count else _tr("Ikke begyndt")
        areas.append(Area(field, pack.fill(question), caption, icon=icon, done=count > 0, movable=False))
    return areas


def strengths(book: Book, pack: Pack) -> list[tuple[str, str]]:
    """Themes that work and are not in the handleplan, then loose notes of that kind: id and words."""
    taken = {each.card_id for each in active_initiatives(book)}
    zones = {(board.id, zone.id) for board in pack.boards for zone in board.zones if zone.tone == "good"}
    themes = book.ranked(Theme, lambda each: (each.board, each.zone) in zones and each.id not in taken)
    notes = book.ranked(
        Note,
        lambda each: (
            (each.board, each.zone) in zones and not each.theme_id and hangs(each) and each.id not in taken
        ),
    )
    found = [(each.id, each.name) for each in themes if each.name.strip() and not each.parked]
    found += [(each.id, each.text) for each in notes]
    return [(key, shortened(words, 60)) for key, words in found[:20]]


def asides(book: Book, pack: Pack) -> list[Aside]:
    """What stands on the P-plads, and what is carried on."""
    found = []
    parked = parked_cards(book, pack)
    if parked:
        notes = sum(max(1, len(each.notes)) for each in parked)
        count = plural(notes, _tr("seddel"), _tr("sedler"))
        found.append(Aside("park", pack.parking_title, count, _titles([each.title for each in parked])))
    written = [name for _, name in hidden(book)]
    if written:
        count = plural(len(written), _tr("tema"), _tr("temaer"))
        found.append(Aside("back", _tr("Skrevet, ikke på planen"), count, _titles(written)))
    labels = {each.id: each.label for each in pack.lifts}
    for lift, cards in lifted(book).items():
        themes = sum(1 for each in cards if isinstance(each, Theme))
        notes = len(cards) - themes
        parts = []
        if themes:
            parts.append(plural(themes, _tr("tema"), _tr("temaer")))
        if notes:
            parts.append(plural(notes, _tr("seddel"), _tr("sedler")))
        hint = _titles([each.text if isinstance(each, Note) else each.name for each in cards])
        found.append(Aside("lift", labels.get(lift, lift), ", ".join(parts), hint, lift))
    return found


def hidden(book: Book) -> list[tuple[str, str]]:
    """What is written in and not on the handleplan: id of the card and name of the initiative."""
    return [(each.card_id, shortened(name_of(each), 60)) for each in hidden_plans(book)]


def minutes_each(book: Book, count: int) -> int:
    """Minutes for each theme: the planned minutes of the questions, divided. 0 when there are none."""
    planned = sum(item.minutes for item in book.agenda() if item.tool == "questions")
    return planned // count if count else 0


def warning(pack: Pack, count: int) -> str:
    """»2 valgt · mål 3–5« when the number is not what the process asks for, else nothing."""
    if count == 0 or pack.themes.least <= count <= pack.themes.most:
        return ""
    return _tr("{count} valgt · mål {least}–{most}").format(
        count=count, least=pack.themes.least, most=pack.themes.most
    )


def name_of(initiative: Initiative) -> str:
    """Its name, or words for one that has none yet."""
    return initiative.name.strip() or _tr("Uden navn")


def source_card(book: Book, pack: Pack, initiative: Initiative) -> Card | None:
    """The theme or note that the initiative grew from."""
    if not initiative.card_id:
        return None
    try:
        return card(book, pack, initiative.card_id)
    except NotThere:
        return None


def _flag(pack: Pack, source: Card | None) -> str:
    return pack.always_act.short if source is not None and source.must_act and pack.always_act else ""


def _titles(titles: list[str]) -> str:
    return "\n".join(f"• {each[:80]}" for each in titles[:12])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)
