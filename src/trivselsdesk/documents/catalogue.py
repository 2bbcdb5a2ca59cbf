"""The table of documents that the window and the command line offer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.forms import form_of
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.groups import groups_tool
from trivselsdesk.domain.pack import Form, Pack, PackList
from trivselsdesk.domain.phases import rooms_of
from trivselsdesk.domain.pitch import pitch_tool
from trivselsdesk.domain.points import points_tool
from trivselsdesk.domain.records import Carried
from trivselsdesk.domain.signup import signup_tool

A4 = "A4"
A3 = "A3"
SINCE = "siden_sidst"
"""What the last round left; empty in a first round."""
PITCH_CARD = "talekort"
"""The words of a short speech; only where the process has one."""
FORM = "skema:"
"""Documents that begin so are forms of the process: ``skema:evaluering``."""
INVITATION = "invitation"
GUIDE = "procesguide"
LOOKUP = "opslag:"
"""Documents that begin so are lists of the process: ``opslag:videnskort``."""
EMPTY = ":tom"
"""A form's document that ends so has lines to write by hand."""
POSTER = ":plakat"
"""A form's document that ends so is a poster for each initiative."""
ONE_TIME = "@"
"""Before the id of the one time that is wanted: ``skema:evaluering@…``."""


@dataclass(frozen=True)
class Document:
    """A document that can be made of a programme. ``make`` raises DocumentError."""

    id: str
    title: str
    paper: str
    make: Callable[[Book, Pack, datetime], bytes]
    text: Callable[[Book, Pack, datetime], bytes] | None = None
    """The same as plain text, for a document that is wanted so; raises DocumentError."""

    def file_name(self, book: Book, *, text: bool = False) -> str:
        """A name to propose: »Drejebog – Børnehuset Kastanjen.pdf«, or ``.txt``."""
        return name_of(self.title, book, ".txt" if text else ".pdf")


def name_of(title: str, book: Book, ending: str) -> str:
    """A name to propose for a file of the programme, such as »Drejebog – Børnehuset Kastanjen.pdf«."""
    # Windows allows neither these signs nor a full stop at the end.
    unit = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", book.programme.name)
    unit = " ".join(unit.split())[:80].rstrip(" .")
    return f"{title} – {unit}{ending}" if unit else f"{title}{ending}"


# What makes a page is loaded with the first document: starting the program must not wait for it.
def _run_sheet(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import runsheet

    return runsheet.make(book, pack, now)


def _script(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import runsheet

    return runsheet.make(book, pack, now, full=True)


def _minutes(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import minutes

    return minutes.make(book, pack, now)


def _minutes_text(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import minutes_text

    return minutes_text.make(book, pack, now)


def _report(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import report

    return report.make(book, pack, now)


def _group_sheets(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import groupsheet

    return groupsheet.make(book, pack, now)


def _year_wheel(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import yearwheel

    return yearwheel.make(book, pack, now)


def _year_wheel_large(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import yearwheel

    return yearwheel.make(book, pack, now, large=True)


def _lifts(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import lifts

    return lifts.make(book, pack, now)


def _status(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import status

    return status.make(book, pack, now, large=True)


def _status_small(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import status

    return status.make(book, pack, now)


def _signup(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import signup_sheet

    return signup_sheet.make(book, pack, now)


def _apv(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import apv

    return apv.make(book, pack, now)


def _news(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import news

    return news.make(book, pack, now)


def _news_text(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import news

    return news.make_text(book, pack, now)


def _pulse(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import pulse

    return pulse.make(book, pack, now)


def _pulse_questions(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import pulse

    return pulse.make_questions(book, pack, now)


def _pitch_card(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import pitchcard

    return pitchcard.make(book, pack, now)


def _action_plan(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import actionplan

    return actionplan.make(book, pack, now)


def _board_poster(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import boardposter

    return boardposter.make(book, pack, now)


def _smtte(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import smtte

    return smtte.make(book, pack, now)


def _point_sheet(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import pointsheet

    return pointsheet.make(book, pack, now)


def _since(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import since

    return since.make(book, pack, now)


def _network(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import network

    return network.make(book, pack, now)


def _network_large(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import network

    return network.make(book, pack, now, large=True)


def _pixi(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import pixi

    return pixi.make(book, pack, now)


def _whole(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import whole_report

    return whole_report.make(book, pack, now)


def _guide(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import guide

    return guide.make(book, pack, now)


def _invitation(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import invitation

    return invitation.make(book, pack, now)


def _invitation_text(book: Book, pack: Pack, now: datetime) -> bytes:
    from trivselsdesk.documents import invitation

    return invitation.make_text(book, pack, now)


DOCUMENTS = (
    Document("drejebog", "Drejebog", A4, _run_sheet),
    Document("talepapir", "Talepapir", A4, _script),
    Document(GUIDE, "Procesguide A3", A3, _guide),
    Document(INVITATION, "Invitation", A4, _invitation, _invitation_text),
    Document(PITCH_CARD, "Talekort", A4, _pitch_card),
    Document("tavleplakat", "Plakat af tavlen", A3, _board_poster),
    Document("gruppeark", "Gruppeark", A4, _group_sheets),
    Document("plusminus", "Plus og minus", A4, _point_sheet),
    Document("smtte", "SMTTE", A4, _smtte),
    Document("tilmelding", "Tilmelding", A4, _signup),
    Document("handleplan", "Handleplan", A4, _action_plan),
    Document("referat", "Referat", A4, _minutes, _minutes_text),
    Document("loeft", "Løft", A4, _lifts),
    Document(SINCE, "Siden sidst", A4, _since),
    Document("aarshjul", "Årshjul", A4, _year_wheel),
    Document("aarshjul_a3", "Årshjul A3", A3, _year_wheel_large),
    Document("statuspil", "Statuspil A3", A3, _status),
    Document("statuspil_a4", "Statuspil A4", A4, _status_small),
    Document("samarbejdskort", "Samarbejdskort A4", A4, _network),
    Document("samarbejdskort_a3", "Samarbejdskort A3", A3, _network_large),
    Document("pixi", "Kort udgave", A4, _pixi),
    Document("samlet_rapport", "Samlet rapport", A4, _whole),
    Document("puls", "Puls", A4, _pulse),
    Document("pulsskema", "Spørgeskema til puls", A4, _pulse_questions),
    Document("afrapportering", "Afrapportering", A4, _report),
    Document("apv", "APV-plan", A4, _apv),
    Document("nyt", "Kort nyt", A4, _news, _news_text),
)


def document(document_id: str) -> Document:
    """The document with that id. Raises KeyError."""
    for each in DOCUMENTS:
        if each.id == document_id:
            return each
    raise KeyError(document_id)


def offered(pack: Pack, book: Book | None = None) -> list[Document]:
    """The documents that a process has: one without a report form offers none, nor one without groups or
    sign-up.

    With the programme's ``book`` also those that only some programmes have: »Siden sidst« from the second
    round on.
    """
    missing = {"afrapportering"} if pack.report is None else set()
    if not pack.status_steps:
        missing |= {"statuspil", "statuspil_a4"}
    if pack.apv is None:
        missing.add("apv")
    if pack.news is None:
        missing.add("nyt")
    if not any("plan" in rooms_of(phase) for phase in pack.phases):
        missing.add("handleplan")
    if not pack.boards:
        missing.add("tavleplakat")
    if sum(map(bool, (pack.boards, pack.matrices, pack.questions))) < 2:
        missing.add(GUIDE)
    if pack.invitation is None:
        missing.add(INVITATION)
    if groups_tool(pack) is None:
        missing.add("gruppeark")
    if pack.wheel is None:
        missing |= {"aarshjul", "aarshjul_a3"}
    if not pack.lifts:
        missing.add("loeft")
    if signup_tool(pack) is None:
        missing.add("tilmelding")
    if pitch_tool(pack) is None:
        missing.add(PITCH_CARD)
    if not any("network" in phase.pages for phase in pack.phases):
        missing |= {"samarbejdskort", "samarbejdskort_a3"}
    if pack.pixi is None:
        missing |= {"pixi", "samlet_rapport"}
    if not pack.smtte:
        missing.add("smtte")
    if points_tool(pack) is None:
        missing.add("plusminus")
    if pack.pulse is None:
        missing |= {"puls", "pulsskema"}
    if book is None or not any(book.of(Carried)):
        missing.add(SINCE)
    return [each for each in DOCUMENTS if each.id not in missing]


def form_document_id(form: Form, entry_id: str = "") -> str:
    """Id of the document of a form: of the latest time, or of the one with ``entry_id``."""
    return f"{FORM}{form.id}{ONE_TIME}{entry_id}" if entry_id else f"{FORM}{form.id}"


def empty_form_document_id(form: Form) -> str:
    """Id of the document of a form with lines to write by hand."""
    return f"{FORM}{form.id}{EMPTY}"


def beside(pack: Pack, document_id: str, book: Book | None = None) -> list[Document]:
    """The documents that are looked at together: a form filled in and empty, or all that is offered.

    Raises KeyError for a form that the process does not have.
    """
    if document_id.startswith(LOOKUP):
        lists = [each for each in pack.lists if each.entries]
        return [Document(lookup_document_id(each), each.title, A4, _lookup(each)) for each in lists]
    if not document_id.startswith(FORM):
        return offered(pack, book)
    named = document_id.removeprefix(FORM).removesuffix(EMPTY).removesuffix(POSTER)
    wanted, _, entry_id = named.partition(ONE_TIME)
    form = form_of(pack, wanted)
    if form is None:
        raise KeyError(document_id)
    empty = Document(f"{FORM}{form.id}{EMPTY}", f"{form.title} (tomt)", A4, _form(form, blank=True))
    if form.confidential and document_id == empty.id:
        # Filled in it is asked for by name, never found by leafing.
        return [empty]
    poster = [Document(f"{FORM}{form.id}{POSTER}", "Plakat", A4, _poster(form))] if form.poster else []
    return [
        Document(form_document_id(form, entry_id), form.title, A4, _form(form, entry_id)),
        empty,
        *poster,
    ]


def _form(form: Form, entry_id: str = "", *, blank: bool = False) -> Callable[[Book, Pack, datetime], bytes]:
    def make(book: Book, pack: Pack, now: datetime) -> bytes:
        from trivselsdesk.documents import forms

        return forms.make(book, pack, now, form, blank=blank, entry_id=entry_id)

    return make


def lookup_document_id(chosen: PackList) -> str:
    """Id of the document of a list of the process."""
    return f"{LOOKUP}{chosen.id}"


def _lookup(chosen: PackList) -> Callable[[Book, Pack, datetime], bytes]:
    def make(book: Book, pack: Pack, now: datetime) -> bytes:
        from trivselsdesk.documents import lookup

        return lookup.make(book, pack, now, chosen)

    return make


def _poster(form: Form) -> Callable[[Book, Pack, datetime], bytes]:
    def make(book: Book, pack: Pack, now: datetime) -> bytes:
        from trivselsdesk.documents import poster

        return poster.make(book, pack, now, form)

    return make
