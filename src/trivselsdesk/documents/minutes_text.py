"""The minutes as plain text, to paste into a mail or a case file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trivselsdesk.documents.minutes import NOTHING_AGREED, paper_of
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.minutes import Minutes, MinutesInitiative, MinutesItem, MinutesRemark
from trivselsdesk.domain.pack import Pack


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The minutes of the (first) meeting as UTF-8 text. Raises DocumentError."""
    return text_of(paper_of(book, pack, now)).encode("utf-8")


def text_of(paper: Minutes) -> str:
    """The minutes with a heading over each part, one line a thing, and a blank line between parts."""
    head = ["Referat", paper.heading, paper.facts]
    if paper.unfinished:
        head.append("Mødet er ikke slut endnu.")
    people = [
        f"{label}: {words}"
        for label, words in (
            (f"Til stede ({len(paper.present)})", ", ".join(paper.present)),
            (f"Ikke med ({len(paper.away)})", ", ".join(paper.away)),
            ("Gæst" if len(paper.guests) == 1 else "Gæster", ", ".join(paper.guests)),
            *paper.roles,
        )
        if words
    ]
    parts = [
        "\n".join(head),
        "\n".join(people),
        _part("Det har vi aftalt", (_initiative(each) for each in paper.initiatives), gap=True),
        *(_part(heading, map(_with_aside, rows)) for heading, rows in paper.told),
        _part("Løftes videre", map(_with_aside, paper.lifts)),
        _part(paper.parking_title, (f"- {each}" for each in paper.parked)),
        _part("Det kommer nu", (f"- {each}" for each in paper.coming)),
        _part(
            "Det håbede vi på",
            map(_with_aside, paper.expectations),
        ),
        _part(
            "Sådan gik mødet",
            [
                *(_item(each) for each in paper.items),
                *(["\n".join(["Uden punkt", *map(_remark, paper.loose)])] if paper.loose else []),
            ],
        ),
        _part("Det talte vi om", (f"{zone}: {', '.join(names)}" for zone, names in paper.themes)),
        " · ".join(each for each in (paper.unit, paper.printed) if each),
    ]
    return "\n\n".join(each for each in parts if each) + "\n"


def _with_aside(pair: tuple[str, str]) -> str:
    return "- " + " – ".join(each for each in pair if each)


def _part(title: str, blocks: Iterable[str], *, gap: bool = False) -> str:
    made = list(blocks)
    if not made:
        return ""
    return f"{title}\n{'-' * len(title)}\n" + ("\n\n" if gap else "\n").join(made)


def _initiative(each: MinutesInitiative) -> str:
    lines = [f"{each.title} ({each.must_act})" if each.must_act else each.title]
    lines += [f"{label}: {words}" for label, words in (("Hvorfor", each.why), ("Mål", each.goal)) if words]
    if not each.deeds:
        lines.append(NOTHING_AGREED)
    for deed in each.deeds:
        facts = [
            f"ansvarlig: {deed.owner}" if deed.owner else "",
            deed.due,
            f"med: {deed.people}" if deed.people else "",
        ]
        words = " · ".join(fact for fact in facts if fact)
        lines.append(f"- {deed.title} ({words})" if words else f"- {deed.title}")
    for label, words in (("Vi følger op", each.followup), ("Nyt til alle", each.news)):
        if words:
            lines.append(f"{label}: {words}")
    return "\n".join(lines)


def _item(item: MinutesItem) -> str:
    actual = f", faktisk {item.actual}" if item.actual else ""
    return "\n".join([f"{item.title} (planlagt {item.planned}{actual})", *map(_remark, item.remarks)])


def _remark(remark: MinutesRemark) -> str:
    kind = f"{remark.kind}: " if remark.kind else ""
    facts = " · ".join(each for each in (remark.part, remark.clock) if each)
    return f"  - {kind}{remark.text} ({facts})" if facts else f"  - {kind}{remark.text}"
